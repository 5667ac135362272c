import { expect, test } from 'vitest';
import { offsetRecords } from '../../../../core/operations/lines/offset-records.ts';
import { granted, idSource, record, testId, testPlan } from '../../../support/plan-builder.ts';

test('walls that end above each other on two floors have parallels of their own', () => {
  const upper = record('floor', { id: 2, order: 1 });
  const first = record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 5, y: 0 } });
  const above = record('wall', { id: 2, floor: testId('floor', 2), a: { x: 5, y: 0 }, b: { x: 5, y: 5 } });
  const plan = testPlan(upper, first, above);
  const diff = granted(offsetRecords(plan, [first.id, above.id], { distance: 1, newId: idSource() }));
  const ends = [...diff.values()].map(({ after }) => (after && 'a' in after ? [after.a, after.b] : []));
  expect(ends).toEqual([
    [
      { x: 0, y: 1 },
      { x: 5, y: 1 },
    ],
    [
      { x: 6, y: 0 },
      { x: 6, y: 5 },
    ],
  ]);
});
