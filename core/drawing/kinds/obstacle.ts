import { add, type Point, polar } from '../../geometry/point.ts';
import { centroidOf, ringArea } from '../../geometry/polygon.ts';
import { outlineOfPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, inkUnless, stateFill, stateStroke } from '../appearance.ts';
import type { DrawItem, Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { around, circleAround } from './parts/sample-shapes.ts';

type Obstacle = RecordOf<'obstacle'>;

/** The trunk and branches that make a round outline a tree. */
function branches(ring: readonly Point[]): Path {
  const centre = centroidOf(ring) ?? ring[0];
  if (!centre) return [];
  const radius = Math.sqrt(Math.abs(ringArea(ring)) / Math.PI);
  const arms = Array.from({ length: 8 }, (_, index) => {
    const angle = ((index + 0.5) * Math.PI) / 4;
    return linePath(
      add(centre, polar(angle, radius * 0.3)),
      add(centre, polar(angle, radius * (index % 2 === 0 ? 0.85 : 0.6))),
    );
  });
  return [...circlePath(centre, radius * 0.1), ...arms.flat()];
}

/** The two diagonals of a box: something that stands there and is closed. */
function diagonals([a, b, c, d]: readonly Point[]): Path {
  return a && b && c && d ? [...linePath(a, c), ...linePath(b, d)] : [];
}

/** Lines across a vehicle's body, a fifth in from either end: where its panes are. */
function panes([a, b, c, d]: readonly Point[]): Path {
  if (!a || !b || !c || !d) return [];
  const isLongFirst = Math.hypot(b.x - a.x, b.y - a.y) > Math.hypot(c.x - b.x, c.y - b.y);
  const [start, end, otherEnd, otherStart] = isLongFirst ? [a, b, c, d] : [b, c, d, a];
  return [0.22, 0.7].flatMap((share) =>
    linePath(
      { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share },
      {
        x: otherStart.x + (otherEnd.x - otherStart.x) * share,
        y: otherStart.y + (otherEnd.y - otherStart.y) * share,
      },
    ),
  );
}

const details: { readonly [T in Obstacle['type']]: (outline: readonly Point[]) => Path } = {
  tree: branches,
  hedge: () => [],
  container: diagonals,
  vehicle: panes,
  other: () => [],
};

/** Trees and hedges green, a container crossed, a vehicle with its panes, everything else a plain body. */
export function drawObstacle(obstacle: Obstacle, scene: Scene): DrawItem[] {
  const outline = obstacle.ring ?? (obstacle.path && outlineOfPath(obstacle.path, obstacle.width ?? 0.5));
  if (!outline) return [];
  const { type } = obstacle;
  const grows = type === 'tree' || type === 'hedge';
  const ink: Ink = grows ? inkUnless(obstacle, 'public', scene) : inkOf(obstacle, scene);
  const body = grows ? fill('public', type === 'hedge' ? 0.35 : 0.14) : fill('fill');
  const items: DrawItem[] = [
    pathItem(ringPath(outline), {
      fill: stateFill(obstacle, body),
      stroke: stateStroke(obstacle, ink, lineWeights.symbol),
    }),
  ];
  const inner = details[type](outline);
  if (inner.length > 0)
    items.push(pathItem(inner, { stroke: stroke(ink, lineWeights.hatch), detail: 'normal' }));
  return items;
}

/** What its types are called in the legend; null for what explains itself. */
const obstacleNames = {
  tree: 'Tree',
  hedge: 'Hedge',
  container: 'Container',
  vehicle: 'Parked vehicle',
  other: 'Obstacle',
} as const;

export const obstacleLook: KindLook<'obstacle'> = {
  draw: drawObstacle,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 2,
  legend: {
    group: 'site',
    name: ({ type }) => obstacleNames[type],
    sample: (r, at) => [
      {
        ...r,
        path: null,
        width: null,
        ring: r.type === 'tree' ? circleAround(at, 0.4) : around(at, r.type === 'vehicle' ? 1.3 : undefined),
      },
    ],
  },
};
