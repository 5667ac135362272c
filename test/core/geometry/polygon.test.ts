import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelPoint } from '../../../core/geometry/label-point.ts';
import { distanceBetween, type Point, rotate } from '../../../core/geometry/point.ts';
import {
  centroidOf,
  edgesOf,
  isInPolygon,
  isInRing,
  isSelfCrossing,
  perimeterOf,
  placeInRing,
  polygonArea,
  ringArea,
  toAnticlockwise,
  toClockwise,
} from '../../../core/geometry/polygon.ts';
import { distanceToSegment, segmentsTouch } from '../../../core/geometry/segment.ts';
import { angle, gridPlace, place, settings, starRing } from './arbitraries.ts';

const at = (x: number, y: number) => ({ x, y });
const square = [at(0, 0), at(4, 0), at(4, 4), at(0, 4)];
/*   3  ┌──┐
 *   1  │  └──┐        the middle of its box is not in it
 *   0  └─────┘
 *      0  1  4     */
const ell = [at(0, 0), at(4, 0), at(4, 1), at(1, 1), at(1, 3), at(0, 3)];

describe('a ring', () => {
  test('has area, perimeter and centroid', () => {
    expect([ringArea(square), ringArea(square.toReversed()), perimeterOf(square)]).toEqual([16, -16, 16]);
    expect(centroidOf(square)).toEqual(at(2, 2));
    expect(ringArea(ell)).toBe(6);
    expect(polygonArea({ ring: square, holes: [[at(1, 1), at(1, 2), at(2, 2), at(2, 1)]] })).toBe(15);
  });

  test('runs the way that records want', () => {
    expect(toAnticlockwise(square.toReversed())).toEqual(square);
    expect(toClockwise(square)).toEqual(square.toReversed());
    expect(toAnticlockwise(square)).toBe(square);
  });

  test('of nothing is nothing', () => {
    expect([ringArea([]), ringArea([at(1, 1)]), perimeterOf([]), centroidOf([])]).toEqual([0, 0, 0, null]);
    expect(centroidOf([at(0, 0), at(2, 0), at(4, 0)])).toEqual(at(2, 0));
    expect(isInRing(at(0, 0), [])).toBe(false);
    expect(isInRing(at(1, 1), [at(1, 1)])).toBe(true);
  });

  test('keeps area and centroid far from the origin', () => {
    const far = square.map(({ x, y }) => at(x + 1e6, y - 1e6));
    expect(ringArea(far)).toBe(16);
    expect(centroidOf(far)).toEqual(at(1e6 + 2, -1e6 + 2));
  });

  test('knows inside, edge and outside, corners counted once', () => {
    const diamond = [at(0, -2), at(2, 0), at(0, 2), at(-2, 0)];
    const places = [at(0, 0), at(-1, 0), at(1, 1), at(2, 0), at(-3, 0), at(-3, 2), at(0, -2)];
    expect(places.map((point) => placeInRing(point, diamond))).toEqual([
      ...['inside', 'inside', 'edge', 'edge', 'outside', 'outside', 'edge'],
    ]);
  });

  test('a hole is outside, its edge is not', () => {
    const polygon = { ring: square, holes: [[at(1, 1), at(1, 3), at(3, 3), at(3, 1)]] };
    expect([at(2, 2), at(1, 2), at(0.5, 2), at(5, 2)].map((point) => isInPolygon(point, polygon))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  test('turned and moved it has the same area, and the same points inside', () => {
    fc.assert(
      fc.property(starRing, place, angle, (ring, about, turn) => {
        const turned = ring.map((point) => rotate(point, turn, about));
        expect(ringArea(turned)).toBeCloseTo(ringArea(ring), 6);
        expect(isInRing(rotate(at(0.01, 0.02), turn, about), turned)).toBe(isInRing(at(0.01, 0.02), ring));
      }),
      settings,
    );
  });

  test('a place is in it as the turns of its edges around the place add up', () => {
    fc.assert(
      fc.property(starRing, place, (ring, far) => {
        const point = { x: far.x / 20, y: far.y / 20 };
        const turns = edgesOf(ring).map(([start, end]) => {
          const [a, b] = [start, end].map(({ x, y }) => ({ x: x - point.x, y: y - point.y })) as [
            Point,
            Point,
          ];
          return Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
        });
        const winding = Math.round(turns.reduce((sum, turn) => sum + turn, 0) / (2 * Math.PI));
        expect(isInRing(point, ring)).toBe(winding !== 0);
      }),
      settings,
    );
  });
});

describe('a ring crosses itself', () => {
  const crossings: readonly (readonly [string, readonly Point[], boolean])[] = [
    ['square', square, false],
    ['L', ell, false],
    ['repeated point', [at(0, 0), at(4, 0), at(4, 0), at(4, 4)], false],
    ['bow tie', [at(0, 0), at(4, 4), at(4, 0), at(0, 4)], true],
    ['corner on an edge', [at(0, 0), at(4, 0), at(4, 4), at(2, 0), at(0, 4)], true],
    ['comes back along itself', [at(0, 0), at(4, 0), at(4, 4), at(4, 2)], true],
    ['a line', [at(0, 0), at(4, 0), at(2, 0)], true],
    ['two points', [at(0, 0), at(4, 0)], true],
    ['one point thrice', [at(1, 1), at(1, 1), at(1, 1)], true],
  ];
  test.each(crossings)('%s', (_, ring, expected) => {
    expect(isSelfCrossing(ring)).toBe(expected);
  });

  test('a star ring never does', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        expect(isSelfCrossing(ring)).toBe(false);
      }),
      settings,
    );
  });

  test('as every pair of its edges says', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(gridPlace, { minLength: 4, maxLength: 7, selector: ({ x, y }) => `${x},${y}` }),
        (ring) => {
          const edges = edgesOf(ring);
          const touches = edges.some((edge, index) =>
            edges.some((other, otherIndex) => {
              const apart = Math.abs(index - otherIndex);
              return apart > 1 && apart < edges.length - 1 && segmentsTouch(edge, other);
            }),
          );
          // Otherwise only an edge that comes back along its neighbour can be wrong.
          const folds = edges.some(([a, b], index) =>
            foldsBack(a, b, edges[(index + 1) % edges.length]?.[1]),
          );
          expect(isSelfCrossing(ring)).toBe(touches || folds);
        },
      ),
      { ...settings, numRuns: 1000 },
    );
  });

  const foldsBack = (a: Point, b: Point, c: Point | undefined) =>
    c !== undefined && (distanceToSegment(c, a, b) === 0 || distanceToSegment(a, b, c) === 0);
});

