import { type Point, samePoint } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, NewId } from '../../plan/kinds/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { type DuplicateRefusal, putCopies } from '../duplicate-records.ts';
import { tagSource } from '../tags/tag-source.ts';
import { type TransformRefusal, transformWithDependents } from '../transform-with-dependents.ts';
import { tryShapeEdit } from '../try-edit.ts';

export type MirrorRefusal = TransformRefusal | DuplicateRefusal | 'same-point';

export type Mirroring = {
  /** Two different points of the line to mirror over. */
  readonly over: readonly [Point, Point];
  /** Makes ids for copies; null mirrors the records themselves. */
  readonly newId: NewId | null;
};

/**
 * Diff that mirrors records, or copies of them, over a line, and what stands in or on them with them.
 *
 * Walls keep the side their body lies on, doors the room they swing into. Writing stays readable,
 * pictures stay where they are; an opening or gate that is mirrored without its wall or fence stays.
 */
export function mirrorRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  { over, newId }: Mirroring,
): Result<PlanDiff, MirrorRefusal> {
  return tryShapeEdit<MirrorRefusal>(plan, (draft) => {
    if (samePoint(...over)) return 'same-point';
    const transform = { type: 'mirror', over } as const;
    if (!newId) return transformWithDependents(draft, ids, transform);
    return putCopies(draft, ids, { transform, newId, tags: tagSource(plan) });
  });
}
