import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { densityAt } from '../../../../core/analysis/image/density.ts';
import {
  type LensTask,
  lensesFor,
  levelsOfLens,
  type Sensor,
} from '../../../../core/analysis/image/lens-wizard.ts';
import { builtInProfiles } from '../../../../core/catalogue/level-profiles.ts';
import { toDegrees } from '../../../../core/units.ts';
import { between, settings } from '../../geometry/arbitraries.ts';
import { optics, refusalIn, sheet, valueIn, viewed } from './cameras.ts';

/** 1/3" 4 MP and 1/2.8" 2 MP sensors by their pitch. */
const four: Sensor = { sensorWidthMm: 5.376, sensorHeightMm: 3.04, widthPx: 2688, heightPx: 1520 };
const two: Sensor = { sensorWidthMm: 5.568, sensorHeightMm: 3.132, widthPx: 1920, heightPx: 1080 };
const task = (fields: Partial<LensTask> = {}): LensTask => ({
  pixelsPerMetre: 250,
  distance: 20,
  width: null,
  ...fields,
});

describe('the lens for a task', () => {
  test('of 250 px/m at 20 m is that of the worked examples', () => {
    expect(valueIn(lensesFor(four, task())).leastMm).toBeCloseTo(10, 9);
    expect(valueIn(lensesFor(two, task())).leastMm).toBeCloseTo(14.5, 9);
  });

  test('is any that is long enough for the detail and short enough for the width', () => {
    const lenses = valueIn(lensesFor(four, task({ width: 4 })));
    expect(lenses.leastMm).toBeCloseTo(10, 9);
    expect(lenses.mostMm).toBeCloseTo(26.88, 9);
    expect(lenses.widestPicture).toBeCloseTo(10.752, 9);
    expect(toDegrees(lenses.horizontal)).toBeCloseTo(2 * toDegrees(Math.atan(5.376 / 20)), 9);
    expect(valueIn(lensesFor(four, task())).mostMm).toBeNull();
  });

  test('does what was asked, and the longest no less across than asked', () => {
    fc.assert(
      fc.property(between(10, 500), between(1, 200), between(0.1, 1), (pixelsPerMetre, distance, part) => {
        const width = (part * four.widthPx) / pixelsPerMetre;
        const { leastMm, mostMm } = valueIn(lensesFor(four, { pixelsPerMetre, distance, width }));
        if (leastMm < 0.01 || (mostMm ?? 0) > 10_000) return;
        const at = { x: distance, y: 0 };
        const seen = (focalLengthMm: number) => viewed({ tilt: 0, height: 3 }, { ...four, focalLengthMm });
        expect(densityAt(seen(leastMm), at, 3, 'flat') / pixelsPerMetre).toBeCloseTo(1, 9);
        expect(four.widthPx / densityAt(seen(mostMm ?? 0), at, 3, 'flat') / width).toBeCloseTo(1, 9);
      }),
      settings,
    );
  });

  test('is none where the width needs more pixels than there are', () => {
    expect(refusalIn(lensesFor(two, task({ width: 8 })))).toEqual({
      field: 'width',
      message: '8 m at 250 px/m need 2000 pixels across, and the sensor has 1920.',
      neededPx: 2000,
    });
    expect(refusalIn(lensesFor(two, task({ width: 8.001 }))).neededPx).toBe(2001);
    expect(lensesFor(two, task({ width: 7.68 })).ok).toBe(true);
  });

  test.each([
    [two, task({ distance: 0 }), 'The distance is 0 m; it must be from 0.001 m to 1000000 m.'],
    [
      two,
      task({ pixelsPerMetre: 0 }),
      'The pixel density is 0 px/m; it must be from 0.001 px/m to 1000000 px/m.',
    ],
    [two, task({ width: Number.NaN }), 'The width is not a number.'],
    [
      { ...two, widthPx: 0 },
      task(),
      'The number of pixels across is 0 px; it must be a whole number from 1 px to 100000 px.',
    ],
  ])('is refused by name', (sensor, asked, message) => {
    expect(refusalIn(lensesFor(sensor, asked))).toMatchObject({ message, neededPx: null });
  });
});

describe('the reach of a lens', () => {
  const [dori] = builtInProfiles;

  test('is the distance at which each level ends, and the width of the picture there', () => {
    const { model, levels } = valueIn(
      levelsOfLens({ ...optics, ...four, focalLengthMm: 10 }, dori.levels, 'flat'),
    );
    expect(model).toBe('flat');
    expect(
      levels.map(({ level, distance, width }) => [level.key, distance.toFixed(3), width.toFixed(3)]),
    ).toEqual([
      ['identify', '20.000', '10.752'],
      ['recognise', '40.000', '21.504'],
      ['observe', '80.000', '43.008'],
      ['detect', '200.000', '107.520'],
    ]);
  });

  test('is the reverse of choosing a lens', () => {
    fc.assert(
      fc.property(between(1, 50), between(5, 1000), (focalLengthMm, pixelsPerMetre) => {
        const [reach] = valueIn(
          levelsOfLens({ ...optics, ...four, focalLengthMm }, [{ key: 'any', pixelsPerMetre }], 'flat'),
        ).levels;
        const { leastMm, widestPicture } = valueIn(
          lensesFor(four, { pixelsPerMetre, distance: reach?.distance ?? 0, width: null }),
        );
        expect(leastMm).toBeCloseTo(focalLengthMm, 6);
        expect(widestPicture).toBeCloseTo(reach?.width ?? 0, 9);
      }),
      settings,
    );
  });

  test('of a fisheye is by the arc, and said so', () => {
    const round = { ...optics, fieldOfView: sheet(185, 185), widthPx: 2560 };
    const { model, levels } = valueIn(levelsOfLens(round, dori.levels, 'flat'));
    expect([model, levels.at(-1)?.distance.toFixed(1)]).toEqual(['arc', '31.7']);
    expect(valueIn(levelsOfLens(round, dori.levels, 'centre')).model).toBe('centre');
    const half = { ...optics, fieldOfView: { horizontal: Math.PI, vertical: 1 } };
    expect(valueIn(levelsOfLens(half, dori.levels, 'flat')).model).toBe('arc');
    expect(levelsOfLens({ ...optics, focalLengthMm: 0 }, dori.levels, 'flat').ok).toBe(false);
  });
});
