import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyToFloor } from '../../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../../core/operations/floors/move-to-floor.ts';
import { moveToLayer } from '../../../../core/operations/layers/move-to-layer.ts';
import { orderRecords, orderWays } from '../../../../core/operations/order/order-records.ts';
import { applyDiff, invertDiff, type PlanDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import { allRecords, inOrder, isPlaced, type Plan } from '../../../../core/plan/plan.ts';
import { samePlan } from '../../../../core/plan/plan-json.ts';
import type { AnyId } from '../../../../core/plan/records/index.ts';
import type { Result } from '../../../../core/result.ts';
import { diffOf, editsArbitrary, type RandomEdit } from '../../../support/arbitraries.ts';
import { idSource, record, testPlan } from '../../../support/plan-builder.ts';

const upper = record('floor', { id: 2, name: 'Upper', order: 1, elevation: 3.5 });
const other = record('layer', { id: 2, name: 'Other', order: 1 });

function planAfter(edits: readonly RandomEdit[]): Plan {
  const newId = idSource();
  return edits.reduce((plan, edit) => applyDiff(plan, diffOf(plan, edit, { newId })), testPlan(upper, other));
}

type Picked = readonly boolean[];
type Operation = (plan: Plan, ids: readonly AnyId[], number: number) => Result<PlanDiff, string>;

const at = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('An empty list.');
  return found;
};

const operations: Readonly<Record<string, Operation>> = {
  'copy to a floor': (plan, ids, number) => {
    const floor = at(inOrder(plan, 'floor'), number).id;
    const result = copyToFloor(plan, ids, { floor, newId: idSource(900_001) });
    return result.ok ? { ok: true, value: result.value.diff } : result;
  },
  'move to a floor': (plan, ids, number) => moveToFloor(plan, ids, at(inOrder(plan, 'floor'), number).id),
  'move to a layer': (plan, ids, number) => moveToLayer(plan, ids, at(inOrder(plan, 'layer'), number).id),
  order: (plan, ids, number) => orderRecords(plan, ids, at(orderWays, number)),
};

test.each(Object.entries(operations))(
  '%s leaves a sound plan, and its inverse the plan as it was',
  (_, run) => {
    let done = 0;
    const picks = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
    const check = (edits: readonly RandomEdit[], picked: Picked, number: number) => {
      const before = planAfter(edits);
      const placed = [...allRecords(before)].filter(isPlaced);
      const ids = placed.filter((_each, index) => picked[index % picked.length]).map(({ id }) => id);
      const result = run(before, ids, number);
      if (!result.ok) return;
      done += 1;
      const after = applyDiff(before, result.value);
      expect(checkIntegrity(after)).toEqual([]);
      const tags = [...allRecords(after)].flatMap((each) =>
        isPlaced(each) && each.tag !== null ? [each.tag] : [],
      );
      const tagsBefore = placed.flatMap(({ tag }) => (tag === null ? [] : [tag]));
      // Tags that were unique stay so.
      expect(tags.length - new Set(tags).size).toBe(tagsBefore.length - new Set(tagsBefore).size);
      expect(samePlan(applyDiff(after, invertDiff(result.value)), before)).toBe(true);
    };
    fc.assert(fc.property(editsArbitrary, picks, fc.nat(20), check), { seed: 20_261_125, numRuns: 400 });
    expect(done).toBeGreaterThan(20);
  },
);
