import { constants, crc32, deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { StoredDiff } from '../../../../core/contract/shapes.ts';
import { FORMAT } from '../../../../core/plan/format.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import { readPage } from '../../../../core/records/packed-change.ts';
import { JournalRepository } from '../../../../electron/storage/journal/journal-repository.ts';
import { latestVersion, migrate, versionOf } from '../../../../electron/storage/migrate.ts';
import { sqlMigrations } from '../../../../electron/storage/migrations/index.ts';
import { allSteps } from '../../../support/journal-steps.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, testDatabase } from '../../../support/temporary-store.ts';

const at = '2026-11-24T09:00:00.000Z';
const post = record('post');
const staffed = (staff: number): RecordOf<'post'> => ({ ...post, staff });
const change = (before: PlanRecord | null, after: PlanRecord | null) => ({
  id: (before ?? after)?.id as PlanRecord['id'],
  before,
  after,
});
const many = Array.from({ length: 300 }, (_, index) => record('camera', { id: index + 1 }));
const moved = many.map((camera, index) => ({ ...camera, at: { x: index, y: 7 } }));
const whole: StoredDiff = many.map((before, index) => change(before, moved[index] ?? null));

type OldRow = { readonly step: string; readonly diff: string; readonly undoes?: string };

/** A database as Sallyport left it before rows were packed, with a plan of a format and these rows. */
function oldDatabase(rows: readonly OldRow[], { format = FORMAT, undoFrom = 0 } = {}) {
  const db = new Database(':memory:');
  migrate(
    db,
    sqlMigrations.filter(({ to }) => to <= 3),
  );
  db.exec(`INSERT INTO site VALUES ('s', 'Site', '${at}', '${at}', NULL)`);
  db.prepare("INSERT INTO plan VALUES ('p1', 's', 'Old', ?, 1, 0, NULL, ?, ?, ?, NULL)").run(
    format,
    undoFrom,
    at,
    at,
  );
  const append = db.prepare("INSERT INTO change VALUES ('p1', ?, ?, ?, ?, '', 'edit.move', ?)");
  for (const [index, { step, diff, undoes = null }] of rows.entries())
    append.run(index + 1, step, undoes, at, diff);
  return db;
}

describe('a database from before rows were packed', () => {
  const rows = [
    { step: 'a', diff: JSON.stringify([change(null, post)]) },
    { step: 'b', diff: JSON.stringify(whole) },
    { step: 'b', diff: JSON.stringify([change(post, staffed(4))]) },
    { step: 'c', diff: JSON.stringify([change(staffed(4), null)]) },
    { step: 'u', diff: JSON.stringify([change(null, staffed(4))]), undoes: 'c' },
  ];

  test('keeps its rows as they are, and gives their steps', async () => {
    const db = oldDatabase(rows);
    const before = db.prepare('SELECT * FROM change').all();
    migrate(db);
    expect(versionOf(db)).toBe(latestVersion());
    const named = { format: null, size: null, checksum: null, packed: null };
    expect(db.prepare('SELECT * FROM change').all()).toEqual(
      before.map((row) => ({ ...(row as object), ...named })),
    );
    const { done, undone } = await allSteps(new JournalRepository(db), 'p1');
    expect(done.map(({ step, diff }) => [step, diff.size])).toEqual([
      ['a', 1],
      ['b', 301],
    ]);
    expect(undone).toEqual([
      {
        step: 'c',
        undoneBy: 'u',
        label: 'edit.move',
        at,
        diff: new Map([[post.id, { before: staffed(4), after: null }]]),
      },
    ]);
  });

  test('does not give steps of a format that is not known any more', async () => {
    const db = oldDatabase(rows, { undoFrom: 3 });
    migrate(db);
    const { done, undone } = await allSteps(new JournalRepository(db), 'p1');
    expect([done.length, undone.length]).toEqual([0, 1]);
  });

  test('whose plan is of an older format has its steps brought to today’s', async () => {
    const { group: _, ...placed } = post;
    const { order: __, ...older } = placed;
    const db = oldDatabase([{ step: 'a', diff: JSON.stringify([{ ...change(null, post), after: older }]) }], {
      format: 1,
    });
    migrate(db);
    const { done } = await allSteps(new JournalRepository(db), 'p1');
    expect(done[0]?.diff).toEqual(new Map([[post.id, { before: null, after: post }]]));
  });

  test.each([
    ['is no JSON', '[{'],
    ['is no list', '{}'],
    ['holds no changes', '[7]'],
    ['holds a record that breaks its schema', JSON.stringify([change(null, { ...post, staff: -1 })])],
  ])('with a row that %s gives the steps above it', async (_, diff) => {
    const db = oldDatabase([{ step: 'a', diff }, ...rows.slice(1)]);
    migrate(db);
    const journal = new JournalRepository(db);
    const steps = granted(await journal.steps('p1', { stack: 'done', upTo: 2, characters: 1_000_000 }));
    expect(steps.map(({ step, trouble }) => [step, trouble])).toEqual([
      ['b', null],
      ['a', 'damaged'],
    ]);
    expect(granted(await journal.changes('p1', { seq: 1, from: 0 }))).toEqual({
      pages: [],
      next: null,
      trouble: 'damaged',
    });
  });
});

function saved() {
  const database = testDatabase();
  const { plans, siteId } = database;
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(post, ...many), receivedFrom: null }));
  const commits = [commit('s1', [[post, staffed(4)]]), { ...commit('s2', []), diff: whole }];
  granted(plans.save('p1', { baseVersion: 1, commits: [...commits, commit('s3', [[staffed(4), null]])] }));
  return database;
}

