import fs from 'node:fs';
import Database from 'better-sqlite3';
import { makePrivateFile } from './private-files.ts';
import { systemCode } from './system-error.ts';

/** The right to write to a database, held until it is released or the process ends, however it ends. */
export type DatabaseLock = { readonly release: () => void };

/** The small file beside a database whose lock stands for it. */
export const lockFileOf = (file: string): string => `${file}.lock`;

/**
 * Takes the lock of a database, which the window and every command that writes hold; 'held' when another has
 * it, null where none can be kept because nothing can be written there.
 *
 * It is SQLite's own exclusive lock on an empty file beside the database: one mechanism for all systems, which
 * the system itself takes back from a process that was killed, and which leaves the database open for reading.
 * What another program wrote into that file is removed.
 */
export function lockDatabase(file: string): DatabaseLock | 'held' | null {
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
    return /^SQLITE_BUSY/.test(systemCode(error)) ? 'held' : null;
  }
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
