import type { Box } from '../../../core/geometry/box.ts';
import type { Point } from '../../../core/geometry/point.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { boundsOf } from '../../../core/plan/shape.ts';
import { alongHost } from './along-host.ts';
import type { Ahead } from './edges-ahead.ts';
import type { Gauge, GaugeKey } from './gauge.ts';
import { edgesOfRecord, nearestAhead, nearestOf, type Surroundings } from './neighbour-edges.ts';
import { type KeyedProbe, probesOf } from './probes.ts';

/**
 * The distances from a record to what stands around it: of a wall to the nearest parallel ones on both
 * sides, of an opening along its wall, of anything else in four directions.
 *
 * Between the lines that were drawn, as dimensions measure. The record may be one that is on its way.
 */
export function gaugesOf(record: PlanRecord, surroundings: Surroundings): readonly Gauge[] {
  const along = alongHost(record, surroundings.plan);
  if (along) return along;
  return probesOf(record, surroundings).flatMap((probe) => gauge(probe, nearestAhead(probe, surroundings)));
}

function gauge({ key, direction }: KeyedProbe, ahead: Ahead | null): readonly Gauge[] {
  if (!ahead) return [];
  return [{ key, from: ahead.from, to: ahead.to, direction, length: ahead.distance, editable: true }];
}

/**
 * The distances from one record to another: straight to its edges where it is ahead, else the gaps
 * between the boxes around the two, right or left and up or down.
 */
export function gaugesBetween(
  record: PlanRecord,
  other: PlanRecord,
  surroundings: Surroundings,
): readonly Gauge[] {
  const edges = edgesOfRecord(other, surroundings.plan);
  const straight = probesOf(record, surroundings).flatMap((probe) => gauge(probe, nearestOf(probe, edges)));
  if (straight.length > 0) return straight;
  const [own, theirs] = [boundsOf(record, surroundings.plan), boundsOf(other, surroundings.plan)];
  return own && theirs ? gapsBetween(own, theirs) : [];
}

/*   +-----+
 *   | own |--- gap ---+        at the middle of what both have beside each other, else of the own side
 *   +-----+        +--+--+
 *                  |other|   */
function gapsBetween(own: Box, other: Box): readonly Gauge[] {
  const y = between([own.minY, own.maxY], [other.minY, other.maxY]);
  const x = between([own.minX, own.maxX], [other.minX, other.maxX]);
  return [
    ...gap({ x: own.maxX, y }, { x: other.minX, y }, 'right'),
    ...gap({ x: own.minX, y }, { x: other.maxX, y }, 'left'),
    ...gap({ x, y: own.maxY }, { x, y: other.minY }, 'up'),
    ...gap({ x, y: own.minY }, { x, y: other.maxY }, 'down'),
  ];
}

type Range = readonly [from: number, to: number];

function between(own: Range, other: Range): number {
  const [from, to] = [Math.max(own[0], other[0]), Math.min(own[1], other[1])];
  return from <= to ? (from + to) / 2 : (own[0] + own[1]) / 2;
}

const ways = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
} as const satisfies Record<GaugeKey, Point>;

function gap(from: Point, to: Point, key: GaugeKey): readonly Gauge[] {
  const direction = ways[key];
  const length = (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
  return length > 0.0015 ? [{ key, from, to, direction, length, editable: true }] : [];
}
