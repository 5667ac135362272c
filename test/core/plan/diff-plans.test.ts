import { expect, test } from 'vitest';
import { applyDiff, diffPlans, samePlan } from '../../../core/plan/diff.ts';
import { emptyPlan } from '../../../core/plan/plan.ts';
import { composeDiffs, invertDiff } from '../../../core/records/diff.ts';
import { walksOf } from '../../support/random/walks.ts';

const walks = walksOf(20_261_130, { count: 6, length: 60 });

test('the diff of two plans makes the one of the other, and turned round the other of the one', () => {
  for (const { start, end } of walks) {
    const diff = diffPlans(start, end);
    expect(samePlan(applyDiff(start, diff), end)).toBe(true);
    expect(diffPlans(end, start)).toEqual(invertDiff(diff));
    expect(samePlan(applyDiff(emptyPlan(), diffPlans(emptyPlan(), end)), end)).toBe(true);
  }
});

test('it is empty exactly where the plans are equal, whatever the order of their tables', () => {
  for (const { start, end, steps } of walks) {
    expect(diffPlans(end, structuredClone(end)).size).toBe(0);
    expect(samePlan(start, end)).toBe(diffPlans(start, end).size === 0);
    const turned = { tables: { ...end.tables, wall: new Map([...end.tables.wall].toReversed()) } };
    expect(samePlan(end, turned)).toBe(true);
    for (const { before, after, diff } of steps)
      expect(new Set(diffPlans(before, after).keys())).toEqual(new Set(diff.keys()));
  }
});

test('over a whole walk it is what its steps do one after the other', () => {
  for (const { start, end, steps } of walks) {
    const whole = steps.reduce((before, { diff }) => composeDiffs(before, diff), diffPlans(start, start));
    const found = diffPlans(start, end);
    expect(new Set(found.keys())).toEqual(new Set(whole.keys()));
    for (const [id, change] of found) expect(whole.get(id)).toEqual(change);
  }
});
