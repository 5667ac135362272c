import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../../../electron/cli/run.ts';
import { backupFolderOf } from '../../../../electron/storage/safekeeping/offers.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';
import { commit, storeCopy, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const bytes = Buffer.from('picture');

/** A plan with a picture, a wall and two steps, and one that lacks its picture since it came. */
function stored() {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store, troubles } = testStore(file);
  const { sites, plans, attachments } = granted(store.repositories());
  const sha256 = granted(attachments.add('image/png', bytes));
  const siteId = granted(sites.create('Depot')).id;
  const plan = testPlan(wall, record('underlay', { attachment: sha256, name: 'Ground' }));
  granted(plans.create({ id: 'p1', siteId, name: 'One', plan, receivedFrom: null }));
  const bare = testPlan(record('underlay'));
  granted(plans.create({ id: 'p2', siteId, name: 'Two', plan: bare, receivedFrom: null }));
  let before = wall;
  for (const [version, tag] of [
    [1, 'W-1'],
    [2, 'W-2'],
  ] as const) {
    const after = { ...wall, tag };
    granted(plans.save('p1', { baseVersion: version, commits: [commit(tag, [[before, after]])] }));
    before = after;
  }
  store.close();
  return { file, store, troubles };
}

function inside(file: string, sql: string): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

/** What "db check" prints as JSON, says besides, and ends with. */
async function checked(file: string) {
  let [out, said] = ['', ''];
  const code = await runCli(['db', 'check', '--json', '--db', file], {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      said += text;
    },
    version: '0',
    defaultDatabase: () => file,
  });
  return {
    code,
    said,
    found: JSON.parse(out) as { integrity: string; damage?: readonly string[]; plans: number },
  };
}

const cases: readonly (readonly [what: string, sql: string, sentence: RegExp])[] = [
  [
    'a lost record',
    "DELETE FROM record WHERE kind = 'wall'",
    /plan "One" is damaged.*has lost 1 of its records/,
  ],
  [
    'a lost settings row',
    "DELETE FROM record WHERE kind = 'settings' AND plan_id = 'p1'",
    /"One".*lost its settings/,
  ],
  [
    'a record that is no JSON',
    "UPDATE record SET body = 'x' WHERE kind = 'wall'",
    /"One".*wall:.* is not JSON/,
  ],
  [
    'a record that is another',
    "UPDATE record SET body = body || ' ' WHERE kind = 'wall'",
    /"One".*no longer what was written/,
  ],
  [
    'a record of another kind',
    "UPDATE record SET kind = 'walk' WHERE kind = 'wall'",
    /"One".*says that it is a walk/,
  ],
  [
    'a damaged record in the trash',
    "UPDATE plan SET trashed_at = ''; DELETE FROM record WHERE kind = 'wall'",
    /"One".*has lost 1/,
  ],
  [
    'a damaged picture',
    "UPDATE attachment SET bytes = x'00ff'",
    /^The picture "Ground" of the plan "One" is damaged\. Add it again/,
  ],
  [
    'a lost picture',
    'DELETE FROM attachment',
    /^The picture "Ground" of the plan "One" is lost\. .*the backup sallyport-.* has it/,
  ],
  [
    'a damaged row of the history',
    'UPDATE change SET checksum = 1 WHERE seq = 1',
    /^A change in the history of the plan "One" is damaged or lost/,
  ],
  [
    'lost rows of the history',
    'DELETE FROM change',
    /^2 changes in the history of the plan "One" are damaged or lost/,
  ],
  [
    'a lost last row of the history',
    'DELETE FROM change WHERE seq = 2',
    /^A change in the history of the plan "One"/,
  ],
  [
    'a database older than what was saved',
    "UPDATE plan SET version = 1 WHERE id = 'p1'",
    /older than what was saved: it lacks "One" \(2 saves\)/,
  ],
  ['a lost plan', "DELETE FROM plan WHERE id = 'p1'", /^The entry of the plan "One" is lost/],
  ['a lost site', 'DELETE FROM site', /^The entry of the site of "One", "Two" is lost/],
];

describe('a check of what is stored', () => {
  test('finds nothing in a sound database, a picture that never came included', async () => {
    const { file } = stored();
    expect(await checked(file)).toMatchObject({ code: 0, said: '', found: { integrity: 'ok', plans: 2 } });
  });

  test.each(cases)('finds and names %s, and the command ends with 1', async (_, sql, sentence) => {
    const { file } = stored();
    inside(file, sql);
    const { code, said, found } = await checked(file);
    expect(found.integrity).toBe('damaged');
    expect(found.damage).toEqual([expect.stringMatching(sentence)]);
    expect([code, said]).toEqual([1, expect.stringContaining('Something in the database is damaged')]);
  });

  test('finds what does not fit together though each row is what was written', async () => {
    const { file } = stored();
    const opening = record('opening', { wall: testId('wall', 99) });
    inside(
      file,
      `INSERT INTO record (plan_id, id, kind, body) VALUES
      ('p1', '${opening.id}', 'opening', '${JSON.stringify(opening)}'); UPDATE plan SET records = records + 1 WHERE id = 'p1'`,
    );
    const { found } = await checked(file);
    expect(found.damage).toEqual([expect.stringMatching(/"One".*(missing-reference|not valid)/)]);
  });

  test('counts no plan that is still coming in', async () => {
    const { file, store } = stored();
    store.open();
    const coming = { id: 'half', name: 'Half', records: 9, receivedFrom: null };
    granted(granted(store.repositories()).intake.begin(coming, { siteName: 'New' }));
    store.close({ backup: false });
    expect(await checked(file)).toMatchObject({ code: 0, found: { integrity: 'ok', plans: 2 } });
  });
});

describe('the window', () => {
  const shown = cases.filter(([what]) => !/older|lost plan|lost site/.test(what));

  test.each(shown)('says %s after its start', async (_, sql, sentence) => {
    const { file, store, troubles } = stored();
    inside(file, sql);
    store.open();
    expect(store.status()).toMatchObject({ state: 'ready', message: null });
    await store.lookAfter();
    expect(store.status()).toMatchObject({ state: 'ready', message: expect.stringMatching(sentence) });
    expect(troubles.filter((each) => sentence.test(each))).toHaveLength(1);
    expect(fs.readdirSync(backupFolderOf(file)).length).toBeGreaterThan(0);
  });

  test('says no more of what came again', async () => {
    const { file, store } = stored();
    inside(file, "UPDATE attachment SET bytes = x'00ff'; DELETE FROM record WHERE kind = 'wall'");
    store.open();
    await store.lookAfter();
    const { from = '' } = granted(await store.planState('p1')) ?? {};
    granted(await store.restorePlan('p1', from));
    expect(store.status().message).toBe(null);
    expect(granted(store.repositories()).plans.load('p1').ok).toBe(true);
  });

  test('names the first few, and how many more there are', async () => {
    const { file, store, troubles } = stored();
    store.open();
    const { plans } = granted(store.repositories());
    for (const name of ['A', 'B', 'C', 'D']) storeCopy(plans, 'p2', name);
    store.close();
    inside(file, "DELETE FROM record WHERE kind = 'settings'");
    store.open();
    await store.lookAfter();
    expect(store.status().message).toMatch(/3 more are in the log, and told by "db check"\.$/);
    expect(troubles.filter((each) => each.includes('has lost its settings'))).toHaveLength(6);
  });
});
