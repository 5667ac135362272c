import type { Path } from '../../core/drawing/draw-item.ts';
import type { Point } from '../../core/geometry/point.ts';

const TILE = 16_384;

/**
 * The point that the coordinates of a canvas path near a place are counted from.
 *
 * Canvas paths keep 24 bits of a number: 900 km from the plan's origin they know no steps below 6 cm.
 */
export function pathOriginAt({ x, y }: Point): Point {
  return { x: Math.round(x / TILE) * TILE, y: Math.round(y / TILE) * TILE };
}

/** The plan's own origin, and that of paths in paper millimetres. */
export const noShift: Point = { x: 0, y: 0 };

/** Adds a path's steps to a canvas path, its coordinates counted from an origin. */
export function addPath(target: Path2D, path: Path, { x, y }: Point = noShift): void {
  for (const step of path) {
    if (step[0] === 'M') target.moveTo(step[1] - x, step[2] - y);
    else if (step[0] === 'L') target.lineTo(step[1] - x, step[2] - y);
    else if (step[0] === 'A') target.arc(step[1] - x, step[2] - y, step[3], step[4], step[5], !step[6]);
    else if (step[0] === 'Z') target.closePath();
    else {
      const [, x1, y1, x2, y2, endX, endY] = step;
      target.bezierCurveTo(x1 - x, y1 - y, x2 - x, y2 - y, endX - x, endY - y);
    }
  }
}

export function toPath2D(path: Path, origin: Point = noShift): Path2D {
  const target = new Path2D();
  addPath(target, path, origin);
  return target;
}
