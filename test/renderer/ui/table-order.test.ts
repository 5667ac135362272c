import { expect, test } from 'vitest';
import { canSort, orderRows, type TableColumn } from '../../../renderer/ui/lists/table-order.ts';

type Device = { readonly tag: string; readonly reach: number };
const columns: readonly TableColumn<Device>[] = [
  { id: 'tag', title: 'Tag', render: ({ tag }) => tag, textOf: ({ tag }) => tag, isSortable: true },
  { id: 'reach', title: 'Reach', render: String, compare: (one, other) => one.reach - other.reach },
  { id: 'note', title: 'Note', render: () => '', textOf: () => '' },
];
const rows = [
  { tag: 'C-10', reach: 5 },
  { tag: 'C-2', reach: 5 },
  { tag: 'C-1', reach: 9 },
];
const tags = (ordered: readonly Device[]) => ordered.map(({ tag }) => tag);

test('figures in names count by their value', () => {
  expect(tags(orderRows(rows, columns, { column: 'tag', direction: 'ascending' }))).toEqual([
    'C-1',
    'C-2',
    'C-10',
  ]);
});

test('equal rows keep their order, also downwards', () => {
  expect(tags(orderRows(rows, columns, { column: 'reach', direction: 'ascending' }))).toEqual([
    'C-10',
    'C-2',
    'C-1',
  ]);
  expect(tags(orderRows(rows, columns, { column: 'reach', direction: 'descending' }))).toEqual([
    'C-1',
    'C-10',
    'C-2',
  ]);
});

test('a column without an order changes nothing', () => {
  expect(orderRows(rows, columns, { column: 'note', direction: 'ascending' })).toBe(rows);
  expect(orderRows(rows, columns, null)).toBe(rows);
  expect(columns.map(canSort)).toEqual([true, true, false]);
});
