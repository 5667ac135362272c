import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRecord } from '../../../core/operations/add-record.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { boundsOf, planBounds } from '../../../core/plan/shape.ts';
import { buildIndex, type SpatialIndex } from '../../../core/plan/spatial-index.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../support/plan-builder.ts';
import { diffOf, editsArbitrary } from '../../support/random/sequences.ts';

const everything = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 };

describe('query', () => {
  const plan = testPlan(
    record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 10, y: 0 } }),
    record('camera', { id: 1, at: { x: 50, y: 50 } }),
    record('floor', { id: 2 }),
    record('camera', { id: 2, at: { x: 5, y: 0 }, floor: testId('floor', 2) }),
  );

  test('gives the records of the floor whose bounds touch the box, their width included', () => {
    const index = buildIndex(plan);
    expect(index.query({ minX: 4, minY: 0.1, maxX: 5, maxY: 3 }, siteFloor)).toEqual([testId('wall')]);
    expect(index.query({ minX: 4, minY: 0.101, maxX: 5, maxY: 3 }, siteFloor)).toEqual([]);
    expect(index.query({ minX: 4, minY: 0, maxX: 5, maxY: 3 }, testId('floor', 2))).toEqual([
      testId('camera', 2),
    ]);
  });

  test('after an edit finds what moved where it is, and the index before it is as it was', () => {
    const before = buildIndex(plan);
    const diff = granted(moveRecords(plan, [testId('camera')], { x: -40, y: 0 }));
    const after = before.update(applyDiff(plan, diff), diff);
    const box = { minX: 9, minY: 49, maxX: 11, maxY: 51 };
    expect(after.query(box, siteFloor)).toEqual([testId('camera')]);
    expect(before.query(box, siteFloor)).toEqual([]);
  });

  test('an opening is found with its wall when only the wall was edited', () => {
    const withDoor = applyDiff(
      plan,
      granted(
        addRecord(plan, 'opening', {
          id: testId('opening'),
          floor: siteFloor,
          layer: firstLayer,
          wall: testId('wall'),
          offset: 5,
        }),
      ),
    );
    const diff = granted(moveRecords(withDoor, [testId('wall')], { x: 0, y: 30 }));
    const index = buildIndex(withDoor).update(applyDiff(withDoor, diff), diff);
    const found = index.query({ minX: 4, minY: 29, maxX: 6, maxY: 31 }, siteFloor);
    expect(new Set(found)).toEqual(new Set([testId('wall'), testId('opening')]));
  });

  test('over random edits and their undoing is what an index built anew gives', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        const newId = idSource();
        let plan = testPlan();
        let index: SpatialIndex = buildIndex(plan);
        const step = (diff: PlanDiff) => {
          plan = applyDiff(plan, diff);
          index = index.update(plan, diff);
        };
        for (const [number, edit] of edits.entries()) {
          const diff = diffOf(plan, edit, newId);
          step(diff);
          if (number % 5 === 0) step(invertDiff(diff));
        }
        expect(sortedQuery(index, plan)).toEqual(sortedQuery(buildIndex(plan), plan));
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('a floor with more changes than it keeps beside the tree is built anew', () => {
    let plan = testPlan();
    let index = buildIndex(plan);
    for (let number = 1; number <= 900; number += 1) {
      const fields = { floor: siteFloor, layer: firstLayer, at: { x: number, y: 0 } };
      const diff = granted(addRecord(plan, 'camera', { id: testId('camera', number), ...fields }));
      plan = applyDiff(plan, diff);
      index = index.update(plan, diff);
    }
    expect(index.query(everything, siteFloor)).toHaveLength(900);
    expect(index.query({ minX: 449.5, minY: -1, maxX: 450.5, maxY: 1 }, siteFloor)).toEqual([
      testId('camera', 450),
    ]);
  });
});

function sortedQuery(index: SpatialIndex, plan: Plan): readonly (readonly AnyId[])[] {
  const box = planBounds(plan) ?? everything;
  const half = { ...box, maxX: (box.minX + box.maxX) / 2 };
  return [...plan.tables.floor.keys()].flatMap((floor) => [
    [...index.query(everything, floor)].sort(),
    [...index.query(half, floor)].sort(),
  ]);
}

