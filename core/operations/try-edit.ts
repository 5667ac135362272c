import { type Draft, edit, type PlanDiff } from '../plan/diff.ts';
import type { Plan } from '../plan/plan.ts';
import { err, ok, type Result } from '../result.ts';
import { type ShapeRefusal, shapeRefusal } from './shape-refusal.ts';
import { followWalls } from './walls/follow-walls.ts';

/**
 * Diff of a change that can refuse: the change returns the reason, or null when it is done. Areas that follow walls
 * are brought back to them: every operation goes through here.
 */
export function tryEdit<R extends string>(
  plan: Plan,
  change: (draft: Draft) => R | null,
): Result<PlanDiff, R> {
  let refusal: R | null = null;
  const diff = edit(plan, (draft) => {
    refusal = change(draft);
    if (refusal === null) followWalls(draft, plan);
  });
  return refusal === null ? ok(diff) : err(refusal);
}

/** The same of a change that draws or moves something: it is refused as well when it leaves unsound shapes. */
export function tryShapeEdit<R extends string>(
  plan: Plan,
  change: (draft: Draft) => R | null,
): Result<PlanDiff, R | ShapeRefusal> {
  const result = tryEdit(plan, change);
  const refusal = result.ok ? shapeRefusal(plan, result.value) : null;
  return refusal ? err(refusal) : result;
}
