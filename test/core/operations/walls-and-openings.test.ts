import { describe, expect, test } from 'vitest';
import { addOpening } from '../../../core/operations/add-opening.ts';
import { addWall } from '../../../core/operations/add-wall.ts';
import { addWallChain } from '../../../core/operations/add-wall-chain.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../support/plan-builder.ts';

const place = { floor: siteFloor, layer: firstLayer };

/*  3          + (6,3)
 *            /
 *  0  +====+       wall 1 from (0,0) to (4,0)
 *     0    4                                      */
const wall = record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 4, y: 0 } });
const plan = testPlan(wall);

describe('addWall', () => {
  const id = testId('wall', 2);

  test('adds one wall with the defaults of its kind, its ends on the millimetre', () => {
    const diff = addWall(plan, { id, ...place, a: { x: 4, y: 0 }, b: { x: 6.00049, y: 2.9996 } });
    const after = record('wall', { id: 2, a: { x: 4, y: 0 }, b: { x: 6, y: 3 } });
    expect(diff).toEqual({ ok: true, value: new Map([[id, { before: null, after }]]) });
  });

  test.each([
    ['the same', { x: 0, y: 0 }, { x: 4, y: 0 }],
    ['the same from the other end', { x: 4, y: 0 }, { x: 0, y: 0 }],
    ['a part of it', { x: 1, y: 0.001 }, { x: 3, y: 0 }],
    ['a longer one over it', { x: -1, y: 0 }, { x: 5, y: 0 }],
  ])('refuses a wall that covers another one: %s', (_, a, b) => {
    expect(addWall(plan, { id, ...place, a, b })).toEqual({ ok: false, error: 'covers-existing-wall' });
  });

  test.each([
    ['goes on from its end', { x: 4, y: 0 }, { x: 6, y: 0 }],
    ['lies beside it', { x: 0, y: 0.3 }, { x: 4, y: 0.3 }],
    ['crosses it', { x: 2, y: -1 }, { x: 2, y: 1 }],
    ['reaches beyond one end only', { x: 2, y: 0 }, { x: 6, y: 0 }],
  ])('adds a wall that %s', (_, a, b) => {
    expect(addWall(plan, { id, ...place, a, b }).ok).toBe(true);
  });

  test('a bent wall covers only one of the same bend', () => {
    const ends = { a: { x: 0, y: 0 }, b: { x: 4, y: 0 } };
    const bent = testPlan(record('wall', { id: 1, ...ends, bulge: 0.5 }));
    const back = { a: ends.b, b: ends.a };
    expect(addWall(bent, { id, ...place, ...ends, bulge: 0.4 }).ok).toBe(true);
    expect(addWall(bent, { id, ...place, ...ends }).ok).toBe(true);
    expect(addWall(bent, { id, ...place, ...back, bulge: -0.5 })).toEqual({
      ok: false,
      error: 'covers-existing-wall',
    });
  });

  test('the floor above may have a wall over one of this floor', () => {
    const upstairs = testId('floor', 2);
    const tower = testPlan(wall, record('floor', { id: 2 }));
    expect(addWall(tower, { id, ...place, floor: upstairs, a: wall.a, b: wall.b }).ok).toBe(true);
  });

  test('refuses a wall shorter than a centimetre, a taken id, an unknown floor, a place beyond the plan', () => {
    const a = { x: 0, y: 5 };
    const b = { x: 1, y: 5 };
    const refusals = [
      addWall(plan, { id, ...place, a, b: { x: 0.009, y: 5 } }),
      addWall(plan, { id: wall.id, ...place, a, b }),
      addWall(plan, { id, ...place, floor: testId('floor', 9), a, b }),
      addWall(plan, { id, ...place, a, b: { x: 1e7, y: 5 } }),
    ];
    expect(refusals.map((refusal) => !refusal.ok && refusal.error)).toEqual([
      'too-short',
      'id-taken',
      'broken-record',
      'invalid-record',
    ]);
  });
});

describe('addWallChain', () => {
  const newId = () => idSource(2);

  test('puts one wall between each two points', () => {
    const points = [
      { x: 0, y: 5 },
      { x: 3, y: 5 },
      { x: 3, y: 9 },
    ];
    const ids = newId();
    const diff = granted(addWallChain(plan, { points, fields: place, newId: () => ids('wall') }));
    expect([...diff.values()]).toEqual([
      { before: null, after: record('wall', { id: 2, a: { x: 0, y: 5 }, b: { x: 3, y: 5 } }) },
      { before: null, after: record('wall', { id: 3, a: { x: 3, y: 5 }, b: { x: 3, y: 9 } }) },
    ]);
  });

  test('adds nothing when one of the walls is refused', () => {
    const ids = newId();
    const points = [{ x: 0, y: 5 }, { x: 0, y: 0 }, wall.b];
    expect(addWallChain(plan, { points, fields: place, newId: () => ids('wall') })).toEqual({
      ok: false,
      error: 'covers-existing-wall',
    });
    const point = points.slice(0, 1);
    expect(addWallChain(plan, { points: point, fields: place, newId: () => ids('wall') }).ok).toBe(false);
  });
});

/*  0  +==[door 0.91 at 2]==+
 *     0                    4   */
describe('addOpening', () => {
  const id = testId('opening', 2);
  const door = record('opening', { id: 1, wall: wall.id, offset: 2, width: 0.91 });
  const withDoor = testPlan(wall, door);

  test('adds an opening that just fits beside the other one', () => {
    const fields = { id, ...place, wall: wall.id, offset: 2.91, width: 0.91 };
    const after = record('opening', { id: 2, wall: wall.id, offset: 2.91, width: 0.91 });
    expect(addOpening(withDoor, fields)).toEqual({
      ok: true,
      value: new Map([[id, { before: null, after }]]),
    });
  });

  test.each([
    ['over the end of the wall', { offset: 3.6, width: 0.91 }, 'does-not-fit'],
    ['over its beginning', { offset: 0.4, width: 0.91 }, 'does-not-fit'],
    ['wider than the wall', { offset: 2, width: 4.1 }, 'does-not-fit'],
    ['over the door', { offset: 2.5, width: 0.91 }, 'overlaps-opening'],
    ['in no wall', { offset: 2, width: 0.91, wall: testId('wall', 9) }, 'broken-record'],
  ])('refuses one %s', (_, fields, error) => {
    expect(addOpening(withDoor, { id, ...place, wall: wall.id, ...fields })).toEqual({ ok: false, error });
  });

  test('along a bent wall it is the length of the arc that counts', () => {
    // A half circle over 4 m is 6.28 m long.
    const bent = testPlan(record('wall', { id: 1, a: wall.a, b: wall.b, bulge: 1 }));
    expect(addOpening(bent, { id, ...place, wall: wall.id, offset: 5.8, width: 0.91 }).ok).toBe(true);
    expect(addOpening(bent, { id, ...place, wall: wall.id, offset: 6, width: 0.91 }).ok).toBe(false);
  });
});
