import type { Point } from '../../geometry/point.ts';
import type { RangeOutline } from './range-outline.ts';
import { type Cell, isSamePlace, type Ray, type Wedge } from './wedges.ts';

/** Rings as two lists of numbers: outer ones anticlockwise, holes clockwise, none closed by repeating a place. */
export type Rings = {
  /** `x, y` of each corner, plan metres, ring after ring. */
  readonly coordinates: Float64Array;
  /** Of each ring: how many numbers come before its end. */
  readonly ends: Uint32Array;
};

/** What is smaller than this is what arithmetic leaves over, m². */
const NO_AREA = 1e-9;

type Around = { readonly eye: Point; readonly isRound: boolean; readonly range: RangeOutline | null };

/**
 * The outlines of cells of one share of detail, and their area in m².
 *
 * Cells of wedges beside each other hang together where they lie on the same ray. The ends of their near and far lines on
 * that ray, in order, pair up: between the first and the second only one side has a cell, and so there is a boundary
 * along the ray, or none where both are in one place. So rings are right however numbers were rounded.
 *
 * @param around whether the last wedge is beside the first one, and the range that arcs are part of
 */
export function ringsOf(
  wedges: readonly Wedge[],
  percent: number,
  { eye, isRound, range }: Around,
): { readonly rings: Rings; readonly area: number } {
  const outlines = new Outlines(wedges, percent);
  const last = wedges.length - 1;
  for (let index = isRound ? 0 : 1; index <= last; index++)
    outlines.join(index === 0 ? last : index - 1, index);
  if (!isRound && last >= 0) {
    outlines.join(-1, 0);
    outlines.join(last, -1);
  }
  const { coordinates, ends, area } = outlines.rings(range);
  const placed = new Float64Array(coordinates.length);
  // A loop: `Float64Array.from` with a function takes longer than all the rest.
  for (let at = 0; at < placed.length; at += 2) {
    placed[at] = (coordinates[at] ?? 0) + eye.x;
    placed[at + 1] = (coordinates[at + 1] ?? 0) + eye.y;
  }
  return { rings: { coordinates: placed, ends: Uint32Array.from(ends) }, area };
}

/**
 * Cells of one share with the way around each: along its far line from right to left, and back along its near line. Of
 * cell `n` these are the ways `2 n` and `2 n + 1`.
 */
class Outlines {
  readonly #cells: Cell[] = [];
  readonly #wedges: Wedge[] = [];
  /** Of each wedge, and one more: where its cells begin. */
  readonly #starts: number[] = [];
  /** The way that goes on where another one arrives. */
  readonly #next: Int32Array;

  constructor(wedges: readonly Wedge[], percent: number) {
    for (const wedge of wedges) {
      this.#starts.push(this.#cells.length);
      for (const cell of wedge.cells) {
        if (cell.percent !== percent) continue;
        this.#cells.push(cell);
        this.#wedges.push(wedge);
      }
    }
    this.#starts.push(this.#cells.length);
    this.#next = new Int32Array(2 * this.#cells.length).fill(-1);
  }

  /** Joins the cells of the wedge right of a ray to those of the wedge left of it; −1 for none. */
  join(right: number, left: number): void {
    let [one, oneEnd] = this.#linesOf(right);
    let [other, otherEnd] = this.#linesOf(left);
    // Merged, not sorted: what counts is that either side keeps its order, where numbers are the same but for rounding.
    let waiting = -1;
    let waits = false;
    while (one < oneEnd || other < otherEnd) {
      const isRight = other >= otherEnd || (one < oneEnd && this.#atLeft(one) >= this.#atRight(other));
      // Lines in the order of the ray are near and far in turn: the ways that leave and arrive on its right, and the
      // other way round on its left.
      const line = isRight ? one++ : other++;
      const way = line ^ 1;
      const arrives = isRight === (way % 2 === 0);
      if (waiting < 0) {
        waiting = way;
        waits = arrives;
      } else {
        if (waits) this.#next[waiting] = way;
        else this.#next[way] = waiting;
        waiting = -1;
      }
    }
  }

  /** Lines of a wedge's cells in the order of the ray: `2 n` is the near line of cell `n`, `2 n + 1` its far one. */
  #linesOf(wedge: number): [number, number] {
    return wedge < 0 ? [0, 0] : [2 * (this.#starts[wedge] ?? 0), 2 * (this.#starts[wedge + 1] ?? 0)];
  }

  #lineOf(line: number) {
    const cell = this.#cells[line >> 1];
    return line % 2 === 0 ? cell?.near : cell?.far;
  }

  #atLeft(line: number): number {
    return this.#lineOf(line)?.left ?? 0;
  }

