import { distanceBetween, type Point, samePoint } from './point.ts';
import { type Segment, segmentsTouch, sideOf } from './segment.ts';
import { sweepFindsClash } from './sweep.ts';

/** A surface: an outer ring and the rings cut out of it. Rings are not closed by repeating a point. */
export type Polygon = { readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[] };

/** The edges of a ring in order; the last leads back to the first point. */
export function edgesOf(ring: readonly Point[]): readonly Segment[] {
  return ring.map((start, index) => [start, ring[(index + 1) % ring.length] ?? start]);
}

/** Square metres inside a ring: positive when it runs anticlockwise, 0 for fewer than three points. */
export function ringArea(ring: readonly Point[]): number {
  return areaMoments(ring).area;
}

/*  Sums over the triangles from the first point: far from the origin nothing is lost by cancelling.  */
function areaMoments(ring: readonly Point[]) {
  const [origin] = ring;
  let area = 0;
  let momentX = 0;
  let momentY = 0;
  if (!origin) return { area, momentX, momentY };
  for (const [start, end] of edgesOf(ring)) {
    const startX = start.x - origin.x;
    const startY = start.y - origin.y;
    const endX = end.x - origin.x;
    const endY = end.y - origin.y;
    const twice = startX * endY - startY * endX;
    area += twice / 2;
    momentX += (twice * (startX + endX)) / 6;
    momentY += (twice * (startY + endY)) / 6;
  }
  return { area, momentX, momentY };
}

/** Square metres of a polygon, its holes taken off; the direction of its rings does not matter. */
export function polygonArea({ ring, holes }: Polygon): number {
  return holes.reduce((area, hole) => area - Math.abs(ringArea(hole)), Math.abs(ringArea(ring)));
}

/** The ring run anticlockwise, as records keep outer rings; the same array when it already does. */
export function toAnticlockwise(ring: readonly Point[]): readonly Point[] {
  return ringArea(ring) < 0 ? ring.toReversed() : ring;
}

/** The ring run clockwise, as records keep holes; the same array when it already does. */
export function toClockwise(ring: readonly Point[]): readonly Point[] {
  return ringArea(ring) > 0 ? ring.toReversed() : ring;
}

/** Metres around a ring. */
export function perimeterOf(ring: readonly Point[]): number {
  return edgesOf(ring).reduce((sum, [start, end]) => sum + distanceBetween(start, end), 0);
}

/**
 * Centre of gravity of a ring's surface; of its points when it encloses nothing, null when it has none.
 *
 * May lie outside: for a place to write on take `labelPoint`.
 */
export function centroidOf(ring: readonly Point[]): Point | null {
  const [origin] = ring;
  if (!origin) return null;
  const { area, momentX, momentY } = areaMoments(ring);
  // Below this the quotient is noise: a square of a hundredth of a millimetre.
  if (Math.abs(area) > 1e-10) return { x: origin.x + momentX / area, y: origin.y + momentY / area };
  const sum = ring.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / ring.length, y: sum.y / ring.length };
}

/** Where a point is with regard to a ring that may cross itself (even-odd). Exact for any coordinates. */
export function placeInRing(point: Point, ring: readonly Point[]): 'inside' | 'edge' | 'outside' {
  let isInside = false;
  let start = ring.at(-1);
  for (const end of ring) {
    if (!start) break;
    const place = edgeBeside(point, start, end);
    if (place === 'on') return 'edge';
    if (place === 'right') isInside = !isInside;
    start = end;
  }
  return isInside ? 'inside' : 'outside';
}

/** The same by the edges of a ring, or by those alone that reach as far up and down as the point and are not all left of it. */
export function placeAmong(point: Point, edges: readonly Segment[]): 'inside' | 'edge' | 'outside' {
  let isInside = false;
  for (const [start, end] of edges) {
    const place = edgeBeside(point, start, end);
    if (place === 'on') return 'edge';
    if (place === 'right') isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
}

/*  Whether an edge crosses the ray from the point towards +x, or holds the point itself.
 *  The upper end of an edge does not belong to it, so that a corner is counted once.  */
function edgeBeside(point: Point, start: Point, end: Point): 'on' | 'right' | 'elsewhere' {
  if (start.y > point.y && end.y > point.y) return 'elsewhere';
  if (start.y < point.y && end.y < point.y) return 'elsewhere';
  const low = Math.min(start.x, end.x);
  const high = Math.max(start.x, end.x);
  if (point.x > high) return 'elsewhere';
  const isCrossing = start.y > point.y !== end.y > point.y;
  if (point.x < low) return isCrossing ? 'right' : 'elsewhere';
  const side = sideOf(point, [start, end]);
  if (side === 0) return 'on';
  const isLeft = end.y > start.y ? side > 0 : side < 0;
  return isCrossing && isLeft ? 'right' : 'elsewhere';
}

/** Whether a point is in a ring or on its edge. */
export function isInRing(point: Point, ring: readonly Point[]): boolean {
  return placeInRing(point, ring) !== 'outside';
}

/** Whether a point is in a polygon or on one of its edges; the inside of a hole is outside. */
export function isInPolygon(point: Point, { ring, holes }: Polygon): boolean {
  return isInRing(point, ring) && holes.every((hole) => placeInRing(point, hole) !== 'inside');
}

/**
 * Whether a ring crosses or touches itself, so that its inside is not one plain surface.
 *
 * Points that repeat the one before are allowed. Exact; near O(n log n) for any ring.
 */
export function isSelfCrossing(ring: readonly Point[]): boolean {
  const points = ring.filter((point, index) => !samePoint(point, ring.at(index - 1) ?? point));
  if (points.length < 3) return true;
  const edges = edgesOf(points);
  if (edges.length <= FEW_EDGES) return edges.some((_, index) => clashesLater(edges, index));
  return sweepFindsClash(edges, (index, other) =>
    isClash(edges, Math.min(index, other), Math.max(index, other)),
  );
}

/** So many edges are sooner compared with each other than put in order. */
const FEW_EDGES = 12;

function clashesLater(edges: readonly Segment[], index: number): boolean {
  for (let other = index + 1; other < edges.length; other++) if (isClash(edges, index, other)) return true;
  return false;
}

/** Whether two edges meet anywhere but in the corner that neighbours share. */
function isClash(edges: readonly Segment[], index: number, other: number): boolean {
  const first = edges[index];
  const second = edges[other];
  if (!first || !second) return false;
  if (other === index + 1) return turnsBack(first, second);
  if (index === 0 && other === edges.length - 1) return turnsBack(second, first);
  return segmentsTouch(first, second);
}

/*  a ------ b    the next edge comes back along this one
 *      c ---     */
function turnsBack([start, corner]: Segment, [, end]: Segment): boolean {
  if (sideOf(end, [start, corner]) !== 0) return false;
  return (corner.x - start.x) * (end.x - corner.x) + (corner.y - start.y) * (end.y - corner.y) < 0;
}
