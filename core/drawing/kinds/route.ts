import { distanceBetween, type Point } from '../../geometry/point.ts';
import { outlineOfPath, pathLength, pointAlongPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { labelAlong, marksAlong } from '../along-path.ts';
import { inkUnless, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import type { Dash, DrawItem, Ink, InkToken, Path, SymbolItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { chevronSymbol } from '../symbols/way-symbols.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

type Route = RecordOf<'route'>;

type RouteLook = {
  readonly ink: InkToken;
  readonly dash: Dash;
  /** What it is called when it has no name of its own. */
  readonly title: string;
};

/** Line, colour and title of each use. */
export const routeLooks: { readonly [U in Route['use']]: RouteLook } = {
  accessible: { ink: 'proposed', dash: 'dashed', title: 'Accessible route' },
  egress: { ink: 'public', dash: 'solid', title: 'Egress route' },
  'public-right-of-way': { ink: 'public', dash: 'dash-dot', title: 'Public right of way' },
};

/** Distance between marks on paper. */
const STEP_MM = 22;
/** Marks keep away from the name at the middle. */
const NAME_MM = 10;

// A person in a wheelchair, from the side: head, back and seat, wheel.
const seated: Path = [
  ['M', -0.35, 1.1],
  ['L', -0.25, -0.15],
  ['L', 0.75, -0.15],
  ['L', 1.15, -1.35],
];
const wheel: Path = [['A', -0.1, -0.65, 1.05, 2.2, 5.6, true]];
const head = circlePath({ x: -0.35, y: 1.75 }, 0.38);

function wheelchair(at: Point, angle: number, ink: Ink): SymbolItem {
  const line = stroke(ink, lineWeights.object);
  const round = circlePath({ x: 0.1, y: 0.1 }, 2.5);
  const parts = [
    { path: round, stroke: stroke(ink, lineWeights.hatch), fill: fill('paper') },
    { path: seated, stroke: line, fill: null },
    { path: wheel, stroke: line, fill: null },
    { path: head, stroke: null, fill: fill(ink) },
  ];
  return { type: 'symbol', at, angle, parts, detail: 'normal' };
}

/** The free width tinted between thin edges, marks of its use along it, and its name. */
export function drawRoute(route: Route, scene: Scene): DrawItem[] {
  const look = routeLooks[route.use];
  const ink = inkUnless(route, look.ink, scene);
  const outline = outlineOfPath(route.path, route.width);
  const items: DrawItem[] = [];
  if (outline) {
    const edge = stroke(ink, lineWeights.hatch, route.state === 'removed' ? 'dashed' : look.dash);
    items.push(pathItem(ringPath(outline), { fill: stateFill(route, fill(look.ink, 0.1)), stroke: edge }));
  }
  if (scene.isFar) return items;
  return [...items, ...marks(route, scene), ...nameAlong(route, scene)];
}

function marks(route: Route, scene: Scene): DrawItem[] {
  const ink = inkUnless(route, routeLooks[route.use].ink, scene);
  const metresPerMm = scene.view.scale / 1000;
  const places = marksAlong(route.path, STEP_MM * metresPerMm);
  if (route.use === 'accessible') {
    const [first] = places;
    return first ? [wheelchair(first.at, uprightAngle(scene), ink)] : [];
  }
  if (route.use !== 'egress') return [];
  const middle = pointAlongPath(route.path, pathLength(route.path) / 2);
  const clear = places.filter(({ at }) => !middle || distanceBetween(at, middle) > NAME_MM * metresPerMm);
  return [
    pathItem(openPath(route.path), { stroke: stateStroke(route, ink, lineWeights.hatch), detail: 'normal' }),
    ...clear.map(
      ({ at, direction }): SymbolItem => ({
        type: 'symbol',
        at,
        angle: direction,
        parts: chevronSymbol(ink, 'egress'),
        detail: 'normal',
      }),
    ),
  ];
}

function nameAlong({ path, name, use }: Route, scene: Scene): DrawItem[] {
  const { ink, title } = routeLooks[use];
  return labelAlong(path, name || title, { scene, look: { ink, sizeMm: 2 } });
}

export const routeLook: KindLook<'route'> = {
  draw: drawRoute,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: {
    group: 'intent',
    name: ({ use }) => routeLooks[use].title,
    sample: (r, at) => [{ ...r, path: along(at), width: 0.5, name: '' }],
  },
};
