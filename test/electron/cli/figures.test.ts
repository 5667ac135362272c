import path from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FORMAT } from '../../../core/plan/format.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { lockDatabase } from '../../../electron/storage/safekeeping/database-lock.ts';
import { keptFigures } from '../../support/figures.ts';
import { goldenDatabase } from '../../support/golden/golden-database.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder, testStore } from '../../support/temporary-store.ts';

const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 10, y: 0 }, thickness: 0.2 });
const camera = record('camera', { at: { x: 4, y: 8 } });

async function run(...argv: string[]) {
  let [out, error] = ['', ''];
  const code = await runCli(argv, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    version: '0.1.0',
    defaultDatabase: () => 'none',
  });
  return { code, out, error };
}

function inside<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** A closed database with a site of two plans and one of none; `sql` is done to it. */
function usedDatabase(sql = ''): string {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  granted(sites.create('Airport Road 3'));
  const siteId = granted(sites.create('Depot')).id;
  const all = [
    ['p1', 'Existing', testPlan(wall, camera)],
    ['p2', 'Option B', testPlan()],
  ] as const;
  for (const [id, name, plan] of all) granted(plans.create({ id, siteId, name, plan, receivedFrom: null }));
  store.close({ backup: false });
  inside(file, (db) => {
    db.exec(`${sql}; UPDATE plan SET updated_at = '2026-11-24T09:00:00.000Z'`);
    db.exec(`UPDATE site SET updated_at = '2026-11-24T08:0' || (name = 'Depot') || ':00.000Z'`);
  });
  return file;
}

const checked = async (file: string) => JSON.parse((await run('db', 'check', '--json', '--db', file)).out);
const unfit = (file: string) =>
  inside(file, (db) =>
    ['p1', 'p2'].filter((id) => {
      const { kept, counted } = keptFigures(db, id);
      return JSON.stringify(kept) !== JSON.stringify(counted);
    }),
  );
const WRONG = "UPDATE plan_box SET min_x = -70, checksum = 0 WHERE plan_id = 'p1' AND part = 'wall:0'";

describe('db check', () => {
  test('says that what lists show fits the plans', async () => {
    const file = usedDatabase();
    // The times were changed by hand above.
    await checked(file);
    expect(await checked(file)).toMatchObject({
      integrity: 'ok',
      figures: { fit: 2, wrong: 0, notKnown: 0 },
      remarks: [],
    });
  });

  test('tells figures that do not fit from damage, and has them counted anew', async () => {
    const file = usedDatabase(WRONG);
    expect(unfit(file)).toEqual(['p1', 'p2']);
    const { code, out } = await run('db', 'check', '--db', file);
    expect(code).toBe(0);
    expect(out).toContain('figures: {"fit":0,"wrong":2,"notKnown":0}');
    expect(out).toContain('What lists show of 2 plans did not fit; the plans themselves are sound.');
    expect(out).toContain('It was counted anew.');
    expect(unfit(file)).toEqual([]);
    expect(await checked(file)).toMatchObject({ figures: { fit: 2 }, remarks: [] });
  });

  const otherBox = [-70, -0.1, 10.1, 0.1];
  test.each([
    ['a box that is no longer what was written', "UPDATE plan_box SET min_x = -70 WHERE part = 'wall:0'"],
    [
      'a box that is not that of its part',
      `UPDATE plan_box SET min_x = -70, checksum = ${crc32(otherBox.join('\n'))} WHERE part = 'wall:0'`,
    ],
    ['a box too few', "DELETE FROM plan_box WHERE part = 'camera:0'"],
    ['a box too many', "INSERT INTO plan_box VALUES ('p1', 'wall:1', 0, 0, 1, 1, 0)"],
    ['the row of another plan', "UPDATE plan_box SET plan_id = 'p2' WHERE part = 'wall:0'"],
  ])('finds %s, which no figure shows yet', async (_, sql) => {
    const file = usedDatabase();
    await checked(file);
    inside(file, (db) => db.exec(sql));
    const wrong = unfit(file).length;
    expect((await checked(file)).figures).toEqual({ fit: 2 - wrong, wrong, notKnown: 0 });
    expect(wrong).toBeGreaterThan(0);
    expect([unfit(file), (await checked(file)).figures.fit]).toEqual([[], 2]);
  });

  test('has plans counted that were not', async () => {
    const file = usedDatabase("DELETE FROM plan_summary WHERE plan_id = 'p2'");
    expect(await checked(file)).toMatchObject({
      figures: { fit: 0, wrong: 1, notKnown: 1 },
      remarks: [
        'What lists show of 1 plan did not fit; the plans themselves are sound.',
        'What lists show of 1 plan was not known yet.',
        'It was counted anew.',
      ],
    });
    expect(unfit(file)).toEqual([]);
  });

  test('writes nothing while another has the database open', async () => {
    const file = usedDatabase(WRONG);
    const lock = lockDatabase(file);
    if (lock === 'held' || lock === null || 'code' in lock) throw new Error('no lock');
    onTestFinished(() => lock.release());
    expect(await checked(file)).toMatchObject({
      figures: { fit: 0, wrong: 2, notKnown: 0 },
      remarks: [
        'What lists show of 2 plans did not fit; the plans themselves are sound.',
        'It is counted anew by a check while nothing else has the database open.',
      ],
    });
    expect(unfit(file)).toEqual(['p1', 'p2']);
  });

  test('names a plan that cannot be read, and counts the others', async () => {
    const file = usedDatabase("UPDATE record SET body = '~' WHERE plan_id = 'p1' AND kind = 'wall'");
    const { figures, damage } = await checked(file);
    expect(figures).toEqual({ fit: 0, wrong: 1, notKnown: 1 });
    expect(damage).toEqual([expect.stringMatching(/^The plan "Existing" is damaged in the database/)]);
    expect((await checked(file)).figures).toEqual({ fit: 1, wrong: 0, notKnown: 1 });
  });

  test('leaves a database of an earlier version as it is', async () => {
    const file = goldenDatabase(3);
    expect(await checked(file)).toMatchObject({
      plans: 3,
      figures: null,
      remarks: ['The database is of an earlier version: Sallyport brings it up to date at its next start.'],
    });
    expect(inside(file, (db) => db.pragma('user_version', { simple: true }))).toBe(6);
  });
});

