import type { Point } from '../../../core/geometry/point.ts';
import { ringArea, toAnticlockwise } from '../../../core/geometry/polygon.ts';

// Square metres: less is a line drawn to and fro.
const LEAST_AREA = 1e-4;

/** A ring as records keep it, anticlockwise; null when it encloses nothing. */
export function ringOf(points: readonly Point[]): readonly Point[] | null {
  return Math.abs(ringArea(points)) < LEAST_AREA ? null : toAnticlockwise(points);
}
