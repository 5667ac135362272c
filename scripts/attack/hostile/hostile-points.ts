import type { Point } from '../../../core/geometry/point.ts';
import type { Random } from '../../../core/reference/random.ts';

/** Ways to lay many points so that what is computed from them is as much as it can be. */
export type Layout =
  | 'circle'
  | 'comb'
  | 'scatter'
  | 'star'
  | 'there-and-back'
  | 'one-place-but-two'
  | 'straight'
  | 'needles';

export const layouts: readonly Layout[] = [
  ...(['circle', 'comb', 'scatter', 'star', 'there-and-back', 'one-place-but-two'] as const),
  ...(['straight', 'needles'] as const),
];

type Lay = (index: number, count: number, random: Random) => Point;

const onCircle = (turn: number): Point => ({
  x: 0.5 + Math.cos(turn * 2 * Math.PI) / 2,
  y: 0.5 + Math.sin(turn * 2 * Math.PI) / 2,
});

/** Each within a square of 1. */
const lays: { readonly [L in Layout]: Lay } = {
  circle: (index, count) => onCircle(index / count),
  // Long teeth side by side: every box lies over its neighbours', none of the edges meet.
  comb: (index, count) => ({ x: index / count, y: index % 2 }),
  scatter: (_, __, random) => ({ x: random.next(), y: random.next() }),
  // Every edge crosses nearly every other one, all near the middle.
  star: (index, count) => onCircle((index * (Math.floor(count / 2) + (count % 2 === 0 ? 1 : 0))) / count),
  'there-and-back': (index) => ({ x: index % 2, y: index % 3 === 0 ? 0 : 0.5 }),
  'one-place-but-two': (index) =>
    [
      { x: 1, y: 0 },
      { x: 1, y: 1 },
    ][index] ?? { x: 0, y: 0 },
  straight: (index, count) => ({ x: index / count, y: index === 1 ? 0.5 : 0 }),
  needles: (index, count) => ({ x: index % 2 === 0 ? 0 : 1, y: index / count }),
};

/** So many points laid over a square of `size` metres around a point, to the millimetre. */
export function hostilePoints(
  layout: Layout,
  { count, size, around }: { readonly count: number; readonly size: number; readonly around: Point },
  random: Random,
): readonly Point[] {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return Array.from({ length: count }, (_, index) => {
    const { x, y } = lays[layout](index, count, random);
    return { x: rounded(around.x + (x - 0.5) * size), y: rounded(around.y + (y - 0.5) * size) };
  });
}
