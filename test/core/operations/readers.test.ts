import { expect, test } from 'vitest';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { applyDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
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

/*  a ------[ door ]------ b     the door slides by 2 along its wall, its reader stays beside it  */
test.each([
  ['is moved', () => moveRecords(plan, [door], { x: 2, y: 9 })],
  ['gets another offset', () => updateRecord(plan, door, { offset: 7 })],
])('a reader goes along with a door that %s in its wall', (_, edit) => {
  const after = applyDiff(plan, granted(edit()));
  expect(after.tables.reader.get(testId('reader'))?.at).toEqual({ x: 6, y: 0.15 });
});

test('a reader goes along with a gate that slides along its fence, and not twice when it is moved as well', () => {
  const gate = record('gate', { at: { x: 5, y: 0 }, fence: testId('fence') });
  const fenced = testPlan(record('fence'), gate, record('reader', { at: { x: 3, y: 1 }, controls: gate.id }));
  const alone = applyDiff(fenced, granted(moveRecords(fenced, [gate.id], { x: 1, y: 4 })));
  expect(alone.tables.reader.get(testId('reader'))?.at).toEqual({ x: 4, y: 1 });
  const both = [gate.id, testId('reader')];
  const together = applyDiff(fenced, granted(moveRecords(fenced, both, { x: 1, y: 0 })));
  expect(together.tables.reader.get(testId('reader'))?.at).toEqual({ x: 4, y: 1 });
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
