import { describe, expect, test } from 'vitest';
import { setSettings } from '../../../core/operations/set-settings.ts';
import { updateRecord, updateRecords } from '../../../core/operations/update-records.ts';
import { granted, record, testId, testPlan } from '../../support/plan-builder.ts';

/*  0 +====[door at 5]====+   wall 1
 *    0                   10                */
const wall = record('wall', { id: 1 });
const door = record('opening', { id: 1, wall: wall.id, offset: 5 });
const plan = testPlan(wall, door, record('floor', { id: 2 }));
const refusal = (result: { ok: boolean; error?: unknown }) => result.ok || result.error;

describe('updateRecord', () => {
  test('changes the given fields, quantised, and nothing else', () => {
    const diff = granted(updateRecord(plan, wall.id, { thickness: 0.30049, material: 'glass' }));
    const after = { ...wall, thickness: 0.3, material: 'glass' };
    expect(diff).toEqual(new Map([[wall.id, { before: wall, after }]]));
  });

  test('a value as it is already makes no change', () => {
    expect(granted(updateRecord(plan, wall.id, { thickness: 0.2 })).size).toBe(0);
  });

  test('an opening keeps its distance from the end of its wall that stays', () => {
    const atB = granted(updateRecord(plan, wall.id, { b: { x: 8, y: 0 } }));
    expect([...atB.keys()]).toEqual([wall.id]);
    const atA = granted(updateRecord(plan, wall.id, { a: { x: 2, y: 0 } }));
    expect(atA.get(door.id)?.after).toEqual({ ...door, offset: 3 });
  });

  test('refuses a wall too short for its opening, and an opening too wide for its wall', () => {
    expect(refusal(updateRecord(plan, wall.id, { b: { x: 5.2, y: 0 } }))).toBe('opening-does-not-fit');
    expect(refusal(updateRecord(plan, door.id, { width: 10.1 }))).toBe('opening-does-not-fit');
    expect(refusal(updateRecord(plan, door.id, { offset: 0.1 }))).toBe('opening-does-not-fit');
  });

  test('refuses an opening over another one', () => {
    const two = testPlan(wall, door, record('opening', { id: 2, wall: wall.id, offset: 8 }));
    expect(refusal(updateRecord(two, door.id, { offset: 7.5 }))).toBe('overlaps-opening');
  });

  test('openings and gates go to the floor of their host', () => {
    const fence = record('fence', { id: 1 });
    const gate = record('gate', { id: 1, at: { x: 3, y: 0 }, fence: fence.id });
    const site = testPlan(wall, door, fence, gate, record('floor', { id: 2 }));
    const floor = testId('floor', 2);
    expect(granted(updateRecord(site, wall.id, { floor })).get(door.id)?.after).toEqual({ ...door, floor });
    expect(granted(updateRecord(site, fence.id, { floor })).get(gate.id)?.after).toEqual({ ...gate, floor });
  });

  test('the gates of a fence go to the nearest point of its new path, and a moved gate stays on it', () => {
    const fence = record('fence', { id: 1 });
    const gate = record('gate', { id: 1, at: { x: 3, y: 0 }, fence: fence.id });
    const site = testPlan(fence, gate);
    const path = [
      { x: 0, y: 4 },
      { x: 10, y: 4 },
    ];
    expect(granted(updateRecord(site, fence.id, { path })).get(gate.id)?.after).toEqual({
      ...gate,
      at: { x: 3, y: 4 },
    });
    expect(granted(updateRecord(site, gate.id, { at: { x: 6, y: 9 } })).get(gate.id)?.after).toEqual({
      ...gate,
      at: { x: 6, y: 0 },
    });
  });

  test('of a locked record only the lock can be changed', () => {
    const locked = testPlan(record('wall', { id: 1, locked: true }));
    expect(refusal(updateRecord(locked, wall.id, { thickness: 1 }))).toBe('locked');
    expect(updateRecord(locked, wall.id, { locked: false }).ok).toBe(true);
  });

  test('refuses what breaks the schema or a rule between records, and a record that is gone', () => {
    expect(refusal(updateRecord(plan, wall.id, { thickness: 0 }))).toBe('invalid-record');
    expect(refusal(updateRecord(plan, wall.id, { floor: testId('floor', 9) }))).toBe('broken-record');
    expect(refusal(updateRecord(plan, wall.id, { b: wall.a }))).not.toBe(true);
    expect(refusal(updateRecord(plan, testId('wall', 9), { thickness: 1 }))).toBe('not-found');
  });

  test('several records at once, all or none', () => {
    const pair = testPlan(record('camera', { id: 1 }), record('camera', { id: 2, locked: true }));
    const ids = [testId('camera', 1), testId('camera', 2)];
    expect(refusal(updateRecords(pair, ids, { height: 4 }))).toBe('locked');
    expect(granted(updateRecords(pair, ids, { locked: true })).size).toBe(1);
  });
});

describe('setSettings', () => {
  test('changes what is given and refuses what the schema does not allow', () => {
    const settings = record('settings', { name: 'Test plan' });
    expect(granted(setSettings(plan, { name: 'Depot', displayUnit: 'ft-in' }))).toEqual(
      new Map([
        [settings.id, { before: settings, after: { ...settings, name: 'Depot', displayUnit: 'ft-in' } }],
      ]),
    );
    expect(setSettings(plan, { origin: { lon: 999, lat: 0 } })).toEqual({
      ok: false,
      error: 'invalid-record',
    });
  });
});
