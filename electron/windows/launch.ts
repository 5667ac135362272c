import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the application was started for: one of its commands with its place, or the window with plan files to open. */
export type Launch =
  | { readonly type: 'command'; readonly args: readonly string[]; readonly at: number }
  | { readonly type: 'window'; readonly files: readonly string[] };

/** The arguments that are not switches of Electron or Chromium, with the place where each stands. */
function plainArguments(argv: readonly string[]): { readonly value: string; readonly at: number }[] {
  const plain: { value: string; at: number }[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const value = argv[at] ?? '';
    // What follows it is no switch, whatever it begins with.
    if (value === '--')
      return [...plain, ...argv.slice(at + 1).map((each, after) => ({ value: each, at: at + 1 + after }))];
    if (value === '-r' || value === '--require') at += 1;
    else if (!value.startsWith('-')) plain.push({ value, at });
  }
  return plain;
}

/**
 * Reads the command line. Unpacked, the first argument is the folder of the application itself.
 *
 * What follows a command is its own, switches included; the switches before it are Chromium's.
 */
export function launchOf(
  argv: readonly string[],
  { isPackaged, commands }: { readonly isPackaged: boolean; readonly commands: readonly string[] },
): Launch {
  const plain = plainArguments(argv).slice(isPackaged ? 0 : 1);
  const [first] = plain;
  if (first && commands.includes(first.value)) return commandAt(argv, first.at);
  // Not at one place only: a start without a display has switches of its own before it.
  const asked = argv.findIndex((argument) => ['--help', '--version'].includes(argument));
  if (isPackaged && plain.length === 0 && asked > 0) return commandAt(argv, asked);
  return { type: 'window', files: plain.map(({ value }) => value) };
}

const commandAt = (argv: readonly string[], at: number): Launch => ({
  type: 'command',
  args: argv.slice(at),
  at,
});

/** The absolute names of files given to open. The file managers of Linux give a file as its address. */
export function namesOfFiles(files: readonly string[]): readonly string[] {
  return files.map((file) => path.resolve(/^file:\/\//i.test(file) ? (pathOfAddress(file) ?? file) : file));
}

function pathOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch (error) {
    // Of another computer, or with a broken escape: opening it under this name says that it is not there.
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}
