import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import { allRecords } from '../../../core/plan/plan.ts';
import { tallyOf } from '../../../core/plan/tally.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { repositoriesOf } from '../../../electron/storage/repositories.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { receivePlan, rowsOf } from '../../support/received.ts';
import { commit, type TestDatabase, temporaryFolder, testDatabase } from '../../support/temporary-store.ts';

const cameras = Array.from({ length: 900 }, (_, id) => record('camera', { id: id + 1 }));
const plan = testPlan(...cameras);
const rows = rowsOf(plan);
const tally = tallyOf(allRecords(plan));
const coming = { id: 'plan-1', name: 'Existing', records: rows.length, receivedFrom: null };
const sha256 = createHash('sha256')
  .update(Uint8Array.of(1, 2, 3))
  .digest('hex');

const tables = ['plan', 'record', 'site', 'intake', 'attachment', 'attachment_part', 'unplaced'] as const;
const counts = ({ db }: Pick<TestDatabase, 'db'>) =>
  Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
  );

function clearAll({ intake }: Pick<TestDatabase, 'intake'>): void {
  while (granted(intake.clearSome()));
}

describe('a plan that comes by parts', () => {
  test('is seen nowhere before its end, then like any other', () => {
    const database = testDatabase();
    const { intake, plans, sites } = database;
    granted(intake.begin(coming, { siteName: 'Airport Road 3' }));
    let from = 0;
    while (from < rows.length) from = granted(intake.put('plan-1', rows, from));
    expect(sites.list().map(({ name, plans: listed }) => [name, listed])).toEqual([
      ['Harbour Street 12', []],
    ]);
    expect([plans.summary('plan-1').ok, plans.open('plan-1').ok, plans.load('plan-1').ok]).toEqual([
      false,
      false,
      false,
    ]);
    granted(intake.list('plan-1', [], tally));
    const site = sites.list().find(({ name }) => name === 'Airport Road 3');
    expect(site?.plans).toMatchObject([
      { id: 'plan-1', name: 'Existing', version: 1, records: cameras.length },
    ]);
    expect(samePlan(granted(plans.load('plan-1')).plan, plan)).toBe(true);
    expect(granted(intake.clearSome())).toBe(false);
  });

  test('goes without a trace when it never came to its end, with its site and its pictures', () => {
    const database = testDatabase();
    const before = counts(database);
    const { intake, attachments } = database;
    granted(intake.begin(coming, { siteName: 'Airport Road 3' }));
    granted(intake.put('plan-1', rows, 0));
    for (let part = 0; part < 20; part += 1)
      granted(attachments.addPart({ sha256, part, bytes: new Uint8Array([part]) }));
    expect(counts(database)).toMatchObject({ plan: 1, site: 2, intake: 1, attachment_part: 20 });
    clearAll(database);
    expect(counts(database)).toEqual(before);
  });

  test('a site and pictures that others have stay when it goes', () => {
    const database = testDatabase();
    const { intake, attachments, siteId } = database;
    const bytes = new Uint8Array([1, 2, 3]);
    const stored = granted(attachments.add('image/png', bytes));
    granted(intake.begin(coming, { siteId }));
    granted(intake.list('plan-1', [], tally));
    granted(intake.begin({ ...coming, id: 'plan-2' }, { siteName: 'Harbour Street 12' }));
    granted(intake.put('plan-2', rows, 0));
    clearAll(database);
    expect(counts(database)).toMatchObject({ plan: 1, site: 1, record: 0, attachment: 1 });
    expect(attachments.get(stored)?.bytes).toEqual(Buffer.from(bytes));
  });

  test('a picture that came in before and is not in its file has been placed by it', () => {
    const { db, intake, attachments, siteId } = testDatabase();
    const stored = granted(attachments.add('image/png', new Uint8Array([1, 2, 3])));
    const named = rowsOf(testPlan(record('underlay', { attachment: stored })));
    granted(intake.begin({ ...coming, records: named.length }, { siteId }));
    granted(intake.put('plan-1', named, 0));
    granted(intake.list('plan-1', [], tally));
    db.exec("DELETE FROM record WHERE kind = 'underlay'");
    expect([granted(attachments.deleteUnplaced()), attachments.has(stored)]).toEqual([0, true]);
  });

  test('a picture that comes with it has been placed by it', () => {
    const { db, intake, attachments, siteId } = testDatabase();
    granted(intake.begin(coming, { siteId }));
    granted(attachments.addPart({ sha256, part: 0, bytes: new Uint8Array([1, 2, 3]) }));
    granted(intake.list('plan-1', [{ sha256, mediaType: 'image/png', parts: 1 }], tally));
    expect(db.prepare('SELECT count(*) FROM unplaced').pluck().get()).toBe(0);
    expect([granted(attachments.deleteUnplaced()), attachments.has(sha256)]).toEqual([0, true]);
  });

  test.each([
    ['is listed', 'UPDATE plan SET version = 1'],
    ['was edited and lies in the trash', "UPDATE plan SET trashed_at = '2026', version = 2"],
  ])('what is noted as unfinished of a plan that %s takes nothing of it', (_, sql) => {
    const database = testDatabase();
    const { db, plans, siteId } = database;
    granted(plans.create({ id: 'plan-1', siteId, name: 'P', plan, receivedFrom: null }));
    db.exec(`INSERT INTO intake VALUES ('plan-1', NULL); ${sql}`);
    clearAll(database);
    expect(counts(database)).toMatchObject({ plan: 1, record: rows.length, intake: 0 });
  });

  test('parts of a picture whose own row is lost stay', () => {
    const database = testDatabase();
    const { attachments, db, plans, siteId } = database;
    granted(attachments.addPart({ sha256, part: 0, bytes: new Uint8Array([1, 2, 3]) }));
    granted(attachments.finish({ sha256, mediaType: 'image/png', parts: 1 }));
    const underlay = record('underlay', { attachment: sha256 });
    granted(plans.create({ id: 'plan-1', siteId, name: 'P', plan: testPlan(underlay), receivedFrom: null }));
    db.exec('DELETE FROM attachment');
    clearAll(database);
    granted(attachments.deleteUnplaced());
    expect(counts(database)).toMatchObject({ attachment_part: 1 });
  });

  test('no call works for longer than a frame, however many rows it is given', () => {
    const { intake, siteId } = testDatabase();
    const many = rowsOf(
      testPlan(...Array.from({ length: 6000 }, (_, id) => record('camera', { id: id + 1 }))),
    );
    granted(intake.begin(coming, { siteId }));
    const [first, second] = [
      granted(intake.put('plan-1', many, 0)),
      granted(intake.put('plan-1', many, 3000)),
    ];
    expect([first > 0 && first < many.length, second > 3000 && second < many.length]).toEqual([true, true]);
  });

  test('is refused when its site is not there', () => {
    const { intake } = testDatabase();
    expect(intake.begin(coming, { siteId: 'gone' })).toMatchObject({ error: { code: 'not-found' } });
  });

  test('comes into a site that was put into the trash meanwhile, which comes back', () => {
    const { intake, sites, plans, siteId } = testDatabase();
    granted(intake.begin(coming, { siteId }));
    granted(sites.moveToTrash(siteId));
    granted(intake.list('plan-1', [], tally));
    expect(granted(plans.summary('plan-1')).siteId).toBe(siteId);
  });
});

