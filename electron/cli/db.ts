import fs from 'node:fs';
import path from 'node:path';
import { listBackups, makeBackup, restoreBackup } from '../storage/backup.ts';
import { fullMessage, openDatabase } from '../storage/database.ts';
import { backupFolderOf } from '../storage/store.ts';
import { CliRefusal, type Command, report, usage } from './cli-io.ts';

function existing(file: string): string {
  if (!fs.existsSync(file)) throw new CliRefusal(`There is no database at ${file}. Name it with --db PATH.`);
  return file;
}

function open(file: string) {
  const opened = openDatabase(existing(file), new Date());
  if (!opened.ok) throw new CliRefusal(fullMessage(opened.error));
  return opened.value;
}

function check(file: string) {
  const { db, readOnly } = open(file);
  const problems = db.pragma('integrity_check', { simple: true });
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const result = {
    database: file,
    integrity: problems,
    readOnly,
    plans: count('plan'),
    records: count('record'),
    edits: count('change'),
  };
  db.close();
  if (problems !== 'ok')
    throw new CliRefusal(`The database is damaged: ${String(problems)}. Restore a backup with "db restore".`);
  return result;
}

function backup(file: string) {
  const { db } = open(file);
  const made = makeBackup(db, backupFolderOf(file), new Date());
  db.close();
  if (!made.ok) throw new CliRefusal(made.error.message);
  return { database: file, backup: made.value, backups: listBackups(backupFolderOf(file)) };
}

function restore(file: string, wanted: string | undefined) {
  const folder = backupFolderOf(file);
  const backups = listBackups(folder);
  const name = wanted ?? backups[0]?.name;
  if (name === undefined) throw new CliRefusal(`There is no good backup in ${folder}.`);
  const restored = restoreBackup(folder, path.basename(name), { file, at: new Date() });
  if (!restored.ok) throw new CliRefusal(restored.error.message);
  return { database: file, restored: name };
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
