import fs from 'node:fs';
import path from 'node:path';

const COMPANIONS = ['', '-wal', '-shm'] as const;

/** A time as it stands in file names: `2026-11-24T09-30-00-000Z`; sorts by time, allowed everywhere. */
export function timeInName(at: Date): string {
  return at.toISOString().replaceAll(/[:.]/g, '-');
}

/**
 * Renames a database with its `-wal` and `-shm` files to `NAME.<word>-<time>`; deletes and replaces nothing.
 *
 * Returns the new path, or null when there was no file.
 */
export function moveAside(file: string, word: 'damaged' | 'replaced', at: Date): string | null {
  if (!fs.existsSync(file)) return null;
  let target = `${file}.${word}-${timeInName(at)}`;
  while (COMPANIONS.some((ending) => fs.existsSync(target + ending))) target += '-again';
  // The write-ahead log first: a database that lost it in between would look whole and be older.
  for (const ending of [...COMPANIONS].reverse()) {
    if (fs.existsSync(file + ending)) fs.renameSync(file + ending, target + ending);
  }
  return target;
}

/**
 * Keeps a copy of the log that an unclean end left behind: closing a damaged database deletes it.
 *
 * Call the returned function once the database was opened or closed again.
 */
export function keepLog(file: string): (outcome: 'sound' | 'damaged') => void {
  const [log, kept] = [`${file}-wal`, `${file}-wal.kept`];
  if (!fs.existsSync(log)) return () => undefined;
  try {
    fs.copyFileSync(log, kept, fs.constants.COPYFILE_FICLONE);
  } catch (error) {
    fs.rmSync(kept, { force: true });
    // On a full disk opening the plans matters more than a second copy.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return () => undefined;
    throw error;
  }
  return (outcome) => {
    if (outcome === 'damaged' && !fs.existsSync(log)) fs.renameSync(kept, log);
    else fs.rmSync(kept, { force: true });
  };
}

/** The names in a folder; none where it is missing or cannot be read, which whoever writes there then says. */
export function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || code.startsWith('ERR_')) throw error;
    return [];
  }
}

/** The newest damaged database that was moved aside and has had no successor since, or null. */
export function damagedWithoutSuccessor(file: string): string | null {
  const folder = path.dirname(file);
  if (fs.existsSync(file)) return null;
  const prefix = `${path.basename(file)}.damaged-`;
  const names = namesIn(folder).filter((name) => name.startsWith(prefix) && !/-(wal|shm)$/.test(name));
  const newest = names.sort().at(-1);
  return newest === undefined ? null : path.join(folder, newest);
}