test.each([1, 2, 3])('killed after step %d nothing is listed, and the next start clears it', (steps) => {
  const script = path.resolve(import.meta.dirname, '../../support/killed-intake.ts');
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const child = spawnSync(process.execPath, [script, file, String(steps)]);
  expect(child.signal).toBe('SIGKILL');
  const opened = granted(openDatabase(file, new Date()));
  const repositories = repositoriesOf(opened);
  expect(repositories.sites.list()).toEqual([]);
  clearAll(repositories);
  expect(counts(opened)).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
  opened.db.close();
});

describe('an attachment in parts', () => {
  test('is not there before it is finished, then as one', () => {
    const { attachments } = testDatabase();
    granted(attachments.addPart({ sha256, part: 0, bytes: new Uint8Array([1, 2]) }));
    granted(attachments.addPart({ sha256, part: 1, bytes: new Uint8Array([3]) }));
    expect([attachments.has(sha256), attachments.get(sha256)]).toEqual([false, null]);
    granted(attachments.finish({ sha256, mediaType: 'image/png', parts: 2 }));
    expect(attachments.get(sha256)).toEqual({
      sha256,
      mediaType: 'image/png',
      bytes: Buffer.from([1, 2, 3]),
    });
  });

  test('that nothing names goes with all its parts', () => {
    const database = testDatabase();
    granted(database.attachments.addPart({ sha256, part: 0, bytes: new Uint8Array([1]) }));
    granted(database.attachments.finish({ sha256, mediaType: 'image/png', parts: 1 }));
    expect(granted(database.attachments.deleteUnplaced())).toBe(1);
    expect(counts(database)).toMatchObject({ attachment: 0, attachment_part: 0 });
  });
});

test('an edit that would make a stored plan larger than a plan may be is refused, one record fewer is not', () => {
  const { db, plans, siteId } = testDatabase();
  const id = 'plan-1';
  granted(plans.create({ id, siteId, name: 'P', plan: testPlan(), receivedFrom: null }));
  db.prepare('UPDATE plan SET records = 299999 WHERE id = ?').run(id);
  const save = (count: number) => {
    const added = Array.from({ length: count }, (_, at) => [null, record('camera', { id: at + 1 })] as const);
    return plans.save(id, { baseVersion: 1, commits: [commit('s', added)] });
  };
  expect(save(2)).toEqual({
    ok: false,
    error: {
      code: 'refused',
      message: 'The plan would have 300,001 records; 300,000 are the most. Divide it into several plans.',
    },
  });
  expect(save(1).ok).toBe(true);
});

test('a plan that was received is found again by its content alone', () => {
  const database = testDatabase();
  const given = { planId: 'plan-1', name: 'Existing', siteName: 'Site', plan };
  granted(receivePlan(database, given, { siteId: null, at: new Date() }));
  const again = granted(receivePlan(database, given, { siteId: null, at: new Date() }));
  expect(again).toEqual({ planId: 'plan-1', known: true });
});
