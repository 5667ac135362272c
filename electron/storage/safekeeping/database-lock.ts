import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isWritable } from '../database.ts';
import { FULL_DISK } from '../storage-error.ts';
import { makePrivateFile } from './private-files.ts';
import { realFileOf } from './real-file.ts';
import { systemCode } from './system-error.ts';

/** The right to write to a database, held until it is released or the process ends, however it ends. */
export type DatabaseLock = { readonly release: () => void };

/** Why a lock cannot be had though the database could be written: what the system says of its file. */
export type LockRefusal = { readonly code: string };

/** The small file beside a database whose lock stands for it, by whatever path it is opened. */
export const lockFileOf = (file: string): string => `${realFileOf(file)}.lock`;

/**
 * Takes the lock of a database, which the window and every command that writes hold; 'held' when another has
 * it, null where none is needed because nothing can be written there. Whoever is refused it must not write.
 *
 * It is SQLite's own exclusive lock on an empty file beside the database: one mechanism for all systems, which
 * the system itself takes back from a process that was killed, and which leaves the database open for reading.
 * What another program wrote into that file is removed.
 */
export function lockDatabase(file: string): DatabaseLock | 'held' | LockRefusal | null {
  const lockFile = lockFileOf(file);
  try {
    if (!fs.existsSync(lockFile)) makePrivateFile(lockFile);
    try {
      return lock(lockFile);
    } catch (error) {
      if (!/^SQLITE_(NOTADB|CORRUPT)/.test(systemCode(error))) throw error;
      // Whoever held it would have been met first; emptied, not removed: locks stay with the file they are on.
      fs.truncateSync(lockFile, 0);
      return lock(lockFile);
    }
  } catch (error) {
    const code = systemCode(error);
    if (/^SQLITE_BUSY/.test(code)) return 'held';
    return isWritable(file) ? { code } : null;
  }
}

function isFolder(target: string): boolean {
  try {
    return fs.statSync(target).isDirectory();
  } catch (error) {
    systemCode(error);
    return false;
  }
}

/** What is said of a lock that is refused. */
export function lockRefusalText(file: string, { code }: LockRefusal): string {
  const name = path.basename(lockFileOf(file));
  const way = isFolder(lockFileOf(file))
    ? 'Move away the folder of that name'
    : FULL_DISK.test(code)
      ? 'Free some space on the disk'
      : 'Allow reading and writing it';
  return `The database ${path.basename(file)} is not opened, because its lock ${name} cannot be had (${code}): another program could write at the same time. ${way}, then start Sallyport again.`;
}

function lock(lockFile: string): DatabaseLock {
  const db = new Database(lockFile, { timeout: 0 });
  try {
    // Nothing is ever written, and no file of a journal is left by one who was killed.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => void db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