describe('info of a database', () => {
  test('lists its sites and plans by what is kept of them, and reads no plan', async () => {
    const file = usedDatabase();
    await checked(file);
    inside(file, (db) => db.exec("UPDATE record SET body = '~'"));
    const { code, out } = await run('info', '--db', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      database: file,
      sites: [
        {
          site: 'Depot',
          changed: '2026-11-24T09:00:00.000Z',
          plans: [
            {
              planId: 'p1',
              plan: 'Existing',
              changed: '2026-11-24T09:00:00.000Z',
              figures: {
                format: FORMAT,
                records: 2,
                kinds: { settings: 1, floor: 1, layer: 1, wall: 1, camera: 1 },
                states: { existing: 1, proposed: 1 },
                extent: { width: 10.2, height: 8.1 },
              },
            },
            {
              planId: 'p2',
              plan: 'Option B',
              changed: '2026-11-24T09:00:00.000Z',
              figures: {
                format: FORMAT,
                records: 0,
                kinds: { settings: 1, floor: 1, layer: 1 },
                states: {},
                extent: null,
              },
            },
          ],
        },
        { site: 'Airport Road 3', changed: '2026-11-24T08:00:00.000Z', plans: [] },
      ],
    });
    expect((await run('info', '--db', file)).out.split('\n').slice(1)).toEqual([
      'sites:',
      '  Depot / Existing: 2 records (1 existing, 1 proposed), 10.2 by 8.1 m, changed 2026-11-24T09:00:00.000Z',
      '  Depot / Option B: 0 records, nothing drawn, changed 2026-11-24T09:00:00.000Z',
      '  Airport Road 3: no plans',
      '',
    ]);
  });

  test('says of a plan that is not counted yet that it is not', async () => {
    const file = usedDatabase('DELETE FROM plan_summary; DELETE FROM plan_box');
    expect((await run('info', '--db', file)).out).toContain(
      'Depot / Existing: not counted yet, changed 2026-11-24T09:00:00.000Z',
    );
    const { sites } = JSON.parse((await run('info', '--db', file, '--json')).out);
    expect(sites[0].plans[0].figures).toBeNull();
  });

  test.each<readonly [string, () => string, RegExp]>([
    ['of an earlier version', () => goldenDatabase(3), /of an earlier version\. Start Sallyport once/],
    ['that is not there', () => path.join(temporaryFolder(), 'none.db'), /There is no database at/],
    [
      'of a newer version',
      () => usedDatabase('CREATE TABLE later (word TEXT); PRAGMA user_version = 99'),
      /written by a newer Sallyport/,
    ],
  ])('%s is refused in one sentence', async (_, made, sentence) => {
    const { code, out, error } = await run('info', '--db', made());
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(sentence);
  });
});
