import { polar } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, ringPath, stroke } from '../paths.ts';
import { kept, outlined, part, points } from './symbol-parts.ts';

const origin = { x: 0, y: 0 };

/** Rays around the lamp, between two radii, at as many even steps from `from` to `to` (radians). */
function rays(
  count: number,
  { from, to }: { from: number; to: number },
  radii: readonly [number, number],
): Path {
  return Array.from({ length: count }, (_, index) => {
    const angle = from + ((to - from) * index) / Math.max(count - 1, 1);
    return linePath(polar(angle, radii[0]), polar(angle, radii[1]));
  }).flat();
}

const lamp = circlePath(origin, 0.95);
const allRound = { from: 0, to: (Math.PI * 7) / 4 };
const ahead = { from: -Math.PI / 3, to: Math.PI / 3 };
const square = ringPath(points([-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]));
const housing = ringPath(points([-0.9, -0.7], [0.5, -1.5], [0.5, 1.5], [-0.9, 0.7]));
const halfLamp: Path = [['M', 0, -1.3], ['A', 0, 0, 1.3, -Math.PI / 2, Math.PI / 2, true], ['Z']];
const plate = linePath({ x: 0, y: -1.7 }, { x: 0, y: 1.7 });

/** A luminaire shining along +x, millimetres: a lamp with rays all round, or before a wall or housing. */
export const lightSymbol = kept((ink: Ink, type: RecordOf<'light'>['type']) => {
  const line = stroke(ink, lineWeights.symbol);
  const solid = fill(ink);
  if (type === 'pole') {
    return [
      outlined(circlePath(origin, 1.3)),
      part(rays(8, allRound, [1.4, 2.2]), line, null),
      part(lamp, line, solid),
    ];
  }
  if (type === 'bollard') {
    return [outlined(square), part(rays(4, allRound4, [1.3, 2]), line, null), part(square, line, solid)];
  }
  const body = type === 'wall' ? halfLamp : housing;
  const [near, far] = type === 'wall' ? [1.7, 2.5] : [1.9, 2.9];
  const shape = [outlined(body), part(rays(3, ahead, [near, far]), line, null), part(body, line, solid)];
  return type === 'wall' ? [...shape, part(plate, stroke(ink, lineWeights.cut), null)] : shape;
});

const allRound4 = { from: Math.PI / 4, to: (Math.PI * 7) / 4 };
