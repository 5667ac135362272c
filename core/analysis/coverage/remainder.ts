import { inBoth, ringsOfSteps, type Steps, without } from './ring-clipping.ts';

/** m² and share that areas may be off by. */
const OFF = 0.01;
const OFF_SHARE = 1e-6;

/**
 * What is left of a surface without another one. Where rings touch in corners, what is cut off may get lost: what is
 * left and what is taken must come to the whole, else it is tried again from a tenth of a millimetre beside, and at
 * last nothing counts as taken, which is never too much.
 */
export function remainder(whole: Steps, taken: Steps): Steps {
  const all = areaOf(whole);
  for (const [dx, dy] of NUDGES) {
    const moved = { around: taken.around, paths: taken.paths.map((path) => path.map(by(dx, dy))) };
    const rest = without(whole, moved);
    const off = Math.abs(areaOf(rest) + areaOf(inBoth(whole, moved)) - all);
    if (off <= OFF + OFF_SHARE * all) return rest;
  }
  return whole;
}

const NUDGES = [
  [0, 0],
  [1, 0],
  [0, 1],
  [-1, 1],
] as const;

const by = (dx: number, dy: number) => (corner: { readonly x: number; readonly y: number }) => ({
  x: corner.x + dx,
  y: corner.y + dy,
});

const areaOf = (steps: Steps): number => ringsOfSteps(steps).area;
