import { describe, expect, test } from 'vitest';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { nextTag } from '../../../core/operations/next-tag.ts';
import { granted, idSource, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const wall = record('wall', { id: 1 });
const door = record('opening', { id: 1, wall: wall.id, offset: 5, locked: true });
const onWall = record('camera', { id: 1, tag: 'C-01', mountedOn: wall.id });
const fence = record('fence', { id: 1 });
const gate = record('gate', { id: 1, at: { x: 5, y: 0 }, fence: fence.id, tag: 'Main' });
const arm = record('barrier', { id: 1, type: 'drop-arm', gate: gate.id, tag: 'DA-1' });
const plan = testPlan(wall, door, onWall, fence, gate, arm);

describe('deleteRecords', () => {
  test('a wall takes its openings with it and releases its cameras', () => {
    expect(granted(deleteRecords(plan, [wall.id]))).toEqual(
      new Map<string, unknown>([
        [wall.id, { before: wall, after: null }],
        [door.id, { before: door, after: null }],
        [onWall.id, { before: onWall, after: { ...onWall, mountedOn: null } }],
      ]),
    );
  });

  test('a fence releases its gates, a gate its barriers', () => {
    expect(granted(deleteRecords(plan, [fence.id]))).toEqual(
      new Map<string, unknown>([
        [fence.id, { before: fence, after: null }],
        [gate.id, { before: gate, after: { ...gate, fence: null } }],
      ]),
    );
    expect(granted(deleteRecords(plan, [gate.id])).get(arm.id)?.after).toEqual({ ...arm, gate: null });
  });

  test('what goes with its host is not released first', () => {
    const diff = granted(deleteRecords(plan, [gate.id, fence.id, arm.id]));
    expect([...diff.values()].map(({ after }) => after)).toEqual([null, null, null]);
  });

  test('locked records stay; when all are, it says so', () => {
    const locked = record('camera', { id: 2, locked: true });
    const guarded = testPlan(locked, record('camera', { id: 3 }));
    expect([...granted(deleteRecords(guarded, [locked.id, testId('camera', 3)])).keys()]).toEqual([
      testId('camera', 3),
    ]);
    expect(deleteRecords(guarded, [locked.id])).toEqual({ ok: false, error: 'locked' });
  });

  test('settings, floors and layers are not deleted this way', () => {
    expect(granted(deleteRecords(plan, ['settings:plan', siteFloor])).size).toBe(0);
  });
});

describe('duplicateRecords', () => {
  const by = { x: 0.1, y: 2 };
  const copies = (ids: Parameters<typeof duplicateRecords>[1], of = plan) =>
    [...granted(duplicateRecords(of, ids, { by, newId: idSource(50) })).values()].map(({ after }) => after);

  test('a wall is copied with its openings, not locked', () => {
    const wallCopy = { ...wall, id: testId('wall', 50), a: { x: 0.1, y: 2 }, b: { x: 10.1, y: 2 } };
    expect(copies([wall.id])).toEqual([
      wallCopy,
      { ...door, id: testId('opening', 51), wall: wallCopy.id, locked: false },
    ]);
  });

  test('what names a copied record names the copy; tags go on', () => {
    const [, cameraCopy] = copies([wall.id, onWall.id]).filter((copy) => !copy?.id.startsWith('opening'));
    expect(cameraCopy).toEqual({
      ...onWall,
      id: testId('camera', 51),
      at: { x: 0.1, y: 2 },
      mountedOn: testId('wall', 50),
      tag: 'C-02',
    });
  });

  test('what is copied without its host is on its own', () => {
    expect(copies([gate.id, onWall.id, fence.id])).toMatchObject([
      { id: testId('fence', 50) },
      { tag: 'G-1', fence: testId('fence', 50) },
      { mountedOn: null },
    ]);
    expect(copies([arm.id])).toMatchObject([{ gate: null, tag: 'DA-2' }]);
  });

  test('a door copied alone goes beside the others in its wall', () => {
    expect(copies([door.id])).toMatchObject([{ wall: wall.id, offset: 5.91 }]);
    const full = testPlan(
      record('wall', { id: 1, b: { x: 1.5, y: 0 } }),
      record('opening', { id: 1, wall: wall.id, offset: 0.75 }),
    );
    expect(duplicateRecords(full, [door.id], { by, newId: idSource() })).toEqual({
      ok: false,
      error: 'does-not-fit',
    });
  });

  test('refuses copies beyond the largest coordinates', () => {
    const far = { by: { x: 1e6, y: 0 }, newId: idSource() };
    expect(duplicateRecords(plan, [wall.id], far)).toEqual({ ok: false, error: 'outside-plan' });
  });
});

describe('nextTag', () => {
  test('goes on after the highest of its series, whatever kind has it', () => {
    const tagged = testPlan(
      record('camera', { id: 1, tag: 'C-07' }),
      record('text', { id: 1, tag: 'C-11' }),
      record('camera', { id: 2, tag: 'C-x' }),
      record('bollards', { id: 1, tag: 'B-9' }),
    );
    expect(nextTag(tagged, record('camera'))).toBe('C-12');
    expect(nextTag(tagged, record('bollards'))).toBe('B-10');
    expect(nextTag(tagged, record('barrier', { type: 'wedge' }))).toBe('WB-1');
    expect(nextTag(tagged, record('barrier', { type: 'wall' }))).toBe('W-1');
    expect(nextTag(tagged, record('post'))).toBe('GP-1');
    expect(nextTag(tagged, record('gate'))).toBe('G-1');
    expect(nextTag(tagged, record('wall'))).toBeNull();
  });
});
