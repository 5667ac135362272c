import type { Point } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import { err, type Result } from '../../result.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { putUpdated, type UpdateRefusal, updateRecord } from '../update-records.ts';

/** An end of a wall. */
export type WallEnd = readonly [wall: IdOf<'wall'>, end: 'a' | 'b'];

/** Diff that brings ends of walls to one point, as those that meet there; refuses all when one refuses. */
export function moveWallEnds(
  plan: Plan,
  ends: readonly WallEnd[],
  to: Point,
): Result<PlanDiff, UpdateRefusal> {
  return tryShapeEdit(plan, (draft) => {
    for (const [id, end] of ends) {
      const refusal = putUpdated(draft, id, { [end]: to });
      if (refusal) return refusal;
    }
    return null;
  });
}

/**
 * Diff that bends a wall so that it runs through the level of a point over its chord, at most to a half circle.
 * A bend that rises less than `straightBelow` metres is meant to be none.
 */
export function bendWall(
  plan: Plan,
  id: IdOf<'wall'>,
  { through, straightBelow }: { readonly through: Point; readonly straightBelow: number },
): Result<PlanDiff, UpdateRefusal> {
  const wall = getRecord(plan, id);
  if (!wall) return err('not-found');
  return updateRecord(plan, id, { bulge: bulgeThrough(wall, through, straightBelow) });
}

/*  Seen from a to b the arc of a positive bulge rises to the right: bulge = 2 rise / chord.
 *          .-- rise --.
 *     a ---------------- b   */
function bulgeThrough({ a, b }: RecordOf<'wall'>, to: Point, straightBelow: number): number {
  const chord = Math.hypot(b.x - a.x, b.y - a.y);
  const left = ((b.x - a.x) * (to.y - a.y) - (b.y - a.y) * (to.x - a.x)) / chord;
  if (Math.abs(left) <= straightBelow) return 0;
  return Math.min(Math.max((-2 * left) / chord, -1), 1);
}
