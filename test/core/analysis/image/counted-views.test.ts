import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CameraOptics,
  countedViews,
  rangeInTheDark,
} from '../../../../core/analysis/image/counted-views.ts';
import { withFocalLength } from '../../../../core/analysis/image/optics.ts';
import { levelRegion, pictureOnPlane } from '../../../../core/analysis/image/plane-region.ts';
import { reachViewOf } from '../../../../core/analysis/image/view.ts';
import { fromDegrees, toDegrees } from '../../../../core/units.ts';
import { settings } from '../../geometry/arbitraries.ts';
import { camera, isSound, mounting, optics, refusalIn, sheet, valueIn } from './cameras.ts';

const counted = (fields: Partial<CameraOptics>) => valueIn(countedViews({ ...camera, ...fields }));
const refused = (fields: Partial<CameraOptics>) => refusalIn(countedViews({ ...camera, ...fields }));
const sensor = (degrees: number, rest: Partial<CameraOptics['sensors'][number]> = {}) => ({
  direction: fromDegrees(degrees),
  tilt: null,
  focalLengthMm: null,
  ...rest,
});
const preset = (name: string, rest: Partial<CameraOptics['presets'][number]> = {}) => ({
  name,
  direction: 0,
  tilt: 0.2,
  focalLengthMm: null,
  ...rest,
});

describe('the views of a camera that count', () => {
  test('of a fixed or thermal one are its picture', () => {
    for (const type of ['fixed', 'thermal'] as const) {
      const { countedAs, views, model, leftOut } = counted({ type, roll: 0.1 });
      expect([countedAs, views.length, views[0]?.view.picture, model, leftOut]).toEqual([
        'picture',
        1,
        'frustum',
        'flat',
        [],
      ]);
    }
  });

  test('of a panoramic one are its round picture, by the arc model', () => {
    const round = counted({ type: 'panoramic', fieldOfView: sheet(180, 80), roll: 0.1 });
    expect([round.views[0]?.view.picture, round.model, round.leftOut]).toEqual(['panorama', 'arc', ['roll']]);
    expect(counted({ type: 'panoramic', fieldOfView: sheet(170, 80) }).model).toBe('arc');
    expect(counted({ fieldOfView: sheet(190, 80) }).model).toBe('arc');
  });

  test('of one with sensors are that of each, turned from its own direction', () => {
    const { countedAs, views } = counted({
      type: 'multisensor',
      direction: 1,
      sensors: [sensor(0), sensor(90, { tilt: 0.5 }), sensor(180, { focalLengthMm: 5.6 })],
    });
    expect([countedAs, views.map(({ name }) => name)]).toEqual(['sensors', ['1', '2', '3']]);
    expect(views.map(({ view }) => view.direction)).toEqual([1, 1 + Math.PI / 2, 1 + Math.PI]);
    expect(views.map(({ view }) => view.tilt)).toEqual([camera.tilt, 0.5, camera.tilt]);
    expect(views.map(({ view }) => toDegrees(view.fieldOfView.horizontal).toFixed(2))).toEqual([
      '89.67',
      '89.67',
      '52.87',
    ]);
    const whole = counted({ type: 'multisensor', fieldOfView: sheet(360, 70), presets: [preset('A')] });
    expect([whole.countedAs, whole.model, whole.leftOut]).toEqual(['picture', 'arc', ['presets']]);
  });

  test('of a PTZ one are its presets, or what it can reach', () => {
    const presets = [preset('Gate', { direction: 0.3 }), preset('Far', { focalLengthMm: 28, tilt: 0.1 })];
    const set = counted({ type: 'ptz', direction: 1, presets });
    expect([set.countedAs, set.views.map(({ name }) => name)]).toEqual(['presets', ['Gate', 'Far']]);
    expect(set.views.map(({ view }) => view.direction)).toEqual([1.3, 1]);
    const reach = counted({ type: 'ptz', sensors: [sensor(0)], roll: 0.1 });
    expect([reach.countedAs, reach.views[0]?.view.picture, reach.leftOut]).toEqual([
      'reach',
      'reach',
      ['roll', 'sensors'],
    ]);
    expect(reach.views[0]?.view).toMatchObject({ tilts: { least: camera.tilt, most: camera.tilt } });
    const tilts = { least: 0, most: 1.5 };
    expect(counted({ type: 'ptz', tiltRange: tilts }).views[0]?.view).toMatchObject({ tilts });
  });

  test('reach as far as the longest preset when that looks the same way', () => {
    const [near, far] = counted({
      type: 'ptz',
      presets: [preset('A'), preset('B', { focalLengthMm: 28, tilt: 0.02 })],
    }).views;
    const farthest = (view: typeof near) =>
      Math.max(...(levelRegion(view!.view, 125, 1.7, 'flat', null).polygon?.ring ?? []).map(({ x }) => x));
    expect(farthest(far)).toBeGreaterThan(4 * farthest(near));
  });
});

