import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { latestVersion } from '../../../electron/storage/migrate.ts';
import { rows, unlisted } from './damaged-rows.ts';
import {
  backupsOf,
  change,
  type FolderState,
  inside,
  newestBackup,
  removeBackups,
  state,
} from './folder-state.ts';

/** Moves a database with its log to a folder of its own and leaves a link to it. */
export function movedElsewhere(file: string): string {
  const real = path.join(path.dirname(file), 'elsewhere', path.basename(file));
  fs.mkdirSync(path.dirname(real));
  for (const ending of ['', '-wal'])
    if (fs.existsSync(file + ending)) fs.renameSync(file + ending, real + ending);
  fs.symlinkSync(real, file);
  return real;
}

/** Leaves what a session leaves that was killed after it changed the shown name of a plan. */
function killedAfterAnEdit(file: string): void {
  const db = new Database(file);
  db.pragma('wal_autocheckpoint = 0');
  db.exec("UPDATE plan SET name = 'changed last' WHERE id = 'one'");
  for (const ending of ['', '-wal']) fs.copyFileSync(file + ending, `${file}.killed${ending}`);
  db.close();
  for (const ending of ['', '-wal']) fs.renameSync(`${file}.killed${ending}`, file + ending);
}

const gone: readonly FolderState[] = [
  state('the database has no bytes', 'offered', (file) => fs.writeFileSync(file, '')),
  state('the database is missing', 'offered', (file) => fs.rmSync(file)),
  state('the database is missing, a log is left', 'offered', (file) => {
    fs.rmSync(file);
    fs.writeFileSync(`${file}-wal`, 'a log without its database'.repeat(200));
  }),
  state('the database is an empty one of SQLite', 'offered', (file) => {
    fs.rmSync(file);
    inside(file, 'CREATE TABLE t (x); DROP TABLE t;');
  }),
  state('the database is of another program', 'offered', (file) => {
    fs.rmSync(file);
    inside(file, 'CREATE TABLE note (words TEXT); INSERT INTO note VALUES (1);');
  }),
  state('the database is a text', 'offered', (file) => fs.writeFileSync(file, 'Dear all, '.repeat(900))),
  state('the database is a folder', 'offered', (file) => {
    fs.rmSync(file);
    fs.mkdirSync(file);
  }),
  state('the database is a link that leads nowhere', 'offered', (file) => {
    fs.rmSync(file);
    fs.symlinkSync(path.join(path.dirname(file), 'elsewhere', 'gone.db'), file);
  }),
  state('the database is a link to where it was moved', 'as-before', (file) => {
    fs.renameSync(file, `${file}.moved`);
    fs.symlinkSync(`${file}.moved`, file);
  }),
  state('the database was moved to another folder, and is a link', 'as-before', (file) => {
    movedElsewhere(file);
  }),
  state('the same, and its last session was killed', 'as-before', (file) => {
    killedAfterAnEdit(file);
    movedElsewhere(file);
  }),
  state('the same, and the file it leads to is gone', 'offered', (file) => {
    fs.rmSync(movedElsewhere(file));
  }),
  state('restoring was cut off between its two renames', 'offered', (file) => {
    fs.copyFileSync(newestBackup(file), `${file}.draft`);
    fs.renameSync(file, `${file}.replaced-2026-11-24T09-30-00-000Z`);
  }),
  state('the same, and there are no backups', 'offered', (file) => {
    fs.copyFileSync(newestBackup(file), `${file}.draft`);
    fs.renameSync(file, `${file}.replaced-2026-11-24T09-30-00-000Z`);
    removeBackups(file);
  }),
  state('only a replaced file is left', 'offered', (file) => {
    fs.renameSync(file, `${file}.replaced-2026-11-24T09-30-00-000Z`);
    removeBackups(file);
  }),
  state('only a file set aside as damaged is left, and it is sound', 'offered', (file) => {
    fs.renameSync(file, `${file}.damaged-2026-11-24T09-30-00-000Z`);
    removeBackups(file);
  }),
  state('only a draft of restoring is left', 'offered', (file) => {
    fs.renameSync(file, `${file}.draft`);
    removeBackups(file);
  }),
  state('only a copy from before an update is left', 'offered', (file) => {
    fs.renameSync(file, `${file}.version-1-2026-11-24T09-30-00-000Z`);
    removeBackups(file);
  }),
  state('all is gone but a backup that nothing can be read from', 'said', (file) => {
    fs.rmSync(file);
    const only = newestBackup(file);
    for (const name of fs.readdirSync(backupsOf(file)))
      if (!only.endsWith(name)) fs.rmSync(path.join(backupsOf(file), name));
    fs.writeFileSync(only, 'no database'.repeat(500));
  }),
  state('all is gone but a replaced file that nothing can be read from', 'said', (file) => {
    fs.writeFileSync(`${file}.replaced-2026-11-24T09-30-00-000Z`, 'no database'.repeat(500));
    fs.rmSync(file);
    removeBackups(file);
  }),
  state('an older copy was put back', 'offered', (file) => {
    fs.copyFileSync(path.join(path.dirname(file), 'older-copy'), file);
  }),
];

const truncated = [1, 10, 50, 99, 100, 101, 511, 512, 1024, 4095, 4096, 8192, 20_000].map((bytes) =>
  state(`the database ends after ${bytes} bytes`, 'sound', (file) => fs.truncateSync(file, bytes)),
);

