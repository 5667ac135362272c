import { angleOf, distanceBetween, lerp, type Point, samePoint } from '../../geometry/point.ts';
import { distanceToSegment, nearestOnSegment, type Segment } from '../../geometry/segment.ts';
import type { Draft } from '../../plan/diff.ts';
import { TOLERANCE } from '../../plan/integrity.ts';
import type { PlanRecord } from '../../plan/kinds/index.ts';
import { type VertexLine, vertexLinesOf } from '../../plan/parts/vertices.ts';
import { camerasOn } from '../hosted.ts';
import { putMounted } from '../walls/keep-mounted.ts';

/**
 * Keeps the cameras on a building or obstacle whose corners changed on the side that they are nearest to, as those
 * on a wall are kept: as far from the corner that stays, as far off the side, and turned with it. One at a corner
 * stays at the corner.
 *
 * ```
 *   3 ----C-- 2           3 ----C---- 2        C keeps its distance from 3 when 2 moves, from 2 when 3 does;
 *   |         |    ==>    |          /         of a side that got a corner it is on the half it was beside.
 *   0 ------- 1           0 ------- 1
 * ```
 *
 * What is on a side both of whose ends stay does not move.
 */
export function keepOnSides(draft: Draft, before: PlanRecord, after: PlanRecord): void {
  const cameras = camerasOn(draft, after.id);
  if (cameras.length === 0) return;
  const moves = sidesOf(before, after);
  for (const camera of cameras) {
    const side = nearestSide(camera.at, moves);
    const to = side && spotAfter(camera.at, side);
    if (!side || !to) continue;
    const from = { at: nearestOnSegment(camera.at, ...side.was), direction: angleOf(...side.was) };
    putMounted(draft, camera, { at: camera.at, from, to });
  }
}

/** A side as it was, and the corners from its start to its end now; null at an end that is gone. */
type Side = {
  readonly was: Segment;
  readonly now: readonly Point[];
  readonly keepsStart: boolean;
  readonly keepsEnd: boolean;
};

function sidesOf(before: PlanRecord, after: PlanRecord): readonly Side[] {
  const lines = new Map(vertexLinesOf(after).map((line) => [line.list, line]));
  return vertexLinesOf(before).flatMap((was) => sidesOfLine(was, lines.get(was.list)));
}

function sidesOfLine({ points, closed }: VertexLine, now: VertexLine | undefined): readonly Side[] {
  const numberOf = numbering(points, now?.points ?? []);
  return points.flatMap((start, index): readonly Side[] => {
    const next = index + 1 < points.length ? index + 1 : 0;
    const end = points[next];
    if (!end || (next === 0 && !closed)) return [];
    const [first, last] = [numberOf(index), numberOf(next)];
    const corners = now ? cornersBetween(now, first, last) : [];
    return [{ was: [start, end], now: corners, keepsStart: first !== null, keepsEnd: last !== null }];
  });
}

/** The number that each corner has now: those before and after what was put in or taken out keep their places. */
function numbering(was: readonly Point[], now: readonly Point[]): (index: number) => number | null {
  const more = now.length - was.length;
  if (more === 0) return (index) => index;
  const most = Math.min(was.length, now.length);
  const isSame = (index: number, other: number) => {
    const [first, second] = [was[index], now[other]];
    return first !== undefined && second !== undefined && samePoint(first, second);
  };
  let head = 0;
  while (head < most && isSame(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(was.length - 1 - tail, now.length - 1 - tail)) tail += 1;
  return (index) => {
    if (index < head) return index;
    return index >= was.length - tail ? index + more : null;
  };
}

/** The corners of a line from one to another; where one of the two is gone, to or from the one beside it. */
function cornersBetween(
  { points, closed }: VertexLine,
  first: number | null,
  last: number | null,
): readonly Point[] {
  if (first === null && last === null) return [];
  const count = points.length;
  const from = first ?? (last ?? 0) - 1;
  const to = last ?? from + 1;
  const steps = closed ? (to - from + count) % count : to - from;
  const corners: Point[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const corner = points[closed ? (from + step + count) % count : from + step];
    if (corner) corners.push(corner);
  }
  return corners;
}

function nearestSide(at: Point, sides: readonly Side[]): Side | null {
  let nearest: Side | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const side of sides) {
    const distance = distanceToSegment(at, ...side.was);
    if (distance >= least) continue;
    least = distance;
    nearest = side;
  }
  return nearest;
}

/** Where on its side a camera belongs now; null where it stays. */
function spotAfter(at: Point, side: Side) {
  const [start, end] = side.was;
  const foot = nearestOnSegment(at, start, end);
  const fromEnd = countsFromEnd(foot, side);
  const now = fromEnd ? side.now.toReversed() : side.now;
  const [from, to] = now;
  if (!from || !to || samePoint(from, to) || isAsItWas(side)) return null;
  const length = distanceBetween(from, to);
  const along = Math.min(distanceBetween(foot, fromEnd ? end : start), length);
  return { at: lerp(from, to, along / length), direction: fromEnd ? angleOf(to, from) : angleOf(from, to) };
}

function isAsItWas({ was: [start, end], now: [first, second, ...more], ...side }: Side): boolean {
  if (!first || !second || more.length > 0 || !side.keepsStart || !side.keepsEnd) return false;
  return samePoint(start, first) && samePoint(end, second);
}

/** Whether a place keeps its distance from the end of its side: that is there, or stays and the start does not. */
function countsFromEnd(foot: Point, { was: [start, end], now, keepsStart, keepsEnd }: Side): boolean {
  if (!keepsStart || !keepsEnd) return keepsEnd;
  if (distanceBetween(foot, start) <= TOLERANCE) return false;
  if (distanceBetween(foot, end) <= TOLERANCE) return true;
  const [first, second] = now;
  const [beforeLast, last] = now.slice(-2);
  if (!first || !second || !beforeLast || !last) return false;
  if (now.length === 2) return samePoint(end, last) && !samePoint(start, first);
  return distanceToSegment(foot, beforeLast, last) < distanceToSegment(foot, first, second);
}