describe('another focal length', () => {
  test('narrows an angle of the data sheet by the tangent of its half', () => {
    const zoomed = valueIn(withFocalLength({ ...optics, fieldOfView: sheet(90, 60) }, 5.6));
    expect(Math.tan((zoomed.fieldOfView?.horizontal ?? 0) / 2)).toBeCloseTo(0.5, 12);
    expect(Math.tan((zoomed.fieldOfView?.vertical ?? 0) / 2)).toBeCloseTo(Math.tan(fromDegrees(30)) / 2, 12);
    expect(valueIn(withFocalLength(optics, 5.6))).toEqual({ ...optics, focalLengthMm: 5.6 });
  });

  test('is none of a lens of half a turn and more', () => {
    expect(refusalIn(withFocalLength({ ...optics, fieldOfView: sheet(180, 90) }, 5)).message).toBe(
      'Another focal length needs angles of view below 180°: this lens has none of the usual kind.',
    );
  });
});

test('in the dark a camera sees as far as its own light, and nothing when that is unknown', () => {
  expect(rangeInTheDark({ range: null, infraredRange: 40 })).toBe(40);
  expect(rangeInTheDark({ range: 30, infraredRange: 40 })).toBe(30);
  expect(rangeInTheDark({ range: 30, infraredRange: null })).toBe(0);
});

test.each<readonly [Partial<CameraOptics>, string, string]>([
  [{ focalLengthMm: 0 }, 'focalLengthMm', 'The focal length is 0 mm; it must be from 0.01 mm to 10000 mm.'],
  [{ focalLengthMm: Number.NaN }, 'focalLengthMm', 'The focal length is not a number.'],
  [{ sensorWidthMm: -1 }, 'sensorWidthMm', 'The sensor width is -1 mm; it must be from 0.01 mm to 10000 mm.'],
  [
    { sensorHeightMm: 0 },
    'sensorHeightMm',
    'The sensor height is 0 mm; it must be from 0.01 mm to 10000 mm.',
  ],
  [
    { widthPx: 0 },
    'widthPx',
    'The number of pixels across is 0 px; it must be a whole number from 1 px to 100000 px.',
  ],
  [
    { heightPx: 10.5 },
    'heightPx',
    'The number of pixels from top to bottom is 10.5 px; it must be a whole number from 1 px to 100000 px.',
  ],
  [
    { fieldOfView: sheet(400, 60) },
    'fieldOfView.horizontal',
    'The horizontal angle of view is 400°; it must be from 0.06° to 360°.',
  ],
  [
    { fieldOfView: sheet(90, 0) },
    'fieldOfView.vertical',
    'The vertical angle of view is 0°; it must be from 0.06° to 360°.',
  ],
  [
    { fieldOfView: sheet(100, 185) },
    'fieldOfView.vertical',
    'The vertical angle of view is 185°, which goes with a horizontal angle of 180° or more; that is 100°.',
  ],
  [{ height: -1 }, 'height', 'The height of the lens is -1 m; it must be from 0 m to 1000000 m.'],
  [{ tilt: Number.POSITIVE_INFINITY }, 'tilt', 'The tilt is not a number.'],
  [{ roll: Number.NaN }, 'roll', 'The roll is not a number.'],
  [{ direction: Number.NaN }, 'direction', 'The direction is not a number.'],
  [{ at: { x: Number.NaN, y: 0 } }, 'at', 'The place of the camera is not a number.'],
  [{ range: -3 }, 'range', 'The range is -3 m; it must be from 0 m to 1000000 m.'],
  [{ minimumLux: -1 }, 'minimumLux', 'The least light is -1 lx; it must be from 0 lx to 1000000 lx.'],
  [{ infraredRange: Number.NaN }, 'infraredRange', 'The range of the infrared light is not a number.'],
  [
    { type: 'multisensor', sensors: [sensor(0), sensor(90, { focalLengthMm: 0 })] },
    'sensors.1.focalLengthMm',
    'Sensor 2: The focal length is 0 mm; it must be from 0.01 mm to 10000 mm.',
  ],
  [
    { type: 'ptz', presets: [preset('Gate', { tilt: Number.NaN })] },
    'presets.0.tilt',
    'Preset “Gate”: The tilt is not a number.',
  ],
  [
    { type: 'ptz', fieldOfView: sheet(90, 60), presets: [preset('Gate', { focalLengthMm: 0 })] },
    'presets.0.focalLengthMm',
    'Preset “Gate”: The focal length is 0 mm; it must be from 0.01 mm to 10000 mm.',
  ],
  [
    { type: 'ptz', fieldOfView: sheet(200, 60) },
    'fieldOfView',
    'A camera that is aimed has angles of view below 180°; this one has 200° and 60°.',
  ],
  [
    { type: 'ptz', tiltRange: { least: 1, most: 0.5 } },
    'tilts.most',
    'The greatest tilt is 28.65°, less than the least, 57.3°.',
  ],
  [
    { type: 'ptz', tiltRange: { least: -4, most: 0.5 } },
    'tilts.least',
    'The least tilt is -229.18°; it must be from -90° to 90°.',
  ],
  [
    { type: 'multisensor', sensors: Array.from({ length: 257 }, () => sensor(0)) },
    'sensors',
    'The camera has 257 sensors; it must be at most 256.',
  ],
])('what no camera can have is named: %j', (fields, field, message) => {
  expect(refused(fields)).toEqual({ field, message });
});

