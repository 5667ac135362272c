import { describe, expect, test } from 'vitest';
import { addGate } from '../../../core/operations/add-gate.ts';
import { addRecord } from '../../../core/operations/add-record.ts';
import { firstLayer, granted, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

/*  10        +
 *            |
 *   0  +-----+ (10,0)     fence 1, an angle
 *      0     10                               */
const path = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
];
const fence = record('fence', { id: 1, path });
const plan = testPlan(fence);
const id = testId('gate', 1);
const place = { floor: siteFloor, layer: firstLayer };

describe('addGate', () => {
  test('is put on the nearest piece of its fence and turned along it', () => {
    const diff = granted(addGate(plan, { id, ...place, fence: fence.id, at: { x: 11, y: 6 }, width: 4 }));
    const after = record('gate', {
      fence: fence.id,
      at: { x: 10, y: 6 },
      direction: 1.570796,
      width: 4,
    });
    expect(diff).toEqual(new Map([[id, { before: null, after }]]));
  });

  test('keeps clear of the corner', () => {
    const diff = granted(addGate(plan, { id, ...place, fence: fence.id, at: { x: 9.5, y: 0 }, width: 4 }));
    expect(diff.get(id)?.after).toMatchObject({ at: { x: 8, y: 0 }, direction: 0 });
  });

  test('faces the way it was given, whichever way the fence was drawn', () => {
    const fields = { id, ...place, fence: fence.id, at: { x: 9, y: 5 }, width: 2, direction: -2 };
    expect(granted(addGate(plan, fields)).get(id)?.after).toMatchObject({ direction: -1.570796 });
  });

  test('stands free without a fence', () => {
    const diff = granted(addGate(plan, { id, ...place, at: { x: 4, y: 4 }, direction: 0.5 }));
    expect(diff.get(id)?.after).toEqual(record('gate', { at: { x: 4, y: 4 }, direction: 0.5 }));
  });

  test('refuses one wider than the piece, and one whose fence is gone', () => {
    const fields = { id, ...place, at: { x: 5, y: 0 } };
    expect(addGate(plan, { ...fields, fence: fence.id, width: 10.1 })).toEqual({
      ok: false,
      error: 'too-wide',
    });
    expect(addGate(plan, { ...fields, fence: testId('fence', 9) })).toEqual({
      ok: false,
      error: 'broken-record',
    });
  });
});

describe('addRecord', () => {
  test('gives what is not said the defaults of the kind', () => {
    const camera = testId('camera', 1);
    const diff = granted(addRecord(plan, 'camera', { id: camera, ...place, at: { x: 1, y: 2 } }));
    expect(diff.get(camera)?.after).toEqual(record('camera', { at: { x: 1, y: 2 } }));
  });

  test('refuses a gate off its fence, an obstacle of no shape, and a value out of range', () => {
    const results = [
      addRecord(plan, 'gate', { id, ...place, fence: fence.id, at: { x: 5, y: 0.002 } }),
      addRecord(plan, 'obstacle', { id: testId('obstacle'), ...place }),
      addRecord(plan, 'post', { id: testId('post'), ...place, at: { x: 0, y: 0 }, staff: -1 }),
    ];
    expect(results.map((each) => !each.ok && each.error)).toEqual([
      'broken-record',
      'broken-record',
      'invalid-record',
    ]);
  });
});
