import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';
import { groupedBy } from '../../grouped-by.ts';
import { err, ok, type Result } from '../../result.ts';
import { PlaceTable } from './place-table.ts';
import { type SightPieces, toGrid } from './sight-pieces.ts';

/** Straight edges between places that meet in places alone, and the numbers of the pieces that stand on each. */
export type SightEdges = {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly pieces: readonly (readonly number[])[];
};

/** So many pairs of edges that may meet are looked at, all rounds together, and as many edges made. */
const MOST_PAIRS = 2_000_000;
const MOST_CUTS = 500_000;
const MOST_EDGES = 1_000_000;
/** A piece counts on each edge that it stands on. */
const MOST_STANDING = 4_000_000;
/** Cuts are rounded to the grid, which bends edges by less than a micrometre: mostly nothing new meets after two rounds. */
const MOST_ROUNDS = 20;
/** What rounding to the grid may add to a distance, metres. */
const ROUNDED = 4e-6;
/** An oblique edge is looked for in boxes of so many times the mean length. */
const MEANS_PER_BOX = 4;

/**
 * Pieces cut where they cross, touch and lie on each other.
 *
 * An end that stops short of another piece by no more than `gap` metres reaches it: a short edge is added. O(n log n)
 * in pieces and places where they meet.
 */
export function splitPieces(
  { segments }: SightPieces,
  wanted: readonly number[],
  gap: number,
): Result<SightEdges, 'too-many-crossings'> {
  const split = new Splitting(gap);
  for (const piece of wanted) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = segments.subarray(4 * piece, 4 * piece + 4);
    split.put(split.places.idOf(toGrid(ax), toGrid(ay)), split.places.idOf(toGrid(bx), toGrid(by)), piece);
  }
  for (let round = 0; split.isUnsettled; round++) {
    if (round === MOST_ROUNDS || !split.round(round === 0)) return err('too-many-crossings');
  }
  return ok(split.edges());
}

type Cut = { readonly span: number; readonly at: number };

class Splitting {
  readonly places = new PlaceTable();
  readonly #gap: number;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** Empty where the span was cut into others. */
  readonly #pieces: number[][] = [];
  readonly #spans = new Map<number, number>();
  /** Of which it is not known whether they meet others. */
  #unsettled = new Set<number>();
  #cuts: Cut[] = [];
  #pairs = 0;
  #standing = 0;

  constructor(gap: number) {
    this.#gap = gap;
  }

  get isUnsettled(): boolean {
    return this.#unsettled.size > 0;
  }

