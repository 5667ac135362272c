import { expect, test } from 'vitest';
import { cornersOf, planLimits, recordsWithinLimits, withinLimits } from '../../../core/plan/plan-limits.ts';
import { record } from '../../support/plan-builder.ts';

const ring = (corners: number) =>
  Array.from({ length: corners }, (_, index) => ({ x: index, y: (index % 7) * 1.5 }));

test('corners are the entries of all lists of a record, those of holes included', () => {
  expect(cornersOf(record('fence', { path: ring(5) }))).toBe(5);
  const area = record('area', { ring: ring(4), holes: [ring(3), ring(3)] });
  expect(cornersOf(area)).toBe(4 + 2 + 6);
  expect(cornersOf(record('camera', {}))).toBe(0);
});

test('the limits themselves are within them, one more is not', () => {
  const { records, corners } = planLimits;
  expect(withinLimits({ records, corners }).ok).toBe(true);
  expect(withinLimits({ records: records + 1, corners })).toMatchObject({
    error: { reason: 'too-many-records' },
  });
  expect(withinLimits({ records, corners: corners + 1 })).toEqual({
    ok: false,
    error: {
      reason: 'too-many-corners',
      message: 'The plan would have 5,000,001 corners; 5,000,000 are the most. Divide it into several plans.',
    },
  });
});

test('one record alone may not be larger than a message', () => {
  const holes = Array.from({ length: 20 }, () => ring(5000));
  expect(recordsWithinLimits([record('area', { ring: ring(4), holes })])).toMatchObject({
    error: { reason: 'record-too-large' },
  });
});
