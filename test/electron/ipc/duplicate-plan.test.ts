import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FORMAT } from '../../../core/plan/format.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { allRecords } from '../../../core/plan/plan.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';
import { PlanRepository } from '../../../electron/storage/plan-repository.ts';
import { type StorageWork, workHere } from '../../../electron/storage/safekeeping/storage-work.ts';
import { Store } from '../../../electron/storage/store.ts';
import { checkFigures } from '../../../electron/storage/summaries/check-figures.ts';
import { startNodeChild } from '../../support/node-child.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { commit, temporaryFolder, testStore } from '../../support/temporary-store.ts';
import { type WindowCalls, windowCalls } from '../../support/window-calls.ts';

const wall = record('wall');

function withPlan(plan: Plan) {
  const calls = windowCalls();
  const { sites, plans } = granted(calls.store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan, receivedFrom: null }));
  return { ...calls, siteId, file: path.join(calls.folder, 'database', 'sallyport.db') };
}

function inside(file: string, sql: string): unknown {
  const db = new Database(file);
  try {
    return sql.startsWith('SELECT') ? db.prepare(sql).pluck().all() : db.exec(sql);
  } finally {
    db.close();
  }
}

const posts = (count: number) => Array.from({ length: count }, (_, id) => record('post', { id: id + 1 }));
const names = async ({ call }: Pick<WindowCalls, 'call'>) =>
  granted(await call('sites.list', {})).flatMap(({ plans }) => plans.map(({ name }) => name));

describe('a duplicate', () => {
  test('has the same records in their order under its own name, and an empty journal', async () => {
    const plan = testPlan(wall, ...posts(1000));
    const { call, store, siteId, file } = withPlan(plan);
    const { plans } = granted(store.repositories());
    const moved = { ...wall, b: { x: 10, y: 5 } };
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[wall, moved]])] }));
    const copy = granted(await call('plans.duplicate', { planId: 'p1', name: 'Option B' }));
    expect(copy).toMatchObject({ siteId, name: 'Option B', records: 998, version: 1 });
    const expected = [...allRecords(testPlan(moved, ...posts(1000)))].map((each) =>
      each.id === 'settings:plan' ? { ...each, name: 'Option B' } : each,
    );
    expect([...allRecords(granted(plans.load(copy.id)).plan)]).toEqual(expected);
    expect(plans.history(copy.id, 10)).toEqual([]);
    const db = new Database(file);
    expect(checkFigures(db)).toMatchObject({ fit: 2, wrong: [], unknown: [] });
    db.close();
    expect(granted(plans.summary('p1'))).toMatchObject({ name: 'Existing', version: 2 });
  });

  test('lets other calls be answered all the while, and is listed with its last row', async () => {
    const { call, ...calls } = withPlan(testPlan(...posts(12_000)));
    let isDone = false;
    const copying = call('plans.duplicate', { planId: 'p1', name: 'Option B' }).finally(() => {
      isDone = true;
    });
    let turns = 0;
    for (; !isDone; turns += 1) await setImmediate();
    expect(turns).toBeGreaterThan(4);
    granted(await copying);
    expect((await names({ call, ...calls })).sort()).toEqual(['Existing', 'Option B']);
  });

  test('of a plan that is changed meanwhile is not listed, and leaves nothing once files are read', async () => {
    const { call, ...calls } = withPlan(testPlan(wall, ...posts(6000)));
    const { plans } = granted(calls.store.repositories());
    const copying = call('plans.duplicate', { planId: 'p1', name: 'Option B' });
    await setImmediate();
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[wall, null]])] }));
    expect(await copying).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await names({ call, ...calls })).toEqual(['Existing']);
    granted(await call('files.openSample', {}));
    expect(inside(calls.file, 'SELECT count(*) FROM intake')).toEqual([0]);
  });

  test('is not cleared by a file that is read meanwhile', async () => {
    const { call, ...calls } = withPlan(testPlan(...posts(6000)));
    const { intake } = granted(calls.store.repositories());
    const copying = call('plans.duplicate', { planId: 'p1', name: 'Option B' });
    await setImmediate();
    while (granted(intake.clearSome()));
    expect(granted(await copying)).toMatchObject({ records: 5997 });
    expect((await names({ call, ...calls })).sort()).toEqual(['Existing', 'Option B']);
  });

  test('of a damaged plan is refused, and nothing of it stays', async () => {
    const { call, file, ...calls } = withPlan(testPlan(wall));
    inside(file, `UPDATE record SET body = replace(body, '"thickness":0.2', '"thickness":0.9')`);
    const damaged = { ok: false, error: { code: 'damaged' } };
    expect(await call('plans.duplicate', { planId: 'p1', name: 'Option B' })).toMatchObject(damaged);
    inside(file, "DELETE FROM record WHERE kind = 'wall'");
    expect(await call('plans.duplicate', { planId: 'p1', name: 'Option B' })).toMatchObject(damaged);
    expect(await names({ call, ...calls })).toEqual(['Existing']);
  });
});

