import type { Point } from '../../geometry/point.ts';
import { boxOfRings } from '../coverage/ring-clipping.ts';
import type { Rings } from '../sight/rings.ts';

/** So many points of a zone are looked at to choose between places. */
const WANTED = 1200;
/** Cells of the grid around a zone, of which most may lie outside of it. */
const MOST_CELLS = 2_000_000;

/**
 * Points of a zone by which places are compared: the middles of the cells of a grid, each for the area of its cell, and
 * witnesses that stand for what no cell is small enough for.
 */
export class ZoneSamples {
  readonly spacing: number;
  readonly x: number[] = [];
  readonly y: number[] = [];
  /** m² that each stands for. */
  readonly weights: number[] = [];
  readonly #left: number;
  readonly #bottom: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Of each cell its sample; −1 for none. */
  readonly #cells: Int32Array;
  #onGrid = 0;

  /**
   * @param area m² of the zone, more than 0
   * @param wanted so many points are aimed at
   */
  constructor(zone: Rings, area: number, wanted = WANTED) {
    const { minX, minY, maxX, maxY } = boxOfRings(zone);
    const [width, depth] = [maxX - minX, maxY - minY];
    this.spacing = Math.max(Math.sqrt(area / wanted), Math.sqrt((width * depth) / MOST_CELLS));
    this.#columns = Math.max(Math.ceil(width / this.spacing), 1);
    this.#rows = Math.max(Math.ceil(depth / this.spacing), 1);
    this.#left = minX;
    this.#bottom = minY;
    this.#cells = new Int32Array(this.#columns * this.#rows).fill(-1);
    this.#eachCellIn(zone, (cell) => {
      this.#cells[cell] = this.x.length;
      this.x.push(this.#left + ((cell % this.#columns) + 0.5) * this.spacing);
      this.y.push(this.#bottom + (Math.floor(cell / this.#columns) + 0.5) * this.spacing);
    });
    this.#onGrid = this.x.length;
    for (let index = 0; index < this.#onGrid; index++) this.weights.push(area / this.#onGrid);
  }

  get count(): number {
    return this.x.length;
  }

  /** Adds a point that is no middle of a cell. */
  addWitness({ x, y }: Point, weight: number): void {
    this.x.push(x);
    this.y.push(y);
    this.weights.push(weight);
  }

  /** Calls back with each sample within rings, holes taken off, in no particular order. */
  eachIn(rings: Rings, found: (sample: number) => void): void {
    this.#eachCellIn(rings, (cell) => {
      const sample = this.#cells[cell] ?? -1;
      if (sample >= 0) found(sample);
    });
    for (let witness = this.#onGrid; witness < this.count; witness++)
      if (isWithin(rings, this.x[witness] ?? 0, this.y[witness] ?? 0)) found(witness);
  }

  /** The samples of the cells beside that of a sample; a witness has none. */
  neighbours(sample: number): readonly number[] {
    if (sample >= this.#onGrid) return [];
    const column = Math.floor(((this.x[sample] ?? 0) - this.#left) / this.spacing);
    const row = Math.floor(((this.y[sample] ?? 0) - this.#bottom) / this.spacing);
    const beside = [
      [column - 1, row],
      [column + 1, row],
      [column, row - 1],
      [column, row + 1],
    ] as const;
    return beside.flatMap(([x, y]) => {
      if (x < 0 || y < 0 || x >= this.#columns || y >= this.#rows) return [];
      const found = this.#cells[y * this.#columns + x] ?? -1;
      return found < 0 ? [] : [found];
    });
  }

  /** Even and odd crossings along the middle line of each row of cells. */
  #eachCellIn(rings: Rings, found: (cell: number) => void): void {
    const crossings: number[][] = Array.from({ length: this.#rows }, () => []);
    eachEdge(rings, (ax, ay, bx, by) => {
      if (ay === by) return;
      const [low, high] = ay < by ? [ay, by] : [by, ay];
      const first = Math.max(Math.ceil((low - this.#bottom) / this.spacing - 0.5), 0);
      const last = Math.min(Math.ceil((high - this.#bottom) / this.spacing - 0.5), this.#rows) - 1;
      for (let row = first; row <= last; row++) {
        const y = this.#bottom + (row + 0.5) * this.spacing;
        crossings[row]?.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
      }
    });
    for (const [row, along] of crossings.entries()) {
      along.sort((one, other) => one - other);
      for (let index = 0; index + 1 < along.length; index += 2) {
        const from = this.#columnFrom(along[index] ?? 0);
        const to = this.#columnFrom(along[index + 1] ?? 0);
        for (let column = from; column < to; column++) found(row * this.#columns + column);
      }
    }
  }

  /** The first column whose middle is not left of a place. */
  #columnFrom(x: number): number {
    const column = Math.ceil((x - this.#left) / this.spacing - 0.5);
    return Math.min(Math.max(column, 0), this.#columns);
  }
}

/** Whether a place is within rings, holes taken off: even and odd crossings. */
export function isWithin(rings: Rings, x: number, y: number): boolean {
  let inside = false;
  eachEdge(rings, (ax, ay, bx, by) => {
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  });
  return inside;
}

/** m² within rings, holes taken off. */
export function areaOfRings(rings: Rings): number {
  const [originX = 0, originY = 0] = rings.coordinates;
  let twice = 0;
  eachEdge(rings, (ax, ay, bx, by) => {
    twice += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  });
  return Math.abs(twice) / 2;
}

function eachEdge(
  { coordinates, ends }: Rings,
  look: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  let at = 0;
  for (const end of ends) {
    let [ax, ay] = [coordinates[end - 2] ?? 0, coordinates[end - 1] ?? 0];
    for (; at < end; at += 2) {
      const [bx, by] = [coordinates[at] ?? 0, coordinates[at + 1] ?? 0];
      look(ax, ay, bx, by);
      ax = bx;
      ay = by;
    }
  }
}
