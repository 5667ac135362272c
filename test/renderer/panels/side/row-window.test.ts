import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ROW_PX,
  rowAfterKey,
  rowsInSight,
  scrollToRow,
} from '../../../../renderer/panels/outline/row-window.ts';

const SEED = 26;

test('every row in sight is mounted, and not many more', () => {
  fc.assert(
    fc.property(
      fc.nat(50_000),
      fc.nat(2000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, height, part) => {
        const scrollTop = part * Math.max(count * ROW_PX - height, 0);
        const { first, end } = rowsInSight({ scrollTop, height, count });
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThanOrEqual(Math.floor(scrollTop / ROW_PX));
        expect(end).toBeGreaterThanOrEqual(Math.min(Math.ceil((scrollTop + height) / ROW_PX), count));
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / ROW_PX) + 24);
      },
    ),
    { seed: SEED },
  );
});

test('a row out of sight is scrolled to the nearer edge, beneath the head', () => {
  expect(scrollToRow(5, 0, 520)).toBe(0);
  expect(scrollToRow(5, 1000, 520)).toBe(5 * ROW_PX);
  expect(scrollToRow(30, 0, 520)).toBe(32 * ROW_PX - 520);
});

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 10, 30],
  ['Home', 50, 0],
  ['End', -1, 99],
  ['Delete', 50, null],
] as const)('%s from row %d of 100 goes to %s', (key, from, to) => {
  expect(rowAfterKey(key, from, 100)).toBe(to);
});

test('no key moves in an empty table', () => {
  expect(rowAfterKey('ArrowDown', -1, 0)).toBeNull();
});
