/** Switches of Chromium that a person may need on their screen, and those that the headless start adds. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['lang', 'user-data-dir', 'force-device-scale-factor', 'force-renderer-accessibility'],
  ...['disable-gpu', 'disable-gpu-compositing', 'use-gl', 'use-angle'],
  ...['ozone-platform', 'ozone-platform-hint', 'log-level', 'password-store'],
]);

/** What macOS adds when a program is started from its desktop: the number of the process. */
const PROCESS_NUMBER = /^psn_\d+_\d+$/;

export type SwitchSurroundings = {
  readonly platform: NodeJS.Platform;
  /** Chromium has no sandbox there: for root, and in an AppImage, which cannot carry its helper. */
  readonly lacksSandbox: boolean;
  /** The words of the command that begins the plain arguments, with its own options; null for the window. */
  readonly command: { readonly at: number; readonly options: readonly string[] } | null;
};

/** What Chromium takes away before it looks for the sign of a switch: blanks, U+0085 among them. */
const BLANKS_BEFORE = /^[\s\u0085]+/u;

/** The name of the switch that Chromium reads in an argument, or null for a plain one. */
function switchIn(argument: string, platform: NodeJS.Platform): string | null {
  const read = argument.replace(BLANKS_BEFORE, '');
  const name = (platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(read)?.[1];
  return name === undefined ? null : platform === 'win32' ? name.toLowerCase() : name;
}

/**
 * The first argument with a switch that the installed application does not take, or null.
 *
 * Chromium reads its switches wherever they stand, those after a command as well, and opens ports, writes logs
 * and starts programs for some: so what is not known to be harmless is refused, before anything is opened.
 */
export function refusedSwitch(argv: readonly string[], surroundings: SwitchSurroundings): string | null {
  const { platform, lacksSandbox, command } = surroundings;
  const isAllowed = (name: string, at: number): boolean => {
    if (command && at >= command.at) return command.options.includes(name);
    if (name === 'no-sandbox') return lacksSandbox;
    return HARMLESS.has(name) || (platform === 'darwin' && PROCESS_NUMBER.test(name));
  };
  const end = argv.indexOf('--', 1);
  for (const [at, argument] of argv.slice(0, end === -1 ? argv.length : end).entries()) {
    const name = at === 0 ? null : switchIn(argument, platform);
    if (name !== null && !isAllowed(name, at)) return argument.split('=', 1)[0] ?? argument;
  }
  return null;
}

/** The sentence about a refused switch. */
export function switchRefusal(name: string): string {
  return `Sallyport does not take the switch ${name.slice(0, 80)}: start it without. A file of that name is given as ./${name.slice(0, 80)}.`;
}
