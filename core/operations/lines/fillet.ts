import { flattenArc } from '../../geometry/arc.ts';
import {
  add,
  angleOf,
  cross,
  distanceBetween,
  dot,
  type Point,
  polar,
  quantisePoint,
  scale,
  subtract,
} from '../../geometry/point.ts';
import { lineIntersection } from '../../geometry/segment.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { getRecord, isKind, type Plan } from '../../plan/plan.ts';
import { lineOfRecord } from '../../plan/record-line.ts';
import type { Result } from '../../result.ts';
import { type AddRefusal, putChecked } from '../add-record.ts';
import { MIN_WALL_LENGTH } from '../add-wall.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { putUpdated, type UpdateRefusal } from '../update-records.ts';

export type FilletRefusal =
  | UpdateRefusal
  | AddRefusal
  | 'not-a-line'
  | 'bent-wall'
  | 'parallel-walls'
  | 'radius-too-large';

type Wall = RecordOf<'wall'>;

/**
 * Diff that brings two straight walls to a corner: cut off or lengthened to where their lines meet, and
 * with a radius above 0 an arc wall between them.
 *
 * ```
 *   ----- T1 .            the longer part of each wall stays; the arc leaves both
 *             ` T2        without a kink
 *               |
 * ```
 */
export function filletWalls(
  plan: Plan,
  [first, second]: readonly [IdOf<'wall'>, IdOf<'wall'>],
  { radius, newId }: { readonly radius: number; readonly newId: () => IdOf<'wall'> },
): Result<PlanDiff, FilletRefusal> {
  return tryShapeEdit<FilletRefusal>(plan, (draft) => {
    const [one, two] = [draft.get(first), draft.get(second)];
    if (!one || !two) return 'not-found';
    if (one.bulge !== 0 || two.bulge !== 0) return 'bent-wall';
    const corner = lineIntersection([one.a, one.b], [two.a, two.b]);
    if (!corner) return 'parallel-walls';
    const arms = [armOf(one, corner), armOf(two, corner)] as const;
    const arc = arcBetween(arms, corner, radius);
    if (!arc) return 'radius-too-large';
    const [armOne, armTwo] = arms;
    const refusal =
      putUpdated(draft, first, { [armOne.end]: arc.from }) ??
      putUpdated(draft, second, { [armTwo.end]: arc.to });
    return refusal ?? (radius === 0 ? null : putArc(draft, one, { ...arc, id: newId() }));
  });
}

function putArc(
  draft: Draft,
  like: Wall,
  { from, to, bulge, id }: Corner & Pick<Wall, 'id'>,
): FilletRefusal | null {
  const made = parseRecord({ ...like, id, tag: null, a: from, b: to, bulge });
  return made.ok ? putChecked(draft, made.value) : 'invalid-record';
}

/** A wall seen from the corner: which end goes to it, where the other one is, and the way there. */
type Arm = { readonly wall: Wall; readonly end: 'a' | 'b'; readonly far: Point; readonly along: Point };

function armOf(wall: Wall, corner: Point): Arm {
  const end = distanceBetween(wall.a, corner) < distanceBetween(wall.b, corner) ? 'a' : 'b';
  const far = wall[end === 'a' ? 'b' : 'a'];
  const length = distanceBetween(corner, far);
  return { wall, end, far, along: scale(subtract(far, corner), 1 / length) };
}

type Corner = { readonly from: Point; readonly to: Point; readonly bulge: number };

function arcBetween([one, two]: readonly [Arm, Arm], corner: Point, radius: number): Corner | null {
  const angle = Math.acos(Math.min(Math.max(dot(one.along, two.along), -1), 1));
  const back = radius / Math.tan(angle / 2);
  const hasRoom = [one, two].every(({ far }) => distanceBetween(corner, far) - back >= MIN_WALL_LENGTH);
  if (!hasRoom) return null;
  const turn = Math.sign(cross(scale(one.along, -1), two.along));
  return {
    from: quantisePoint(add(corner, scale(one.along, back))),
    to: quantisePoint(add(corner, scale(two.along, back))),
    bulge: turn * Math.tan((Math.PI - angle) / 4),
  };
}

/**
 * Diff that rounds the corners of a fence, road, barrier or outline with a radius, metres: each becomes
 * an arc of short sides within 10 mm of the true one. Corners without room for the radius stay.
 *
 * Refuses with 'radius-too-large' when no corner has room.
 */
export function roundCorners(plan: Plan, id: AnyId, radius: number): Result<PlanDiff, FilletRefusal> {
  return tryShapeEdit<FilletRefusal>(plan, (draft) => {
    const record = getRecord(plan, id);
    const line = record && !isKind(record, 'wall') ? lineOfRecord(record) : null;
    if (!record || !line) return 'not-a-line';
    const points = line.path.flatMap((corner, index) => {
      const isEnd = !line.closed && (index === 0 || index === line.path.length - 1);
      const before = line.path[index - 1] ?? line.path.at(-1);
      const after = line.path[index + 1] ?? line.path[0];
      return isEnd || !before || !after ? [corner] : roundedCorner([before, corner, after], radius);
    });
    if (points.length === line.path.length) return 'radius-too-large';
    return putUpdated(draft, id, 'path' in record && record.path ? { path: points } : { ring: points });
  });
}

const FLATNESS = 0.01;

function roundedCorner(
  [before, corner, after]: readonly [Point, Point, Point],
  radius: number,
): readonly Point[] {
  const [one, two] = [distanceBetween(corner, before), distanceBetween(corner, after)];
  if (one === 0 || two === 0) return [corner];
  const [u, v] = [scale(subtract(before, corner), 1 / one), scale(subtract(after, corner), 1 / two)];
  const angle = Math.acos(Math.min(Math.max(dot(u, v), -1), 1));
  const back = radius / Math.tan(angle / 2);
  // Half of each side is left to its other corner.
  const isStraight = Math.PI - angle < 0.01;
  if (isStraight || back > Math.min(one, two) / 2 || !(back > 0)) return [corner];
  const half = angleOf({ x: 0, y: 0 }, add(u, v));
  const centre = add(corner, polar(half, radius / Math.sin(angle / 2)));
  const start = angleOf(centre, add(corner, scale(u, back)));
  const sweep = Math.sign(cross(scale(u, -1), v)) * (Math.PI - angle);
  return flattenArc({ centre, radius, start, sweep }, FLATNESS).map(quantisePoint);
}
