import type { Draft, PlanDiff } from '../plan/diff.ts';
import { checkRecord, type Lookup } from '../plan/integrity.ts';
import type { Kind, PlanRecord } from '../plan/kinds/index.ts';
import { makeRecord, type NewRecord } from '../plan/parse-record.ts';
import { oriented } from '../plan/parts/rings.ts';
import type { Plan } from '../plan/plan.ts';
import { crossingsOf } from '../plan/relations.ts';
import type { Result } from '../result.ts';
import { onFloorOfHost } from './hosted.ts';
import type { ShapeRefusal } from './shape-refusal.ts';
import { tryShapeEdit } from './try-edit.ts';

/**
 * Why a record cannot be added: a field breaks its schema (a coordinate beyond the plan, a text too
 * long), it would break a rule between records, or its id is taken.
 */
export type AddRefusal = ShapeRefusal | 'invalid-record' | 'broken-record' | 'id-taken';

/** Diff that adds one record; fields that are not given take the defaults of the kind. */
export function addRecord<K extends Kind>(
  plan: Plan,
  kind: K,
  fields: NewRecord<K>,
): Result<PlanDiff, AddRefusal> {
  return tryShapeEdit(plan, (draft) => putNew(draft, kind, fields));
}

/** Puts a new record of the given fields and the defaults of its kind into the draft, or says why not. */
export function putNew<K extends Kind>(draft: Draft, kind: K, fields: NewRecord<K>): AddRefusal | null {
  const made = makeRecord(kind, fields);
  if (!made.ok) return 'invalid-record';
  return putChecked(draft, made.value);
}

/**
 * Puts a parsed record that is not in the draft yet, when the rules between records hold for it: its rings the
 * right way round, an opening or gate on the floor of what it stands in.
 */
export function putChecked(draft: Draft, record: PlanRecord): AddRefusal | null {
  if (draft.get(record.id)) return 'id-taken';
  const lookup: Lookup = (id) => draft.get(id);
  if (checkRecord(record, lookup).length > 0) return 'broken-record';
  const there = onFloorOfHost(record, lookup);
  if (crossingsOf(there, lookup).length > 0) return 'broken-record';
  draft.put(oriented(there));
  return null;
}
