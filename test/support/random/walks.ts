import fc from 'fast-check';
import type { OperationRefusal } from '../../../core/operations/refusal.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { type Plan, recordCount } from '../../../core/plan/plan.ts';
import { idSource, testPlan } from '../plan-builder.ts';
import { type RandomEdit, sequenceArbitrary, tryRandomEdit } from './sequences.ts';

/** One random edit and what became of it; a refused one has an empty diff. */
export type Step = {
  readonly edit: RandomEdit;
  readonly before: Plan;
  readonly diff: PlanDiff;
  readonly after: Plan;
  readonly refusal: OperationRefusal | null;
};

/** What a random sequence of edits did to an empty plan. */
export type Walk = { readonly start: Plan; readonly steps: readonly Step[]; readonly end: Plan };

/** With more records than this the next edit clears some away: arrays of arrays would grow without end. */
const MOST_RECORDS = 150;

function stepOf(before: Plan, given: RandomEdit, newId: ReturnType<typeof idSource>): Step {
  const edit = recordCount(before) > MOST_RECORDS ? { ...given, name: 'clearAway' } : given;
  try {
    const result = tryRandomEdit(before, edit, newId);
    const diff: PlanDiff = result?.ok ? result.value : new Map();
    const refusal = result === null || result.ok ? null : result.error;
    return { edit, before, diff, after: applyDiff(before, diff), refusal };
  } catch (error) {
    throw new Error(`${edit.name} failed with ${JSON.stringify(edit.choice)}`, { cause: error });
  }
}

function walkOf(edits: readonly RandomEdit[]): Walk {
  const start = testPlan();
  const newId = idSource();
  const steps: Step[] = [];
  for (const edit of edits) steps.push(stepOf(steps.at(-1)?.after ?? start, edit, newId));
  return { start, steps, end: steps.at(-1)?.after ?? start };
}

/** So many walks of so many steps each, always the same ones for a seed. */
export function walksOf(
  seed: number,
  { count, length }: { readonly count: number; readonly length: number },
) {
  return fc.sample(sequenceArbitrary(length), { seed, numRuns: count }).map(walkOf);
}
