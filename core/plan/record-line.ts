import type { PlanRecord } from './kinds/index.ts';
import type { PathLine } from './path-place.ts';
import { isKind } from './plan.ts';
import { drawnLine } from './wall-line.ts';

/**
 * The line that a record is drawn by: the path of a fence, road or row, the outer ring of a surface, the
 * drawn line of a wall (flattened); null for what is a point or has no place.
 */
export function lineOfRecord(record: PlanRecord): PathLine | null {
  if (isKind(record, 'wall')) return { path: drawnLine(record), closed: false };
  if ('path' in record && record.path) {
    return { path: record.path, closed: 'closed' in record && record.closed };
  }
  return 'ring' in record && record.ring ? { path: record.ring, closed: true } : null;
}

/** The points of a line with the first once more at the end of a closed one. */
export function unrolled({ path, closed }: PathLine) {
  const [first] = path;
  return closed && first ? [...path, first] : path;
}
