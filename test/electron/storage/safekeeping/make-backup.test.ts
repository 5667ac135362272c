import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/storage/database.ts';
import { makeBackup } from '../../../../electron/storage/safekeeping/make-backup.ts';
import { backupFolderOf, offersFor } from '../../../../electron/storage/safekeeping/offers.ts';
import { restoreCopy } from '../../../../electron/storage/safekeeping/restore-copy.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { overwriteRecords, testDatabase } from '../../../support/temporary-store.ts';

const plan = testPlan(record('wall'));

function withPlans(count: number) {
  const stored = testDatabase();
  for (let number = 1; number <= count; number += 1) add(stored, number);
  return stored;
}

function add({ plans, siteId }: ReturnType<typeof testDatabase>, number: number): void {
  const name = `p${number}`;
  granted(plans.create({ id: name, siteId, name, plan, receivedFrom: null }));
}

const backup = (file: string, at: string) => granted(makeBackup({ file, at: `${at}.000Z` }));

test('the newer backup is the one that was made later, whatever the clock said', () => {
  const stored = withPlans(1);
  const { file } = stored;
  expect(backup(file, '2026-11-24T09:00:00')).toMatchObject({ number: 1, day: 1, isNew: true });
  add(stored, 2);
  expect(backup(file, '2001-01-01T00:00:00')).toMatchObject({ number: 2, day: 2, isNew: true });
  add(stored, 3);
  expect(backup(file, '2001-01-01T05:00:00')).toMatchObject({ number: 3, day: 2, isNew: true });
  expect(offersFor(file).map(({ plans }) => plans)).toEqual([3, 2, 1]);
});

test('none is made again of what the newest one holds; settings do not count', () => {
  const { file, db } = withPlans(1);
  const first = backup(file, '2026-11-24T09:00:00');
  db.exec("INSERT INTO setting VALUES ('window.state', '{}')");
  expect(backup(file, '2026-11-24T10:00:00')).toEqual({ ...first, isNew: false });
  db.exec("INSERT INTO template VALUES ('t', 'Gate', '{}', '')");
  expect(backup(file, '2026-11-24T11:00:00')).toMatchObject({ number: 2, isNew: true });
});

test('a damaged backup is not offered, not deleted, and no reason not to make one', () => {
  const { file } = withPlans(1);
  const { name } = backup(file, '2026-11-24T09:00:00');
  const place = path.join(backupFolderOf(file), name);
  fs.writeFileSync(place, fs.readFileSync(place).fill(0x5a, 4096));
  expect(offersFor(file)).toEqual([]);
  expect(backup(file, '2026-11-24T10:00:00')).toMatchObject({ number: 2, isNew: true });
  expect(fs.existsSync(place)).toBe(true);
});

test('one of which a page was overwritten is no reason not to make one, though it tells what it held', () => {
  const { file } = withPlans(1);
  const { name } = backup(file, '2026-11-24T09:00:00');
  const place = path.join(backupFolderOf(file), name);
  overwriteRecords(place);
  expect(backup(file, '2026-11-24T10:00:00')).toMatchObject({ number: 2, isNew: true });
  expect(backup(file, '2026-11-24T11:00:00')).toMatchObject({ number: 2, isNew: false });
});

test('what cannot be removed does not fail a backup that was made', () => {
  const { file } = withPlans(1);
  const folder = backupFolderOf(file);
  const left = ['sallyport-x.db.draft', 'sallyport-y.db.draft'].map((name) => path.join(folder, name));
  fs.mkdirSync(left[0] ?? '', { recursive: true });
  fs.writeFileSync(left[1] ?? '', '');
  for (const each of left) fs.utimesSync(each, 0, 0);
  expect(backup(file, '2026-11-24T09:00:00')).toMatchObject({ number: 1, isNew: true, left: [] });
  expect(left.map((each) => fs.existsSync(each))).toEqual([true, false]);
});

test('a number goes on from the database where the folder was lost, and from the folder where it was not', () => {
  const stored = withPlans(1);
  const { file, db } = stored;
  db.exec("INSERT INTO backup_count VALUES (1, 41, 12, '2026-11-23')");
  expect(backup(file, '2026-11-24T09:00:00')).toMatchObject({ number: 42, day: 13 });
  db.exec('DELETE FROM backup_count');
  add(stored, 2);
  expect(backup(file, '2026-11-24T10:00:00')).toMatchObject({ number: 43, day: 13 });
});

