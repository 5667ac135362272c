import type { Point } from '../../geometry/point.ts';
import { err, ok, type Result } from '../../result.ts';

/**
 * What hides sight: pieces that stand on segments, from a low to a high edge. Flat, so that a worker can be handed it.
 *
 * A piece that is no higher than its low edge hides nothing, nor does one without length.
 */
export type SightPieces = {
  /** `ax, ay, bx, by` of each, plan metres. */
  readonly segments: Float64Array;
  /** `low, high` of each, metres above the plane that heights of eyes and targets are given from; may be infinite. */
  readonly heights: Float64Array;
  /** Of each, the share of image detail that remains behind it: 0 hides, mesh lies between, 1 is no piece at all. */
  readonly through: Float64Array;
};

/** Why pieces cannot be prepared, or a view not be computed. */
export type SightRefusal =
  /** A number that is none, a share outside of 0 to 1, lists that do not fit, a range or an angle below zero. */
  | 'not-a-number'
  /** A place farther than `FARTHEST` from the origin. */
  | 'too-far'
  | 'too-many-pieces'
  /** Pieces that cross each other so often, or so close together, that it would take more than seconds. */
  | 'too-many-crossings'
  /** A view over so many low pieces that it would take more than seconds. */
  | 'too-complex';

/** Largest coordinate, metres: more than a plan may hold, and few enough steps that differences are exact. */
export const FARTHEST = 2 ** 20;

/** So many pieces are prepared in seconds. */
export const MOST_PIECES = 400_000;

/** Of an image's detail, less than this share is as good as nothing: what is seen so is hidden. */
export const LEAST_SHARE = 0.05;

/** As near as this an eye stands on a piece, metres: records are kept to the millimetre, and miss what they are on by up to 0.71 mm. */
export const STANDS_ON = 0.001;

/** Steps of a metre on the grid that all places lie on: a little less than a micrometre. */
const STEPS = 2 ** 20;

/** The nearest place of the grid, by one of its coordinates. */
export function toGrid(metres: number): number {
  // Adding zero takes the sign from what was rounded to a negative zero.
  return Math.round(metres * STEPS) / STEPS + 0;
}

/** Whether a place can be prepared or looked from. */
export function placeRefusal({ x, y }: Point): 'not-a-number' | 'too-far' | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 'not-a-number';
  return Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST ? 'too-far' : null;
}

const isHeightless = (heights: Float64Array): boolean => heights.some((height) => Number.isNaN(height));

/** How many pieces there are, or what is wrong with them. */
export function countedPieces(pieces: SightPieces): Result<number, SightRefusal> {
  const { segments, heights, through } = pieces;
  const count = through.length;
  if (count > MOST_PIECES) return err('too-many-pieces');
  if (segments.length !== 4 * count || heights.length !== 2 * count) return err('not-a-number');
  if (isHeightless(heights) || !through.every((share) => share >= 0 && share <= 1))
    return err('not-a-number');
  for (let at = 0; at < segments.length; at += 2) {
    const refusal = placeRefusal({ x: segments[at] ?? 0, y: segments[at + 1] ?? 0 });
    if (refusal) return err(refusal);
  }
  return ok(count);
}
