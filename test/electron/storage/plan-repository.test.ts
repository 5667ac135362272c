import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { applyDiff, samePlan } from '../../../core/plan/diff.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords } from '../../../core/plan/plan.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { sameValue } from '../../../core/records/same-value.ts';
import { prepareCommit } from '../../../electron/storage/journal/prepare-commit.ts';
import { migrate } from '../../../electron/storage/migrate.ts';
import { PlanRepository, type RecordPage } from '../../../electron/storage/plan-repository.ts';
import { SiteRepository } from '../../../electron/storage/site-repository.ts';
import { allSteps, sent } from '../../support/journal-steps.ts';
import { granted, groundRecords, record, testId, testPlan } from '../../support/plan-builder.ts';
import { commit, testDatabase } from '../../support/temporary-store.ts';

const wall = record('wall', { id: 1 });
const moved = { ...wall, b: { x: 10, y: 5 } };
const camera = record('camera', { id: 1, tag: 'C-01' });

function stored(...records: PlanRecord[]) {
  const database = testDatabase();
  const { plans, siteId } = database;
  const plan = testPlan(...records);
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan, receivedFrom: null }));
  return { ...database, plan };
}

describe('a stored plan', () => {
  test('loads equal, in the order its records were made', () => {
    const { plans, plan, siteId } = stored(record('wall', { id: 9 }), record('wall', { id: 3 }), camera);
    const loaded = granted(plans.load('p1'));
    expect([...allRecords(loaded.plan)]).toEqual([...allRecords(plan)]);
    expect(loaded.siteName).toBe('Harbour Street 12');
    expect(loaded.summary).toMatchObject({ id: 'p1', siteId, name: 'Existing', records: 3, version: 1 });
  });

  test('a save writes the changed rows, one journal row a commit, and the next version', () => {
    const { plans, db } = stored(wall);
    const commits = [
      commit('s1', [[wall, moved]]),
      commit('s2', [[null, camera]]),
      commit('s3', [[moved, null]]),
    ];
    expect(granted(plans.save('p1', { baseVersion: 1, commits })).version).toBe(2);
    const loaded = granted(plans.load('p1'));
    expect([...allRecords(loaded.plan)]).toEqual([...allRecords(testPlan(camera))]);
    expect(loaded.summary).toMatchObject({ records: 1, version: 2 });
    const journal = db
      .prepare('SELECT seq, step, undoes, author, label, at, format, diff, packed FROM change ORDER BY seq')
      .all();
    expect(journal).toEqual(
      commits.map((each, index) => {
        const { pages, ...facts } = sent(each);
        return { seq: index + 1, ...facts, format: FORMAT, diff: pages.join(), packed: null };
      }),
    );
    expect(plans.history('p1', 2).map(({ seq, step }) => [seq, step])).toEqual([
      [3, 's3'],
      [2, 's2'],
    ]);
  });

  test('a record that changes keeps its place in the order; one that comes back is last', () => {
    const second = record('wall', { id: 2 });
    const { plans } = stored(wall, second);
    const idsOfWalls = () => [...granted(plans.load('p1')).plan.tables.wall.keys()];
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[wall, moved]])] }));
    expect(idsOfWalls()).toEqual([testId('wall', 1), testId('wall', 2)]);
    const thereAndBack = [commit('s2', [[moved, null]]), commit('s3', [[null, moved]], 's2')];
    granted(plans.save('p1', { baseVersion: 2, commits: thereAndBack }));
    expect(idsOfWalls()).toEqual([testId('wall', 2), testId('wall', 1)]);
  });

  test('a save that adds more corners than a plan may have is refused, also without a new record', () => {
    const { plans } = stored(wall);
    const prepared = prepareCommit(commit('s1', [[wall, moved]]));
    const grown = {
      ...prepared,
      growth: { records: 0, pictures: 0, corners: planLimits.corners + 1, bytes: 0 },
    };
    expect(plans.save('p1', { baseVersion: 1, commits: [grown] })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('corners') },
    });
    granted(plans.save('p1', { baseVersion: 1, commits: [prepared] }));
  });

  test('a save on another version is a conflict and writes nothing', () => {
    const { plans, db } = stored(wall);
    const save = { baseVersion: 1, commits: [commit('s1', [[wall, moved]])] };
    granted(plans.save('p1', save));
    expect(plans.save('p1', save)).toEqual({
      ok: false,
      error: {
        code: 'conflict',
        message:
          'The plan "Existing" was changed elsewhere meanwhile. Open it again to see its present state.',
      },
    });
    expect(db.prepare('SELECT count(*) FROM change').pluck().get()).toBe(1);
  });

  test('a change of the settings record gives the plan its name', () => {
    const { plans, plan, siteId } = stored();
    const [before] = plan.tables.settings.values();
    if (!before) throw new Error('no settings');
    const commits = [commit('s1', [[before, { ...before, name: 'Option B' }]])];
    granted(plans.save('p1', { baseVersion: 1, commits }));
    expect(plans.list(siteId).map(({ name }) => name)).toEqual(['Option B']);
  });

  test('a plan that is not there is refused by every method', () => {
    const { plans, journal } = stored();
    const refusals = [
      plans.load('p2'),
      journal.depths('p2'),
      plans.summary('p2'),
      plans.save('p2', { baseVersion: 1, commits: [commit('s', [])] }),
      plans.rename('p2', 'x', 'label'),
      plans.moveToTrash('p2'),
      plans.restore('p2'),
    ];
    expect(refusals.map((each) => !each.ok && each.error.code)).toEqual(refusals.map(() => 'not-found'));
    expect(
      plans.create({ id: 'p3', siteId: 'none', name: 'x', plan: testPlan(), receivedFrom: null }),
    ).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('what is read is checked', () => {
  const read = (sql: string) => {
    const { plans, db } = stored(wall);
    db.exec(sql);
    return plans.load('p1');
  };

  test('a body that breaks its schema is named', () => {
    expect(read(`UPDATE record SET body = json_set(body, '$.thickness', -1) WHERE kind = 'wall'`)).toEqual({
      ok: false,
      error: {
        code: 'damaged',
        message: expect.stringMatching(
          /^The plan "Existing" is damaged in the database: .*wall:0{8}-.* is not valid in "thickness".* Restore a backup/,
        ),
      },
    });
  });

  test('a body that is not JSON is named', () => {
    const result = read(`UPDATE record SET body = '{' WHERE kind = 'wall'`);
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(!result.ok && result.error.message).toContain(`the record ${testId('wall', 1)} is not JSON`);
  });

  test('a body in the row of another record is named', () => {
    const result = read(`UPDATE record SET id = '${testId('wall', 2)}' WHERE kind = 'wall'`);
    expect(!result.ok && result.error.message).toContain(`row of ${testId('wall', 2)} holds the record`);
  });

  test.each([
    ['kind', `UPDATE record SET kind = 'walk' WHERE kind = 'wall'`, 'says that it is a walk'],
    [
      'id',
      `UPDATE record SET id = replace(id, 'wall:0', 'wall:f') WHERE kind = 'wall'`,
      'holds the record wall:0',
    ],
  ])('a row whose %s is another is named, by its page as well', (_, sql, words) => {
    const { plans, db } = stored(wall);
    db.exec(sql);
    const [whole, page] = [plans.load('p1'), plans.page('p1', { version: 1, after: 0, upTo: 1e9 })];
    expect([!whole.ok && whole.error.message, !page.ok && page.error.message]).toEqual([
      expect.stringContaining(words),
      expect.stringContaining(words),
    ]);
  });

  test('a record that is valid but not what was written is named', () => {
    const result = read(`UPDATE record SET body = json_set(body, '$.thickness', 9) WHERE kind = 'wall'`);
    expect(!result.ok && result.error.message).toContain(
      `${testId('wall', 1)} is no longer what was written`,
    );
  });

  test('a page holds only records that are what was written', () => {
    const { plans, db } = stored(wall);
    const page = () => plans.page('p1', { version: 1, after: 0, upTo: 1e9 });
    expect(JSON.parse(granted(page()).records)).toContainEqual(wall);
    db.exec(`UPDATE record SET body = json_set(body, '$.thickness', 9) WHERE kind = 'wall'`);
    expect(page()).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  test('the stretches of a large plan hold each of its records once, in their order', () => {
    const walls = Array.from({ length: 500 }, (_, index) => record('wall', { id: index + 1 }));
    const { plans } = stored(...walls);
    const { summary, stretches } = granted(plans.open('p1'));
    expect(stretches.length).toBeGreaterThan(1);
    const ids = stretches.flatMap((stretch) => {
      const found: string[] = [];
      for (let after: number | null = stretch.after; after !== null; ) {
        const page: RecordPage = granted(plans.page('p1', { version: 1, ...stretch, after }));
        for (const { id } of JSON.parse(page.records)) found.push(id);
        after = page.next;
      }
      return found;
    });
    expect(ids.slice(-500)).toEqual(walls.map(({ id }) => id));
    expect(ids).toHaveLength(summary.records + groundRecords().length);
  });

  test('a row from before there were checksums is parsed', () => {
    const plain = read(`UPDATE record SET checksum = NULL, body = json_set(body, '$.thickness', 9)
      WHERE kind = 'wall'`);
    expect(plain.ok && plain.value.plan.tables.wall.get(wall.id)?.thickness).toBe(9);
  });

  test('a plan of a newer format is refused', () => {
    expect(read('UPDATE plan SET format = 99')).toEqual({
      ok: false,
      error: {
        code: 'too-new',
        message: 'The plan "Existing" was written by a newer Sallyport. Open it with that one.',
      },
    });
  });
});

test('a plan of an older format is brought to today’s and written back, and its journal stays as it is', () => {
  const db = new Database(':memory:');
  migrate(db);
  const setup = { newId: () => 'an-id', now: () => '2026-11-24T09:00:00.000Z' };
  const old = new PlanRepository(db, setup);
  const siteId = granted(new SiteRepository(db, old, setup).create('Site')).id;
  granted(old.create({ id: 'p1', siteId, name: 'Old', plan: testPlan(wall), receivedFrom: null }));
  granted(old.save('p1', { baseVersion: 1, commits: [commit('s1', [[null, camera]])] }));
  const journal = () => db.prepare('SELECT * FROM change').all();
  const before = journal();
  const raise = {
    to: FORMAT + 1,
    record: (record: { readonly id?: unknown }) =>
      record.id === wall.id ? { ...record, tag: 'raised' } : record,
  };
  const formats = { format: FORMAT + 1, steps: [raise] };
  const today = new PlanRepository(db, { ...setup, formats });
  const expected = testPlan({ ...wall, tag: 'raised' }, camera);
  expect(samePlan(granted(today.load('p1')).plan, expected)).toBe(true);
  expect(db.prepare('SELECT format, undo_from FROM plan').get()).toEqual({
    format: FORMAT + 1,
    undo_from: 0,
  });
  // Now in today's format: it is not migrated a second time.
  expect(samePlan(granted(today.load('p1')).plan, expected)).toBe(true);
  expect(journal()).toEqual(before);
});

describe('a plan of an older format that is damaged', () => {
  const raise = { to: FORMAT + 1, record: (each: unknown) => each };
  const formats = { format: FORMAT + 1, steps: [raise] };
  const rows = (db: Database.Database) =>
    db.prepare('SELECT plan.format, record.* FROM record JOIN plan ON plan.id = plan_id').all();
  /** Damages a stored plan, then reads it as the next format would; what was said, and whether it was written again. */
  function readLater(sql: string) {
    const { db } = stored(wall);
    db.exec(sql);
    const before = rows(db);
    const setup = { newId: () => 'an-id', now: () => '2026-11-24T09:00:00.000Z', formats };
    const later = new PlanRepository(db, setup);
    const said = [later.open('p1'), later.load('p1'), later.page('p1', { version: 1, after: 0, upTo: 1e9 })];
    return {
      said: said.map((each) => !each.ok && each.error.message),
      isAsBefore: sameValue(rows(db), before),
    };
  }

  test.each([
    ['value', `body = json_set(body, '$.thickness', 9)`, 'is no longer what was written'],
    ['id', `id = replace(id, 'wall:0', 'wall:f')`, 'holds the record wall:0'],
    ['kind', `kind = 'walk'`, 'says that it is a walk'],
    ['record', `body = '7'`, 'holds no record'],
  ])('is named and not written again where a %s is another', (_, change, words) => {
    const { said, isAsBefore } = readLater(`UPDATE record SET ${change} WHERE kind = 'wall'`);
    expect(said).toEqual([1, 2, 3].map(() => expect.stringContaining(words)));
    expect(isAsBefore).toBe(true);
  });

  // Nothing tells that a valid value is another than it was: such rows are from the first version of the database.
  test('in a row from before there were checksums is believed as far as its schema goes', () => {
    const { said } = readLater(
      `UPDATE record SET checksum = NULL, body = json_set(body, '$.thickness', 9) WHERE kind = 'wall'`,
    );
    expect(said).toEqual([false, false, false]);
    const refused = readLater(
      `UPDATE record SET checksum = NULL, body = json_set(body, '$.thickness', -9) WHERE kind = 'wall'`,
    );
    expect(refused.said).toEqual([1, 2, 3].map(() => expect.stringContaining('is not valid in "thickness"')));
  });
});

describe('names, copies and the trash', () => {
  test('a rename is one commit that undo can take back', async () => {
    const { plans, journal, plan, siteId } = stored(wall);
    granted(plans.rename('p1', 'Option A', 'edit.rename-plan'));
    const [step] = (await allSteps(journal, 'p1')).done;
    expect(step).toMatchObject({ label: 'edit.rename-plan' });
    const renamed = granted(plans.load('p1')).plan;
    expect(plans.list(siteId)[0]).toMatchObject({ name: 'Option A', version: 2 });
    expect(samePlan(applyDiff(renamed, invertDiff(step?.diff ?? new Map())), plan)).toBe(true);
  });

  test('a rename reads the settings record alone, and says when that is lost', () => {
    const { plans, db } = stored(wall, camera);
    db.exec("UPDATE record SET body = 'no JSON' WHERE kind = 'camera'");
    granted(plans.rename('p1', 'Option A', 'edit.rename-plan'));
    expect(granted(plans.summary('p1'))).toMatchObject({ name: 'Option A', version: 2 });
    db.exec("DELETE FROM record WHERE kind = 'settings'");
    expect(plans.rename('p1', 'Option B', 'edit.rename-plan')).toMatchObject({
      ok: false,
      error: { code: 'damaged', message: expect.stringContaining('it has lost its settings') },
    });
    expect(granted(plans.summary('p1'))).toMatchObject({ name: 'Option A', version: 2 });
  });

  test('the trash hides a plan and gives it back with its journal', () => {
    const { plans, journal, siteId } = stored(wall);
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[wall, moved]])] }));
    granted(plans.moveToTrash('p1'));
    expect(plans.list(siteId)).toEqual([]);
    expect(plans.load('p1')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    granted(plans.restore('p1'));
    expect(granted(journal.depths('p1'))).toEqual({ done: 1, undone: 0 });
  });

  test('the trash of a site hides its plans; restoring one of them brings the site back', () => {
    const { plans, sites, siteId } = stored(wall);
    granted(sites.moveToTrash(siteId));
    expect(sites.list()).toEqual([]);
    expect(plans.load('p1')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    granted(plans.restore('p1'));
    expect(sites.list()).toMatchObject([{ id: siteId, plans: [{ id: 'p1' }] }]);
  });

  test('sites are renamed and restored', () => {
    const { sites, siteId } = stored(wall);
    granted(sites.rename(siteId, 'Harbour Street 14'));
    expect(sites.list()).toMatchObject([{ id: siteId, name: 'Harbour Street 14' }]);
    granted(sites.moveToTrash(siteId));
    granted(sites.restore(siteId));
    expect(sites.list()).toHaveLength(1);
    expect(sites.rename('none', 'x')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