const filled: readonly FolderState[] = [
  state('every byte of the database is 0', 'offered', (file) => change(file, (bytes) => bytes.fill(0))),
  state('every byte of the database is 255', 'offered', (file) => change(file, (bytes) => bytes.fill(255))),
  state('the second half of the database is 0', 'sound', (file) =>
    change(file, (bytes) => bytes.fill(0, bytes.length / 2)),
  ),
  state('the last byte of the database is missing', 'sound', (file) =>
    change(file, (bytes) => bytes.subarray(0, -1)),
  ),
  state('words stand behind the database', 'sound', (file) => fs.appendFileSync(file, 'more words')),
  ...[0, 16, 18, 19, 20, 21, 28, 36, 44, 47, 52, 56, 59, 100, 105].map((offset) =>
    state(`the byte ${offset} of the database is another`, 'sound', (file) =>
      change(file, (bytes) => {
        bytes[offset] = (bytes[offset] ?? 0) ^ 0x55;
        return bytes;
      }),
    ),
  ),
  ...Array.from({ length: 12 }, (_, page) =>
    state(`page ${page + 1} of the database is overwritten`, 'sound', (file) =>
      change(file, (bytes) => bytes.fill(0xa5, 4096 * page, 4096 * (page + 1))),
    ),
  ),
  state('a log of nothing stands beside the database', 'as-before', (file) =>
    fs.writeFileSync(`${file}-wal`, 'a log that nothing can be read from'.repeat(200)),
  ),
  state('the database of the log is of no bytes', 'offered', (file) => {
    fs.writeFileSync(`${file}-wal`, 'a log that nothing can be read from'.repeat(200));
    fs.writeFileSync(file, '');
  }),
];

const shaped: readonly FolderState[] = [
  ...['site', 'plan', 'record', 'change', 'revision', 'attachment', 'setting', 'template'].map((table) =>
    state(`the table ${table} is missing`, 'offered', (file) => inside(file, `DROP TABLE ${table}`)),
  ),
  state('a column is missing', 'offered', (file) => inside(file, 'ALTER TABLE record DROP COLUMN checksum')),
  state('a column has another name', 'offered', (file) =>
    inside(file, 'ALTER TABLE plan RENAME COLUMN undo_from TO undone_from'),
  ),
  state('an index is missing', 'offered', (file) => inside(file, 'DROP INDEX record_by_plan')),
  state('a foreign trigger deletes what is saved', 'offered', (file) =>
    inside(file, 'CREATE TRIGGER evil AFTER UPDATE ON plan BEGIN DELETE FROM record; END'),
  ),
  state('a foreign view', 'offered', (file) => inside(file, 'CREATE VIEW evil AS SELECT * FROM plan')),
  state('a foreign table', 'offered', (file) => inside(file, 'CREATE TABLE note (words)')),
  state('a foreign index', 'offered', (file) => inside(file, 'CREATE UNIQUE INDEX evil ON plan (name)')),
  state('a view in the place of a table', 'offered', (file) =>
    inside(file, 'ALTER TABLE setting RENAME TO kept; CREATE VIEW setting AS SELECT * FROM kept'),
  ),
  ...[-5, 0, 1, 2, latestVersion() + 1, 99, latestVersion() + 2 ** 24].map((version) =>
    state(`the database says that it is of version ${version}`, 'offered', (file) =>
      inside(file, `PRAGMA user_version = ${version}`),
    ),
  ),
  state('the database says that it is of no application', 'offered', (file) =>
    inside(file, 'PRAGMA application_id = 0'),
  ),
];

const littered: readonly FolderState[] = [
  state('thousands of foreign files lie among the backups', 'as-before', (file) => {
    for (let number = 0; number < 3000; number += 1)
      fs.writeFileSync(path.join(backupsOf(file), `sallyport-note-${number}.txt`), '');
  }),
  state('the same, and the database is missing', 'offered', (file) => {
    for (let number = 0; number < 3000; number += 1)
      fs.writeFileSync(path.join(backupsOf(file), `sallyport-note-${number}.txt`), '');
    fs.rmSync(file);
  }),
  state('drafts of backups and of notes are left', 'as-before', (file) => {
    fs.writeFileSync(path.join(backupsOf(file), 'sallyport-2026-11-24T09-30-00-000Z.db.draft'), 'half');
    fs.writeFileSync(`${file}.draft`, 'half');
    fs.writeFileSync(`${file}.saved.new`, '{"plans":');
    fs.writeFileSync(`${file}-wal.kept`, 'half');
  }),
  state('the folder of the backups is a file', 'as-before', (file) => {
    removeBackups(file);
    fs.writeFileSync(backupsOf(file), 'no folder');
  }),
  state('the same, and the database is missing', 'said', (file) => {
    removeBackups(file);
    fs.writeFileSync(backupsOf(file), 'no folder');
    fs.renameSync(file, `${file}.damaged-2026-11-24T09-30-00-000Z`);
    fs.truncateSync(`${file}.damaged-2026-11-24T09-30-00-000Z`, 3000);
  }),
  state('the newest backup is half a file, and the database is missing', 'sound', (file) => {
    fs.truncateSync(newestBackup(file), 3000);
    fs.rmSync(file);
  }),
  state('the small note beside the database is no note', 'as-before', (file) =>
    fs.writeFileSync(`${file}.saved`, '{"plans": 7'),
  ),
  state('the file of the lock is a folder', 'said', (file) => {
    fs.rmSync(`${file}.lock`, { force: true });
    fs.mkdirSync(`${file}.lock`);
  }),
];

/** THE list of what can happen to a folder of data. */
export const folderStates: readonly FolderState[] = [
  ...gone,
  ...truncated,
  ...filled,
  ...shaped,
  ...rows,
  ...unlisted,
  ...littered,
];
