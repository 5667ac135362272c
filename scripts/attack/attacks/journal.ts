import path from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { allRecords, kindOf, planOf } from '../../../core/plan/plan.ts';
import { samePlan } from '../../../core/plan/plan-json.ts';
import type { PlanRecord } from '../../../core/plan/records/index.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { migrate } from '../../../electron/storage/migrate.ts';
import { sqlMigrations } from '../../../electron/storage/migrations/index.ts';
import { AppDriver, newDataFolder } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';

/** The shape of the database, and the plan format, in which journals were one JSON text a commit. */
const OLD_SHAPE = 3;
const OLD_FORMAT = 3;
const AT = '2026-11-24T09:00:00.000Z';
/** As long as a whole plan moves at a time, metres: what can be written exactly. */
const STEP = 0.5;

function shifted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shifted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, shifted(inner)] as const);
  const moved = Object.fromEntries(fields);
  const { x, y } = moved as { readonly x?: unknown; readonly y?: unknown };
  return typeof x === 'number' && typeof y === 'number'
    ? { ...moved, x: Math.round((x + STEP) * 1000) / 1000 }
    : moved;
}

/** A database of the old shape with the campus plan, moved as a whole so many times; gives where it began. */
function oldDatabase(file: string, moves: number): readonly PlanRecord[] {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  migrate(
    db,
    sqlMigrations.filter(({ to }) => to <= OLD_SHAPE),
  );
  const first = [...allRecords(referencePlan('campus', 1).plan)];
  db.prepare('INSERT INTO site VALUES (?, ?, ?, ?, NULL)').run('site', 'campus', AT, AT);
  db.prepare(
    `INSERT INTO plan (id, site_id, name, format, version, records, received_from, undo_from, created_at, updated_at)
     VALUES ('plan', 'site', 'campus', ?, ?, ?, NULL, 0, ?, ?)`,
  ).run(OLD_FORMAT, moves + 1, first.length, AT, AT);
  let records = first;
  const append = db.prepare(
    `INSERT INTO change (plan_id, seq, step, undoes, at, author, label, diff)
     VALUES ('plan', ?, ?, NULL, ?, '', 'edit.move', ?)`,
  );
  for (let seq = 1; seq <= moves; seq += 1) {
    const moved = records.map((record) => shifted(record) as PlanRecord);
    const diff = moved.map((after, index) => ({ id: after.id, before: records[index], after }));
    append.run(seq, `step-${seq}`, AT, JSON.stringify(diff));
    records = moved;
  }
  const put = db.prepare(
    `INSERT INTO record (plan_id, id, kind, body, checksum) VALUES ('plan', ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (const record of records) {
      const body = JSON.stringify(record);
      put.run(record.id, kindOf(record.id), body, crc32(body));
    }
  })();
  db.close();
  return first;
}

/** Milliseconds from the click on the plan to its drawing; null when it never came. */
async function openingMs(driver: AppDriver): Promise<number | null> {
  const button = driver.page.getByRole('button', { name: 'campus', exact: true });
  await button.waitFor({ timeout: 60_000 });
  await driver.page.waitForTimeout(1000);
  const began = performance.now();
  await button.click();
  const isDrawn = driver.page.locator('[role=application][data-scale]').waitFor({ timeout: 60_000 });
  return isDrawn.then(
    () => performance.now() - began,
    () => null,
  );
}

async function openedWith(moves: number) {
  const data = newDataFolder();
  const file = path.join(data, 'sallyport.db');
  const first = oldDatabase(file, moves);
  const driver = await AppDriver.launch(data);
  return { driver, file, first, tookMs: await openingMs(driver) };
}

/** Takes all moves back one after the other; whether each was seen to be stored. */
async function undone(driver: AppDriver, file: string, moves: number): Promise<string | null> {
  for (let move = 1; move <= moves; move += 1) {
    await driver.key('Control+z');
    if (!(await isStored(file, moves + 1 + move))) return `undo ${move} of ${moves} was not stored`;
  }
  return null;
}

async function isStored(file: string, version: number): Promise<boolean> {
  const db = new Database(file, { readonly: true });
  const read = db.prepare('SELECT version FROM plan').pluck();
  const end = performance.now() + 60_000;
  while (Number(read.get()) < version && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const isReached = Number(read.get()) >= version;
  db.close();
  return isReached;
}

function storedRecords(file: string): readonly PlanRecord[] {
  const db = new Database(file, { readonly: true });
  const bodies = db.prepare<[], string>('SELECT body FROM record ORDER BY seq').pluck().all();
  db.close();
  return bodies.map((body) => JSON.parse(body) as PlanRecord);
}

async function run({ form, tried, failed }: AttackRun): Promise<void> {
  const moves = form === 'short' ? 4 : 30;
  const without = await openedWith(0);
  await without.driver.close();
  const { driver, file, first, tookMs } = await openedWith(moves);
  tried();
  // What is left of its journal may cost a look at it, never its content.
  const most = 1.5 * (without.tookMs ?? Number.NaN) + 500;
  if (tookMs === null) failed(`a plan that was moved ${moves} times never opens again`);
  else if (!(tookMs <= most))
    failed(`it opened after ${Math.round(tookMs)} ms, without its journal after ${without.tookMs}`);
  if (tookMs !== null) {
    tried(moves);
    const refusal = await undone(driver, file, moves);
    if (refusal) failed(refusal);
    await driver.saved();
  }
  if (driver.complaints.length > 0) failed(`the window complained: ${driver.complaints.join(' ')}`);
  await driver.close();
  if (tookMs !== null && !samePlan(planOf(storedRecords(file)), planOf(first)))
    failed('what undo led back to is not the plan that was moved');
}

/** Whole-plan moves in the journal of a plan that was stored by an older Sallyport, and undo through all of them. */
export const journal: Attack = { name: 'journal', forms: ['short', 'long'], failedOn: null, run };
