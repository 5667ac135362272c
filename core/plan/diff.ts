import {
  applyIn,
  type ChangeOf,
  type DiffOf,
  type DraftOf,
  diffIn,
  editIn,
  fitsIn,
} from '../records/diff.ts';
import { sameValue } from '../records/same-value.ts';
import type { AnyId, Kind, PlanRecord, RecordById, RecordOf } from './kinds/index.ts';
import type { Plan } from './plan.ts';
import { planSet } from './plan-set.ts';

/** One record of a plan before and after an edit; null where it does not exist. */
export type Change = ChangeOf<PlanRecord>;

/** The one shape of an edit of a plan. */
export type PlanDiff = DiffOf<PlanRecord>;

/** What an edit may do with a plan while it is being made; what is asked for by its kind is of that kind. */
export type Draft = Omit<DraftOf<Kind, PlanRecord>, 'get' | 'all'> & {
  get<I extends AnyId>(id: I): RecordById<I> | undefined;
  all<K extends Kind>(kind: K): Iterable<RecordOf<K>>;
};

/** Diff of what `change` does to a draft of the plan: see `editIn`. */
export function edit(plan: Plan, change: (draft: Draft) => void): PlanDiff {
  return editIn(planSet, plan, (draft) => change(draft as Draft));
}

/** The plan after a diff; copies only the tables it touches. Throws when the diff does not fit, which is a bug. */
export function applyDiff(plan: Plan, diff: PlanDiff): Plan {
  return applyIn(planSet, plan, diff) as unknown as Plan;
}

/** Whether every record of a diff is in the plan what the diff says it was before. */
export function fitsPlan(plan: Plan, diff: PlanDiff): boolean {
  return fitsIn(planSet, plan, diff);
}

/** The diff that makes the second plan of the first: empty where they hold equal records. O(n). */
export function diffPlans(first: Plan, second: Plan): PlanDiff {
  return diffIn(planSet, first, second);
}

/** Whether two plans hold equal records, as `diffPlans` says. */
export function samePlan(first: Plan, second: Plan): boolean {
  return first === second || diffPlans(first, second).size === 0;
}

/** Whether two records are equal by value; key order does not count. */
export function sameRecord(first: PlanRecord | null, second: PlanRecord | null): boolean {
  return sameValue(first, second);
}