  /** Adds a piece between two places; where one stands already it is one more there. */
  put(from: number, to: number, piece: number, isSettled = false): void {
    if (from === to || this.#standing > MOST_STANDING) return;
    this.#standing += 1;
    const key = keyOf(from, to);
    const known = this.#spans.get(key);
    if (known !== undefined) {
      this.#pieces[known]?.push(piece);
      return;
    }
    const span = this.#from.length;
    this.#from.push(from);
    this.#to.push(to);
    this.#pieces.push([piece]);
    this.#spans.set(key, span);
    if (!isSettled) this.#unsettled.add(span);
  }

  /** Looks for what meets, and cuts it; false when that is too much. */
  round(closesGaps: boolean): boolean {
    const unsettled = this.#unsettled;
    this.#unsettled = new Set();
    const boxes = this.#boxes();
    const { tree, spans } = boxes;
    const gap = closesGaps && this.#gap > 0 ? this.#gap + ROUNDED : 0;
    for (const span of unsettled) {
      for (const box of boxes.of(span)) {
        tree.search(box.minX - gap, box.minY - gap, box.maxX + gap, box.maxY + gap, (found) => {
          const other = spans[found] ?? span;
          // Of two that wait the first one asks.
          if (other === span || (unsettled.has(other) && other < span)) return false;
          if (this.#pairs++ < MOST_PAIRS) this.#meet(span, other, gap);
          return false;
        });
        if (this.#pairs > MOST_PAIRS || this.#cuts.length > MOST_CUTS) return false;
      }
    }
    this.#cut();
    return this.#from.length <= MOST_EDGES && this.#standing <= MOST_STANDING;
  }

  edges(): SightEdges {
    const live = [...this.#pieces.keys()].filter((span) => this.#isLive(span));
    return {
      x: this.places.x,
      y: this.places.y,
      from: live.map((span) => this.#from[span] ?? 0),
      to: live.map((span) => this.#to[span] ?? 0),
      // A piece that was bent back on itself stands there once.
      pieces: live.map((span) => [...new Set(this.#pieces[span])]),
    };
  }

  #isLive(span: number): boolean {
    return (this.#pieces[span]?.length ?? 0) > 0;
  }

  #boxes() {
    const { x, y } = this.places;
    const live = [...this.#pieces.keys()].filter((span) => this.#isLive(span));
    const ends = (span: number) => {
      const [from, to] = [this.#from[span] ?? 0, this.#to[span] ?? 0];
      return { ax: x[from] ?? 0, ay: y[from] ?? 0, bx: x[to] ?? 0, by: y[to] ?? 0 };
    };
    const obliqueness = (span: number) => {
      const { ax, ay, bx, by } = ends(span);
      return Math.min(Math.abs(bx - ax), Math.abs(by - ay));
    };
    const mean = live.reduce((sum, span) => sum + obliqueness(span), 0) / Math.max(live.length, 1);
    const of = function* (span: number) {
      const { ax, ay, bx, by } = ends(span);
      const parts = mean > 0 ? Math.max(Math.ceil(obliqueness(span) / (MEANS_PER_BOX * mean)), 1) : 1;
      for (let part = 0; part < parts; part++) {
        const [x0, y0] = [ax + ((bx - ax) * part) / parts, ay + ((by - ay) * part) / parts];
        const isLast = part === parts - 1;
        const x1 = isLast ? bx : ax + ((bx - ax) * (part + 1)) / parts;
        const y1 = isLast ? by : ay + ((by - ay) * (part + 1)) / parts;
        yield {
          minX: Math.min(x0, x1),
          minY: Math.min(y0, y1),
          maxX: Math.max(x0, x1),
          maxY: Math.max(y0, y1),
        };
      }
    };
    const boxes = live.flatMap((span) => [...of(span)].map((box) => ({ span, box })));
    const tree = new Flatbush(Math.max(boxes.length, 1));
    for (const { box } of boxes) tree.add(box.minX, box.minY, box.maxX, box.maxY);
    if (boxes.length === 0) tree.add(0, 0, 0, 0);
    tree.finish();
    return { tree, of, spans: boxes.map(({ span }) => span) };
  }

  #turn(a: number, b: number, c: number): number {
    const { x, y } = this.places;
    return -orient2d(x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0, x[c] ?? 0, y[c] ?? 0);
  }

  /** Notes where two spans have to be cut. */
  #meet(one: number, other: number, gap: number): void {
    const [a, b] = [this.#from[one] ?? 0, this.#to[one] ?? 0];
    const [c, d] = [this.#from[other] ?? 0, this.#to[other] ?? 0];
    const [sideC, sideD] = [this.#turn(a, b, c), this.#turn(a, b, d)];
    const [sideA, sideB] = [this.#turn(c, d, a), this.#turn(c, d, b)];
    if (opposite(sideC, sideD) && opposite(sideA, sideB)) {
      const at = this.#crossing(a, b, sideA / (sideA - sideB));
      this.#noteCut(one, at);
      this.#noteCut(other, at);
      return;
    }
    let meets = a === c || a === d || b === c || b === d;
    const touch = (place: number, side: number, span: number) => {
      if (side !== 0 || !this.#isBeside(place, span)) return;
      meets = true;
      this.#noteCut(span, place);
    };
    touch(c, sideC, one);
    touch(d, sideD, one);
    touch(a, sideA, other);
    touch(b, sideB, other);
    if (meets || gap === 0) return;
    for (const place of [c, d]) this.#reach(place, one, other);
    for (const place of [a, b]) this.#reach(place, other, one);
  }

  /** The place of the grid nearest to a part of the way between two places. */
  #crossing(a: number, b: number, part: number): number {
    const { x, y } = this.places;
    const [ax, ay, bx, by] = [x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0];
    return this.places.idOf(toGrid(ax + (bx - ax) * part), toGrid(ay + (by - ay) * part));
  }

  /** Whether a place on the line of a span is between its ends. */
  #isBeside(place: number, span: number): boolean {
    const along = this.#along(place, span);
    return along >= 0 && along <= 1;
  }

  /** Where a place falls on the line of a span: 0 at its beginning, 1 at its end. */
  #along(place: number, span: number): number {
    const { x, y } = this.places;
    const [a, b] = [this.#from[span] ?? 0, this.#to[span] ?? 0];
    const [ax, ay, bx, by] = [x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0];
    const [dx, dy] = [bx - ax, by - ay];
    return (((x[place] ?? 0) - ax) * dx + ((y[place] ?? 0) - ay) * dy) / (dx * dx + dy * dy);
  }

  #noteCut(span: number, at: number): void {
    if (at !== this.#from[span] && at !== this.#to[span]) this.#cuts.push({ span, at });
  }

  /** Leads an end on to a span that it all but reaches. */
  #reach(place: number, span: number, owner: number): void {
    const { x, y } = this.places;
    const along = Math.min(Math.max(this.#along(place, span), 0), 1);
    const at = this.#crossing(this.#from[span] ?? 0, this.#to[span] ?? 0, along);
    const distance = Math.hypot((x[at] ?? 0) - (x[place] ?? 0), (y[at] ?? 0) - (y[place] ?? 0));
    if (distance > this.#gap + ROUNDED || at === place) return;
    this.#noteCut(span, at);
    for (const piece of [...(this.#pieces[owner] ?? [])]) this.put(place, at, piece);
  }

  #cut(): void {
    const bySpan = groupedBy(this.#cuts, ({ span }) => span);
    this.#cuts = [];
    for (const [span, cuts] of bySpan) {
      const [from, to] = [this.#from[span] ?? 0, this.#to[span] ?? 0];
      const places = [...new Set(cuts.map(({ at }) => at))]
        .map((at) => ({ at, along: this.#along(at, span) }))
        .sort((first, second) => first.along - second.along);
      const isStraight = places.every(({ at }) => this.#turn(from, to, at) === 0);
      const pieces = this.#pieces[span] ?? [];
      this.#pieces[span] = [];
      this.#unsettled.delete(span);
      this.#spans.delete(keyOf(from, to));
      let before = from;
      for (const at of [...places.map((each) => each.at), to]) {
        for (const piece of pieces) this.put(before, at, piece, isStraight);
        before = at;
      }
    }
  }
}

const keyOf = (from: number, to: number): number => Math.min(from, to) * 2 ** 26 + Math.max(from, to);

const opposite = (one: number, other: number): boolean => (one > 0 && other < 0) || (one < 0 && other > 0);
