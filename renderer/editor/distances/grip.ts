import { add, dot, type Point, scale } from '../../../core/geometry/point.ts';
import type { Gauge } from './gauge.ts';

/** A distance that is being typed: it holds at once, the pointer sets only what lies across it. */
export type DistanceGrip = {
  readonly gauge: Gauge;
  /** How far the record had been moved when the distance was as the gauge says. */
  readonly movedBy: Point;
  /** Null while nothing that can be read is typed. */
  readonly length: number | null;
};

/** The move that gives the gripped distance its typed length and is else as wanted. */
export function heldMove(by: Point, grip: DistanceGrip | null): Point {
  if (!grip || grip.length === null) return by;
  const { gauge, movedBy, length } = grip;
  const wanted = dot(movedBy, gauge.direction) + gauge.length - length;
  return add(by, scale(gauge.direction, wanted - dot(by, gauge.direction)));
}
