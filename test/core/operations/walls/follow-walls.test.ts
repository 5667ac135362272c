import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameSurface } from '../../../../core/derive/walls/kept-faces.ts';
import { roomsWithin } from '../../../../core/derive/walls/rooms.ts';
import { polygonArea } from '../../../../core/geometry/polygon.ts';
import { addWall } from '../../../../core/operations/add-wall.ts';
import { deleteRecords } from '../../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../../core/operations/duplicate-records.ts';
import { copyToFloor } from '../../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../../core/operations/floors/move-to-floor.ts';
import { joinRecords } from '../../../../core/operations/lines/join-records.ts';
import { splitRecord } from '../../../../core/operations/lines/split-record.ts';
import { moveRecords } from '../../../../core/operations/move-records.ts';
import { rotateRecords } from '../../../../core/operations/rotate-records.ts';
import { updateRecord, updateRecords } from '../../../../core/operations/update-records.ts';
import { makeRooms } from '../../../../core/operations/walls/make-rooms.ts';
import { moveWithJoints } from '../../../../core/operations/walls/move-with-joints.ts';
import { applyDiff, type PlanDiff, samePlan } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { inOrder, type Plan } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import type { Result } from '../../../../core/result.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const at = (x: number, y: number) => ({ x, y });
const wallId = (id: number) => testId('wall', id);
type Fields = Partial<Omit<RecordOf<'wall'>, 'id'>>;
const wall = (id: number, a: { x: number; y: number }, b: { x: number; y: number }, fields: Fields = {}) =>
  record('wall', { id, a, b, ...fields });

/*  (0, 4) ____3___ (10, 4)      walls of 0.2 m; the areas are 101 on the left and 102 on the right
 *        4   5    2
 *        |___1____|        */
const upper = record('floor', { id: 2, name: 'Floor 1', order: 1 });
const house = testPlan(
  upper,
  wall(1, at(0, 0), at(10, 0)),
  wall(2, at(10, 0), at(10, 4)),
  wall(3, at(10, 4), at(0, 4)),
  wall(4, at(0, 4), at(0, 0)),
  wall(5, at(4, 0), at(4, 4)),
);
const newId = idSource();
const edited = (plan: Plan, result: Result<PlanDiff, string>) => applyDiff(plan, granted(result));
const rooms = edited(
  house,
  makeRooms(house, { floor: siteFloor, layer: firstLayer, newId: () => newId('area') }),
);

const areasOf = (plan: Plan) => [...plan.tables.area.values()];
/** Surface by tag, and whether it follows. */
const surfaces = (plan: Plan) =>
  areasOf(plan)
    .map((area) => `${area.tag} ${polygonArea(area).toFixed(2)} ${area.follows ?? 'own'}`)
    .toSorted();
const surfacesAfter = (result: (plan: Plan) => Result<PlanDiff, string>, plan = rooms) =>
  surfaces(edited(plan, result(plan)));
const move = (id: number, x: number, y: number) => (plan: Plan) =>
  moveWithJoints(plan, [wallId(id)], at(x, y));
const idOf = (tag: string) => areasOf(rooms).find((area) => area.tag === tag)?.id ?? testId('area', 1);

