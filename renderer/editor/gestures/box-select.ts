import { type Box, boxOf, holdsBox, isInBox } from '../../../core/geometry/box.ts';
import type { Point } from '../../../core/geometry/point.ts';
import { edgesOf } from '../../../core/geometry/polygon.ts';
import { segmentsTouch } from '../../../core/geometry/segment.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { type PathLine, piecesOf } from '../../../core/plan/path-place.ts';
import { getRecord, isKind, isPlaced } from '../../../core/plan/plan.ts';
import { boundsOfShape, type Shape, shapeOf } from '../../../core/plan/shape.ts';
import { isSelectable } from '../is-selectable.ts';
import type { ToolContext } from '../tool.ts';

/**
 * What a box drawn over the shown floor selects: drawn to the right what lies wholly inside, to the left
 * also what it touches. Pictures are left out: a calibrated one must not be moved by accident.
 */
export function idsInBox(context: ToolContext, from: Point, to: Point): readonly AnyId[] {
  const { plan, index, view } = context;
  const box = boxOf([from, to]);
  if (!box) return [];
  const isWhole = to.x >= from.x;
  return index.query(box, view.lens.floor).filter((id) => {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !isSelectable(context, record) || isKind(record, 'underlay'))
      return false;
    const shape = shapeOf(record, plan);
    return shape !== null && (isWithin(shape, box) || (!isWhole && touches(shape, box)));
  });
}

function isWithin(shape: Shape, box: Box): boolean {
  const bounds = boundsOfShape(shape);
  return bounds !== null && holdsBox(box, bounds);
}

function touches(shape: Shape, box: Box): boolean {
  if (shape.type === 'point') return isInBox(shape.at, box);
  const lines =
    shape.type === 'path'
      ? [{ path: shape.points, closed: shape.closed }]
      : [shape.ring, ...shape.holes].map((path) => ({ path, closed: true }));
  return lines.some(({ path }) => path.some((point) => isInBox(point, box))) || crosses(lines, box);
}

function crosses(lines: readonly PathLine[], { minX, minY, maxX, maxY }: Box): boolean {
  const corners = [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ];
  const sides = edgesOf(corners);
  return lines.some((line) => {
    for (const piece of piecesOf(line)) if (sides.some((side) => segmentsTouch(side, piece))) return true;
    return false;
  });
}
