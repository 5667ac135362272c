import path from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { samePlan } from '../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, kindOf, planOf } from '../../../core/plan/plan.ts';
import { type ReferenceName, referencePlan } from '../../../core/reference/reference-plan.ts';
import { migrate } from '../../../electron/storage/migrate.ts';
import { sqlMigrations } from '../../../electron/storage/migrations/index.ts';
import { AppDriver, newDataFolder } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { shifted } from '../shifted.ts';

/** The shape of the database, and the plan format, in which journals were one JSON text a commit. */
const OLD_SHAPE = 3;
const OLD_FORMAT = 3;
const AT = '2026-11-24T09:00:00.000Z';
/** A plan and how often it was moved as a whole: together more text than the longest string holds. */
type Moved = {
  readonly plan: ReferenceName;
  readonly notes: string;
  readonly moves: number;
  readonly undos: number;
};

const forms: Readonly<Record<AttackRun['form'], Moved>> = {
  short: { plan: 'typical', notes: 'note '.repeat(1980), moves: 14, undos: 2 },
  long: { plan: 'campus', notes: '', moves: 30, undos: 30 },
};

/** A database of the old shape with a plan, moved as a whole so many times; gives the plan after each. */
function oldDatabase(file: string, { plan, notes, moves }: Moved): readonly (readonly PlanRecord[])[] {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  migrate(
    db,
    sqlMigrations.filter(({ to }) => to <= OLD_SHAPE),
  );
  const records = [...allRecords(referencePlan(plan, 1).plan)];
  const first = records.map((record) => ('notes' in record ? { ...record, notes } : record));
  db.prepare('INSERT INTO site VALUES (?, ?, ?, ?, NULL)').run('site', 'moved', AT, AT);
  db.prepare(
    `INSERT INTO plan (id, site_id, name, format, version, records, received_from, undo_from, created_at, updated_at)
     VALUES ('plan', 'site', 'moved', ?, ?, ?, NULL, 0, ?, ?)`,
  ).run(OLD_FORMAT, moves + 1, first.length, AT, AT);
  const states: (readonly PlanRecord[])[] = [first];
  const append = db.prepare(
    `INSERT INTO change (plan_id, seq, step, undoes, at, author, label, diff)
     VALUES ('plan', ?, ?, NULL, ?, '', 'edit.move', ?)`,
  );
  for (let seq = 1; seq <= moves; seq += 1) {
    const before = states.at(-1) ?? [];
    const after = before.map(shifted);
    const diff = after.map((record, index) => ({ id: record.id, before: before[index], after: record }));
    append.run(seq, `step-${seq}`, AT, JSON.stringify(diff));
    states.push(after);
  }
  keepRecords(db, states.at(-1) ?? []);
  db.close();
  return states;
}

function keepRecords(db: Database.Database, records: readonly PlanRecord[]): void {
  const put = db.prepare(
    `INSERT INTO record (plan_id, id, kind, body, checksum) VALUES ('plan', ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (const record of records) {
      const body = JSON.stringify(record);
      put.run(record.id, kindOf(record.id), body, crc32(body));
    }
  })();
}

/** Whether the drawing of the plan comes. */
async function isOpened(driver: AppDriver): Promise<boolean> {
  const button = driver.page.getByRole('button', { name: 'moved', exact: true }).last();
  await button.waitFor({ timeout: 60_000 });
  // Not the pointer's: it would wait for the window as long as that is busy.
  await button.evaluate((element: HTMLElement) => setTimeout(() => element.click()));
  const isDrawn = driver.page.locator('[role=application][data-scale]').waitFor({ timeout: 45_000 });
  return isDrawn.then(
    () => true,
    () => false,
  );
}

/** Takes moves back one after the other; which of them was not seen to be stored. */
async function undone(driver: AppDriver, file: string, { moves, undos }: Moved): Promise<string | null> {
  for (let undo = 1; undo <= undos; undo += 1) {
    await driver.key('Control+z');
    if (!(await isStored(file, moves + 1 + undo))) return `undo ${undo} of ${moves} was not stored`;
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
  const moved = forms[form];
  const data = newDataFolder();
  const file = path.join(data, 'sallyport.db');
  const states = oldDatabase(file, moved);
  const driver = await AppDriver.launch(data);
  tried();
  if (!(await isOpened(driver))) {
    failed(`a plan that was moved ${moved.moves} times never opens again`);
    // It may never come to close its window.
    driver.app.process().kill('SIGKILL');
    return;
  }
  tried(moved.undos);
  const refusal = await undone(driver, file, moved);
  if (refusal) failed(refusal);
  const reached = states[moved.moves - moved.undos] ?? [];
  if (!samePlan(planOf(storedRecords(file)), planOf(reached)))
    failed('what undo led back to is not the plan that was moved');
  if (driver.complaints.length > 0) failed(`the window complained: ${driver.complaints.join(' ')}`);
  await driver.close();
}

/** Whole-plan moves in the journal of a plan that was stored by an older Sallyport, and undo through all of them. */
export const journal: Attack = { name: 'journal', forms: ['long'], failedOn: '59a65ef', run };
