import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT, formats } from '../../../../core/plan/format.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { tallyOf } from '../../../../core/plan/tally.ts';
import { sameValue } from '../../../../core/records/same-value.ts';
import { PlanRepository } from '../../../../electron/storage/plan-repository.ts';
import { keptFigures, writeFigures } from '../../../support/figures.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';
import { type Walk, walksOf } from '../../../support/random/walks.ts';
import { receivePlan } from '../../../support/received.ts';
import { StoredSession } from '../../../support/stored-session.ts';
import { commit, storeCopy, type TestDatabase, testDatabase } from '../../../support/temporary-store.ts';

function expectFit(db: Database.Database, id: string): void {
  const { kept, counted } = keptFigures(db, id);
  // Asked very often: the runner's own comparison costs as much as all the rest.
  if (!sameValue(kept, counted)) expect(kept).toEqual(counted);
}

/** Edits a plan by a walk, with undo and redo in between, and looks after each step. */
function walkThrough(
  session: StoredSession,
  { steps }: Walk,
  acts: readonly number[],
  look: () => void,
): void {
  for (const [number, { diff }] of steps.entries()) {
    if (diff.size > 0) session.edit(diff);
    const act = acts[number] ?? 0;
    // There and back again, in one save or in two.
    for (let back = 0; back < act - 5; back += 1) session.undo();
    if (act % 2 === 0) session.save();
    while (session.redo()) session.save();
    look();
  }
}

describe('over random walks of edits, undo and redo, saved some at a time', () => {
  const acts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 120, maxLength: 120 });
  const walks = walksOf(20_261_202, { count: 4, length: 120 });
  const choices = fc.sample(acts, { seed: 20_261_202, numRuns: walks.length });
  const chosen = walks.map((walk, index) => ({ index, walk, acts: choices[index] ?? [] }));

  test.each(chosen)(
    'what is kept is what counting from nothing gives: $index',
    ({ walk, acts: chosenActs }) => {
      const database = testDatabase();
      const { db, plans, siteId } = database;
      granted(plans.create({ id: 'p1', siteId, name: 'x', plan: walk.start, receivedFrom: null }));
      expectFit(db, 'p1');
      const session = new StoredSession({ plans, id: 'p1', plan: walk.start });
      walkThrough(session, walk, chosenActs, () => expectFit(db, 'p1'));
      storeCopy(plans, 'p1', 'A copy');
      const received = { planId: null, name: 'y', siteName: 'Airport Road 3', plan: session.plan };
      granted(receivePlan(database, received, { siteId, at: new Date() }));
      while (session.undo()) if (session.done.length % 10 === 0) session.save();
      session.save();
      granted(plans.rename('p1', 'Another name', 'edit.rename-plan'));
      const ids = db.prepare<[], string>('SELECT id FROM plan').pluck().all();
      expect(ids).toHaveLength(3);
      for (const id of ids) expectFit(db, id);
    },
    60_000,
  );
});

const at = (x: number, y: number) => ({ x, y });
const camera = (id: number, place: { x: number; y: number }) => record('camera', { id, at: place });
const inner = camera(1, at(50, 50));
const west = camera(2, at(0, 50));
const around = [camera(3, at(100, 50)), camera(4, at(50, 0)), camera(5, at(50, 100))];
const wall = record('wall', { id: 1, a: at(20, 20), b: at(30, 20) });

function stored(...records: PlanRecord[]) {
  const database = testDatabase();
  const { plans, siteId } = database;
  const plan = testPlan(...records);
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan, receivedFrom: null }));
  return database;
}

const cameras = () => stored(inner, west, ...around, wall);

type Changed = readonly [before: PlanRecord | null, after: PlanRecord | null];

function save({ plans }: Pick<TestDatabase, 'plans'>, ...changes: Changed[]): number {
  const { version: baseVersion } = granted(plans.summary('p1'));
  return granted(plans.save('p1', { baseVersion, commits: [commit(`s${baseVersion}`, changes)] })).version;
}

