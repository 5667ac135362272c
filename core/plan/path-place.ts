import { angleOf, distanceBetween, type Point } from '../geometry/point.ts';
import { nearestOnSegment, type Segment } from '../geometry/segment.ts';

/** A line through points, from the last back to the first when closed. */
export type PathLine = { readonly path: readonly Point[]; readonly closed: boolean };

/** A place on one straight piece of a path, metres and radians. */
export type PathPlace = {
  readonly at: Point;
  /** Of the piece, from its start to its end. */
  readonly direction: number;
  /** From the piece's start to the place. */
  readonly along: number;
  readonly start: Point;
  readonly end: Point;
  /** Between the place and the point it is nearest to. */
  readonly distance: number;
};

/** The straight pieces of a path in order, as start and end. */
export function* piecesOf({ path, closed }: PathLine): Generator<Segment> {
  let start = closed ? path.at(-1) : undefined;
  for (const end of path) {
    if (start) yield [start, end];
    start = end;
  }
}

/** The place of a path nearest to a point; null for a path of fewer than two points. */
export function placeOnPath(point: Point, line: PathLine): PathPlace | null {
  let best: PathPlace | null = null;
  for (const [start, end] of piecesOf(line)) {
    const at = nearestOnSegment(point, start, end);
    const distance = distanceBetween(at, point);
    if (best && best.distance <= distance) continue;
    best = { at, direction: angleOf(start, end), along: distanceBetween(at, start), start, end, distance };
  }
  return best;
}

/** Metres from a point to a path; infinite for a path of fewer than two points. */
export function distanceToPath(point: Point, line: PathLine): number {
  return placeOnPath(point, line)?.distance ?? Number.POSITIVE_INFINITY;
}
