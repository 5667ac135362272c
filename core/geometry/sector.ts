import { flattenArc } from './arc.ts';
import { angleOf, distanceBetween, type Point, polar } from './point.ts';
import type { Polygon } from './polygon.ts';

/** What can be seen from a place on flat ground: a sector between two radii. */
export type Sector = {
  readonly centre: Point;
  /** Of its middle, radians anticlockwise from +x. */
  readonly direction: number;
  /** From side to side, radians; 2π and more go all round. */
  readonly width: number;
  readonly near: number;
  readonly far: number;
};

const FULL_TURN = 2 * Math.PI;

/**
 * Outline of a sector, its arcs within `tolerance` metres; the four corners are exact.
 *
 * Anticlockwise, without holes, except for a full turn with a near radius: that has one. Null when the
 * sector covers nothing. `far` must be finite.
 *
 * ```
 *      ___ far        near = 0: the centre is a corner
 *    /     \
 *    \ (-) /          ( ) near radius
 *        centre
 * ```
 */
export function sectorOutline(sector: Sector, tolerance: number): Polygon | null {
  const { centre, direction, near, far } = sector;
  const width = Math.min(sector.width, FULL_TURN);
  if (!(far > near && near >= 0 && width > 0)) return null;
  const start = direction - width / 2;
  const arc = { centre, radius: far, start, sweep: width };
  const outer = flattenArc(arc, tolerance);
  if (width === FULL_TURN) {
    const inner = near === 0 ? [] : flattenArc({ ...arc, radius: near, sweep: -width }, tolerance);
    const holes = near === 0 ? [] : [inner.slice(0, -1)];
    return { ring: outer.slice(0, -1), holes };
  }
  if (near === 0) return { ring: [centre, ...outer], holes: [] };
  const inner = flattenArc({ centre, radius: near, start: start + width, sweep: -width }, tolerance);
  return { ring: [...outer, ...inner], holes: [] };
}

/** Square metres of a sector, exact. */
export function sectorArea({ width, near, far }: Pick<Sector, 'width' | 'near' | 'far'>): number {
  return far > near ? (Math.min(width, FULL_TURN) * (far * far - near * near)) / 2 : 0;
}

/** Whether a point is in a sector or on its edge. */
export function isInSector(point: Point, { centre, direction, width, near, far }: Sector): boolean {
  const distance = distanceBetween(centre, point);
  if (distance < near || distance > far) return false;
  if (distance === 0) return true;
  const aside = Math.abs(angleOf({ x: 0, y: 0 }, polar(angleOf(centre, point) - direction, 1)));
  return aside <= width / 2;
}
