import { expect, test } from 'vitest';
import { moveToLayer } from '../../../../core/operations/layers/move-to-layer.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';

const other = record('layer', { id: 2, name: 'Other', order: 1 });
const wall = testId('wall');

test('walls take their openings to the layer', () => {
  const plan = testPlan(other, record('wall'), record('opening'));
  const after = applyDiff(plan, granted(moveToLayer(plan, [wall], other.id)));
  expect(after.tables.wall.get(wall)?.layer).toBe(other.id);
  expect(after.tables.opening.get(testId('opening'))?.layer).toBe(other.id);
});

test('refuses a locked layer, and what is locked', () => {
  const closed = testPlan({ ...other, locked: true }, record('wall'));
  expect(moveToLayer(closed, [wall], other.id)).toEqual({ ok: false, error: 'layer-locked' });
  const locked = testPlan(other, record('wall', { locked: true }));
  expect(moveToLayer(locked, [wall], other.id)).toEqual({ ok: false, error: 'locked' });
  expect(moveToLayer(locked, [], testId('layer', 9))).toEqual({ ok: false, error: 'not-found' });
});
