import { add, midpoint, type Point, polar } from '../../geometry/point.ts';
import { pathLength, pointAlongPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { gateEnds } from '../../plan/shape.ts';
import { inkOf, stateStroke, tagItems } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { swing } from './walls.ts';

/** The heavy dash-dot-dot line around the property. */
export function drawPropertyLine(line: RecordOf<'propertyLine'>, scene: Scene): DrawItem[] {
  return [
    pathItem(ringPath(line.ring), {
      stroke: stroke(inkOf(line, scene), lineWeights.perimeter, 'dash-dot-dot'),
    }),
  ];
}

const TICK_STEP = 3;
const TICK_HALF = 0.35;
const MOST_TICKS = 2000;

/** Short strokes across a line at an even distance, crossed when the fence has a topping. */
function ticks(points: readonly Point[], crossed: boolean): Path {
  const total = pathLength(points);
  const count = Math.min(Math.floor(total / TICK_STEP), MOST_TICKS);
  const path: Path[number][] = [];
  for (let index = 0; index < count; index++) {
    const along = ((index + 0.5) * total) / count;
    const at = pointAlongPath(points, along);
    const next = pointAlongPath(points, Math.min(along + 0.05, total));
    const before = pointAlongPath(points, Math.max(along - 0.05, 0));
    if (!at || !next || !before) continue;
    const direction = Math.atan2(next.y - before.y, next.x - before.x);
    for (const turn of crossed ? [Math.PI / 4, -Math.PI / 4] : [Math.PI / 2]) {
      const half = polar(direction + turn, TICK_HALF);
      path.push(...linePath(add(at, half), { x: at.x - half.x, y: at.y - half.y }));
    }
  }
  return path;
}

/** The line with a tick every few metres, crossed ticks where it has a topping. */
export function drawFence(fence: RecordOf<'fence'>, scene: Scene): DrawItem[] {
  const ink = inkOf(fence, scene);
  const [first] = fence.path;
  const points = fence.closed && first ? [...fence.path, first] : fence.path;
  const line = stateStroke(fence, ink, fence.type === 'solid' ? lineWeights.cut : lineWeights.object);
  return [
    pathItem(fence.closed ? ringPath(fence.path) : openPath(fence.path), { stroke: line }),
    pathItem(ticks(points, fence.topping !== null), {
      stroke: stroke(ink, lineWeights.symbol),
      detail: 'normal',
    }),
    ...(first ? tagItems(fence, first, { offsetMm: { x: 1, y: 2.4 } }) : []),
  ];
}

/** A gap in the fence line, with leaves that swing, an arrow along which it slides, or a lifted arm. */
export function drawGate(gate: RecordOf<'gate'>, scene: Scene): DrawItem[] {
  const ink = inkOf(gate, scene);
  const [first, last] = gateEnds(gate);
  if (!first || !last) return [];
  const aside = polar(gate.direction + Math.PI / 2, 0.4);
  const back = { x: -aside.x, y: -aside.y };
  const gap = ringPath([add(first, aside), add(first, back), add(last, back), add(last, aside)]);
  const posts: Path = [
    ...linePath(add(first, aside), add(first, back)),
    ...linePath(add(last, aside), add(last, back)),
  ];
  const line = stateStroke(gate, ink, lineWeights.object);
  return [
    pathItem(gap, { fill: fill('paper') }),
    pathItem(posts, { stroke: line }),
    ...gateLeaves(gate, { first, last, aside }).map((path) =>
      pathItem(path, { stroke: { ...line, widthMm: lineWeights.symbol } }),
    ),
    ...tagItems(gate, gate.at, { offsetMm: { x: 2, y: 3 } }),
  ];
}

function gateLeaves(
  gate: RecordOf<'gate'>,
  { first, last, aside }: { first: Point; last: Point; aside: Point },
): Path[] {
  const middle = midpoint(first, last);
  if (gate.type === 'double-swing') {
    const [one, two] = [swing(first, middle, 'left'), swing(last, middle, 'right')];
    return [one.leaf, one.arc, two.leaf, two.arc];
  }
  if (gate.type === 'swing') {
    const { leaf, arc } = swing(first, last, 'left');
    return [leaf, arc];
  }
  if (gate.type === 'lift') return [openPath([first, last]), openPath([add(first, aside), last])];
  const head = polar(gate.direction + Math.PI * 0.85, gate.width * 0.15);
  const otherHead = polar(gate.direction - Math.PI * 0.85, gate.width * 0.15);
  const shifted = [add(first, aside), add(last, aside)] as const;
  return [openPath(shifted), openPath([add(shifted[1], head), shifted[1], add(shifted[1], otherHead)])];
}
