import { samePoint } from '../../geometry/point.ts';
import type { PlanRecord, RecordOf } from '../kinds/index.ts';
import { vertexLinesOf } from '../parts/vertices.ts';

/**
 * What makes a shape unsound: a wall wholly on another one, an outline that crosses or touches itself, a side
 * without length, a door or window over another one.
 */
export type ShapeFlaw =
  | 'covers-existing-wall'
  | 'crosses-itself'
  | 'side-without-length'
  | 'overlaps-opening';

/** Whether two corners in a row of a path, an outline or a hole are in one place. */
export function hasSideWithoutLength(record: PlanRecord): boolean {
  return vertexLinesOf(record).some(({ points, closed }) =>
    points.some((point, index) => {
      const next = points[index + 1] ?? (closed && index > 0 ? points[0] : undefined);
      return next !== undefined && samePoint(point, next);
    }),
  );
}

type Opening = RecordOf<'opening'>;

/** Openings side by side may overlap by as much as rounding brings about when a wall is turned or mirrored. */
const ROUNDING = 0.003;

/** Whether two openings of one wall lie over each other, by more than 3 mm. */
export function openingsOverlap(first: Opening, second: Opening): boolean {
  if (first.wall !== second.wall || first.id === second.id) return false;
  return Math.abs(first.offset - second.offset) < (first.width + second.width) / 2 - ROUNDING;
}
