import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../electron/storage/database.ts';
import { APPLICATION_ID, latestVersion, migrate } from '../../../electron/storage/migrate.ts';
import { shapeAs } from '../../../electron/storage/safekeeping/expected-schema.ts';
import { granted, testPlan } from '../../support/plan-builder.ts';
import { mountedFolder, smallDisk, temporaryFolder, testDatabase } from '../../support/temporary-store.ts';

const at = new Date('2026-11-24T09:30:00Z');

function closedDatabase(): string {
  const { db, file, plans, siteId } = testDatabase();
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(), receivedFrom: null }));
  db.close();
  return file;
}

function reopen(file: string) {
  const opened = openDatabase(file, at);
  if (opened.ok) onTestFinished(() => void opened.value.db.close());
  return opened;
}

describe('openDatabase', () => {
  // The build falls back to NORMAL with the first write under WAL: committed work could be lost.
  test('keeps every pragma after a write and after reopening', () => {
    const file = closedDatabase();
    const { db } = granted(reopen(file));
    db.exec("INSERT INTO setting VALUES ('a', 'b')");
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      trustedSchema: pragma('trusted_schema'),
      cellSizeCheck: pragma('cell_size_check'),
      busyTimeout: pragma('busy_timeout'),
      applicationId: pragma('application_id'),
      version: pragma('user_version'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      busyTimeout: 3000,
      applicationId: APPLICATION_ID,
      version: latestVersion(),
    });
  });

  test('makes folders with spaces, quotes and Unicode in their names', () => {
    const file = path.join(temporaryFolder(), `O'Brien "site" – Übersicht`, 'sallyport.db');
    expect(reopen(file)).toMatchObject({ ok: true, value: { readOnly: false, afterUncleanEnd: false } });
  });

  test('refuses a newer database and leaves its bytes alone', () => {
    const file = closedDatabase();
    const newer = new Database(file);
    newer.exec(`CREATE TABLE later (word TEXT); PRAGMA user_version = ${latestVersion() + 1}`);
    newer.close();
    const before = fs.readFileSync(file);
    expect(reopen(file)).toEqual({
      ok: false,
      error: {
        state: 'too-new',
        message:
          'The database sallyport.db was written by a newer Sallyport. Use that one, or a newer one still.',
        detail: null,
      },
    });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  test('finds a file that is no database', () => {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    fs.writeFileSync(file, 'not a database at all'.repeat(100));
    expect(reopen(file)).toEqual({
      ok: false,
      error: {
        state: 'damaged',
        message: 'The database sallyport.db is damaged.',
        detail: 'file is not a database',
      },
    });
  });

  test('finds a database of another application', () => {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    const other = new Database(file);
    other.exec('CREATE TABLE note (text)');
    other.close();
    expect(reopen(file)).toEqual({
      ok: false,
      error: {
        state: 'damaged',
        message: 'The file sallyport.db is not a database of this application.',
        detail: null,
      },
    });
  });

  test('finds pages that were overwritten', () => {
    const file = closedDatabase();
    const bytes = fs.readFileSync(file);
    bytes.fill(0xa5, 4096, bytes.length);
    fs.writeFileSync(file, bytes);
    expect(reopen(file)).toMatchObject({ ok: false, error: { state: 'damaged' } });
  });

  test('checks thoroughly after an end without closing, and has all that was committed', () => {
    const { file, siteId } = testDatabase();
    // The log of a process that was killed stays behind: copy both while the database is open.
    const folder = temporaryFolder();
    const left = path.join(folder, 'sallyport.db');
    fs.copyFileSync(file, left);
    fs.copyFileSync(`${file}-wal`, `${left}-wal`);
    const { afterUncleanEnd, db } = granted(reopen(left));
    expect(afterUncleanEnd).toBe(true);
    expect(db.prepare('SELECT id FROM site').pluck().all()).toEqual([siteId]);
  });
});

describe('a place that cannot be written', () => {
  test('opens a read-only database for reading and refuses to write', () => {
    const disk = smallDisk('size=8m');
    const file = path.join(disk.folder, 'sallyport.db');
    fs.copyFileSync(closedDatabase(), file);
    disk.makeReadOnly();
    const { db, readOnly } = granted(reopen(file));
    expect(readOnly).toBe(true);
    expect(db.prepare('SELECT name FROM plan').pluck().all()).toEqual(['Existing']);
    expect(() => db.exec("INSERT INTO setting VALUES ('a', 'b')")).toThrow(/readonly/);
  });

  test('says of a file of the database that leads nowhere that it cannot be opened', () => {
    const file = closedDatabase();
    fs.symlinkSync(`${file}-wal`, `${file}-wal`);
    expect(reopen(file)).toMatchObject({
      ok: false,
      error: { state: 'unavailable', message: expect.stringContaining('the system says ELOOP') },
    });
  });

  test('says which folder cannot be written when there is no database yet', () => {
    const folder = mountedFolder('size=1m,ro');
    expect(reopen(path.join(folder, 'sallyport.db'))).toEqual({
      ok: false,
      error: {
        state: 'unavailable',
        message: `The folder ${folder} cannot be written (EROFS): allow writing to it, then start Sallyport again.`,
        detail: null,
      },
    });
  });
});

test('a disk without room for the copy before a migration leaves nothing behind, however often it is tried', () => {
  const disk = smallDisk('size=8m');
  const file = path.join(disk.folder, 'sallyport.db');
  const older = new Database(file);
  shapeAs(older, 3);
  older.prepare('INSERT INTO attachment VALUES (?, ?, ?)').run('a', 'image/png', randomBytes(3_000_000));
  older.close();
  disk.fill();
  const before = fs.readdirSync(disk.folder).sort();
  for (let start = 0; start < 3; start += 1) {
    expect(openDatabase(file, new Date(Date.UTC(2026, 0, 1, 0, 0, start)))).toMatchObject({
      ok: false,
      error: { state: 'unavailable', message: expect.stringContaining('the disk is full') },
    });
    expect(fs.readdirSync(disk.folder).sort()).toEqual(before);
  }
  disk.makeRoom();
  expect(reopen(file)).toMatchObject({ ok: true });
  const copies = fs.readdirSync(disk.folder).filter((name) => name.includes('.version-3-'));
  expect(copies).toHaveLength(1);
  const copy = new Database(path.join(disk.folder, copies[0] ?? ''), { readonly: true });
  expect(copy.prepare('SELECT length(bytes) FROM attachment').pluck().get()).toBe(3_000_000);
  copy.close();
});

describe('migrate', () => {
  const steps = [
    { to: 1, sql: 'CREATE TABLE a (x INTEGER NOT NULL) STRICT' },
    { to: 2, sql: 'ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 7' },
  ];

  test('brings rows of an older shape to the new one', () => {
    const db = new Database(':memory:');
    migrate(db, steps.slice(0, 1));
    db.exec('INSERT INTO a VALUES (1), (2)');
    migrate(db, steps);
    expect(db.prepare('SELECT * FROM a').all()).toEqual([
      { x: 1, y: 7 },
      { x: 2, y: 7 },
    ]);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
  });

  test('takes all steps back when one fails', () => {
    const db = new Database(':memory:');
    const failing = [...steps, { to: 3, sql: 'CREATE TABLE a (x)' }];
    expect(() => migrate(db, failing)).toThrow(/already exists/);
    expect(db.pragma('user_version', { simple: true })).toBe(0);
    expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0);
  });

  test('refuses a list with a gap', () => {
    const db = new Database(':memory:');
    expect(() => migrate(db, steps.slice(1))).toThrow('No step leads the database to version 1.');
  });

  test('makes the tables that are written here, all strict', () => {
    const { db } = testDatabase();
    const tables = db.pragma('table_list') as { name: string; schema: string; strict: number }[];
    const own = tables.filter(({ name }) => !name.startsWith('sqlite_'));
    expect(own.map(({ name, strict }) => [name, strict]).sort()).toEqual([
      ['attachment', 1],
      ['attachment_part', 1],
      ['backup_count', 1],
      ['change', 1],
      ['change_attachment', 1],
      ['intake', 1],
      ['plan', 1],
      ['plan_box', 1],
      ['plan_summary', 1],
      ['record', 1],
      ['revision', 1],
      ['setting', 1],
      ['site', 1],
      ['template', 1],
      ['unplaced', 1],
      ['upright_form', 1],
      ['upright_part', 1],
    ]);
  });
});
