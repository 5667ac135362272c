import { type Box, boxOf, middleOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { type Affine, IDENTITY } from '../../geometry/transform.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { SAMPLE_WIDTH } from '../kinds/parts/sample-shapes.ts';
import { tracePath } from '../trace-path.ts';

/** How a sample is made to stand in its row: at a share of its size, then moved; metres of the sample. */
export type SampleFit = { readonly share: number; readonly by: Point };

/** As high as symbols may be and still leave their row some air. */
const MOST_HEIGHT = 0.86;

function pointsAlong(path: Path, matrix: Affine): readonly Point[] {
  const points: Point[] = [];
  const include = (x: number, y: number): void => void points.push({ x, y });
  tracePath(path, matrix, {
    move: include,
    line: include,
    curve: (x1, y1, x2, y2, x, y) => {
      include(x1, y1);
      include(x2, y2);
      include(x, y);
    },
    close: () => undefined,
  });
  return points;
}

/** The box around what is drawn, without the width of lines; a symbol's millimetres are `metresPerMm` each. */
function extentOf(items: readonly DrawItem[], metresPerMm: number): Box | null {
  const points = items.flatMap((item): readonly Point[] => {
    if (item.type === 'path') return pointsAlong(item.path, IDENTITY);
    if (item.type !== 'symbol') return [];
    const [cos, sin] = [Math.cos(item.angle) * metresPerMm, Math.sin(item.angle) * metresPerMm];
    const own: Affine = [cos, sin, -sin, cos, item.at.x, item.at.y];
    return item.parts.flatMap(({ path }) => pointsAlong(path, own));
  });
  return boxOf(points);
}

/** What keeps a sample within its column and its row: smaller where it is too large, level with its name. */
export function fitOf(items: readonly DrawItem[], metresPerMm: number): SampleFit {
  const box = extentOf(items, metresPerMm);
  if (!box) return { share: 1, by: { x: 0, y: 0 } };
  const share = Math.min(1, SAMPLE_WIDTH / (box.maxX - box.minX), MOST_HEIGHT / (box.maxY - box.minY));
  const half = SAMPLE_WIDTH / 2;
  const x = Math.max(0, -half - box.minX * share) + Math.min(0, half - box.maxX * share);
  return { share, by: { x, y: -middleOf(box).y * share } };
}
