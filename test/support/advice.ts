import { type Advice, type AdviceProgress, advise } from '../../core/analysis/advice/advise.ts';
import type { AdviceQuestion, AdviceRefusal } from '../../core/analysis/advice/question.ts';
import type { Rings } from '../../core/analysis/sight/rings.ts';
import type { Point } from '../../core/geometry/point.ts';
import { edgesOf } from '../../core/geometry/polygon.ts';
import type { Result } from '../../core/result.ts';
import { type Piece, piecesOf } from './sight.ts';

/** Rings as analyses take them. */
export function flatRings(rings: readonly (readonly Point[])[]): Rings {
  let end = 0;
  return {
    coordinates: Float64Array.from(rings.flatMap((ring) => ring.flatMap(({ x, y }) => [x, y]))),
    ends: Uint32Array.from(rings, (ring) => (end += 2 * ring.length)),
  };
}

/** The edges of rings as walls without end. */
export const wallsAround = (rings: readonly (readonly Point[])[]): readonly Piece[] =>
  rings.flatMap((ring) => edgesOf(ring).map(([a, b]) => ({ a, b })));

/** What stands on a floor: pieces and no bodies. */
export const sceneOf = (pieces: readonly Piece[]): AdviceQuestion['scene'] => ({
  pieces: piecesOf(pieces),
  owners: Float64Array.from(pieces, (_, index) => index),
  solids: [],
});

/** Guards for a polygon of walls, anywhere in it. */
export const guardsFor = (rings: readonly (readonly Point[])[]): AdviceQuestion => ({
  scene: sceneOf(wallsAround(rings)),
  buildings: [],
  zone: flatRings(rings),
  pixelsPerMetre: 1,
  targetHeight: 0,
  height: 0,
  model: null,
  atLeast: 1,
  lens: null,
  present: [],
  places: { lines: [], free: flatRings(rings) },
  percent: 100,
  most: 40,
});

/** The answer, and all that was told on the way. */
export function advised(question: AdviceQuestion): {
  readonly answer: Result<Advice, AdviceRefusal>;
  readonly told: readonly AdviceProgress[];
} {
  const told: AdviceProgress[] = [];
  const work = advise(question);
  let step = work.next();
  for (; !step.done; step = work.next()) told.push(step.value);
  return { answer: step.value, told };
}
