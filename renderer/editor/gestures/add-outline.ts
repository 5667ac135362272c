import type { Point } from '../../../core/geometry/point.ts';
import { addRecord } from '../../../core/operations/add-record.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import { err, type Result } from '../../../core/result.ts';
import type { Refusal } from '../refusal.ts';
import type { ToolContext } from '../tool.ts';
import { type Drawn, newFields } from './new-record.ts';
import { ringOf } from './outline.ts';
import type { Points } from './points-tool.ts';

/** The kinds that lie within an outline. */
export type OutlineKind = 'propertyLine' | 'building' | 'area' | 'obstacle';

/** Adds a record within an outline; refuses one that encloses nothing. */
export function addOutline<K extends OutlineKind>(
  context: ToolContext,
  kind: K,
  { id, points }: Points<K>,
): Result<PlanDiff, Refusal> {
  const ring = ringOf(points);
  if (!ring) return err('no-area');
  const drawn: { readonly id: typeof id; readonly ring: readonly Point[] } = { id, ring };
  return addRecord(context.plan, kind, newFields(context, kind, drawn as unknown as Drawn<K>));
}
