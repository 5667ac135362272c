import { orient2d } from 'robust-predicates';

/** Corners of triangles and how these hang together; see `PreparedSight`. */
export type Triangles = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly corners: Int32Array;
  readonly twins: Int32Array;
};

/** The half-edge after one in its triangle. */
export const nextOf = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);
/** The half-edge before one in its triangle. */
export const previousOf = (edge: number): number => (edge % 3 === 0 ? edge + 2 : edge - 1);

/** On which side of the way along a half-edge a place lies: positive for left, 0 on its line. Exact. */
export function sideOfEdge({ x, y, corners }: Triangles, edge: number, px: number, py: number): number {
  const a = corners[edge] ?? 0;
  const b = corners[nextOf(edge)] ?? 0;
  return -orient2d(x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0, px, py);
}

/**
 * A triangle that a place within the frame lies in, on its edge or in its corner.
 *
 * A walk from another triangle: as many steps as there are triangles between them.
 */
export function locate(triangles: Triangles, from: number, px: number, py: number): number {
  let triangle = from;
  for (let chance = 1; ; ) {
    // Which side is tried first is left to chance: else a walk over constraints may go round for ever.
    chance = (Math.imul(chance, 1_103_515_245) + 12_345) >>> 0;
    let edge = 3 * triangle + ((chance >>> 16) % 3);
    let tried = 0;
    for (; tried < 3 && sideOfEdge(triangles, edge, px, py) >= 0; tried++) edge = nextOf(edge);
    if (tried === 3) return triangle;
    triangle = Math.trunc((triangles.twins[edge] ?? 0) / 3);
  }
}
