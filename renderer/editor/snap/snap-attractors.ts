import type { Point } from '../../../core/geometry/point.ts';
import { nearestOnSegment, type Segment, segmentIntersection } from '../../../core/geometry/segment.ts';
import { getRecord, isPlaced } from '../../../core/plan/plan.ts';
import { type Circle, snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { isInWindow } from '../is-selectable.ts';
import type { SnapOptions } from '../tool.ts';
import type { SnapScene } from './snap-scene.ts';

/** What of the plan attracts the pointer near a point. */
export type Attractors = {
  readonly ends: readonly Point[];
  readonly middles: readonly Point[];
  /** Those that pass within reach, nearest first. */
  readonly edges: readonly Segment[];
  readonly centres: readonly Point[];
  /** Those whose line passes within reach. */
  readonly circles: readonly Circle[];
};

export type AttractorQuery = {
  readonly reach: number;
  readonly options: Pick<SnapOptions, 'except' | 'drawn'>;
  readonly scene: SnapScene;
};

// Zoomed far out ten pixels are many metres and hold hundreds of records; more than these tell nothing.
const MOST_RECORDS = 120;
const MOST_EDGES = 24;

/** The ends, middles and edges of visible records near a point; O(records within reach). */
export function attractorsNear(point: Point, { reach, options, scene }: AttractorQuery): Attractors {
  const ends: Point[] = [...options.drawn];
  const middles: Point[] = [];
  const centres: Point[] = [];
  const circles: Circle[] = [];
  const edges: { readonly edge: Segment; readonly distance: number }[] = [];
  for (const id of idsNear(point, reach, scene)) {
    const record = getRecord(scene.plan, id);
    if (!record || !isPlaced(record) || options.except.has(id) || !isInWindow(scene, record)) continue;
    const geometry = snapGeometryOf(record, scene.plan);
    ends.push(...geometry.ends.filter((end) => isWithin(point, end, reach)));
    middles.push(...geometry.middles.filter((middle) => isWithin(point, middle, reach)));
    centres.push(...geometry.centres.filter((centre) => isWithin(point, centre, reach)));
    circles.push(...geometry.circles.filter((circle) => isOnCircle(point, circle, reach)));
    for (const edge of geometry.edges) {
      const at = nearestOnSegment(point, edge[0], edge[1]);
      if (isWithin(point, at, reach))
        edges.push({ edge, distance: Math.hypot(at.x - point.x, at.y - point.y) });
    }
  }
  edges.sort((first, second) => first.distance - second.distance);
  return { ends, middles, centres, circles, edges: edges.slice(0, MOST_EDGES).map(({ edge }) => edge) };
}

function isOnCircle({ x, y }: Point, { centre, radius }: Circle, reach: number): boolean {
  return Math.abs(Math.hypot(x - centre.x, y - centre.y) - radius) <= reach;
}

function idsNear(point: Point, reach: number, { index, view }: SnapScene) {
  for (let half = reach; ; half /= 2) {
    const ids = index.query(boxAround(point, half, half), view.lens.floor);
    if (ids.length <= MOST_RECORDS || half < reach / 64) return ids.slice(0, MOST_RECORDS);
  }
}

export function boxAround({ x, y }: Point, halfWidth: number, halfHeight: number) {
  return { minX: x - halfWidth, minY: y - halfHeight, maxX: x + halfWidth, maxY: y + halfHeight };
}

function isWithin(first: Point, second: Point, reach: number): boolean {
  return Math.abs(first.x - second.x) <= reach && Math.abs(first.y - second.y) <= reach;
}

/** The nearest of some points that lies within reach; null for none. */
export function nearestTo(point: Point, points: Iterable<Point>, reach: number): Point | null {
  let best: Point | null = null;
  let bestDistance = reach;
  for (const candidate of points) {
    const distance = Math.hypot(candidate.x - point.x, candidate.y - point.y);
    if (distance > bestDistance || (best && distance === bestDistance)) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Where edges cross each other, or where they cross one line when it is given. */
export function* crossingsOf(edges: readonly Segment[], line: Segment | null = null): Generator<Point> {
  for (const [index, first] of edges.entries()) {
    for (const second of line ? [line] : edges.slice(index + 1)) {
      const at = segmentIntersection(first, second);
      if (at) yield at;
    }
  }
}
