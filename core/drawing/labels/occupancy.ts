import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { Rectangle } from '../sheet/furniture.ts';

const CELL_MM = 0.6;
const TAKEN = 255;

/** What of a part of a page is taken already, in small squares: by labels and symbols, or crossed by lines. */
export class Occupancy {
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;
  readonly #outside: 'taken' | 'free';

  constructor({ left, top, width, height }: Rectangle, outside: 'taken' | 'free' = 'taken') {
    this.#outside = outside;
    this.#left = left;
    this.#top = top;
    this.#columns = Math.max(Math.floor(width / CELL_MM), 1);
    this.#rows = Math.max(Math.floor(height / CELL_MM), 1);
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

  /** Marks the squares that the lines between points cross. */
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
      from: Math.floor((minX - this.#left) / CELL_MM),
      to: Math.floor((maxX - this.#left) / CELL_MM),
      first: Math.floor((minY - this.#top) / CELL_MM),
      last: Math.floor((maxY - this.#top) / CELL_MM),
    };
  }

  #crossLine(from: Point, to: Point, weight: number): void {
    this.#walk(from, to, (cell) => {
      if ((this.#cells[cell] ?? 0) < weight) this.#cells[cell] = weight;
    });
  }

  /** Visits the squares of a line, each about once. */
  #walk(from: Point, to: Point, visit: (cell: number) => void): void {
    // Lines that leave the page by far have nothing to add; their part on it is short at most.
    const steps = Math.min(Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CELL_MM), 4000);
    for (let step = 0; step <= steps; step++) {
      const share = steps === 0 ? 0 : step / steps;
      const column = Math.floor((from.x + (to.x - from.x) * share - this.#left) / CELL_MM);
      const row = Math.floor((from.y + (to.y - from.y) * share - this.#top) / CELL_MM);
      if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) continue;
      visit(row * this.#columns + column);
    }
  }
}
