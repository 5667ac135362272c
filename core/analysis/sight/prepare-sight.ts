import { err, ok, type Result } from '../../result.ts';
import { countedPieces, LEAST_SHARE, type SightPieces, type SightRefusal } from './sight-pieces.ts';
import { type SightEdges, splitPieces } from './split-pieces.ts';
import { Triangulation } from './triangulation.ts';

/**
 * Pieces cut where they meet, and a constrained triangulation of them in a frame far outside of everything. Flat, so
 * that a worker can be handed it.
 */
export type PreparedSight = {
  /** Corners of triangles, metres; the last four are those of the frame. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of each half-edge, three a triangle, anticlockwise: where it begins. */
  readonly corners: Int32Array;
  /** Of each half-edge: the same edge of the neighbour; −1 at the frame. */
  readonly twins: Int32Array;
  /** Of each half-edge: the number of the edge that pieces stand on; −1 for none. */
  readonly edges: Int32Array;
  /** Of each edge, and one more: where its pieces begin in `pieces`. */
  readonly starts: Int32Array;
  /** Numbers of pieces as they were given. */
  readonly pieces: Int32Array;
  /** `low, high` of each piece as given, metres. */
  readonly heights: Float64Array;
  /** Of each piece as given; 0 for what leaves too little of an image to count. */
  readonly through: Float64Array;
};

/** Records are kept to the millimetre: ends on an oblique wall miss it by up to 0.71 mm. */
const GAP = 0.001;

/**
 * Pieces as views are computed from them: to be made once for a revision of what hides sight.
 *
 * Pieces may cross, touch, overlap and coincide. An end that misses another piece by no more than `gap` metres is led
 * on to it, so that nothing is seen through a crack that is none. O(n log n) in pieces and the places where they meet.
 */
export function prepareSight(pieces: SightPieces, gap = GAP): Result<PreparedSight, SightRefusal> {
  const counted = countedPieces(pieces);
  if (!counted.ok) return counted;
  const wanted: number[] = [];
  for (let piece = 0; piece < counted.value; piece++) if (canHide(pieces, piece)) wanted.push(piece);
  const edges = splitPieces(pieces, wanted, gap);
  return edges.ok ? ok(triangulated(edges.value, pieces)) : err(edges.error);
}

function canHide({ heights, through }: SightPieces, piece: number): boolean {
  const [low = 0, high = 0] = heights.subarray(2 * piece, 2 * piece + 2);
  return high > low && through[piece] !== 1;
}

function triangulated(edges: SightEdges, given: SightPieces): PreparedSight {
  const net = new Triangulation(edges.x, edges.y);
  for (const edge of inOrder(edges)) net.constrain(edges.from[edge] ?? 0, edges.to[edge] ?? 0, edge);
  const starts = new Int32Array(edges.from.length + 1);
  for (const [edge, { length }] of edges.pieces.entries()) starts[edge + 1] = (starts[edge] ?? 0) + length;
  return {
    ...net.tables(),
    starts,
    pieces: Int32Array.from(edges.pieces.flat()),
    heights: given.heights.slice(),
    through: given.through.map((share) => (share < LEAST_SHARE ? 0 : share)),
  };
}

/**
 * Edges as they are best added: the longest first, since an edge that is added late crosses many triangles, and what is
 * about as long along a Hilbert curve, so that the way to the next one is short.
 */
function inOrder({ x, y, from, to }: SightEdges): readonly number[] {
  const place = (edge: number) => {
    const [a, b] = [from[edge] ?? 0, to[edge] ?? 0];
    const [ax, ay, bx, by] = [x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0];
    return { x: (ax + bx) / 2, y: (ay + by) / 2, length: Math.hypot(bx - ax, by - ay) };
  };
  const places = from.map((_, edge) => place(edge));
  let [minX, minY, side] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (const each of places) {
    minX = Math.min(minX, each.x);
    minY = Math.min(minY, each.y);
  }
  for (const each of places) side = Math.max(side, each.x - minX, each.y - minY);
  const cell = (metres: number) => (side > 0 ? Math.trunc((metres / side) * (HILBERT_SIDE - 1)) : 0);
  const keys = places.map((each) => {
    const longest = 64 - Math.floor(Math.log2(each.length));
    return longest * HILBERT_SIDE ** 2 + hilbert(cell(each.x - minX), cell(each.y - minY));
  });
  return [...keys.keys()].sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
}

const HILBERT_SIDE = 1024;

/** How far along Hilbert's curve a cell lies. */
function hilbert(column: number, row: number): number {
  let [x, y, along] = [column, row, 0];
  for (let half = HILBERT_SIDE / 2; half >= 1; half /= 2) {
    const isRight = (x & half) > 0;
    const isUp = (y & half) > 0;
    along += half * half * (isRight ? (isUp ? 2 : 3) : isUp ? 1 : 0);
    if (!isUp && isRight) [x, y] = [HILBERT_SIDE - 1 - x, HILBERT_SIDE - 1 - y];
    if (!isUp) [x, y] = [y, x];
  }
  return along;
}
