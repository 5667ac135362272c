import { polar } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, ringPath, stroke } from '../paths.ts';
import { kept, outlined, part, points } from './symbol-parts.ts';

type Sign = RecordOf<'sign'>;

const middle = { x: 0, y: 0 };
const round = circlePath(middle, 1.45);
const octagon = ringPath(Array.from({ length: 8 }, (_, index) => polar(((index + 0.5) * Math.PI) / 4, 1.5)));

/** The plate of each type, and what stands on it: lines, and what is solid. */
const plates: { readonly [T in Sign['type']]: { plate: Path; lines: Path; solid: Path } } = {
  warning: {
    plate: ringPath(points([-1.6, -1.4], [1.6, -1.4], [0, 1.4])),
    lines: linePath({ x: 0, y: -0.35 }, { x: 0, y: 0.5 }),
    solid: circlePath({ x: 0, y: -0.9 }, 0.25),
  },
  prohibition: { plate: round, lines: linePath({ x: -1, y: 1 }, { x: 1, y: -1 }), solid: [] },
  information: {
    plate: ringPath(points([-1.4, -1.4], [1.4, -1.4], [1.4, 1.4], [-1.4, 1.4])),
    lines: linePath({ x: 0, y: -0.9 }, { x: 0, y: 0.15 }),
    solid: circlePath({ x: 0, y: 0.8 }, 0.28),
  },
  direction: {
    plate: ringPath(points([-1.9, -0.9], [1, -0.9], [2.1, 0], [1, 0.9], [-1.9, 0.9])),
    lines: linePath({ x: -1.2, y: 0 }, { x: 0.9, y: 0 }),
    solid: [],
  },
  traffic: {
    plate: octagon,
    lines: [],
    solid: ringPath(points([-0.9, -0.3], [0.9, -0.3], [0.9, 0.3], [-0.9, 0.3])),
  },
};

/** The plate of a sign, upright, millimetres. */
export const signSymbol = kept((ink: Ink, type: Sign['type']) => {
  const { plate, lines, solid } = plates[type];
  return [
    outlined(plate),
    part(plate, stroke(ink, lineWeights.object), fill('paper')),
    ...(lines.length > 0 ? [part(lines, stroke(ink, lineWeights.object), null)] : []),
    ...(solid.length > 0 ? [part(solid, null, fill(ink))] : []),
  ];
});

const tick = ringPath(points([2.3, -0.6], [3.2, 0], [2.3, 0.6]));
const readFrom = kept((ink: Ink, _type: 'tick') => [part(tick, null, fill(ink))]);

/** A pointed tick beside a sign that shows where its readers stand (+x). */
export function signTickSymbol(ink: Ink) {
  return readFrom(ink, 'tick');
}
