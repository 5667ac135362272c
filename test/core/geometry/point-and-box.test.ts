import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesTouch, boxOf, grownBox, holdsBox, isInBox, unionOfBoxes } from '../../../core/geometry/box.ts';
import {
  add,
  angleOf,
  cross,
  distanceBetween,
  dot,
  length,
  lerp,
  midpoint,
  perpendicular,
  polar,
  rotate,
  samePoint,
  scale,
  subtract,
} from '../../../core/geometry/point.ts';
import { angle, between, place, settings } from './arbitraries.ts';

describe('points', () => {
  test('are vectors too', () => {
    const a = { x: 3, y: 4 };
    const b = { x: -1, y: 2 };
    expect([add(a, b), subtract(a, b), scale(a, 2), midpoint(a, b), perpendicular(a)]).toEqual([
      { x: 2, y: 6 },
      { x: 4, y: 2 },
      { x: 6, y: 8 },
      { x: 1, y: 3 },
      { x: -4, y: 3 },
    ]);
    expect([dot(a, b), cross(a, b), length(a), distanceBetween(a, b)]).toEqual([5, 10, 5, Math.hypot(4, 2)]);
  });

  test('are the same within a tolerance, or exactly', () => {
    const near = { x: 1.0005, y: 0 };
    expect(samePoint({ x: 1, y: 0 }, near)).toBe(false);
    expect(samePoint({ x: 1, y: 0 }, near, 0.001)).toBe(true);
    expect(samePoint(near, { ...near })).toBe(true);
  });

  test('a line gives back its ends exactly', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect([lerp(a, b, 0), lerp(a, b, 1)]).toEqual([a, b]);
      }),
      settings,
    );
  });

  test('turning keeps distances and turns directions', () => {
    fc.assert(
      fc.property(place, place, angle, (point, about, turn) => {
        const turned = rotate(point, turn, about);
        expect(distanceBetween(turned, about)).toBeCloseTo(distanceBetween(point, about), 8);
        expect(distanceBetween(rotate(turned, -turn, about), point)).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  test('the direction of a polar vector is its angle', () => {
    fc.assert(
      fc.property(angle, between(0.001, 1e6), (direction, radius) => {
        const back = angleOf({ x: 0, y: 0 }, polar(direction, radius));
        expect(Math.abs(Math.sin((back - direction) / 2))).toBeLessThan(1e-12);
      }),
      settings,
    );
    expect(angleOf({ x: 0, y: 0 }, { x: -1, y: -0 })).toBe(Math.PI);
    expect(angleOf({ x: 2, y: 2 }, { x: 2, y: 2 })).toBe(0);
  });
});

describe('boxes', () => {
  const box = { minX: 0, minY: 0, maxX: 2, maxY: 1 };

  test('nothing has no box, one point a box without size', () => {
    expect(boxOf([])).toBeNull();
    expect(boxOf([{ x: 1, y: 2 }])).toEqual({ minX: 1, minY: 2, maxX: 1, maxY: 2 });
  });

  test('touch, hold, grow and unite', () => {
    const beside = { minX: 2, minY: 1, maxX: 3, maxY: 3 };
    expect(boxesTouch(box, beside)).toBe(true);
    expect(boxesTouch(box, { ...beside, minX: 2.001 })).toBe(false);
    expect(unionOfBoxes(box, beside)).toEqual({ minX: 0, minY: 0, maxX: 3, maxY: 3 });
    expect(holdsBox(unionOfBoxes(box, beside), beside)).toBe(true);
    expect(holdsBox(box, beside)).toBe(false);
    expect(grownBox(box, 1)).toEqual({ minX: -1, minY: -1, maxX: 3, maxY: 2 });
    expect([isInBox({ x: 2, y: 1 }, box), isInBox({ x: 2, y: 1.1 }, box)]).toEqual([true, false]);
  });

  test('the box of points holds each of them', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (points) => {
        const around = boxOf(points);
        expect(around && points.every((point) => isInBox(point, around))).toBe(true);
      }),
      settings,
    );
  });
});
