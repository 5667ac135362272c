import type { Point } from './point.ts';
import { pathLength, pointsAlongPath } from './polyline.ts';

/** More than these are not laid out one by one: their row is a line. How many there are is exact all the same. */
export const MOST_BOLLARDS_LAID_OUT = 10_000;

/** The row's gaps: the fewest that divide the path evenly and are not above `spacing`; 0 for a single bollard. */
function gapsOf(path: readonly Point[], spacing: number): number {
  const length = pathLength(path);
  if (path.length < 2 || length === 0) return 0;
  // A row drawn a millimetre too long for its last bollard does not get one more.
  return Math.max(Math.ceil((length - 0.001) / spacing), 1);
}

/** How many bollards a row along a path has, however many those are. */
export function bollardCount(path: readonly Point[], spacing: number): number {
  return path.length === 0 ? 0 : gapsOf(path, spacing) + 1;
}

/**
 * Centres of a row of bollards along a path: one at either end, the others evenly between them; null for a row
 * of more than `MOST_BOLLARDS_LAID_OUT`.
 *
 * The distance between neighbours, measured along the path, is the largest that divides the path evenly
 * and is not above `spacing`, so that no gap is wider than asked for. A path of one point is one bollard.
 * O(corners + bollards).
 */
export function bollardPlaces(path: readonly Point[], spacing: number): readonly Point[] | null {
  const [first] = path;
  if (!first) return [];
  const gaps = gapsOf(path, spacing);
  if (gaps === 0) return [first];
  if (gaps >= MOST_BOLLARDS_LAID_OUT) return null;
  const length = pathLength(path);
  return pointsAlongPath(
    path,
    Array.from({ length: gaps + 1 }, (_, index) => (length * index) / gaps),
  );
}
