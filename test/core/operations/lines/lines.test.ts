import { describe, expect, test } from 'vitest';
import { filletWalls, roundCorners } from '../../../../core/operations/lines/fillet.ts';
import { joinRecords } from '../../../../core/operations/lines/join-records.ts';
import { offsetRecords } from '../../../../core/operations/lines/offset-records.ts';
import { splitRecord } from '../../../../core/operations/lines/split-record.ts';
import { extendRecord, trimRecord } from '../../../../core/operations/lines/trim-record.ts';
import { applyDiff, type PlanDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import { type Plan, recordsOf } from '../../../../core/plan/plan.ts';
import { granted, idSource, record, testId, testPlan } from '../../../support/plan-builder.ts';

type Pair = readonly [number, number];
const point = ([x, y]: Pair) => ({ x, y });
const wall = (id: number, a: Pair, b: Pair, more: object = {}) =>
  record('wall', { id, a: point(a), b: point(b), ...more });
const soundAfter = (plan: Plan, diff: PlanDiff) => {
  const next = applyDiff(plan, diff);
  expect(checkIntegrity(next)).toEqual([]);
  return next;
};
const walls = (plan: Plan) => [...recordsOf(plan, 'wall')].map(({ a, b }) => [a.x, a.y, b.x, b.y]);
const fence = (...path: Pair[]) => record('fence', { path: path.map(point) });
const paths = (plan: Plan) => [...recordsOf(plan, 'fence')].map(({ path }) => path.map(({ x, y }) => [x, y]));

describe('splitRecord', () => {
  const door = record('opening', { wall: testId('wall', 1), offset: 8 });
  const plan = testPlan(
    wall(1, [0, 0], [10, 0]),
    door,
    record('camera', { at: point([9, 0]), mountedOn: testId('wall', 1) }),
  );
  const split = (x: number) => splitRecord(plan, testId('wall', 1), { at: { x, y: 0.3 }, newId: idSource() });

  test('the halves share out what stands in the wall', () => {
    const next = soundAfter(plan, granted(split(4)));
    expect(walls(next)).toEqual([
      [0, 0, 4, 0],
      [4, 0, 10, 0],
    ]);
    expect(next.tables.opening.get(door.id)).toMatchObject({ wall: testId('wall', 1001), offset: 4 });
    expect([...next.tables.camera.values()][0]?.mountedOn).toBe(testId('wall', 1001));
  });

  test('not through a door, not at an end', () => {
    expect(split(8.3)).toEqual({ ok: false, error: 'opening-here' });
    expect(split(0)).toEqual({ ok: false, error: 'near-end' });
  });

  test('the halves of an arc lie on it', () => {
    const arc = testPlan(wall(1, [0, 0], [10, 0], { bulge: 1 }));
    const next = soundAfter(
      arc,
      granted(splitRecord(arc, testId('wall', 1), { at: { x: 5, y: -9 }, newId: idSource() })),
    );
    expect(walls(next)).toEqual([
      [0, 0, 5, -5],
      [5, -5, 10, 0],
    ]);
    expect([...recordsOf(next, 'wall')].map(({ bulge }) => bulge)).toEqual([0.414214, 0.414214]);
  });

  test('a closed fence is opened, an open one becomes two with its gates', () => {
    const closed = testPlan({ ...fence([0, 0], [10, 0], [10, 10]), closed: true });
    const opened = soundAfter(
      closed,
      granted(splitRecord(closed, testId('fence', 1), { at: { x: 4, y: 0 }, newId: idSource() })),
    );
    expect(paths(opened)).toEqual([
      [
        [4, 0],
        [10, 0],
        [10, 10],
        [0, 0],
        [4, 0],
      ],
    ]);
    const gate = record('gate', { at: point([8, 0]), fence: testId('fence', 1), width: 1 });
    const open = testPlan(fence([0, 0], [10, 0]), gate);
    const two = soundAfter(
      open,
      granted(splitRecord(open, testId('fence', 1), { at: { x: 4, y: 0 }, newId: idSource() })),
    );
    expect(paths(two)).toEqual([
      [
        [0, 0],
        [4, 0],
      ],
      [
        [4, 0],
        [10, 0],
      ],
    ]);
    expect(two.tables.gate.get(gate.id)?.fence).toBe(testId('fence', 1001));
  });
});

describe('joinRecords', () => {
  test('walls in one line, drawn either way, with their openings', () => {
    const door = record('opening', { wall: testId('wall', 2), offset: 1, hinge: 'a', swing: 'left' });
    const plan = testPlan(wall(1, [0, 0], [4, 0]), wall(2, [10, 0], [4, 0]), door);
    const next = soundAfter(plan, granted(joinRecords(plan, [testId('wall', 1), testId('wall', 2)])));
    expect(walls(next)).toEqual([[0, 0, 10, 0]]);
    expect(next.tables.opening.get(door.id)).toMatchObject({ offset: 9, hinge: 'b', swing: 'right' });
  });

  test('not at an angle, not apart', () => {
    const plan = testPlan(wall(1, [0, 0], [4, 0]), wall(2, [4, 0], [4, 4]), wall(3, [5, 0], [6, 0]));
    const join = (a: number, b: number) => joinRecords(plan, [testId('wall', a), testId('wall', b)]);
    expect(join(1, 2)).toEqual({ ok: false, error: 'not-in-line' });
    expect(join(1, 3)).toEqual({ ok: false, error: 'do-not-meet' });
  });

  test('fences whose ends all meet become one closed fence', () => {
    const other = { ...fence([0, 0], [0, 5], [5, 5]), id: testId('fence', 2) };
    const plan = testPlan(fence([0, 0], [5, 0], [5, 5]), other);
    const next = soundAfter(plan, granted(joinRecords(plan, [testId('fence', 1), other.id])));
    expect(paths(next)).toEqual([
      [
        [0, 0],
        [5, 0],
        [5, 5],
        [0, 5],
      ],
    ]);
    expect([...recordsOf(next, 'fence')][0]?.closed).toBe(true);
  });
});

describe('trimRecord and extendRecord', () => {
  const crossed = testPlan(wall(1, [0, 0], [10, 0]), wall(2, [3, -2], [3, 2]), wall(3, [7, -2], [7, 2]));
  const trim = (x: number) =>
    walls(
      soundAfter(
        crossed,
        granted(trimRecord(crossed, testId('wall', 1), { at: { x, y: 0 }, near: null, newId: idSource() })),
      ),
    );

  test('the middle between two crossings goes, or an end', () => {
    expect(trim(5).toSorted()).toEqual([
      [0, 0, 3, 0],
      [3, -2, 3, 2],
      [7, -2, 7, 2],
      [7, 0, 10, 0],
    ]);
    expect(trim(9)[0]).toEqual([0, 0, 7, 0]);
    expect(trim(1)[0]).toEqual([3, 0, 10, 0]);
  });

  test('without a crossing there is nothing to trim', () => {
    const alone = testPlan(wall(1, [0, 0], [10, 0]));
    expect(
      trimRecord(alone, testId('wall', 1), { at: { x: 1, y: 0 }, near: null, newId: idSource() }),
    ).toEqual({
      ok: false,
      error: 'nothing-to-trim',
    });
  });

  test('an end goes on to the first line ahead', () => {
    const plan = testPlan(wall(1, [0, 0], [10, 0]), wall(2, [13, -2], [13, 2]), wall(3, [17, -2], [17, 2]));
    const extend = (x: number) => extendRecord(plan, testId('wall', 1), { at: { x, y: 0 }, near: null });
    expect(walls(soundAfter(plan, granted(extend(9))))[0]).toEqual([0, 0, 13, 0]);
    expect(extend(1)).toEqual({ ok: false, error: 'nothing-ahead' });
  });

  test('a closed fence opens where it is trimmed', () => {
    const square = { ...fence([0, 0], [10, 0], [10, 10], [0, 10]), closed: true };
    const plan = testPlan(square, wall(1, [3, -1], [3, 1]), wall(2, [6, -1], [6, 1]));
    const diff = granted(trimRecord(plan, square.id, { at: { x: 5, y: 0 }, near: null, newId: idSource() }));
    expect(paths(soundAfter(plan, diff))).toEqual([
      [
        [6, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
        [3, 0],
      ],
    ]);
  });
});

describe('filletWalls and roundCorners', () => {
  const plan = testPlan(wall(1, [0, 0], [10, 0]), wall(2, [12, 2], [12, 10]));
  const fillet = (radius: number) =>
    filletWalls(plan, [testId('wall', 1), testId('wall', 2)], { radius, newId: () => testId('wall', 9) });

  test('a corner, or an arc that leaves both walls without a kink', () => {
    expect(walls(soundAfter(plan, granted(fillet(0))))).toEqual([
      [0, 0, 12, 0],
      [12, 0, 12, 10],
    ]);
    const next = soundAfter(plan, granted(fillet(3)));
    expect(walls(next)).toEqual([
      [0, 0, 9, 0],
      [12, 3, 12, 10],
      [9, 0, 12, 3],
    ]);
    expect(next.tables.wall.get(testId('wall', 9))?.bulge).toBe(0.414214);
    expect(fillet(11)).toEqual({ ok: false, error: 'radius-too-large' });
  });

  test('corners of a fence become arcs of short sides', () => {
    const bent = testPlan(fence([0, 0], [10, 0], [10, 10]));
    const [path = []] = paths(soundAfter(bent, granted(roundCorners(bent, testId('fence', 1), 2))));
    expect([path[0], path[1], path.at(-2), path.at(-1)]).toEqual([
      [0, 0],
      [8, 0],
      [10, 2],
      [10, 10],
    ]);
    expect(path.slice(1, -1).every(([x = 0, y = 0]) => Math.abs(Math.hypot(x - 8, y - 2) - 2) < 0.002)).toBe(
      true,
    );
    expect(roundCorners(bent, testId('fence', 1), 6)).toEqual({ ok: false, error: 'radius-too-large' });
  });
});

describe('offsetRecords', () => {
  test('walls that meet keep their corner, whichever way they were drawn', () => {
    const plan = testPlan(wall(1, [10, 0], [0, 0]), wall(2, [10, 0], [10, 8]));
    const diff = granted(
      offsetRecords(plan, [testId('wall', 1), testId('wall', 2)], { distance: 1, newId: idSource() }),
    );
    expect(walls(soundAfter(plan, diff)).slice(2)).toEqual([
      [9, 1, 9, 8],
      [9, 1, 0, 1],
    ]);
  });

  test('outlines grow outwards and shrink as far as they have room', () => {
    const plan = testPlan(record('area', {}));
    const offset = (distance: number) =>
      offsetRecords(plan, [testId('area', 1)], { distance, newId: idSource() });
    const next = soundAfter(plan, granted(offset(2)));
    expect(next.tables.area.get(testId('area', 1001))?.ring[0]).toEqual({ x: -2, y: -2 });
    expect(offset(-6)).toEqual({ ok: false, error: 'offset-too-far' });
  });
});