describe('a save', () => {
  test('reads no record but those that it changes, where none of them was at the border', () => {
    const database = cameras();
    const { db, summaries } = database;
    db.prepare("UPDATE record SET body = '~', checksum = 0 WHERE id NOT IN (?, ?)").run(inner.id, west.id);
    save(database, [inner, { ...inner, at: at(60, 60), state: 'existing' }], [null, camera(9, at(200, 50))]);
    expect(summaries.known('p1')).toMatchObject({
      counts: { camera: { existing: 1, proposed: 5 }, wall: { existing: 1 } },
      extent: { minX: 0, minY: 0, maxX: 200, maxY: 100 },
    });
  });

  test('reads the records of its part and no other where one at the border goes', () => {
    const elsewhere = {
      ...camera(6, at(5, 50)),
      id: `camera:f${west.id.slice('camera:0'.length)}`,
    } as typeof west;
    const database = stored(inner, west, ...around, wall, elsewhere);
    const { db, summaries } = database;
    db.prepare("UPDATE record SET body = '~', checksum = 0 WHERE id IN (?, ?)").run(elsewhere.id, wall.id);
    save(database, [west, null]);
    expect(summaries.known('p1')).toMatchObject({
      counts: { camera: { proposed: 5 } },
      extent: { minX: 5, minY: 0, maxX: 100, maxY: 100 },
    });
  });

  test('reads none where it changes all of a part', () => {
    const { db, plans, summaries } = cameras();
    db.exec("UPDATE record SET body = '~' WHERE kind = 'camera'");
    const all = [inner, west, ...around];
    const changes = all.map((each) => [each, { ...each, at: at(each.at.x / 2, each.at.y / 2) }] as const);
    save({ plans }, ...changes);
    expect(summaries.known('p1')?.extent).toEqual({ minX: 0, minY: 0, maxX: 50, maxY: 50 });
  });

  test('with what goes out and comes back leaves the extent as it was', () => {
    const database = cameras();
    const far = { ...inner, at: at(900, 900) };
    const { plans, db, summaries } = database;
    const commits = [commit('s1', [[inner, far]]), commit('s2', [[far, inner]], 's1')];
    granted(plans.save('p1', { baseVersion: 1, commits }));
    expect(summaries.known('p1')?.extent).toEqual({ minX: 0, minY: 0, maxX: 100, maxY: 100 });
    expectFit(db, 'p1');
  });

  // The window may be wrong about what is stored; what counts is what lies there.
  test.each<readonly [string, Changed]>([
    [
      'another state',
      [
        { ...inner, state: 'removed', at: at(0, 0) },
        { ...inner, state: 'existing' },
      ],
    ],
    ['another state, of one that goes', [{ ...west, state: 'removed', at: at(50, 50) }, null]],
    ['nothing, where there is one', [null, { ...west, at: at(1, 50), state: 'existing' }]],
    ['one that is not there', [camera(7, at(-500, 0)), camera(7, at(10, 10))]],
    ['one that is not there, and goes', [camera(7, at(-500, 0)), null]],
  ])('that says that there was %s counts what there was', (_, changed) => {
    const database = cameras();
    save(database, changed);
    expectFit(database.db, 'p1');
  });

  test('of a record from before there were checksums counts what there was', () => {
    const database = cameras();
    database.db.exec('UPDATE record SET checksum = NULL');
    save(database, [west, { ...west, at: at(3, 50), state: 'existing' }], [wall, null]);
    expectFit(database.db, 'p1');
  });

  test('over what nobody can read leaves the figures unknown, and they are not guessed later', () => {
    const database = cameras();
    const { db, summaries } = database;
    db.prepare("UPDATE record SET body = '~', checksum = 0 WHERE id = ?").run(inner.id);
    save(database, [inner, { ...inner, state: 'existing' }]);
    expect(summaries.known('p1')).toBeNull();
    save(database, [west, null]);
    expect(summaries.known('p1')).toBeNull();
    expect(summaries.uncounted()).toEqual(['p1']);
  });

  test('of a plan that was never counted counts nothing', () => {
    const database = cameras();
    const { db, summaries } = database;
    db.exec('DELETE FROM plan_summary; DELETE FROM plan_box');
    save(database, [west, null]);
    expect([summaries.known('p1'), summaries.uncounted()]).toEqual([null, ['p1']]);
  });

  test('that is refused changes no figure', () => {
    const { db, plans } = cameras();
    expect(plans.save('p1', { baseVersion: 7, commits: [commit('s1', [[west, null]])] }).ok).toBe(false);
    expectFit(db, 'p1');
  });
});

