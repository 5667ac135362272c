import { describe, expect, test } from 'vitest';
import { arrayAlong, arrayAround, arrayInGrid } from '../../../../core/operations/arrays/array-records.ts';
import { placeAlong } from '../../../../core/operations/arrays/place-along.ts';
import { applyDiff, type PlanDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { firstLayer, granted, idSource, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const place = { floor: siteFloor, layer: firstLayer };
const added = (diff: PlanDiff) =>
  [...diff.values()].flatMap(({ before, after }) => (before === null && after ? [after] : []));
const soundAfter = (plan: Plan, diff: PlanDiff): readonly PlanRecord[] => {
  expect(checkIntegrity(applyDiff(plan, diff))).toEqual([]);
  return added(diff);
};

/*  The property lies above the fence, so outward of it is down.  */
const fence = record('fence', {
  path: [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
  ],
});
const property = record('propertyLine', {
  ring: [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
    { x: 300, y: 200 },
    { x: 0, y: 200 },
  ],
});
const site = testPlan(fence, property, record('camera', { id: 5, tag: 'C-03' }));
const everyTen = { start: 5, spacing: 10, count: null };

describe('placeAlong', () => {
  test('thirty cameras along a fence of 300 m, turned outward and tagged', () => {
    const prototype = { kind: 'camera', fields: { ...place, focalLengthMm: 6 } } as const;
    const placing = { prototype, run: everyTen, facing: 'outward', newId: idSource() } as const;
    const cameras = soundAfter(site, granted(placeAlong(site, fence.id, placing)));
    expect(cameras).toHaveLength(30);
    expect(cameras[0]).toMatchObject({
      at: { x: 5, y: 0 },
      direction: -1.570796,
      tag: 'C-04',
      focalLengthMm: 6,
    });
    expect(cameras[29]).toMatchObject({ at: { x: 295, y: 0 }, direction: -1.570796, tag: 'C-33' });
  });

  test('outward of a closed line is out of its ring', () => {
    const placing = {
      prototype: { kind: 'post', fields: place },
      run: { start: 10, spacing: null, count: 1 },
      facing: 'outward',
      newId: idSource(),
    } as const;
    expect(added(granted(placeAlong(site, property.id, placing)))[0]).toMatchObject({ direction: -1.570796 });
  });

  test('windows in a wall, spread evenly; they must fit and leave each other room', () => {
    const wall = record('wall', { b: { x: 40, y: 0 } });
    const plan = testPlan(wall);
    const windows = (run: { start: number; spacing: number | null; count: number | null }) =>
      placeAlong(plan, wall.id, {
        prototype: { kind: 'opening', fields: { ...place, type: 'window', width: 1.2 } },
        run,
        facing: 'along',
        newId: idSource(),
      });
    const five = soundAfter(plan, granted(windows({ start: 4, spacing: null, count: 5 })));
    expect(five.map((each) => 'offset' in each && each.offset)).toEqual([4, 12, 20, 28, 36]);
    expect(windows({ start: 0.1, spacing: 8, count: 2 })).toEqual({ ok: false, error: 'does-not-fit' });
    expect(windows({ start: 4, spacing: 1, count: 2 })).toEqual({ ok: false, error: 'overlaps-opening' });
    expect(windows({ start: 41, spacing: 1, count: 2 })).toEqual({ ok: false, error: 'no-places' });
    expect(windows({ start: 1, spacing: 0.01, count: null })).toEqual({ ok: false, error: 'too-many' });
  });

  test('gates stand within one straight piece of the fence', () => {
    const prototype = { kind: 'gate', fields: { ...place, width: 4 } } as const;
    const run = { start: 1, spacing: 100, count: 2 };
    const gates = placeAlong(site, fence.id, { prototype, run, facing: 'along', newId: idSource() });
    expect(soundAfter(site, granted(gates)).map((each) => 'at' in each && each.at?.x)).toEqual([2, 101]);
  });
});

describe('arrays', () => {
  const wall = record('wall', { b: { x: 0, y: 5 } });
  const door = record('opening', { wall: wall.id, offset: 2 });
  const plan = testPlan(wall, door);

  test('in rows and columns, with what stands in them', () => {
    const grid = { columns: 3, rows: 2, step: { x: 8, y: 10 } };
    const diff = granted(arrayInGrid(plan, [wall.id], { grid, newId: idSource() }));
    const all = soundAfter(plan, diff);
    expect(all.filter((each) => 'b' in each).map((each) => 'a' in each && each.a)).toEqual([
      { x: 8, y: 0 },
      { x: 16, y: 0 },
      { x: 0, y: 10 },
      { x: 8, y: 10 },
      { x: 16, y: 10 },
    ]);
    expect(all.filter((each) => 'wall' in each)).toHaveLength(5);
  });

  test('around a point: a whole turn leaves the last place free, a half does not', () => {
    const post = record('post', { at: { x: 2, y: 0 } });
    const posts = testPlan(post);
    const around = (count: number, sweep: number) =>
      added(
        granted(
          arrayAround(posts, [post.id], {
            circle: { centre: { x: 0, y: 0 }, count, sweep },
            newId: idSource(),
          }),
        ),
      ).map((each) => 'at' in each && [each.at?.x, each.at?.y]);
    expect(around(4, 2 * Math.PI)).toEqual([
      [0, 2],
      [-2, 0],
      [0, -2],
    ]);
    expect(around(3, Math.PI)).toEqual([
      [0, 2],
      [-2, 0],
    ]);
  });

  test('along a line the copies turn with it', () => {
    const post = record('post', { at: { x: 50, y: 50 }, direction: 1 });
    const road = record('road', {
      path: [
        { x: 0, y: 0 },
        { x: 0, y: 10 },
      ],
    });
    const along = { host: road.id, run: { start: 0, spacing: 5, count: null }, facing: 'right' } as const;
    const diff = granted(arrayAlong(testPlan(post, road), [post.id], { along, newId: idSource() }));
    expect(
      added(diff).map((each) => 'at' in each && 'direction' in each && [each.at?.y, each.direction]),
    ).toEqual([
      [0, 0],
      [5, 0],
      [10, 0],
    ]);
  });

  test('5,000 copies are the most', () => {
    const grid = { columns: 100, rows: 100, step: { x: 8, y: 10 } };
    expect(arrayInGrid(plan, [wall.id], { grid, newId: idSource() })).toEqual({
      ok: false,
      error: 'too-many',
    });
  });
});
