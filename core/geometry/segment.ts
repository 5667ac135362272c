import { orient2d } from 'robust-predicates';
import { add, cross, distanceBetween, dot, lerp, type Point, samePoint, scale, subtract } from './point.ts';

/** A straight piece between two points, or the infinite line through them where a function says so. */
export type Segment = readonly [start: Point, end: Point];

/** Sine of the angle below which two lines count as parallel: their meeting point would be noise. */
const PARALLEL = 1e-12;

/** 1 left of the line from `start` to `end`, −1 right of it, 0 on it. Exact for any coordinates. */
export function sideOf(point: Point, [start, end]: Segment): -1 | 0 | 1 {
  // The package calls clockwise positive, as on a screen with y down.
  const turn = orient2d(start.x, start.y, end.x, end.y, point.x, point.y);
  if (turn === 0) return 0;
  return turn < 0 ? 1 : -1;
}

/** Where a point falls on the infinite line: 0 at `start`, 1 at `end`; 0 when these coincide. */
export function projectOnLine(point: Point, [start, end]: Segment): number {
  const along = subtract(end, start);
  const squared = dot(along, along);
  return squared === 0 ? 0 : dot(subtract(point, start), along) / squared;
}

/** The place of a segment nearest to a point. */
export function nearestOnSegment(point: Point, start: Point, end: Point): Point {
  return lerp(start, end, Math.min(Math.max(projectOnLine(point, [start, end]), 0), 1));
}

/** Metres from a point to a segment. */
export function distanceToSegment(point: Point, start: Point, end: Point): number {
  return distanceBetween(point, nearestOnSegment(point, start, end));
}

/** Where two infinite lines meet; null when they are parallel or one of them has no direction. */
export function lineIntersection(first: Segment, second: Segment): Point | null {
  const along = subtract(first[1], first[0]);
  const other = subtract(second[1], second[0]);
  const turn = cross(along, other);
  if (Math.abs(turn) <= PARALLEL * Math.hypot(along.x, along.y) * Math.hypot(other.x, other.y)) return null;
  const t = cross(subtract(second[0], first[0]), other) / turn;
  return add(first[0], scale(along, t));
}

/** Whether a point lies on a segment, its ends included. Exact: a computed point seldom does. */
export function isOnSegment(point: Point, segment: Segment): boolean {
  return sideOf(point, segment) === 0 && overlapOnAxes([point, point], segment);
}

/** Whether two segments have a point in common; ends count. Exact for any coordinates. */
export function segmentsTouch(first: Segment, second: Segment): boolean {
  if (sideOf(second[0], first) * sideOf(second[1], first) > 0) return false;
  if (sideOf(first[0], second) * sideOf(first[1], second) > 0) return false;
  // Settles what lies on one line, and segments without length.
  return overlapOnAxes(first, second);
}

function overlapOnAxes(first: Segment, second: Segment): boolean {
  const overlaps = (axis: 'x' | 'y') =>
    Math.max(first[0][axis], first[1][axis]) >= Math.min(second[0][axis], second[1][axis]) &&
    Math.max(second[0][axis], second[1][axis]) >= Math.min(first[0][axis], first[1][axis]);
  return overlaps('x') && overlaps('y');
}

/**
 * The one point that two segments share; null when they share none, or a whole stretch.
 *
 * An end that lies on the other segment is given as it is, not computed.
 */
export function segmentIntersection(first: Segment, second: Segment): Point | null {
  if (!segmentsTouch(first, second)) return null;
  const ends = [
    ...first.filter((end) => isOnSegment(end, second)),
    ...second.filter((end) => isOnSegment(end, first)),
  ];
  const [shared] = ends;
  if (shared) return ends.every((end) => samePoint(end, shared)) ? shared : null;
  return lineIntersection(first, second) ?? nearestToBoth(first, second);
}

/*  Segments that cross at an angle too flat for arithmetic: the end that is nearest to the other one.  */
function nearestToBoth(first: Segment, second: Segment): Point {
  const [start, end] = first;
  const isStartNearer = distanceToSegment(start, ...second) <= distanceToSegment(end, ...second);
  return nearestOnSegment(isStartNearer ? start : end, ...second);
}
