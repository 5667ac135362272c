import { distanceBetween, type Point, quantisePoint } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, NewId, RecordOf } from '../../plan/kinds/index.ts';
import { placeOnPath } from '../../plan/path-place.ts';
import { getRecord, isKind, type Plan } from '../../plan/plan.ts';
import { lineOfRecord } from '../../plan/record-line.ts';
import { offsetOnWall, placeOnWall, wallLength } from '../../plan/wall-line.ts';
import type { Result } from '../../result.ts';
import { MIN_WALL_LENGTH } from '../add-wall.ts';
import { isLocked } from '../is-locked.ts';
import { tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { isLineRecord, type LinePiece, type LineRecord } from './line-record.ts';
import { type ReplaceRefusal, replaceLine } from './replace-line.ts';

export type SplitRefusal = ReplaceRefusal | 'not-found' | 'locked' | 'not-a-line' | 'near-end';

/**
 * Diff that cuts a wall, fence, road or barrier in two at the place nearest to a point; a closed fence is
 * opened there instead.
 *
 * Openings, gates and cameras go to the half that has them. Refuses with 'near-end' when a piece would be
 * shorter than MIN_WALL_LENGTH, with 'opening-here' when the cut goes through an opening.
 */
export function splitRecord(
  plan: Plan,
  id: AnyId,
  { at, newId }: { readonly at: Point; readonly newId: NewId },
): Result<PlanDiff, SplitRefusal> {
  return tryShapeEdit<SplitRefusal>(plan, (draft) => {
    const record = getRecord(plan, id);
    if (!record) return 'not-found';
    if (!isLineRecord(record)) return 'not-a-line';
    if (isLocked(record, (other) => draft.get(other))) return 'locked';
    const pieces = isKind(record, 'wall') ? halvesOfWall(record, at) : halvesOfPath(record, at);
    if (!pieces) return 'near-end';
    return replaceLine(draft, record, { pieces, replacing: { newId, tags: tagSource(plan), drops: false } });
  });
}

function halvesOfWall(wall: RecordOf<'wall'>, point: Point): readonly LinePiece[] | null {
  const length = wallLength(wall);
  const along = offsetOnWall(wall, point);
  if (along < MIN_WALL_LENGTH || along > length - MIN_WALL_LENGTH) return null;
  const cut = quantisePoint(placeOnWall(wall, along).at);
  // A quarter of the arc's angle, shared out between the halves.
  const quarter = Math.atan(wall.bulge);
  const part = along / length;
  return [
    { points: [wall.a, cut], bulge: Math.tan(quarter * part), closed: false },
    { points: [cut, wall.b], bulge: Math.tan(quarter * (1 - part)), closed: false },
  ];
}

function halvesOfPath(
  record: Exclude<LineRecord, RecordOf<'wall'>>,
  point: Point,
): readonly LinePiece[] | null {
  const line = lineOfRecord(record);
  const place = line && placeOnPath(point, line);
  if (!line || !place) return null;
  const index = line.path.indexOf(place.start);
  const cut = quantisePoint(place.at);
  const before = withEnd(line.path.slice(0, index + 1), cut);
  const after = withEnd(line.path.slice(index + 1).toReversed(), cut).toReversed();
  if (line.closed) {
    return [{ points: [...after, ...withEnd(before, cut)], bulge: 0, closed: false }];
  }
  if (lengthOf(before) < MIN_WALL_LENGTH || lengthOf(after) < MIN_WALL_LENGTH) return null;
  return [before, after].map((points) => ({ points, bulge: 0, closed: false }));
}

function withEnd(points: readonly Point[], end: Point): readonly Point[] {
  const last = points.at(-1);
  return last && distanceBetween(last, end) < MIN_WALL_LENGTH
    ? [...points.slice(0, -1), end]
    : [...points, end];
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => sum + distanceBetween(points[index - 1] ?? point, point), 0);
}