describe('a label', () => {
  test('stands in the widest part', () => {
    const centre = labelPoint({ ring: square, holes: [] });
    expect(centre).toEqual(at(2, 2));
    const inEll = labelPoint({
      ring: [at(0, 0), at(6, 0), at(6, 2), at(1, 2), at(1, 9), at(0, 9)],
      holes: [],
    });
    expect(inEll?.y).toBeLessThan(2);
  });

  test('avoids a hole', () => {
    const polygon = { ring: square, holes: [[at(0.5, 0.5), at(0.5, 3), at(3, 3), at(3, 0.5)]] };
    const found = labelPoint(polygon, 0.01);
    expect(found && isInPolygon(found, polygon) && Math.max(found.x, found.y) > 3).toBe(true);
  });

  test('has no place in nothing', () => {
    expect(labelPoint({ ring: [], holes: [] })).toBeNull();
    expect(labelPoint({ ring: [at(0, 0), at(1, 1), at(2, 2)], holes: [] })).toBeNull();
    expect(labelPoint({ ring: square, holes: [square.toReversed()] })).toBeNull();
  });

  test('is inside, and as far from the edges as any place of a grid', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        const polygon = { ring, holes: [] };
        const found = labelPoint(polygon, 0.05);
        const clearance = (point: Point) =>
          Math.min(...edgesOf(ring).map((edge) => distanceToSegment(point, ...edge)));
        if (!found) throw new Error('A star ring has an inside.');
        expect(isInRing(found, ring)).toBe(true);
        for (let x = -50; x <= 50; x += 5) {
          for (let y = -50; y <= 50; y += 5) {
            if (isInRing(at(x, y), ring)) expect(clearance(at(x, y))).toBeLessThan(clearance(found) + 0.11);
          }
        }
      }),
      { ...settings, numRuns: 60 },
    );
  });

  test('comes soon in a ring of many points', () => {
    const ring = Array.from({ length: 2000 }, (_, index) =>
      rotate(at(50 + (index % 2), 0), (index * Math.PI) / 1000),
    );
    const found = labelPoint({ ring, holes: [] });
    expect(found && distanceBetween(found, at(0, 0))).toBeLessThan(1);
  });

  test('is inside a bent strip of very many corners, whose middle is outside', () => {
    const count = 10_000;
    const strip = (radiusAt: (turn: number) => number, turns: number, width: number) => {
      const side = (aside: number) =>
        Array.from({ length: count }, (_, index) => {
          const turn = (index / (count - 1)) * turns * 2 * Math.PI;
          return rotate(at(radiusAt(turn) + aside, 0), turn);
        });
      return { ring: [...side(width), ...side(0).reverse()], holes: [] };
    };
    for (const polygon of [strip(() => 80, 0.9, 20), strip((turn) => 20 + 3 * turn, 4, 2)]) {
      const found = labelPoint(polygon, 1);
      expect(found && isInPolygon(found, polygon)).toBe(true);
    }
  });
});
