/** How far the outline may be from the circle, metres. */
const TOLERANCE = 0.001;
const FEWEST = 16;
const MOST = 4096;
/** A circle around the eye as a regular polygon of the same area, by its sides. */
export class RangeOutline {
  readonly count: number;
  /** From the eye to a side, and to a corner, metres. */
  readonly inner: number;
  readonly outer: number;
  readonly #table: Float64Array;

  constructor(range: number) {
    // The polygon's sides are off by less than those of one with its corners on the circle.
    const half = Math.acos(Math.max(1 - TOLERANCE / range, -1));
    this.count = Math.min(Math.max(Math.ceil(Math.PI / half), FEWEST), MOST);
    const angle = (2 * Math.PI) / this.count;
    this.outer = range * Math.sqrt(angle / Math.sin(angle));
    this.inner = this.outer * Math.cos(angle / 2);
    this.#table = directionsOf(this.count);
  }

  /** The direction of a corner, of length 1; side `n` is from corner `n` to the next one. */
  cornerX(number: number): number {
    return this.#table[4 * this.numberOf(number)] ?? 0;
  }

  cornerY(number: number): number {
    return this.#table[4 * this.numberOf(number) + 1] ?? 0;
  }

  /** A side or corner by its least number. */
  numberOf(number: number): number {
    const rest = number % this.count;
    return rest < 0 ? rest + this.count : rest;
  }

  /** One over how far a side is along a direction, in lengths of that. */
  along(side: number, x: number, y: number): number {
    const at = 4 * this.numberOf(side) + 2;
    return (x * (this.#table[at] ?? 0) + y * (this.#table[at + 1] ?? 0)) / this.inner;
  }

  /** The side that a direction meets, radians. */
  sideAt(angle: number): number {
    return Math.floor((angle * this.count) / (2 * Math.PI));
  }
}

/** What was computed last: views of one plan mostly have a range in common. */
let known = new Float64Array(0);

/** Directions of each corner, and of the middle of the side that begins there: `x, y, x, y`. */
function directionsOf(count: number): Float64Array {
  if (known.length === 4 * count) return known;
  known = new Float64Array(4 * count);
  for (let half = 0; half < 2 * count; half++) {
    known[2 * half] = Math.cos((half * Math.PI) / count);
    known[2 * half + 1] = Math.sin((half * Math.PI) / count);
  }
  return known;
}
