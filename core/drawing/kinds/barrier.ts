import { add, angleOf, type Point, polar, scale, subtract } from '../../geometry/point.ts';
import { outlineOfPath, pathLength, pointAlongPath, pointsAlongPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem, Fill, Path, Stroke } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, ringPath } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { along, one } from './parts/sample-shapes.ts';

type Barrier = RecordOf<'barrier'>;

/** What a type of barrier shows besides its body: `body` is how the body is filled. */
type BarrierLook = {
  readonly body: 'solid' | 'light' | 'open';
  readonly inner: (barrier: Barrier) => Path;
};

const MOST_MARKS = 2000;

/** Places along a barrier at an even distance near `step`, half a step in from its ends. */
function placesAlong({ path }: Barrier, step: number): readonly Point[] {
  const length = pathLength(path);
  const count = Math.min(Math.max(Math.round(length / step), 1), MOST_MARKS);
  return pointsAlongPath(
    path,
    Array.from({ length: count }, (_, index) => ((index + 0.5) * length) / count),
  );
}

function rounds(barrier: Barrier, { step, radius }: { step: number; radius: number }): Path {
  return placesAlong(barrier, step).flatMap((place) => circlePath(place, radius));
}

/** The two diagonals of a short straight barrier: a plate that rises. */
function crossedPlate({ path, width }: Barrier): Path {
  const [a, b] = [path[0], path.at(-1)];
  if (!a || !b) return [];
  const half = polar(angleOf(a, b) + Math.PI / 2, width / 2);
  return [...linePath(add(a, half), subtract(b, half)), ...linePath(subtract(a, half), add(b, half))];
}

/** A round at the end about which an arm turns, and the arm's line. */
function armOf({ path, width }: Barrier): Path {
  const [pivot] = path;
  return pivot ? [...circlePath(pivot, width * 0.45), ...openPath(path)] : [];
}

/** An arrow head halfway along: which way the leaf moves. */
function arrowAlong({ path, width }: Barrier): Path {
  const [a, b] = [path[0], path.at(-1)];
  const middle = pointAlongPath(path, pathLength(path) / 2);
  if (!a || !b || !middle) return [];
  const turn = angleOf(a, b);
  const [one, two] = [0.8, -0.8].map((share) => add(middle, polar(turn + Math.PI * share, width * 0.8)));
  return one && two ? openPath([one, middle, two]) : [];
}

const centreLine = ({ path }: Barrier) => openPath(path);
const plain = () => [];

/** How each type is told from the others; the clear width between bodies is never drawn wider than it is. */
const looks: { readonly [T in Barrier['type']]: BarrierLook } = {
  wall: { body: 'solid', inner: plain },
  jersey: { body: 'light', inner: centreLine },
  planter: {
    body: 'light',
    inner: (barrier) => rounds(barrier, { step: 1.5, radius: barrier.width * 0.28 }),
  },
  boulder: {
    body: 'light',
    inner: (barrier) => rounds(barrier, { step: barrier.width, radius: barrier.width * 0.42 }),
  },
  cable: {
    body: 'open',
    inner: (barrier) => [...centreLine(barrier), ...rounds(barrier, { step: 3, radius: 0.12 })],
  },
  guardrail: {
    body: 'open',
    inner: (barrier) => [...centreLine(barrier), ...rounds(barrier, { step: 2, radius: 0.1 })],
  },
  trench: { body: 'open', inner: plain },
  wedge: { body: 'light', inner: crossedPlate },
  'drop-arm': { body: 'open', inner: armOf },
  beam: { body: 'light', inner: armOf },
  'sliding-gate': { body: 'light', inner: arrowAlong },
};

/** A stroke across either end of a path, longer than the body is wide. */
function endTicks(path: readonly Point[], half: number): Path {
  const ends = [path.slice(0, 2), path.slice(-2).toReversed()];
  return ends.flatMap(([end, towards]) => {
    if (!end || !towards) return [];
    const arm = polar(angleOf(end, towards) + Math.PI / 2, half);
    return linePath(add(end, arm), add(end, scale(arm, -1)));
  });
}