/** Makes the plans of a database such as format 2 had them. */
const FORMER = `UPDATE plan SET format = 2;
  UPDATE record SET body = json_remove(body, '$.order', '$.states'), checksum = NULL
  WHERE json_extract(body, '$.layer') IS NOT NULL`;

/** A database with a plan of an earlier format. */
function formerPlan(file: string, plan: Plan): void {
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan, receivedFrom: null }));
  store.close({ backup: false });
  inside(file, FORMER);
}

describe('a plan of an earlier format', () => {
  const former = testPlan(wall, ...posts(3000));

  test('is brought to today’s by a process of its own, beside the open database', async () => {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    formerPlan(file, former);
    const jobs = new Jobs(startNodeChild);
    onTestFinished(() => jobs.cancelAll());
    const asked: string[] = [];
    const work: StorageWork = {
      ...workHere,
      reformat: (request) => {
        asked.push(request.planId);
        return jobs.run('storage.bringUpToDate', request);
      },
    };
    const tell = () => undefined;
    const store = new Store({ file, onSlow: tell, onNotice: tell, onTrouble: tell, work });
    store.open();
    onTestFinished(() => store.close({ backup: false }));
    granted(await store.bringUpToDate('p1'));
    expect(inside(file, 'SELECT format FROM plan')).toEqual([FORMAT]);
    // Today's is not asked for again, and what the process wrote is no other program's work.
    granted(await store.bringUpToDate('p1'));
    expect(asked).toEqual(['p1']);
    expect(store.status()).toMatchObject({ state: 'ready', message: null });
    const { plans } = granted(store.repositories());
    expect([...granted(plans.load('p1')).plan.tables.wall.values()]).toEqual([wall]);
    expect(granted(plans.summary('p1')).version).toBe(1);
  });

  test.each([
    ['plans.open', {}],
    ['plans.rename', { name: 'Existing' }],
    ['plans.duplicate', { name: 'Option B' }],
  ] as const)('can be asked for at once by %s', async (name, more) => {
    const { call, file } = withPlan(former);
    inside(file, FORMER);
    granted(await call(name, { planId: 'p1', ...more }));
    expect(new Set(inside(file, 'SELECT format FROM plan') as number[])).toEqual(new Set([FORMAT]));
  });

  test.each([
    [100, true],
    [20_000, false],
  ])('of %i posts is read at once where nothing can be written: %s', (count, isRead) => {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    formerPlan(file, testPlan(wall, ...posts(count)));
    const db = new Database(file);
    onTestFinished(() => void db.close());
    db.pragma('query_only = ON');
    const opened = new PlanRepository(db, { newId: () => 'x', now: () => '' }).open('p1');
    expect(opened.ok ? null : opened.error).toEqual(
      isRead
        ? null
        : { code: 'refused', message: expect.stringMatching(/^The plan "Existing" is of an earlier format/) },
    );
  });
});
