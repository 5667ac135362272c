import { describe, expect, test } from 'vitest';
import { deleteRecords } from '../../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../../core/operations/duplicate-records.ts';
import { insertFragment } from '../../../../core/operations/fragment/insert-fragment.ts';
import { groupRecords, ungroupRecords } from '../../../../core/operations/groups/group-records.ts';
import { applyDiff, samePlan } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import { fragmentOf } from '../../../../core/plan/parts/fragment.ts';
import { DEEPEST_GROUP, groupShown, membersOf, withGroups } from '../../../../core/plan/parts/groups.ts';
import { allRecords, type Plan } from '../../../../core/plan/plan.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../../support/plan-builder.ts';

const outer = record('group', { id: 1, name: 'Entrance' });
const inner = record('group', { id: 2, name: 'Cameras', parent: outer.id });
const first = record('post', { id: 1, group: inner.id });
const second = record('post', { id: 2, group: inner.id });
const third = record('post', { id: 3, group: outer.id });
const alone = record('post', { id: 4 });
const plan = testPlan(outer, inner, first, second, third, alone);
const applied = (result: Parameters<typeof granted>[0], before = plan): Plan =>
  applyDiff(before, granted(result) as never);

describe('what stands for a record', () => {
  test('is the outermost group, inside an entered one the next, and nothing in its own', () => {
    expect([null, outer.id, inner.id].map((within) => groupShown(plan, inner.id, within))).toEqual([
      outer.id,
      inner.id,
      null,
    ]);
    expect(withGroups(plan, [first.id], null)).toEqual([first.id, third.id, second.id]);
    expect(withGroups(plan, [first.id], outer.id)).toEqual([first.id, second.id]);
    expect(withGroups(plan, [first.id, alone.id], inner.id)).toEqual([first.id, alone.id]);
    expect(membersOf(plan, inner.id)).toEqual([first.id, second.id]);
  });
});

describe('groupRecords', () => {
  const id = testId('group', 9);
  const group = (ids: Parameters<typeof groupRecords>[1], of = plan, within: typeof id | null = null) =>
    groupRecords(of, ids, { id, name: 'New', within });

  test('takes records, and groups as a whole, into a new one; ungrouping is its inverse', () => {
    const grouped = applied(group([alone.id, first.id]));
    expect(grouped.tables.group.get(outer.id)).toEqual({ ...outer, parent: id });
    expect(membersOf(grouped, id)).toHaveLength(4);
    expect(checkIntegrity(grouped)).toEqual([]);
    expect(samePlan(applied(ungroupRecords(grouped, [second.id], null), grouped), plan)).toBe(true);
  });

  test('refuses what is one thing already, and what is locked', () => {
    expect(group([first.id, third.id])).toEqual({ ok: false, error: 'too-few-to-group' });
    expect(group([first.id, third.id], plan, outer.id)).toMatchObject({ ok: true });
    const locked = testPlan(alone, record('post', { id: 5, locked: true }));
    expect(group([alone.id, testId('post', 5)], locked)).toEqual({ ok: false, error: 'locked' });
    expect(ungroupRecords(plan, [alone.id], null)).toEqual({ ok: false, error: 'not-grouped' });
  });
});

describe('groups within groups', () => {
  const nested = (depth: number) => [
    ...Array.from({ length: depth }, (_, index) =>
      record('group', { id: index + 1, parent: index === 0 ? null : testId('group', index) }),
    ),
    record('post', { id: 1, group: testId('group', depth) }),
  ];

  test('a hundred deep, or in a ring, are no sound plan, and are not pasted', () => {
    expect(checkIntegrity(testPlan(...nested(DEEPEST_GROUP)))).toEqual([]);
    const deep = testPlan(...nested(100));
    expect(checkIntegrity(deep).map(({ reason }) => reason)).toContain('groups-too-deep');
    const fragment = fragmentOf(deep, [testId('post')]);
    const groups = [...deep.tables.group.values()];
    const place = { to: null, floor: siteFloor, layer: firstLayer, newId: idSource(500) };
    expect(insertFragment(testPlan(), { ...fragment, groups }, place)).toEqual({
      ok: false,
      error: 'groups-too-deep',
    });
    const ring = testPlan(
      record('group', { id: 1, parent: testId('group', 2) }),
      record('group', { id: 2, parent: testId('group', 1) }),
    );
    expect(checkIntegrity(ring).map(({ reason }) => reason)).toEqual(['group-in-itself', 'group-in-itself']);
  });

  test('grouping stops at the deepest', () => {
    const deep = testPlan(...nested(DEEPEST_GROUP), alone);
    expect(
      groupRecords(deep, [testId('post', 1), alone.id], { id: testId('group', 50), name: '', within: null }),
    ).toEqual({ ok: false, error: 'groups-too-deep' });
  });
});

describe('copies and deletions', () => {
  test('a group that nothing is in any more goes, and then the one around it', () => {
    const gone = applied(deleteRecords(plan, [first.id, second.id]));
    expect([...gone.tables.group.keys()]).toEqual([outer.id]);
    expect(applied(deleteRecords(gone, [third.id]), gone).tables.group.size).toBe(0);
  });

  test('a group copied as a whole has a copy; one of its records stays in it', () => {
    const copied = applied(
      duplicateRecords(plan, [first.id, second.id, third.id], { by: { x: 1, y: 0 }, newId: idSource(50) }),
    );
    expect(copied.tables.group.size).toBe(4);
    expect(checkIntegrity(copied)).toEqual([]);
    const one = applied(duplicateRecords(plan, [first.id], { by: { x: 1, y: 0 }, newId: idSource(50) }));
    expect(one.tables.group.size).toBe(2);
    expect([...one.tables.post.values()].at(-1)).toMatchObject({ group: inner.id });
  });

  test('pasted, whole groups come along and parts of one are on their own', () => {
    const paste = (ids: Parameters<typeof fragmentOf>[1]) => {
      const place = { to: null, floor: siteFloor, layer: firstLayer, newId: idSource(50) };
      return applyDiff(testPlan(), granted(insertFragment(testPlan(), fragmentOf(plan, ids), place)).diff);
    };
    const inside = paste([first.id, second.id]);
    expect([...inside.tables.group.values()]).toEqual([{ ...inner, id: testId('group', 52), parent: null }]);
    expect(
      [...allRecords(paste([first.id, third.id]))].every((each) => !('group' in each && each.group)),
    ).toBe(true);
    expect(paste([first.id, second.id, third.id]).tables.group.size).toBe(2);
  });
});
