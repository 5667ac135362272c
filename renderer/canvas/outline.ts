import type { Path } from '../../core/drawing/draw-item.ts';
import { openPath, polygonPath, ringPath } from '../../core/drawing/paths.ts';
import type { Scene } from '../../core/drawing/scene.ts';
import type { Point } from '../../core/geometry/point.ts';
import { outlineOfPath } from '../../core/geometry/polyline.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { isKind, planOf } from '../../core/plan/plan.ts';
import { shapeOf } from '../../core/plan/shape.ts';
import { noShift, pathOriginAt, toPath2D } from './path2d.ts';

/** A line around a record in plan metres, or the place around which a ring of constant size goes. */
export type Outline = {
  readonly path: Path2D | null;
  /** The plan point that the line's coordinates are counted from: of a ring its place. */
  readonly origin: Point;
  readonly ring: Point | null;
  /** Points that the line lies between, or runs through. */
  readonly points: readonly Point[];
};

/** The outline of a record as it stands in a scene. */
export function outlineOf(record: PlanRecord, scene: Scene): Outline | null {
  const wall = isKind(record, 'opening') ? scene.lookup(record.wall) : undefined;
  const shape = shapeOf(record, wall ? planOf([wall]) : scene.plan);
  if (!shape) return null;
  if (shape.type === 'point') return { path: null, origin: shape.at, ring: shape.at, points: [shape.at] };
  if (shape.type === 'ring') {
    return around(polygonPath(shape.ring, shape.holes), shape.ring);
  }
  const outline = shape.width > 0 && !shape.closed ? outlineOfPath(shape.points, shape.width) : null;
  const line = shape.closed ? ringPath(shape.points) : openPath(shape.points);
  return around(outline ? ringPath(outline) : line, outline ?? shape.points);
}

function around(line: Path, points: readonly Point[]): Outline {
  const origin = points[0] ? pathOriginAt(points[0]) : noShift;
  return { path: toPath2D(line, origin), origin, ring: null, points };
}
