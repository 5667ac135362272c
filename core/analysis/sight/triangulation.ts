import { incircle, orient2d } from 'robust-predicates';
import { locate, nextOf, previousOf, type Triangles } from './locate.ts';
import { FARTHEST } from './sight-pieces.ts';

/** Half the side of the square around everything, metres. */
const FRAME = 2 * FARTHEST;

/** Of an edge that is added: far more rounds of flips than there are ever. */
const MOST_ROUNDS = 100_000;

/** Between two places; `isStuck` where the last round flipped nothing. */
type Way = { readonly start: number; readonly end: number; readonly isStuck: boolean };

type Tables = Triangles & {
  /** Of each half-edge: the number of the constraint that it is; −1 for none. */
  readonly edges: Int32Array;
};

/**
 * Constrained Delaunay triangulation of places within a square frame, made by adding one edge after another.
 *
 * Half-edge `3 t + i` of triangle `t` leads from corner `i` to the next one, anticlockwise; `twins` has the same
 * edge of the neighbour (−1 at the frame), `edges` the number of the constraint that it is (−1 for none). The four
 * corners of the frame come after all places. Exact: no place is left out, however close to another one.
 */
export class Triangulation {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly corners: Int32Array;
  readonly twins: Int32Array;
  readonly edges: Int32Array;
  /** A half-edge that begins at each vertex; −1 for what was not added. */
  readonly from: Int32Array;
  #triangles = 2;
  #last = 0;
  #chance = 1;
  readonly #waiting: number[] = [];

  constructor(x: ArrayLike<number>, y: ArrayLike<number>) {
    const count = x.length;
    this.x = new Float64Array(count + 4);
    this.y = new Float64Array(count + 4);
    this.x.set(x);
    this.y.set(y);
    this.x.set([-FRAME, FRAME, FRAME, -FRAME], count);
    this.y.set([-FRAME, -FRAME, FRAME, FRAME], count);
    const halfEdges = 3 * (2 * count + 2);
    this.corners = new Int32Array(halfEdges);
    this.twins = new Int32Array(halfEdges).fill(-1);
    this.edges = new Int32Array(halfEdges).fill(-1);
    this.from = new Int32Array(count + 4).fill(-1);
    this.#set(0, count, count + 1, count + 2);
    this.#set(1, count, count + 2, count + 3);
    this.#link(2, 3, -1);
  }

  /** What there is so far. */
  tables(): Tables {
    const halfEdges = 3 * this.#triangles;
    return {
      x: this.x,
      y: this.y,
      corners: this.corners.slice(0, halfEdges),
      twins: this.twins.slice(0, halfEdges),
      edges: this.edges.slice(0, halfEdges),
    };
  }

  /** Positive where `c` lies left of the way from `a` to `b`. */
  turn(a: number, b: number, c: number): number {
    const { x, y } = this;
    return -orient2d(x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0, x[c] ?? 0, y[c] ?? 0);
  }

  /** Adds an edge of a number between two places; none of the added ones may cross it, nor a place lie on it. */
  constrain(start: number, end: number, number: number): void {
    this.#add(start);
    this.#add(end);
    let isStuck = false;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const first = this.#wayTo(start, end);
      if (this.#corner(nextOf(first)) === end) {
        this.edges[first] = number;
        this.edges[this.#twin(first)] = number;
        this.#restore();
        return;
      }
      isStuck = !this.#clearWay(nextOf(first), { start, end, isStuck });
    }
    throw new Error('Edges of the triangulation cross.');
  }

  #add(vertex: number): void {
    if ((this.from[vertex] ?? 0) >= 0) return;
    const triangle = locate(this, this.#last, this.x[vertex] ?? 0, this.y[vertex] ?? 0);
    this.#last = triangle;
    const within = [0, 1, 2].map((corner) => 3 * triangle + corner);
    const on = within.find((edge) => this.#turnOf(edge, vertex) === 0);
    if (on === undefined) this.#addWithin(triangle, vertex);
    else this.#addOn(on, vertex);
    this.#restore();
  }

  #turnOf(edge: number, vertex: number): number {
    return this.turn(this.corners[edge] ?? 0, this.corners[nextOf(edge)] ?? 0, vertex);
  }

