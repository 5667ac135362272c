import { describe, expect, test } from 'vitest';
import { updateRecord } from '../../../../core/operations/update-records.ts';
import {
  countedNotes,
  listOf,
  newPreset,
  newSensor,
  ownDirection,
  shownDirection,
  withItem,
  withMoved,
  withoutItem,
  withTilt,
} from '../../../../renderer/panels/inspector/camera/aimed-views.ts';
import { record, testPlan } from '../../../support/plan-builder.ts';

const at = { x: 0, y: 0 };
const preset = { name: 'Gate', direction: 0.5, tilt: 0.2, focalLengthMm: 20 };
const sensor = { direction: 0, tilt: null, focalLengthMm: null };
const ptz = record('camera', { at, type: 'ptz', direction: 1, tilt: 0.3, presets: [preset] });

test('only the types that have several views have a list of them', () => {
  const types = ['fixed', 'ptz', 'panoramic', 'multisensor', 'thermal'] as const;
  expect(types.map((type) => listOf({ type }))).toEqual([null, 'presets', null, 'sensors', null]);
});

describe('directions of views', () => {
  test('are shown on the plan and kept from that of the camera', () => {
    expect(shownDirection(ptz, 0.5)).toBe(1.5);
    expect(ownDirection(ptz, 1.5)).toBeCloseTo(0.5, 12);
  });

  test.each([
    [1 + Math.PI + 0.1, -Math.PI + 0.1],
    [1 - Math.PI - 0.1, Math.PI - 0.1],
    [1 + Math.PI, Math.PI],
    [1 - Math.PI, Math.PI],
  ])('%f is kept within half a turn', (shown, own) => {
    expect(ownDirection(ptz, shown)).toBeCloseTo(own, 9);
  });
});

test('lists are changed, moved and shortened at one place', () => {
  expect(
    withItem(
      [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
      1,
      { b: 5 },
    ),
  ).toEqual([
    { a: 1, b: 2 },
    { a: 3, b: 5 },
  ]);
  expect(withMoved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(withMoved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(withMoved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(withMoved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(withoutItem(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});

describe('what is added', () => {
  test('as a preset looks where the camera does, under a number that is free', () => {
    expect(newPreset(ptz)).toEqual({ name: 'Preset 2', direction: 0, tilt: 0.3, focalLengthMm: null });
    const taken = { ...ptz, presets: [{ ...preset, name: 'Preset 2' }] };
    expect(newPreset(taken).name).toBe('Preset 3');
  });

  test('as a sensor goes round clockwise by quarter turns, with the lens of the last', () => {
    const camera = record('camera', { at, type: 'multisensor' });
    expect(newSensor(camera)).toEqual(sensor);
    let sensors = [{ ...sensor, tilt: 0.4 }];
    for (let index = 0; index < 3; index += 1)
      sensors = [...sensors, newSensor({ ...camera, sensors })] as never;
    expect(sensors.map(({ direction }) => Math.round((direction * 180) / Math.PI))).toEqual([
      0, -90, 180, 90,
    ]);
    expect(sensors.map(({ tilt }) => tilt)).toEqual([0.4, 0.4, 0.4, 0.4]);
  });

  test('is taken by the plan', () => {
    const plan = testPlan(ptz);
    for (const presets of [[preset, newPreset(ptz)], []])
      expect(updateRecord(plan, ptz.id, { presets })).toMatchObject({ ok: true });
    expect(updateRecord(plan, ptz.id, { tiltRange: withTilt(ptz, 'most', 1) })).toMatchObject({ ok: true });
  });
});

test('the tilts of a PTZ begin with its own, and emptied are none', () => {
  expect(withTilt(ptz, 'most', 1)).toEqual({ least: 0.3, most: 1 });
  expect(withTilt({ ...ptz, tiltRange: { least: 0.1, most: 1 } }, 'least', 0.2)).toEqual({
    least: 0.2,
    most: 1,
  });
  expect(withTilt({ ...ptz, tiltRange: { least: 0.1, most: 1 } }, 'least', null)).toBeNull();
});

describe('what of a camera counts', () => {
  const notes = (fields: object) => countedNotes({ ...ptz, ...fields });

  test('is said of a PTZ: its presets, else its reach', () => {
    expect(notes({})).toEqual(['Coverage counts its presets (1), and not its reach.']);
    expect(notes({ presets: [] })).toEqual([
      'Coverage counts its reach: all round, at its own tilt of 17.2°. It never sees all of that at once.',
    ]);
    expect(notes({ presets: [], tiltRange: { least: 0, most: Math.PI / 2 } })).toEqual([
      'Coverage counts its reach: all round, tilted from 0.0° to 90.0°. It never sees all of that at once.',
    ]);
  });

  test('is said of a multisensor: its sensors, else one picture', () => {
    const several = { type: 'multisensor', presets: [] };
    expect(notes({ ...several, sensors: [sensor, sensor] })).toEqual([
      'Coverage counts its sensors (2), each by its own direction. Lens, sensor and pixels are those of one.',
    ]);
    expect(notes(several)).toEqual([
      'Coverage counts one picture with the angles below. Add sensors to give each its own direction.',
    ]);
  });

  test('is not said where there is only the picture, but what is kept of another type is', () => {
    expect(notes({ type: 'fixed', presets: [] })).toEqual([]);
    expect(notes({ type: 'fixed' })).toEqual(['Its presets (1) are kept, and do not count for this type.']);
    expect(notes({ sensors: [sensor] })).toEqual([
      'Coverage counts its presets (1), and not its reach.',
      'Its sensors (1) are kept, and do not count for this type.',
    ]);
  });

  test('is said to be nothing where a figure is none', () => {
    expect(notes({ presets: [], tiltRange: { least: 1, most: 0.5 } })).toEqual([
      'Coverage cannot count this camera. The greatest tilt is 28.65°, less than the least, 57.3°.',
    ]);
  });
});
