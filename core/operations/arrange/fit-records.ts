import { angleOf, distanceBetween, type Point } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId } from '../../plan/kinds/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { type TransformRefusal, transformWithDependents } from '../transform-with-dependents.ts';
import { tryShapeEdit } from '../try-edit.ts';

export type FitRefusal = TransformRefusal | 'same-point';

/** Two points of what is drawn, and where they belong. */
export type Reference = {
  readonly from: readonly [Point, Point];
  readonly to: readonly [Point, Point];
  /** Whether the size follows too, so that both points come to lie exactly; else only the first one does. */
  readonly scales: boolean;
};

/**
 * Diff that moves and turns records, and scales them if wanted, so that two points of them come to lie
 * where they belong. Thicknesses, widths and heights stay as they are.
 *
 * Refuses with 'same-point' when two points that belong together coincide.
 */
export function fitRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  { from, to, scales }: Reference,
): Result<PlanDiff, FitRefusal> {
  return tryShapeEdit<FitRefusal>(plan, (draft) => {
    const before = distanceBetween(...from);
    const after = distanceBetween(...to);
    if (before === 0 || after === 0) return 'same-point';
    const angle = angleOf(...to) - angleOf(...from);
    const factor = scales ? after / before : 1;
    return transformWithDependents(draft, ids, { type: 'fit', from: from[0], to: to[0], angle, factor });
  });
}