  #atRight(line: number): number {
    return this.#lineOf(line)?.right ?? 0;
  }

  rings(range: RangeOutline | null): { coordinates: number[]; ends: number[]; area: number } {
    const coordinates: number[] = [];
    const ends: number[] = [];
    let area = 0;
    const isDone = new Uint8Array(this.#next.length);
    for (let first = 0; first < isDone.length; first++) {
      const begin = coordinates.length;
      for (let way = first; isDone[way] === 0; way = this.#next[way] ?? first) {
        isDone[way] = 1;
        this.#goAlong(way, range, coordinates);
        this.#goOn(way, coordinates);
      }
      dropRepeated(coordinates, begin);
      const inside = areaOf(coordinates, begin);
      if (Math.abs(inside) < NO_AREA) coordinates.length = begin;
      if (coordinates.length === begin) continue;
      area += inside;
      ends.push(coordinates.length);
    }
    return { coordinates, ends, area };
  }

  /** Corners of the range on a way. */
  #goAlong(way: number, range: RangeOutline | null, coordinates: number[]): void {
    const arc = way % 2 === 0 ? this.#cells[way >> 1]?.arc : null;
    if (!arc || !range) return;
    for (let corner = arc.first; corner <= arc.last; corner++)
      coordinates.push(range.outer * range.cornerX(corner), range.outer * range.cornerY(corner));
  }

  /** Corners between where a way arrives and where the next one begins, on the same ray. */
  #goOn(way: number, coordinates: number[]): void {
    const next = this.#next[way] ?? 0;
    const isFar = way % 2 === 0;
    const wedge = this.#wedges[way >> 1];
    const ray: Ray | undefined = isFar ? wedge?.left : wedge?.right;
    const arrived = this.#lineOf(way ^ 1);
    const leaving = this.#lineOf(next ^ 1);
    if (!ray || !arrived || !leaving) return;
    const at = isFar ? arrived.left : arrived.right;
    const on = next % 2 === 0 ? leaving.right : leaving.left;
    const isThere = isSamePlace(at, on);
    if (!isThere) coordinates.push(ray.x / at, ray.y / at);
    const line = (isFar ? this.#cells[way >> 1]?.arc?.line : null) ?? arrived.line;
    // Where a line goes on beyond the ray there is no corner.
    if (!isThere || line !== leaving.line) coordinates.push(ray.x / on, ray.y / on);
  }
}

/** Takes out what repeats the corner before it in the last ring: at the eye both sides of a sector end. */
function dropRepeated(coordinates: number[], begin: number): void {
  let [x, y] = [coordinates.at(-2), coordinates.at(-1)];
  let kept = begin;
  for (let at = begin; at < coordinates.length; at += 2) {
    const [nextX, nextY] = [coordinates[at] ?? 0, coordinates[at + 1] ?? 0];
    if (nextX === x && nextY === y) continue;
    [x, y] = [nextX, nextY];
    coordinates[kept++] = x;
    coordinates[kept++] = y;
  }
  coordinates.length = kept;
}

/** m² inside the last ring of a list of coordinates, which are given from a place near it. */
function areaOf(coordinates: readonly number[], begin: number): number {
  let twice = 0;
  let x = coordinates.at(-2) ?? 0;
  let y = coordinates.at(-1) ?? 0;
  for (let at = begin; at < coordinates.length; at += 2) {
    const nextX = coordinates[at] ?? 0;
    const nextY = coordinates[at + 1] ?? 0;
    twice += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return twice / 2;
}
