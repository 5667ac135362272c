import { expect, test } from 'vitest';
import { levelsOfLens } from '../../../../core/analysis/image/lens-wizard.ts';
import { builtInProfiles } from '../../../../core/catalogue/level-profiles.ts';
import { fromDegrees } from '../../../../core/units.ts';
import {
  cameraTitle,
  catalogueLenses,
  catalogueSize,
  fieldsOfChoice,
  ownLens,
} from '../../../../renderer/panels/inspector/camera/lens-choice.ts';
import { tryChange } from '../../../../renderer/panels/inspector/try-change.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';

const identify = { pixelsPerMetre: 250, distance: 20, width: 4 };
const { levels } = builtInProfiles[0];

test('the focal length that is offered has the level at the distance, and the width', () => {
  for (const fieldOfView of [null, { horizontal: fromDegrees(100), vertical: fromDegrees(60) }]) {
    const camera = record('camera', { fieldOfView });
    const { fields, width, focalLengthMm, mostMm } = granted(ownLens(camera, identify));
    expect(mostMm).toBeGreaterThan(focalLengthMm);
    expect(width).toBeGreaterThanOrEqual(4);
    const changed = { ...camera, ...fields };
    const [first] = granted(levelsOfLens(changed, levels, 'flat')).levels;
    expect(first?.distance).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(first?.distance).toBeLessThan(20.1);
  }
});

test('what no lens does is said, with the pixels that it takes', () => {
  const camera = record('camera');
  expect(ownLens(camera, { ...identify, width: 10 })).toEqual({
    ok: false,
    error: '10 m at 250 px/m need 2500 pixels across, and the sensor has 1920.',
  });
  expect(ownLens(camera, { ...identify, distance: 0 }).ok).toBe(false);
  expect(catalogueLenses({ ...identify, distance: 0 }).ok).toBe(false);
});

test('every camera of the catalogue that is offered can be applied, in one change that keeps the range', () => {
  const camera = record('camera', { range: 30 });
  const plan = testPlan(camera);
  const found = granted(catalogueLenses({ ...identify, distance: 1, width: null }));
  expect(found.length).toBe(catalogueSize());
  for (const lens of found) {
    const fields = fieldsOfChoice(lens);
    expect(fields).toMatchObject({ device: cameraTitle(lens.camera) });
    expect(fields).not.toHaveProperty('range');
    expect(tryChange(plan, [camera], fields)).toMatchObject({ ok: true });
  }
});
