import { describe, expect, test } from 'vitest';
import { floorSensing } from '../../../../core/analysis/sensing/floor-sensing.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { granted, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const path = [at(0, 0), at(10, 0), at(10, 10)];
const beam = record('sensor', { type: 'beam', at: null, path });

function crossed(...records: readonly PlanRecord[]) {
  const found = derive(testPlan(...records), floorSensing, { floor: siteFloor, states: 'proposed' }).of(beam);
  const value = found && granted(found);
  if (value?.shape !== 'line') throw new Error('No line.');
  return value.crossedBy.map(({ id, at: { x, y } }) => [id, x, y]);
}

const wall = (ax: number, ay: number, bx: number, by: number, rest = {}) =>
  record('wall', { a: at(ax, ay), b: at(bx, by), ...rest });

describe('the line of a beam', () => {
  test('is free where nothing stands in it', () => {
    expect(crossed(wall(0, 1, 9, 1), wall(11, 0, 11, 9, { id: 2 }))).toEqual([]);
  });

  test.each(['opaque', 'glass', 'mesh'] as const)('is crossed by a wall that is %s', (material) => {
    expect(crossed(wall(4, -1, 4, 1, { material }))).toEqual([[testId('wall'), 4, 0]]);
  });

  test('is crossed in order along it, each record where it is met first', () => {
    const fence = record('fence', {
      path: [at(9, 5), at(11, 5), at(11, -2), at(6, -2), at(6, 2)],
      height: 2,
    });
    expect(crossed(wall(9, 8, 11, 8), wall(3, -1, 3, 1, { id: 2 }), fence)).toEqual([
      [testId('wall', 2), 3, 0],
      [fence.id, 6, 0],
      [testId('wall'), 10, 8],
    ]);
  });

  test('runs a metre above the floor: over what is lower, under what hangs higher', () => {
    expect(crossed(wall(4, -1, 4, 1, { height: 0.99 }))).toEqual([]);
    expect(crossed(wall(4, -1, 4, 1, { height: 1 }))).toHaveLength(1);
    const door = record('opening', { offset: 1, width: 1, height: 2.1, sill: 0, type: 'passage' });
    expect(crossed(wall(4, -1, 4, 1), door)).toEqual([]);
    expect(crossed(wall(4, -1, 4, 1), { ...door, height: 0.9 })).toHaveLength(1);
  });

  test('may begin and end in what its posts stand in', () => {
    expect(
      crossed(wall(0, -1, 0, 1), wall(0.29, -1, 0.29, 1, { id: 2 }), wall(9, 0.2, 11, 0.2, { id: 3 })),
    ).toEqual([]);
    expect(crossed(wall(0.31, -1, 0.31, 1))).toHaveLength(1);
  });

  test('is crossed by a wall along it, and by a hedge around it', () => {
    expect(crossed(wall(2, 0, 5, 0))).toEqual([[testId('wall'), 2, 0]]);
    expect(crossed(wall(-5, 0, 0.2, 0))).toEqual([]);
    const ring = [at(-1, -1), at(11, -1), at(11, 1), at(-1, 1)];
    expect(crossed(record('obstacle', { ring, height: 2 }))).toHaveLength(1);
    const around = [at(-5, -5), at(15, -5), at(15, 15), at(-5, 15)];
    expect(crossed(record('obstacle', { ring: around, height: 2 }))).toEqual([[testId('obstacle'), 0.3, 0]]);
    expect(crossed(record('obstacle', { ring: around, height: 0.9 }))).toEqual([]);
    expect(crossed(record('building', { ring: around }))).toEqual([]);
  });

  test('is free where it is too short for anything to stand between its posts', () => {
    const short = record('sensor', { type: 'beam', at: null, path: [at(0, 0), at(0.5, 0)] });
    const found = derive(testPlan(wall(0.25, -1, 0.25, 1)), floorSensing, {
      floor: siteFloor,
      states: 'proposed',
    });
    expect(found.of(short)).toEqual({ ok: true, value: { shape: 'line', crossedBy: [] } });
  });
});
