import type { Point } from '../../../core/geometry/point.ts';
import { ringArea } from '../../../core/geometry/polygon.ts';

// Square metres: less is a line drawn to and fro.
const LEAST_AREA = 1e-4;

/** A ring as records keep it, anticlockwise; null when it encloses nothing. */
export function ringOf(points: readonly Point[]): readonly Point[] | null {
  const area = ringArea(points);
  if (Math.abs(area) < LEAST_AREA) return null;
  return area > 0 ? points : points.toReversed();
}
