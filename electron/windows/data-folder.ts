import fs from 'node:fs';

/**
 * Why the data folder that the command line asks for is not the one in use, or null when it is.
 *
 * Electron takes its own folder where it cannot make that one: a person would see other plans, and none of
 * those they look for.
 *
 * @param asked the value of --user-data-dir, empty without it
 */
export function refusedDataFolder(asked: string, used: string): string | null {
  if (asked === '' || isSameFolder(asked, used)) return null;
  return `The folder ${asked} cannot hold the data: it is not a folder, or cannot be made. Choose another one.`;
}

function isSameFolder(first: string, second: string): boolean {
  try {
    return fs.realpathSync.native(first) === fs.realpathSync.native(second);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || code.startsWith('ERR_')) throw error;
    return false;
  }
}
