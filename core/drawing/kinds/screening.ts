import { add, type Point, polar } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { bodyCorners } from '../../plan/shape.ts';
import { inkOf, stateFill, stateStroke } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagCorner, tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

type Screening = RecordOf<'screening'>;

/** A place of the body by shares of its half length and half width: 1, 1 is its front left corner. */
function placeIn({ at, direction, length, width }: Screening, along: number, across: number): Point {
  const ahead = polar(direction, (length / 2) * along);
  return add(add(at, ahead), polar(direction + Math.PI / 2, (width / 2) * across));
}

function block(
  body: Screening,
  [back, right]: readonly [number, number],
  [front, left]: readonly [number, number],
) {
  return ringPath([
    placeIn(body, back, right),
    placeIn(body, front, right),
    placeIn(body, front, left),
    placeIn(body, back, left),
  ]);
}

/** An arrow through the body, along the way that people, bags or vehicles pass. */
function arrow(body: Screening, from: number, to: number): Path {
  const tip = placeIn(body, to, 0);
  const head = Math.min(body.length, body.width) * 0.18;
  const [one, two] = [0.8, -0.8].map((share) => add(tip, polar(body.direction + Math.PI * share, head)));
  const shaft = linePath(placeIn(body, from, 0), tip);
  return one && two ? [...shaft, ...openPath([one, tip, two])] : shaft;
}

type Look = { readonly lines: (body: Screening) => Path; readonly solid: (body: Screening) => Path };
const none = () => [];

const looks: { readonly [T in Screening['type']]: Look } = {
  'metal-detector': {
    lines: (body) => arrow(body, -0.7, 0.7),
    solid: (body) => [...block(body, [-1, -1], [1, -0.72]), ...block(body, [-1, 0.72], [1, 1])],
  },
  'x-ray': {
    lines: (body) => [
      ...[-0.85, -0.7, 0.7, 0.85].flatMap((x) => linePath(placeIn(body, x, -0.75), placeIn(body, x, 0.75))),
    ],
    solid: (body) => block(body, [-0.5, -1], [0.5, 1]),
  },
  'explosive-trace': {
    lines: none,
    solid: (body) => circlePath(body.at, Math.min(body.length, body.width) * 0.24),
  },
  'vehicle-inspection': {
    lines: (body) => [
      ...block(body, [-0.5, -0.55], [0.5, 0.55]),
      ...linePath(placeIn(body, 0.22, -0.55), placeIn(body, 0.22, 0.55)),
      ...linePath(placeIn(body, -0.28, -0.55), placeIn(body, -0.28, 0.55)),
    ],
    solid: none,
  },
  'bag-search': {
    lines: (body) => [
      ...block(body, [-0.4, -0.5], [0.4, 0.5]),
      ...linePath(placeIn(body, 0.4, -0.2), placeIn(body, 0.65, -0.2)),
      ...linePath(placeIn(body, 0.65, -0.2), placeIn(body, 0.65, 0.2)),
      ...linePath(placeIn(body, 0.65, 0.2), placeIn(body, 0.4, 0.2)),
    ],
    solid: none,
  },
};

/** The body at its true size with the sign of its type, and its tag. */
export function drawScreening(screening: Screening, scene: Scene): DrawItem[] {
  const { at, length, width } = screening;
  const ink = inkOf(screening, scene);
  const corners = bodyCorners(screening, length, width);
  const body = ringPath(corners);
  const look = looks[screening.type];
  const [lines, solid] = [look.lines(screening), look.solid(screening)];
  const thin = stroke(ink, lineWeights.hatch);
  const items: DrawItem[] = [
    pathItem(body, {
      fill: stateFill(screening, fill('paper')),
      stroke: stateStroke(screening, ink, lineWeights.object),
    }),
  ];
  if (lines.length > 0) items.push(pathItem(lines, { stroke: thin, detail: 'normal' }));
  if (solid.length > 0) {
    items.push(pathItem(solid, { stroke: thin, fill: stateFill(screening, fill(ink)), detail: 'normal' }));
  }
  const place = { offsetMm: { x: 0.9, y: 0.4 }, side: 'right' } as const;
  return [...items, ...tagItems(screening, tagCorner(corners, scene) ?? at, place, scene)];
}

/** What its types are called in the legend; null for what explains itself. */
const screeningNames = {
  'metal-detector': 'Walk-through metal detector',
  'x-ray': 'X-ray scanner',
  'explosive-trace': 'Explosive trace detector',
  'vehicle-inspection': 'Vehicle inspection',
  'bag-search': 'Bag search',
} as const;

export const screeningLook: KindLook<'screening'> = {
  draw: drawScreening,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 8 },
  avoided: 3,
  legend: {
    group: 'devices',
    name: ({ type }) => screeningNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, length: 1, width: 0.64 }],
    count: one,
  },
};
