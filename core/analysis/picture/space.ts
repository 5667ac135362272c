import type { Point } from '../../geometry/point.ts';
import type { PicturePlace } from '../image/picture-place.ts';
import type { Place, View } from '../image/view.ts';

/*  All of a picture is computed in the frame of its camera: +x ahead along its direction, +y to the left, z above the
 *  floor, the foot of the lens at the origin. So nothing depends on where a plan lies and how it is turned.  */

/** Takes what is in the frame of a camera into its picture, cut at the picture's edges. */
export type Projection = {
  /** Rings of a flat surface, each in as many parts as the picture shows it in. */
  readonly surface: (rings: readonly (readonly Place[])[]) => readonly (readonly PicturePlace[])[];
  /** Whether of what lies between some corners something may be in the picture. */
  readonly mayShow: (corners: readonly Place[]) => boolean;
  /** A straight line. */
  readonly line: (from: Place, to: Place) => readonly (readonly PicturePlace[])[];
};

/** A place of the plan as the camera has it: ahead and to the left of its foot, metres. */
export function fromFoot({ at, direction }: Pick<View, 'at' | 'direction'>, { x, y }: Point): Point {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  const [east, north] = [x - at.x, y - at.y];
  return { x: cos * east + sin * north, y: cos * north - sin * east };
}

/** A place ahead and to the left of the foot of a camera, as a place of the plan. */
export function toPlan({ at, direction }: Pick<View, 'at' | 'direction'>, { x, y }: Point): Point {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return { x: at.x + cos * x - sin * y, y: at.y + sin * x + cos * y };
}

/** The place between two in space, at parameter `t`. */
export function between3(a: Place, b: Place, t: number): Place {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, z: a.z + (b.z - a.z) * t };
}

/** What of a ring has `measure` ≥ 0. A ring that is not convex keeps edges that lie on each other: they cover nothing. */
export function keptOfRing<P>(
  ring: readonly P[],
  measure: (corner: P) => number,
  between: (a: P, b: P, t: number) => P,
): readonly P[] {
  const kept: P[] = [];
  for (const [index, end] of ring.entries()) {
    const start = ring.at(index - 1) ?? end;
    const [from, to] = [measure(start), measure(end)];
    if (from < 0 !== to < 0) kept.push(between(start, end, from / (from - to)));
    if (to >= 0) kept.push(end);
  }
  return kept;
}

/** What of a line between two places has `measure` ≥ 0; null for nothing. */
export function keptOfLine<P>(
  [start, end]: readonly [P, P],
  measure: (place: P) => number,
  between: (a: P, b: P, t: number) => P,
): readonly [P, P] | null {
  const [from, to] = [measure(start), measure(end)];
  if (from < 0 && to < 0) return null;
  if (from >= 0 && to >= 0) return [start, end];
  const edge = between(start, end, from / (from - to));
  return from < 0 ? [edge, end] : [start, edge];
}
