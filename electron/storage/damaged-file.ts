import fs from 'node:fs';
import path from 'node:path';
import { asidePath, compareAside } from './safekeeping/aside-name.ts';
import { makePrivateFile } from './safekeeping/private-files.ts';
import { logOf } from './safekeeping/real-file.ts';
import { systemCode } from './safekeeping/system-error.ts';

const COMPANIONS = ['', '-wal', '-shm'] as const;

const VERSION_AT = 60;
const VERSION_BYTES = 4;
/** A Sallyport that writes databases of this version or a later one moves the file first. */
const FILE_FIRST = 4;

/** A note that a database is being moved aside, until its log files are with it. */
const MOVING = '.moving';

/**
 * Renames a database with its `-wal` and `-shm` files to `NAME.<word>-<number>-<time>`; deletes and replaces nothing.
 *
 * Returns the new path, or null when there was no file. A move that is cut off is finished by `finishMoves`.
 */
export function moveAside(file: string, word: 'damaged' | 'replaced' | 'orphaned', at: Date): string | null {
  if (!COMPANIONS.some((ending) => fs.existsSync(file + ending))) return null;
  // A log whose database is gone belongs to no other one.
  const isOrphan = !fs.existsSync(file);
  let target = asidePath(file, isOrphan ? 'orphaned' : word, at);
  while (COMPANIONS.some((ending) => fs.existsSync(target + ending))) target += '-again';
  const settle = noteMove(target);
  for (const ending of COMPANIONS) {
    if (fs.existsSync(file + ending)) fs.renameSync(file + ending, target + ending);
  }
  settle();
  return isOrphan ? null : target;
}

function noteMove(target: string): () => void {
  const note = target + MOVING;
  try {
    makePrivateFile(note);
  } catch (error) {
    // On a full disk the move itself still matters.
    systemCode(error);
    return () => undefined;
  }
  return () => fs.rmSync(note, { force: true });
}

/**
 * Finishes moves of a database that were cut off between its file and its log files: a database that lost its
 * log would look whole and be older.
 */
export function finishMoves(file: string): void {
  const folder = path.dirname(file);
  for (const name of asideNames(file)) {
    const target = path.join(folder, name.replace(/(\.moving|-wal)$/, ''));
    if (name.endsWith(MOVING)) finishMove(file, target);
    // An older Sallyport moved the log first: its database is still in its place. One that has come since is not.
    else if (name.endsWith('-wal') && isCutOff(file, target)) fs.renameSync(file, target);
  }
}

function finishMove(file: string, target: string): void {
  const isMoved = fs.existsSync(target);
  for (const ending of COMPANIONS.slice(1)) {
    const isLeft = fs.existsSync(file + ending) && !fs.existsSync(target + ending);
    if (isMoved && !fs.existsSync(file) && isLeft) fs.renameSync(file + ending, target + ending);
  }
  fs.rmSync(target + MOVING, { force: true });
}

function isCutOff(file: string, target: string): boolean {
  const isHalfMoved = !fs.existsSync(target) && !fs.existsSync(`${file}-wal`);
  return isHalfMoved && sizeOf(`${target}-wal`) > 0 && shapeOf(file) < FILE_FIRST;
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The version in the header of a database as SQLite writes it (`user_version`); infinite where there is none. */
function shapeOf(file: string): number {
  if (sizeOf(file) < VERSION_AT + VERSION_BYTES) return Number.POSITIVE_INFINITY;
  const descriptor = fs.openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(VERSION_BYTES);
    fs.readSync(descriptor, bytes, 0, VERSION_BYTES, VERSION_AT);
    return bytes.readUInt32BE();
  } finally {
    fs.closeSync(descriptor);
  }
}

function asideNames(file: string): readonly string[] {
  const base = path.basename(file);
  return namesIn(path.dirname(file)).filter((name) => /^\.(damaged|replaced)-/.test(name.slice(base.length)));
}

/**
 * Keeps a copy of the log that an unclean end left behind: closing a damaged database deletes it.
 *
 * Call the returned function once the database was opened or closed again.
 */
export function keepLog(file: string): (outcome: 'sound' | 'damaged') => void {
  const log = logOf(file);
  const kept = `${log}.kept`;
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
    systemCode(error);
    return [];
  }
}

/** The newest file that was set aside, where that is a damaged database that has had no successor since. */
export function damagedWithoutSuccessor(file: string): string | null {
  if (fs.existsSync(file)) return null;
  const names = asideNames(file).filter((name) => !/(-wal|-shm|\.moving)$/.test(name));
  const newest = names.sort(compareAside).at(-1);
  return newest?.includes('.damaged-') ? path.join(path.dirname(file), newest) : null;
}
