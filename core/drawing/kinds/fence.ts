import { add, angleOf, distanceBetween, lerp, type Point, polar, subtract } from '../../geometry/point.ts';
import { pathLength } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { linePath, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

/** Distance and half length of the ticks on paper. */
const TICK_STEP_MM = 6;
const TICK_HALF_MM = 0.7;
const MOST_TICKS = 2000;

type TickStyle = { readonly step: number; readonly half: number; readonly turns: readonly number[] };

/** Short strokes across a line at an even distance; each turn from the line's direction is one stroke. */
function ticks(points: readonly Point[], { step, half, turns }: TickStyle): Path {
  const total = pathLength(points);
  const count = Math.min(Math.floor(total / step), MOST_TICKS);
  const even = total / count;
  const path: Path[number][] = [];
  let next = even / 2;
  let passed = 0;
  points.slice(1).forEach((end, index) => {
    const start = points[index] ?? end;
    const length = distanceBetween(start, end);
    for (; next < passed + length; next += even) {
      const at = lerp(start, end, (next - passed) / length);
      for (const turn of turns) {
        const arm = polar(angleOf(start, end) + turn, half);
        path.push(...linePath(add(at, arm), subtract(at, arm)));
      }
    }
    passed += length;
  });
  return path;
}

const across = [Math.PI / 2];
const crossed = [Math.PI / 4, -Math.PI / 4];

/** The line with ticks at an even distance on paper, crossed ones where the fence has a topping. */
export function drawFence(fence: RecordOf<'fence'>, scene: Scene): DrawItem[] {
  const ink = inkOf(fence, scene);
  const [first] = fence.path;
  const points = fence.closed && first ? [...fence.path, first] : fence.path;
  const line = stateStroke(fence, ink, fence.type === 'solid' ? lineWeights.perimeter : lineWeights.object);
  const body = pathItem(fence.closed ? ringPath(fence.path) : openPath(fence.path), { stroke: line });
  if (scene.isFar) return [body];
  const metresPerMm = scene.view.scale / 1000;
  const style = {
    step: TICK_STEP_MM * metresPerMm,
    half: TICK_HALF_MM * metresPerMm,
    turns: fence.topping === null ? across : crossed,
  };
  const items: DrawItem[] = [
    body,
    pathItem(ticks(points, style), { stroke: stroke(ink, lineWeights.symbol), detail: 'normal' }),
  ];
  if (fence.tag === null && fence.state === 'existing') return items;
  const at = tagPoint(points);
  return at
    ? [...items, ...tagItems(fence, at, { offsetMm: { x: 1, y: 2.2 }, side: 'right' }, scene)]
    : items;
}

/** On the longest straight part, beside its middle, where a gate is likely. */
function tagPoint(points: readonly Point[]): Point | null {
  let longest = -1;
  let place: Point | null = null;
  points.slice(1).forEach((end, index) => {
    const start = points[index] ?? end;
    const length = distanceBetween(start, end);
    if (length > longest) [longest, place] = [length, lerp(start, end, 0.3)];
  });
  return place;
}

export const fenceLook: KindLook<'fence'> = {
  draw: drawFence,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: false,
  label: { role: 'tag', rank: 16 },
  avoided: 5,
  legend: {
    group: 'site',
    name: ({ topping }) => (topping === null ? 'Fence' : 'Fence with topping'),
    sample: (r, at) => [{ ...r, path: along(at), closed: false }],
  },
};
