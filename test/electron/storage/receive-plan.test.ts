import { describe, expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import { dayInName } from '../../../electron/storage/receive-plan.ts';
import { timed } from '../../../electron/storage/timed.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { receivePlan } from '../../support/received.ts';
import { commit, testDatabase } from '../../support/temporary-store.ts';

const at = new Date(2026, 10, 24, 9, 30);
const wall = record('wall');
const plan = testPlan(wall);
const file = { planId: 'plan-1', name: 'Existing', siteName: 'Airport Road 3', plan };
const place = { siteId: null, at };

describe('receivePlan', () => {
  test('stores a plan under the site it names', () => {
    const database = testDatabase();
    expect(receivePlan(database, file, place)).toEqual({
      ok: true,
      value: { planId: 'plan-1', known: false },
    });
    const site = database.sites.list().find(({ name }) => name === 'Airport Road 3');
    expect(site?.plans.map(({ id, name }) => [id, name])).toEqual([['plan-1', 'Existing']]);
    expect(samePlan(granted(database.plans.load('plan-1')).plan, plan)).toBe(true);
  });

  test('finds the same plan with equal content, also in the trash', () => {
    const database = testDatabase();
    granted(receivePlan(database, file, place));
    const again = { ok: true, value: { planId: 'plan-1', known: true } };
    expect(receivePlan(database, file, place)).toEqual(again);
    granted(database.plans.moveToTrash('plan-1'));
    expect(receivePlan(database, file, place)).toEqual(again);
    expect(database.plans.summary('plan-1').ok).toBe(true);
  });

  test('keeps the same plan with other content beside it, once', () => {
    const database = testDatabase();
    granted(receivePlan(database, file, place));
    const changed = { ...file, plan: testPlan(wall, record('camera')) };
    const received = granted(receivePlan(database, changed, place));
    expect(received.known).toBe(false);
    expect(received.planId).not.toBe('plan-1');
    expect(granted(receivePlan(database, changed, place))).toEqual({ ...received, known: true });
    const { siteId } = granted(database.plans.summary('plan-1'));
    expect(
      database.plans
        .list(siteId)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Existing', 'Existing (received 24 Nov 2026)']);
    expect(samePlan(granted(database.plans.load('plan-1')).plan, plan)).toBe(true);
  });

  test('does not replace a plan that was edited after it was sent', () => {
    const database = testDatabase();
    granted(receivePlan(database, file, place));
    const commits = [commit('s1', [[wall, { ...wall, tag: 'W-1' }]])];
    granted(database.plans.save('plan-1', { baseVersion: 1, commits }));
    const received = granted(receivePlan(database, file, place));
    expect(received).toEqual({ planId: expect.not.stringMatching(/^plan-1$/), known: false });
  });

  test('a file that names no plan becomes a new one each time, in the site it is imported into', () => {
    const database = testDatabase();
    const { siteId } = database;
    const geojson = { ...file, planId: null };
    const first = granted(receivePlan(database, geojson, { siteId, at }));
    const second = granted(receivePlan(database, geojson, { siteId, at }));
    expect(first.planId).not.toBe(second.planId);
    expect(database.plans.list(siteId)).toHaveLength(2);
  });
});

test('a day is written as in names', () => {
  expect([dayInName(at), dayInName(new Date(2026, 8, 1))]).toEqual(['24 Nov 2026', '1 Sep 2026']);
});

test('calls that take longer than a frame are reported by name', () => {
  const slow: string[] = [];
  const work = (ms: number) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
    return ms;
  };
  const object = timed('plans', { work }, (name, ms) => slow.push(`${name} ${ms >= 20}`));
  expect([object.work(1), object.work(20)]).toEqual([1, 20]);
  expect(slow).toEqual(['plans.work true']);
});
