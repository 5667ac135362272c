import { expect, test } from 'vitest';
import { wholeGroupOf } from '../../../../renderer/panels/inspector/GroupSection.tsx';
import { record, testPlan } from '../../../support/plan-builder.ts';

const outer = record('group', { id: 1, name: 'Entrance' });
const inner = record('group', { id: 2, name: 'Cameras', parent: outer.id });
const first = record('camera', { id: 1, group: inner.id });
const second = record('camera', { id: 2, group: inner.id });
const post = record('post', { group: outer.id });
const alone = record('post', { id: 2 });
const plan = testPlan(outer, inner, first, second, post, alone);

test('a group is meant when all of it is selected and nothing else', () => {
  expect(wholeGroupOf(plan, [first, second, post], null)).toBe(outer);
  expect(wholeGroupOf(plan, [first, second], null)).toBeNull();
  expect(wholeGroupOf(plan, [first, second, alone], null)).toBeNull();
  expect(wholeGroupOf(plan, [alone], null)).toBeNull();
  expect(wholeGroupOf(plan, [], null)).toBeNull();
});

test('inside a group it is the one within', () => {
  expect(wholeGroupOf(plan, [second, first], outer.id)).toBe(inner);
  expect(wholeGroupOf(plan, [first], inner.id)).toBeNull();
});
