import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf } from '../../../core/geometry/box.ts';
import { inNeighbourhoods } from '../../../core/geometry/neighbourhoods.ts';
import type { Point } from '../../../core/geometry/point.ts';
import { Random } from '../../../core/reference/random.ts';

const inOrder = (points: readonly Point[], many: number) => inNeighbourhoods(points, (point) => point, many);
const byPlace = (points: readonly Point[]) =>
  points.toSorted((one, other) => one.x - other.x || one.y - other.y);

describe('things in neighbourhoods', () => {
  /*
   *   4 5   tiles of one: the lower row to the right,
   *   1 2   the upper one back to the left
   */
  test('come tile by tile, there and back', () => {
    const corners = [
      { x: 0, y: 9 },
      { x: 9, y: 0 },
      { x: 9, y: 9 },
      { x: 0, y: 0 },
    ];
    const [lowerLeft, lowerRight, upperRight, upperLeft] = [3, 1, 2, 0].map((index) => corners[index]);
    expect(inOrder(corners, 1)).toEqual([lowerLeft, lowerRight, upperRight, upperLeft]);
  });

  test('keep their order where there are few, and in one place', () => {
    const few = [
      { x: 5, y: 0 },
      { x: 0, y: 0 },
    ];
    expect(inOrder(few, 2)).toEqual(few);
    const piled = Array.from({ length: 9 }, () => ({ x: 1, y: 1 }));
    expect(inOrder(piled, 2)).toEqual(piled);
  });

  test('are the same things, also along a line', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    const points = fc.array(fc.record({ x: coordinate, y: fc.oneof(coordinate, fc.constant(0)) }));
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 20 }), (given, many) => {
        expect(byPlace(inOrder(given, many))).toEqual(byPlace(given));
      }),
    );
  });

  test('scattered over a square kilometre, chunks of them hardly overlap', () => {
    const random = new Random(1);
    const points = Array.from({ length: 1000 }, () => ({
      x: random.between(0, 1000),
      y: random.between(0, 1000),
    }));
    const coveredBy = (ordered: readonly Point[]) => {
      const boxes = Array.from({ length: 20 }, (_, index) =>
        boxOf(ordered.slice(50 * index, 50 * index + 50)),
      );
      return boxes.reduce((sum, box) => sum + (box ? (box.maxX - box.minX) * (box.maxY - box.minY) : 0), 0);
    };
    expect(coveredBy(points)).toBeGreaterThan(18e6);
    expect(coveredBy(inOrder(points, 50))).toBeLessThan(2.2e6);
  });
});
