import { type Box, boxOf } from '../../../core/geometry/box.ts';
import type { Point } from '../../../core/geometry/point.ts';
import { piecesOf } from '../../../core/plan/path-place.ts';
import { getRecord, isKind, isPlaced } from '../../../core/plan/plan.ts';
import type { AnyId } from '../../../core/plan/records/index.ts';
import { boundsOfShape, type Shape, shapeOf } from '../../../core/plan/shape.ts';
import { isSelectable } from '../is-selectable.ts';
import { crossingsOf, type Edge } from '../snap-attractors.ts';
import type { ToolContext } from '../tool.ts';

/**
 * What a box drawn over the shown floor selects: drawn to the right what lies wholly inside, to the left
 * also what it touches. Pictures are left out: a calibrated one must not be moved by accident.
 */
export function idsInBox({ plan, index, view }: ToolContext, from: Point, to: Point): readonly AnyId[] {
  const box = boxOf([from, to]);
  if (!box) return [];
  const isWhole = to.x >= from.x;
  return index.query(box, view.floor).filter((id) => {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !isSelectable(plan, record) || isKind(record, 'underlay'))
      return false;
    const shape = shapeOf(record, plan);
    return shape !== null && (isWithin(shape, box) || (!isWhole && touches(shape, box)));
  });
}

function isWithin(shape: Shape, box: Box): boolean {
  const bounds = boundsOfShape(shape);
  if (!bounds) return false;
  const { minX, minY, maxX, maxY } = bounds;
  return minX >= box.minX && minY >= box.minY && maxX <= box.maxX && maxY <= box.maxY;
}

function touches(shape: Shape, box: Box): boolean {
  if (shape.type === 'point') return isInside(shape.at, box);
  const lines =
    shape.type === 'path'
      ? [{ path: shape.points, closed: shape.closed }]
      : [shape.ring, ...shape.holes].map((path) => ({ path, closed: true }));
  return lines.some(
    (line) => line.path.some((point) => isInside(point, box)) || crosses([...piecesOf(line)], box),
  );
}

function isInside({ x, y }: Point, { minX, minY, maxX, maxY }: Box): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

function crosses(pieces: readonly Edge[], { minX, minY, maxX, maxY }: Box): boolean {
  const sides = [
    [minX, minY, maxX, minY],
    [maxX, minY, maxX, maxY],
    [maxX, maxY, minX, maxY],
    [minX, maxY, minX, minY],
  ] as const;
  return sides.some(([x1, y1, x2, y2]) => {
    const side = [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ] as const;
    return !crossingsOf(pieces, side).next().done;
  });
}
