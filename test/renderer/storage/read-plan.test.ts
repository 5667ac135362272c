import { expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import { planOf } from '../../../core/plan/plan.ts';
import { readPlan } from '../../../renderer/storage/read-plan.ts';
import { sent } from '../../support/journal-steps.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { commit } from '../../support/temporary-store.ts';
import { bridgeOf, type WindowCalls, windowCalls } from '../../support/window-calls.ts';

const walls = Array.from({ length: 700 }, (_, index) => {
  return record('wall', { id: index + 1, a: { x: index, y: 0 }, b: { x: index, y: 5 } });
});
const plan = testPlan(...walls);

function database({ store }: WindowCalls) {
  return granted(store.repositories());
}

async function withPlan() {
  const calls = windowCalls();
  const { sites, plans } = database(calls);
  const siteId = granted(sites.create('Harbour Street 12')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan, receivedFrom: null }));
  return calls;
}

test('a plan of several pages comes whole and in its order', async () => {
  const read = granted(await readPlan(bridgeOf(await withPlan()), 'p1'));
  const content = planOf(read.records);
  expect(samePlan(content, plan)).toBe(true);
  expect([...content.tables.wall.keys()]).toEqual(walls.map(({ id }) => id));
});

test('a plan that changes between two pages is refused', async () => {
  const calls = await withPlan();
  const bridge = bridgeOf(calls);
  const saved = {
    planId: 'p1',
    baseVersion: 1,
    commits: [sent(commit('s1', [[null, record('phase', { id: 5 })]]))],
  };
  const records = async (args: Parameters<(typeof bridge)['plans.records']>[0]) => {
    const page = await bridge['plans.records'](args);
    // Between two pages another window would have changed the plan.
    if (args.after === 0) granted(await calls.call('plans.save', saved));
    return page;
  };
  const read = await readPlan({ ...bridge, 'plans.records': records }, 'p1');
  expect(read).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
