import type Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { countedPlan } from './count-plans.ts';
import { PlanSummaries } from './plan-summaries.ts';

/** How the figures of the plans of a database compare with the plans, those in the trash as well. */
export type FiguresFound = {
  readonly fit: number;
  /** Ids of plans of which lists show something else than they hold. */
  readonly wrong: readonly string[];
  /** Ids of plans that were not counted yet. */
  readonly unknown: readonly string[];
  /** Why plans cannot be read, and so not be counted. */
  readonly damaged: readonly AppError[];
};

// What never came to its end is no plan yet.
const PLANS = 'SELECT id FROM plan WHERE id NOT IN (SELECT plan_id FROM intake) ORDER BY id';

/** Counts every plan of a database of today's shape and compares. */
export function checkFigures(db: Database.Database): FiguresFound {
  const summaries = new PlanSummaries(db);
  const [wrong, unknown, damaged]: [string[], string[], AppError[]] = [[], [], []];
  const ids = db.prepare<[], string>(PLANS).pluck().all();
  for (const id of ids) {
    const counted = countedPlan(db, id);
    if (!counted.ok) damaged.push(counted.error);
    else if (summaries.known(id) === null) unknown.push(id);
    else if (!summaries.fits(counted.value.plan, counted.value.tally)) wrong.push(id);
  }
  const fit = ids.length - wrong.length - unknown.length - damaged.length;
  return { fit, wrong, unknown, damaged };
}
