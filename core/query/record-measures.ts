import type { Point } from '../geometry/point.ts';
import { perimeterOf, polygonArea } from '../geometry/polygon.ts';
import { pathLength } from '../geometry/polyline.ts';
import type { PlacedRecord } from '../plan/kinds/index.ts';
import { isKind, type Plan } from '../plan/plan.ts';
import { boundsOf, shapeOf } from '../plan/shape.ts';
import { wallLength } from '../plan/wall-line.ts';

/** Metres of the line a record runs along: of a wall, path or edge; null for a point. Openings have their width. */
export function recordLength(record: PlacedRecord, plan: Plan): number | null {
  if (isKind(record, 'wall')) return wallLength(record);
  if (isKind(record, 'opening') || isKind(record, 'gate')) return record.width;
  const shape = shapeOf(record, plan);
  if (!shape || shape.type === 'point') return null;
  if (shape.type === 'ring') return perimeterOf(shape.ring);
  return shape.closed ? perimeterOf(shape.points) : pathLength(shape.points);
}

/** Square metres that a record covers as a surface, its holes left out; null for a point or a line. */
export function recordArea(record: PlacedRecord, plan: Plan): number | null {
  const shape = shapeOf(record, plan);
  return shape?.type === 'ring' ? polygonArea(shape) : null;
}

/** The middle of the box around a record; null for what has no place. */
export function recordMiddle(record: PlacedRecord, plan: Plan): Point | null {
  const box = boundsOf(record, plan);
  return box && { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
}