test('what the bounds allow is computed', () => {
  expect(counted({ height: 0, range: 0 }).views).toHaveLength(1);
  expect(
    counted({ fieldOfView: { horizontal: 6.283186, vertical: 1 } }).views[0]?.view.fieldOfView.horizontal,
  ).toBe(2 * Math.PI);
  const quarter = { least: -1.570797, most: 1.570797 };
  expect(reachViewOf(mounting, optics, quarter).ok).toBe(true);
});

const hostile = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, 5e-324, 1e-9, 360, 400),
  fc.double({ min: 0.01, max: 10, noNaN: true }),
);

test('no figures at all make a region of NaN', () => {
  let computed = 0;
  const figures = fc.record({
    focalLengthMm: hostile,
    sensorWidthMm: hostile,
    sensorHeightMm: hostile,
    height: hostile,
    tilt: hostile,
    roll: hostile,
    direction: hostile,
    widthPx: fc.oneof(hostile, fc.integer({ min: -1, max: 5000 })),
    fieldOfView: fc.option(fc.record({ horizontal: hostile, vertical: hostile }), { nil: null }),
    range: fc.option(hostile, { nil: null }),
  });
  const usual = fc.constantFrom<Partial<CameraOptics>>({}, { widthPx: 1920 }, optics);
  fc.assert(
    fc.property(
      figures,
      usual,
      fc.constantFrom<CameraOptics['type']>('fixed', 'ptz', 'panoramic', 'thermal', 'multisensor'),
      (given, sane, type) => {
        const fields: CameraOptics = { ...camera, ...given, ...sane, type };
        const result = countedViews(fields);
        if (!result.ok) {
          expect(result.error.message).toMatch(/^[A-Z].*\.$/);
          return;
        }
        computed += 1;
        for (const { view } of result.value.views) {
          for (const target of [0, 1.7, view.height]) {
            // A circle of 1000 km takes a while to draw.
            const range = Math.min(fields.range ?? 20, 20);
            expect(isSound(pictureOnPlane(view, target, range))).toBe(true);
            expect(isSound(levelRegion(view, 125, target, 'flat', range))).toBe(true);
          }
        }
      },
    ),
    { ...settings, numRuns: 800 },
  );
  expect(computed).toBeGreaterThan(50);
});
