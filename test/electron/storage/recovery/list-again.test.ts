import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { samePlan } from '../../../../core/plan/diff.ts';
import { FORMAT } from '../../../../core/plan/format.ts';
import { savedNoteOf } from '../../../../electron/storage/safekeeping/acknowledged.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, smallDisk, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const moved = { ...wall, tag: 'W-1' };

/** Two plans in one site and one in another, each with a step; then `sql` is done to them while they are closed. */
function startedAfter(
  sql: string,
  happen: (file: string) => void = () => undefined,
  folder = temporaryFolder(),
) {
  const file = path.join(folder, 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const [depot, yard] = ['Depot', 'Yard'].map((name) => granted(sites.create(name)).id);
  granted(sites.create('Empty'));
  for (const [id, siteId = ''] of [
    ['p1', depot],
    ['p2', depot],
    ['p3', yard],
  ] as const) {
    granted(plans.create({ id, siteId, name: `Plan ${id}`, plan: testPlan(wall), receivedFrom: null }));
    granted(plans.save(id, { baseVersion: 1, commits: [commit('s1', [[wall, moved]])] }));
  }
  store.close();
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  happen(file);
  const later = testStore(file);
  const listed = () =>
    granted(later.store.repositories())
      .sites.list()
      .map((site) => [site.name, ...site.plans.map(({ id }) => id).sort()].join(' '))
      .sort();
  return { file, ...later, listed };
}

const withoutNote = (file: string) => fs.rmSync(savedNoteOf(file));
const ALL = ['Depot p1 p2', 'Empty', 'Yard p3'];

describe('what lists plans and sites', () => {
  test('is as it was where nothing is lost, and nothing is said', () => {
    const { store, listed } = startedAfter('SELECT 1');
    expect([listed(), store.status().message]).toEqual([ALL, null]);
  });

  test('lost rows of sites come again under their names, without plans as well, and are told once', () => {
    const { file, store, listed, troubles } = startedAfter('DELETE FROM site');
    const said = ['Depot', 'Yard', 'Empty']
      .map((name) => `The database had lost the entry of the site "${name}": it is made anew.`)
      .sort();
    expect(listed()).toEqual(ALL);
    expect(store.status()).toMatchObject({ state: 'ready' });
    expect([...troubles].sort()).toEqual(said);
    for (const sentence of said) expect(store.status().message).toContain(sentence);
    const { plans } = granted(store.repositories());
    expect(plans.load('p1').ok).toBe(true);
    store.close();
    expect(testStore(file).store.status().message).toBe(null);
  });

  test('a lost row of a site that nothing noted leaves its plans under a site of another name', () => {
    const { store, listed } = startedAfter("DELETE FROM site WHERE name = 'Depot'", withoutNote);
    expect(listed()).toEqual(['Empty', 'Recovered site p1 p2', 'Yard p3']);
    expect(store.status().message).toBe(
      'The database had lost the site of the plans "Plan p1" and "Plan p2": look under "Recovered site".',
    );
    const { sites } = granted(store.repositories());
    const found = sites.list().find(({ name }) => name === 'Recovered site');
    granted(sites.rename(found?.id ?? '', 'Depot'));
    expect(listed()).toEqual(ALL);
  });

  test('a lost row of a plan comes again in its site, with its steps', () => {
    const { file, store, listed } = startedAfter("DELETE FROM plan WHERE id = 'p1'");
    expect(listed()).toEqual(ALL);
    expect(store.status()).toMatchObject({
      state: 'ready',
      message:
        'The database had lost the entry of the plan "Plan p1": it is made anew in the site "Depot". Look it over.',
    });
    const { plans, journal } = granted(store.repositories());
    const { plan, summary } = granted(plans.load('p1'));
    expect(samePlan(plan, testPlan(moved))).toBe(true);
    expect(summary).toMatchObject({ name: 'Plan p1', version: 2, records: 1 });
    expect(granted(journal.depths('p1'))).toEqual({ done: 1, undone: 0 });
    granted(plans.save('p1', { baseVersion: 2, commits: [commit('s2', [[moved, wall]])] }));
    store.close();
    expect(testStore(file).store.status()).toMatchObject({ state: 'ready', message: null });
  });

  test('a lost row of a plan that nothing noted has the name in its settings, and its format', () => {
    const { store, listed } = startedAfter(
      `DELETE FROM plan WHERE id = 'p1';
       UPDATE record SET checksum = NULL, body = json_remove(body, '$.order')
         WHERE plan_id = 'p1' AND kind = 'wall'`,
      withoutNote,
    );
    expect(listed()).toEqual(['Depot p2', 'Empty', 'Recovered site p1', 'Yard p3']);
    const { plans } = granted(store.repositories());
    const { plan, summary } = granted(plans.load('p1'));
    expect(plan.tables.wall.get(wall.id)).toEqual(moved);
    expect(summary).toMatchObject({ name: plan.tables.settings.get('settings:plan')?.name, version: 2 });
    expect(FORMAT).toBeGreaterThan(2);
  });

  test('lost rows of all sites and plans leave nothing unseen', () => {
    const { store, listed } = startedAfter('DELETE FROM site; DELETE FROM plan', withoutNote);
    expect(listed()).toEqual(['Recovered site p1 p2 p3']);
    const { plans } = granted(store.repositories());
    for (const id of ['p1', 'p2', 'p3']) expect(plans.load(id).ok).toBe(true);
  });

  test('a plan of which only the journal is left is damaged, and comes whole from the backup', async () => {
    const { store, listed } = startedAfter(
      "DELETE FROM plan WHERE id = 'p1'; DELETE FROM record WHERE plan_id = 'p1'",
    );
    expect(listed()).toEqual(ALL);
    const { plans } = granted(store.repositories());
    expect(plans.load('p1')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const state = granted(await store.planState('p1'));
    expect(state).toMatchObject({ kind: 'mended', lost: 0 });
    granted(await store.restorePlan('p1', state?.from ?? ''));
    expect(samePlan(granted(plans.load('p1')).plan, testPlan(moved))).toBe(true);
  });

  test('records that were lost with the row of their plan are missed', () => {
    const { store } = startedAfter(
      "DELETE FROM plan WHERE id = 'p1'; DELETE FROM record WHERE plan_id = 'p1' AND kind = 'wall'",
    );
    const { plans } = granted(store.repositories());
    expect(plans.open('p1')).toMatchObject({
      ok: false,
      error: { code: 'damaged', message: expect.stringContaining('it has lost 1 of its records') },
    });
  });

  test('a plan that is gone with all its rows is missed as before', () => {
    const { store } = startedAfter(
      `DELETE FROM plan WHERE id = 'p1'; DELETE FROM record WHERE plan_id = 'p1';
       DELETE FROM change WHERE plan_id = 'p1'`,
    );
    expect(store.status()).toMatchObject({
      state: 'older',
      message: expect.stringContaining('it lacks "Plan p1" (the whole plan)'),
    });
  });

  test('an older database is not given the sites that came later', async () => {
    const { store, listed } = startedAfter(
      `DELETE FROM change WHERE plan_id = 'p3'; DELETE FROM plan_summary; DELETE FROM plan_box;
       DELETE FROM record WHERE plan_id = 'p3'; DELETE FROM plan WHERE id = 'p3';
       DELETE FROM site WHERE name <> 'Depot'`,
    );
    expect(store.status().state).toBe('older');
    granted(store.useOlder());
    expect([listed(), store.status().message]).toEqual([['Depot p1 p2'], null]);
  });

  test('what never came to its end is not listed again', () => {
    const { listed, store } = startedAfter(
      `DELETE FROM plan WHERE id = 'p3'; INSERT INTO intake VALUES ('p3', NULL)`,
      withoutNote,
    );
    expect([listed(), store.status().message]).toEqual([['Depot p1 p2', 'Empty', 'Yard'], null]);
  });

  test('where nothing can be written, plans of a lost site are listed, and a lost plan is told', () => {
    const disk = smallDisk('size=16m');
    const sql = "DELETE FROM site WHERE name = 'Depot'; DELETE FROM plan WHERE id = 'p2'";
    const { store, listed } = startedAfter(sql, () => disk.makeReadOnly(), disk.folder);
    expect(listed()).toEqual(['Empty', 'Recovered site p1', 'Yard p3']);
    expect(granted(store.repositories()).plans.load('p1').ok).toBe(true);
    expect(store.status()).toMatchObject({
      state: 'read-only',
      message: expect.stringContaining('has lost what lists a plan or a site: allow writing'),
    });
  });
});