describe('figures', () => {
  test('of another version of the plan are given to nobody', () => {
    const { db, summaries } = cameras();
    db.exec('UPDATE plan SET version = 2');
    expect([summaries.known('p1'), summaries.uncounted()]).toEqual([null, ['p1']]);
  });

  test('that somebody else keeps stay, with the version that they belong to', () => {
    const database = cameras();
    const { db, summaries } = database;
    const coverage = { version: 1, value: { seen: 0.82 } };
    writeFigures(db, 'p1', (figures) => {
      figures.coverage = coverage;
    });
    save(database, [west, null]);
    const text = db.prepare<[], string>('SELECT figures FROM plan_summary').pluck().get() ?? '';
    expect(JSON.parse(text)).toMatchObject({ coverage, counts: { version: 2 }, extent: { version: 2 } });
    expect(summaries.known('p1')?.counts.camera).toEqual({ proposed: 4 });
    expectFit(db, 'p1');
  });

  test.each([
    ['counts of another version', { counts: { version: 0, value: {} } }],
    ['counts of no kind that there is', { counts: { version: 1, value: { wail: { existing: 1 } } } }],
    ['counts that are none', { counts: { version: 1, value: { wall: { existing: -1 } } } }],
    ['an extent that is none', { extent: { version: 1, value: { minX: 0 } } }],
    ['no extent', { extent: undefined }],
  ])('with %s are not known', (_, wrong) => {
    const { db, summaries } = cameras();
    writeFigures(db, 'p1', (figures) => void Object.assign(figures, wrong));
    expect(summaries.known('p1')).toBeNull();
  });

  test.each([
    ['figures', 'UPDATE plan_summary SET figures = replace(figures, \'"proposed":5\', \'"proposed":8\')'],
    ['format', 'UPDATE plan_summary SET format = format + 1'],
    ['time of the last change', "UPDATE plan_summary SET changed_at = '2001'"],
    ['text', "UPDATE plan_summary SET figures = '{'"],
  ])('whose %s are no longer what was written are not known, and are counted again', (_, sql) => {
    const { db, summaries } = cameras();
    db.exec(sql);
    expect([summaries.known('p1'), summaries.uncounted()]).toEqual([null, ['p1']]);
  });

  test.each([
    ['part that changes', 'camera:0'],
    ['other part', 'wall:0'],
  ])('are not known any more after a save that comes upon a damaged box of the %s', (_, part) => {
    const database = cameras();
    const { db, summaries } = database;
    db.prepare('UPDATE plan_box SET min_x = -70 WHERE part = ?').run(part);
    save(database, [west, null]);
    expect([summaries.known('p1'), summaries.uncounted()]).toEqual([null, ['p1']]);
  });

  test('of a plan that was taken to another format are of that', () => {
    const { db, siteId } = cameras();
    const raise = {
      to: FORMAT + 1,
      record: (each: object) => ({ ...each, ...('state' in each && { state: 'removed' }) }),
    };
    const known = { format: FORMAT + 1, steps: [...formats.steps, raise] };
    const setup = { newId: String, now: () => new Date().toISOString(), formats: known };
    const plans = new PlanRepository(db, setup);
    expect(plans.list(siteId)).toHaveLength(1);
    granted(plans.load('p1'));
    expectFit(db, 'p1');
    expect(keptFigures(db, 'p1').kept.known).toMatchObject({
      format: FORMAT + 1,
      counts: { camera: { removed: 5 }, wall: { removed: 1 } },
    });
  });
});

describe('what was counted elsewhere', () => {
  const counted = { id: 'p1', version: 1, format: FORMAT, at: '2026-11-24T09:00:00.000Z' };
  const tally = tallyOf([wall]);

  test('is taken where the plan is still the one that was counted', () => {
    const { db, summaries } = cameras();
    expect(granted(summaries.take(counted, tally))).toBe(true);
    expect(summaries.known('p1')).toMatchObject({ counts: { wall: { existing: 1 } }, changedAt: counted.at });
    expect(db.prepare('SELECT part FROM plan_box').pluck().all()).toEqual(['wall:0']);
  });

  test.each([
    ['was saved meanwhile', { version: 2 }],
    ['is of another format by now', { format: FORMAT - 1 }],
    ['is gone', { id: 'p2' }],
  ])('is not taken where the plan %s', (_, other) => {
    const { db, summaries } = cameras();
    expect(granted(summaries.take({ ...counted, ...other }, tally))).toBe(false);
    expectFit(db, 'p1');
  });
});

test('a plan that is still coming in has no figures, and is not counted', () => {
  const { intake, summaries, siteId } = testDatabase();
  granted(intake.begin({ id: 'p9', name: 'x', records: 1, receivedFrom: null }, { siteId }));
  expect([summaries.known('p9'), summaries.uncounted()]).toEqual([null, []]);
  expect(summaries.known(testId('wall'))).toBeNull();
});
