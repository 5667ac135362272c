import Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';

/** The codes of SQLite and of the system that mean a full disk; the second one is its index that cannot grow. */
export const FULL_DISK = /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC)/;

/** The codes of SQLite that mean that another program holds the database for now. */
export const BUSY = /^SQLITE_(BUSY|LOCKED)/;

const sentences: readonly (readonly [code: RegExp, error: AppError])[] = [
  [
    FULL_DISK,
    {
      code: 'not-written',
      message: 'The disk is full, so nothing was written. Free some space on it.',
    },
  ],
  [
    /^SQLITE_READONLY/,
    {
      code: 'not-written',
      message: 'The database is read-only, so nothing was written. Allow writing to its file and folder.',
    },
  ],
  [
    BUSY,
    {
      code: 'busy',
      message: 'Another program is using the database, so nothing was written. Close that program.',
    },
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    { code: 'damaged', message: 'The database is damaged. Restart the application to restore a backup.' },
  ],
  [
    /^SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS|ACCESS|FSTAT)/,
    { code: 'unreadable', message: 'The disk could not be read. Check the disk.' },
  ],
  [
    /^SQLITE_(IOERR|CANTOPEN|PERM|AUTH)/,
    {
      code: 'not-written',
      message: 'The disk could not be written, so nothing was stored. Check the disk.',
    },
  ],
];

/** The error of SQLite as a value, or null when it is none that the outside world can cause. */
export function storageError(error: unknown): AppError | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const { code } = error;
  return sentences.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

/** Runs work on the database; what the disk or its contents can cause comes back as a value, a bug is thrown. */
export function attempt<T>(work: () => Result<T, AppError>): Result<T, AppError> {
  try {
    return work();
  } catch (error) {
    const known = storageError(error);
    if (known === null) throw error;
    return err(known);
  }
}

/** What a reading of the database gives; null where it gives none, whatever has become of its file. */
export function readable<T>(reading: () => T): T | null {
  try {
    return reading();
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

/** The error of a plan that is not stored, or lies in the trash. */
export function planNotFound(): AppError {
  return { code: 'not-found', message: 'The plan is not stored here any more. Choose another one.' };
}

/** The error of a site that is not stored, or lies in the trash. */
export function siteNotFound(): AppError {
  return { code: 'not-found', message: 'The site is not stored here any more. Choose another one.' };
}

/** The error of a plan that is no longer of the version that was asked for. */
export function changedElsewhere(name: string): AppError {
  const message = `The plan "${name}" was changed elsewhere meanwhile. Open it again to see its present state.`;
  return { code: 'conflict', message };
}
