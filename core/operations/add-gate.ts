import type { Draft, PlanDiff } from '../plan/diff.ts';
import { makeRecord, type NewRecord } from '../plan/parse-record.ts';
import type { Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { type AddRefusal, putChecked } from './add-record.ts';
import { gateInFence } from './hosted.ts';
import { tryEdit } from './try-edit.ts';

export type AddGateRefusal = AddRefusal | 'too-wide';

/**
 * Diff that adds a gate. One that names a fence is put on the nearest point of the fence's path at
 * which it lies within one straight piece, and turned along it.
 *
 * Refuses with 'too-wide' when the nearest straight piece is shorter than the gate.
 */
export function addGate(plan: Plan, fields: NewRecord<'gate'>): Result<PlanDiff, AddGateRefusal> {
  return tryEdit(plan, (draft) => putGate(draft, fields));
}

/** Puts a new gate into the draft, or says why not. */
function putGate(draft: Draft, fields: NewRecord<'gate'>): AddGateRefusal | null {
  const made = makeRecord('gate', fields);
  if (!made.ok) return 'invalid-record';
  const gate = made.value;
  if (gate.fence === null) return putChecked(draft, gate);
  const fence = draft.get(gate.fence);
  if (!fence) return 'broken-record';
  const placed = gateInFence(gate, fence);
  return placed ? putChecked(draft, placed) : 'too-wide';
}
