import { distanceBetween, type Point } from '../../geometry/point.ts';
import { placeAmong } from '../../geometry/polygon.ts';
import { nearestOnSegment, type Segment } from '../../geometry/segment.ts';
import type { Rings } from '../sight/rings.ts';

const known = new WeakMap<Rings, readonly Segment[]>();

/** The edges of rings, kept with them. */
export function edgesOfRings(rings: Rings): readonly Segment[] {
  const edges = known.get(rings) ?? edgesIn(rings);
  known.set(rings, edges);
  return edges;
}

function edgesIn({ coordinates, ends }: Rings): readonly Segment[] {
  const edges: Segment[] = [];
  let start = 0;
  for (const end of ends) {
    for (let at = start; at < end; at += 2) {
      const next = at + 2 < end ? at + 2 : start;
      edges.push([placeIn(coordinates, at), placeIn(coordinates, next)]);
    }
    start = end;
  }
  return edges;
}

const placeIn = (coordinates: Float64Array, at: number): Point => ({
  x: coordinates[at] ?? 0,
  y: coordinates[at + 1] ?? 0,
});

/** Whether a place is inside of rings or on one of them. */
export function isInRings(place: Point, rings: Rings): boolean {
  return placeAmong(place, edgesOfRings(rings)) !== 'outside';
}

/** Metres to the nearest edge; infinite without any. */
export function distanceToEdges(place: Point, edges: readonly Segment[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [a, b] of edges)
    nearest = Math.min(nearest, distanceBetween(place, nearestOnSegment(place, a, b)));
  return nearest;
}
