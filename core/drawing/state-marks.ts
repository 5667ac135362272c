import { add, angleOf, distanceBetween, lerp, type Point, polar } from '../geometry/point.ts';
import type { PlacedRecord, PlanRecord } from '../plan/kinds/index.ts';
import { isKind, isPlaced, planOf } from '../plan/plan.ts';
import { type Shape, shapeOf } from '../plan/shape.ts';
import { uprightAngle } from './appearance.ts';
import type { DrawItem } from './draw-item.ts';
import { lookOf } from './kinds/index.ts';
import type { Scene } from './scene.ts';
import { stateMark } from './tag.ts';

/** From the face of a record to the middle of its mark, and from one cross to the next; paper millimetres. */
const ASIDE_MM = 1.6;
const CROSS_STEP_MM = 12;
const MOST_CROSSES = 60;

type Edge = readonly [Point, Point];
type Spot = { readonly at: Point; readonly centreMm: Point };

/**
 * The signs that tell the state of a record without its colour: a diamond or triangle beside the middle of
 * its longest side, crosses all along what is to be removed. None for what exists, and none from far out.
 */
export function stateMarks(record: PlanRecord, scene: Scene): readonly DrawItem[] {
  if (!isPlaced(record) || record.state === 'existing' || scene.isFar) return [];
  if (!lookOf(record).isMarked) return [];
  const angle = uprightAngle(scene);
  return spotsOf(record, scene).flatMap(({ at, centreMm }): DrawItem[] => {
    const sign = stateMark(record.state, centreMm);
    return sign ? [{ type: 'symbol', at, angle, parts: [sign], detail: 'normal' }] : [];
  });
}

function spotsOf(record: PlacedRecord, scene: Scene): readonly Spot[] {
  if (isKind(record, 'text'))
    return [{ at: record.at, centreMm: { x: 0, y: record.sizeMm * 0.8 + ASIDE_MM / 2 } }];
  const wall = isKind(record, 'opening') ? scene.lookup(record.wall) : undefined;
  const shape = shapeOf(record, wall ? planOf([wall]) : scene.plan);
  const edges = shape ? edgesOf(shape) : [];
  if (record.state === 'removed') {
    const step = (CROSS_STEP_MM * scene.view.scale) / 1000;
    return crossesAlong(edges, step);
  }
  const longest = longestOf(edges);
  if (!longest || !shape) return [];
  // The wall's own mark is on its left.
  const side = wall ? -1 : 1;
  const half = shape.type === 'path' ? shape.width / 2 : 0;
  const across = angleOf(...longest) + (side * Math.PI) / 2;
  return [
    {
      at: add(lerp(...longest, 0.5), polar(across, half)),
      centreMm: polar(across - uprightAngle(scene), ASIDE_MM),
    },
  ];
}

function edgesOf(shape: Shape): readonly Edge[] {
  if (shape.type === 'point') return [];
  const isClosed = shape.type === 'ring' || shape.closed;
  const points = shape.type === 'ring' ? shape.ring : shape.points;
  const line = isClosed ? [...points, ...points.slice(0, 1)] : points;
  return line.slice(1).map((end, index) => [line[index] ?? end, end] as const);
}

function longestOf(edges: readonly Edge[]): Edge | null {
  const lengths = edges.map(([start, end]) => distanceBetween(start, end));
  return edges[lengths.indexOf(Math.max(...lengths))] ?? null;
}

/** At an even distance along the whole line, however short its sides are. */
function crossesAlong(edges: readonly Edge[], step: number): readonly Spot[] {
  const total = edges.reduce((sum, [start, end]) => sum + distanceBetween(start, end), 0);
  const even = total / Math.min(Math.max(Math.round(total / step), 1), MOST_CROSSES);
  const spots: Spot[] = [];
  let passed = 0;
  for (const [start, end] of edges) {
    const length = distanceBetween(start, end);
    for (let next = (spots.length + 0.5) * even; length > 0 && next < passed + length; next += even) {
      spots.push({ at: lerp(start, end, (next - passed) / length), centreMm: { x: 0, y: 0 } });
    }
    passed += length;
  }
  return spots;
}
