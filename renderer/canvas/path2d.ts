import type { Path } from '../../core/drawing/draw-item.ts';

/** Adds a path's steps to a canvas path; coordinates stay those of the path's own space. */
export function addPath(target: Path2D, path: Path): void {
  for (const step of path) {
    if (step[0] === 'M') target.moveTo(step[1], step[2]);
    else if (step[0] === 'L') target.lineTo(step[1], step[2]);
    else if (step[0] === 'C') target.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
    else if (step[0] === 'A') target.arc(step[1], step[2], step[3], step[4], step[5], !step[6]);
    else target.closePath();
  }
}

export function toPath2D(path: Path): Path2D {
  const target = new Path2D();
  addPath(target, path);
  return target;
}
