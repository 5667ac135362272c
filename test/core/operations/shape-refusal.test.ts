import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSelfCrossing } from '../../../core/geometry/polygon.ts';
import { addRecord } from '../../../core/operations/add-record.ts';
import { fitRecords } from '../../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { arrayInGrid } from '../../../core/operations/arrays/array-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { offsetRecords } from '../../../core/operations/lines/offset-records.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import { applyDiff } from '../../../core/plan/diff.ts';
import { type Plan, recordsOf } from '../../../core/plan/plan.ts';
import { wallCovers } from '../../../core/plan/walls/wall-covers.ts';
import { idSource, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const onWall = { ok: false, error: 'covers-existing-wall' };
const crossing = { ok: false, error: 'crosses-itself' };

/*  0 =====1===== 10      2 stands above it, from 0 to 10 at y 5; 3 is short, from 2 to 5 at y 8  */
const long = record('wall', { id: 1, a: at(0, 0), b: at(10, 0) });
const upper = record('wall', { id: 2, a: at(0, 5), b: at(10, 5) });
const short = record('wall', { id: 3, a: at(2, 8), b: at(5, 8) });
const plan = testPlan(long, upper, short);

describe('a wall that would lie on another one is refused, whatever brings it there', () => {
  test('moved, also as the shorter or the longer of the two', () => {
    expect(moveRecords(plan, [upper.id], at(0, -5))).toEqual(onWall);
    expect(moveRecords(plan, [short.id], at(0, -8))).toEqual(onWall);
    expect(moveRecords(plan, [long.id], at(0, 8))).toEqual(onWall);
    expect(moveWithJoints(plan, [short.id], at(0, -3))).toEqual(onWall);
    expect(moveRecords(plan, [upper.id], at(4, -5)).ok).toBe(true);
  });

  test('copied in place, repeated by nothing, mirrored, turned, stretched', () => {
    const newId = idSource();
    expect(duplicateRecords(plan, [short.id], { by: at(0, 0), newId })).toEqual(onWall);
    const grid = { columns: 1, rows: 2, step: at(1, -3) };
    expect(arrayInGrid(plan, [short.id], { grid, newId })).toEqual(onWall);
    const over = [at(0, 2.5), at(1, 2.5)] as const;
    expect(mirrorRecords(plan, [upper.id], { over, newId: null })).toEqual(onWall);
    expect(rotateRecords(plan, [upper.id], { about: at(5, 2.5), angle: Math.PI })).toEqual(onWall);
    const reference = { from: [at(2, 8), at(5, 8)], to: [at(0, 5), at(10, 5)], scales: true } as const;
    expect(fitRecords(plan, [short.id], reference)).toEqual(onWall);
  });

  test('drawn as a parallel, by its ends, on its floor', () => {
    expect(offsetRecords(plan, [long.id], { distance: 5, newId: idSource() })).toEqual(onWall);
    expect(updateRecord(plan, short.id, { a: at(2, 5), b: at(5, 5) })).toEqual(onWall);
    const floor = testId('floor', 2);
    const upstairs = testPlan(
      record('floor', { id: 2 }),
      long,
      record('wall', { id: 4, a: at(1, 0), b: at(3, 0), floor }),
    );
    expect(updateRecord(upstairs, testId('wall', 4), { floor: siteFloor })).toEqual(onWall);
  });

  test('walls that lay on each other before may be moved and changed', () => {
    const twin = record('wall', { id: 9, a: at(0, 0), b: at(10, 0) });
    const old = testPlan(long, twin, upper);
    expect(moveRecords(old, [long.id, twin.id], at(1, 1)).ok).toBe(true);
    expect(moveRecords(old, [twin.id], at(1, 1)).ok).toBe(true);
    expect(updateRecord(old, twin.id, { thickness: 0.3 }).ok).toBe(true);
    expect(moveRecords(old, [long.id, twin.id], at(0, 5))).toEqual(onWall);
  });
});

/*  10 m of wall: a door from 1.5 to 2.5 m, one from 4.5 to 5.5 m  */
describe('a door or window over another one of its wall is refused', () => {
  const over = { ok: false, error: 'overlaps-opening' };
  const first = record('opening', { id: 1, wall: long.id, offset: 2, width: 1 });
  const second = record('opening', { id: 2, wall: long.id, offset: 5, width: 1 });
  const doors = testPlan(long, upper, first, second);

  test('added, moved along the wall, widened', () => {
    const { id: _, ...fields } = first;
    const fresh = (offset: number) =>
      addRecord(doors, 'opening', { ...fields, id: testId('opening', 3), offset });
    expect(fresh(2.6)).toEqual(over);
    expect(fresh(3).ok).toBe(true);
    expect(moveRecords(doors, [first.id], at(2.5, 0))).toEqual(over);
    expect(moveRecords(doors, [first.id], at(2, 0)).ok).toBe(true);
    expect(updateRecord(doors, second.id, { width: 6 })).toEqual(over);
    expect(updateRecord(doors, second.id, { offset: 2.5 })).toEqual(over);
  });

  test('those that lay over each other before move with their wall', () => {
    const twin = record('opening', { id: 3, wall: long.id, offset: 2.2, width: 1 });
    expect(moveRecords(testPlan(long, first, twin), [long.id], at(1, 1)).ok).toBe(true);
  });
});

/*   square, and the same corners out of order  */
const square = [at(0, 0), at(4, 0), at(4, 4), at(0, 4)];
const bow = [at(0, 0), at(4, 0), at(0, 4), at(4, 4)];

describe('an outline that would cross or touch itself is refused', () => {
  test('of every kind that has one, drawn or changed', () => {
    for (const kind of ['propertyLine', 'building', 'parking', 'area', 'coverageZone'] as const) {
      const sound = record(kind, { id: 1, ring: square });
      const { id: _, ...fields } = sound;
      const fresh = { ...fields, id: testId(kind, 2), ring: bow } as never;
      expect(addRecord(testPlan(), kind, fresh)).toEqual(crossing);
      expect(updateRecord(testPlan(sound), sound.id, { ring: bow } as never)).toEqual(crossing);
    }
  });

  test('in a hole too', () => {
    const area = record('area', { id: 1, ring: square.map(({ x, y }) => at(x * 3, y * 3)) });
    const hole = bow.map(({ x, y }) => at(x + 2, y + 2));
    expect(updateRecord(testPlan(area), area.id, { holes: [hole] })).toEqual(crossing);
  });

  test('one of an old file may be moved and mended, and its other fields changed', () => {
    const area = record('area', { id: 1, ring: bow });
    const old = testPlan(area);
    expect(moveRecords(old, [area.id], at(1, 2)).ok).toBe(true);
    expect(rotateRecords(old, [area.id], { about: at(0, 0), angle: 1 }).ok).toBe(true);
    expect(updateRecord(old, area.id, { name: 'Bow' }).ok).toBe(true);
    expect(updateRecord(old, area.id, { ring: square }).ok).toBe(true);
  });
});

/** The slow and obvious way: each two walls of a floor. */
function pairsOn(after: Plan): number {
  const walls = [...recordsOf(after, 'wall')];
  return walls.flatMap((first, index) => walls.slice(index + 1).filter((second) => wallCovers(first, second)))
    .length;
}

test('no edit of random walls on a grid leaves one on another, and none is refused without cause', () => {
  const place = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 })).map(([x, y]) => at(x, y));
  const lines = fc.uniqueArray(fc.tuple(place, place), {
    minLength: 2,
    maxLength: 14,
    comparator: ([a, b], [c, d]) => wallCovers({ a, b, bulge: 0 }, { a: c, b: d, bulge: 0 }),
  });
  fc.assert(
    fc.property(
      lines,
      fc.nat({ max: 1000 }),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
      (each, mask, x, y) => {
        const walls = each
          .filter(([a, b]) => a.x !== b.x || a.y !== b.y)
          .map(([a, b], index) => record('wall', { id: index + 1, a, b }));
        const before = testPlan(...walls);
        const chosen = walls.filter((_, index) => (mask >> index) % 2 === 1);
        const result = moveRecords(
          before,
          chosen.map(({ id }) => id),
          at(x, y),
        );
        const expected = testPlan(
          ...walls.map((wall) =>
            chosen.includes(wall)
              ? { ...wall, a: at(wall.a.x + x, wall.a.y + y), b: at(wall.b.x + x, wall.b.y + y) }
              : wall,
          ),
        );
        expect(result.ok).toBe(pairsOn(expected) === 0);
        if (result.ok) expect(pairsOn(applyDiff(before, result.value))).toBe(0);
      },
    ),
    { seed: 20_261_124, numRuns: 300 },
  );
});

test('turned at random, an outline that was plain stays plain or is refused', () => {
  const ring = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(ring, fc.double({ min: -3, max: 3, noNaN: true }), (points, angle) => {
      const area = record('area', { id: 1, ring: points.map(([x, y]) => at(x / 10, y / 10)) });
      const result = rotateRecords(testPlan(area), [area.id], { about: at(1, 1), angle });
      const after = result.ok ? applyDiff(testPlan(area), result.value).tables.area.get(area.id) : area;
      if (!isSelfCrossing(area.ring)) expect(isSelfCrossing(after?.ring ?? [])).toBe(false);
    }),
    { seed: 20_261_124, numRuns: 300 },
  );
});
