import { add, midpoint, type Point, polar } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { gateEnds } from '../../plan/shape.ts';
import { inkOf, stateStroke } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, ringPath } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';
import { swing } from './parts/swing.ts';

type Gate = RecordOf<'gate'>;
/** The ends of the way through, and the vector from its line to its left side. */
type GateFrame = { readonly first: Point; readonly last: Point; readonly aside: Point };

/** Half the length of the posts at either end on paper: a little more than the ticks of a fence. Less at a narrow gate. */
const POST_HALF_MM = 0.8;
const POST_SHARE = 0.15;

function slidingLeaf({ direction, width }: Gate, { first, last, aside }: GateFrame): Path[] {
  const head = width * 0.12;
  const [start, end] = [add(first, aside), add(last, aside)];
  const arms = [0.85, -0.85].map((turn) => add(end, polar(direction + Math.PI * turn, head)));
  const [one = end, two = end] = arms;
  return [openPath([start, end]), openPath([one, end, two])];
}

const leaves: { readonly [T in Gate['type']]: (gate: Gate, frame: GateFrame) => Path[] } = {
  swing: (_, { first, last }) => {
    const { leaf, arc } = swing(first, last, 'left');
    return [leaf, arc];
  },
  'double-swing': (_, { first, last }) => {
    const middle = midpoint(first, last);
    const [one, two] = [swing(first, middle, 'left'), swing(last, middle, 'right')];
    return [one.leaf, one.arc, two.leaf, two.arc];
  },
  sliding: slidingLeaf,
  lift: ({ width }, { first, last }) => [
    circlePath(first, Math.min(width * 0.06, 0.3)),
    linePath(first, last),
  ],
};

/** A gap in the fence line between two posts, with leaves that swing, an arrow, or a lifted arm. */
export function drawGate(gate: Gate, scene: Scene): DrawItem[] {
  const ink = inkOf(gate, scene);
  const [first, last] = gateEnds(gate);
  const half = Math.min((POST_HALF_MM * scene.view.scale) / 1000, gate.width * POST_SHARE);
  const aside = polar(gate.direction + Math.PI / 2, half);
  const back = polar(gate.direction - Math.PI / 2, half);
  const corners = [add(first, aside), add(first, back), add(last, back), add(last, aside)] as const;
  const line = stateStroke(gate, ink, lineWeights.cut);
  const thin = { ...line, widthMm: lineWeights.symbol };
  return [
    pathItem(ringPath(corners), { fill: fill('paper') }),
    pathItem([...linePath(corners[0], corners[1]), ...linePath(corners[2], corners[3])], { stroke: line }),
    pathItem(leaves[gate.type](gate, { first, last, aside }).flat(), { stroke: thin }),
    ...tagItems(gate, gate.at, { offsetMm: { x: 1.6, y: 2.6 }, side: 'right' }, scene),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const gateNames = {
  swing: 'Gate, swing',
  'double-swing': 'Gate, double swing',
  sliding: 'Gate, sliding',
  lift: 'Gate, lifting',
} as const;

export const gateLook: KindLook<'gate'> = {
  draw: drawGate,
  lies: 'above-coverage',
  isGhosted: true,
  isMarked: false,
  label: { role: 'tag', rank: 4 },
  avoided: 4,
  legend: {
    group: 'site',
    name: ({ type }) => gateNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, width: r.type === 'swing' ? 0.6 : 1.1 }],
    count: one,
  },
};
