import { add, angleOf, dot, type Point, polar, samePoint, subtract } from './point.ts';
import { lineIntersection, type Segment } from './segment.ts';

export type OffsetLine = { readonly path: readonly Point[]; readonly closed: boolean };

/**
 * The parallel of a line at a distance, metres, to its left; negative to its right. Corners are mitred.
 *
 * Null when a side would turn round because the distance is larger than the line has room for.
 */
export function offsetPath({ path, closed }: OffsetLine, distance: number): readonly Point[] | null {
  const points = path.filter((point, index) => !samePoint(point, path[index - 1] ?? { x: NaN, y: NaN }));
  const sides = sidesOf(points, closed);
  const shifted = sides.map(([start, end]): Segment => {
    const aside = polar(angleOf(start, end) + Math.PI / 2, distance);
    return [add(start, aside), add(end, aside)];
  });
  const corners = points.map((_, index) => cornerAt(shifted, index, closed));
  const moved = corners.filter((corner) => corner !== null);
  const isSound = sidesOf(moved, closed).every(([start, end], index) => {
    const side = sides[index];
    return side !== undefined && dot(subtract(end, start), subtract(side[1], side[0])) > 0;
  });
  return moved.length >= 2 && isSound ? moved : null;
}

function sidesOf(points: readonly Point[], closed: boolean): readonly Segment[] {
  return points.flatMap((start, index): Segment[] => {
    const end = points[index + 1] ?? (closed ? points[0] : undefined);
    return end ? [[start, end]] : [];
  });
}

function cornerAt(sides: readonly Segment[], index: number, closed: boolean): Point | null {
  const next = sides[index];
  const before = sides[index - 1] ?? (closed ? sides.at(-1) : undefined);
  if (!before || !next) return next?.[0] ?? before?.[1] ?? null;
  return lineIntersection(before, next) ?? next[0];
}