describe('on 20,000 records', () => {
  const columns = 200;
  const walls = Array.from({ length: 20_000 }, (_, number) => {
    const a = { x: (number % columns) * 5, y: Math.floor(number / columns) * 5 };
    return record('wall', { id: number + 1, a, b: { x: a.x + 4, y: a.y } });
  });
  const large = testPlan(...walls);
  const index = buildIndex(large);

  function medianMs(work: (number: number) => void): number {
    const times = Array.from({ length: 101 }, (_, number) => {
      const start = performance.now();
      work(number);
      return performance.now() - start;
    });
    return times.sort((first, second) => first - second)[50] ?? Number.POSITIVE_INFINITY;
  }

  // The share of an index in the 10 ms that a commit may take.
  test('an update of one record and a hit test take less than a millisecond', () => {
    const diff = granted(moveRecords(large, [testId('wall', 7)], { x: 1, y: 1 }));
    const moved = applyDiff(large, diff);
    const isSelectable = () => true;
    expect(medianMs(() => index.update(moved, diff))).toBeLessThan(1);
    const hit = (number: number) =>
      index.hitTest(large, {
        at: { x: number * 5 + 2, y: 250 },
        tolerance: 0.3,
        floor: siteFloor,
        isSelectable,
      });
    expect(medianMs((number) => hit(number))).toBeLessThan(1);
    expect(hit(3)).toBe(testId('wall', 50 * columns + 4));
  });
});

/*  10  +-------- area 1 -------+
 *      |      camera (5,8)     |
 *      |                       |
 *      |   wall (2,4)==door==(8,4)
 *   0  +-----------------------+      the property line follows the area's edge
 *      0                      10
 */
describe('hitTest', () => {
  const site = testPlan(
    record('area', { id: 1 }),
    record('propertyLine', { id: 1 }),
    record('wall', { id: 1, a: { x: 2, y: 4 }, b: { x: 8, y: 4 } }),
    record('opening', { id: 1, wall: testId('wall'), offset: 3 }),
    record('camera', { id: 1, at: { x: 5, y: 8 } }),
    record('underlay', { id: 1, at: { x: -10, y: -10 }, metresPerPixel: 0.1 }),
  );
  const index = buildIndex(site);
  const hit = (x: number, y: number, isSelectable: (each: PlacedRecord) => boolean = () => true) =>
    index.hitTest(site, { at: { x, y }, tolerance: 0.2, floor: siteFloor, isSelectable });

  test('a point before a line before a surface before the picture beneath', () => {
    expect(hit(5.3, 8)).toBe(testId('camera'));
    expect(hit(2.5, 4.2)).toBe(testId('wall'));
    expect(hit(1, 1)).toBe(testId('area'));
    expect(hit(-5, 20)).toBe(testId('underlay'));
    expect(hit(-50, 20)).toBeNull();
  });

  test('the door before the wall it is in', () => {
    expect(hit(5, 4)).toBe(testId('opening'));
    expect(hit(3, 4)).toBe(testId('wall'));
  });

  test('a property line is hit on its edge and lets clicks inside it through', () => {
    const noArea = (each: PlacedRecord) => !each.id.startsWith('area') && !each.id.startsWith('underlay');
    expect(hit(0.1, 7, noArea)).toBe(testId('propertyLine'));
    expect(hit(1, 7, noArea)).toBeNull();
  });

  test('what may not be selected is passed over', () => {
    expect(hit(5, 4, (each) => !each.id.startsWith('opening'))).toBe(testId('wall'));
  });

  test('the smallest of two surfaces that lie over each other', () => {
    const small = record('parking', {
      ring: [
        { x: 0, y: 0 },
        { x: 3, y: 0 },
        { x: 3, y: 3 },
      ],
    });
    const plan = testPlan(record('building', { id: 1 }), small);
    const query = { at: { x: 2, y: 1 }, tolerance: 0.2, floor: siteFloor, isSelectable: () => true };
    expect(buildIndex(plan).hitTest(plan, query)).toBe(testId('parking'));
  });

  test('another floor is not hit', () => {
    const query = {
      at: { x: 5, y: 8 },
      tolerance: 0.2,
      floor: testId('floor', 2),
      isSelectable: () => true,
    };
    expect(index.hitTest(site, query)).toBeNull();
  });

  test('every placed record lies in the bounds that the index knows', () => {
    for (const each of allRecords(site)) {
      if (isPlaced(each)) expect(boundsOf(each, site)).not.toBeNull();
    }
  });
});
