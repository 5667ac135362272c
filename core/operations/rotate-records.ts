import type { Point } from '../geometry/point.ts';
import type { PlanDiff } from '../plan/diff.ts';
import type { AnyId } from '../plan/kinds/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { type TransformRefusal, transformWithDependents } from './transform-with-dependents.ts';
import { tryShapeEdit } from './try-edit.ts';

export type Rotation = { readonly about: Point; readonly angle: number };

/**
 * Diff that turns records about a point by radians anticlockwise, and what stands in or on them with them.
 *
 * An opening or gate that is turned without its wall or fence stays. Locked records stay; see
 * `TransformRefusal` for when nothing is turned at all.
 */
export function rotateRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  { about, angle }: Rotation,
): Result<PlanDiff, TransformRefusal> {
  return tryShapeEdit(plan, (draft) => transformWithDependents(draft, ids, { type: 'rotate', about, angle }));
}
