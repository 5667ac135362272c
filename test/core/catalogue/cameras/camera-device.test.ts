import { describe, expect, test } from 'vitest';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import {
  cameraDeviceName,
  deviceOfCamera,
  fieldsAtFocalLength,
  isAsInCatalogue,
  lensRange,
} from '../../../../core/catalogue/cameras/camera-device.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { fieldsOfDevice } from '../../../../core/catalogue/device-fields.ts';
import { devices } from '../../../../core/catalogue/devices.ts';
import { updateRecord } from '../../../../core/operations/update-records.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { getRecord } from '../../../../core/plan/plan.ts';
import { toDegrees } from '../../../../core/units.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';

const table = granted(bundledCameras());
const named = (model: string): CatalogueCamera => {
  const found = table.find((camera) => camera.model === model);
  if (!found) throw new Error(`The table has no ${model}.`);
  return found;
};
const zoom = named('P3287-LVE');
const before = record('camera', { at: { x: 0, y: 0 } });

/** The record after it was given fields. */
function given(fields: object) {
  const plan = testPlan(before);
  const after = applyDiff(plan, granted(updateRecord(plan, before.id, fields)));
  const camera = getRecord(after, before.id);
  if (!camera) throw new Error('The camera is gone.');
  return camera;
}

test('no two cameras of the table are the same device', () => {
  expect(new Set(table.map(cameraDeviceName)).size).toBe(table.length);
  expect(cameraDeviceName({ maker: 'M'.repeat(100), model: 'N'.repeat(200) })).toHaveLength(200);
});

test.each(table.map((camera) => [cameraDeviceName(camera), camera] as const))(
  '%s is taken by a record, and is then as in the catalogue',
  (name, camera) => {
    const taken = given(deviceOfCamera(camera).fields);
    expect(taken).toMatchObject({ device: name, minimumLux: camera.minimumLux });
    expect(isAsInCatalogue(taken, camera)).toBe(true);
    expect(isAsInCatalogue({ ...taken, widthPx: taken.widthPx + 1 }, camera)).toBe(false);
  },
);

test('infrared light that a source says is not there is none known', () => {
  expect(deviceOfCamera(named('M3085-V')).fields.infraredRange).toBeNull();
  expect(deviceOfCamera(zoom).fields.infraredRange).toBe(40);
});

test('a generic device after it keeps none of its figures', () => {
  const generic = devices.find(({ key }) => key === 'dome-4mp-2-8');
  if (!generic) throw new Error('No such device.');
  expect(fieldsOfDevice(generic)).toMatchObject({ minimumLux: null, infraredRange: null });
});

describe('the lens', () => {
  const across = (fields: ReturnType<typeof fieldsAtFocalLength>) =>
    fields.fieldOfView && Math.round(toDegrees(fields.fieldOfView.horizontal) * 10) / 10;

  test('has two ends where it can be set', () => {
    expect(lensRange(zoom)).toEqual({ least: 3, most: 8.5 });
    expect(lensRange(named('M2035-LE'))).toBeNull();
    expect(lensRange({ ...zoom, wide: { ...zoom.wide, focalLengthMm: null } })).toBeNull();
  });

  test('takes its angles along, up to its ends', () => {
    expect(across(fieldsAtFocalLength(zoom, 8.5))).toBe(34);
    expect(across(fieldsAtFocalLength(zoom, 3))).toBe(zoom.wide.horizontalDeg);
    const between = across(fieldsAtFocalLength(zoom, 6));
    expect(between).toBeGreaterThan(34);
    expect(between).toBeLessThan(zoom.wide.horizontalDeg ?? 0);
  });

  test('has none that are stated beyond its ends, or where it cannot be set', () => {
    for (const focalLengthMm of [2.9, 8.6])
      expect(fieldsAtFocalLength(zoom, focalLengthMm)).toEqual({ focalLengthMm, fieldOfView: null });
    const fixed = named('M2035-LE');
    expect(fieldsAtFocalLength(fixed, 5)).toEqual({ focalLengthMm: 5, fieldOfView: null });
    expect(fieldsAtFocalLength(fixed, 3.2).fieldOfView).not.toBeNull();
  });

  test('of a fisheye leaves its angles as they are', () => {
    expect(fieldsAtFocalLength(named('IPC-EBW5641-AS'), 2)).toEqual({ focalLengthMm: 2 });
  });
});
