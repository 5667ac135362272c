/** Long work that the window shows with its progress and can cancel, by its name in the table of jobs. */
export const shownJobs = ['export.write', 'import.read', 'import.bringIn'] as const;
export type ShownJob = (typeof shownJobs)[number];
