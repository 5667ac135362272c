import Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';
import { isWritable, openForReading } from './database.ts';
import { systemCode } from './safekeeping/system-error.ts';
import { storageError } from './storage-error.ts';

const PATIENT_MS = 3000;

/**
 * Opens a database for reading beside whoever has it open, on a connection of its own: for another process than
 * the one that has it open.
 */
export function openBeside(file: string): Database.Database {
  if (!isWritable(file)) return openForReading(file);
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENT_MS });
  db.pragma('query_only = ON');
  return db;
}

/**
 * The same for writing. Nothing is written back from the log into the file: whoever has it open takes that for
 * another program's work.
 */
export function openBesideForWriting(file: string): Database.Database {
  const db = new Database(file, { fileMustExist: true, timeout: PATIENT_MS });
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  return db;
}

/** Runs work on a database opened beside others and closes it; what its file can cause comes back as a value. */
export async function beside<T>(
  open: () => Database.Database,
  work: (db: Database.Database) => Result<T, AppError> | Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  let db: Database.Database | null = null;
  try {
    db = open();
    return await work(db);
  } catch (error) {
    const known = storageError(error);
    if (known) return err(known);
    const code = systemCode(error);
    return err({
      code: 'unreadable',
      message: `The database cannot be read (${code}). Check its file and folder.`,
    });
  } finally {
    db?.close();
  }
}
