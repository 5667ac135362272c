import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../../core/geometry/point.ts';
import { makeRooms } from '../../../../core/operations/walls/make-rooms.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { firstLayer, idSource, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const upper = testId('floor', 2);

function chain(points: readonly Point[], floor = siteFloor, first = 1): readonly RecordOf<'wall'>[] {
  return points
    .slice(1)
    .map((b, index) => record('wall', { id: first + index, a: points[index] ?? b, b, floor }));
}
const box = (left: number, bottom: number, right: number, top: number) => [
  ...[at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)],
];

/*   ________________
 *  |  1  |  2 |  3  |    8 x 4 m each row
 *  |_____|____|_____|  */
const walls = [
  ...chain(box(0, 0, 9, 4)),
  record('wall', { id: 5, a: at(3, 0), b: at(3, 4) }),
  record('wall', { id: 6, a: at(6, 0), b: at(6, 4) }),
];

function making(plan: Plan, floor = siteFloor) {
  const newId = idSource(1001 + plan.tables.area.size);
  return makeRooms(plan, { floor, layer: firstLayer, newId: () => newId('area') });
}

function roomed(plan: Plan, floor = siteFloor): Plan {
  const result = making(plan, floor);
  if (!result.ok) throw new Error(result.error);
  return applyDiff(plan, result.value);
}

const areasOf = (plan: Plan) => [...plan.tables.area.values()];

describe('making rooms', () => {
  test('makes one area of use room of each surface that walls enclose, numbered from left to right', () => {
    const plan = roomed(testPlan(...walls));
    expect(
      areasOf(plan).map(({ use, tag, ring }) => [use, tag, Math.min(...ring.map(({ x }) => x))]),
    ).toEqual([
      ['room', '101', 0.1],
      ['room', '102', 3.1],
      ['room', '103', 6.1],
    ]);
    expect(checkIntegrity(plan)).toEqual([]);
  });

  test('once more makes none, one beside them goes on with the numbers', () => {
    const plan = roomed(testPlan(...walls));
    expect(making(plan)).toEqual({ ok: false, error: 'rooms-are-there' });
    const wider = roomed(
      applyRecords(plan, chain([at(9, 0), at(12, 0), at(12, 4), at(9, 4)], siteFloor, 21)),
    );
    expect(areasOf(wider).map(({ tag }) => tag)).toEqual(['101', '102', '103', '104']);
  });

  test('a room that was drawn along the lines of its walls keeps its name and comes back to their faces', () => {
    const drawn = record('area', {
      id: 1,
      use: 'room',
      name: 'Lobby',
      tag: '7',
      ring: box(0, 0, 3, 4).slice(0, 4),
    });
    const plan = roomed(testPlan(...walls, drawn));
    expect(plan.tables.area.get(drawn.id)).toMatchObject({ name: 'Lobby', tag: '7' });
    expect(plan.tables.area.get(drawn.id)?.ring).toHaveLength(4);
    expect(Math.min(...(plan.tables.area.get(drawn.id)?.ring.map(({ x }) => x) ?? []))).toBe(0.1);
    expect(areasOf(plan).map(({ tag }) => tag)).toEqual(['7', '8', '9']);
  });

  test('a locked room, a part of a room and several in one stay as they are', () => {
    const locked = record('area', { id: 1, use: 'room', ring: box(0, 0, 3, 4).slice(0, 4), locked: true });
    const part = record('area', { id: 2, use: 'room', ring: box(3.5, 1, 5, 3).slice(0, 4) });
    const left = record('area', { id: 3, use: 'room', ring: box(6.2, 0.2, 7.4, 3.8).slice(0, 4) });
    const right = record('area', { id: 4, use: 'room', ring: box(7.4, 0.2, 8.8, 3.8).slice(0, 4) });
    expect(making(testPlan(...walls, locked, part, left, right))).toEqual({
      ok: false,
      error: 'rooms-are-there',
    });
  });

  test('a room in which more stands free than a record holds is refused, new or there already', () => {
    const columns = Array.from({ length: 1001 }, (_, index) => {
      const a = at(2 + (index % 40) * 2, 2 + Math.floor(index / 40) * 2);
      return record('wall', { id: 101 + index, a, b: at(a.x + 0.5, a.y) });
    });
    const hall = [...chain(box(0, 0, 90, 60)), ...columns];
    const drawn = record('area', { id: 1, use: 'room', ring: box(0, 0, 90, 60).slice(0, 4) });
    expect(making(testPlan(...hall))).toEqual({ ok: false, error: 'invalid-record' });
    expect(making(testPlan(...hall, drawn))).toEqual({ ok: false, error: 'invalid-record' });
  });

  test('is refused where no walls enclose anything', () => {
    expect(making(testPlan(...walls.slice(0, 3)))).toEqual({ ok: false, error: 'no-closed-walls' });
    expect(making(testPlan(...walls), upper)).toEqual({ ok: false, error: 'no-closed-walls' });
  });

  test('walls of two floors do not close a room together, and each floor has its own', () => {
    const floor = record('floor', { id: 2, name: 'Upper', order: 1 });
    const halves = [
      ...chain([at(0, 0), at(6, 0), at(6, 4)]),
      ...chain([at(6, 4), at(0, 4), at(0, 0)], upper, 11),
    ];
    expect(making(testPlan(floor, ...halves))).toEqual({ ok: false, error: 'no-closed-walls' });
    const both = testPlan(floor, ...walls, ...chain(box(1, 1, 8, 3), upper, 21));
    const rooms = areasOf(roomed(roomed(both), upper));
    expect(rooms.map((area) => [area.floor, area.holes.length])).toEqual([
      [siteFloor, 0],
      [siteFloor, 0],
      [siteFloor, 0],
      [upper, 0],
    ]);
  });

  test('on another floor takes a hundred of its own', () => {
    const floor = record('floor', { id: 2, name: 'Upper', order: 1 });
    const plan = roomed(testPlan(floor, ...walls, ...chain(box(0, 0, 4, 4), upper, 31)));
    expect([...roomed(plan, upper).tables.area.values()].map(({ tag }) => tag)).toEqual([
      '101',
      '102',
      '103',
      '201',
    ]);
  });

  test('is undone exactly, over random walls, some of them bent', () => {
    const place = fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .map(([x, y]) => at(x * 3, y * 3));
    const bend = fc.constantFrom(0, 0, 0, 0.27, -0.4, 0.83);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, bend), { minLength: 3, maxLength: 25 }), (lines) => {
        const some = lines
          .filter(([a, b]) => a.x !== b.x || a.y !== b.y)
          .map(([a, b, bulge], index) => record('wall', { id: index + 1, a, b, bulge }));
        const plan = testPlan(...some);
        const result = making(plan);
        if (!result.ok) {
          expect(result.error).toBe('no-closed-walls');
          return;
        }
        const made = applyDiff(plan, result.value);
        expect(checkIntegrity(made)).toEqual([]);
        expect(applyDiff(made, invertDiff(result.value))).toEqual(plan);
        expect(making(made)).toEqual({ ok: false, error: 'rooms-are-there' });
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
  });
});

function applyRecords(plan: Plan, records: readonly PlanRecord[]): Plan {
  return applyDiff(plan, new Map(records.map((each) => [each.id, { before: null, after: each }])));
}
