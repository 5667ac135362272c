import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { namesIn } from '../damaged-file.ts';
import { neededBackups } from '../recovery/needed-backups.ts';
import { OWN_CAMERAS_KEY } from '../setting-repository.ts';
import { storageError } from '../storage-error.ts';
import { type BackupName, backupName, backupsAmong } from './backup-name.ts';
import { backupCountOf, countPlans, isSound, readDatabase } from './copy-contents.ts';
import { backupFolderOf } from './offers.ts';
import { makePrivateFile, makePrivateFolder, removeFile } from './private-files.ts';
import { outdatedBackups } from './rotation.ts';
import { systemCode } from './system-error.ts';

export type BackupRequest = {
  readonly file: string;
  /** ISO 8601 in UTC: stands in the name for people, and tells one day from the next. */
  readonly at: string;
};

/** The newest backup once it is sure to hold what the database holds. */
export type BackupMade = {
  readonly name: string;
  readonly at: string;
  readonly number: number;
  readonly day: number;
  /** False where the newest one held the same already. */
  readonly isNew: boolean;
  /** Outdated ones that could not be removed, each with the code of the system. */
  readonly left: readonly string[];
};

/** What changes whenever a site, a plan, a picture, a template or an own camera does; other settings do not count. */
const STAMP = `SELECT
  (SELECT json_group_array(json_array(id, name, updated_at, trashed_at)) FROM site) ||
  (SELECT json_group_array(json_array(id, version, updated_at, trashed_at)) FROM plan) ||
  (SELECT json_group_array(json_array(id, name)) FROM template) ||
  coalesce((SELECT value FROM setting WHERE key = '${OWN_CAMERAS_KEY}'), '') ||
  (SELECT count(*) FROM attachment)`;

const COUNTED = [
  ...['site', 'plan', 'record', 'change', 'revision', 'attachment', 'template'],
  ...['plan_summary', 'plan_box'],
] as const;

const LONGEST_WRITING_MS = 3_600_000;

const stampOf = (db: Database.Database): string => db.prepare<[], string>(STAMP).pluck().get() ?? '';
/** The same of a copy, whose every page is read for that; null where one is not as it should be. */
const soundStampOf = (db: Database.Database): string | null => (isSound(db) ? stampOf(db) : null);
const countRows = (db: Database.Database): readonly number[] =>
  COUNTED.map((table) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()));

/**
 * Copies a database into the folder beside it, opens and counts the copy, and lets outdated backups go.
 *
 * None is made while the newest one is sound and holds the same. It is read beside whoever writes to it. A
 * failure leaves the backups as they were. Runs in any process; takes as long as both are large.
 */
export function makeBackup({ file, at }: BackupRequest): Result<BackupMade, AppError> {
  const folder = backupFolderOf(file);
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 3000 });
    const newest = backupsAmong(namesIn(folder))[0];
    if (newest && readDatabase(path.join(folder, newest.name), soundStampOf) === stampOf(db))
      return ok({ ...newest, isNew: false, left: [] });
    const made = writeBackup(db, folder, new Date(at));
    return made.ok ? ok({ ...made.value, left: removeOutdated(db, file) }) : made;
  } catch (error) {
    return err(backupError(error));
  } finally {
    db?.close();
  }
}

/** Whether the newest backup does not hold what the open database holds; an empty one needs none yet. */
export function isBackupDue(db: Database.Database, file: string): boolean {
  const [newest] = backupsAmong(namesIn(backupFolderOf(file)));
  if (!newest) return countPlans(db) > 0;
  return readDatabase(path.join(backupFolderOf(file), newest.name), stampOf) !== stampOf(db);
}

/** Whether the newest backup can be read, and was made before the last changes. */
export function isBackupBehind(db: Database.Database, file: string): boolean {
  const [newest] = backupsAmong(namesIn(backupFolderOf(file)));
  const stamp = newest ? readDatabase(path.join(backupFolderOf(file), newest.name), stampOf) : null;
  return stamp !== null && stamp !== stampOf(db);
}

