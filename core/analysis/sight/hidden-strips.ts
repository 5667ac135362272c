import type { PreparedSight } from './prepare-sight.ts';
import { LEAST_SHARE } from './sight-pieces.ts';

/** Heights of an eye and of what it looks at, metres above the same plane. */
export type SightHeights = { readonly height: number; readonly targetHeight: number };

/**
 * What a piece hides on the plane of the target, as multiples of how far the eye is from the piece: at least 1.
 * The end may be infinite.
 */
export type Reach = { readonly start: number; readonly end: number };

/**
 * What a piece from `low` to `high` hides; null for nothing.
 *
 * The line of sight to a target `m` times as far away as the piece passes it at `height − (height − target) / m`, and is
 * stopped where that is from `low` to `high`, **both included**: bands that meet let nothing through between them, and
 * where eye and target are exactly as high as a wall, it hides what is behind it, as it hides every lower target.
 *
 * ```
 *  eye o---___                       m from (height − target) / (height − low), never before the piece,
 *             ---| high              to (height − target) / (height − high), for ever where that is not positive;
 *                |   ---___          with the other signs where the target is higher than the eye
 *  ______________| low    ---x target
 * ```
 */
export function reachOf(
  { low, high }: { readonly low: number; readonly high: number },
  { height, targetHeight }: SightHeights,
): Reach | null {
  if (height === targetHeight)
    return low <= height && height <= high ? { start: 1, end: Number.POSITIVE_INFINITY } : null;
  const drop = height - targetHeight;
  // Of the two edges, the one that the line of sight passes first on its way down, or up.
  const [first, last] = drop > 0 ? [height - low, height - high] : [high - height, low - height];
  if (first <= 0) return null;
  const start = Math.max(Math.abs(drop) / first, 1);
  const end = last > 0 ? Math.abs(drop) / last : Number.POSITIVE_INFINITY;
  return end > start ? { start, end } : null;
}

/** A reach on an edge, with the share of detail that remains, and a number that no other reach has. */
export type Strip = Reach & { readonly share: number; readonly number: number };

/** What stands on an edge: nothing that matters, what hides all behind it, or strips. */
export type Hiding = 'nothing' | 'everything' | readonly Strip[];

/** Bands that meet may differ by what arithmetic rounds off. */
const MEETS = 1 + 1e-12;

/** What edges hide for a pair of heights, computed when first asked for. */
export class HiddenStrips {
  readonly #sight: PreparedSight;
  readonly #heights: SightHeights;
  /** 0 not asked yet, 1 nothing, 2 everything, 3 strips. */
  readonly #known: Uint8Array;
  readonly #strips = new Map<number, readonly Strip[]>();
  #count = 0;

  constructor(sight: PreparedSight, heights: SightHeights) {
    this.#sight = sight;
    this.#heights = heights;
    this.#known = new Uint8Array(sight.starts.length - 1);
  }

  of(edge: number): Hiding {
    const known = this.#known[edge] ?? 0;
    if (known === 1) return 'nothing';
    if (known === 2) return 'everything';
    if (known === 3) return this.#strips.get(edge) ?? 'nothing';
    const hiding = this.#hidingOf(edge);
    this.#known[edge] = hiding === 'nothing' ? 1 : hiding === 'everything' ? 2 : 3;
    if (typeof hiding !== 'string') this.#strips.set(edge, hiding);
    return hiding;
  }

  #hidingOf(edge: number): Hiding {
    const { starts, pieces, heights, through } = this.#sight;
    const opaque: Reach[] = [];
    const strips: Strip[] = [];
    for (let at = starts[edge] ?? 0; at < (starts[edge + 1] ?? 0); at++) {
      const piece = pieces[at] ?? 0;
      const band = { low: heights[2 * piece] ?? 0, high: heights[2 * piece + 1] ?? 0 };
      const reach = reachOf(band, this.#heights);
      const share = through[piece] ?? 0;
      if (reach && share === 0) opaque.push(reach);
      else if (reach) strips.push(this.#strip(reach, share));
    }
    const hidden = merged(opaque);
    if (hidden.some(({ start, end }) => start === 1 && end === Number.POSITIVE_INFINITY)) return 'everything';
    for (const reach of hidden) strips.push(this.#strip(reach, 0));
    return strips.length === 0 ? 'nothing' : strips;
  }

  #strip({ start, end }: Reach, share: number): Strip {
    const number = this.#count++;
    return { start, end, share, number };
  }
}

function merged(reaches: readonly Reach[]): readonly Reach[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of reaches.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last && start <= last.end * MEETS) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** Of an image's detail, in whole per cent: 0 for what is as good as hidden. */
export function percentOf(logarithm: number): number {
  const share = Math.exp(logarithm);
  return share < LEAST_SHARE * ROUNDED_DOWN ? 0 : Math.round(100 * share);
}

/** A product that is the least share but for rounding counts as that. */
const ROUNDED_DOWN = 1 - 1e-9;
