import { type Box, boxOf } from './box.ts';
import {
  add,
  angleOf,
  distanceBetween,
  midpoint,
  type Point,
  perpendicular,
  polar,
  scale,
  subtract,
} from './point.ts';

/** Part of a circle: from the angle `start` on by `sweep`, radians; positive sweeps run anticlockwise. */
export type Arc = {
  readonly centre: Point;
  readonly radius: number;
  readonly start: number;
  readonly sweep: number;
};

/** A line between two points, straight for a bulge of 0. */
export type Bulged = { readonly a: Point; readonly b: Point; readonly bulge: number };

const FULL_TURN = 2 * Math.PI;

/** Flatter arcs are straight: over the longest length a record holds they rise less than half a millimetre. */
const FLATTEST_BULGE = 1e-9;

/** More would be paid for by every frame; at 5 mm it is reached by a full circle of 130 m radius. */
const MOST_PIECES = 360;

/**
 * The arc from `a` to `b` with a bulge: the tangent of a quarter of its angle, positive anticlockwise
 * (DXF, LWPOLYLINE group 42). Null when it is straight or its ends coincide.
 *
 * ```
 *        ___          sagitta s = bulge · |ab| / 2, to the right of a→b when positive
 *  a ---     --- b    radius r = |ab| · (1 + bulge²) / (4 · |bulge|)
 * ```
 */
export function arcFromBulge(a: Point, b: Point, bulge: number): Arc | null {
  const chord = distanceBetween(a, b);
  if (chord === 0 || Math.abs(bulge) < FLATTEST_BULGE) return null;
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
  // The centre lies left of the chord for a small positive bulge, beyond it for more than half a turn.
  const aside = (1 - bulge * bulge) / (4 * bulge);
  const centre = add(midpoint(a, b), scale(perpendicular(subtract(b, a)), aside));
  return { centre, radius, start: angleOf(centre, a), sweep: 4 * Math.atan(bulge) };
}

/** Bulge of an arc between its own ends. A full circle has none: its ends coincide. */
export function bulgeOf({ sweep }: Arc): number {
  return Math.tan(sweep / 4);
}

/** The place of an arc's circle at an angle, whether or not the arc reaches it. */
export function pointOnArc({ centre, radius }: Arc, angle: number): Point {
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}

/** Metres along an arc. */
export function arcLength({ radius, sweep }: Arc): number {
  return radius * Math.abs(sweep);
}

/** The place at a distance from the arc's start along it; before and behind it the circle goes on. */
export function pointAlongArc(arc: Arc, along: number): Point {
  if (arc.radius === 0) return arc.centre;
  return pointOnArc(arc, arc.start + (Math.sign(arc.sweep) * along) / arc.radius);
}

/** Number of straight pieces that stay within `tolerance` metres of an arc, 1 to 360. */
export function piecesOfArc({ radius, sweep }: Pick<Arc, 'radius' | 'sweep'>, tolerance: number): number {
  // The sagitta of a piece of angle t is r (1 − cos(t / 2)).
  const angle = 2 * Math.acos(Math.max(1 - tolerance / radius, 0));
  const pieces = Math.ceil(Math.abs(sweep) / angle);
  return Number.isNaN(pieces) ? 1 : Math.min(Math.max(pieces, 1), MOST_PIECES);
}

/** Points on an arc from its start to its end, joined by pieces within `tolerance` metres of it. */
export function flattenArc(arc: Arc, tolerance: number): readonly Point[] {
  const pieces = piecesOfArc(arc, tolerance);
  return Array.from({ length: pieces + 1 }, (_, index) =>
    pointOnArc(arc, arc.start + (arc.sweep * index) / pieces),
  );
}

/** A straight or bent line as points: `a` and `b` exactly, between them the arc within `tolerance` metres. */
export function flattenBulge({ a, b, bulge }: Bulged, tolerance: number): readonly Point[] {
  const arc = arcFromBulge(a, b, bulge);
  return arc ? [a, ...flattenArc(arc, tolerance).slice(1, -1), b] : [a, b];
}

/** Whether an angle, radians in any turn, lies within the arc's sweep. */
export function hasAngle({ start, sweep }: Pick<Arc, 'start' | 'sweep'>, angle: number): boolean {
  return turnedFrom({ start, sweep }, angle) <= Math.abs(sweep);
}

/** Radians from the start to an angle in the arc's own direction, in [0, 2π). */
function turnedFrom({ start, sweep }: Pick<Arc, 'start' | 'sweep'>, angle: number): number {
  const turned = ((angle - start) * (sweep < 0 ? -1 : 1)) % FULL_TURN;
  const positive = turned < 0 ? turned + FULL_TURN : turned;
  // An angle that is the start but for rounding is the start, not a whole turn behind it.
  return FULL_TURN - positive < 1e-12 ? 0 : positive;
}

/** The smallest box around an arc, exact. */
export function arcBox(arc: Arc): Box {
  const start = pointOnArc(arc, arc.start);
  const quarters = [0, 0.5, 1, 1.5].map((turn) => turn * Math.PI).filter((angle) => hasAngle(arc, angle));
  const outermost = quarters.map((angle) => add(arc.centre, polar(angle, arc.radius)));
  const box = boxOf([start, pointOnArc(arc, arc.start + arc.sweep), ...outermost]);
  return box ?? { minX: start.x, minY: start.y, maxX: start.x, maxY: start.y };
}

/** The place of an arc nearest to a point; its start when all are equally near. */
export function nearestOnArc(point: Point, arc: Arc): Point {
  const start = pointOnArc(arc, arc.start);
  const end = pointOnArc(arc, arc.start + arc.sweep);
  if (distanceBetween(point, arc.centre) === 0) return start;
  const angle = angleOf(arc.centre, point);
  if (hasAngle(arc, angle)) return pointOnArc(arc, angle);
  return distanceBetween(point, start) <= distanceBetween(point, end) ? start : end;
}
