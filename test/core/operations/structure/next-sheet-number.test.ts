import { expect, test } from 'vitest';
import { nextSheetNumber } from '../../../../core/operations/structure/next-sheet-number.ts';
import { record, testPlan } from '../../../support/plan-builder.ts';

test.each([
  [[], 'S-01'],
  [['S-01'], 'S-02'],
  [['S-09'], 'S-10'],
  [['A-101', 'A-102'], 'A-103'],
  [['S-03', 'S-01', 'S-02'], 'S-04'],
  [['Site', ''], 'S-01'],
  [['Site'], 'S-01'],
])('after %j comes %s', (numbers, expected) => {
  const sheets = numbers.map((number, index) => record('sheet', { id: index + 1, number, order: index }));
  expect(nextSheetNumber(testPlan(...sheets))).toBe(expected);
});
