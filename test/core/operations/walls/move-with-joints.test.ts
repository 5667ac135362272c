import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveWithJoints } from '../../../../core/operations/walls/move-with-joints.ts';
import { applyDiff, samePlan } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { getRecord, type Plan, recordsOf } from '../../../../core/plan/plan.ts';
import { placeOnWall } from '../../../../core/plan/wall-line.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';

const wall = (id: number, a: readonly [number, number], b: readonly [number, number]) =>
  record('wall', { id, a: { x: a[0], y: a[1] }, b: { x: b[0], y: b[1] } });

/*  5 +--2--------+--3---+      5 stands on 1 and 2/3; 6 stands on 5
 *    |           5      |
 *    4           +--6---7
 *    |           |      |
 *  0 +-----1-----+------+
 *    0           6      10   */
const south = wall(1, [0, 0], [10, 0]);
const northWest = wall(2, [6, 5], [0, 5]);
const northEast = wall(3, [6, 5], [10, 5]);
const west = wall(4, [0, 5], [0, 0]);
const middle = wall(5, [6, 0], [6, 5]);
const inner = wall(6, [6, 2], [10, 2]);
const east = wall(7, [10, 0], [10, 5]);
const doorInMiddle = record('opening', { id: 1, wall: middle.id, offset: 1 });
const doorInInner = record('opening', { id: 2, wall: inner.id, offset: 3 });
const doorInNorth = record('opening', { id: 3, wall: northEast.id, offset: 3 });
const rooms = testPlan(
  ...[south, northWest, northEast, west, middle, inner, east],
  ...[doorInMiddle, doorInInner, doorInNorth],
);

const moved = (plan: Plan, id: number, x: number, y: number) =>
  applyDiff(plan, granted(moveWithJoints(plan, [testId('wall', id)], { x, y })));
const ends = (plan: Plan, id: number) => {
  const { a, b } = getRecord(plan, testId('wall', id)) as RecordOf<'wall'>;
  return [a.x, a.y, b.x, b.y];
};
const placeOf = (plan: Plan, id: number) => {
  const opening = getRecord(plan, testId('opening', id)) as RecordOf<'opening'>;
  return placeOnWall(getRecord(plan, opening.wall) as RecordOf<'wall'>, opening.offset).at;
};

describe('moveWithJoints', () => {
  test('a wall between two others slides on both, and what stands on it follows', () => {
    const after = moved(rooms, 5, 0.4, 0);
    expect(ends(after, 5)).toEqual([6.4, 0, 6.4, 5]);
    expect(ends(after, 2)).toEqual([6.4, 5, 0, 5]);
    expect(ends(after, 3)).toEqual([6.4, 5, 10, 5]);
    expect(ends(after, 6)).toEqual([6.4, 2, 10, 2]);
    expect(ends(after, 1)).toEqual([0, 0, 10, 0]);
  });

  test('openings in walls that grow or shrink stay where they are on the plan', () => {
    const after = moved(rooms, 5, 0.4, 0);
    expect([placeOf(after, 2), placeOf(after, 3)]).toEqual([placeOf(rooms, 2), placeOf(rooms, 3)]);
    expect(placeOf(after, 1)).toEqual({ x: 6.4, y: 1 });
  });

  test('an opening that the wall would run over goes as near as it fits', () => {
    expect(placeOf(moved(rooms, 5, 3, 0), 2)).toEqual({ x: 9.455, y: 2 });
  });

  test('an opening without room any more refuses the move', () => {
    const result = moveWithJoints(rooms, [middle.id], { x: 3.5, y: 0 });
    expect(result).toEqual({ ok: false, error: 'opening-does-not-fit' });
  });

  test('an outer wall takes the ends of its neighbours and of the wall on it along', () => {
    const after = moved(rooms, 1, 0, -0.4);
    expect([4, 5, 7].map((id) => ends(after, id))).toEqual([
      [0, 5, 0, -0.4],
      [6, -0.4, 6, 5],
      [10, -0.4, 10, 5],
    ]);
    expect(placeOf(after, 1).y).toBeCloseTo(1, 9);
  });

  test('a wall between slanted ones stays parallel to itself and they keep their direction', () => {
    const plan = testPlan(wall(1, [0, 0], [4, 0]), wall(2, [0, 0], [-3, 3]), wall(3, [4, 0], [7, 3]));
    const after = moved(plan, 1, 0, 1);
    expect([1, 2, 3].map((id) => ends(after, id))).toEqual([
      [-1, 1, 5, 1],
      [-1, 1, -3, 3],
      [5, 1, 7, 3],
    ]);
  });

  test('locked neighbours stay', () => {
    const plan = testPlan(wall(1, [0, 0], [4, 0]), { ...wall(2, [4, 0], [4, 3]), locked: true });
    expect(ends(moved(plan, 1, 0, 1), 2)).toEqual([4, 0, 4, 3]);
  });

  test('a neighbour that would lose its length refuses the move', () => {
    const result = moveWithJoints(rooms, [east.id], { x: -4, y: 0 });
    expect(result).toEqual({ ok: false, error: 'too-short' });
  });

  test('every move keeps the plan sound and every joint closed, and is undone exactly', () => {
    const metres = fc.integer({ min: -1500, max: 1500 }).map((value) => value / 1000);
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), metres, metres, (id, x, y) => {
        const result = moveWithJoints(rooms, [testId('wall', id)], { x, y });
        if (!result.ok) return;
        const after = applyDiff(rooms, result.value);
        expect(checkIntegrity(after)).toEqual([]);
        expect(samePlan(applyDiff(after, invertDiff(result.value)), rooms)).toBe(true);
        expect(freeEnds(after)).toBe(0);
      }),
      { seed: 20_261_124, numRuns: 300 },
    );
  });
});

/** Ends of walls that touch no other wall. */
function freeEnds(plan: Plan): number {
  const walls = [...recordsOf(plan, 'wall')];
  const touches = ({ x, y }: { x: number; y: number }, { a, b }: RecordOf<'wall'>) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along = ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length;
    const aside = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length;
    return along >= -0.01 && along <= length + 0.01 && Math.abs(aside) < 0.01;
  };
  const isFree = (end: { x: number; y: number }, own: RecordOf<'wall'>) =>
    !walls.some((other) => other !== own && touches(end, other));
  return walls.flatMap((own) => [own.a, own.b].filter((end) => isFree(end, own))).length;
}
