import type { Box } from '../../../core/geometry/box.ts';
import {
  add,
  cross,
  distanceBetween,
  dot,
  lerp,
  type Point,
  scale,
  subtract,
} from '../../../core/geometry/point.ts';
import type { Segment } from '../../../core/geometry/segment.ts';

/** One side of a record, or a point of it as a side without length, and the way to look from there. */
export type Probe = {
  readonly side: Segment;
  /** Of length 1. */
  readonly direction: Point;
  /** What is looked for: an edge along the side, whatever crosses the way from its middle, or the first of the two. */
  readonly finds: 'parallel' | 'crossing' | 'either';
};

/** A place on the side and the one on an edge straight ahead of it. */
export type Ahead = { readonly from: Point; readonly to: Point; readonly distance: number };

/** What lies nearer than this is the same place. */
const SAME = 0.0015;
// Sine between edges that count as parallel: whole millimetres seldom lie exactly on one direction.
const PARALLEL = 0.005;
// An edge that the way only grazes says nothing of a distance.
const GRAZES = 0.25;

/** What an edge is ahead of a probe; null when it lies behind, beside or across. */
export function aheadOf(probe: Probe, edge: Segment): Ahead | null {
  const { side, finds } = probe;
  const found = finds === 'crossing' ? null : parallelAhead(probe, edge);
  if (found || finds === 'parallel') return found;
  return crossingAhead(lerp(side[0], side[1], 0.5), probe.direction, edge);
}

/*  side  |----- from -----|          the place is in the middle of what both have beside each other
 *               |
 *  edge      |-- to --------|                                                          */
function parallelAhead({ side: [start, end], direction }: Probe, edge: Segment): Ahead | null {
  const length = distanceBetween(start, end);
  const reach = distanceBetween(...edge);
  if (length === 0 || reach === 0) return null;
  const along = scale(subtract(end, start), 1 / length);
  if (Math.abs(cross(along, subtract(edge[1], edge[0]))) > PARALLEL * reach) return null;
  const ends = edge.map((point) => dot(subtract(point, start), along));
  const first = Math.max(Math.min(...ends), 0);
  const last = Math.min(Math.max(...ends), length);
  if (last - first <= SAME) return null;
  return crossingAhead(add(start, scale(along, (first + last) / 2)), direction, edge);
}

function crossingAhead(from: Point, direction: Point, [start, end]: Segment): Ahead | null {
  const along = subtract(end, start);
  const turn = cross(direction, along);
  if (Math.abs(turn) <= GRAZES * distanceBetween(start, end)) return null;
  const to = subtract(start, from);
  const distance = cross(to, along) / turn;
  const part = cross(to, direction) / turn;
  if (distance <= SAME || part < -1e-9 || part > 1 + 1e-9) return null;
  return { from, to: add(from, scale(direction, distance)), distance };
}

/** The box that a probe sweeps on its way. */
export function sweptBox({ side, direction }: Probe, reach: number): Box {
  const points = [...side, ...side.map((point) => add(point, scale(direction, reach)))];
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}
