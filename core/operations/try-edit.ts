import { type Draft, edit, type PlanDiff } from '../plan/diff.ts';
import type { Plan } from '../plan/plan.ts';
import { err, ok, type Result } from '../result.ts';

/** Diff of a change that can refuse: the change returns the reason, or null when it is done. */
export function tryEdit<R extends string>(
  plan: Plan,
  change: (draft: Draft) => R | null,
): Result<PlanDiff, R> {
  let refusal: R | null = null;
  const diff = edit(plan, (draft) => {
    refusal = change(draft);
  });
  return refusal === null ? ok(diff) : err(refusal);
}
