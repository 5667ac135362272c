import {
  add,
  distanceBetween,
  dot,
  length,
  lerp,
  type Point,
  perpendicular,
  samePoint,
  scale,
  subtract,
} from './point.ts';
import { nearestOnSegment } from './segment.ts';

/** A place on an open path: metres from its beginning, and from the point that was asked for. */
export type PlaceOnPath = { readonly at: Point; readonly along: number; readonly distance: number };

/** Metres along an open path. */
export function pathLength(path: readonly Point[]): number {
  return path.reduce((sum, point, index) => sum + distanceBetween(path[index - 1] ?? point, point), 0);
}

/** The place at a distance along an open path, held within its ends; null for a path without points. */
export function pointAlongPath(path: readonly Point[], along: number): Point | null {
  let left = along;
  let start = path[0];
  if (!start || along <= 0) return start ?? null;
  for (const end of path) {
    const piece = distanceBetween(start, end);
    if (left < piece) return lerp(start, end, left / piece);
    left -= piece;
    start = end;
  }
  return start;
}

/** The places at distances along an open path that do not fall, in one walk; as `pointAlongPath` each. */
export function pointsAlongPath(path: readonly Point[], distances: readonly number[]): readonly Point[] {
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last) return [];
  let index = 1;
  let passed = 0;
  let piece = distanceBetween(first, path[1] ?? first);
  return distances.map((along) => {
    while (index < path.length && along >= passed + piece) {
      passed += piece;
      index++;
      piece = distanceBetween(path[index - 1] ?? last, path[index] ?? last);
    }
    const [start, end] = [path[index - 1], path[index]];
    if (along <= 0) return first;
    return start && end ? lerp(start, end, (along - passed) / piece) : last;
  });
}

/** The place of an open path nearest to a point; null for a path without points. */
export function nearestOnPath(point: Point, path: readonly Point[]): PlaceOnPath | null {
  let best: PlaceOnPath | null = null;
  let passed = 0;
  let start = path[0];
  for (const end of path) {
    if (!start) break;
    const at = nearestOnSegment(point, start, end);
    const distance = distanceBetween(point, at);
    if (!best || distance < best.distance) {
      best = { at, along: passed + distanceBetween(start, at), distance };
    }
    passed += distanceBetween(start, end);
    start = end;
  }
  return best;
}

/** How far a mitred corner may reach, in half widths; beyond it the corner is cut off. */
export const MITRE_LIMIT = 4;

/**
 * Outline of an open path with a width: its lines moved to both sides, corners mitred, ends square.
 *
 * An anticlockwise ring unless the path bends more tightly than its width: then it crosses itself,
 * and is to be filled by the nonzero rule. Null when the path has no length or the width is not positive.
 *
 * ```
 *   ________________
 *  |  o----------   \      corner within MITRE_LIMIT: mitre
 *  |_____________ \  \     beyond: cut off square
 * ```
 */
export function outlineOfPath(path: readonly Point[], width: number): readonly Point[] | null {
  const points = path.filter((point, index) => index === 0 || !samePoint(point, path[index - 1] ?? point));
  if (points.length < 2 || !(width > 0)) return null;
  return [...sideOfPath(points, width / 2), ...sideOfPath(points.toReversed(), width / 2)];
}

/** The line that runs at a distance to the right of a path. */
function sideOfPath(points: readonly Point[], aside: number): readonly Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before && after) return cornerOf([before, point, after], aside);
    const other = before ?? after ?? point;
    const direction = before ? subtract(point, other) : subtract(other, point);
    return [add(point, rightOf(direction, aside))];
  });
}

function rightOf(direction: Point, aside: number): Point {
  return scale(perpendicular(direction), -aside / length(direction));
}

/*  The two moved lines of a corner meet at m = (u + v) / (1 + u·v), u and v unit vectors to the right.  */
function cornerOf([before, point, after]: readonly [Point, Point, Point], aside: number): readonly Point[] {
  const u = rightOf(subtract(point, before), 1);
  const v = rightOf(subtract(after, point), 1);
  const cosine = dot(u, v);
  // |m|² = 2 / (1 + u·v)
  if (2 <= MITRE_LIMIT * MITRE_LIMIT * (1 + cosine)) {
    return [add(point, scale(add(u, v), aside / (1 + cosine)))];
  }
  const isOutside = u.x * v.y - u.y * v.x > 0;
  if (!isOutside) return [add(point, scale(u, aside)), point, add(point, scale(v, aside))];
  // Square: both lines go on for half the width, so that a path that turns back keeps a square end.
  const ahead = perpendicular(u);
  const behind = perpendicular(v);
  return [add(point, scale(add(u, ahead), aside)), add(point, scale(subtract(v, behind), aside))];
}