function bodyFill(look: BarrierLook, barrier: Barrier, line: Stroke): Fill | null {
  if (barrier.state === 'removed' || look.body === 'open') return null;
  return look.body === 'solid' ? fill(line.ink) : fill(line.ink, 0.18);
}

/** The body at its true width with ticks at its ends, its tag and rating. */
export function drawBarrier(barrier: Barrier, scene: Scene): DrawItem[] {
  const outline = outlineOfPath(barrier.path, barrier.width);
  if (!outline) return [];
  const look = looks[barrier.type];
  const line = stateStroke(barrier, inkOf(barrier, scene), lineWeights.cut);
  const isTrench = barrier.type === 'trench';
  const edge: Stroke = { ...line, widthMm: lineWeights.object, dash: isTrench ? 'dashed' : line.dash };
  const body = pathItem(ringPath(outline), { fill: bodyFill(look, barrier, line), stroke: edge });
  if (scene.isFar) return [body];
  const ticks = endTicks(barrier.path, barrier.width / 2 + TICK_MM * (scene.view.scale / 1000));
  const inner = look.inner(barrier);
  const middle = pointAlongPath(barrier.path, pathLength(barrier.path) / 2);
  return [
    body,
    pathItem(ticks, { stroke: { ...line, widthMm: lineWeights.perimeter }, detail: 'normal' }),
    ...(inner.length > 0
      ? [pathItem(inner, { stroke: { ...line, widthMm: lineWeights.symbol }, detail: 'normal' })]
      : []),
    ...(middle ? tagBeside(barrier, middle, scene) : []),
  ];
}

const SLANTED = 0.2;

/** The tag and rating at the side of the body that is upper on the page, or right of one that runs up it. */
function tagBeside(barrier: Barrier, middle: Point, scene: Scene): DrawItem[] {
  const [a, b] = [barrier.path[0] ?? middle, barrier.path.at(-1) ?? middle];
  const across = angleOf(a, b) + Math.PI / 2;
  const onPage = polar(across + scene.view.rotation, 1);
  const isUpright = Math.abs(onPage.x) > Math.abs(onPage.y);
  const towards = (isUpright ? onPage.x : onPage.y) < 0 ? -1 : 1;
  const edge = add(middle, polar(across, (towards * barrier.width) / 2));
  // Off a body that rises to the right the upper side is on the left.
  const side = towards * onPage.x < -SLANTED ? 'left' : 'right';
  const note = barrier.rating ?? undefined;
  const x = isUpright ? 1.4 : 0;
  const y = isUpright ? (note ? 1.25 : 0) : note ? 4.4 : 2;
  const offsetMm = { x: side === 'left' ? -x : x, y };
  return tagItems(barrier, edge, { offsetMm, side, ...(note ? { note } : {}) }, scene);
}

/** How far the ticks at a barrier's ends reach beyond its body on paper. */
const TICK_MM = 0.7;

/** What its types are called in the legend; null for what explains itself. */
const barrierNames = {
  wall: 'Barrier wall',
  jersey: 'Jersey barrier',
  planter: 'Planter',
  boulder: 'Boulders',
  cable: 'Cable barrier',
  guardrail: 'Guardrail',
  trench: 'Trench',
  wedge: 'Wedge barrier',
  'drop-arm': 'Drop arm barrier',
  beam: 'Beam barrier',
  'sliding-gate': 'Sliding barrier',
} as const;

export const barrierLook: KindLook<'barrier'> = {
  draw: drawBarrier,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: false,
  label: { role: 'tag', rank: 5 },
  avoided: 8,
  legend: {
    group: 'devices',
    name: ({ type }) => barrierNames[type],
    sample: (r, at) => [{ ...r, path: along(at), width: 0.4 }],
    count: one,
  },
};
