import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backupFolderOf } from '../../../../electron/storage/safekeeping/offers.ts';
import type { Store } from '../../../../electron/storage/store.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const post = record('post');

/** A store whose plan has a backup, and two edits since if wanted; then `sql` is done to it while it is closed. */
function damagedPlan(sql: string, { edits = 0 } = {}) {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  for (const id of ['p1', 'p2']) {
    granted(plans.create({ id, siteId, name: `Plan ${id}`, plan: testPlan(wall, post), receivedFrom: null }));
  }
  granted(plans.save('p1', { baseVersion: 1, commits: [commit('s0', [[wall, { ...wall, tag: 'W-0' }]])] }));
  store.close();
  store.open();
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
  const db = new Database(file);
  db.exec(sql);
  db.close();
  store.open();
  return { file, store, plans: granted(store.repositories()).plans };
}

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
      const state = granted(store.planState('p1'));
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
    const state = granted(store.planState('p1'));
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
    const state = granted(store.planState('p1'));
    expect(state).toMatchObject({ kind: 'mended', lost: 0 });
    granted(await store.restorePlan('p1', state?.from ?? ''));
    expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toMatchObject({ tag: 'W-0' });
  });

  test('is offered nothing where no backup has it sound', () => {
    const { file, store } = damagedPlan(lose('settings'));
    expect(store.planState('none')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    fs.rmSync(backupFolderOf(file), { recursive: true });
    expect(granted(store.planState('p1'))).toBe(null);
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
    granted(granted(store.repositories()).plans.duplicate('p2', 'Option B'));
    const state = granted(store.planState('p1'));
    granted(await store.restorePlan('p1', state?.from ?? ''));
    expect(granted(granted(store.repositories()).plans.load('p1')).plan.tables.settings.size).toBe(1);
  });

  test('keeps the backup that has it until it is sound again, once it was asked for', async () => {
    const { file, store } = damagedPlan(lose('settings'));
    const { from = '' } = granted(store.planState('p1')) ?? {};
    workElsewhere(store, 7);
    expect(granted(store.planState('p1'))?.from).toBe(from);
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
