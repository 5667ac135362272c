import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FORMAT } from '../../../../core/plan/format.ts';
import { Jobs } from '../../../../electron/jobs/jobs.ts';
import { recoveredRows } from '../../../../electron/storage/recovery/plan-recovery.ts';
import { writeRecovered } from '../../../../electron/storage/recovery/write-recovered.ts';
import { backupFolderOf } from '../../../../electron/storage/safekeeping/offers.ts';
import type { Store } from '../../../../electron/storage/store.ts';
import { startNodeChild } from '../../../support/node-child.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import {
  commit,
  smallDisk,
  storeCopy,
  temporaryFolder,
  testStore,
} from '../../../support/temporary-store.ts';

const wall = record('wall');
const post = record('post');

/** A store whose plan has a backup, and edits since if wanted; then `sql` is done to it while it is closed. */
function damagedPlan(sql: string, { edits = 0, backups = 1, folder = temporaryFolder() } = {}) {
  const file = path.join(folder, 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  for (const id of ['p1', 'p2']) {
    granted(plans.create({ id, siteId, name: `Plan ${id}`, plan: testPlan(wall, post), receivedFrom: null }));
  }
  granted(plans.save('p1', { baseVersion: 1, commits: [commit('s0', [[wall, { ...wall, tag: 'W-0' }]])] }));
  store.close();
  store.open();
  for (let backup = 1; backup < backups; backup += 1) {
    granted(granted(store.repositories()).sites.create(`Site ${backup}`));
    store.close();
    store.open();
  }
  let before = { ...wall, tag: 'W-0' };
  for (let edit = 1; edit <= edits; edit += 1) {
    const after = { ...wall, tag: `W-${edit}` };
    granted(
      granted(store.repositories()).plans.save('p1', {
        baseVersion: 1 + edit,
        commits: [commit(`s${edit}`, [[before, after]])],
      }),
    );
    before = after;
  }
  store.close({ backup: false });
  inside(file, sql);
  store.open();
  return { file, store, plans: granted(store.repositories()).plans };
}

const backupsOf = (file: string) =>
  fs
    .readdirSync(backupFolderOf(file))
    .sort()
    .map((name) => path.join(backupFolderOf(file), name));

function inside(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

/** Makes a database one of the version before backups were numbered. */
const VERSION_5 = `ALTER TABLE plan DROP COLUMN last_seq; DROP TABLE unplaced; DROP TABLE upright_form; DROP TABLE upright_part; DROP TABLE plan_summary; DROP TABLE plan_box;
  DROP INDEX record_underlay; DROP TABLE backup_count; PRAGMA user_version = 5;
  CREATE INDEX record_by_attachment ON record (json_extract(body, '$.attachment')) WHERE kind = 'underlay';`;

const lose = (kind: string) => `DELETE FROM record WHERE plan_id = 'p1' AND kind = '${kind}'`;

describe('a plan that has lost a row', () => {
  test.each(['settings', 'floor', 'layer', 'post'])(
    '%s: is named, and takes it from the backup',
    async (kind) => {
      const { store, plans } = damagedPlan(lose(kind));
      const lost = {
        ok: false,
        error: { code: 'damaged', message: expect.stringContaining('"Plan p1" is damaged') },
      };
      expect(plans.open('p1')).toEqual(lost);
      expect(plans.load('p1')).toEqual(lost);
      expect(granted(plans.load('p2')).summary.version).toBe(1);
      const state = granted(await store.planState('p1'));
      expect(state).toMatchObject({ kind: 'mended', records: 5, lost: 0 });
      granted(await store.restorePlan('p1', state?.from ?? ''));
      const { plan } = granted(plans.load('p1'));
      expect(plan.tables.wall.get(wall.id)).toMatchObject({ tag: 'W-0' });
      expect(plan.tables.post.get(post.id)).toEqual(post);
      // Nothing was done since the backup: undo goes on.
      expect(granted(granted(store.repositories()).journal.depths('p1')).done).toBe(1);
    },
  );

  test('keeps the edits that were made since the backup', async () => {
    const { store, plans } = damagedPlan(lose('settings'), { edits: 2 });
    const state = granted(await store.planState('p1'));
    granted(await store.restorePlan('p1', state?.from ?? ''));
    const { plan, summary } = granted(plans.load('p1'));
    expect(plan.tables.wall.get(wall.id)).toMatchObject({ tag: 'W-2' });
    expect(summary.version).toBe(5);
    expect(granted(plans.load('p2')).summary.version).toBe(1);
  });

  test('with a damaged row takes that row from the backup', async () => {
    const { store, plans } = damagedPlan(
      `UPDATE record SET body = '~' || substr(body, 2) WHERE plan_id = 'p1' AND kind = 'wall'`,
    );
    expect(plans.load('p1')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const state = granted(await store.planState('p1'));
    expect(state).toMatchObject({ kind: 'mended', lost: 0 });
    granted(await store.restorePlan('p1', state?.from ?? ''));
    expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toMatchObject({ tag: 'W-0' });
  });

  test.each([
    ['whose kind is another', "UPDATE record SET kind = 'walk' WHERE plan_id = 'p1' AND kind = 'wall'"],
    [
      'whose id is another',
      "UPDATE record SET id = replace(id, 'wall:0', 'wall:f') WHERE plan_id = 'p1' AND kind = 'wall'",
    ],
    [
      'in an older format that is no longer what was written',
      `UPDATE plan SET format = ${FORMAT - 1};
       UPDATE record SET body = replace(body, 'W-0', 'W-9') WHERE plan_id = 'p1' AND kind = 'wall'`,
    ],
  ])('with a row %s takes that row from the backup', async (_, sql) => {
    const { store, plans } = damagedPlan(sql);
    expect(plans.load('p1')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const state = granted(await store.planState('p1'));
    expect(state).toMatchObject({ kind: 'mended', records: 5, lost: 0 });
    granted(await store.restorePlan('p1', state?.from ?? ''));
    const { plan } = granted(plans.load('p1'));
    expect([...plan.tables.wall.values()]).toEqual([{ ...wall, tag: 'W-0' }]);
  });

  test('is offered nothing where no backup has it sound', async () => {
    const { file, store } = damagedPlan(lose('settings'));
    expect(await store.planState('none')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    fs.rmSync(backupFolderOf(file), { recursive: true });
    expect(granted(await store.planState('p1'))).toBe(null);
  });

  test('a backup of the plan as it is now is no good state of it', async () => {
    const { store } = damagedPlan(lose('post'));
    const before = granted(await store.planState('p1'));
    granted(granted(store.repositories()).sites.create('Yard'));
    granted(await store.backUpNow());
    expect(granted(await store.planState('p1'))).toEqual(before);
    expect(before).toMatchObject({ kind: 'mended', lost: 0 });
  });

  /** Sessions on the other plan of the same day: each ends with a backup. */
  function workElsewhere(store: Store, sessions: number) {
    for (let session = 0; session < sessions; session += 1) {
      const { plans } = granted(store.repositories());
      const baseVersion = granted(plans.summary('p2')).version;
      const change = [[wall, { ...wall, tag: `W-${session}` }]] as const;
      granted(plans.save('p2', { baseVersion, commits: [commit(`t${baseVersion}`, change)] }));
      store.close();
      store.open();
    }
  }

  test('takes it from a backup that the one made for that would push out', async () => {
    const { store } = damagedPlan(lose('settings'));
    workElsewhere(store, 4);
    storeCopy(granted(store.repositories()).plans, 'p2', 'Option B');
    const state = granted(await store.planState('p1'));
    granted(await store.restorePlan('p1', state?.from ?? ''));
    expect(granted(granted(store.repositories()).plans.load('p1')).plan.tables.settings.size).toBe(1);
  });

  test('keeps the backup that has it until it is sound again, once it was asked for', async () => {
    const { file, store } = damagedPlan(lose('settings'));
    const { from = '' } = granted(await store.planState('p1')) ?? {};
    workElsewhere(store, 7);
    expect(granted(await store.planState('p1'))?.from).toBe(from);
    expect(fs.readdirSync(backupFolderOf(file))).toHaveLength(6);
    granted(await store.restorePlan('p1', from));
    workElsewhere(store, 1);
    expect(fs.readdirSync(backupFolderOf(file))).not.toContain(from);
  });

  test('a backup that is not there gives nothing and changes nothing', async () => {
    const { store, plans } = damagedPlan(lose('settings'));
    expect(await store.restorePlan('p1', '../sallyport.db')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(plans.load('p1').ok).toBe(false);
  });
});

describe('what was done since the backup', () => {
  const later = record('post', { id: 2 });

  /** A backup has the wall; since then it was deleted, a post was made and moved; then `sql` is done. */
  function changedPlan(sql: string) {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    const { store } = testStore(file);
    const { sites, plans } = granted(store.repositories());
    const siteId = granted(sites.create('Depot')).id;
    const given = { id: 'p1', siteId, name: 'Plan p1', receivedFrom: null };
    granted(plans.create({ ...given, plan: testPlan(wall, post) }));
    store.close();
    store.open();
    const commits = [
      commit('s1', [[wall, null]]),
      commit('s2', [[null, later]]),
      commit('s3', [[later, { ...later, tag: 'P-2' }]]),
    ];
    granted(granted(store.repositories()).plans.save('p1', { baseVersion: 1, commits }));
    store.close({ backup: false });
    inside(file, sql);
    store.open();
    return { store, plans: granted(store.repositories()).plans };
  }
  const loseLater = `DELETE FROM record WHERE id = '${later.id}'`;

  test('comes from the journal: what was deleted stays so, what was made is there', async () => {
    const { store, plans } = changedPlan(loseLater);
    const state = granted(await store.planState('p1'));
    expect(state).toMatchObject({ kind: 'mended', records: 5, lost: 0 });
    granted(await store.restorePlan('p1', state?.from ?? ''));
    const { tables } = granted(plans.load('p1')).plan;
    expect(tables.wall.size).toBe(0);
    expect([...tables.post.values()]).toEqual([post, { ...later, tag: 'P-2' }]);
  });

  test.each([
    ['cannot be read', "UPDATE change SET diff = '~' WHERE seq = 3"],
    ['is missing', 'DELETE FROM change_attachment; DELETE FROM change WHERE seq = 2'],
    ['is another one', "UPDATE plan SET undo_from = 1 WHERE id = 'p1'"],
  ])('is unknown where the journal %s: then what is gone stays gone, and is counted', async (_, sql) => {
    const { store, plans } = changedPlan(`${sql}; ${loseLater}; ${lose('floor')}`);
    const state = granted(await store.planState('p1'));
    expect(state).toMatchObject({ kind: 'mended', records: 4, lost: 1 });
    granted(await store.restorePlan('p1', state?.from ?? ''));
    const { tables } = granted(plans.load('p1')).plan;
    expect([tables.wall.size, [...tables.post.values()]]).toEqual([0, [post]]);
  });
});

describe('a backup of an older version', () => {
  function twoBackups(ofNewest: string) {
    const { file, store, plans } = damagedPlan(lose('post'), { backups: 2 });
    const [older, newest] = backupsOf(file);
    inside(newest ?? '', ofNewest);
    return { store, plans, older: path.basename(older ?? ''), newest: newest ?? '' };
  }

  test('gives its plan', async () => {
    const { store, plans, newest } = twoBackups(VERSION_5);
    granted(await store.restorePlan('p1', path.basename(newest)));
    expect(granted(plans.load('p1')).plan.tables.post.size).toBe(1);
  });

  test('that lacks a part of it gives way to the one before', async () => {
    const { store, older } = twoBackups(`${VERSION_5} DROP INDEX record_by_attachment`);
    expect(granted(await store.planState('p1'))).toMatchObject({ from: older, lost: 0 });
  });

  test('that is damaged gives way to the one before', async () => {
    const { store, older, newest } = twoBackups(VERSION_5);
    const bytes = fs.readFileSync(newest);
    fs.writeFileSync(newest, bytes.fill(0x5a, 4096, bytes.length - 4096));
    expect(granted(await store.planState('p1'))).toMatchObject({ from: older, lost: 0 });
  });

  test('that the disk has no room to read is told', async () => {
    const disk = smallDisk('size=8m');
    const { file, store } = damagedPlan(lose('post'), { folder: disk.folder });
    for (const backup of backupsOf(file)) inside(backup, VERSION_5);
    disk.fill();
    expect(await store.planState('p1')).toEqual({
      ok: false,
      error: {
        code: 'not-written',
        message: 'An older backup is read by way of a copy, and the disk is full. Free some space on it.',
      },
    });
  });
});

describe('the pictures of a plan', () => {
  // More than one part.
  const bytes = Buffer.alloc(700_000, 'picture');

  /** A store whose plan has a picture and a backup; then `sql` is done to it while it is closed. */
  function pictured(sql: string, isInParts = true) {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    const { store } = testStore(file);
    const { sites, plans, attachments } = granted(store.repositories());
    const sha256 = granted(attachments.add('image/png', bytes));
    if (isInParts) {
      const [first, second] = [bytes.subarray(0, 600_000), bytes.subarray(600_000)];
      granted(attachments.addPart({ sha256, part: 0, bytes: first }));
      granted(attachments.addPart({ sha256, part: 1, bytes: second }));
      granted(attachments.finish({ sha256, mediaType: 'image/png', parts: 2 }));
    }
    const plan = testPlan(wall, record('underlay', { attachment: sha256 }));
    const siteId = granted(sites.create('Depot')).id;
    granted(plans.create({ id: 'p1', siteId, name: 'Plan p1', plan, receivedFrom: null }));
    store.close();
    inside(file, `${lose('underlay')}; ${sql}`);
    store.open();
    return { file, store, sha256 };
  }

  /** Restores the plan from the backup; gives what was said before and the plan has after. */
  async function restored({ store, sha256 }: ReturnType<typeof pictured>) {
    const state = granted(await store.planState('p1'));
    granted(await store.restorePlan('p1', state?.from ?? ''));
    const { attachments, plans } = granted(store.repositories());
    const underlays = granted(plans.load('p1')).plan.tables.underlay.size;
    return { state, underlays, bytes: attachments.get(sha256)?.bytes ?? null };
  }

  test('outlives the session that ends while the plan is damaged', async () => {
    const { store, sha256, file } = pictured('SELECT 1');
    store.close();
    store.open();
    expect(granted(store.repositories()).attachments.get(sha256)?.bytes).toEqual(bytes);
    expect(await restored({ store, sha256, file })).toMatchObject({
      state: { kind: 'mended', lost: 0, lostPictures: 0 },
      underlays: 1,
      bytes,
    });
  });

  test.each([
    ['is lost', 'DELETE FROM attachment; DELETE FROM attachment_part'],
    ['has lost its own row', 'DELETE FROM attachment'],
    ['has lost a part', 'DELETE FROM attachment_part WHERE part = 1'],
    [
      'has a part too many',
      'INSERT INTO attachment_part SELECT sha256, 7, bytes FROM attachment_part LIMIT 1',
    ],
    ['is another in a part', "UPDATE attachment_part SET bytes = x'00' WHERE part = 1"],
    ['is another', "UPDATE attachment SET bytes = x'00'"],
  ])('that %s comes from the backup with it', async (_, sql) => {
    for (const isInParts of [true, false]) {
      const given = pictured(sql, isInParts);
      expect(await restored(given)).toMatchObject({ state: { lostPictures: 0 }, underlays: 1, bytes });
      given.store.close();
      given.store.open();
      expect(granted(given.store.repositories()).attachments.get(given.sha256)?.bytes).toEqual(bytes);
    }
  });

  test('that no backup has is told, and one that only an older backup has comes from there', async () => {
    const given = pictured('DELETE FROM attachment; DELETE FROM attachment_part');
    const { file, store } = given;
    const [older = ''] = backupsOf(file);
    granted(granted(store.repositories()).sites.create('Yard'));
    granted(await store.backUpNow());
    const newest = backupsOf(file).at(-1) ?? '';
    // The newest has all of the plan but the bytes.
    fs.copyFileSync(older, newest);
    inside(newest, 'DELETE FROM attachment');
    const kept = fs.readFileSync(older);
    inside(older, 'DELETE FROM attachment_part');
    inside(older, 'DELETE FROM attachment');
    expect(granted(await store.planState('p1'))).toMatchObject({ kind: 'mended', lost: 0, lostPictures: 1 });
    fs.writeFileSync(older, kept);
    expect(await restored(given)).toMatchObject({
      state: { from: path.basename(newest), lostPictures: 0 },
      underlays: 1,
      bytes,
    });
  });

  test('are not taken where the database is no longer in its place', async () => {
    const { file, store } = pictured('DELETE FROM attachment; DELETE FROM attachment_part');
    const { from = '' } = granted(await store.planState('p1')) ?? {};
    fs.renameSync(file, `${file}.away`);
    expect(await store.restorePlan('p1', from)).toMatchObject({ ok: false, error: { code: 'not-written' } });
    fs.renameSync(`${file}.away`, file);
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM attachment_part').pluck().all()).toEqual([0]);
    db.close();
  });
});

test('the search and what it finds come from a process of their own', async () => {
  const { file, store, plans } = damagedPlan(lose('post'));
  const jobs = new Jobs(startNodeChild);
  onTestFinished(() => jobs.cancelAll());
  const state = granted(await jobs.run('storage.planState', { file, planId: 'p1' }));
  expect(state).toEqual(granted(await store.planState('p1')));
  const request = { file, planId: 'p1', from: state?.from ?? '' };
  expect(granted(await recoveredRows(request, async () => undefined))).toMatchObject({
    rows: [{ id: post.id, kind: 'post' }],
    areAll: false,
    isExact: true,
  });
  expect(plans.load('p1').ok).toBe(false);
  granted(await jobs.run('storage.restorePlan', { ...request, at: '2026-11-24T09:00:00.000Z' }));
  expect(granted(plans.load('p1')).plan.tables.post.get(post.id)).toEqual(post);
  // What another process writes beside it is this program's own.
  expect(store.status().state).toBe('ready');
});

test('what was found is not written over a plan that was changed meanwhile', async () => {
  const { file, store, plans } = damagedPlan(lose('post'));
  const { from = '' } = granted(await store.planState('p1')) ?? {};
  const found = granted(await recoveredRows({ file, planId: 'p1', from }, async () => undefined));
  granted(await store.restorePlan('p1', from));
  const db = new Database(file);
  const again = writeRecovered(db, { id: 'p1', at: '2026-11-24T09:00:00.000Z' }, found);
  expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
  db.close();
  expect(granted(plans.load('p1')).summary.version).toBe(3);
});

test('a plan of an older plan format has one format when it is mended', async () => {
  const { file, store, plans } = damagedPlan(
    `UPDATE plan SET format = 2 WHERE id = 'p1';
     UPDATE record SET body = json_remove(body, '$.order', '$.states'), checksum = NULL WHERE plan_id = 'p1';
     ${lose('post')}`,
    { edits: 1 },
  );
  const state = granted(await store.planState('p1'));
  expect(state).toMatchObject({ kind: 'mended', lost: 0 });
  granted(await store.restorePlan('p1', state?.from ?? ''));
  const { plan } = granted(plans.load('p1'));
  expect(plan.tables.post.get(post.id)).toEqual(post);
  expect(plan.tables.wall.get(wall.id)).toEqual({ ...wall, tag: 'W-1' });
  const db = new Database(file, { readonly: true });
  const unordered =
    "SELECT count(*) FROM record WHERE kind = 'wall' AND json_extract(body, '$.order') IS NULL";
  expect(db.prepare(unordered).pluck().get()).toBe(0);
  db.close();
});
