import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readClipboard } from '../../../../core/codec/clipboard.ts';
import { type PlanDiff, samePlan } from '../../../../core/plan/diff.ts';
import { FORMAT, formats, migratePlan, migrateRecords } from '../../../../core/plan/format.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { parseRecord } from '../../../../core/plan/parse-record.ts';
import { type Plan, planOf } from '../../../../core/plan/plan.ts';
import type { Formats } from '../../../../core/records/formats.ts';
import { AttachmentRepository } from '../../../../electron/storage/attachment-repository.ts';
import { openDatabase } from '../../../../electron/storage/database.ts';
import { JournalRepository } from '../../../../electron/storage/journal/journal-repository.ts';
import { migrate } from '../../../../electron/storage/migrate.ts';
import { sqlMigrations } from '../../../../electron/storage/migrations/index.ts';
import { PlanRepository } from '../../../../electron/storage/plan-repository.ts';
import { TemplateRepository } from '../../../../electron/storage/template-repository.ts';
import {
  goldenDatabase,
  goldenPlans,
  type PlainPlan,
  plainPlan,
  plainRows,
} from '../../../support/golden/golden-database.ts';
import { type PlainRecord, plainHash } from '../../../support/golden/plain-records.ts';
import { allSteps } from '../../../support/journal-steps.ts';
import { granted, idSource, testPlan } from '../../../support/plan-builder.ts';
import { diffOf, sequenceArbitrary } from '../../../support/random/sequences.ts';
import { walksOf } from '../../../support/random/walks.ts';
import { StoredSession } from '../../../support/stored-session.ts';
import { testDatabase } from '../../../support/temporary-store.ts';

/** What the next Sallyport knows: each wall and camera is written otherwise, and twice is not the same as once. */
const raised: Formats = {
  format: FORMAT + 1,
  steps: [
    ...formats.steps,
    {
      to: FORMAT + 1,
      record: (record) =>
        /^(wall|camera):/.test(String(record.id)) ? { ...record, notes: `${record.notes}+` } : record,
    },
  ],
};
const roads = [
  ['as it is', formats],
  ['after the next raise', raised],
] as const;

const parsed = (values: readonly unknown[]) => values.map((value) => granted(parseRecord(value)));

/** Records of an older format as a plan of the format that is known. */
function planFrom(records: readonly PlainRecord[], from: number, known: Formats): Plan {
  return planOf(parsed(granted(migratePlan(from, records, known))));
}

/** The same for plans that share most of their records: each of these is brought to that format once. */
function plansFrom(from: number, known: Formats): (records: readonly PlainRecord[]) => Plan {
  const found = new Map<PlainRecord, PlanRecord>();
  const bring = (record: PlainRecord): PlanRecord => {
    const [value] = parsed(granted(migrateRecords(from, [record], known)));
    if (!value) throw new Error(`${record.id} did not come through`);
    found.set(record, value);
    return value;
  };
  return (records) => planOf(records.map((record) => found.get(record) ?? bring(record)));
}

function opened(file: string, known: Formats) {
  const { db } = granted(openDatabase(file, new Date()));
  onTestFinished(() => void db.close());
  const setup = { newId: () => 'x', now: () => new Date().toISOString(), formats: known };
  return { db, plans: new PlanRepository(db, setup), journal: new JournalRepository(db, setup) };
}

/** A stored plan with the steps of its journal, as a window begins with it. */
async function begun(file: string, id: string, known: Formats) {
  const { db, plans, journal } = opened(file, known);
  const { plan, summary } = granted(plans.load(id));
  const steps = await allSteps(journal, id);
  return { db, session: new StoredSession({ plans, id, plan, version: summary.version, steps }) };
}

/** Edits of a few kinds of what is there. */
function editOn(session: StoredSession): number {
  const [edits] = fc.sample(sequenceArbitrary(60), { seed: 20_261_130, numRuns: 1 });
  const newId = idSource(900_001);
  const before = session.done.length;
  for (const edit of edits ?? []) {
    const diff: PlanDiff = diffOf(session.plan, edit, newId);
    if (diff.size > 0) session.edit(diff);
  }
  return session.done.length - before;
}

type Kept = { readonly file: string; readonly id: string; readonly from: number; readonly plain: PlainPlan };

