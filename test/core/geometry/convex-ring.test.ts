import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  circlePoints,
  clippedByDisc,
  clippedByHalfPlane,
  soundRing,
  squareAround,
} from '../../../core/geometry/convex-ring.ts';
import { distanceBetween, midpoint, type Point } from '../../../core/geometry/point.ts';
import { isInRing, ringArea } from '../../../core/geometry/polygon.ts';
import { angle, between, settings } from './arbitraries.ts';

const origin: Point = { x: 0, y: 0 };
const square = squareAround(origin, 2);

describe('a convex ring and a half plane', () => {
  test('leave what is within, with its edge', () => {
    expect(clippedByHalfPlane(square, { a: 1, b: 0, c: 1 })).toEqual([
      { x: -1, y: -2 },
      { x: 2, y: -2 },
      { x: 2, y: 2 },
      { x: -1, y: 2 },
    ]);
    expect(clippedByHalfPlane(square, { a: 1, b: 0, c: -3 })).toEqual([]);
    expect(clippedByHalfPlane(square, { a: 0, b: 0, c: 1 })).toEqual(square);
    expect(clippedByHalfPlane([], { a: 1, b: 0, c: 0 })).toEqual([]);
  });

  test('agree on every place', () => {
    fc.assert(
      fc.property(angle, between(-3, 3), between(-3, 3), between(-3, 3), (turn, c, x, y) => {
        const half = { a: Math.cos(turn), b: Math.sin(turn), c };
        const height = half.a * x + half.b * y + c;
        const beside = Math.min(Math.abs(height), Math.abs(2 - Math.abs(x)), Math.abs(2 - Math.abs(y)));
        if (beside < 1e-9) return;
        const ring = clippedByHalfPlane(square, half);
        expect(isInRing({ x, y }, ring)).toBe(height > 0 && Math.max(Math.abs(x), Math.abs(y)) < 2);
      }),
      settings,
    );
  });
});

describe('a convex ring and a disc', () => {
  test('leave the disc, the ring or nothing where one does not cut the other', () => {
    expect(clippedByDisc(square, { centre: origin, radius: 3 }, 0.001)).toEqual(square);
    const disc = clippedByDisc(square, { centre: origin, radius: 1 }, 0.001);
    expect(ringArea(disc)).toBeCloseTo(Math.PI, 2);
    expect(clippedByDisc(square, { centre: { x: 5, y: 0 }, radius: 1 }, 0.001)).toEqual([]);
    expect(clippedByDisc(square, { centre: { x: 3, y: 0 }, radius: 1 }, 0.001)).toEqual([]);
    expect(clippedByDisc([], { centre: origin, radius: 1 }, 0.001)).toEqual([]);
  });

  test('leave a ring with round corners where the disc reaches over the edges', () => {
    // A square of side 4 and a circle of radius 2.2: 4 segments are cut off the circle.
    const ring = clippedByDisc(square, { centre: origin, radius: 2.2 }, 0.0001);
    const half = Math.acos(2 / 2.2);
    const segment = 2.2 ** 2 * (half - Math.sin(half) * Math.cos(half));
    expect(ringArea(ring)).toBeCloseTo(Math.PI * 2.2 ** 2 - 4 * segment, 2);
  });

  test('agree on every place that is not at an edge', () => {
    fc.assert(
      fc.property(
        fc.record({ x: between(-3, 3), y: between(-3, 3) }),
        between(0.1, 4),
        fc.record({ x: between(-3, 3), y: between(-3, 3) }),
        (centre, radius, point) => {
          const edges = [
            Math.abs(distanceBetween(centre, point) - radius),
            Math.abs(2 - Math.abs(point.x)),
            Math.abs(2 - Math.abs(point.y)),
          ];
          if (Math.min(...edges) < 0.0011) return;
          const isInside =
            distanceBetween(centre, point) < radius && Math.max(Math.abs(point.x), Math.abs(point.y)) < 2;
          expect(isInRing(point, clippedByDisc(square, { centre, radius }, 0.001))).toBe(isInside);
        },
      ),
      settings,
    );
  });
});

test('chords of a circle rise no more than is allowed, and are no more than needed', () => {
  fc.assert(
    fc.property(between(0.01, 2000), between(0.1, 6.28), (radius, sweep) => {
      const points = circlePoints({ centre: origin, radius }, { start: 0.3, sweep }, 0.001);
      const [first, second] = points;
      const rise = radius - distanceBetween(origin, midpoint(first!, second!));
      expect(rise).toBeLessThanOrEqual(0.001 * (1 + 1e-6));
      if (points.length > 20) expect(rise).toBeGreaterThan(0.0008);
      expect(distanceBetween(points.at(-1)!, origin)).toBeCloseTo(radius, 6);
    }),
    settings,
  );
});

test('a ring of nothing is none', () => {
  expect(soundRing([])).toBeNull();
  expect(soundRing([origin, { x: 1, y: 0 }, { x: 1, y: 1e-12 }])).toBeNull();
  expect(soundRing([origin, origin, { x: 1, y: 0 }, { x: 1, y: 1 }])).toHaveLength(3);
  expect(soundRing(squareAround(origin, 0.0004))).toBeNull();
});
