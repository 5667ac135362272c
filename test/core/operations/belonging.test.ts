import { describe, expect, test } from 'vitest';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { granted, idSource, record, testId, testPlan } from '../../support/plan-builder.ts';

const planAfter = (plan: Plan, result: Parameters<typeof granted<PlanDiff>>[0]): Plan => {
  const changed = applyDiff(plan, granted(result));
  expect(checkIntegrity(changed)).toEqual([]);
  return changed;
};

// A barrier closes the way through its gate: left behind it would close nothing.
describe('a barrier goes along with its gate', () => {
  const gate = record('gate', { at: { x: 5, y: 0 } });
  const path = [
    { x: 3, y: 1 },
    { x: 7, y: 1 },
  ];
  const barrier = record('barrier', { path, gate: gate.id });
  const moved = [
    { x: 5, y: 5 },
    { x: 9, y: 5 },
  ];
  const pathIn = (plan: Plan) => plan.tables.barrier.get(barrier.id)?.path;

  test('that is moved', () => {
    const plan = testPlan(gate, barrier);
    expect(pathIn(planAfter(plan, moveRecords(plan, [gate.id], { x: 2, y: 4 })))).toEqual(moved);
  });

  test('that is moved with it: by as much, not twice', () => {
    const plan = testPlan(gate, barrier);
    expect(pathIn(planAfter(plan, moveRecords(plan, [gate.id, barrier.id], { x: 2, y: 4 })))).toEqual(moved);
  });

  test('that is turned', () => {
    const plan = testPlan(gate, barrier);
    const turned = planAfter(plan, rotateRecords(plan, [gate.id], { about: gate.at, angle: Math.PI }));
    expect(pathIn(turned)).toEqual([
      { x: 7, y: -1 },
      { x: 3, y: -1 },
    ]);
  });

  test('whose fence is moved', () => {
    const plan = testPlan(record('fence'), { ...gate, fence: testId('fence') }, barrier);
    expect(pathIn(planAfter(plan, moveRecords(plan, [testId('fence')], { x: 2, y: 4 })))).toEqual(moved);
  });

  test.each([
    ['slides along its fence', (plan: Plan) => moveRecords(plan, [gate.id], { x: 2, y: 9 })],
    ['gets another place on it', (plan: Plan) => updateRecord(plan, gate.id, { at: { x: 7, y: 0 } })],
  ])('that %s', (_, edit) => {
    const plan = testPlan(record('fence'), { ...gate, fence: testId('fence') }, barrier);
    expect(pathIn(planAfter(plan, edit(plan)))).toEqual([
      { x: 5, y: 1 },
      { x: 9, y: 1 },
    ]);
  });

  test('also where the barrier is locked: its host takes it', () => {
    const plan = testPlan(gate, { ...barrier, locked: true });
    expect(pathIn(planAfter(plan, moveRecords(plan, [gate.id], { x: 2, y: 4 })))).toEqual(moved);
  });

  test('and is copied with it, naming the copy, in whatever order they are given', () => {
    const plan = testPlan(barrier, gate);
    const by = { x: 0, y: 30 };
    const copied = planAfter(plan, duplicateRecords(plan, [barrier.id, gate.id], { by, newId: idSource() }));
    const [copy] = [...copied.tables.barrier.values()].filter(({ id }) => id !== barrier.id);
    const [gateCopy] = [...copied.tables.gate.values()].filter(({ id }) => id !== gate.id);
    expect(copy?.gate).toBe(gateCopy?.id);
  });
});

// A camera hangs on its wall: left where it was it would hang in the air and be said to see what it cannot.
describe('a camera stays on its wall', () => {
  const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 10, y: 0 } });
  const camera = record('camera', { at: { x: 8, y: 0.2 }, direction: Math.PI / 2, mountedOn: wall.id });
  const plan = testPlan(wall, camera);
  const cameraIn = (changed: Plan) => {
    const { at, direction } = changed.tables.camera.get(camera.id) ?? camera;
    return { at, direction: Math.round(direction * 1000) / 1000 };
  };

  /*  a ------ c -- b  ==>  c lies 8 m from a, 0.2 m to its left, and looks to the left still  */
  test('whose end is moved: as far from the end that stays, as far off it, turned with it', () => {
    const turned = planAfter(plan, updateRecord(plan, wall.id, { b: { x: 0, y: 10 } }));
    expect(cameraIn(turned)).toEqual({ at: { x: -0.2, y: 8 }, direction: Math.round(Math.PI * 1000) / 1000 });
  });

  test('whose other end is moved', () => {
    const longer = planAfter(plan, updateRecord(plan, wall.id, { a: { x: -5, y: 0 } }));
    expect(cameraIn(longer)).toEqual({ at: { x: 8, y: 0.2 }, direction: 1.571 });
  });

  test('that gets shorter than where it was: at its end', () => {
    const shorter = planAfter(plan, updateRecord(plan, wall.id, { b: { x: 6, y: 0 } }));
    expect(cameraIn(shorter)).toEqual({ at: { x: 6, y: 0.2 }, direction: 1.571 });
  });

  test('that is only made thicker: where it was', () => {
    const thicker = planAfter(plan, updateRecord(plan, wall.id, { thickness: 0.4 }));
    expect(cameraIn(thicker)).toEqual({ at: camera.at, direction: 1.571 });
  });

  /*  b ---+      the wall from (10, 0) goes along with its end; the camera on it keeps its place  */
  test('that meets a moved one: where it was on the plan', () => {
    const other = record('wall', { id: 2, a: { x: 10, y: 0 }, b: { x: 10, y: 6 } });
    const joined = testPlan(wall, other, camera);
    const moved = planAfter(joined, moveWithJoints(joined, [other.id], { x: 3, y: 0 }));
    expect(moved.tables.wall.get(wall.id)?.b).toEqual({ x: 13, y: 0 });
    expect(cameraIn(moved)).toEqual({ at: camera.at, direction: 1.571 });
  });

  /*  a ---- c -- b /   the wall goes up, its end slides along the slanted one and the wall gets longer  */
  test('that is moved while its end slides along another: by as much as the wall, once', () => {
    const rail = record('wall', { id: 2, a: { x: 10, y: 0 }, b: { x: 14, y: 8 } });
    const joined = testPlan(wall, rail, camera);
    const moved = planAfter(joined, moveWithJoints(joined, [wall.id], { x: 0, y: 2 }));
    expect(moved.tables.wall.get(wall.id)).toMatchObject({ a: { x: 0, y: 2 }, b: { x: 11, y: 2 } });
    expect(cameraIn(moved)).toEqual({ at: { x: 8, y: 2.2 }, direction: 1.571 });
  });

  test('that is pulled round by a bent one: as far off it, turned with it', () => {
    const other = record('wall', { id: 2, a: { x: 10, y: 0 }, b: { x: 10, y: 6 }, bulge: 0.2 });
    const joined = testPlan(wall, other, camera);
    const moved = planAfter(joined, moveWithJoints(joined, [other.id], { x: 0, y: 3 }));
    expect(moved.tables.wall.get(wall.id)?.b).toEqual({ x: 10, y: 3 });
    const turn = Math.atan2(3, 10);
    const along = 8 * Math.cos(turn);
    expect(cameraIn(moved)).toEqual({
      at: {
        x: Math.round((along * Math.cos(turn) - 0.2 * Math.sin(turn)) * 1000) / 1000,
        y: Math.round((along * Math.sin(turn) + 0.2 * Math.cos(turn)) * 1000) / 1000,
      },
      direction: Math.round((Math.PI / 2 + turn) * 1000) / 1000,
    });
  });
});
