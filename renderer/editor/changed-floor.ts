import type { PlanDiff } from '../../core/plan/diff.ts';
import type { IdOf } from '../../core/plan/kinds/index.ts';
import { isPlaced, type Plan } from '../../core/plan/plan.ts';

/** The floor to show so that a change is seen; null when it is seen on the one that is shown, or on none. */
export function changedFloor(plan: Plan, diff: PlanDiff, shown: IdOf<'floor'>): IdOf<'floor'> | null {
  let first: IdOf<'floor'> | null = null;
  for (const change of diff.values()) {
    for (const record of [change.after, change.before]) {
      if (!record || !isPlaced(record) || !plan.tables.floor.has(record.floor)) continue;
      if (record.floor === shown) return null;
      first ??= record.floor;
    }
  }
  return first;
}
