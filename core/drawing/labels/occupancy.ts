import type { Box } from '../../geometry/box.ts';
import { lerp, type Point } from '../../geometry/point.ts';
import type { Rectangle } from '../sheet/furniture.ts';

/** The side of a square where the page is no larger than a sheet. */
export const CELL_MM = 0.6;
const TAKEN = 255;
/** Squares of a line that are followed as it is; of a longer one the part on the area. */
const LONGEST_WALK = 4000;
/** Squares that all lines together are followed through: a page is crossed by lines everywhere long before. */
const MOST_CROSSED = 2_000_000;

export type Squares = {
  /** Beyond the area there is no room, or there is no end of it. */
  readonly outside?: 'taken' | 'free';
  /** Side of a square, page millimetres: the memory that is needed goes by it and by the size of the area. */
  readonly cellMm?: number;
};

/** What of a part of a page is taken already, in small squares: by labels and symbols, or crossed by lines. */
export class Occupancy {
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;
  readonly #outside: 'taken' | 'free';
  readonly #cellMm: number;
  #crossed = 0;

  constructor(
    { left, top, width, height }: Rectangle,
    { outside = 'taken', cellMm = CELL_MM }: Squares = {},
  ) {
    this.#outside = outside;
    this.#cellMm = cellMm;
    this.#left = left;
    this.#top = top;
    this.#columns = Math.max(Math.floor(width / cellMm), 1);
    this.#rows = Math.max(Math.floor(height / cellMm), 1);
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  /** Takes a box, page millimetres. */
  take(box: Box): void {
    const { from, to, first, last } = this.#span(box);
    for (let row = Math.max(first, 0); row <= Math.min(last, this.#rows - 1); row++) {
      const start = row * this.#columns;
      const [begin, end] = [Math.max(from, 0), Math.min(to, this.#columns - 1)];
      if (begin <= end) this.#cells.fill(TAKEN, start + begin, start + end + 1);
    }
  }

  /** Marks the squares that the lines between points cross; after two million of them no more. */
  cross(points: readonly Point[], weight: number): void {
    points.slice(1).forEach((point, index) => {
      this.#crossLine(points[index] ?? point, point, weight);
    });
  }

  /** How much a box would cover: the weights of the lines in it; infinite where it is taken. */
  cost(box: Box): number {
    const { from, to, first, last } = this.#span(box);
    const isInside = from >= 0 && first >= 0 && to < this.#columns && last < this.#rows;
    if (!isInside && this.#outside === 'taken') return Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let row = Math.max(first, 0); row <= Math.min(last, this.#rows - 1); row++) {
      for (let column = Math.max(from, 0); column <= Math.min(to, this.#columns - 1); column++) {
        const cell = this.#cells[row * this.#columns + column] ?? 0;
        if (cell === TAKEN) return Number.POSITIVE_INFINITY;
        sum += cell;
      }
    }
    return sum;
  }

  /** How many taken squares a straight line runs over. */
  takenAlong(from: Point, to: Point): number {
    let taken = 0;
    this.#walk(from, to, (cell) => {
      if (this.#cells[cell] === TAKEN) taken++;
    });
    return taken;
  }

  #span({ minX, minY, maxX, maxY }: Box) {
    return {
      from: Math.floor((minX - this.#left) / this.#cellMm),
      to: Math.floor((maxX - this.#left) / this.#cellMm),
      first: Math.floor((minY - this.#top) / this.#cellMm),
      last: Math.floor((maxY - this.#top) / this.#cellMm),
    };
  }

  #crossLine(from: Point, to: Point, weight: number): void {
    if (this.#crossed > MOST_CROSSED) return;
    this.#walk(from, to, (cell) => {
      this.#crossed++;
      if ((this.#cells[cell] ?? 0) < weight) this.#cells[cell] = weight;
    });
  }

  /** Visits the squares of a line, each about once. */
  #walk(line: Point, end: Point, visit: (cell: number) => void): void {
    // Of a line that leaves the area by far the part on it alone: its steps would be farther apart than squares.
    const isLong = Math.hypot(end.x - line.x, end.y - line.y) > LONGEST_WALK * this.#cellMm;
    const part = isLong ? this.#clipped(line, end) : ([line, end] as const);
    if (!part) return;
    const [from, to] = part;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / this.#cellMm);
    for (let step = 0; step <= steps; step++) {
      const share = steps === 0 ? 0 : step / steps;
      const column = Math.floor((from.x + (to.x - from.x) * share - this.#left) / this.#cellMm);
      const row = Math.floor((from.y + (to.y - from.y) * share - this.#top) / this.#cellMm);
      if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) continue;
      visit(row * this.#columns + column);
    }
  }

  /** The part of a line that lies on the area; null where none does. */
  #clipped(from: Point, to: Point): readonly [Point, Point] | null {
    const [right, bottom] = [this.#columns * this.#cellMm, this.#rows * this.#cellMm];
    let [begin, end] = [0, 1];
    for (const [start, along, most] of [
      [from.x - this.#left, to.x - from.x, right],
      [from.y - this.#top, to.y - from.y, bottom],
    ] as const) {
      if (along === 0 && (start < 0 || start > most)) return null;
      if (along === 0) continue;
      const [one, other] = [-start / along, (most - start) / along];
      begin = Math.max(begin, Math.min(one, other));
      end = Math.min(end, Math.max(one, other));
    }
    return begin <= end ? [lerp(from, to, begin), lerp(from, to, end)] : null;
  }
}