const asked = { stack: 'done', upTo: 3, characters: 10_000_000 } as const;

describe('a row', () => {
  test('of many changes is packed, one of a few is not; both come back as they were', async () => {
    const { db, journal } = saved();
    const rows = db.prepare('SELECT format, diff, packed, size FROM change ORDER BY seq').all() as {
      diff: string;
      packed: Buffer | null;
      size: number;
    }[];
    expect(rows.map(({ packed }) => packed !== null)).toEqual([false, true, false]);
    const [few, large] = rows;
    expect([few?.size, large?.diff]).toEqual([few?.diff.length, '']);
    expect(large?.packed?.length).toBeLessThan(JSON.stringify(whole).length / 8);
    const { done } = await allSteps(journal, 'p1');
    expect(done.map(({ step }) => step)).toEqual(['s1', 's2', 's3']);
    expect(done[1]?.diff).toEqual(new Map(whole.map(({ id, ...rest }) => [id, rest])));
    expect(done[2]?.diff).toEqual(new Map([[post.id, { before: staffed(4), after: null }]]));
  });

  test('that is large comes without its pages, which are read in parts', async () => {
    const { journal } = saved();
    const steps = granted(await journal.steps('p1', { ...asked, upTo: 2, characters: 1000 }));
    expect(steps.map(({ step, rows, trouble }) => [step, rows, trouble])).toEqual([['s2', null, null]]);
    const pages: string[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const part: Awaited<ReturnType<JournalRepository['changes']>> = await journal.changes('p1', {
        seq: 2,
        from,
      });
      const value = granted(part);
      pages.push(...value.pages);
      from = value.next;
    }
    expect(pages.flatMap((page) => readPage<PlanRecord>(page))).toEqual(whole);
  });

  test('comes with as many others as lie within the characters that are asked for', async () => {
    const { journal } = saved();
    const steps = granted(await journal.steps('p1', { ...asked, characters: 4000 }));
    expect(steps.map(({ step }) => step)).toEqual(['s3']);
  });

  const damages: readonly (readonly [what: string, sql: string, trouble: string])[] = [
    ['whose bytes changed', `UPDATE change SET packed = zeroblob(500) WHERE seq = 2`, 'damaged'],
    ['whose text changed', `UPDATE change SET diff = replace(diff, '4', '5') WHERE seq = 2`, 'damaged'],
    ['that went away', `DELETE FROM change WHERE seq = 2`, 'none'],
    ['of a newer format', `UPDATE change SET format = 99 WHERE seq = 2`, 'too-new'],
  ];

  test.each(damages)('%s costs the steps beneath it alone', async (_, sql, trouble) => {
    const { db, journal, plans } = saved();
    granted(journal.depths('p1'));
    const isText = sql.includes('replace');
    const text = isText ? `UPDATE change SET packed = NULL, diff = 'x4' WHERE seq = 2;` : '';
    db.exec(text + sql);
    const steps = granted(await journal.steps('p1', asked));
    expect(steps.map(({ step, trouble: found }) => [step, found])).toEqual([
      ['s3', null],
      ['s2', trouble === 'none' ? 'damaged' : trouble],
    ]);
    expect(plans.load('p1').ok).toBe(true);
  });

  test('whose packed bytes expand without end is damaged, not expanded', async () => {
    const { db, journal } = saved();
    // Valid to the letter, and 700 MB of it.
    const megabyte = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { finishFlush: constants.Z_SYNC_FLUSH });
    const bomb = Buffer.concat([...Array<Buffer>(700).fill(megabyte), deflateRawSync('')]);
    db.prepare('UPDATE change SET packed = ?, checksum = ? WHERE seq = 2').run(bomb, crc32(bomb));
    const steps = granted(await journal.steps('p1', asked));
    expect(steps[1]).toMatchObject({ step: 's2', trouble: 'damaged' });
  }, 60_000);

  test('of an older plan format is brought to today’s change by change, whatever the plan is in', async () => {
    const { db } = saved();
    const raised4 = { to: FORMAT + 1, record: (record: object) => ({ ...record, tag: 'raised' }) };
    const journal = new JournalRepository(db, { formats: { format: FORMAT + 1, steps: [raised4] } });
    const { done } = await allSteps(journal, 'p1');
    const raised = { ...staffed(4), tag: 'raised' };
    expect(done[2]?.diff).toEqual(new Map([[post.id, { before: raised, after: null }]]));
    expect([...(done[1]?.diff.values() ?? [])].every(({ after }) => after && 'tag' in after)).toBe(true);
    const spoiling = { to: FORMAT + 1, record: () => ({}) };
    const lossy = new JournalRepository(db, { formats: { format: FORMAT + 1, steps: [spoiling] } });
    const [top] = granted(await lossy.steps('p1', asked));
    expect(top).toMatchObject({ step: 's3', trouble: 'damaged' });
  });
});

test('what was committed since it was asked last is known the next time', async () => {
  const { plans, journal } = saved();
  expect(granted(journal.depths('p1'))).toEqual({ done: 3, undone: 0 });
  granted(plans.save('p1', { baseVersion: 2, commits: [commit('u3', [[null, staffed(4)]], 's3')] }));
  expect(granted(journal.depths('p1'))).toEqual({ done: 2, undone: 1 });
  granted(plans.moveToTrash('p1'));
  expect(journal.depths('p1')).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('a picture that a packed row names has been placed, and stays when the row is lost', () => {
  const { db, plans, attachments } = saved();
  const sha256 = granted(attachments.add('image/png', Buffer.from([1])));
  const underlay = record('underlay', { attachment: sha256 });
  const diff = [...whole.map(({ after }) => change(after, null)), change(underlay, null)];
  granted(plans.save('p1', { baseVersion: 2, commits: [{ ...commit('s4', []), diff }] }));
  expect(db.prepare('SELECT packed IS NULL FROM change WHERE seq = 4').pluck().get()).toBe(0);
  db.exec('DELETE FROM change_attachment; DELETE FROM change WHERE seq = 4');
  expect(granted(attachments.deleteUnplaced())).toBe(0);
});
