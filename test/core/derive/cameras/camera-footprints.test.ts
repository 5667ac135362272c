import { describe, expect, test } from 'vitest';
import { levelProfileOf } from '../../../../core/catalogue/level-profiles.ts';
import { floorFootprints, footprintBands } from '../../../../core/derive/cameras/camera-footprints.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { inputRecords } from '../../../../core/derive/input-records.ts';
import { updateRecord } from '../../../../core/operations/update-records.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { inOrder, settingsOf } from '../../../../core/plan/plan.ts';
import { granted, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const camera = record('camera', { range: 40 });
const plan = testPlan(camera);

describe('the footprint of a camera', () => {
  test('has the bands of the levels, each from where the finer one ends', () => {
    const bands = footprintBands(plan, camera);
    const { levels } = levelProfileOf(settingsOf(plan));
    expect(bands.length).toBeGreaterThan(2);
    for (const [index, { rank, letter, sector }] of bands.entries()) {
      expect(letter).toBe(levels[rank]?.letter);
      expect(sector.far).toBeGreaterThan(sector.near);
      const finer = bands[index - 1];
      if (finer) expect(sector.near).toBe(finer.sector.far);
      if (finer) expect(rank).toBeGreaterThan(finer.rank);
    }
  });

  test('is kept while the camera and the profile are the same, and is that of what it is to become', () => {
    expect(footprintBands(plan, camera)).toBe(footprintBands(plan, camera));
    const turned = { ...camera, direction: 1 };
    expect(footprintBands(plan, turned)[0]?.sector.direction).toBe(1);
    expect(footprintBands(plan, { ...camera, state: 'removed' })).toEqual([]);
  });

  test('follows another profile of levels', () => {
    const other =
      settingsOf(plan).levelProfile === 'iec-62676-4-2025' ? 'iec-62676-4-2014' : 'iec-62676-4-2025';
    derive(plan, floorFootprints, siteFloor);
    const changed = applyDiff(plan, granted(updateRecord(plan, 'settings:plan', { levelProfile: other })));
    const { levels } = levelProfileOf(settingsOf(changed));
    expect(
      footprintBands(changed, camera).map(({ rank, letter }) => levels[rank]?.letter === letter),
    ).not.toContain(false);
    expect(derive(changed, floorFootprints, siteFloor).settings.levelProfile).toBe(other);
  });

  test('over random edits is the one that is computed from nothing', () => {
    for (const { steps } of walksOf(20_261_210, { count: 6, length: 50 }))
      for (const { after } of steps)
        for (const { id: floor } of inOrder(after, 'floor')) {
          const kept = derive(after, floorFootprints, floor);
          const anew = floorFootprints.compute(inputRecords(after, floorFootprints.inputs(floor)), floor);
          expect(kept.settings).toBe(anew.settings);
          expect(new Map(kept.cameras.entries())).toEqual(new Map(anew.cameras.entries()));
        }
  });
});
