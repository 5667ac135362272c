import { distanceBetween, type Point } from '../geometry/point.ts';
import { isInPolygon } from '../geometry/polygon.ts';
import { definitionOf, type HitClass } from './kinds/definition.ts';
import type { PlanRecord } from './kinds/index.ts';
import { distanceToPath } from './path-place.ts';
import { kindOf, type Plan } from './plan.ts';
import { boundsOfShape, type Shape, shapeOf } from './shape.ts';

/**
 * What a click on a record means, best first: a point, a line or an edge, the inside of a surface, the
 * picture beneath everything.
 */
const ranks = { point: 0, line: 1, surface: 2, backdrop: 3 } as const;

/** Symbols of constant size on paper are larger than their point: so many tolerances far they are hit. */
export const POINT_REACH = 2;

export type Probe = { readonly at: Point; readonly tolerance: number };

/** Metres from a point to what a record covers: 0 on or in it; infinite for what has no place. */
export function distanceTo(record: PlanRecord, plan: Plan, point: Point): number {
  const shape = shapeOf(record, plan);
  if (!shape) return Number.POSITIVE_INFINITY;
  return shape.type === 'ring' && isInPolygon(point, shape) ? 0 : edgeDistance(shape, point);
}

/** Whether a click at a point means the record when nothing else is there; tolerance in metres. */
export function isHit(record: PlanRecord, plan: Plan, { at, tolerance }: Probe): boolean {
  return hitOf(record, plan, { at, tolerance }) !== null;
}

/** The record that a click means: by rank, then the nearest, then the smallest; null for none. */
export function bestHit<R extends PlanRecord>(plan: Plan, records: Iterable<R>, probe: Probe): R | null {
  let best: { readonly record: R; readonly hit: Hit } | null = null;
  for (const record of records) {
    const hit = hitOf(record, plan, probe);
    if (hit && (!best || isBetter(hit, best.hit))) best = { record, hit };
  }
  return best?.record ?? null;
}

type Hit = { readonly rank: number; readonly distance: number; readonly size: number };

function isBetter(first: Hit, second: Hit): boolean {
  if (first.rank !== second.rank) return first.rank < second.rank;
  if (first.distance !== second.distance) return first.distance < second.distance;
  return first.size < second.size;
}

function hitOf(record: PlanRecord, plan: Plan, { at, tolerance }: Probe): Hit | null {
  const shape = shapeOf(record, plan);
  if (!shape) return null;
  const hitClass = definitionOf(kindOf(record.id)).hit;
  const distance = edgeDistance(shape, at);
  const isSymbol = shape.type === 'point' && shape.radius === 0;
  if (distance <= tolerance * (isSymbol ? POINT_REACH : 1)) {
    return { rank: rankOf(shape, hitClass), distance, size: sizeOf(shape) };
  }
  if (shape.type !== 'ring' || hitClass === 'outline' || !isInPolygon(at, shape)) return null;
  return { rank: hitClass === 'backdrop' ? ranks.backdrop : ranks.surface, distance: 0, size: sizeOf(shape) };
}

function rankOf(shape: Shape, hitClass: HitClass): number {
  if (hitClass === 'backdrop') return ranks.backdrop;
  if (shape.type === 'point') return ranks.point;
  return shape.type === 'path' && hitClass === 'surface' ? ranks.surface : ranks.line;
}

/** To the body of a point or path, to the edge of a ring. */
function edgeDistance(shape: Shape, point: Point): number {
  if (shape.type === 'point') {
    return Math.max(distanceBetween(point, shape.at) - shape.radius, 0);
  }
  if (shape.type === 'path') {
    const { points: path, closed, width } = shape;
    return Math.max(distanceToPath(point, { path, closed }) - width / 2, 0);
  }
  const rings = [shape.ring, ...shape.holes];
  return Math.min(...rings.map((path) => distanceToPath(point, { path, closed: true })));
}

function sizeOf(shape: Shape): number {
  const box = boundsOfShape(shape);
  return box ? box.maxX - box.minX + box.maxY - box.minY : 0;
}
