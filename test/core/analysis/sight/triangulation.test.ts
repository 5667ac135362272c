import { incircle, orient2d } from 'robust-predicates';
import { expect, test } from 'vitest';
import type { PreparedSight } from '../../../../core/analysis/sight/prepare-sight.ts';
import { Random } from '../../../../core/reference/random.ts';
import { type Piece, prepared, wall } from '../../../support/sight.ts';

const nextOf = (edge: number) => (edge % 3 === 2 ? edge - 2 : edge + 1);

/** What is wrong with a triangulation, by counts. */
function flawsOf({ x, y, corners, twins, edges }: PreparedSight) {
  const place = (corner: number) => [x[corner] ?? 0, y[corner] ?? 0] as const;
  const flaws = { clockwise: 0, loose: 0, unequal: 0, far: 0 };
  let area = 0;
  for (let edge = 0; edge < corners.length; edge++) {
    const [a, b, c] = [corners[edge]!, corners[nextOf(edge)]!, corners[nextOf(nextOf(edge))]!];
    const turn = -orient2d(...place(a), ...place(b), ...place(c));
    if (turn <= 0) flaws.clockwise += 1;
    if (edge % 3 === 0) area += turn / 2;
    const twin = twins[edge]!;
    if (twin < 0) continue;
    if (twins[twin] !== edge || corners[twin] !== b || corners[nextOf(twin)] !== a) flaws.loose += 1;
    if (edges[twin] !== edges[edge]) flaws.unequal += 1;
    const d = corners[nextOf(nextOf(twin))]!;
    if (edges[edge]! < 0 && incircle(...place(a), ...place(b), ...place(c), ...place(d)) > 0) flaws.far += 1;
  }
  return { ...flaws, area };
}

const WHOLE = 2 ** 44;

test('triangles fill the frame, hang together and are Delaunay but for the edges of pieces', () => {
  const random = new Random(20_261_130);
  for (let index = 0; index < 60; index++) {
    const isGrid = index % 2 === 0;
    const coordinate = () => (isGrid ? random.below(8) : random.below(20_001) / 1000);
    const pieces = Array.from(
      { length: 3 + random.below(60) },
      (): Piece => wall(coordinate(), coordinate(), coordinate(), coordinate()),
    );
    const sight = prepared(pieces);
    const { area, far, ...flaws } = flawsOf(sight);
    expect(flaws).toEqual({ clockwise: 0, loose: 0, unequal: 0 });
    expect(area).toBeCloseTo(WHOLE, -1);
    // What was flipped to make way for an edge is put right but where that was moved on since.
    expect(far).toBeLessThanOrEqual(sight.corners.length / 50);
    const numbers = new Set(sight.edges.filter((edge) => edge >= 0));
    expect(numbers.size).toBe(sight.starts.length - 1);
  }
});

test('pieces stand on all the edges that they were cut into, and nowhere else', () => {
  const sight = prepared([wall(0, 0, 4, 0), wall(1, -1, 1, 1), wall(2, 0, 2, 1), wall(3, 0, 6, 0)]);
  const lengths = [0, 0, 0, 0];
  const { x, y, corners, edges, starts, pieces } = sight;
  for (const [half, edge] of edges.entries()) {
    const [a, b] = [corners[half]!, corners[nextOf(half)]!];
    const length = Math.hypot(x[b]! - x[a]!, y[b]! - y[a]!);
    for (const piece of edge < 0 ? [] : pieces.subarray(starts[edge], starts[edge + 1]))
      lengths[piece]! += length / 2;
  }
  expect(lengths).toEqual([4, 2, 1, 3]);
  // 0-1-2-3-4-6 along the axis, two halves of what crosses, and what stands on it.
  expect(starts.length - 1).toBe(8);
});

test('many close and nearly collinear places are all kept', () => {
  const random = new Random(7);
  const pieces = Array.from({ length: 400 }, (_, index): Piece => {
    const [a, b] = [random.below(1000) / 1e3, random.below(1000) / 1e3];
    const off = () => random.below(5) / 1e3;
    return index % 2 === 0
      ? wall(900 + 10 * a, 500 + off(), 900 + 10 * b, 500 + off())
      : wall(900 + a / 20, 500 + b / 20, 900 + b / 20, 500 + a / 20);
  });
  const { area, far: _, ...flaws } = flawsOf(prepared(pieces));
  expect(flaws).toEqual({ clockwise: 0, loose: 0, unequal: 0 });
  expect(area).toBeCloseTo(WHOLE, -1);
});
