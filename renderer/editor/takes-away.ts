import type { PlanDiff } from '../../core/plan/diff.ts';
import type { Kind } from '../../core/plan/kinds/index.ts';
import { kindOf } from '../../core/plan/plan.ts';

/** Whether a diff takes a record of a kind away. */
export function takesAway(diff: PlanDiff, kind: Kind | undefined): boolean {
  if (kind === undefined) return false;
  for (const [id, { before, after }] of diff) if (before && !after && kindOf(id) === kind) return true;
  return false;
}
