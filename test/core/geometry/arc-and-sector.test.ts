import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Arc,
  arcBox,
  arcFromBulge,
  arcLength,
  bulgeOf,
  flattenArc,
  flattenBulge,
  hasAngle,
  nearestOnArc,
  pointAlongArc,
  pointOnArc,
} from '../../../core/geometry/arc.ts';
import { grownBox, isInBox } from '../../../core/geometry/box.ts';
import { distanceBetween, rotate } from '../../../core/geometry/point.ts';
import { isInPolygon, isSelfCrossing, polygonArea, ringArea } from '../../../core/geometry/polygon.ts';
import { isInSector, type Sector, sectorArea, sectorOutline } from '../../../core/geometry/sector.ts';
import { distanceToSegment } from '../../../core/geometry/segment.ts';
import { angle, between, place, settings } from './arbitraries.ts';

const at = (x: number, y: number) => ({ x, y });
const origin = at(0, 0);
const arc: fc.Arbitrary<Arc> = fc.record({
  centre: place,
  radius: between(0.1, 200),
  start: angle,
  sweep: between(-2 * Math.PI, 2 * Math.PI),
});

function arcOf(a = at(1, 0), b = at(-1, 0), bulge = 1): Arc {
  const found = arcFromBulge(a, b, bulge);
  if (!found) throw new Error('These have an arc.');
  return found;
}

/*      bulge 1 from (1, 0) to (-1, 0): the upper half of the unit circle; -1 the lower  */
describe('a bulge', () => {
  test('is half a circle at 1, anticlockwise', () => {
    const half = arcOf();
    expect([half.radius, half.start, half.sweep]).toEqual([1, 0, Math.PI]);
    expect(distanceBetween(pointOnArc(half, Math.PI / 2), at(0, 1))).toBeLessThan(1e-15);
    expect(
      distanceBetween(pointAlongArc(arcOf(at(1, 0), at(-1, 0), -1), Math.PI / 2), at(0, -1)),
    ).toBeLessThan(1e-15);
  });

  test('of a quarter circle is the tangent of an eighth of half a turn', () => {
    const quarter = arcOf(at(1, 0), at(0, 1), Math.tan(Math.PI / 8));
    expect(distanceBetween(quarter.centre, origin)).toBeLessThan(1e-15);
    expect([quarter.radius, arcLength(quarter)].map((value) => value.toFixed(12))).toEqual(
      [1, Math.PI / 2].map((value) => value.toFixed(12)),
    );
  });

  test('is no arc when it is straight or has no length', () => {
    expect([arcFromBulge(at(0, 0), at(1, 0), 0), arcFromBulge(at(1, 1), at(1, 1), 1)]).toEqual([null, null]);
    expect(arcFromBulge(at(0, 0), at(1e6, 0), 1e-10)).toBeNull();
    expect(flattenBulge({ a: at(0, 0), b: at(1, 0), bulge: 0 }, 0.01)).toEqual([at(0, 0), at(1, 0)]);
  });

  test('makes an arc through both ends, and is found again', () => {
    fc.assert(
      fc.property(place, place, between(-50, 50), (a, b, bulge) => {
        const found = arcFromBulge(a, b, bulge);
        if (!found || Math.abs(bulge) < 1e-4) return;
        expect(distanceBetween(pointOnArc(found, found.start), a)).toBeLessThan(1e-6);
        expect(distanceBetween(pointAlongArc(found, arcLength(found)), b)).toBeLessThan(1e-6);
        expect(bulgeOf(found) / bulge).toBeCloseTo(1, 9);
        // The sagitta, to the right of a-b when positive.
        const middle = pointAlongArc(found, arcLength(found) / 2);
        const side = (b.x - a.x) * (middle.y - a.y) - (b.y - a.y) * (middle.x - a.x);
        expect(-side / distanceBetween(a, b) ** 2).toBeCloseTo(bulge / 2, 6);
      }),
      settings,
    );
  });

  test('flattened keeps its ends exactly', () => {
    fc.assert(
      fc.property(place, place, between(-2, 2), (a, b, bulge) => {
        const points = flattenBulge({ a, b, bulge }, 0.01);
        expect([points[0], points.at(-1)]).toEqual([a, b]);
      }),
      settings,
    );
  });
});

