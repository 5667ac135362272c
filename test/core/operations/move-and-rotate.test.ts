import { describe, expect, test } from 'vitest';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { applyDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { granted, record, testId, testPlan } from '../../support/plan-builder.ts';

/*   camera 1 on the wall
 *       o
 *  0 +=====[door 1 at 5]=====+  wall 1
 *    0                       10
 * -5 +-----[gate 1 at 4]-----+  fence 1      */
const wall = record('wall', { id: 1 });
const door = record('opening', { id: 1, wall: wall.id, offset: 5 });
const camera = record('camera', { id: 1, at: { x: 2, y: 0 }, mountedOn: wall.id });
const fencePath = [
  { x: 0, y: -5 },
  { x: 10, y: -5 },
];
const fence = record('fence', { id: 1, path: fencePath });
const gate = record('gate', { id: 1, at: { x: 4, y: -5 }, width: 2, fence: fence.id });
const free = record('camera', { id: 2, at: { x: 20, y: 20 }, direction: 3 });
const plan = testPlan(wall, door, camera, fence, gate, free);

const refusal = (result: { ok: boolean; error?: unknown }) => result.ok || result.error;

describe('moveRecords', () => {
  test('a camera on its own', () => {
    const diff = moveRecords(plan, [free.id], { x: 1.00049, y: -2 });
    const after = { ...free, at: { x: 21, y: 18 } };
    expect(diff).toEqual({ ok: true, value: new Map([[free.id, { before: free, after }]]) });
  });

  test('a wall takes its cameras along; its openings keep their distance', () => {
    const diff = granted(moveRecords(plan, [wall.id], { x: 0, y: 1 }));
    expect(diff).toEqual(
      new Map<string, unknown>([
        [wall.id, { before: wall, after: { ...wall, a: { x: 0, y: 1 }, b: { x: 10, y: 1 } } }],
        [camera.id, { before: camera, after: { ...camera, at: { x: 2, y: 1 } } }],
      ]),
    );
  });

  test('what is given with its host moves once', () => {
    const diff = granted(moveRecords(plan, [camera.id, door.id, wall.id], { x: 0, y: 1 }));
    expect(diff.get(camera.id)?.after).toEqual({ ...camera, at: { x: 2, y: 1 } });
    expect([...diff.keys()].sort()).toEqual([camera.id, wall.id]);
  });

  test('a fence takes its gates along', () => {
    const diff = granted(moveRecords(plan, [fence.id], { x: 3, y: 1 }));
    expect(diff.get(gate.id)?.after).toEqual({ ...gate, at: { x: 7, y: -4 } });
  });

  test('a door alone slides along its wall and stops at the end', () => {
    const slid = (x: number) => granted(moveRecords(plan, [door.id], { x, y: 7 })).get(door.id)?.after;
    expect(slid(2)).toEqual({ ...door, offset: 7 });
    expect(slid(99)).toEqual({ ...door, offset: 9.545 });
    expect(slid(-99)).toEqual({ ...door, offset: 0.455 });
  });

  test('a door does not slide onto another one', () => {
    const two = testPlan(wall, door, record('opening', { id: 2, wall: wall.id, offset: 8 }));
    expect(refusal(moveRecords(two, [door.id], { x: 2.5, y: 0 }))).toBe('overlaps-opening');
    const both = granted(moveRecords(two, [door.id, testId('opening', 2)], { x: 1, y: 0 }));
    expect(both.size).toBe(2);
  });

  test('a gate alone slides along its fence and stays within it', () => {
    const slid = (x: number) => granted(moveRecords(plan, [gate.id], { x, y: 3 })).get(gate.id)?.after;
    expect(slid(2)).toEqual({ ...gate, at: { x: 6, y: -5 } });
    expect(slid(99)).toEqual({ ...gate, at: { x: 9, y: -5 } });
  });

  test('locked records stay; when all are, it says so', () => {
    const locked = record('camera', { id: 3, at: { x: 0, y: 9 }, locked: true });
    const onLocked = record('camera', { id: 4, at: { x: 0, y: 9 }, layer: testId('layer', 2) });
    const guarded = testPlan(locked, onLocked, free, record('layer', { id: 2, locked: true }));
    const by = { x: 1, y: 1 };
    expect([...granted(moveRecords(guarded, [locked.id, free.id], by)).keys()]).toEqual([free.id]);
    expect(refusal(moveRecords(guarded, [locked.id, onLocked.id], by))).toBe('locked');
    expect(granted(moveRecords(guarded, [], by)).size).toBe(0);
  });

  test('refuses what would leave the largest coordinates', () => {
    expect(refusal(moveRecords(plan, [free.id], { x: 2_000_000, y: 0 }))).toBe('outside-plan');
  });

  test('the shape of what moves never changes by rounding', () => {
    const slanted = record('wall', { id: 5, a: { x: 0.001, y: 0.001 }, b: { x: 0.5, y: 1.777 } });
    const diff = granted(moveRecords(testPlan(slanted), [slanted.id], { x: 0.0005, y: 1 / 3 }));
    expect(diff.get(slanted.id)?.after).toEqual({
      ...slanted,
      a: { x: 0.002, y: 0.334 },
      b: { x: 0.501, y: 2.11 },
    });
  });
});

describe('rotateRecords', () => {
  const quarter = { about: { x: 0, y: 0 }, angle: Math.PI / 2 };

  test('turns points and directions, and what is mounted', () => {
    const diff = granted(rotateRecords(plan, [wall.id], quarter));
    expect(diff).toEqual(
      new Map<string, unknown>([
        [wall.id, { before: wall, after: { ...wall, a: { x: 0, y: 0 }, b: { x: 0, y: 10 } } }],
        [camera.id, { before: camera, after: { ...camera, at: { x: 0, y: 2 }, direction: 1.570796 } }],
      ]),
    );
  });

  test('directions stay between -pi and pi', () => {
    const diff = granted(rotateRecords(plan, [free.id], { about: free.at, angle: 1 }));
    expect(diff.get(free.id)?.after).toEqual({ ...free, direction: -2.283185 });
  });

  test('a gate turns with its fence and stays on it', () => {
    const turned = granted(rotateRecords(plan, [fence.id], { about: { x: 0, y: 0 }, angle: 0.3 }));
    expect(checkIntegrity(applyDiff(plan, turned))).toEqual([]);
    const after = turned.get(gate.id)?.after;
    expect(after).toMatchObject({ direction: 0.3, fence: fence.id });
  });

  // Figures for which rounding the turned points moves the host by more than a millimetre.
  test.each([
    [{ x: 1.401, y: 1.744 }, 2.237, 5.241],
    [{ x: 1.783, y: 2.74 }, 3.269, 2.133],
  ])('an opening that fills its wall to %o fills it still, give or take the rounding', (b, width, angle) => {
    const opening = record('opening', { wall: wall.id, offset: width / 2, width });
    const full = testPlan(record('wall', { a: { x: 0, y: 0 }, b }), opening);
    const diff = granted(rotateRecords(full, [wall.id], { about: { x: 1, y: 2 }, angle }));
    expect(checkIntegrity(applyDiff(full, diff))).toEqual([]);
    const after = diff.get(opening.id)?.after;
    expect(after).toMatchObject({ width: expect.closeTo(width, 2) });
  });

  test.each([
    [{ x: 1.091, y: 4.705 }, { x: 0.512, y: 2.206 }, 3.431],
    [{ x: 7.127, y: 1.259 }, { x: 1.593, y: 0.281 }, 2.895],
  ])('a gate on a fence to %o lies on it still', (end, at, angle) => {
    const slanted = testPlan(
      record('fence', { path: [{ x: 0, y: 0 }, end] }),
      record('gate', { at, fence: fence.id }),
    );
    const diff = granted(rotateRecords(slanted, [fence.id], { about: { x: 1, y: 2 }, angle }));
    expect(checkIntegrity(applyDiff(slanted, diff))).toEqual([]);
  });

  test('a door without its wall does not turn', () => {
    expect(granted(rotateRecords(plan, [door.id], quarter)).size).toBe(0);
  });

  test('refuses to turn what rounding would make a point', () => {
    const speck = record('area', {
      ring: [
        { x: 0, y: 0 },
        { x: 0.001, y: 0 },
        { x: 0, y: 0.001 },
      ],
    });
    const about = { x: 0.0003, y: 0.0003 };
    const results = Array.from({ length: 60 }, (_, step) =>
      refusal(rotateRecords(testPlan(speck), [speck.id], { about, angle: step / 9 })),
    );
    expect(new Set(results)).toEqual(new Set([true, 'too-small']));
  });
});
