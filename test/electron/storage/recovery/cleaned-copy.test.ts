import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const edits = [1, 2, 3].map((number) =>
  commit(`s${number}`, [
    [number === 1 ? wall : { ...wall, tag: `W-${number - 1}` }, { ...wall, tag: `W-${number}` }],
  ]),
);

/** The same table without its rules, as another program leaves it that writes tables anew. */
const rebuilt = (table: string): string =>
  `CREATE TABLE made AS SELECT * FROM ${table}; DROP TABLE ${table}; ALTER TABLE made RENAME TO ${table};`;

/** Three plans, the first with three undo steps; `sql` is done to them, and the first offer is restored. */
async function restoredAfter(sql: string) {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  for (const id of ['p1', 'p2', 'p3'])
    granted(plans.create({ id, siteId, name: `Plan ${id}`, plan: testPlan(wall), receivedFrom: null }));
  granted(plans.save('p1', { baseVersion: 1, commits: edits }));
  store.close({ backup: false });
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  store.open();
  const [offer] = store.status().backups;
  expect(offer).toMatchObject({ kind: 'cleaned' });
  granted(await store.restoreBackup(offer?.name ?? ''));
  const read = new Database(file, { readonly: true });
  const orphans = read.pragma('foreign_key_check');
  read.close();
  const repositories = granted(store.repositories());
  const { message } = store.status();
  return { ...repositories, store, message, orphans, name: offer?.name, siteId };
}

describe('a cleaned copy', () => {
  test('of a plan without a name has the plan, under another name', async () => {
    const { plans, message, orphans, siteId } = await restoredAfter(
      `${rebuilt('plan')} UPDATE plan SET name = NULL WHERE id = 'p2'`,
    );
    expect(
      plans
        .list(siteId)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Plan p1', 'Plan p3', 'Recovered plan']);
    expect(granted(plans.load('p2')).plan.tables.wall.size).toBe(1);
    expect([message, orphans]).toEqual([null, []]);
  });

  test('of a journal row without its label has the step', async () => {
    const { journal, message } = await restoredAfter(
      `${rebuilt('change')} UPDATE change SET label = NULL WHERE seq = 2`,
    );
    expect(granted(journal.depths('p1')).done).toBe(3);
    expect(message).toBe(null);
  });

  test('of a text in the place of a number has the row', async () => {
    const { plans, message } = await restoredAfter(
      `${rebuilt('plan')} UPDATE plan SET undo_from = 'none', version = 'four' WHERE id = 'p1';
       ${rebuilt('record')} UPDATE record SET seq = 'one' WHERE plan_id = 'p2' AND kind = 'wall'`,
    );
    expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toMatchObject({ tag: 'W-3' });
    expect(granted(plans.load('p2')).plan.tables.wall.size).toBe(1);
    expect(message).toBe(null);
  });

  test('says what it lacks, and undo does not cross a step that it lacks', async () => {
    const { journal, message, orphans, plans, store, name } = await restoredAfter(
      `${rebuilt('plan')} UPDATE plan SET id = NULL WHERE id = 'p2';
       ${rebuilt('change')} UPDATE change SET seq = 'two' WHERE seq = 2;
       INSERT INTO change SELECT * FROM change WHERE seq = 1`,
    );
    expect(message).toBe(
      `2 undo steps could not be taken over; they are in ${name}. The database had lost the entry of the plan "Test plan": it is made anew in the site "Recovered site". Look it over.`,
    );
    expect(granted(plans.load('p2')).plan.tables.wall.size).toBe(1);
    expect(orphans).toEqual([]);
    // Which row the step 2 was is not known any more.
    expect(granted(journal.depths('p1'))).toEqual({ done: 0, undone: 0 });
    granted(await store.restoreBackup(name ?? ''));
    expect(store.status().message).toBe(message);
  });

  test('of two rows with one number keeps the steps above them', async () => {
    const { journal, message, name } = await restoredAfter(
      `${rebuilt('change')} INSERT INTO change SELECT * FROM change WHERE seq = 2`,
    );
    expect(message).toBe(`1 undo step could not be taken over; it is in ${name}.`);
    expect(granted(journal.depths('p1')).done).toBe(1);
  });
});

test.each([
  ['is missing', 'DROP TABLE change_attachment'],
  ['lacks rows', `${rebuilt('change_attachment')} UPDATE change_attachment SET sha256 = NULL`],
])('a picture that undo needs is kept where the table that names it %s', async (_, sql) => {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans, attachments } = granted(store.repositories());
  const sha256 = granted(attachments.add('image/png', Buffer.from('picture')));
  const underlay = record('underlay', { attachment: sha256 });
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Plan', plan: testPlan(underlay), receivedFrom: null }));
  granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[underlay, null]])] }));
  await store.finish();
  expect(attachments.has(sha256)).toBe(true);
  store.close({ backup: false });
  const db = new Database(file);
  db.exec(sql);
  db.close();
  store.open();
  const offer = store.status().backups.find(({ kind }) => kind === 'cleaned');
  granted(await store.restoreBackup(offer?.name ?? ''));
  await store.finish();
  expect(granted(store.repositories()).attachments.get(sha256)?.bytes).toEqual(Buffer.from('picture'));
});
