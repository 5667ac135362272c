import type { Draft, PlanDiff } from '../plan/diff.ts';
import { checkRecord } from '../plan/integrity.ts';
import type { AnyId, IdOf, Kind, PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { parseRecord } from '../plan/parse-record.ts';
import { withRelated } from '../plan/parts/related.ts';
import { isPlaced, kindOf, kinds, type Plan } from '../plan/plan.ts';
import { crossingsOf, tiesOf } from '../plan/relations.ts';
import type { Result } from '../result.ts';
import { namersInDraft, overlapOthers } from './hosted.ts';
import { isLocked } from './is-locked.ts';
import { keepDependents } from './keep-dependents.ts';
import { keepOrientation } from './notes/keep-orientation.ts';
import { bringAlong, wayPlacesOf } from './related/bring-along.ts';
import type { ShapeRefusal } from './shape-refusal.ts';
import { holderAmong } from './tags/tag-holder.ts';
import { tryShapeEdit } from './try-edit.ts';

/**
 * Why a record cannot be changed: it is gone; it or its layer is locked; a value breaks its schema or a
 * rule between records; an opening of the wall, or the opening itself, would no longer fit or would
 * cover another one; another record of the plan has the tag.
 */
export type UpdateRefusal =
  | ShapeRefusal
  | 'not-found'
  | 'locked'
  | 'invalid-record'
  | 'broken-record'
  | 'opening-does-not-fit'
  | 'overlaps-opening'
  | 'tag-taken';

/** New values of some fields of a kind; a record never changes its id. */
export type FieldsOf<K extends Kind> = Partial<Omit<RecordOf<K>, 'id'>>;

/**
 * Diff that gives one record new values, and what stands in it the place that follows from them.
 *
 * When the ends of a wall change, its openings keep their distance from the end that stays. The gates
 * of a fence go to the nearest point of its new path; a gate in a fence stays on it. Of a locked
 * record only `locked` can be changed.
 */
export function updateRecord<K extends Kind>(
  plan: Plan,
  id: IdOf<K>,
  fields: FieldsOf<K>,
): Result<PlanDiff, UpdateRefusal> {
  return tryShapeEdit(plan, (draft) => putUpdated(draft, id, fields));
}

/** The same new values for several records, as one diff; refuses all when one refuses. */
export function updateRecords<K extends Kind>(
  plan: Plan,
  ids: Iterable<IdOf<K>>,
  fields: FieldsOf<K>,
): Result<PlanDiff, UpdateRefusal> {
  return tryShapeEdit(plan, (draft) =>
    putAllUpdated(
      draft,
      [...ids].map((id) => ({ id, fields })),
    ),
  );
}

/** Changes a record in the draft, or says why not. */
export function putUpdated(draft: Draft, id: AnyId, fields: FieldsOf<Kind>): UpdateRefusal | null {
  return putAllUpdated(draft, [{ id, fields }]);
}

/** A record and the values that it gets. */
export type Update = { readonly id: AnyId; readonly fields: FieldsOf<Kind> };

/**
 * Changes records in the draft, each by its own fields, or says why not; the draft is of no use then.
 *
 * O(changed), and one look at what stands in or on others: what many records bring about is looked up once.
 */
export function putAllUpdated(draft: Draft, updates: readonly Update[]): UpdateRefusal | null {
  const ids = updates.map(({ id }) => id);
  const ways = wayPlacesOf(draft, new Set(ids));
  const tied = tiedTo(draft, updates);
  const before = crossingsAmong(draft, tied);
  for (const update of updates) {
    const refusal = putFields(draft, update);
    if (refusal) return refusal;
  }
  bringAlong(draft, ways, new Set());
  keepOrientation(draft, ids);
  if (overlapOthers(draft, ids.filter(isOpeningId))) return 'overlaps-opening';
  for (const crossing of crossingsAmong(draft, tied)) if (!before.has(crossing)) return 'broken-record';
  return refusalAmong(draft, ids);
}

/** Records that are given a floor or a host, with all that stands in, on or by them. */
function tiedTo(draft: Draft, updates: readonly Update[]): ReadonlySet<AnyId> {
  const given = updates.filter(mayCross).map(({ id }) => id);
  return withRelated(given, namersInDraft(draft), () => true);
}

/** Asked of each of very many records: nothing is made for it. */
const mayCross = ({ id, fields }: Update): boolean =>
  Object.hasOwn(fields, 'floor') || tiesOf(kindOf(id)).some(({ field }) => Object.hasOwn(fields, field));

/** Where some records belong to one on another floor: giving a host another floor does not take them there. */
function crossingsAmong(draft: Draft, ids: Iterable<AnyId>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of ids) {
    const record = draft.get(id);
    const crossings = record ? crossingsOf(record, (other) => draft.get(other)) : [];
    for (const crossing of crossings) found.add(`${id} ${crossing.field} ${crossing.id}`);
  }
  return found;
}

/** Gives one record its values, and what stands in it or is attached to it the place that follows. */
function putFields(draft: Draft, { id, fields }: Update): UpdateRefusal | null {
  const before = draft.get(id);
  if (!before) return 'not-found';
  if (!mayChange(draft, before, fields)) return 'locked';
  if (takesTag(draft, before, fields)) return 'tag-taken';
  const parsed = parseRecord({ ...before, ...fields, id });
  if (!parsed.ok) return 'invalid-record';
  draft.put(parsed.value);
  return keepDependents(draft, before, parsed.value);
}

/** What does not hold in the first of some records of the draft in which something does not. */
function refusalAmong(draft: Draft, ids: Iterable<AnyId>): UpdateRefusal | null {
  for (const id of ids) {
    const record = draft.get(id);
    const [problem] = record ? checkRecord(record, (other) => draft.get(other)) : [];
    if (problem) return problem.reason === 'opening-does-not-fit' ? problem.reason : 'broken-record';
  }
  return null;
}

/** Whether another record has the tag that a record gets; only a tag that changes is looked up. */
function takesTag(draft: Draft, record: PlanRecord, { tag }: { readonly tag?: unknown }): boolean {
  if (typeof tag !== 'string' || !isPlaced(record) || tag === record.tag) return false;
  return kinds.some((kind) => holderAmong(draft.all(kind), tag, record.id) !== null);
}

const isOpeningId = (id: AnyId): id is IdOf<'opening'> => kindOf(id) === 'opening';

function mayChange(draft: Draft, record: PlanRecord, fields: object): boolean {
  const onlyLock = Object.keys(fields).every((field) => field === 'locked');
  return onlyLock || !isLocked(record, (id) => draft.get(id));
}
