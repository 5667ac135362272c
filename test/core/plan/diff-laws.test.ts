import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff, composeDiffs, invertDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';
import { allRecords, type Plan } from '../../../core/plan/plan.ts';
import { parsePlanText, planToJson, samePlan } from '../../../core/plan/plan-json.ts';
import { diffOf, editNames, editsArbitrary, type RandomEdit } from '../../support/arbitraries.ts';
import { idSource, testPlan } from '../../support/plan-builder.ts';

const settings = { seed: 20_261_124, numRuns: 1500 };

type Step = { readonly before: Plan; readonly diff: PlanDiff; readonly after: Plan };

function stepsOf(edits: readonly RandomEdit[], done?: (name: string) => void): Step[] {
  const newId = idSource();
  let plan = testPlan();
  return edits.map((edit) => {
    const before = plan;
    const diff = diffOf(plan, edit, done ? { newId, done } : { newId });
    plan = applyDiff(plan, diff);
    return { before, diff, after: plan };
  });
}

const holds = (check: (steps: readonly Step[]) => void) =>
  fc.assert(
    fc.property(editsArbitrary, (edits) => check(stepsOf(edits))),
    settings,
  );

describe('the laws of diffs, over random sequences of all operations', () => {
  test('every operation happens in them', () => {
    const happened = new Set<string>();
    fc.assert(
      fc.property(editsArbitrary, (edits) => void stepsOf(edits, (name) => happened.add(name))),
      { ...settings, numRuns: 1500 },
    );
    expect(editNames.filter((name) => !happened.has(name))).toEqual([]);
  });

  test('a diff and its inverse leave the plan as it was', () => {
    holds((steps) => {
      for (const { before, diff, after } of steps) {
        expect(samePlan(applyDiff(after, invertDiff(diff)), before)).toBe(true);
      }
    });
  });

  test('all undone from the last to the first is the first plan', () => {
    holds((steps) => {
      const end = steps.at(-1)?.after ?? testPlan();
      const undone = steps.toReversed().reduce((plan, { diff }) => applyDiff(plan, invertDiff(diff)), end);
      expect(samePlan(undone, testPlan())).toBe(true);
    });
  });

  test('two diffs composed do what they do one after the other', () => {
    holds((steps) => {
      const whole = steps.reduce((composed, { diff }) => composeDiffs(composed, diff), new Map() as PlanDiff);
      const end = steps.at(-1)?.after ?? testPlan();
      expect(samePlan(applyDiff(testPlan(), whole), end)).toBe(true);
    });
  });

  test('a diff composed with its inverse is empty', () => {
    holds((steps) => {
      for (const { diff } of steps) expect(composeDiffs(diff, invertDiff(diff)).size).toBe(0);
    });
  });

  test('the plan stays sound after every operation', () => {
    holds((steps) => {
      for (const { after } of steps) expect(checkIntegrity(after)).toEqual([]);
    });
  });

  test('every record that an operation makes is what its schema makes of it', () => {
    holds((steps) => {
      for (const record of allRecords(steps.at(-1)?.after ?? testPlan())) {
        expect(parseRecord(record)).toEqual({ ok: true, value: record });
      }
    });
  });

  test('the plan written and read again is the same plan and the same text', () => {
    holds((steps) => {
      const plan = steps.at(-1)?.after ?? testPlan();
      const text = planToJson(plan);
      const read = parsePlanText(text, FORMAT);
      if (!read.ok) throw new Error(read.error.message);
      expect(samePlan(read.value, plan)).toBe(true);
      expect(planToJson(read.value)).toBe(text);
    });
  });
});
