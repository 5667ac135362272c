import { expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import { granted } from '../../support/plan-builder.ts';
import { walksOf } from '../../support/random/walks.ts';
import { commit, testDatabase } from '../../support/temporary-store.ts';

test('random edits of all kinds of records, saved one after the other, load as the plan they made', () => {
  const { plans, siteId } = testDatabase();
  for (const [index, { start, steps, end }] of walksOf(20_261_127, { count: 8, length: 120 }).entries()) {
    const id = `p${index}`;
    granted(plans.create({ id, siteId, name: id, plan: start, receivedFrom: null }));
    const commits = steps
      .filter(({ diff }) => diff.size > 0)
      .map(({ diff }, number) =>
        commit(
          `${id}-${number}`,
          [...diff.values()].map(({ before, after }) => [before, after]),
        ),
      );
    granted(plans.save(id, { baseVersion: 1, commits }));
    expect(samePlan(granted(plans.load(id)).plan, end)).toBe(true);
  }
});
