import type { Draft, PlanDiff } from '../plan/diff.ts';
import { openingFits } from '../plan/integrity.ts';
import { makeRecord, type NewRecord } from '../plan/parse-record.ts';
import type { Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { type AddRefusal, putChecked } from './add-record.ts';
import { takenIn } from './hosted.ts';
import { tryEdit } from './try-edit.ts';

export type AddOpeningRefusal = AddRefusal | 'does-not-fit' | 'overlaps-opening';

/** Diff that adds an opening to a wall; `fittingOffset` gives the nearest offset at which it fits. */
export function addOpening(plan: Plan, fields: NewRecord<'opening'>): Result<PlanDiff, AddOpeningRefusal> {
  return tryEdit(plan, (draft) => putOpening(draft, fields));
}

/** Puts a new opening into the draft, or says why not. */
function putOpening(draft: Draft, fields: NewRecord<'opening'>): AddOpeningRefusal | null {
  const made = makeRecord('opening', fields);
  if (!made.ok) return 'invalid-record';
  const wall = draft.get(made.value.wall);
  if (!wall) return 'broken-record';
  if (!openingFits(made.value, wall)) return 'does-not-fit';
  if (takenIn(draft, wall.id).isTaken(made.value)) return 'overlaps-opening';
  return putChecked(draft, made.value);
}