/** Undoes and redoes all that can be, edits on, opens it again, and takes back everything. */
async function throughAll({ file, id, from, plain }: Kept, known: Formats): Promise<void> {
  const now = planFrom(plain.now, from, known);
  const first = await begun(file, id, known);
  const { session } = first;
  expect(samePlan(session.plan, now)).toBe(true);
  expect(session.done.map(({ step }) => step)).toEqual(plain.steps.map(({ step }) => step));
  const undone = session.undone.length;
  for (let redone = 0; redone < undone; redone += 1) session.redo();
  for (let back = 0; back < undone; back += 1) session.undo();
  expect(samePlan(session.plan, now)).toBe(true);
  const made = editOn(session);
  expect(made).toBeGreaterThan(10);
  session.save();
  const end = session.plan;
  first.db.close();

  const { session: again } = await begun(file, id, known);
  expect(samePlan(again.plan, end)).toBe(true);
  for (let back = 0; back < made; back += 1) again.undo();
  expect(samePlan(again.plan, now)).toBe(true);
  const planOfThen = plansFrom(from, known);
  for (const { step, before } of [...plain.steps].reverse()) {
    expect(again.undo()).toBe(true);
    if (!samePlan(again.plan, planOfThen(before))) throw new Error(`${step} did not lead back`);
  }
  expect(again.undo()).toBe(false);
  again.save();
  expect(samePlan(granted(opened(file, known).plans.load(id)).plan, again.plan)).toBe(true);
}

describe.each([3])('the golden database of format %i', (format) => {
  const known = goldenPlans(format);

  test.each(Object.keys(known))('holds to the letter what was saved of %s', (id) => {
    const { now, steps } = plainPlan(goldenDatabase(format), id);
    expect(plainHash(now)).toBe(known[id]?.now);
    expect(steps.map(({ before }) => plainHash(before))).toEqual(known[id]?.beforeSteps);
  });

  test('has a long walk, packed moves and a picture that only a journal names', () => {
    const file = goldenDatabase(format);
    expect(plainPlan(file, 'walk').steps.length).toBe(500);
    expect(known.walk?.undone).toBe(7);
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM change WHERE packed IS NOT NULL').pluck().get()).toBeGreaterThan(
      4,
    );
    expect(plainRows(db, 'whole').map(({ step }) => step)).toHaveLength(5);
    expect(plainPlan(file, 'whole').steps).toHaveLength(4);
    db.close();
  });

  test.each(roads)(
    'opens %s, and undo leads back through all of it and of what is done then',
    async (_, to) => {
      for (const id of ['walk', 'whole']) {
        const file = goldenDatabase(format);
        await throughAll({ file, id, from: format, plain: plainPlan(file, id) }, to);
      }
    },
    60_000,
  );

  test.each(roads)(
    'gives back the plan in the trash with its picture, and the template, %s',
    async (_, to) => {
      const file = goldenDatabase(format);
      const { db, plans } = opened(file, to);
      granted(plans.restore('trashed'));
      const attachments = new AttachmentRepository(db);
      expect(granted(attachments.deleteUnplaced())).toBe(0);
      const [template] = new TemplateRepository(db, { newId: String, now: String }).list();
      expect(granted(readClipboard(template?.text ?? '')).records).toHaveLength(1);
      db.close();
      const { session } = await begun(file, 'trashed', to);
      expect(session.undo()).toBe(true);
      const [underlay] = session.plan.tables.underlay.values();
      const kept = opened(file, to);
      expect(new AttachmentRepository(kept.db).has(underlay?.attachment ?? '')).toBe(true);
    },
  );
});

/** What a record of format 3 was in format 2. */
function former(record: PlainRecord | null): PlainRecord | null {
  if (!record) return null;
  const { states: _, order, ...rest } = record;
  if (Object.hasOwn(record, 'paper')) return { ...rest, order } as unknown as PlainRecord;
  return (Object.hasOwn(record, 'layer') ? rest : record) as PlainRecord;
}

/** The same of a plan; what its states share is shared again. */
const formerPlan = ({ now, steps }: PlainPlan): PlainPlan => {
  const found = new Map<PlainRecord, PlainRecord>();
  const one = (record: PlainRecord): PlainRecord => {
    const made = found.get(record) ?? (former(record) as PlainRecord);
    found.set(record, made);
    return made;
  };
  const all = (records: readonly PlainRecord[]) => records.map(one);
  return { now: all(now), steps: steps.map(({ step, before }) => ({ step, before: all(before) })) };
};

