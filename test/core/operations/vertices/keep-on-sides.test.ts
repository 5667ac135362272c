import { describe, expect, test } from 'vitest';
import type { Point } from '../../../../core/geometry/point.ts';
import { updateRecord } from '../../../../core/operations/update-records.ts';
import { addVertex } from '../../../../core/operations/vertices/add-vertex.ts';
import { moveVertex } from '../../../../core/operations/vertices/move-vertex.ts';
import { removeVertex } from '../../../../core/operations/vertices/remove-vertex.ts';
import { applyDiff, type PlanDiff, samePlan } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { VertexList } from '../../../../core/plan/parts/vertices.ts';
import { getRecord } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import type { Result } from '../../../../core/result.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';

/*  3 (0,10) --- 2 (10,10)       hole  0 (2,2)  1 (2,4)  2 (4,2)
 *  |               |
 *  0 (0,0) ---- 1 (10,0)  */
const holes = [
  [
    { x: 2, y: 2 },
    { x: 2, y: 4 },
    { x: 4, y: 2 },
  ],
];
const building = record('building', { holes });
const camera = (id: number, x: number, y: number) =>
  record('camera', { id, at: { x, y }, direction: 1, mountedOn: building.id });
const north = camera(1, 7, 10.2);
const corner = camera(2, 10, 10);
const south = camera(3, 4, -0.1);
const east = camera(4, 10.2, 4);
const inYard = camera(5, 2.1, 3);
const near = record('camera', { id: 6, at: { x: 7, y: 10.2 } });
const plan = testPlan(building, north, corner, south, east, inYard, near);

const half = Math.SQRT1_2;

function placeAfter(result: Result<PlanDiff, string>, { id } = north) {
  const diff = granted(result);
  const changed = applyDiff(plan, diff);
  expect(checkIntegrity(changed)).toEqual([]);
  expect(samePlan(applyDiff(changed, invertDiff(diff)), plan)).toBe(true);
  const now = getRecord(changed, id);
  return now && [now.at.x, now.at.y, now.direction].map((value) => Math.round(value * 1000) / 1000);
}
const at = (list: VertexList, index: number) => ({ list, index }) as const;
const moving = (index: number, to: Point, isMiddle = false) =>
  moveVertex(plan, building.id, { vertex: at('ring', index), isMiddle, to });

describe('a camera on a building of which a corner moves', () => {
  // As on a wall: the distance from the end that stays stays.
  test.each([
    ['along its side, away', moving(2, { x: 20, y: 10 }), [7, 10.2, 1]],
    ['along its side, at its other end', moving(3, { x: -5, y: 10 }), [7, 10.2, 1]],
    ['so that the side is shorter', moving(2, { x: 4, y: 10 }), [4, 10.2, 1]],
    // The side runs from 2 to 3, 7 m of it lie before the camera, and is turned by 45°.
    [
      'across its side',
      moving(2, { x: 10, y: 20 }),
      [7 * half - 0.2 * half, 10 + 7 * half + 0.2 * half, 1 + Math.PI / 4],
    ],
    [
      'across its side, at its other end',
      moving(3, { x: 0, y: 20 }),
      [10 - 3 * half + 0.2 * half, 10 + 3 * half + 0.2 * half, 1 - Math.PI / 4],
    ],
    ['that is none of its side', moving(0, { x: -3, y: -3 }), [7, 10.2, 1]],
  ])('%s', (_, result, wanted) => {
    const rounded = wanted.map((value) => Math.round(value * 1000) / 1000);
    expect(
      placeAfter(result)?.map((value, index) => Math.abs(value - (rounded[index] ?? 0)) <= 0.001),
    ).toEqual([true, true, true]);
  });

  test('goes with the corner that it is at, turned with the side before it', () => {
    expect(placeAfter(moving(2, { x: 12, y: 10 }), corner)).toEqual([12, 10, 0.803]);
    expect(placeAfter(moving(2, { x: 14, y: 13 }), corner)?.slice(0, 2)).toEqual([14, 13]);
  });

  test('stays on the half of its side that it was beside when the middle is drawn out', () => {
    expect(placeAfter(moving(2, { x: 5, y: 15 }, true))?.slice(0, 2)).toEqual([8.02, 12.263]);
    expect(placeAfter(moving(3, { x: 0, y: 5 }, true))).toEqual([7, 10.2, 1]);
  });

  test('in its yard, by a side of that', () => {
    const result = moveVertex(plan, building.id, {
      vertex: at('hole-0', 1),
      isMiddle: false,
      to: { x: 2, y: 6 },
    });
    expect(placeAfter(result, inYard)).toEqual([2.1, 3, 1]);
    const aside = moveVertex(plan, building.id, {
      vertex: at('hole-0', 0),
      isMiddle: false,
      to: { x: 3, y: 1 },
    });
    expect(placeAfter(aside, inYard)?.slice(0, 2)).not.toEqual([2.1, 3]);
  });

  test('that is not mounted on it stays', () => {
    expect(placeAfter(moving(2, { x: 10, y: 20 }), near)).toEqual([7, 10.2, 0]);
  });
});

