import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Point, samePoint } from '../../../core/geometry/point.ts';
import { edgesOf, isSelfCrossing } from '../../../core/geometry/polygon.ts';
import { type Segment, segmentsTouch, sideOf } from '../../../core/geometry/segment.ts';

function turnsBack([start, corner]: Segment, [, end]: Segment): boolean {
  if (sideOf(end, [start, corner]) !== 0) return false;
  return (corner.x - start.x) * (end.x - corner.x) + (corner.y - start.y) * (end.y - corner.y) < 0;
}

/** Every edge against every other one. */
function crossesByPairs(ring: readonly Point[]): boolean {
  const edges = edgesOf(ring.filter((point, index) => !samePoint(point, ring.at(index - 1) ?? point)));
  if (edges.length < 3) return true;
  return edges.some((first, index) =>
    edges.slice(index + 1).some((second, later) => {
      if (later === 0) return turnsBack(first, second);
      if (index === 0 && index + later + 2 === edges.length) return turnsBack(second, first);
      return segmentsTouch(first, second);
    }),
  );
}

// On a coarse grid corners meet, edges run over each other and stand straight above each other.
const ringArbitrary = fc
  .integer({ min: 2, max: 40 })
  .chain((size) =>
    fc.tuple(
      fc.array(fc.record({ x: fc.nat(size), y: fc.nat(size) }), { minLength: 13, maxLength: 40 }),
      fc.boolean(),
    ),
  );

/** The same corners in their order around their middle: such a ring seldom crosses itself. */
function around(ring: readonly Point[]): readonly Point[] {
  const turnOf = ({ x, y }: Point) => Math.atan2(y - 9.123, x - 9.321);
  const byTurn = new Map(ring.map((point) => [turnOf(point), point]));
  return [...byTurn].sort(([one], [other]) => one - other).map(([, point]) => point);
}

test('a sweep finds what comparing all pairs finds', () => {
  fc.assert(
    fc.property(ringArbitrary, ([corners, isSorted]) => {
      const ring = isSorted ? around(corners) : corners;
      expect(isSelfCrossing(ring)).toBe(crossesByPairs(ring));
    }),
    { numRuns: 2000 },
  );
});

test.each([0, 0.3, Math.PI / 2, 1.2])('a comb of 20,000 teeth turned by %s does not cross itself', (turn) => {
  const teeth = Array.from({ length: 20_000 }, (_, index) => ({
    x: index / 100,
    y: index % 2 === 0 ? 0 : 150,
  }));
  const ring = [...teeth, { x: 200, y: -5 }, { x: 0, y: -5 }].map(({ x, y }) => ({
    x: x * Math.cos(turn) - y * Math.sin(turn),
    y: x * Math.sin(turn) + y * Math.cos(turn),
  }));
  const before = process.threadCpuUsage();
  expect(isSelfCrossing(ring)).toBe(false);
  // All pairs would take a minute.
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(2000);
});
