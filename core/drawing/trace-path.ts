import type { Affine as Matrix } from '../geometry/transform.ts';
import type { Path, PathStep } from './draw-item.ts';

/** What a painter does with the steps of a path, in paper millimetres; arcs arrive as curves. */
export type Pen = {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  close(): void;
};

type ArcStep = Extract<PathStep, readonly ['A', ...unknown[]]>;

const QUARTER = Math.PI / 2;

/** Leads a pen along a path, each point taken through the matrix. Arcs within 0.03 % of their radius. */
export function tracePath(path: Path, matrix: Matrix, pen: Pen): void {
  const [a, b, c, d, e, f] = matrix;
  const x = (px: number, py: number) => a * px + c * py + e;
  const y = (px: number, py: number) => b * px + d * py + f;
  path.forEach((step, index) => {
    if (step[0] === 'M') pen.move(x(step[1], step[2]), y(step[1], step[2]));
    else if (step[0] === 'L') pen.line(x(step[1], step[2]), y(step[1], step[2]));
    else if (step[0] === 'Z') pen.close();
    else if (step[0] === 'A') traceArc(step, index === 0, { matrix, pen });
    else {
      const [, x1, y1, x2, y2, x3, y3] = step;
      pen.curve(x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3));
    }
  });
}

/** Curves along a circular arc, a quarter turn or less each. */
function traceArc(
  [, cx, cy, radius, start, end, isAnticlockwise]: ArcStep,
  isFirst: boolean,
  { matrix: [a, b, c, d, e, f], pen }: { matrix: Matrix; pen: Pen },
): void {
  let sweep = end - start;
  if (isAnticlockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!isAnticlockwise && sweep > 0) sweep -= 2 * Math.PI;
  const count = Math.max(Math.ceil(Math.abs(sweep) / QUARTER - 1e-9), 1);
  const step = sweep / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  // A point of the circle moved along its tangent by `along` radii.
  const x = (cos: number, sin: number, along: number) =>
    a * (cx + radius * (cos - along * sin)) + c * (cy + radius * (sin + along * cos)) + e;
  const y = (cos: number, sin: number, along: number) =>
    b * (cx + radius * (cos - along * sin)) + d * (cy + radius * (sin + along * cos)) + f;
  let [cos, sin] = [Math.cos(start), Math.sin(start)];
  if (isFirst) pen.move(x(cos, sin, 0), y(cos, sin, 0));
  else pen.line(x(cos, sin, 0), y(cos, sin, 0));
  for (let index = 1; index <= count; index++) {
    const [x1, y1] = [x(cos, sin, reach), y(cos, sin, reach)];
    cos = Math.cos(start + index * step);
    sin = Math.sin(start + index * step);
    pen.curve(x1, y1, x(cos, sin, -reach), y(cos, sin, -reach), x(cos, sin, 0), y(cos, sin, 0));
  }
}
