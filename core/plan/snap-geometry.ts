import { midpoint, type Point } from '../geometry/point.ts';
import type { Segment } from '../geometry/segment.ts';
import { type PathLine, piecesOf } from './path-place.ts';
import { isKind, type Plan } from './plan.ts';
import type { PlanRecord, RecordOf } from './records/index.ts';
import { type Shape, shapeOf } from './shape.ts';
import { drawnLine, placeOnWall, wallLength } from './wall-line.ts';

/** What of a record attracts the pointer, plan metres. */
export type SnapGeometry = {
  readonly ends: readonly Point[];
  readonly middles: readonly Point[];
  readonly edges: readonly Segment[];
};

const nothing: SnapGeometry = { ends: [], middles: [], edges: [] };

/** The points and edges of a record to snap to; a wall attracts on the line that was drawn, not on its faces. */
export function snapGeometryOf(record: PlanRecord, plan: Plan): SnapGeometry {
  // A picture and a note have no edges that anything is drawn to.
  if (isKind(record, 'underlay') || isKind(record, 'text') || isKind(record, 'dimension')) return nothing;
  if (isKind(record, 'wall')) return ofWall(record);
  const shape = shapeOf(record, plan);
  return shape ? ofShape(shape) : nothing;
}

function ofWall(wall: RecordOf<'wall'>): SnapGeometry {
  const line = { path: drawnLine(wall), closed: false };
  return {
    ends: [wall.a, wall.b],
    middles: [placeOnWall(wall, wallLength(wall) / 2).at],
    edges: [...piecesOf(line)],
  };
}

function ofShape(shape: Shape): SnapGeometry {
  if (shape.type === 'point') return { ends: [shape.at], middles: [], edges: [] };
  if (shape.type === 'path') return ofLines([{ path: shape.points, closed: shape.closed }]);
  return ofLines([shape.ring, ...shape.holes].map((path) => ({ path, closed: true })));
}

function ofLines(lines: readonly PathLine[]): SnapGeometry {
  const edges = lines.flatMap((line) => [...piecesOf(line)]);
  const middles = edges.map(([start, end]) => midpoint(start, end));
  return { ends: lines.flatMap((line) => line.path), middles, edges };
}
