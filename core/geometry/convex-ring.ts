import { add, distanceBetween, lerp, type Point, polar, samePoint, subtract } from './point.ts';
import { edgesOf, ringArea } from './polygon.ts';

/** The places with a·x + b·y + c ≥ 0. */
export type HalfPlane = { readonly a: number; readonly b: number; readonly c: number };

export type Disc = { readonly centre: Point; readonly radius: number };

/** Nearer corners are one: a nanometre. */
const SAME_CORNER = 1e-9;
/** What covers less is nothing: a square millimetre. */
const SMALLEST_AREA = 1e-6;

/** A square around a place, anticlockwise, `half` metres to each side of it. */
export function squareAround({ x, y }: Point, half: number): readonly Point[] {
  return [
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x + half, y: y + half },
    { x: x - half, y: y + half },
  ];
}

/** What of a convex ring lies in a half plane: a convex ring again, empty for nothing. Exact but for rounding. */
export function clippedByHalfPlane(ring: readonly Point[], { a, b, c }: HalfPlane): readonly Point[] {
  const heightOf = ({ x, y }: Point) => a * x + b * y + c;
  return edgesOf(ring).flatMap(([start, end]) => {
    const from = heightOf(start);
    const to = heightOf(end);
    const crossing = from < 0 !== to < 0 ? [lerp(start, end, from / (from - to))] : [];
    return from < 0 ? crossing : [start, ...crossing];
  });
}

/**
 * What of a convex ring, run anticlockwise, lies in a disc: a convex ring again, empty for nothing. Its straight
 * parts are exact; those on the circle are joined by chords that rise at most `tolerance` metres.
 */
export function clippedByDisc(ring: readonly Point[], disc: Disc, tolerance: number): readonly Point[] {
  const { centre, radius } = disc;
  const within = edgesOf(ring).flatMap(([start, end]) => {
    const part = partInDisc(start, end, disc);
    return part && part[1] > part[0] ? [[lerp(start, end, part[0]), lerp(start, end, part[1])] as const] : [];
  });
  if (within.length === 0) {
    const isAround = edgesOf(ring).every(([start, end]) => isLeftOf(centre, start, end));
    return ring.length >= 3 && isAround
      ? circlePoints(disc, { start: 0, sweep: 2 * Math.PI }, tolerance).slice(0, -1)
      : [];
  }
  return within.flatMap(([from, to], index) => {
    const next = within[(index + 1) % within.length]?.[0] ?? to;
    if (samePoint(to, next, SAME_CORNER)) return [from];
    return [from, to, ...arcBetween({ centre, radius }, to, next, tolerance).slice(1, -1)];
  });
}

function isLeftOf(point: Point, start: Point, end: Point): boolean {
  return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x) > 0;
}

/** From which to which part of an edge it lies in a disc; null where it does nowhere. */
function partInDisc(start: Point, end: Point, { centre, radius }: Disc): readonly [number, number] | null {
  const along = subtract(end, start);
  const lengthSquared = along.x * along.x + along.y * along.y;
  if (lengthSquared === 0) return null;
  const foot = ((centre.x - start.x) * along.x + (centre.y - start.y) * along.y) / lengthSquared;
  const aside = distanceBetween(centre, { x: start.x + along.x * foot, y: start.y + along.y * foot });
  if (aside >= radius) return null;
  const half = Math.sqrt((radius * radius - aside * aside) / lengthSquared);
  return [Math.max(foot - half, 0), Math.min(foot + half, 1)];
}

function arcBetween(disc: Disc, from: Point, to: Point, tolerance: number): readonly Point[] {
  const start = Math.atan2(from.y - disc.centre.y, from.x - disc.centre.x);
  const turned = Math.atan2(to.y - disc.centre.y, to.x - disc.centre.x) - start;
  return circlePoints(disc, { start, sweep: turned < 0 ? turned + 2 * Math.PI : turned }, tolerance);
}

/**
 * Places on a circle from the angle `start` on by `sweep`, both ends among them, joined by chords that rise at most
 * `tolerance` metres. Of a circle of 1 km radius and 1 mm some 2,200.
 */
export function circlePoints(
  { centre, radius }: Disc,
  { start, sweep }: { readonly start: number; readonly sweep: number },
  tolerance: number,
): readonly Point[] {
  // The sagitta of a chord over the angle t is r (1 − cos(t / 2)).
  const widest = 2 * Math.acos(Math.max(1 - tolerance / radius, 0));
  const pieces = Math.max(Math.ceil(Math.abs(sweep) / widest), 1);
  return Array.from({ length: pieces + 1 }, (_, index) =>
    add(centre, polar(start + (sweep * index) / pieces, radius)),
  );
}

/** A convex ring without corners that coincide; null when it covers less than a square millimetre. */
export function soundRing(ring: readonly Point[]): readonly Point[] | null {
  const corners = ring.filter((point, index) => !samePoint(point, ring.at(index - 1) ?? point, SAME_CORNER));
  return corners.length >= 3 && ringArea(corners) >= SMALLEST_AREA ? corners : null;
}
