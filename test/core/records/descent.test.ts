import { describe, expect, test } from 'vitest';
import { differences } from '../../../core/derive/input-records.ts';
import { applyDiff, edit } from '../../../core/plan/diff.ts';
import { kinds, type Plan, tableOf } from '../../../core/plan/plan.ts';
import { idsChangedSince } from '../../../core/records/descent.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { record, testId, testPlan } from '../../support/plan-builder.ts';
import { type Walk, walksOf } from '../../support/random/walks.ts';

const post = (number: number, x: number) => record('post', { id: number, at: { x, y: 0 } });

/** The plan with a post put somewhere. */
function withPost(plan: Plan, number: number, x: number): Plan {
  return applyDiff(
    plan,
    edit(plan, (draft) => draft.put(post(number, x))),
  );
}

describe('the ids in which a table differs from one that it was made of', () => {
  const start = testPlan(post(1, 1), post(2, 2), post(3, 3));
  const next = withPost(start, 2, 9);
  const last = withPost(next, 4, 4);

  test('are those of all edits in between', () => {
    expect(idsChangedSince(start.tables.post, last.tables.post)).toEqual(
      new Set([testId('post', 2), testId('post', 4)]),
    );
    expect(idsChangedSince(next.tables.post, last.tables.post)).toEqual(new Set([testId('post', 4)]));
    expect(idsChangedSince(last.tables.post, last.tables.post)).toEqual(new Set());
  });

  test('are not known of what is no ancestor, or of another kind', () => {
    expect(idsChangedSince(last.tables.post, start.tables.post)).toBeNull();
    expect(idsChangedSince(testPlan(post(1, 1)).tables.post, last.tables.post)).toBeNull();
    expect(idsChangedSince(start.tables.wall, last.tables.post)).toBeNull();
  });

  test('are not looked for beyond many edits', () => {
    let far = start;
    for (let step = 0; step < 100; step++) far = withPost(far, 1, step + 10);
    expect(idsChangedSince(start.tables.post, far.tables.post)).toBeNull();
    expect([...differences(start.tables.post, far.tables.post)].map(([id]) => id)).toEqual([testId('post')]);
  });

  test('hold what is again as it was, which is no difference', () => {
    const diff = edit(start, (draft) => draft.put(post(2, 9)));
    const back = applyDiff(applyDiff(start, diff), invertDiff(diff));
    expect(idsChangedSince(start.tables.post, back.tables.post)).toEqual(new Set([testId('post', 2)]));
    expect([...differences(start.tables.post, back.tables.post)]).toEqual([]);
  });
});

/** The differences by a look at each record of both. */
function wholeDifferences(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  const ids = new Set([...one.keys(), ...other.keys()]);
  return [...ids].filter((id) => one.get(id) !== other.get(id)).sort();
}

/** Pairs of plans of a walk: one step apart, seven, and back. */
function* pairsOf({ start, steps }: Walk): Generator<readonly [Plan, Plan]> {
  const plans = [start, ...steps.map(({ after }) => after)];
  for (const [index, plan] of plans.entries())
    for (const other of [plans[index + 1], plans[index + 7], plans[index - 3]])
      if (other) yield [plan, other];
}

test('over random walks the differences of tables are those that a look at each record finds', () => {
  const pairs = walksOf(20_261_130, { count: 12, length: 60 }).flatMap((walk) => [...pairsOf(walk)]);
  const tables = pairs.flatMap(([one, other]) =>
    kinds.map((kind) => [tableOf(one, kind), tableOf(other, kind)] as const),
  );
  for (const [one, other] of tables) {
    const found = [...differences(one, other)];
    expect(found.map(([id]) => id as string).sort()).toEqual(wholeDifferences(one, other));
    for (const [id, was, is] of found) expect([was, is]).toEqual([one.get(id), other.get(id)]);
  }
  const known = tables.filter(([one, other]) => one !== other && idsChangedSince(one, other));
  expect(known.length).toBeGreaterThan(500);
});
