import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBetween, lerp, rotate } from '../../../core/geometry/point.ts';
import {
  distanceToSegment,
  isOnSegment,
  lineIntersection,
  nearestOnSegment,
  projectOnLine,
  type Segment,
  segmentIntersection,
  segmentsTouch,
  sideOf,
} from '../../../core/geometry/segment.ts';
import { angle, between, gridPlace, place, settings } from './arbitraries.ts';

const at = (x: number, y: number) => ({ x, y });

/*      2 |     b
 *      1 |   ×
 *      0 a ------ c     */
describe('a segment', () => {
  const diagonal: Segment = [at(0, 0), at(2, 2)];

  test('knows its sides exactly', () => {
    expect([sideOf(at(0, 1), diagonal), sideOf(at(1, 0), diagonal), sideOf(at(1, 1), diagonal)]).toEqual([
      1, -1, 0,
    ]);
    // Ordinary arithmetic gives 0 for both.
    const flat: Segment = [at(12, 12), at(24, 24)];
    expect(sideOf(at(0.5, 0.5 + 2 ** -53), flat)).toBe(1);
    expect(sideOf(at(0.5 + 2 ** -53, 0.5), flat)).toBe(-1);
  });

  test('is nearest at its foot, or at an end', () => {
    expect(nearestOnSegment(at(0, 2), ...diagonal)).toEqual(at(1, 1));
    expect(nearestOnSegment(at(9, 9), ...diagonal)).toEqual(at(2, 2));
    expect(distanceToSegment(at(-3, -4), ...diagonal)).toBe(5);
    expect(projectOnLine(at(4, 4), diagonal)).toBe(2);
  });

  test('of no length is its point', () => {
    const dot: Segment = [at(1, 1), at(1, 1)];
    expect([projectOnLine(at(5, 5), dot), distanceToSegment(at(4, 5), ...dot)]).toEqual([0, 5]);
    expect(lineIntersection(dot, diagonal)).toBeNull();
    expect([segmentsTouch(dot, diagonal), segmentsTouch(dot, [at(2, 2), at(3, 3)])]).toEqual([true, false]);
    expect(segmentIntersection(dot, diagonal)).toEqual(at(1, 1));
  });

  test('no place of it is nearer than the nearest', () => {
    fc.assert(
      fc.property(place, place, place, between(0, 1), (point, start, end, t) => {
        const nearest = distanceToSegment(point, start, end);
        expect(nearest).toBeLessThanOrEqual(distanceBetween(point, lerp(start, end, t)) + 1e-9);
      }),
      settings,
    );
  });
});

describe('two segments', () => {
  test('cross, touch, miss', () => {
    const flat: Segment = [at(0, 0), at(4, 0)];
    expect(segmentIntersection(flat, [at(1, -1), at(1, 1)])).toEqual(at(1, 0));
    expect(segmentIntersection(flat, [at(3, 0), at(3, 1)])).toEqual(at(3, 0));
    expect(segmentIntersection(flat, [at(4, 0), at(8, 0)])).toEqual(at(4, 0));
    expect(segmentIntersection(flat, [at(3, 0), at(8, 0)])).toBeNull();
    expect(segmentIntersection(flat, [at(1, 0.001), at(1, 1)])).toBeNull();
    expect(segmentsTouch(flat, [at(3, 0), at(8, 0)])).toBe(true);
    expect(segmentsTouch(flat, [at(4.001, 0), at(8, 0)])).toBe(false);
    expect(lineIntersection(flat, [at(9, 5), at(9, 6)])).toEqual(at(9, 0));
    expect(lineIntersection(flat, [at(0, 1), at(4, 1)])).toBeNull();
  });

  test('that cross too flatly for arithmetic still meet where both are', () => {
    const first: Segment = [at(0, 0), at(1e6, 1e-7)];
    const second: Segment = [at(0, 1e-7), at(1e6, 0)];
    const meeting = segmentIntersection(first, second);
    expect(meeting && distanceToSegment(meeting, ...second)).toBeLessThan(1e-6);
  });

  test('touch the same way whatever their order and direction, and where they do they meet', () => {
    fc.assert(
      fc.property(gridPlace, gridPlace, gridPlace, gridPlace, (a, b, c, d) => {
        const touch = segmentsTouch([a, b], [c, d]);
        expect([segmentsTouch([c, d], [a, b]), segmentsTouch([b, a], [c, d])]).toEqual([touch, touch]);
        const meeting = segmentIntersection([a, b], [c, d]);
        if (!touch) expect(meeting).toBeNull();
        if (!meeting) return;
        expect(distanceToSegment(meeting, a, b)).toBeLessThan(1e-12);
        expect(distanceToSegment(meeting, c, d)).toBeLessThan(1e-12);
      }),
      { ...settings, numRuns: 2000 },
    );
  });

  test('touch exactly when some place of one is on the other: all halves of a grid are tried', () => {
    fc.assert(
      fc.property(gridPlace, gridPlace, gridPlace, (a, b, middle) => {
        // The middle of c–d is on c–d, so that a–b touches it whenever it holds that middle.
        const c = at(middle.x - 1, middle.y - 2);
        const d = at(middle.x + 1, middle.y + 2);
        if (isOnSegment(middle, [a, b])) expect(segmentsTouch([a, b], [c, d])).toBe(true);
      }),
      { ...settings, numRuns: 2000 },
    );
  });

  test('turned together they meet at the turned point', () => {
    fc.assert(
      fc.property(place, place, place, place, angle, (a, b, c, d, turn) => {
        const meeting = segmentIntersection([a, b], [c, d]);
        const [ta, tb, tc, td] = [a, b, c, d].map((point) => rotate(point, turn));
        if (!meeting || !ta || !tb || !tc || !td) return;
        const turned = segmentIntersection([ta, tb], [tc, td]);
        // An end that only just touched may be let go by rounding.
        if (turned) expect(distanceBetween(turned, rotate(meeting, turn))).toBeLessThan(1e-6);
        else expect(Math.min(...[a, b].map((end) => distanceToSegment(end, c, d)))).toBeLessThan(1e-6);
      }),
      settings,
    );
  });
});