describe('areas that follow their walls', () => {
  test('are those that rooms were made of', () => {
    expect(surfaces(rooms)).toEqual(['101 14.44 walls', '102 22.04 walls']);
  });

  test('are brought back in the edit of the wall, and taken back with it', () => {
    const diff = granted(move(5, 1, 0)(rooms));
    const moved = applyDiff(rooms, diff);
    expect(surfaces(moved)).toEqual(['101 18.24 walls', '102 18.24 walls']);
    expect([...diff.keys()].toSorted()).toEqual([wallId(5), idOf('101'), idOf('102')].toSorted());
    expect(samePlan(applyDiff(moved, invertDiff(diff)), rooms)).toBe(true);
  });

  test('whatever is done to the wall', () => {
    expect(surfacesAfter((plan) => updateRecord(plan, wallId(5), { thickness: 0.4 }))).toEqual([
      '101 14.06 walls',
      '102 21.66 walls',
    ]);
    expect(surfacesAfter((plan) => updateRecord(plan, wallId(2), { alignment: 'left' }))[1]).toBe(
      '102 21.66 walls',
    );
    expect(surfacesAfter((plan) => updateRecord(plan, wallId(4), { bulge: 0.2 }))[0]).toMatch(
      /^101 (1[5-9]|13).* walls$/,
    );
    expect(surfacesAfter((plan) => updateRecord(plan, wallId(2), { b: at(12, 4) }))[1]).toMatch(/ own$/);
    expect(surfacesAfter(move(1, 0, -2))).toEqual(['101 22.04 walls', '102 33.64 walls']);
    const split = edited(rooms, splitRecord(rooms, wallId(1), { at: at(7, 0), newId }));
    expect(surfaces(split)).toEqual(surfaces(rooms));
    const half = [...split.tables.wall.keys()].find((id) => !rooms.tables.wall.has(id)) ?? wallId(9);
    expect(surfacesAfter((plan) => joinRecords(plan, [wallId(1), half]), split)).toEqual(surfaces(rooms));
  });

  test('also when a wall goes so far that they have little in common with what they were', () => {
    const narrow = edited(rooms, move(5, -3, 0)(rooms));
    expect(surfaces(narrow)).toEqual(['101 3.04 walls', '102 33.44 walls']);
    expect(surfacesAfter(move(5, 8, 0), narrow)).toEqual(['101 33.44 walls', '102 3.04 walls']);
  });

  test('keep their outline and follow no more when what closed them off is open', () => {
    expect(surfacesAfter((plan) => deleteRecords(plan, [wallId(2)]))).toEqual([
      '101 14.44 walls',
      '102 22.04 own',
    ]);
    expect(surfacesAfter((plan) => updateRecord(plan, wallId(2), { state: 'removed' }))[1]).toBe(
      '102 22.04 own',
    );
    expect(surfacesAfter((plan) => moveToFloor(plan, [wallId(4)], upper.id))).toEqual([
      '101 14.44 own',
      '102 22.04 walls',
    ]);
  });

  test('when two became one neither has it: which of them it is nobody can know', () => {
    expect(surfacesAfter((plan) => deleteRecords(plan, [wallId(5)]))).toEqual([
      '101 14.44 own',
      '102 22.04 own',
    ]);
  });

  test('when one became two it is neither', () => {
    const across = { id: wallId(6), floor: siteFloor, layer: firstLayer, thickness: 0.2 };
    expect(surfacesAfter((plan) => addWall(plan, { ...across, a: at(4, 2), b: at(10, 2) }))).toEqual([
      '101 14.44 walls',
      '102 22.04 own',
    ]);
    const closet = edited(rooms, addWall(rooms, { ...across, a: at(8, 0), b: at(8, 2) }));
    // A wall that ends in a room is around it.
    expect(surfaces(closet)).toEqual(['101 14.44 walls', '102 21.66 walls']);
    expect(
      surfacesAfter((plan) => addWall(plan, { ...across, id: wallId(7), a: at(8, 2), b: at(10, 2) }), closet),
    ).toEqual(['101 14.44 walls', '102 21.66 own']);
  });

  test('what belongs to nobody may be added or cut off by moving, not by joining: a yard does not become a room', () => {
    const yard = testPlan(
      ...house.tables.wall.values(),
      wall(11, at(-20, -20), at(30, -20)),
      wall(12, at(30, -20), at(30, 30)),
      wall(13, at(30, 30), at(-20, 30)),
      wall(14, at(-20, 30), at(-20, -20)),
      ...areasOf(rooms),
    );
    expect(surfacesAfter((plan) => deleteRecords(plan, [wallId(2)]), yard)).toEqual([
      '101 14.44 walls',
      '102 22.04 own',
    ]);
  });

  // A lock keeps a hand away; what is locked goes along with its host everywhere, and a room that stayed would state a wrong surface.
  test('also where the area or its layer is locked', () => {
    const locked = edited(
      rooms,
      updateRecords(
        rooms,
        areasOf(rooms).map(({ id }) => id),
        { locked: true },
      ),
    );
    expect(surfacesAfter(move(5, 1, 0), locked)).toEqual(['101 18.24 walls', '102 18.24 walls']);
  });

  test('are a person’s own once they are reshaped or moved alone, and not by a name', () => {
    const [area] = areasOf(rooms);
    if (!area) throw new Error('There are no rooms.');
    expect(surfacesAfter((plan) => moveRecords(plan, [area.id], at(1, 0)))).toEqual([
      '101 14.44 own',
      '102 22.04 walls',
    ]);
    const ring = area.ring.map((corner, index) => (index === 0 ? at(corner.x + 1, corner.y) : corner));
    expect(surfacesAfter((plan) => updateRecord(plan, area.id, { ring }))[0]).toMatch(/^101 .* own$/);
    expect(surfacesAfter((plan) => updateRecord(plan, area.id, { name: 'Office' }))).toEqual(surfaces(rooms));
    expect(surfacesAfter((plan) => updateRecord(plan, area.id, { follows: null }))[0]).toBe('101 14.44 own');
  });

  test('made again, they follow again', () => {
    const [area] = areasOf(rooms);
    const own = edited(rooms, moveRecords(rooms, [area?.id ?? testId('area')], at(0.3, 0)));
    const again = makeRooms(own, { floor: siteFloor, layer: firstLayer, newId: () => newId('area') });
    expect(surfaces(edited(own, again))).toEqual(surfaces(rooms));
  });

  test('go along with walls that are moved or turned as a whole, selected or not', () => {
    const walls = [...rooms.tables.wall.keys()];
    const all = [...walls, ...areasOf(rooms).map(({ id }) => id)];
    for (const ids of [walls, all]) {
      const moved = edited(rooms, moveWithJoints(rooms, ids, at(100.001, 7)));
      expect(surfaces(moved)).toEqual(surfaces(rooms));
      expect(Math.min(...areasOf(moved).flatMap(({ ring }) => ring.map(({ x }) => x)))).toBeCloseTo(
        100.101,
        9,
      );
    }
    const turned = edited(rooms, rotateRecords(rooms, all, { about: at(3, 3), angle: 0.3 }));
    expect(surfaces(turned).map((each) => each.replace(/\.\d+/, ''))).toEqual([
      '101 14 walls',
      '102 22 walls',
    ]);
    expect(offRooms(turned)).toEqual([]);
    const up = edited(rooms, moveToFloor(rooms, all, upper.id));
    expect(surfaces(up)).toEqual(surfaces(rooms));
  });

  // A copy is where it was put: it follows what closes it off there, and else it is like any area.
  test('a copy follows when its walls came with it, or when it lies on a face', () => {
    const all = [...rooms.tables.wall.keys(), ...areasOf(rooms).map(({ id }) => id)];
    const twice = edited(rooms, duplicateRecords(rooms, all, { by: at(0, 50), newId }));
    expect(areasOf(twice).map(({ follows }) => follows)).toEqual(['walls', 'walls', 'walls', 'walls']);
    expect(offRooms(twice)).toEqual([]);
    const alone = edited(rooms, duplicateRecords(rooms, [idOf('101')], { by: at(0, 50), newId }));
    expect(areasOf(alone).map(({ follows }) => follows)).toEqual(['walls', 'walls', null]);
    const { diff } = granted(copyToFloor(rooms, [idOf('101')], { floor: upper.id, newId }));
    expect(areasOf(applyDiff(rooms, diff)).map(({ follows }) => follows)).toEqual(['walls', 'walls', null]);
  });
});

