import { expect, test } from 'vitest';
import { recordCount } from '../../../core/plan/plan.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import { PlanGauge } from '../../../renderer/editor/plan-gauge.ts';
import { record, testId, testPlan } from '../../support/plan-builder.ts';

const path = (corners: number) => Array.from({ length: corners }, (_, x) => ({ x, y: x % 3 }));
const fence = (id: number, corners: number) => record('fence', { id, path: path(corners) });
/** Fences of 20,000 corners; only the first is parsed. */
const largeFences = (count: number) => {
  const first = fence(1, 20_000);
  return Array.from({ length: count }, (_, id) => ({ ...first, id: testId('fence', id + 1) }));
};

const added = (...records: readonly ReturnType<typeof fence>[]) =>
  new Map(records.map((after) => [after.id, { before: null, after }] as const));

test('an edit beyond the corners of a plan is refused, one that takes away is not', () => {
  const gauge = new PlanGauge(testPlan());
  const large = largeFences(250);
  expect(gauge.refusalOf(added(...large))).toBeNull();
  gauge.add(added(...large));
  expect(gauge.refusalOf(added(fence(999, 2)))).toBe('too-many-corners');
  const [first] = large;
  if (!first) throw new Error('no fence');
  expect(gauge.refusalOf(new Map([[first.id, { before: first, after: null }]]))).toBeNull();
  gauge.add(new Map([[first.id, { before: first, after: null }]]));
  expect(gauge.refusalOf(added(fence(999, 2)))).toBeNull();
});

test('an edit beyond the records of a plan is refused', () => {
  const gauge = new PlanGauge(testPlan());
  const room = planLimits.records - recordCount(testPlan());
  const change = { before: null, after: record('camera') };
  const some = (count: number, from = 1) =>
    new Map(Array.from({ length: count }, (_, id) => [testId('camera', from + id), change]));
  gauge.add(some(room - 2));
  expect(gauge.refusalOf(some(2, room))).toBeNull();
  expect(gauge.refusalOf(some(3, room))).toBe('too-many-records');
});

test('one record may not grow beyond what one may have; one that was larger before may shrink', () => {
  const gauge = new PlanGauge(testPlan());
  const hole = path(20_000);
  const small = record('area', { ring: path(5) });
  const area = (count: number) => ({ ...small, holes: Array.from({ length: count }, () => hole) });
  const change = (before: ReturnType<typeof area>, after: ReturnType<typeof area>) =>
    new Map([[after.id, { before, after }]]);
  expect(gauge.refusalOf(change(area(1), area(5)))).toBe('record-too-large');
  expect(gauge.refusalOf(change(area(6), area(5)))).toBeNull();
});

test('full notes are refused once the plan is too long as text; shorter ones in their place are not', () => {
  const notes = (letter: string, length = 10_000) => letter.repeat(length);
  const post = record('post', {});
  const posts = (text: string) =>
    Array.from({ length: 13_000 }, (_, id) => ({ ...post, notes: text, id: testId('post', id + 1) }));
  const [plain, long] = [posts(notes('a')), posts(notes('\n'))];
  const gauge = new PlanGauge(testPlan(...plain));
  const replaced = (by: typeof plain) =>
    new Map(plain.map((before, index) => [before.id, { before, after: by[index] ?? null }] as const));
  expect(gauge.refusalOf(replaced(long))).toBe('too-much-text');
  expect(gauge.refusalOf(replaced(posts(notes('\n', 5000))))).toBeNull();
});
