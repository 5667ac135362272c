import { polar } from '../../geometry/point.ts';
import type { Ink } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, openPath, ringPath, stroke } from '../paths.ts';
import { kept, part } from './symbol-parts.ts';

const HALF_ANGLE = 0.45;

/** The two ends and the tip of an arrow head along +x, millimetres. */
function headAt(tip: number, size: number) {
  const [one, two] = [Math.PI - HALF_ANGLE, Math.PI + HALF_ANGLE].map((turn) => {
    const { x, y } = polar(turn, size);
    return { x: tip + x, y };
  });
  return one && two ? [one, { x: tip, y: 0 }, two] : [];
}

// The heads reach beyond the point that they mark, so that the line they stand on ends within them.
const heads = {
  patrol: ringPath(headAt(0.7, 1.7)),
  approach: ringPath(headAt(1.2, 3.6)),
} as const;
const chevron = openPath(headAt(0.7, 1.6));
const ring = circlePath({ x: 0, y: 0 }, 0.9);

/** A solid arrow head along +x, millimetres. */
export const arrowSymbol = kept((ink: Ink, type: keyof typeof heads) => [part(heads[type], null, fill(ink))]);

/** An open arrow head along +x, millimetres. */
export const chevronSymbol = kept((ink: Ink, _type: 'egress') => [
  part(chevron, stroke(ink, lineWeights.object), null),
]);

/** The round start of an approach, millimetres. */
export const startSymbol = kept((ink: Ink, _type: 'approach') => [
  part(ring, stroke(ink, lineWeights.object), fill('paper')),
]);