describe('a camera on a building that gets or loses a corner', () => {
  test('stays when the corner lies on its side', () => {
    for (const x of [9, 7, 2]) {
      const result = addVertex(plan, building.id, { after: at('ring', 2), at: { x, y: 10 } });
      expect([placeAfter(result), placeAfter(result, south), placeAfter(result, east)]).toEqual([
        [7, 10.2, 1],
        [4, -0.1, 1],
        [10.2, 4, 1],
      ]);
    }
  });

  test('is on the side that is left, as far from the corner that is left', () => {
    // 3 – 1 is the new side: 7 m of it lie before what was so far from 3.
    expect(placeAfter(removeVertex(plan, building.id, at('ring', 2)))?.slice(0, 2)).toEqual([5.091, 5.192]);
    expect(placeAfter(removeVertex(plan, building.id, at('ring', 2)), east)?.slice(0, 2)).toEqual([
      7.313, 2.97,
    ]);
    expect(placeAfter(removeVertex(plan, building.id, at('ring', 2)), south)).toEqual([4, -0.1, 1]);
    expect(placeAfter(removeVertex(plan, building.id, at('ring', 0)), south)?.slice(0, 2)).not.toEqual([
      4, -0.1,
    ]);
    expect(placeAfter(removeVertex(plan, building.id, at('ring', 0)))).toEqual([7, 10.2, 1]);
  });
});

test('a camera on an obstacle along a line keeps to it; its ends are ends', () => {
  const path = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ];
  const hedge = record('obstacle', { ring: null, path, width: 1 });
  const mounted = record('camera', { at: { x: 10.5, y: 8 }, direction: 0, mountedOn: hedge.id });
  const lines = testPlan(hedge, mounted);
  const placed = (result: Result<PlanDiff, string>) => granted(result).get(mounted.id)?.after;
  const to = { x: 20, y: 0 };
  const bent = moveVertex(lines, hedge.id, { vertex: at('path', 2), isMiddle: false, to });
  expect(placed(bent)).toMatchObject({ at: { x: 18, y: -0.5 }, direction: -1.570796 });
  // The side that it was on is gone, and with it what its place was counted from.
  expect(placed(removeVertex(lines, hedge.id, at('path', 2)))).toBe(undefined);
});

test('one that would leave the plan stays, and another shape is no reason to move', () => {
  const obstacle = record('obstacle');
  const mounted = record('camera', { at: { x: 5, y: 10.5 }, mountedOn: obstacle.id });
  const shapes = testPlan(obstacle, mounted);
  const line = { ring: null, path: obstacle.ring, width: 1 };
  expect(granted(updateRecord(shapes, obstacle.id, line)).has(mounted.id)).toBe(false);
  expect(granted(updateRecord(shapes, obstacle.id, { notes: 'Seen.' })).has(mounted.id)).toBe(false);
});
