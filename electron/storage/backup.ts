import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { moveAside, namesIn, timeInName } from './damaged-file.ts';
import { APPLICATION_ID, latestVersion, versionOf } from './migrate.ts';
import { storageError } from './storage-error.ts';

/** A verified copy of the database; `at` is ISO 8601 in UTC. */
export type Backup = { readonly name: string; readonly at: string; readonly plans: number };

/** How many backups are kept; the oldest go first. */
export const KEPT_BACKUPS = 10;

const NAME = /^sallyport-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/;

/** What changes whenever a site, a plan or an attachment does; window settings do not count. */
const STAMP = `SELECT
  (SELECT json_group_array(json_array(id, name, updated_at, trashed_at)) FROM site) ||
  (SELECT json_group_array(json_array(id, version, updated_at, trashed_at)) FROM plan) ||
  (SELECT count(*) FROM attachment)`;

/** Opens a backup for reading, runs work on it when it is sound, and closes it; null when it is not. */
function readBackup<T>(file: string, work: (db: Database.Database) => T): T | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID;
    const isKnown = versionOf(db) >= 1 && versionOf(db) <= latestVersion();
    const isSound = isOurs && isKnown && db.pragma('quick_check(1)', { simple: true }) === 'ok';
    return isSound ? work(db) : null;
  } catch (error) {
    // Damaged or unreadable: not a good backup. It stays where it is.
    if (!(error instanceof Database.SqliteError)) throw error;
    return null;
  } finally {
    db?.close();
  }
}

/** The names of the backups in a folder, newest first. */
function backupsIn(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

/** The good backups of a folder, newest first; each is opened and checked. */
export function listBackups(folder: string): Backup[] {
  const count = (db: Database.Database) => Number(db.prepare('SELECT count(*) FROM plan').pluck().get());
  return backupsIn(folder).flatMap((name) => {
    const plans = readBackup(path.join(folder, name), count);
    return plans === null ? [] : [{ name, at: name.replace(NAME, '$1T$2:$3:$4.$5Z'), plans }];
  });
}

/**
 * Copies the open database into the folder, checks the copy and lets the oldest beyond KEPT_BACKUPS go.
 *
 * Gives its name, or null when the newest backup holds the same plans already. A failure leaves the
 * backups as they were.
 */
export function makeBackup(db: Database.Database, folder: string, at: Date): Result<string | null, AppError> {
  try {
    const stampOf = (source: Database.Database) => source.prepare<[], string>(STAMP).pluck().get() ?? '';
    const newest = backupsIn(folder)[0];
    if (newest && readBackup(path.join(folder, newest), stampOf) === stampOf(db)) return ok(null);
    return writeBackup(db, folder, at);
  } catch (error) {
    return err(backupError(error));
  }
}

function writeBackup(db: Database.Database, folder: string, at: Date): Result<string, AppError> {
  fs.mkdirSync(folder, { recursive: true });
  const name = `sallyport-${timeInName(at)}.db`;
  const draft = path.join(folder, `${name}.draft`);
  try {
    fs.rmSync(draft, { force: true });
    db.prepare('VACUUM INTO ?').run(draft);
    if (readBackup(draft, () => true) === null) {
      return err({ code: 'not-written', message: 'The backup could not be read back, so none was kept.' });
    }
    syncToDisk(draft);
    fs.renameSync(draft, path.join(folder, name));
  } finally {
    fs.rmSync(draft, { force: true });
  }
  for (const old of backupsIn(folder).slice(KEPT_BACKUPS)) fs.rmSync(path.join(folder, old));
  return ok(name);
}

/** Waits until the bytes of a file are on the disk. */
function syncToDisk(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Puts a good backup in the place of a database, which nothing may have open; that one is moved aside.
 *
 * `name` is one that `listBackups` gave; any other is refused. A failure leaves the database in place.
 */
export function restoreBackup(
  folder: string,
  name: string,
  database: { readonly file: string; readonly at: Date },
): Result<null, AppError> {
  const { file, at } = database;
  const known = backupsIn(folder).includes(name);
  const source = path.join(folder, name);
  if (!known || readBackup(source, () => true) === null) {
    return err({
      code: 'not-found',
      message: `There is no good backup named "${name}". Choose another one.`,
    });
  }
  const draft = `${file}.draft`;
  try {
    fs.copyFileSync(source, draft);
    syncToDisk(draft);
    moveAside(file, 'replaced', at);
    fs.renameSync(draft, file);
    return ok(null);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    return err(backupError(error));
  }
}

function backupError(error: unknown): AppError {
  const known = storageError(error);
  if (known) return known;
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== 'string' || code.startsWith('ERR_')) throw error;
  return { code: 'not-written', message: `The backup could not be written (${code}). Check the disk.` };
}