  #set(triangle: number, a: number, b: number, c: number): void {
    const edge = 3 * triangle;
    this.corners[edge] = a;
    this.corners[edge + 1] = b;
    this.corners[edge + 2] = c;
    this.from[a] = edge;
    this.from[b] = edge + 1;
    this.from[c] = edge + 2;
  }

  #link(one: number, other: number, number: number): void {
    this.twins[one] = other;
    this.edges[one] = number;
    if (other < 0) return;
    this.twins[other] = one;
    this.edges[other] = number;
  }

  /** Three triangles for the one that the vertex lies in. */
  #addWithin(triangle: number, vertex: number): void {
    const edge = 3 * triangle;
    const [a = 0, b = 0, c = 0] = this.corners.subarray(edge, edge + 3);
    const [, twinB = -1, twinC = -1] = this.twins.subarray(edge, edge + 3);
    const [, edgeB = -1, edgeC = -1] = this.edges.subarray(edge, edge + 3);
    const second = 3 * this.#triangles;
    const third = second + 3;
    this.#triangles += 2;
    this.#set(triangle, a, b, vertex);
    this.#set(second / 3, b, c, vertex);
    this.#set(third / 3, c, a, vertex);
    this.#link(second, twinB, edgeB);
    this.#link(third, twinC, edgeC);
    this.#link(edge + 1, second + 2, -1);
    this.#link(second + 1, third + 2, -1);
    this.#link(third + 1, edge + 2, -1);
    this.#waiting.push(edge, second, third);
  }

  /*       c             Four triangles for the two beside the edge, which is no constraint: these are
   *     / | \           split at all places that lie on them.
   *   a - v - b
   *     \ | /
   *       d             */
  #addOn(edge: number, vertex: number): void {
    const twin = this.twins[edge] ?? 0;
    const [toC, toA, toD, toB] = [nextOf(edge), previousOf(edge), nextOf(twin), previousOf(twin)];
    const [a = 0, b = 0] = [this.corners[edge], this.corners[twin]];
    const [c = 0, d = 0] = [this.corners[toA], this.corners[toB]];
    const outer = [toA, toC, toB, toD].map((each) => [this.twins[each] ?? -1, this.edges[each] ?? -1]);
    const first = Math.trunc(edge / 3);
    const third = Math.trunc(twin / 3);
    const second = this.#triangles;
    const fourth = second + 1;
    this.#triangles += 2;
    const around = [first, second, third, fourth];
    this.#set(first, c, a, vertex);
    this.#set(second, b, c, vertex);
    this.#set(third, d, b, vertex);
    this.#set(fourth, a, d, vertex);
    for (const [index, triangle] of around.entries()) {
      const [neighbour = -1, number = -1] = outer[index] ?? [];
      this.#link(3 * triangle, neighbour, number);
      this.#waiting.push(3 * triangle);
    }
    this.#link(3 * first + 2, 3 * second + 1, -1);
    this.#link(3 * second + 2, 3 * third + 1, -1);
    this.#link(3 * third + 2, 3 * fourth + 1, -1);
    this.#link(3 * fourth + 2, 3 * first + 1, -1);
  }

  /*  The diagonal a b of c a d b becomes c d. What was at `previousOf(twin)` is at `edge` then,
   *  what was at `previousOf(edge)` at its twin.  */
  #flip(edge: number): void {
    const { corners, twins, edges, from } = this;
    const twin = twins[edge] ?? 0;
    const back = previousOf(edge);
    const twinBack = previousOf(twin);
    const c = corners[back] ?? 0;
    const d = corners[twinBack] ?? 0;
    from[corners[edge] ?? 0] = nextOf(twin);
    from[corners[twin] ?? 0] = nextOf(edge);
    corners[edge] = d;
    corners[twin] = c;
    from[c] = back;
    from[d] = twinBack;
    const [outer, outerNumber] = [twins[twinBack] ?? -1, edges[twinBack] ?? -1];
    this.#link(twin, twins[back] ?? -1, edges[back] ?? -1);
    this.#link(edge, outer, outerNumber);
    this.#link(back, twinBack, -1);
  }

  /** Flips what is not Delaunay among the edges that wait, and then around what was flipped. */
  #restore(): void {
    for (let edge = this.#waiting.pop(); edge !== undefined; edge = this.#waiting.pop()) {
      const twin = this.#twin(edge);
      if (twin < 0 || (this.edges[edge] ?? 0) >= 0 || !this.#isCloser(edge, twin)) continue;
      this.#flip(edge);
      this.#waiting.push(edge, nextOf(edge), twin, nextOf(twin));
    }
  }

  #corner(edge: number): number {
    return this.corners[edge] ?? 0;
  }

  #twin(edge: number): number {
    return this.twins[edge] ?? -1;
  }

  /** Whether the corner beyond an edge lies within the circle through the corners of its triangle. */
  #isCloser(edge: number, twin: number): boolean {
    const { x, y } = this;
    const a = this.#corner(edge);
    const b = this.#corner(twin);
    const c = this.#corner(previousOf(edge));
    const beyond = this.#corner(previousOf(twin));
    const turn = incircle(
      ...([x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0] as const),
      ...([x[c] ?? 0, y[c] ?? 0, x[beyond] ?? 0, y[beyond] ?? 0] as const),
    );
    return turn > 0;
  }

  /** The half-edge from a place that leads to another one, or that begins the triangle through which the way goes. */
  #wayTo(start: number, end: number): number {
    const { corners, twins } = this;
    const first = this.from[start] ?? 0;
    let edge = first;
    do {
      const right = corners[nextOf(edge)] ?? 0;
      const left = corners[previousOf(edge)] ?? 0;
      if (right === end) return edge;
      if (left !== end && this.turn(start, right, end) > 0 && this.turn(start, end, left) > 0) return edge;
      edge = twins[previousOf(edge)] ?? 0;
    } while (edge !== first);
    throw new Error('A place of the triangulation has no way to another one.');
  }

  /*  Goes along the edges that cross the way, from its right side a to its left side b, and flips those that
   *  can be: of a convex quadrilateral, with the other diagonal not across the way. Where places lie on one line
   *  there may be none (else there is, S. Hanke, T. Ottmann, S. Schuierer, "The edge-flipping distance of
   *  triangulations", 1996): then others are flipped too, by chance, until there is. Whether any was.  */
  #clearWay(first: number, { start, end, isStuck }: Way): boolean {
    let isCleared = false;
    for (let edge = first; ; ) {
      const twin = this.#twin(edge);
      const beyond = this.#corner(previousOf(twin));
      const side = beyond === end ? 0 : this.turn(start, end, beyond);
      const sideBehind = this.turn(start, end, this.#corner(previousOf(edge)));
      const isWanted = side * sideBehind >= 0 || (isStuck && this.#isTaken());
      const isFlipped = isWanted && this.#isConvex(edge, twin);
      if (isFlipped) {
        this.#flip(edge);
        this.#waiting.push(previousOf(edge));
        isCleared = true;
      }
      if (beyond === end) return isCleared;
      const onRight = isFlipped ? edge : previousOf(twin);
      edge = side > 0 ? nextOf(twin) : onRight;
    }
  }

  /** Heads or tails, the same for the same pieces. */
  #isTaken(): boolean {
    this.#chance = (Math.imul(this.#chance, 1_103_515_245) + 12_345) >>> 0;
    return this.#chance >>> 31 === 1;
  }

  /** Whether the two triangles beside an edge are one convex shape. */
  #isConvex(edge: number, twin: number): boolean {
    const [a, b] = [this.#corner(edge), this.#corner(twin)];
    const [c, d] = [this.#corner(previousOf(edge)), this.#corner(previousOf(twin))];
    return this.turn(c, a, d) > 0 && this.turn(d, b, c) > 0;
  }
}
