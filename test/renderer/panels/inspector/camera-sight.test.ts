import { expect, test } from 'vitest';
import { builtInProfiles } from '../../../../core/catalogue/level-profiles.ts';
import { fromDegrees, toDegrees } from '../../../../core/units.ts';
import { cameraNotes, notesOfCameras } from '../../../../renderer/panels/inspector/camera/camera-notes.ts';
import {
  cameraSight,
  sightFaults,
  withViewAngle,
} from '../../../../renderer/panels/inspector/camera/camera-sight.ts';
import { record } from '../../../support/plan-builder.ts';

const [dori, , later] = builtInProfiles;

const dome = record('camera', {
  height: 4,
  tilt: fromDegrees(20),
  widthPx: 2688,
  heightPx: 1520,
  fieldOfView: { horizontal: fromDegrees(95), vertical: fromDegrees(52) },
});

test('reach, area and dead zone are those of the flat model', () => {
  const { levels, model, deadZone } = cameraSight(dome, dori);
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
  const { levels } = cameraSight({ ...dome, range: 15 }, dori);
  expect(levels.map(({ reach }) => reach.toFixed(1))).toEqual(['4.9', '9.9', '15.0', '15.0']);
});

test('a level that ends before the dead zone has no area', () => {
  const high = { ...dome, height: 12 };
  const { levels } = cameraSight(high, dori);
  expect(levels.map(({ area }) => area === null)).toEqual([true, true, false, false]);
});

test('a camera that looks up sees nothing on the ground', () => {
  const { deadZone, levels } = cameraSight({ ...dome, tilt: fromDegrees(-60) }, later);
  expect(deadZone).toBeNull();
  expect(levels).toHaveLength(7);
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

const profile = dori;
const settings = { levelProfile: dori.id, ownProfiles: [], displayUnit: 'm' } as const;
/** As it is placed: 3 m high, 15° down, 2.8 mm on a chip of 5.568 by 3.132 mm. */
const placed = (values: object = {}) => record('camera', values);

// Half the height of the picture is atan(3.132 / 2f): 29.2° at 2.8 mm, 7.4° at 12 mm, 1.8° at 50 mm.
test.each<[string, object, readonly object[]]>([
  ['as it is placed it sees the horizon', {}, [{ type: 'no-far-edge' }]],
  ['up to its range', { range: 30 }, []],
  [
    // Far edge at (3 − 1.7) / tan (15° − 7.4°); I alone would reach 16.5 m.
    'a longer lens with its tilt ends before any level',
    { focalLengthMm: 12 },
    [{ type: 'ends-before', far: expect.closeTo(9.8, 1) }],
  ],
  ['with less tilt it does not', { focalLengthMm: 12, tilt: fromDegrees(8.5) }, []],
  ['nor where its range ends before', { focalLengthMm: 12, range: 9 }, []],
  [
    'a long one that looks up sees nothing',
    { focalLengthMm: 50, tilt: fromDegrees(-3) },
    [{ type: 'nothing' }],
  ],
  [
    'so does one below head height that looks down',
    { height: 1, tilt: fromDegrees(40) },
    [{ type: 'nothing' }],
  ],
  [
    // Dead zone of (12 − 1.7) / tan (15° + 29.2°); I reaches 3.9 m, R 7.7 m.
    'one that hangs high has levels within its dead zone',
    { height: 12 },
    [{ type: 'in-dead-zone', near: expect.closeTo(10.6, 1), letters: ['I', 'R'] }, { type: 'no-far-edge' }],
  ],
  [
    'and may see nothing within its range',
    { height: 12, range: 10 },
    [{ type: 'out-of-range', near: expect.closeTo(10.6, 1), range: 10 }],
  ],
])('what lens and tilt make of each other: %s', (_name, values, faults) => {
  expect(sightFaults(placed(values), profile)).toEqual(faults);
});

test('each is a sentence in the unit of the plan', () => {
  expect(cameraNotes(placed({ height: 12 }), settings)).toEqual([
    'Met nowhere, since the dead zone of 10.6 m is larger: I, R. Tilt it more, or mount it lower.',
    'The picture goes up to the horizon: no far edge, levels end by their pixels alone.',
  ]);
  expect(cameraNotes(placed({ focalLengthMm: 12 }), { ...settings, displayUnit: 'ft-in' })).toEqual([
    `At head height the picture ends at 32'-1 3/8", before any level does: this lens sees farther with less tilt.`,
  ]);
  expect(cameraNotes(placed({ height: 12, range: 10 }), settings)).toEqual([
    'Sees nothing: the dead zone of 10.6 m is as large as the range of 10.0 m. Tilt it more.',
  ]);
  expect(cameraNotes(placed({ tilt: fromDegrees(-60) }), settings)).toEqual([
    'Sees nothing at head height: check lens, mounting height and tilt.',
  ]);
});

test('of several cameras it is said how many, and nothing of those that see the horizon', () => {
  const fine = [placed(), placed({ range: 30 })];
  expect(notesOfCameras(fine, settings)).toEqual([]);
  const long = placed({ focalLengthMm: 12 });
  expect(notesOfCameras([...fine, long, long, placed({ tilt: -1.5 })], settings)).toEqual([
    '1 of 5 see nothing at head height: check lens, mounting height and tilt.',
    '2 of 5 have a picture that ends before any level does: their lens sees farther with less tilt.',
  ]);
  const high = placed({ height: 12 });
  expect(notesOfCameras([high, placed({ height: 12, range: 10 })], settings)).toEqual([
    '1 of 2 see nothing within their range: tilt them more.',
    '1 of 2 have levels that end within their dead zone.',
  ]);
});
