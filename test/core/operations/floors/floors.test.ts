import { describe, expect, test } from 'vitest';
import { copyToFloor } from '../../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../../core/operations/floors/move-to-floor.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { AnyId, PlacedRecord } from '../../../../core/plan/kinds/index.ts';
import { floorFrom, floorsByHeight } from '../../../../core/plan/parts/floors.ts';
import { allRecords, isPlaced, type Plan } from '../../../../core/plan/plan.ts';
import {
  granted,
  idSource,
  record,
  siteFloor,
  type testId,
  testPlan,
} from '../../../support/plan-builder.ts';

const upper = record('floor', { id: 2, name: 'Upper', order: 1, elevation: 3.5 });
const cellar = record('floor', { id: 3, name: 'Cellar', order: 2, elevation: -3 });
const attached = (id: AnyId) =>
  ({
    type: 'attached',
    record: id as ReturnType<typeof testId<'wall'>>,
    place: { type: 'vertex', index: 0 },
  }) as const;

/*   a wall with a door and a dimension on it, a fence with a gate, a camera on the wall, all grouped but the fence   */
const group = record('group', { id: 1, name: 'Entrance' });
const wall = record('wall', { group: group.id });
const door = record('opening', { group: group.id });
const camera = record('camera', { tag: 'C-01', mountedOn: wall.id, group: group.id });
const fence = record('fence', {
  path: [
    { x: 0, y: 9 },
    { x: 9, y: 9 },
  ],
});
const gate = record('gate', { tag: 'G-1', at: { x: 4, y: 9 }, fence: fence.id });
const dimension = record('dimension', {
  anchors: [attached(wall.id), { ...attached(wall.id), place: { type: 'vertex', index: 1 } }],
});
const plan = testPlan(upper, cellar, group, wall, door, camera, fence, gate, dimension);

const onFloor = (of: Plan, floor: string): readonly PlacedRecord[] =>
  [...allRecords(of)].filter((each): each is PlacedRecord => isPlaced(each) && each.floor === floor);

describe('copyToFloor', () => {
  const copied = (ids: readonly AnyId[], of = plan) =>
    copyToFloor(of, ids, { floor: upper.id, newId: idSource(5001) });

  test('brings openings, gates and notes along, numbers tags by the floor and keeps the originals', () => {
    const { diff } = granted(copied([wall.id, fence.id, camera.id]));
    const after = applyDiff(plan, diff);
    const copies = onFloor(after, upper.id);
    expect(copies.map(({ id }) => id.split(':')[0]).sort()).toEqual([
      ...['camera', 'dimension', 'fence', 'gate', 'opening', 'wall'],
    ]);
    expect(copies.flatMap(({ tag }) => tag ?? []).sort()).toEqual(['C-101', 'G-101']);
    expect(onFloor(after, siteFloor)).toEqual(onFloor(plan, siteFloor));
    expect(checkIntegrity(after)).toEqual([]);
    const names = new Set<string>(copies.map(({ id }) => id));
    const copiedCamera = copies.find(({ id }) => id.startsWith('camera:'));
    expect(copiedCamera && 'mountedOn' in copiedCamera && names.has(String(copiedCamera.mountedOn))).toBe(
      true,
    );
    // The group came as a whole: its copy is another one.
    expect(after.tables.group.size).toBe(2);
    expect(copiedCamera?.group).not.toBe(group.id);
  });

  test('what is left behind is not named any more', () => {
    const { diff } = granted(copied([camera.id]));
    expect(onFloor(applyDiff(plan, diff), upper.id)).toMatchObject([{ mountedOn: null, group: null }]);
  });

  test('refuses a door without its wall, the same floor, and a locked layer', () => {
    expect(copied([door.id])).toEqual({ ok: false, error: 'openings-need-walls' });
    const same = copyToFloor(plan, [wall.id], { floor: siteFloor, newId: idSource() });
    expect(same).toEqual({ ok: false, error: 'same-floor' });
    const locked = testPlan(upper, record('layer', { locked: true }), record('wall'));
    expect(copied([wall.id], locked)).toEqual({ ok: false, error: 'on-locked-layer' });
  });
});

describe('moveToFloor', () => {
  const moved = (ids: readonly AnyId[]) => applyDiff(plan, granted(moveToFloor(plan, ids, upper.id)));

  test('takes along what lies in it and is attached to it', () => {
    const after = moved([wall.id, fence.id]);
    expect(new Set(onFloor(after, upper.id).map(({ id }) => id))).toEqual(
      new Set([wall.id, door.id, fence.id, gate.id, dimension.id]),
    );
    expect(after.tables.camera.get(camera.id)).toMatchObject({ mountedOn: null, group: group.id });
    expect(after.tables.wall.get(wall.id)?.group).toBeNull();
    expect(checkIntegrity(after)).toEqual([]);
  });

  test('a group that is moved as a whole stays one', () => {
    const after = moved([wall.id, camera.id]);
    expect(after.tables.camera.get(camera.id)).toEqual({ ...camera, floor: upper.id });
    expect(after.tables.wall.get(wall.id)?.group).toBe(group.id);
  });

  test('a gate without its fence is on its own', () => {
    expect(moved([gate.id]).tables.gate.get(gate.id)).toEqual({ ...gate, floor: upper.id, fence: null });
  });

  test('a note that is moved alone keeps its points where they are', () => {
    expect(moved([dimension.id]).tables.dimension.get(dimension.id)?.anchors).toEqual([
      { type: 'free', at: wall.a },
      { type: 'free', at: wall.b },
    ]);
  });

  test('refuses a door without its wall, what is locked, and the floor where it is', () => {
    expect(moveToFloor(plan, [door.id], upper.id)).toEqual({ ok: false, error: 'openings-need-walls' });
    expect(moveToFloor(plan, [wall.id], siteFloor)).toEqual({ ok: false, error: 'same-floor' });
    const locked = testPlan(upper, record('wall', { locked: true }));
    expect(moveToFloor(locked, [wall.id], upper.id)).toEqual({ ok: false, error: 'locked' });
  });
});

test('floors stand one above the other by their height', () => {
  expect(floorsByHeight(plan).map(({ name }) => name)).toEqual(['Cellar', 'Site', 'Upper']);
  expect(floorFrom(plan, siteFloor, 1)?.name).toBe('Upper');
  expect(floorFrom(plan, siteFloor, -1)?.name).toBe('Cellar');
  expect(floorFrom(plan, cellar.id, -1)).toBeNull();
});
