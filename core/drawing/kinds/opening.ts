import { add, angleOf, midpoint, type Point, polar, scale } from '../../geometry/point.ts';
import type { PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isKind } from '../../plan/plan.ts';
import { bodyPart } from '../../plan/wall-line.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem, Path, Stroke } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, pathItem, ringPath } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { along, SAMPLE_WIDTH } from './parts/sample-shapes.ts';
import { swing } from './parts/swing.ts';

type Wall = RecordOf<'wall'>;
type Opening = RecordOf<'opening'>;
/** The ends of an opening on its wall's middle line, and the vector from there to the wall's left face. */
type OpeningFrame = {
  readonly first: Point;
  readonly last: Point;
  readonly half: Point;
  readonly line: Stroke;
  readonly isFar: boolean;
};

/** A hair wider than the wall, so that no line of it shows through; metres. */
const OVERLAP = 0.005;

/** A line along the opening, beside its middle by a share of half the wall. */
function lineAside({ first, last, half }: OpeningFrame, share: number): Path {
  const shift = scale(half, share);
  return linePath(add(first, shift), add(last, shift));
}

function frameOf(
  opening: Opening,
  wall: Wall,
  look: Pick<OpeningFrame, 'line' | 'isFar'>,
): OpeningFrame | null {
  const part = bodyPart(wall, opening);
  const [first, last] = [part[0], part.at(-1)];
  if (!first || !last) return null;
  const half = polar(angleOf(first, last) + Math.PI / 2, wall.thickness / 2 + OVERLAP);
  return { first, last, half, ...look };
}

/** Leaves and their swings as one path each, the arcs thinner than the leaves. */
function swingItems(
  swings: readonly { leaf: Path; arc: Path }[],
  { line, isFar }: Pick<OpeningFrame, 'line' | 'isFar'>,
): DrawItem[] {
  const leaves = pathItem(
    swings.flatMap(({ leaf }) => leaf),
    { stroke: line },
  );
  if (isFar) return [leaves];
  const thin = { ...line, widthMm: lineWeights.hatch };
  return [
    leaves,
    pathItem(
      swings.flatMap(({ arc }) => arc),
      { stroke: thin, detail: 'normal' },
    ),
  ];
}

const otherSide = { left: 'right', right: 'left' } as const;

const fillings: { readonly [T in Opening['type']]: (opening: Opening, frame: OpeningFrame) => DrawItem[] } = {
  passage: () => [],
  window: (_, frame) => [
    pathItem(
      [1, 0.3, -0.3, -1].flatMap((share) => lineAside(frame, share)),
      {
        stroke: { ...frame.line, widthMm: lineWeights.hatch },
      },
    ),
  ],
  'garage-door': (_, frame) => [pathItem(lineAside(frame, 0), { stroke: { ...frame.line, dash: 'dashed' } })],
  'sliding-door': (_, frame) => {
    const middle = midpoint(frame.first, frame.last);
    const path = [
      ...lineAside({ ...frame, last: middle }, 0.4),
      ...lineAside({ ...frame, first: middle }, -0.4),
    ];
    return [pathItem(path, { stroke: frame.line })];
  },
  door: ({ hinge, swing: side }, { first, last, ...look }) =>
    swingItems([hinge === 'a' ? swing(first, last, side) : swing(last, first, otherSide[side])], look),
  'double-door': ({ swing: side }, { first, last, ...look }) => {
    const middle = midpoint(first, last);
    return swingItems([swing(first, middle, side), swing(last, middle, otherSide[side])], look);
  },
};

/** A gap in the wall with its jambs; the leaf with its swing, or the panes. */
export function drawOpening(opening: Opening, scene: Scene): DrawItem[] {
  const wall = scene.lookup(opening.wall);
  const line = stateStroke(opening, inkOf(opening, scene), lineWeights.symbol);
  const frame = wall && isKind(wall, 'wall') ? frameOf(opening, wall, { line, isFar: scene.isFar }) : null;
  if (!frame) return [];
  const { first, last, half } = frame;
  const back = scale(half, -1);
  const corners = [add(first, half), add(first, back), add(last, back), add(last, half)] as const;
  return [
    pathItem(ringPath(corners), { fill: fill('paper') }),
    pathItem([...linePath(corners[0], corners[1]), ...linePath(corners[2], corners[3])], { stroke: line }),
    ...fillings[opening.type](opening, frame),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const openingNames = {
  door: 'Door',
  'double-door': 'Door',
  'sliding-door': 'Door, sliding',
  window: 'Window',
  'garage-door': 'Garage door',
  passage: null,
} as const;

const sampleId = '00000000-0000-4000-8000-000000000000';

function sampleOpening(opening: RecordOf<'opening'>, at: Point): readonly PlacedRecord[] {
  const [a = at, b = at] = along(at);
  const { floor, layer, phase, group, order, evidence } = opening;
  const wall: RecordOf<'wall'> = {
    id: `wall:${sampleId}`,
    floor,
    layer,
    phase,
    group,
    order,
    evidence,
    tag: null,
    notes: '',
    locked: false,
    state: 'existing',
    a,
    b,
    bulge: 0,
    thickness: 0.16,
    alignment: 'centre',
    height: null,
    material: 'opaque',
  };
  return [
    wall,
    {
      ...opening,
      type: opening.type === 'double-door' ? 'door' : opening.type,
      wall: wall.id,
      offset: SAMPLE_WIDTH / 2,
      width: 0.7,
      swing: 'left',
      hinge: 'a',
    },
  ];
}

export const openingLook: KindLook<'opening'> = {
  draw: drawOpening,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 1,
  legend: { group: 'site', name: ({ type }) => openingNames[type], sample: sampleOpening },
};
