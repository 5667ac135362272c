import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VisibleRegion } from '../../../../core/analysis/sight/visible-region.ts';
import { type Point, rotate } from '../../../../core/geometry/point.ts';
import {
  at,
  isNearEdge,
  type Piece,
  partsOf,
  percentAt,
  regionOf,
  room,
  view,
} from '../../../support/sight.ts';

const settings = { seed: 20_261_130, numRuns: 150 };
const NEAR = 0.002;

const coordinate = fc.integer({ min: -9000, max: 9000 }).map((steps) => steps / 1000);
const place = fc.record({ x: coordinate, y: coordinate });
const height = fc.constantFrom(0, 0.5, 1, 1.7, 2, 3, 4.5);
const piece: fc.Arbitrary<Piece> = fc.record({
  a: place,
  b: place,
  low: fc.constantFrom(0, 0, 1, 2),
  high: fc.constantFrom(1, 2, 2.5, Number.POSITIVE_INFINITY),
  through: fc.constantFrom(0, 0, 0, 0.5, 0.8),
});
const pieces = fc.array(piece, { minLength: 1, maxLength: 9 });
const points = fc.array(place, { minLength: 12, maxLength: 12 });
const scene = fc.record({ pieces, points, eye: place, height, targetHeight: height });

/** Around everything, so that areas are finite. */
const AROUND = room(-10, -10, 20, 20);

const areaOf = (region: VisibleRegion): number => partsOf(region).reduce((sum, { area }) => sum + area, 0);

type Change = { readonly turn: number; readonly by: Point; readonly times: number };

const changed = ({ turn, by, times }: Change, point: Point): Point => {
  const { x, y } = rotate(point, turn);
  return at(x * times + by.x, y * times + by.y);
};

const change: fc.Arbitrary<Change> = fc.record({
  turn: fc.double({ min: -3, max: 3, noNaN: true }),
  by: fc.constantFrom(at(0, 0), at(-70, 300), at(12_345.678, -9_876.543)),
  times: fc.constantFrom(1, 0.5, 8),
});

test('what is turned, moved and scaled is seen in the same places', () => {
  fc.assert(
    fc.property(scene, change, ({ pieces: given, points: asked, eye, ...heights }, how) => {
      const from = view(eye.x, eye.y, heights);
      const before = regionOf([...AROUND, ...given], from);
      const moved = [...AROUND, ...given].map((each) => ({
        ...each,
        a: changed(how, each.a),
        b: changed(how, each.b),
      }));
      const there = changed(how, eye);
      const after = regionOf(moved, view(there.x, there.y, heights));
      for (const point of asked) {
        if (partsOf(before).some(({ rings }) => isNearEdge(point, rings, NEAR))) continue;
        expect(percentAt(changed(how, point), after)).toBe(percentAt(point, before));
      }
    }),
    settings,
  );
});

test('a wall more never adds area, nor detail anywhere', () => {
  fc.assert(
    fc.property(scene, piece, ({ pieces: given, points: asked, eye, ...heights }, more) => {
      const from = view(eye.x, eye.y, heights);
      const before = regionOf([...AROUND, ...given], from);
      const after = regionOf([...AROUND, ...given, more], from);
      expect(areaOf(after)).toBeLessThanOrEqual(areaOf(before) + 0.01);
      for (const point of asked) {
        const isNear = [...partsOf(before), ...partsOf(after)].some(({ rings }) =>
          isNearEdge(point, rings, NEAR),
        );
        if (!isNear) expect(percentAt(point, after)).toBeLessThanOrEqual(percentAt(point, before));
      }
    }),
    settings,
  );
});

test('a lower target is never seen better over an obstacle than a higher one', () => {
  fc.assert(
    fc.property(scene, height, ({ pieces: given, points: asked, eye, ...heights }, other) => {
      const standing = [...AROUND, ...given.map((each) => ({ ...each, low: 0 }))];
      const [low, high] = [heights.targetHeight, other].sort((one, two) => one - two);
      const [lower, higher] = [low, high].map((targetHeight = 0) =>
        regionOf(standing, view(eye.x, eye.y, { height: heights.height, targetHeight })),
      ) as [VisibleRegion, VisibleRegion];
      expect(areaOf(lower)).toBeLessThanOrEqual(areaOf(higher) + 0.01);
      for (const point of asked) {
        const isNear = [...partsOf(lower), ...partsOf(higher)].some(({ rings }) =>
          isNearEdge(point, rings, NEAR),
        );
        if (!isNear) expect(percentAt(point, lower)).toBeLessThanOrEqual(percentAt(point, higher));
      }
    }),
    settings,
  );
});

test('what is seen is made of numbers, its rings enclose its area and nothing is seen in two parts', () => {
  const range = fc.constantFrom(null, 0.5, 4, 12);
  const sector = fc.option(
    fc.record({
      direction: fc.double({ min: -7, max: 7, noNaN: true }),
      width: fc.double({ min: 0, max: 7, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(scene, range, sector, ({ pieces: given, points: asked, eye, ...heights }, far, within) => {
      const from = view(eye.x, eye.y, { ...heights, range: far, sector: within });
      const region = regionOf([...AROUND, ...given], from);
      for (const { rings, area } of partsOf(region)) {
        expect(rings.coordinates.every(Number.isFinite)).toBe(true);
        expect(rings.ends.at(-1) ?? 0).toBe(rings.coordinates.length);
        let [sum, begin] = [0, 0];
        for (const end of rings.ends) {
          const ring = rings.coordinates.subarray(begin, end);
          for (let index = 0; index < ring.length; index += 2) {
            const next = (index + 2) % ring.length;
            sum += (ring[index]! * ring[next + 1]! - ring[next]! * ring[index + 1]!) / 2;
          }
          begin = end;
        }
        expect(sum).toBeCloseTo(area, 6);
      }
      for (const point of asked) {
        const seen = partsOf(region).filter(
          ({ rings }) => percentAt(point, { clear: { percent: 1, rings, area: 0 }, dimmed: [] }) > 0,
        );
        expect(seen.length).toBeLessThanOrEqual(1);
      }
    }),
    settings,
  );
});