/** The long walk in format 2, in today's tables: its rows name that format. */
function named(): string {
  const file = goldenDatabase(3);
  const { db } = granted(openDatabase(file, new Date()));
  db.exec('BEGIN');
  const record = db.prepare('UPDATE record SET body = ?, checksum = ? WHERE plan_id = ? AND id = ?');
  for (const each of plainPlan(file, 'walk').now) {
    const body = JSON.stringify(former(each));
    record.run(body, crc32(body), 'walk', each.id);
  }
  const change = db.prepare(
    'UPDATE change SET diff = ?, packed = NULL, checksum = ?, size = ?, format = 2 WHERE plan_id = ? AND seq = ?',
  );
  for (const { seq, changes } of plainRows(db, 'walk')) {
    const text = JSON.stringify(changes.map(({ before, after }) => [former(before), null, former(after)]));
    change.run(text, crc32(text), text.length, 'walk', seq);
  }
  db.exec("UPDATE plan SET format = 2 WHERE id = 'walk'; COMMIT");
  db.close();
  return file;
}

/** The same as Sallyport left it before rows named their format. */
function unnamed(): string {
  const golden = goldenDatabase(3);
  const source = new Database(golden, { readonly: true });
  const file = `${golden}.of-version-3`;
  const db = new Database(file);
  migrate(
    db,
    sqlMigrations.filter(({ to }) => to <= 3),
  );
  const at = '2026-11-24T09:00:00.000Z';
  db.exec(`BEGIN; INSERT INTO site VALUES ('s', 'Site', '${at}', '${at}', NULL)`);
  const { now } = plainPlan(golden, 'walk');
  db.prepare("INSERT INTO plan VALUES ('walk', 's', 'walk', 2, 1, ?, NULL, 0, ?, ?, NULL)").run(
    now.length,
    at,
    at,
  );
  const record = db.prepare("INSERT INTO record VALUES (NULL, 'walk', ?, ?, ?, NULL)");
  for (const each of now) record.run(each.id, each.id.split(':')[0], JSON.stringify(former(each)));
  const change = db.prepare("INSERT INTO change VALUES ('walk', ?, ?, ?, ?, '', ?, ?)");
  for (const { seq, step, undoes, label, at: when, changes } of plainRows(source, 'walk')) {
    const diff = changes.map(({ before, after }) => ({ before: former(before), after: former(after) }));
    change.run(seq, step, undoes, when, label, JSON.stringify(diff));
  }
  db.exec('COMMIT');
  for (const each of [source, db]) each.close();
  return file;
}

describe.each([
  ['rows that name it', named],
  ['rows from before they named any', unnamed],
])('a database of format 2 with 500 steps and %s', (_, made) => {
  test.each(roads)(
    'opens %s, and undo leads back through all of it and of what is done then',
    async (__, to) => {
      const file = made();
      const plain = formerPlan(plainPlan(goldenDatabase(3), 'walk'));
      await throughAll({ file, id: 'walk', from: 2, plain }, to);
    },
    60_000,
  );
});

test('500 steps made today are undone after a raise of the format, and what was done after it too', async () => {
  const { plans, siteId, file, db } = testDatabase();
  const start = testPlan();
  granted(plans.create({ id: 'walk', siteId, name: 'walk', plan: start, receivedFrom: null }));
  const session = new StoredSession({ plans, id: 'walk', plan: start });
  const [walk] = walksOf(1, { count: 1, length: 1200 });
  for (const { diff } of walk?.steps ?? [])
    if (diff.size > 0 && session.done.length < 500) session.edit(diff);
  expect(session.done.length).toBe(500);
  session.save();
  db.close();
  await throughAll({ file, id: 'walk', from: FORMAT, plain: plainPlan(file, 'walk') }, raised);
}, 60_000);

test('a database keeps its cut: steps beneath it stay as they are', async () => {
  const file = goldenDatabase(3);
  const cut = new Database(file);
  cut.exec("UPDATE plan SET undo_from = 300 WHERE id = 'walk'");
  cut.close();
  const { session } = await begun(file, 'walk', raised);
  const { steps } = plainPlan(file, 'walk');
  expect(session.done.length).toBeLessThan(300);
  expect(session.done.map(({ step }) => step)).toEqual(
    steps.slice(-session.done.length).map(({ step }) => step),
  );
});
