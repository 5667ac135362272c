import { expect, test } from 'vitest';
import { outlineColumns } from '../../../../renderer/panels/outline/outline-columns.ts';
import { outlineRecords } from '../../../../renderer/panels/outline/outline-records.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const upper = testId('floor', 2);
const plan = testPlan(
  record('floor', { id: 2, name: 'First floor', order: 1 }),
  record('layer', { id: 2, name: 'Protection', order: 1 }),
  record('wall', { b: { x: 12.4, y: 0 } }),
  record('opening', { offset: 6 }),
  record('camera', { id: 1, tag: 'C-01', layer: testId('layer', 2) }),
  record('area', { name: 'Lobby', floor: upper }),
  record('text', { text: 'Main entrance\nEast' }),
  record('post', { at: { x: 3, y: 4.5 } }),
);

const names = (typed: string, floor = siteFloor) => {
  const found = outlineRecords(plan, floor, typed);
  if (!found.ok) return found.error;
  const [, name] = outlineColumns(plan, 'm');
  return found.value.map((each) => name?.textOf(each));
};

test('what has no tag or name is told apart by its type and measure', () => {
  expect(names('')).toEqual(['12.40 m', 'Door 0.91 m', 'C-01', 'Fixed 3.0 m, 4.5 m', 'Main entrance']);
  expect(names('', upper)).toEqual(['Lobby']);
});

test('shows layer and state, in feet where the plan shows feet', () => {
  const found = outlineRecords(plan, siteFloor, 'kind:wall,camera');
  const columns = outlineColumns(plan, 'ft-in');
  const rows = found.ok ? found.value.map((each) => columns.map((column) => column.textOf(each))) : [];
  expect(rows).toEqual([
    ['Wall', '40\'-8 3/16"', 'Existing', 'Layer', ''],
    ['Camera', 'C-01', 'Proposed', 'Protection', ''],
  ]);
});

test('a query finds on all floors, or says what is wrong with it', () => {
  expect(names('lobby')).toEqual(['Lobby']);
  expect(names('layer:protection')).toEqual(['C-01']);
  expect(names('hight<3')).toBe(
    'No record has a field “hight”. Use kind, tag, state, layer, height and the like.',
  );
});