/** The areas that follow their walls and are on no room of theirs, or on one with another area. */
function offRooms(plan: Plan): readonly string[] {
  return inOrder(plan, 'floor').flatMap(({ id: floor }) => {
    const walls = [...plan.tables.wall.values()].filter((each) => each.floor === floor);
    const found = roomsWithin(walls) ?? [];
    const following = areasOf(plan).filter((area) => area.floor === floor && area.follows === 'walls');
    return following.filter((area) => !found.some((room) => isSameSurface(room, area))).map(({ id }) => id);
  });
}

test.each([1, 2, 3])('over random edits of a house every area that follows is a room, seed %i', (seed) => {
  const step = fc.record({
    id: fc.integer({ min: 1, max: 12 }),
    x: fc.integer({ min: -30, max: 30 }),
    y: fc.integer({ min: -30, max: 30 }),
    what: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let plan = rooms;
      for (const { id, x, y, what } of steps) {
        const by = at(x / 10, y / 10);
        const across = { id: wallId(id + 20), floor: siteFloor, layer: firstLayer };
        const edits: (() => Result<PlanDiff, string>)[] = [
          () => moveWithJoints(plan, [wallId(id)], by),
          () => moveRecords(plan, [wallId(id)], by),
          () => deleteRecords(plan, [wallId(id)]),
          () => addWall(plan, { ...across, a: at(5 + x / 10, 0), b: at(5 + x / 10, 4) }),
          () => updateRecord(plan, wallId(((id - 1) % 5) + 1), { thickness: 0.1 + Math.abs(x) / 60 }),
          () => splitRecord(plan, wallId(id), { at: at(5, 2), newId }),
          () => makeRooms(plan, { floor: siteFloor, layer: firstLayer, newId: () => newId('area') }),
        ];
        const result = edits[what]?.();
        if (!result?.ok) continue;
        const next = applyDiff(plan, result.value);
        expect(offRooms(next)).toEqual([]);
        expect(checkIntegrity(next)).toEqual([]);
        expect(samePlan(applyDiff(next, invertDiff(result.value)), plan)).toBe(true);
        plan = next;
      }
    }),
    { seed, numRuns: 60 },
  );
});

test('over random walks of all operations every area that follows is a room', () => {
  for (const { steps } of walksOf(20_261_206, { count: 8, length: 60 }))
    for (const { after: plan, edit } of steps) expect([edit.name, ...offRooms(plan)]).toEqual([edit.name]);
});
