import { expect, test } from 'vitest';
import type { Args } from '../../../core/contract/contract.ts';
import { err, ok } from '../../../core/result.ts';
import { holdPlan } from '../../../renderer/storage/hold-plan.ts';
import { groundRecords, record, testPlan } from '../../support/plan-builder.ts';

const notes = 'x'.repeat(10_000);
const posts = Array.from({ length: 1000 }, (_, index) => record('post', { id: index + 1, notes }));

/** What main hears of a plan of 10 MB; from some call on it refuses. */
async function held(mostCalls = Number.POSITIVE_INFINITY) {
  const calls: Args<'files.hold'>[] = [];
  const refused = err({ code: 'too-large', message: 'Too large.' } as const);
  const hold = async (args: Args<'files.hold'>) => (calls.push(args) > mostCalls ? refused : ok(null));
  return { calls, answer: await holdPlan(testPlan(...posts), { hold, id: 'e1' }) };
}

test('all records go to main once, in pages and calls of a bounded size', async () => {
  const { calls, answer } = await held();
  const pages = calls.flatMap((call) => call.pages);
  expect(pages.flatMap((page) => JSON.parse(page))).toEqual([...groundRecords(), ...posts]);
  expect(Math.max(...pages.map(({ length }) => length))).toBeLessThan(80_000);
  expect(calls).toHaveLength(3);
  expect(answer).toEqual(ok({ id: 'e1', pages: pages.length }));
  // Each call says how many pages went before.
  let before = 0;
  for (const { id, from, pages: given } of calls) {
    expect([id, from]).toEqual(['e1', before]);
    before += given.length;
  }
});

test('a refusal ends it', async () => {
  const { calls, answer } = await held(1);
  expect(calls).toHaveLength(2);
  expect(answer).toMatchObject({ ok: false, error: { message: 'Too large.' } });
});
