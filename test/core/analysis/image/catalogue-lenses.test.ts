import { expect, test } from 'vitest';
import { camerasFor } from '../../../../core/analysis/image/catalogue-lenses.ts';
import { lensesOfCamera } from '../../../../core/analysis/image/lens-wizard.ts';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import { fromDegrees } from '../../../../core/units.ts';
import { granted } from '../../../support/plan-builder.ts';
import { optics } from './cameras.ts';

const all = granted(bundledCameras());
const identify = { pixelsPerMetre: 250, distance: 20, width: 4 };
const densityOf = (fields: (typeof found)[number]['fields'], horizontal: number) =>
  fields.widthPx / (2 * Math.tan(horizontal / 2) * identify.distance);
const found = granted(camerasFor(all, identify));

test('every camera that is named does the task, and by the next tenth of a millimetre shorter it does not', () => {
  expect(found.length).toBeGreaterThan(3);
  expect(found.length).toBeLessThan(all.length);
  for (const { fields, width, focalLengthMm, camera } of found) {
    const horizontal =
      fields.fieldOfView?.horizontal ?? 2 * Math.atan(fields.sensorWidthMm / (2 * fields.focalLengthMm));
    expect(densityOf(fields, horizontal)).toBeGreaterThanOrEqual(250 * (1 - 1e-9));
    expect(width).toBeGreaterThanOrEqual(4);
    expect(width).toBeCloseTo(2 * 20 * Math.tan(horizontal / 2), 6);
    if (focalLengthMm === null || focalLengthMm === camera.wide.focalLengthMm) continue;
    const shorter = granted(
      camerasFor(
        [{ ...camera, tele: null, wide: { ...camera.wide, focalLengthMm: focalLengthMm - 0.2 } }],
        identify,
      ),
    );
    // Its angles stated, a lens of another length is another lens: only those computed from it can be asked.
    if (camera.figures === 'computed') expect(shorter).toEqual([]);
  }
});

test('a camera that is left out cannot: too few pixels for the width, or no long enough lens', () => {
  const names = new Set(found.map(({ camera }) => camera));
  for (const camera of all.filter((each) => !names.has(each))) {
    const tooFew = camera.widthPx < 250 * 4;
    const angle = camera.tele?.horizontalDeg ?? camera.wide.horizontalDeg;
    const narrow = angle === null || angle >= 180 ? null : 2 * 20 * Math.tan(fromDegrees(angle) / 2);
    const reaches = narrow !== null && camera.widthPx / narrow >= 250 * 1.02 && narrow >= 4 * 1.02;
    expect({ model: camera.model, can: reaches && !tooFew }).toEqual({ model: camera.model, can: false });
  }
});

test('the longer the distance, the fewer cameras', () => {
  const count = (distance: number) => granted(camerasFor(all, { ...identify, width: null, distance })).length;
  expect(count(1)).toBe(all.length);
  expect(count(5)).toBeGreaterThan(count(20));
  expect(count(20)).toBeGreaterThan(count(100));
  expect(count(90_000)).toBe(0);
});

test('a task that is none is refused in a sentence', () => {
  for (const wrong of [{ distance: 0 }, { distance: Number.NaN }, { width: -1 }, { pixelsPerMetre: 0 }])
    expect(camerasFor(all, { ...identify, ...wrong }).ok).toBe(false);
});

test('of a data sheet’s angle the sensor is the one that it implies', () => {
  const fieldOfView = { horizontal: fromDegrees(100), vertical: fromDegrees(60) };
  const { leastMm } = granted(lensesOfCamera({ ...optics, fieldOfView }, { ...identify, width: null }));
  // As much longer as the tangent of the half angle has to be smaller.
  const needed = 1920 / (2 * 250 * 20);
  expect(leastMm).toBeCloseTo((2.8 * Math.tan(fromDegrees(50))) / needed, 9);
  expect(granted(lensesOfCamera(optics, { ...identify, width: null })).leastMm).toBeCloseTo(14.5, 9);
});

test('a round picture has no other lens', () => {
  const fieldOfView = { horizontal: Math.PI, vertical: Math.PI };
  expect(lensesOfCamera({ ...optics, fieldOfView }, identify)).toMatchObject({
    ok: false,
    error: { field: 'focalLengthMm', neededPx: null },
  });
});
