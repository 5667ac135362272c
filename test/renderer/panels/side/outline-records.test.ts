import { expect, test } from 'vitest';
import { filterRows, outlineRows } from '../../../../renderer/panels/outline/outline-rows.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const upper = testId('floor', 2);
const plan = testPlan(
  record('floor', { id: 2, name: 'First floor', order: 1 }),
  record('layer', { id: 2, name: 'Protection', order: 1 }),
  record('wall'),
  record('camera', { id: 1, tag: 'C-01', layer: testId('layer', 2) }),
  record('area', { name: 'Lobby', floor: upper }),
  record('text', { text: 'Main entrance' }),
);

test('shows what stands on the floor, with its tag or name, layer and state', () => {
  const rows = outlineRows(plan, siteFloor);
  expect(rows).toHaveLength(3);
  expect(rows).toContainEqual({
    id: testId('camera', 1),
    kind: 'Camera',
    name: 'C-01',
    layer: 'Protection',
    state: 'Proposed',
    mark: '◇',
  });
  expect(rows.map(({ name }) => name)).toContain('Main entrance');
  expect(outlineRows(plan, upper).map(({ name }) => name)).toEqual(['Lobby']);
});

test.each([
  ['', 3],
  ['c-01', 1],
  ['camera protection', 1],
  ['camera existing', 0],
  ['existing', 2],
])('filtering by "%s" leaves %d rows', (typed, count) => {
  expect(filterRows(outlineRows(plan, siteFloor), typed)).toHaveLength(count);
});
