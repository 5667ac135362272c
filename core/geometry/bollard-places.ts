import type { Point } from './point.ts';
import { pathLength, pointAlongPath } from './polyline.ts';

const MOST_BOLLARDS = 10_000;

/**
 * Centres of a row of bollards along a path: one at either end, the others evenly between them.
 *
 * The distance between neighbours, measured along the path, is the largest that divides the path evenly
 * and is not above `spacing`, so that no gap is wider than asked for. A path of one point is one bollard.
 */
export function bollardPlaces(path: readonly Point[], spacing: number): readonly Point[] {
  const [first] = path;
  if (!first) return [];
  const length = pathLength(path);
  if (path.length === 1 || length === 0) return [first];
  // A row drawn a millimetre too long for its last bollard does not get one more.
  const gaps = Math.min(Math.max(Math.ceil((length - 0.001) / spacing), 1), MOST_BOLLARDS);
  const places: Point[] = [];
  for (let index = 0; index <= gaps; index++) {
    const place = pointAlongPath(path, (length * index) / gaps);
    if (place) places.push(place);
  }
  return places;
}
