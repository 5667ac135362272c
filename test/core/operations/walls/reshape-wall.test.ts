import { expect, test } from 'vitest';
import { moveVertex } from '../../../../core/operations/vertices/move-vertex.ts';
import { bendWall, moveWallEnds } from '../../../../core/operations/walls/reshape-wall.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';

const at = (x: number, y = 0) => ({ x, y });
/*   wall 2 (10,5)
 *          |
 *  wall 1  (0,0) ---- (10,0)  */
const level = record('wall', { a: at(0), b: at(10) });
const upright = record('wall', { id: 2, a: at(10), b: at(10, 5) });
const plan = testPlan(level, upright);

test('ends that meet go to one place together, or not at all', () => {
  const ends = [
    [level.id, 'b'],
    [upright.id, 'a'],
  ] as const;
  const moved = applyDiff(plan, granted(moveWallEnds(plan, ends, at(12, 1))));
  expect(moved.tables.wall.get(level.id)?.b).toEqual(at(12, 1));
  expect(moved.tables.wall.get(upright.id)?.a).toEqual(at(12, 1));
  const locked = testPlan(level, { ...upright, locked: true });
  expect(moveWallEnds(locked, ends, at(12, 1))).toEqual({ ok: false, error: 'locked' });
  expect(moveWallEnds(plan, [[testId('wall', 9), 'a']], at(1))).toEqual({ ok: false, error: 'not-found' });
});

test.each([
  [at(5, -2), 0.4],
  [at(5, 2), -0.4],
  // Beyond a half circle, and beside the chord at its end.
  [at(5, -40), 1],
  [at(0, -2), 0.4],
  [at(5, -0.05), 0],
])('a wall that is bent through %j has a bulge of %d', (through, bulge) => {
  const bent = applyDiff(plan, granted(bendWall(plan, level.id, { through, straightBelow: 0.05 })));
  expect(bent.tables.wall.get(level.id)?.bulge).toBeCloseTo(bulge, 9);
});

test('what is no wall of the plan is not bent', () => {
  expect(bendWall(plan, testId('wall', 9), { through: at(5, 2), straightBelow: 0 })).toEqual({
    ok: false,
    error: 'not-found',
  });
});

const fence = record('fence', { path: [at(0), at(10), at(10, 10)] });
const fenced = testPlan(fence);

test.each([
  ['a corner is moved', 1, false, [at(0), at(4, 4), at(10, 10)]],
  ['the middle of a side becomes a corner', 0, true, [at(0), at(4, 4), at(10), at(10, 10)]],
])('%s', (_, index, isMiddle, path) => {
  const vertex = { list: 'path', index } as const;
  const moved = applyDiff(fenced, granted(moveVertex(fenced, fence.id, { vertex, isMiddle, to: at(4, 4) })));
  expect(moved.tables.fence.get(fence.id)?.path).toEqual(path);
});

test.each([
  [fence.id, { list: 'path', index: 3 }],
  [fence.id, { list: 'ring', index: 0 }],
  [testId('fence', 9), { list: 'path', index: 0 }],
] as const)('there is no such vertex of %s: %j', (id, vertex) => {
  const to = at(4, 4);
  expect(moveVertex(fenced, id, { vertex, isMiddle: false, to })).toEqual({ ok: false, error: 'not-found' });
});
