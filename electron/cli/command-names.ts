/** The commands of the command line, in the order of the help. */
export const commandNames = ['new', 'info', 'import', 'export', 'coverage', 'db'] as const;
