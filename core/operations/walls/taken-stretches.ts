import { TOLERANCE } from '../../plan/integrity.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { fittingOffset, type Span } from '../../plan/wall-line.ts';

/** A stretch of a wall that openings fill from end to end, metres from `a`. */
type Block = { readonly from: number; readonly to: number };

/** Ends of openings that touch are the same but for the last digit. */
const ROUNDING = 1e-6;

/**
 * The stretches of one wall that openings take: whether one is free, and which free one is nearest, is found
 * without a look at each opening. Two openings may share 1 mm, as rounding brings about.
 */
export class TakenStretches {
  /** From the start of the wall on, none touching the next. */
  readonly #blocks: Block[] = [];

  constructor(openings: Iterable<Span>) {
    for (const opening of openings) this.take(opening);
  }

  /** Whether an opening of more than 2 mm would lie over another one. O(log n). */
  isTaken({ offset, width }: Span): boolean {
    const before = this.#blocks[this.#countBefore(offset + width / 2 - TOLERANCE) - 1];
    return before !== undefined && before.to > offset - width / 2 + TOLERANCE;
  }

  /** A stretch is taken from now on. */
  take({ offset, width }: Span): void {
    let [from, to] = [offset - width / 2, offset + width / 2];
    const end = this.#countBefore(to + ROUNDING);
    let start = end;
    for (let last = this.#blocks[start - 1]; last && last.to >= from - ROUNDING; ) {
      [from, to] = [Math.min(from, last.from), Math.max(to, last.to)];
      start -= 1;
      last = this.#blocks[start - 1];
    }
    this.#blocks.splice(start, end - start, { from, to });
  }

  /**
   * The offset nearest to the wanted one at which an opening fits into the wall between the others, or null.
   * O(log n), and the gaps on the way that are too narrow.
   */
  free(wall: RecordOf<'wall'>, { offset, width }: Span): number | null {
    const wanted = fittingOffset(wall, { offset, width });
    if (wanted === null || !this.isTaken({ offset: wanted, width })) return wanted;
    const found = new Nearest(offset);
    const tryGap = (gap: number): void => {
      for (const place of this.#placesIn(gap, width)) {
        const fitting = fittingOffset(wall, { offset: place, width });
        if (fitting !== null && !this.isTaken({ offset: fitting, width })) found.offer(fitting);
      }
    };
    const at = this.#countBefore(wanted);
    for (let gap = at - 1; gap >= 0 && !found.isFound; gap--) tryGap(gap);
    const isFarther = (block: Block | undefined) => block !== undefined && !found.isNearer(block.to);
    for (let gap = at; gap <= this.#blocks.length && !isFarther(this.#blocks[gap - 1]); gap++) tryGap(gap);
    return found.place;
  }

  /** Where an opening would lie in a gap beside the block on either side; gap n is the one after n blocks. */
  #placesIn(gap: number, width: number): readonly number[] {
    const [before, after] = [this.#blocks[gap - 1], this.#blocks[gap]];
    if (before && after && after.from - before.to < width - 2 * TOLERANCE) return [];
    return [...(before ? [before.to + width / 2] : []), ...(after ? [after.from - width / 2] : [])];
  }

  /** How many blocks begin before a place. */
  #countBefore(place: number): number {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle]?.from ?? place) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The nearest of some places to a wanted one; of two as near as each other the first. */
class Nearest {
  readonly #wanted: number;
  place: number | null = null;

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  get isFound(): boolean {
    return this.place !== null;
  }

  isNearer(place: number): boolean {
    return this.place === null || Math.abs(place - this.#wanted) < Math.abs(this.place - this.#wanted);
  }

  offer(place: number): void {
    if (this.isNearer(place)) this.place = place;
  }
}
