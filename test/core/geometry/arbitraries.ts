import fc from 'fast-check';
import { type Point, polar } from '../../../core/geometry/point.ts';

export const settings = { seed: 20_261_124, numRuns: 300 };

/** Places within a kilometre, to the millimetre. */
export const place: fc.Arbitrary<Point> = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -1_000_000, max: 1_000_000 }))
  .map(([x, y]) => ({ x: x / 1000, y: y / 1000 }));

/** Small whole coordinates: many of them coincide or lie on one line. */
export const gridPlace: fc.Arbitrary<Point> = fc.record({
  x: fc.integer({ min: -3, max: 3 }),
  y: fc.integer({ min: -3, max: 3 }),
});

export const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
export const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A ring seen from its middle point by point anticlockwise: simple, often not convex. */
export const starRing: fc.Arbitrary<readonly Point[]> = fc
  .array(between(1, 50), { minLength: 3, maxLength: 12 })
  .map((radii) => radii.map((radius, index) => polar((2 * Math.PI * index) / radii.length, radius)));
