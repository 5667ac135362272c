import type { Point } from '../geometry/point.ts';
import type { PlanDiff } from '../plan/diff.ts';
import type { AnyId } from '../plan/kinds/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { type TransformRefusal, transformWithDependents } from './transform-with-dependents.ts';
import { tryShapeEdit } from './try-edit.ts';

/**
 * Diff that moves records by metres, and what stands in or on them with them.
 *
 * An opening or gate that is moved without its wall or fence slides along it as far as it goes.
 * Locked records stay; see `TransformRefusal` for when nothing is moved at all.
 */
export function moveRecords(plan: Plan, ids: Iterable<AnyId>, by: Point): Result<PlanDiff, TransformRefusal> {
  return tryShapeEdit(plan, (draft) => transformWithDependents(draft, ids, { type: 'translate', by }));
}
