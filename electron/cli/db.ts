import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { fullMessage, isWritable, openDatabase, openForReading } from '../storage/database.ts';
import { noteAsItIs } from '../storage/safekeeping/acknowledged.ts';
import { type DatabaseLock, lockDatabase } from '../storage/safekeeping/database-lock.ts';
import { isTooNew, strangePartsOf } from '../storage/safekeeping/expected-schema.ts';
import { makeBackup } from '../storage/safekeeping/make-backup.ts';
import { backupFolderOf, offersFor } from '../storage/safekeeping/offers.ts';
import { restoreCopy } from '../storage/safekeeping/restore-copy.ts';
import { storageError } from '../storage/storage-error.ts';
import { CliRefusal, type Command, report, usage } from './cli-io.ts';

const WINDOW_HAS_IT =
  'Sallyport has this database open: its window, or another command. Close that, then try again.';

function existing(file: string): string {
  if (!fs.existsSync(file)) throw new CliRefusal(`There is no database at ${file}. Name it with --db PATH.`);
  if (fs.statSync(file).size > 0) return file;
  throw new CliRefusal(`The database ${file} is empty. Restore a backup with "db restore".`);
}

/** Looks into a database beside whoever has it open; what SQLite finds wrong in it is a refusal. */
function reading<T>(file: string, work: (db: Database.Database) => T): T {
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

const damagedBy = (what: string): string =>
  `The database is damaged: ${what}. Restore a backup with "db restore".`;

function check(file: string) {
  return reading(file, (db) => {
    const problems = db.pragma('integrity_check', { simple: true });
    if (isTooNew(db))
      throw new CliRefusal(
        'The database was written by a newer Sallyport. Use that one, or a newer one still.',
      );
    if (problems !== 'ok') throw new CliRefusal(damagedBy(String(problems)));
    const strange = strangePartsOf(db);
    if (strange.length > 0) throw new CliRefusal(damagedBy(`it has ${strange.slice(0, 3).join(', ')}`));
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    return {
      database: file,
      integrity: problems,
      readOnly: !isWritable(file),
      plans: count('plan'),
      records: count('record'),
      edits: count('change'),
    };
  });
}

/** Runs work that changes the database, which then nothing else may. */
function alone<T>(file: string, work: () => T): T {
  const lock = lockDatabase(file);
  if (lock === 'held') throw new CliRefusal(WINDOW_HAS_IT);
  try {
    return work();
  } finally {
    lock?.release();
  }
}

/** Brings a database of an older Sallyport up to date, unless its window has done so. */
function bringUpToDate(file: string): void {
  const lock: DatabaseLock | 'held' | null = lockDatabase(file);
  if (lock === 'held') return;
  const opened = openDatabase(file, new Date(), { mayBegin: false });
  if (opened.ok) opened.value.db.close();
  lock?.release();
  if (opened.ok) return;
  const wayOut = opened.error.state === 'missing' ? ' Restore a backup with "db restore".' : '';
  throw new CliRefusal(fullMessage(opened.error) + wayOut);
}

function backup(file: string) {
  bringUpToDate(existing(file));
  const made = makeBackup({ file, at: new Date().toISOString() });
  if (!made.ok) throw new CliRefusal(made.error.message);
  const backups = offersFor(file).filter(({ kind }) => kind === 'backup');
  const { name, isNew } = made.value;
  // Where nothing has changed since, the newest one is as good as another.
  return { database: file, backup: name, isNew, backups };
}

function restore(file: string, wanted: string | undefined) {
  const name = wanted ?? offersFor(file)[0]?.name;
  if (name === undefined) throw new CliRefusal(`There is no good backup in ${backupFolderOf(file)}.`);
  const request = { file, name: path.basename(name), at: new Date().toISOString() };
  const restored = alone(file, () => {
    const done = restoreCopy(request);
    if (done.ok) noteAsItIs(file);
    return done;
  });
  if (!restored.ok) throw new CliRefusal(restored.error.message);
  const { leftOut } = restored.value;
  return { database: file, restored: name, leftOut: leftOut === null ? [] : [leftOut] };
}

/** Checks a database, makes a verified backup beside it, or puts a backup in its place. */
export const runDb: Command = async (args, io) => {
  const [action, name] = args.positionals;
  const file = path.resolve(args.values.db ?? io.defaultDatabase());
  if (action === 'check') report(check(file), args, io);
  else if (action === 'backup') report(backup(file), args, io);
  else if (action === 'restore') report(restore(file, name), args, io);
  else throw usage('Say what to do with the database: db check, db backup or db restore');
};