/** The number and day of the next backup: after those that the database knows, and those that lie there. */
function nextOf(db: Database.Database, folder: string, at: Date) {
  const known = backupCountOf(db);
  const newest = backupsAmong(namesIn(folder))[0];
  const date = at.toISOString().slice(0, 10);
  const lastDate = newest && newest.number >= known.number ? newest.at.slice(0, 10) : known.date;
  const day = Math.max(known.day, newest?.day ?? 0, 0) + (date === lastDate ? 0 : 1);
  return { number: Math.max(known.number, newest?.number ?? 0, 0) + 1, day, date, at };
}

function writeBackup(
  db: Database.Database,
  folder: string,
  at: Date,
): Result<Omit<BackupMade, 'left'>, AppError> {
  makePrivateFolder(folder);
  const next = nextOf(db, folder, at);
  const name = backupName(next);
  const draft = path.join(folder, `${name}.draft`);
  try {
    makePrivateFile(draft);
    const before = countRows(db);
    db.prepare('VACUUM INTO ?').run(draft);
    writeCount(draft, next);
    if (!holdsAsMuch(draft, before, countRows(db)))
      return err({ code: 'not-written', message: 'The backup could not be read back, so none was kept.' });
    syncToDisk(draft);
    fs.renameSync(draft, path.join(folder, name));
  } finally {
    removeFile(draft);
  }
  const { number, day } = next;
  return ok({ name, at: at.toISOString(), number, day, isNew: true });
}

/** Gives a copy the number that it has as a backup: the database goes on from there when it is restored. */
export function writeCount(
  file: string,
  { number, day, date }: { readonly number: number; readonly day: number; readonly date: string },
): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('journal_mode = MEMORY');
    db.prepare('INSERT OR REPLACE INTO backup_count VALUES (1, ?, ?, ?)').run(number, day, date);
  } finally {
    db.close();
  }
}

/** Whether a copy is sound and has as many rows as its source, which may have been written to meanwhile. */
function holdsAsMuch(copy: string, before: readonly number[], after: readonly number[]): boolean {
  const counts = readDatabase(copy, (db) => (isSound(db) ? countRows(db) : null));
  const isBetween = (count: number, index: number) => {
    const ends = [before[index] ?? 0, after[index] ?? 0];
    return count >= Math.min(...ends) && count <= Math.max(...ends);
  };
  return counts?.every(isBetween) ?? false;
}

/** Removes what is outdated and drafts that were never finished; what could not be removed. */
function removeOutdated(db: Database.Database, file: string): readonly string[] {
  const folder = backupFolderOf(file);
  const names = namesIn(folder);
  const counted = backupsAmong(names).map((backup: BackupName) => ({
    ...backup,
    plans: readDatabase(path.join(folder, backup.name), countPlans),
  }));
  const needed = () => neededBackups(db, file);
  const outdated = outdatedBackups(counted, countPlans(db), needed).map(({ name }) => name);
  const drafts = names.filter((each) => /^sallyport-.*\.db\.draft(-journal)?$/.test(each));
  const leftDrafts = drafts.filter((name) => isLeftDraft(path.join(folder, name)));
  return [...outdated, ...leftDrafts].flatMap((name) => {
    const code = removeFile(path.join(folder, name));
    return code === null ? [] : [`${name} (${code})`];
  });
}

/** Whether a draft was never finished; a young one may be another process's that is being written. */
function isLeftDraft(draft: string): boolean {
  const found = fs.lstatSync(draft, { throwIfNoEntry: false });
  return found?.isFile() === true && Date.now() - found.mtimeMs > LONGEST_WRITING_MS;
}

/** Why a copy could not be written, as a value; a bug is thrown. */
export function backupError(error: unknown): AppError {
  const known = storageError(error);
  if (known) return known;
  const code = systemCode(error);
  if (/^(EEXIST|ENOTDIR)$/.test(code)) {
    const message =
      'A file stands where the folder "backups" of the data should be. Move it away, then try again.';
    return { code: 'not-written', message };
  }
  return { code: 'not-written', message: `The backup could not be written (${code}). Check the disk.` };
}

/** Waits until the bytes of a file are on the disk. */
export function syncToDisk(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
