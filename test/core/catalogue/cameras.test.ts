import { describe, expect, test } from 'vitest';
import { devices } from '../../../core/catalogue/devices.ts';
import { fieldOfViewOf, reachOf } from '../../../core/geometry/camera-footprint.ts';
import { type Given, record } from '../../support/plan-builder.ts';

const IDENTIFY = 250;
const cameras = devices
  .filter(({ kind }) => kind === 'camera')
  .map(({ name, detail, fields }) => ({
    name,
    detail,
    camera: record('camera', fields as Given<'camera'>),
  }));

describe.each(cameras)('$name', ({ detail, camera }) => {
  test('says the field of view that its lens and sensor give', () => {
    const said = Number(/^(\d+)°/.exec(detail)?.[1]);
    expect(Math.abs(said - (fieldOfViewOf(camera).horizontal * 180) / Math.PI)).toBeLessThanOrEqual(0.7);
  });
});

const reaching = cameras.flatMap(({ name, detail, camera }) => {
  const said = /Identify ([\d.]+) m/.exec(detail)?.[1];
  return said === undefined ? [] : [{ name, said: Number(said), camera }];
});

test.each(reaching)('$name says the reach it has', ({ said, camera }) => {
  expect(Math.abs(said - reachOf(camera, IDENTIFY))).toBeLessThanOrEqual(0.06);
});

test('there is a camera of every type', () => {
  expect(new Set(cameras.map(({ camera }) => camera.type))).toEqual(
    new Set(['fixed', 'ptz', 'panoramic', 'multisensor', 'thermal']),
  );
});
