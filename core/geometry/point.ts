import { quantiseLength } from '../units.ts';

/** A place, or a vector, in one plane. Plan metres unless said otherwise: +x right, +y up. */
export type Point = { readonly x: number; readonly y: number };

/** a + b. */
export function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** a − b, the vector that leads from b to a. */
export function subtract(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

/** Vector times a number. */
export function scale(vector: Point, factor: number): Point {
  return { x: vector.x * factor, y: vector.y * factor };
}

/** Scalar product. */
export function dot(a: Point, b: Point): number {
  return a.x * b.x + a.y * b.y;
}

/** Height of the vector product: positive when b lies anticlockwise of a. Not robust near zero. */
export function cross(a: Point, b: Point): number {
  return a.x * b.y - a.y * b.x;
}

/** Length of a vector. */
export function length(vector: Point): number {
  return Math.hypot(vector.x, vector.y);
}

/** Distance between two places. */
export function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Place halfway between two places. */
export function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Place at parameter `t` of the line a–b: 0 gives a, 1 gives b exactly. */
export function lerp(a: Point, b: Point, t: number): Point {
  if (t === 1) return b;
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Point turned by `angle` (radians anticlockwise) about `about`, the origin if absent. */
export function rotate(point: Point, angle: number, about: Point = { x: 0, y: 0 }): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = point.x - about.x;
  const y = point.y - about.y;
  return { x: about.x + x * cos - y * sin, y: about.y + x * sin + y * cos };
}

/** Vector of the given length and direction (radians anticlockwise from +x). */
export function polar(angle: number, radius: number): Point {
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** Direction from one place to another, in (−π, π]; 0 when they coincide. */
export function angleOf(from: Point, to: Point): number {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  return angle === -Math.PI ? Math.PI : angle;
}

/** Whether two places are at most `tolerance` apart; without one, whether their coordinates are equal. */
export function samePoint(a: Point, b: Point, tolerance = 0): boolean {
  return tolerance === 0 ? a.x === b.x && a.y === b.y : distanceBetween(a, b) <= tolerance;
}

/** Vector turned a quarter turn anticlockwise: the left side of its direction. */
export function perpendicular(vector: Point): Point {
  return { x: -vector.y, y: vector.x };
}

/** The point to the nearest millimetre, as every record keeps its coordinates. */
export function quantisePoint({ x, y }: Point): Point {
  return { x: quantiseLength(x), y: quantiseLength(y) };
}
