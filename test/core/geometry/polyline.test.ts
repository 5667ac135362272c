import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBetween, type Point, rotate } from '../../../core/geometry/point.ts';
import { isInRing, ringArea } from '../../../core/geometry/polygon.ts';
import { nearestOnPath, outlineOfPath, pathLength, pointAlongPath } from '../../../core/geometry/polyline.ts';
import { angle, between, place, settings } from './arbitraries.ts';

const at = (x: number, y: number) => ({ x, y });
/*  (0,0) ───── (4,0)
 *                │
 *              (4,3)     */
const bent = [at(0, 0), at(4, 0), at(4, 3)];
const paths = fc.array(place, { minLength: 1, maxLength: 6 });

describe('an open path', () => {
  test('has a length and a place at every distance, held within its ends', () => {
    expect(pathLength(bent)).toBe(7);
    expect([-1, 0, 4, 5, 7, 9].map((along) => pointAlongPath(bent, along))).toEqual([
      ...[at(0, 0), at(0, 0), at(4, 0), at(4, 1), at(4, 3), at(4, 3)],
    ]);
  });

  test('finds its nearest place and how far along it is', () => {
    expect(nearestOnPath(at(6, 2), bent)).toEqual({ at: at(4, 2), along: 6, distance: 2 });
  });

  test('without points has no places, of one point only that', () => {
    expect([pathLength([]), pointAlongPath([], 1), nearestOnPath(at(0, 0), [])]).toEqual([0, null, null]);
    expect(pointAlongPath([at(1, 1)], 5)).toEqual(at(1, 1));
    expect(nearestOnPath(at(1, 3), [at(1, 1)])).toEqual({ at: at(1, 1), along: 0, distance: 2 });
  });

  test('the place at the distance of the nearest is the nearest', () => {
    fc.assert(
      fc.property(paths, place, (path, point) => {
        const nearest = nearestOnPath(point, path);
        const again = nearest && pointAlongPath(path, nearest.along);
        expect(nearest && again && distanceBetween(nearest.at, again)).toBeLessThan(1e-6);
      }),
      settings,
    );
  });
});

describe('the outline of a path with a width', () => {
  test('has square ends and mitred corners, anticlockwise', () => {
    expect(outlineOfPath(bent, 2)).toEqual([
      ...[at(0, -1), at(5, -1), at(5, 3)],
      ...[at(3, 3), at(3, 1), at(0, 1)],
    ]);
  });

  test('of nothing is nothing', () => {
    expect([outlineOfPath([], 1), outlineOfPath([at(1, 1), at(1, 1)], 1), outlineOfPath(bent, 0)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('of a straight path is its rectangle, however it lies', () => {
    fc.assert(
      fc.property(place, between(1, 100), between(0.1, 10), angle, (start, long, wide, turn) => {
        const end = rotate(at(start.x + long, start.y), turn, start);
        expect(ringArea(outlineOfPath([start, end], wide) ?? [])).toBeCloseTo(long * wide, 5);
      }),
      settings,
    );
  });

  test('is cut off where a mitre would be a spike', () => {
    const spike = outlineOfPath([at(0, 0), at(10, 0), at(0, 0.5)], 1) ?? [];
    expect(Math.max(...spike.map(({ x }) => x))).toBeLessThan(11);
  });

  test('covers the path where the path bends less than it is long', () => {
    const turns = fc.array(between(-2.6, 2.6), { minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(turns, angle, between(0, 1), ([turn = 0], direction, part) => {
        const path = [at(-20, 0), at(0, 0), rotate(at(20, 0), turn)].map((point) =>
          rotate(point, direction),
        ) as Point[];
        const on = pointAlongPath(path, 0.01 + part * 39.98);
        const ring = outlineOfPath(path, 1);
        expect(on && ring && isInRing(on, ring)).toBe(true);
      }),
      settings,
    );
  });
});
