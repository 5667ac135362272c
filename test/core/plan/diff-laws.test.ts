import { beforeAll, describe, expect, test } from 'vitest';
import { shapeRefusal } from '../../../core/operations/shape-refusal.ts';
import { applyDiff, type PlanDiff, samePlan, sameRecord } from '../../../core/plan/diff.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';
import { allRecords, getRecord, isKind } from '../../../core/plan/plan.ts';
import { parsePlanText, planToJson } from '../../../core/plan/plan-json.ts';
import { crossingsOf } from '../../../core/plan/relations.ts';
import { staysSound } from '../../../core/plan/stays-sound.ts';
import { composeDiffs, invertDiff } from '../../../core/records/diff.ts';
import { refusalSentences } from '../../../renderer/messages/refusals.ts';
import { editNames } from '../../support/random/sequences.ts';
import { type Step, type Walk, walksOf } from '../../support/random/walks.ts';

// Made once for all laws; many short ones, for what happens on a plan of a few records, and long ones.
let walks: readonly Walk[] = [];
beforeAll(() => {
  walks = [
    ...walksOf(20_261_124, { count: 160, length: 50 }),
    ...walksOf(20_261_125, { count: 40, length: 250 }),
  ];
}, 120_000);

/** What a step is called in a failure: enough to do it again. */
const told = ({ edit }: Step): string => `${edit.name} ${JSON.stringify(edit.choice)}`;

const madeRecords = ({ diff }: Step): readonly PlanRecord[] =>
  [...diff.values()].flatMap(({ after }) => (after ? [after] : []));

/** What the schema of a record says against it; what it makes of it where that is another one. */
function otherwiseParsed(record: PlanRecord, by: string): readonly object[] {
  const parsed = parseRecord(record);
  if (!parsed.ok) return [{ ...parsed.error, by }];
  return sameRecord(parsed.value, record) ? [] : [{ made: record, parsed: parsed.value, by }];
}

const everyStep = (check: (step: Step) => unknown): string[] =>
  walks.flatMap(({ steps }) => steps.filter((step) => !check(step)).map(told));

describe('the laws of diffs, over random sequences of all operations', { timeout: 60_000 }, () => {
  test('there are more than 10,000 steps in them, and every edit happens', () => {
    const steps = walks.flatMap((walk) => walk.steps);
    expect(steps.length).toBeGreaterThan(10_000);
    const happened = new Set(steps.filter(({ diff }) => diff.size > 0).map(({ edit }) => edit.name));
    expect(editNames.filter((name) => !happened.has(name))).toEqual([]);
  });

  test('what is refused is refused with a sentence', () => {
    const reasons = new Set(walks.flatMap(({ steps }) => steps.flatMap(({ refusal }) => refusal ?? [])));
    expect(reasons.size).toBeGreaterThan(40);
    expect([...reasons].filter((reason) => !Object.hasOwn(refusalSentences, reason))).toEqual([]);
  });

  test('what stands in, on or by something stays on its floor', () => {
    const apart = walks.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        [...allRecords(step.after)].flatMap((record) =>
          crossingsOf(record, (id) => getRecord(step.after, id)).map((crossing) => [
            record.id,
            crossing,
            told(step),
          ]),
        ),
      ),
    );
    expect(apart.slice(0, 3)).toEqual([]);
  });

  test('the plan stays sound after every operation', () => {
    const wrong = walks.flatMap(({ steps }) =>
      steps.flatMap((step) => checkIntegrity(step.after).map((problem) => ({ ...problem, by: told(step) }))),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('whether a plan stays sound after a part of an edit, or of one taken back, is told by what that touches', () => {
    let [sound, broken] = [0, 0];
    const wrong = everyStep(({ before, diff, after }) => {
      const half = (whole: PlanDiff, other: number): PlanDiff =>
        new Map([...whole].filter((_, index) => (index + other) % 2 === 0));
      const told = [
        [before, half(diff, 0)],
        [before, half(diff, 1)],
        [after, half(invertDiff(diff), 0)],
        [after, half(invertDiff(diff), 1)],
      ] as const;
      return told.every(([plan, part]) => {
        const isSound = checkIntegrity(applyDiff(plan, part)).length === 0;
        if (isSound) sound += 1;
        else broken += 1;
        return staysSound(plan, part) === isSound;
      });
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect([sound > 10_000, broken > 500]).toEqual([true, true]);
  });

  test('no operation puts a wall on another one or makes an outline cross itself', () => {
    expect(everyStep(({ before, diff }) => shapeRefusal(before, diff) === null)).toEqual([]);
  });

  test('no operation puts two openings of a wall over each other', () => {
    const isApart = ({ diff, after }: Step) =>
      [...diff.values()].every(({ after: made }) => {
        if (!made || !isKind(made, 'opening')) return true;
        const others = [...after.tables.opening.values()].filter(
          ({ wall, id }) => wall === made.wall && id !== made.id,
        );
        // Lengths are rounded to the millimetre, and so are the halves of two widths.
        return others.every(
          ({ offset, width }) => Math.abs(offset - made.offset) > (width + made.width) / 2 - 0.003,
        );
      });
    expect(everyStep(isApart)).toEqual([]);
  });

  test('every record that an operation makes is what its schema makes of it', () => {
    const wrong = walks.flatMap(({ steps }) =>
      steps.flatMap((step) => madeRecords(step).flatMap((record) => otherwiseParsed(record, told(step)))),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('a diff and its inverse leave the plan as it was', () => {
    const isUndone = ({ before, diff, after }: Step) => samePlan(applyDiff(after, invertDiff(diff)), before);
    expect(everyStep(isUndone)).toEqual([]);
  });

  test('all undone from the last to the first is the first plan, and all done again the last', () => {
    for (const { start, steps, end } of walks) {
      const undone = steps.toReversed().reduce((plan, { diff }) => applyDiff(plan, invertDiff(diff)), end);
      expect(samePlan(undone, start)).toBe(true);
      const redone = steps.reduce((plan, { diff }) => applyDiff(plan, diff), undone);
      expect(samePlan(redone, end)).toBe(true);
    }
  });

  test('two diffs composed do what they do one after the other', () => {
    for (const { start, steps, end } of walks) {
      const whole = steps.reduce((composed, { diff }) => composeDiffs(composed, diff), new Map() as PlanDiff);
      expect(samePlan(applyDiff(start, whole), end)).toBe(true);
    }
  });

  test('a diff composed with its inverse is empty', () => {
    expect(everyStep(({ diff }) => composeDiffs(diff, invertDiff(diff)).size === 0)).toEqual([]);
  });

  test('the plan written and read again is the same plan and the same text', () => {
    for (const { end } of walks) {
      const text = planToJson(end);
      const read = parsePlanText(text, FORMAT);
      if (!read.ok) throw new Error(read.error.message);
      expect(samePlan(read.value, end)).toBe(true);
      expect(planToJson(read.value)).toBe(text);
    }
  });
});
