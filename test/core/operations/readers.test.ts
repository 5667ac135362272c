import { expect, test } from 'vitest';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { applyDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../core/plan/records/index.ts';
import { granted, record, testId, testPlan } from '../../support/plan-builder.ts';

const door = testId('opening');
const plan = testPlan(
  record('wall'),
  record('opening'),
  record('reader', { at: { x: 4, y: 0.15 }, controls: door }),
);

test.each([
  ['the door', door],
  ['its wall', testId('wall')],
])('a reader is released when %s goes', (_, id) => {
  const after = applyDiff(plan, granted(deleteRecords(plan, [id])));
  expect(after.tables.reader.get(testId('reader'))?.controls).toBeNull();
  expect(checkIntegrity(after)).toEqual([]);
});

test('a reader goes along with the wall of its door', () => {
  const after = applyDiff(plan, granted(moveRecords(plan, [testId('wall')], { x: 0, y: 2 })));
  expect(after.tables.reader.get(testId('reader'))?.at).toEqual({ x: 4, y: 2.15 });
});

test('a sensor and an asset have one geometry, neither none nor two', () => {
  const reasonsOf = (...records: readonly PlanRecord[]) =>
    checkIntegrity(testPlan(...records)).map(({ reason }) => reason);
  const path = [
    { x: 0, y: 0 },
    { x: 5, y: 0 },
  ];
  expect(reasonsOf(record('sensor', { at: null }), record('asset', { ring: null }))).toEqual([
    'no-shape',
    'no-shape',
  ]);
  expect(reasonsOf(record('sensor', { path }), record('asset', { at: { x: 0, y: 0 } }))).toEqual([
    'two-shapes',
    'two-shapes',
  ]);
});
