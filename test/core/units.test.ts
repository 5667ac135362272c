import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromBearing,
  fromDegrees,
  METRES_PER_FOOT,
  METRES_PER_INCH,
  normaliseAngle,
  quantiseAngle,
  quantiseLength,
  toBearing,
  toDegrees,
} from '../../core/units.ts';

const settings = { seed: 20_261_124, numRuns: 500 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Half a turn to the millionth of a radian. */
const HALF_TURN = 3_141_592 / 1_000_000;
const north = between(-Math.PI, Math.PI);

describe('lengths', () => {
  test('are kept to the millimetre, ties away from zero, zero without a sign', () => {
    const lengths = [1.2344, 1.2346, 0.0005, -0.0005, -0.0001, 1_000_000, 0.1 + 0.2];
    expect(lengths.map(quantiseLength)).toEqual([1.234, 1.235, 0.001, -0.001, 0, 1_000_000, 0.3]);
    expect(METRES_PER_INCH * 12).toBeCloseTo(METRES_PER_FOOT, 15);
  });

  test('quantised stay as they are, and within half a millimetre', () => {
    fc.assert(
      fc.property(between(-1e6, 1e6), (metres) => {
        const once = quantiseLength(metres);
        expect(quantiseLength(once)).toBe(once);
        expect(quantiseLength(-metres)).toBe(once === 0 ? 0 : -once);
        expect(Math.abs(once - metres)).toBeLessThanOrEqual(0.000_500_001);
      }),
      settings,
    );
  });
});

describe('angles', () => {
  test('are kept in (-π, π], half a turn as the largest millionth', () => {
    const angles = [0, Math.PI, -Math.PI, 3 * Math.PI, -0, 7, -Math.PI / 2, 2 * Math.PI];
    expect(angles.map(quantiseAngle)).toEqual([
      0,
      HALF_TURN,
      HALF_TURN,
      HALF_TURN,
      0,
      0.716_815,
      -1.570_796,
      0,
    ]);
    expect([Math.PI, -Math.PI, 5 * Math.PI].map(normaliseAngle)).toEqual([Math.PI, Math.PI, Math.PI]);
  });

  test('quantised stay as they are, in range, and the same direction', () => {
    fc.assert(
      fc.property(between(-1000, 1000), (radians) => {
        const once = quantiseAngle(radians);
        expect(quantiseAngle(once)).toBe(once);
        expect(once > -Math.PI && once <= Math.PI).toBe(true);
        expect(Math.abs(Math.sin((once - radians) / 2))).toBeLessThan(1e-6);
      }),
      settings,
    );
  });

  test('in degrees and back', () => {
    expect([toDegrees(Math.PI), fromDegrees(180)]).toEqual([180, Math.PI]);
  });
});

/*        0°
 *   270° ─┼─ 90°      angles run the other way from +x
 *       180°          */
describe('bearings', () => {
  test('run clockwise from plan north', () => {
    const angles = [Math.PI / 2, 0, -Math.PI / 2, Math.PI];
    expect(angles.map((angle) => toBearing(angle))).toEqual([0, 90, 180, 270]);
    expect([0, 90, 180, 270].map((bearing) => fromBearing(bearing))).toEqual(angles);
  });

  test('from a north that is turned anticlockwise are larger', () => {
    expect(toBearing(Math.PI / 2, fromDegrees(30))).toBeCloseTo(30, 12);
    expect(fromBearing(0, Math.PI / 2)).toBe(Math.PI);
  });

  test('are in [0, 360) and lead back', () => {
    fc.assert(
      fc.property(between(-20, 20), north, (angle, from) => {
        const bearing = toBearing(angle, from);
        expect(bearing >= 0 && bearing < 360).toBe(true);
        expect(Math.abs(Math.sin((fromBearing(bearing, from) - angle) / 2))).toBeLessThan(1e-12);
      }),
      settings,
    );
    expect(Object.is(toBearing(Math.PI / 2), 0)).toBe(true);
    expect(toBearing(Math.PI / 2 + 1e-17)).toBe(0);
  });
});
