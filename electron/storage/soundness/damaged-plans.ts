import type Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { formats } from '../../../core/plan/format.ts';
import {
  isAsWritten,
  lossOf,
  type PlanRow,
  partOfRows,
  type RecordRow,
  type WholeRow,
} from '../plan-rows.ts';
import { columns, complete, planSql } from '../plan-statements.ts';

const EVERYWHERE = `SELECT ${columns} FROM plan WHERE ${complete}`;

/** All plans of a database, those in the trash as well; what never came to its end is none. */
export function plansIn(db: Database.Database): readonly PlanRow[] {
  return db.prepare<[], PlanRow>(EVERYWHERE).all();
}

/** What is wrong with the records of a plan as they are stored; null where each is what was written and none is missing. */
export function damageOf(db: Database.Database, plan: PlanRow): AppError | null {
  const whole = db.prepare<[{ id: string }], WholeRow>(planSql.whole).get({ id: plan.id });
  const loss = whole === undefined ? null : lossOf(plan, whole);
  if (loss) return loss;
  for (const row of db.prepare<[string], RecordRow>(planSql.records).iterate(plan.id)) {
    if (isAsWritten(row)) continue;
    const read = partOfRows(plan, [row], formats);
    if (!read.ok) return read.error;
  }
  return null;
}
