import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSelfCrossing } from '../../../../core/geometry/polygon.ts';
import { shapeRefusal } from '../../../../core/operations/shape-refusal.ts';
import { hasSideWithoutLength, openingsOverlap } from '../../../../core/plan/flaws/shape-flaw.ts';
import { shapeFlaws } from '../../../../core/plan/flaws/shape-flaws.ts';
import { allRecords, type Plan } from '../../../../core/plan/plan.ts';
import { wallCovers } from '../../../../core/plan/walls/wall-covers.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { settings } from '../../geometry/arbitraries.ts';

const at = (x: number, y: number) => ({ x, y });
const upper = testId('floor', 2);

function found(plan: Plan) {
  return Object.fromEntries(
    [...shapeFlaws(plan).records].map(([flaw, records]) => [flaw, records.map(({ id }) => id)]),
  );
}

describe('what is wrong with the shapes of a plan', () => {
  test('nothing in one that edits have made', () => {
    const walls = [
      record('wall', { id: 1, a: at(0, 0), b: at(4, 0) }),
      record('wall', { id: 2, a: at(4, 0), b: at(4, 4) }),
    ];
    expect(found(testPlan(...walls, record('area', { ring: [at(0, 0), at(4, 0), at(4, 4)] })))).toEqual({});
  });

  /*   1 ----------------    2 on 1 from its middle, 3 the other way round than 1, 4 on another floor,
   *          ---2---        5 and 6 are the same bent one, seen from either end  */
  test('walls wholly on another one, whichever end is first, are the shorter or the later ones', () => {
    const plan = testPlan(
      record('floor', { id: 2 }),
      record('wall', { id: 1, a: at(0, 0), b: at(10, 0) }),
      record('wall', { id: 2, a: at(8, 0.0005), b: at(4, 0) }),
      record('wall', { id: 3, a: at(10, 0), b: at(0, 0) }),
      record('wall', { id: 4, a: at(0, 0), b: at(10, 0), floor: upper }),
      record('wall', { id: 5, a: at(0, 5), b: at(10, 5), bulge: 0.4 }),
      record('wall', { id: 6, a: at(10, 5), b: at(0, 5), bulge: -0.4 }),
      record('wall', { id: 7, a: at(10, 5), b: at(0, 5), bulge: 0.4 }),
      record('wall', { id: 8, a: at(9, 0), b: at(12, 0) }),
    );
    expect(found(plan)).toEqual({ 'covers-existing-wall': [2, 3, 6].map((id) => testId('wall', id)) });
  });

  test('outlines and holes that cross or touch themselves, corners in one place', () => {
    const bow = [at(0, 0), at(4, 4), at(4, 0), at(0, 4)];
    const square = [at(0, 0), at(9, 0), at(9, 9), at(0, 9)];
    const plan = testPlan(
      record('area', { id: 1, ring: bow }),
      record('building', { id: 1, ring: square, holes: [bow.map(({ x, y }) => at(x + 1, y + 1))] }),
      record('area', { id: 2, ring: [at(0, 0), at(0, 0), at(4, 0), at(4, 4)] }),
      record('fence', { id: 1, path: [at(0, 0), at(3, 0), at(3, 0)] }),
    );
    const { 'crosses-itself': crossing, 'side-without-length': sides, ...others } = found(plan);
    expect(new Set(crossing)).toEqual(new Set([testId('area', 1), testId('building', 1)]));
    expect(new Set(sides)).toEqual(new Set([testId('area', 2), testId('fence', 1)]));
    expect(others).toEqual({});
  });

  test('doors and windows over each other, one within another too, but not side by side', () => {
    const wall = testId('wall', 1);
    const plan = testPlan(
      record('wall', { id: 1, a: at(0, 0), b: at(20, 0) }),
      record('opening', { id: 1, wall, offset: 2, width: 1 }),
      record('opening', { id: 2, wall, offset: 3, width: 1 }),
      record('opening', { id: 3, wall, offset: 10, width: 6 }),
      record('opening', { id: 4, wall, offset: 8, width: 1 }),
      record('opening', { id: 5, wall, offset: 12, width: 1 }),
    );
    expect(found(plan)).toEqual({ 'overlaps-opening': [testId('opening', 4), testId('opening', 5)] });
  });

  test('is found in random plans as by comparing each with each, and edits would refuse the same', () => {
    const place = fc.tuple(fc.nat(3), fc.nat(3)).map(([x, y]) => at(x, y));
    const wall = fc.record({
      a: place,
      b: place,
      bulge: fc.constantFrom(0, 0, 0.5, -0.5),
      isUp: fc.boolean(),
    });
    const opening = fc.record({
      offset: fc.nat(40).map((tenth) => tenth / 10),
      width: fc.constantFrom(0.3, 1, 2),
    });
    const things = {
      walls: fc.array(wall, { maxLength: 12 }),
      openings: fc.array(opening, { maxLength: 4 }),
    };
    fc.assert(
      fc.property(
        fc.record({ ...things, ring: fc.array(place, { minLength: 3, maxLength: 16 }) }),
        (given) => {
          const walls = given.walls
            .filter(({ a, b }) => a.x !== b.x || a.y !== b.y)
            .map(({ isUp, ...fields }, index) =>
              record('wall', { id: index + 2, ...fields, floor: isUp ? upper : siteFloor }),
            );
          const host = record('wall', { id: 1, a: at(90, 0), b: at(96, 0) });
          const openings = given.openings.map((fields, index) =>
            record('opening', { id: index + 1, wall: host.id, ...fields, offset: fields.offset + 1 }),
          );
          const area = record('area', { ring: given.ring });
          const plan = testPlan(record('floor', { id: 2 }), host, ...walls, ...openings, area);
          const flaws = found(plan);
          const pairs = <T>(all: readonly T[]) =>
            all.flatMap((one, index) => all.slice(index + 1).map((two) => [one, two] as const));
          expect('covers-existing-wall' in flaws).toBe(
            pairs(walls).some(([one, two]) => one.floor === two.floor && wallCovers(one, two)),
          );
          expect('overlaps-opening' in flaws).toBe(
            pairs(openings).some(([one, two]) => openingsOverlap(one, two)),
          );
          expect('side-without-length' in flaws).toBe(hasSideWithoutLength(area));
          expect('crosses-itself' in flaws).toBe(isSelfCrossing(given.ring));
          const all = new Map([...allRecords(plan)].map((each) => [each.id, { before: null, after: each }]));
          expect(shapeRefusal(testPlan(), all) === null).toBe(Object.keys(flaws).length === 0);
        },
      ),
      { ...settings, numRuns: 400 },
    );
  });
});
