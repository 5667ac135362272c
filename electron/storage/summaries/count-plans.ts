import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { formats } from '../../../core/plan/format.ts';
import { allRecords, type Plan } from '../../../core/plan/plan.ts';
import { countedRecords, type Tally, tallyOf } from '../../../core/plan/tally.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { lossOf, type PlanRow, planOfRows, type RecordRow, type WholeRow } from '../plan-rows.ts';
import { planSql } from '../plan-statements.ts';
import { attempt, planNotFound } from '../storage-error.ts';
import { type CountedPlan, PlanSummaries } from './plan-summaries.ts';

/** A stored plan that was counted from nothing. */
export type Counted = { readonly plan: CountedPlan; readonly tally: Tally };

export type CountRequest = {
  readonly file: string;
  /** Plans that are left out: they could not be counted. */
  readonly except: readonly string[];
};

/** Some of the plans whose figures are not known, counted, and those that cannot be: they are damaged. */
export type CountedPlans = { readonly counted: readonly Counted[]; readonly failed: readonly string[] };

/** As many records are counted before what is known is handed over, so that it can be written. */
const RECORDS_AT_ONCE = 50_000;
const PATIENT_MS = 3000;

/** A stored plan, the trash included, with what it is stored as, and every record of it checked; or why it cannot be read. */
export function storedPlan(
  db: Database.Database,
  id: string,
): Result<{ readonly row: PlanRow; readonly plan: Plan }, AppError> {
  const row = db.prepare<[string], PlanRow>(planSql.anywhere).get(id);
  if (!row) return err(planNotFound());
  const whole = db.prepare<[{ id: string }], WholeRow>(planSql.whole).get({ id });
  const loss = whole === undefined ? null : lossOf(row, whole);
  if (loss) return err(loss);
  const read = planOfRows(row, db.prepare<[string], RecordRow>(planSql.records).all(id), formats);
  return read.ok ? ok({ row, plan: read.value.plan }) : read;
}

/** The same counted. */
export function countedPlan(db: Database.Database, id: string): Result<Counted, AppError> {
  const stored = storedPlan(db, id);
  if (!stored.ok) return stored;
  const { version, format, updated_at: at } = stored.value.row;
  return ok({ plan: { id, version, format, at }, tally: tallyOf(allRecords(stored.value.plan)) });
}

/** Counts plans of a database whose figures are not known, beside whoever has it open. Nothing is written. */
export function countPlans({ file, except }: CountRequest): Result<CountedPlans, AppError> {
  return attempt(() => {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENT_MS });
    try {
      return ok(countSome(db, except));
    } finally {
      db.close();
    }
  });
}

function countSome(db: Database.Database, except: readonly string[]): CountedPlans {
  const [counted, failed]: [Counted[], string[]] = [[], []];
  let records = 0;
  for (const id of new PlanSummaries(db).uncounted()) {
    if (records >= RECORDS_AT_ONCE) break;
    if (except.includes(id)) continue;
    // What is read of one plan is of one moment: somebody may be saving it.
    const one = db.transaction(() => countedPlan(db, id))();
    if (one.ok) {
      counted.push(one.value);
      records += countedRecords(one.value.tally.counts);
    } else failed.push(id);
  }
  return { counted, failed };
}

/**
 * Counts the plans of a database that nobody else has open whose figures are not known, and those that are named, as
 * far as they can be read.
 */
export function countAll(db: Database.Database, others: readonly string[] = []): void {
  const summaries = new PlanSummaries(db);
  for (const id of new Set([...summaries.uncounted(), ...others])) {
    const one = countedPlan(db, id);
    if (one.ok) db.transaction(() => summaries.put(one.value.plan, one.value.tally))();
  }
}
