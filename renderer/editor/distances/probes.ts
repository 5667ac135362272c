import type { Box } from '../../../core/geometry/box.ts';
import {
  angleOf,
  distanceBetween,
  type Point,
  perpendicular,
  polar,
  scale,
} from '../../../core/geometry/point.ts';
import { distanceToSegment, type Segment } from '../../../core/geometry/segment.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { isKind, type Plan } from '../../../core/plan/plan.ts';
import { boundsOf, shapeOf } from '../../../core/plan/shape.ts';
import type { Probe } from './edges-ahead.ts';
import { type GaugeKey, gaugeKey } from './gauge.ts';
import { edgesOf, idsIn, type Surroundings } from './neighbour-edges.ts';

export type KeyedProbe = Probe & { readonly key: GaugeKey };

/** The straight line that a record is, when it is one. */
export function straightSide(record: PlanRecord): Segment | null {
  if (isKind(record, 'wall')) return record.bulge === 0 ? [record.a, record.b] : null;
  if (!('path' in record) || record.path?.length !== 2) return null;
  const [start, end] = record.path;
  return start && end && distanceBetween(start, end) > 0 ? [start, end] : null;
}

/**
 * Where to look from a record: a straight one to both of its sides, a point along and across the edge
 * nearest to it, anything else from the sides of the box around it.
 */
export function probesOf(record: PlanRecord, surroundings: Surroundings): readonly KeyedProbe[] {
  const side = straightSide(record);
  if (side) return sideProbes(side);
  const shape = shapeOf(record, surroundings.plan);
  if (shape?.type === 'point') return pointProbes(shape.at, directionAt(shape.at, surroundings));
  if ('at' in record && record.at !== null && 'direction' in record) {
    return pointProbes(record.at, directionAt(record.at, surroundings));
  }
  return shape ? boxProbesOf(record, surroundings.plan) : [];
}

function boxProbesOf(record: PlanRecord, plan: Plan): readonly KeyedProbe[] {
  const box = boundsOf(record, plan);
  return box ? boxProbes(box) : [];
}

function sideProbes(side: Segment): readonly KeyedProbe[] {
  const [start, end] = side;
  const left = perpendicular(polar(angleOf(start, end), 1));
  return [left, scale(left, -1)].map((direction, index) => ({
    side,
    direction,
    key: gaugeKey(angleOf(start, end), index === 0 ? 1 : 3),
    finds: 'parallel',
  }));
}

function pointProbes(at: Point, along: number): readonly KeyedProbe[] {
  return [0, 1, 2, 3].map((quarters) => ({
    side: [at, at],
    direction: polar(along + (quarters * Math.PI) / 2, 1),
    key: gaugeKey(along, quarters),
    finds: 'crossing',
  }));
}

function boxProbes({ minX, minY, maxX, maxY }: Box): readonly KeyedProbe[] {
  const corners = [
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
    { x: minX, y: minY },
  ] as const;
  return corners.map((start, quarters) => ({
    side: [start, corners[(quarters + 1) % 4] ?? start],
    direction: polar((quarters * Math.PI) / 2, 1),
    key: gaugeKey(0, quarters),
    finds: 'either',
  }));
}

// As far as an edge gives a point its directions, metres, looked for nearby first; those of the plan without one.
const NEAR = [0.75, 1.5, 3, 6] as const;
const MOST_NEAR = 100;

function directionAt(at: Point, surroundings: Surroundings): number {
  for (const reach of NEAR) {
    const { x, y } = at;
    const box = { minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach };
    const ids = idsIn(box, surroundings);
    if (ids.length > MOST_NEAR) return 0;
    const nearest = nearestEdge(at, edgesOf(ids, surroundings), reach);
    if (nearest) return angleOf(...nearest);
  }
  return 0;
}

function nearestEdge(at: Point, edges: Iterable<Segment>, within: number): Segment | null {
  let nearest: Segment | null = null;
  let least = within;
  for (const edge of edges) {
    const distance = distanceToSegment(at, ...edge);
    if (distance >= least) continue;
    least = distance;
    nearest = edge;
  }
  return nearest;
}