test('a backup opens as a database of today and knows its own number', () => {
  const { file } = withPlans(1);
  const { name, number } = backup(file, '2026-11-24T09:00:00');
  const opened = granted(openDatabase(path.join(backupFolderOf(file), name), new Date()));
  expect(opened.db.prepare('SELECT number FROM backup_count').pluck().get()).toBe(number);
  expect(opened.db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(4);
  opened.db.close();
});

test('a restored copy is newer than every backup, so that the next one does not fall behind them', () => {
  const stored = withPlans(1);
  const { file, db } = stored;
  const { name } = backup(file, '2026-11-24T09:00:00');
  for (let number = 2; number < 5; number += 1) {
    add(stored, number);
    backup(file, `2026-11-24T1${number}:00:00`);
  }
  db.close();
  granted(restoreCopy({ file, name, at: '2026-11-25T09:00:00.000Z' }));
  const restored = new Database(file);
  expect(restored.prepare('SELECT number FROM backup_count').pluck().get()).toBe(5);
  restored.exec("UPDATE plan SET version = 9, updated_at = '2026-11-25T09:30:00.000Z'");
  restored.close();
  expect(backup(file, '2026-11-25T10:00:00')).toMatchObject({ number: 6 });
});

test('a copy that holds more or less than its source is not kept as a backup', () => {
  const { file, db } = withPlans(2);
  // The copy of a table loses a row when the trigger of the source's own making takes it out.
  db.exec("INSERT INTO backup_count VALUES (1, 1, 1, '')");
  db.exec('CREATE TRIGGER evil AFTER INSERT ON backup_count BEGIN DELETE FROM record; END');
  expect(makeBackup({ file, at: '2026-11-24T09:00:00.000Z' })).toEqual({
    ok: false,
    error: { code: 'not-written', message: 'The backup could not be read back, so none was kept.' },
  });
  expect(fs.readdirSync(backupFolderOf(file))).toEqual([]);
});

describe('backups that something can be had from stay', () => {
  /** Ten more backups of one day: all that no rule keeps are pushed out. */
  function workOn(stored: ReturnType<typeof testDatabase>): void {
    for (let edit = 1; edit <= 10; edit += 1) {
      granted(stored.sites.rename(stored.siteId, `Name ${edit}`));
      backup(stored.file, `2026-11-24T10:00:0${edit % 10}`);
    }
  }
  const kept = (file: string) => fs.readdirSync(backupFolderOf(file));

  test.each([
    ['lost a record', "DELETE FROM record WHERE kind = 'wall' AND plan_id = 'p1'"],
    ['a damaged record', "UPDATE record SET body = body || ' ' WHERE kind = 'wall' AND plan_id = 'p1'"],
    ['a record of another kind', "UPDATE record SET kind = 'walk' WHERE kind = 'wall' AND plan_id = 'p1'"],
    [
      'a damaged record in the trash',
      "UPDATE plan SET trashed_at = '2026'; DELETE FROM record WHERE kind = 'wall' AND plan_id = 'p1'",
    ],
  ])('while a plan has %s, whether or not anybody asked for it', (_, sql) => {
    const stored = withPlans(2);
    const { name } = backup(stored.file, '2026-11-24T09:00:00');
    stored.db.exec(sql);
    workOn(stored);
    expect(kept(stored.file)).toContain(name);
    expect(kept(stored.file)).toHaveLength(6);
    stored.db.exec(
      'DELETE FROM change; DELETE FROM plan_summary; DELETE FROM plan_box; DELETE FROM record; DELETE FROM plan',
    );
    add(stored, 3);
    workOn(stored);
    expect(kept(stored.file)).not.toContain(name);
  });

  test('while a picture is not as it was stored, also where no row names it any more', () => {
    const stored = withPlans(1);
    const { attachments, db, file, plans, siteId } = stored;
    const sha256 = granted(attachments.add('image/png', Buffer.from('picture')));
    const pictured = testPlan(record('underlay', { attachment: sha256 }));
    granted(plans.create({ id: 'p2', siteId, name: 'p2', plan: pictured, receivedFrom: null }));
    const { name } = backup(file, '2026-11-24T09:00:00');
    db.exec("UPDATE attachment SET bytes = x'00'");
    workOn(stored);
    expect(kept(file)).toContain(name);
    db.exec("DELETE FROM record WHERE kind = 'underlay'");
    workOn(stored);
    expect(kept(file)).toContain(name);
  });
});