describe('an arc', () => {
  test('is at most the tolerance away from the pieces it is flattened to', () => {
    fc.assert(
      fc.property(arc, between(0.02, 1), between(0, 1), (each, tolerance, part) => {
        const points = flattenArc(each, tolerance);
        const on = pointAlongArc(each, arcLength(each) * part);
        const away = points
          .slice(1)
          .map((point, index) => distanceToSegment(on, points[index] ?? point, point));
        expect(Math.min(...away)).toBeLessThan(tolerance + 1e-9);
      }),
      settings,
    );
  });

  test('has a finite number of pieces without a tolerance, and none missing without a size', () => {
    const full = { centre: origin, radius: 1000, start: 0, sweep: 2 * Math.PI };
    expect(flattenArc(full, 0)).toHaveLength(361);
    expect(flattenArc({ ...full, radius: 0, sweep: 0 }, 0)).toEqual([origin, origin]);
  });

  test('has the box of its ends and of the quarters it passes', () => {
    const box = arcBox({ centre: origin, radius: 2, start: -Math.PI / 4, sweep: Math.PI / 2 });
    expect(box.maxX).toBe(2);
    expect([box.minX, box.maxY, -box.minY].map((value) => value.toFixed(9))).toEqual(
      Array(3).fill(Math.SQRT2.toFixed(9)),
    );
    fc.assert(
      fc.property(arc, between(0, 1), (each, part) => {
        const around = arcBox(each);
        expect(isInBox(pointAlongArc(each, arcLength(each) * part), grownBox(around, 1e-9))).toBe(true);
        expect(around.maxX - around.minX).toBeLessThanOrEqual(2 * each.radius + 1e-9);
      }),
      settings,
    );
  });

  test('knows which angles it reaches in any turn', () => {
    const clockwise = { start: 0.5, sweep: -1 };
    expect([0.5, 0, -0.5, 2 * Math.PI, -0.6, 0.6].map((each) => hasAngle(clockwise, each))).toEqual([
      ...[true, true, true, true, false, false],
    ]);
  });

  test('no place of it is nearer than the nearest', () => {
    fc.assert(
      fc.property(arc, place, between(0, 1), (each, point, part) => {
        const nearest = nearestOnArc(point, each);
        const other = pointAlongArc(each, arcLength(each) * part);
        expect(distanceBetween(point, nearest)).toBeLessThanOrEqual(distanceBetween(point, other) + 1e-6);
        expect(Math.abs(distanceBetween(nearest, each.centre) - each.radius)).toBeLessThan(1e-9);
      }),
      settings,
    );
    expect(nearestOnArc(origin, { centre: origin, radius: 1, start: 0, sweep: 1 })).toEqual(at(1, 0));
  });
});

describe('a sector', () => {
  const sector: Sector = { centre: origin, direction: Math.PI / 2, width: Math.PI / 2, near: 0, far: 10 };

  test('has its centre and exact corners', () => {
    const ring = sectorOutline(sector, 0.01)?.ring ?? [];
    expect(ring[0]).toEqual(origin);
    const corner = rotate(at(10, 0), Math.PI / 4);
    expect(distanceBetween(ring[1] ?? origin, corner)).toBeLessThan(1e-12);
    expect(distanceBetween(ring.at(-1) ?? origin, rotate(corner, Math.PI / 2))).toBeLessThan(1e-12);
  });

  test('all round has a hole for its near radius', () => {
    const round = sectorOutline({ ...sector, width: 7, near: 2 }, 0.001);
    expect(round?.holes).toHaveLength(1);
    expect(ringArea(round?.holes[0] ?? [])).toBeLessThan(0);
    expect(sectorOutline({ ...sector, width: 7 }, 0.001)?.holes).toEqual([]);
  });

  test('of nothing has no outline and no area', () => {
    expect(sectorOutline({ ...sector, near: 10 }, 0.01)).toBeNull();
    expect(sectorOutline({ ...sector, width: 0 }, 0.01)).toBeNull();
    expect(sectorOutline({ ...sector, far: Number.NaN }, 0.01)).toBeNull();
    expect(sectorArea({ ...sector, near: 12 })).toBe(0);
  });

  test('outline and formula agree on area and on what is inside', () => {
    const sectors = fc.record({
      centre: place,
      direction: angle,
      width: between(0.01, 7),
      near: fc.oneof(fc.constant(0), between(0.1, 10)),
      far: between(10.5, 60),
    });
    fc.assert(
      fc.property(sectors, angle, between(0, 70), (each, direction, distance) => {
        const outline = sectorOutline(each, 1e-4);
        if (!outline) throw new Error('It covers something.');
        expect(isSelfCrossing(outline.ring)).toBe(false);
        expect(ringArea(outline.ring)).toBeGreaterThan(0);
        expect(polygonArea(outline) / sectorArea(each)).toBeCloseTo(1, 2);
        const point = {
          x: each.centre.x + distance * Math.cos(direction),
          y: each.centre.y + distance * Math.sin(direction),
        };
        const edges = [outline.ring, ...outline.holes].flatMap((ring) =>
          ring.map((start, index) =>
            distanceToSegment(point, start, ring[(index + 1) % ring.length] ?? start),
          ),
        );
        if (Math.min(...edges) > 0.02) expect(isInSector(point, each)).toBe(isInPolygon(point, outline));
      }),
      settings,
    );
  });
});
