import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../../../../core/geometry/point.ts';
import { decidingWalls } from '../../../../core/plan/walls/crowded-joint.ts';
import { wallBody } from '../../../../core/plan/walls/wall-body.ts';
import { record } from '../../../support/plan-builder.ts';

const origin = { x: 0, y: 0 };
const isJoint = ({ x, y }: Point) => x === 0 && y === 0;

const rounded = (ring: readonly Point[] | null) =>
  ring?.map(({ x, y }) => [Math.round(x * 1e9) + 0, Math.round(y * 1e9) + 0]);

const wallsArbitrary = fc.array(
  fc.record({
    // Few directions, so that walls lie over each other.
    turn: fc.oneof(fc.nat(11), fc.double({ min: 0, max: 12, noNaN: true })),
    thickness: fc.constantFrom(0.1, 0.2, 0.35),
    alignment: fc.constantFrom('centre', 'left', 'right'),
    bulge: fc.constantFrom(0, 0, 0.4),
  }),
  { minLength: 2, maxLength: 10 },
);

test('a wall ends among those that decide as among all others', () => {
  fc.assert(
    // Joints of glass alone, and with one or two filled walls, end otherwise than those of filled ones.
    fc.property(wallsArbitrary, fc.constantFrom(0, 1, 2, 10), fc.boolean(), (given, opaque, isEnd) => {
      const walls = given.map(({ turn, ...rest }, index) => {
        const far = { x: Math.cos((turn * Math.PI) / 6) * 9, y: Math.sin((turn * Math.PI) / 6) * 9 };
        const ends = isEnd ? { a: far, b: origin } : { a: origin, b: far };
        return record('wall', {
          ...rest,
          ...ends,
          material: index < opaque ? 'opaque' : 'glass',
          id: index + 1,
        });
      });
      for (const wall of walls) {
        const deciding = decidingWalls(wall, walls, { point: origin, crowd: 0 });
        const bodyAmong = (others: typeof deciding) =>
          wallBody(wall, (point) => (isJoint(point) ? others : []));
        expect(rounded(bodyAmong(deciding))).toEqual(rounded(bodyAmong(walls)));
      }
    }),
    { numRuns: 500 },
  );
});

test('of 4,000 walls in one point a few decide how each of them ends', () => {
  const walls = Array.from({ length: 4000 }, (_, index) => {
    const turn = (index / 4000) * 2 * Math.PI;
    return record('wall', {
      id: index + 1,
      a: origin,
      b: { x: Math.cos(turn) * 50, y: Math.sin(turn) * 50 },
    });
  });
  for (const wall of walls)
    expect(decidingWalls(wall, walls, { point: origin }).length).toBeLessThanOrEqual(3);
});
