import { expect, test } from 'vitest';
import { fromDegrees, toDegrees } from '../../../../core/units.ts';
import { cameraSight, withViewAngle } from '../../../../renderer/panels/inspector/camera/camera-sight.ts';
import { record } from '../../../support/plan-builder.ts';

const dome = record('camera', {
  height: 4,
  tilt: fromDegrees(20),
  widthPx: 2688,
  heightPx: 1520,
  fieldOfView: { horizontal: fromDegrees(95), vertical: fromDegrees(52) },
});

test('reach, area and dead zone are those of the flat model', () => {
  const { levels, model, deadZone } = cameraSight(dome, 'iec-62676-4-2014');
  expect(model).toBe('flat');
  // 2688 px / (2 · 250 px/m · tan 47.5°)
  expect(levels.map(({ letter, reach }) => [letter, reach.toFixed(1)])).toEqual([
    ['I', '4.9'],
    ['R', '9.9'],
    ['O', '19.7'],
    ['D', '49.3'],
  ]);
  // (4 − 1.7) m / tan (20° + 26°)
  expect(deadZone).toBeCloseTo(2.2211, 3);
  const [identify] = levels;
  // Half of 95° in radians times the difference of the squares of reach and dead zone.
  expect(identify?.area).toBeCloseTo((fromDegrees(95) / 2) * ((identify?.reach ?? 0) ** 2 - 2.2211 ** 2), 2);
});

test('no level reaches farther than the camera does', () => {
  const { levels } = cameraSight({ ...dome, range: 15 }, 'iec-62676-4-2014');
  expect(levels.map(({ reach }) => reach.toFixed(1))).toEqual(['4.9', '9.9', '15.0', '15.0']);
});

test('a level that ends before the dead zone has no area', () => {
  const high = { ...dome, height: 12 };
  const { levels } = cameraSight(high, 'iec-62676-4-2014');
  expect(levels.map(({ area }) => area === null)).toEqual([true, true, false, false]);
});

test('a camera that looks up sees nothing on the ground', () => {
  const { deadZone, levels } = cameraSight({ ...dome, tilt: fromDegrees(-60) }, 'iec-62676-4-2025');
  expect(deadZone).toBeNull();
  expect(levels).toHaveLength(5);
  expect(levels.every(({ area }) => area === null)).toBe(true);
});

test('typing one angle of view keeps the other; emptying it goes back to lens and sensor', () => {
  const lens = record('camera');
  const typed = withViewAngle(lens, 'horizontal', fromDegrees(100));
  expect(toDegrees(typed?.horizontal ?? 0)).toBeCloseTo(100, 9);
  // 2 · atan (3.132 mm / (2 · 2.8 mm))
  expect(toDegrees(typed?.vertical ?? 0)).toBeCloseTo(58.44, 1);
  expect(withViewAngle(dome, 'vertical', null)).toBeNull();
});
