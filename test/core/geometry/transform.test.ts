import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBetween, rotate } from '../../../core/geometry/point.ts';
import {
  type Affine,
  apply,
  compose,
  IDENTITY,
  invert,
  rotationAbout,
  scaleOf,
  scalingAbout,
  translation,
} from '../../../core/geometry/transform.ts';
import { angle, between, place, settings } from './arbitraries.ts';

const affine: fc.Arbitrary<Affine> = fc
  .tuple(place, angle, between(0.1, 10), between(-10, -0.1), place)
  .map(([about, turn, x, y, by]) =>
    compose(rotationAbout(about, turn), scalingAbout(about, { x, y }), translation(by)),
  );

describe('a transform', () => {
  test('composed does one after the other', () => {
    const turnThenMove = compose(rotationAbout({ x: 0, y: 0 }, Math.PI / 2), translation({ x: 10, y: 0 }));
    const moved = apply(turnThenMove, { x: 1, y: 0 });
    expect(distanceBetween(moved, { x: 10, y: 1 })).toBeLessThan(1e-12);
    expect(compose()).toEqual(IDENTITY);
  });

  test('mirrors with a negative factor, and says how lengths grow', () => {
    const flip = scalingAbout({ x: 0, y: 1 }, { x: 2, y: -2 });
    expect(apply(flip, { x: 1, y: 0 })).toEqual({ x: 2, y: 3 });
    expect(scaleOf(flip)).toBe(2);
  });

  test('that flattens the plane has no way back', () => {
    expect(invert([1, 2, 2, 4, 0, 0])).toBeNull();
    expect(invert([0, 0, 0, 0, 1, 1])).toBeNull();
    expect(invert([1e-200, 0, 0, 1e-200, 0, 0])).toBeNull();
  });

  test('turning is the turning of points', () => {
    fc.assert(
      fc.property(place, place, angle, (point, about, turn) => {
        const turned = apply(rotationAbout(about, turn), point);
        expect(distanceBetween(turned, rotate(point, turn, about))).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  test('goes back by its inverse', () => {
    fc.assert(
      fc.property(affine, place, (matrix, point) => {
        const back = invert(matrix);
        expect(back && distanceBetween(apply(back, apply(matrix, point)), point)).toBeLessThan(1e-6);
      }),
      settings,
    );
  });

  test('composed is applied in the order given', () => {
    fc.assert(
      fc.property(affine, affine, place, (first, second, point) => {
        const together = apply(compose(first, second), point);
        expect(distanceBetween(together, apply(second, apply(first, point)))).toBeLessThan(1e-6);
      }),
      settings,
    );
  });
});
