import fs from 'node:fs';
import Database from 'better-sqlite3';
import { isWritable, openForReading } from '../storage/database.ts';
import { storageError } from '../storage/storage-error.ts';
import { CliRefusal } from './cli-io.ts';

/** A file that a database may be in; a refusal where there is none. */
export function existing(file: string): string {
  if (!fs.existsSync(file)) throw new CliRefusal(`There is no database at ${file}. Name it with --db PATH.`);
  if (fs.statSync(file).size > 0) return file;
  throw new CliRefusal(`The database ${file} is empty. Restore a backup with "db restore".`);
}

/** Looks into a database beside whoever has it open; what SQLite finds wrong in it is a refusal. */
export function reading<T>(file: string, work: (db: Database.Database) => T): T {
  let db: Database.Database | null = null;
  try {
    db = isWritable(existing(file))
      ? new Database(file, { readonly: true, fileMustExist: true, timeout: 3000 })
      : openForReading(file);
    return work(db);
  } catch (error) {
    const known = storageError(error);
    if (known && known.code !== 'damaged') throw new CliRefusal(known.message);
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new CliRefusal(damagedBy(error.message));
  } finally {
    db?.close();
  }
}

/** What is said of a database in which something is wrong. */
export const damagedBy = (what: string): string =>
  `The database is damaged: ${what}. Restore a backup with "db restore".`;

/** What is said of a database that this program does not know yet. */
export const TOO_NEW = 'The database was written by a newer Sallyport. Use that one, or a newer one still.';
