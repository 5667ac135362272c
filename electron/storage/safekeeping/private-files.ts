import fs from 'node:fs';
import path from 'node:path';
import { systemCode } from './system-error.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Makes an empty file that nobody else may read; whoever writes into it keeps that. */
export function makePrivateFile(file: string): void {
  fs.closeSync(fs.openSync(file, 'w', FILE_MODE));
}

/** Makes a folder, and those above it that are missing, that nobody else may look into. */
export function makePrivateFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
}

/** Removes a file if it is there; the code of the system where it cannot, and then it stays. */
export function removeFile(file: string): string | null {
  try {
    fs.unlinkSync(file);
    return null;
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' ? null : code;
  }
}

function restrict(target: string, mode: number): void {
  try {
    fs.chmodSync(target, mode);
  } catch (error) {
    // Gone meanwhile, on a disk without modes or that is read-only, or another person's: it stays as it is.
    systemCode(error);
  }
}

/**
 * Lets nobody else read what a folder of this application holds: the folder itself, and the files in it that
 * begin with one of the names. Does nothing on systems without modes.
 */
export function keepPrivate(folder: string, names: readonly string[]): void {
  if (process.platform === 'win32') return;
  restrict(folder, FOLDER_MODE);
  for (const entry of entriesOf(folder)) {
    const isOurs = names.some((name) => entry.name.startsWith(name));
    // Never through a link: what it leads to is not of this folder.
    if (entry.isFile() && isOurs) restrict(path.join(folder, entry.name), FILE_MODE);
  }
}

/** Lets nobody else read a database, what lies beside it, and its backups. */
export function keepAllPrivate(database: string): void {
  const folder = path.dirname(database);
  keepPrivate(folder, [path.basename(database), 'sallyport.log']);
  keepPrivate(path.join(folder, 'backups'), ['sallyport-']);
}

function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    systemCode(error);
    return [];
  }
}
