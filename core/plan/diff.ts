import type { AnyId, Kind, PlanRecord, RecordById, RecordOf } from './kinds/index.ts';
import { NamersInDraft } from './parts/related.ts';
import { type AnyTable, allRecords, getRecord, kindOf, type Plan, tableOf } from './plan.ts';
import type { RelationRow } from './relations.ts';

/** One record before and after an edit; null where it does not exist. */
export type Change = { readonly before: PlanRecord | null; readonly after: PlanRecord | null };

/** The one shape of an edit: it feeds undo, storage, redraw and analysis. */
export type PlanDiff = ReadonlyMap<AnyId, Change>;

/** What an edit may do with the plan while it is being made. */
export type Draft = {
  put(record: PlanRecord): void;
  remove(id: AnyId): void;
  get<I extends AnyId>(id: I): RecordById<I> | undefined;
  /** All of a kind as they are now. O(records of the kind): asked for once in an edit of many, not for each. */
  all<K extends Kind>(kind: K): Iterable<RecordOf<K>>;
  /** What was put or removed of a kind so far, as it was and as it is now; also what is equal. O(changed). */
  changed(kind: Kind): Iterable<Change>;
  /**
   * The records that name another one by a relation as they are now, in no particular order. O(found), once
   * O(records of the naming kind) for a plan.
   */
  naming(row: RelationRow, id: AnyId): readonly PlanRecord[];
};

/** A record of a draft beside the one it takes the place of. */
type Pending = { readonly before: PlanRecord | null; after: PlanRecord | null };

/**
 * Diff of what `change` does to a draft of the plan.
 *
 * Records that end equal to how they began (by value) are not in the diff.
 */
export function edit(plan: Plan, change: (draft: Draft) => void): PlanDiff {
  const changed = new Map<AnyId, Pending>();
  const added = new Map<Kind, AnyId[]>();
  const namers = new NamersInDraft(plan);
  const get = (id: AnyId): PlanRecord | undefined => {
    const pending = changed.get(id);
    return pending ? (pending.after ?? undefined) : tableOf(plan, kindOf(id)).get(id);
  };
  const put = (id: AnyId, after: PlanRecord | null): void => {
    const pending = changed.get(id);
    if (pending) {
      pending.after = after;
      return;
    }
    const before = tableOf(plan, kindOf(id)).get(id) ?? null;
    changed.set(id, { before, after });
    if (!before) noteAdded(added, id);
  };
  const draft: Draft = {
    put: (record) => {
      put(record.id, record);
      namers.took(record);
    },
    remove: (id) => put(id, null),
    get: get as Draft['get'],
    all: <K extends Kind>(kind: K) =>
      pendingRecords(tableOf(plan, kind), changed, () => added.get(kind)) as Iterable<RecordOf<K>>,
    changed: (kind) => changesOf(changed, kind),
    naming: (row, id) => namers.naming(row, id, get),
  };
  change(draft);
  for (const [id, { before, after }] of changed) if (sameRecord(before, after)) changed.delete(id);
  return changed;
}

function* changesOf(changed: ReadonlyMap<AnyId, Pending>, kind: Kind): Generator<Change> {
  for (const [id, change] of changed) if (kindOf(id) === kind) yield change;
}

function noteAdded(added: Map<Kind, AnyId[]>, id: AnyId): void {
  const kind = kindOf(id);
  const ids = added.get(kind);
  if (ids) ids.push(id);
  else added.set(kind, [id]);
}

/** The records of a table as they are now, then those that are new, also the ones put while they are asked for. */
function* pendingRecords(
  table: AnyTable,
  changed: ReadonlyMap<AnyId, Pending>,
  added: () => readonly AnyId[] | undefined,
): Generator<PlanRecord> {
  for (const [id, record] of table) {
    const pending = changed.get(id);
    if (!pending) yield record;
    else if (pending.after) yield pending.after;
  }
  for (const id of added() ?? []) {
    const after = changed.get(id)?.after;
    if (after) yield after;
  }
}

/**
 * The plan after a diff; copies only the tables it touches.
 *
 * Throws when a record is not what the diff says it was before: that is a bug, never an input error.
 */
export function applyDiff(plan: Plan, diff: PlanDiff): Plan {
  if (diff.size === 0) return plan;
  const tables: Record<string, AnyTable> = { ...plan.tables };
  const copied = new Map<Kind, Map<AnyId, PlanRecord>>();
  for (const [id, { before, after }] of diff) {
    const kind = kindOf(id);
    const table = copied.get(kind) ?? new Map(tableOf(plan, kind));
    if (!copied.has(kind)) copied.set(kind, table);
    if (!sameRecord(table.get(id) ?? null, before)) {
      throw new Error(`The diff does not fit the plan: ${id} is not what it was when the diff was made.`);
    }
    if (after) table.set(id, after);
    else table.delete(id);
  }
  for (const [kind, table] of copied) tables[kind] = table;
  return { tables: tables as Plan['tables'] };
}

/** Whether every record of a diff is in the plan what the diff says it was before. */
export function fitsPlan(plan: Plan, diff: PlanDiff): boolean {
  return [...diff].every(([id, { before }]) => sameRecord(tableOf(plan, kindOf(id)).get(id) ?? null, before));
}

/** The diff that takes a diff back. */
export function invertDiff(diff: PlanDiff): PlanDiff {
  const inverse = new Map<AnyId, Change>();
  for (const [id, { before, after }] of diff) inverse.set(id, { before: after, after: before });
  return inverse;
}

/** One diff that does what the two do one after the other; records that end where they began drop out. */
export function composeDiffs(first: PlanDiff, second: PlanDiff): PlanDiff {
  const composed = new Map(first);
  for (const [id, change] of second) {
    const before = (first.get(id) ?? change).before;
    if (sameRecord(before, change.after)) composed.delete(id);
    else composed.set(id, { before, after: change.after });
  }
  return composed;
}

/**
 * The diff that makes the second plan of the first: empty where they hold equal records. The order of their tables
 * does not count. O(n).
 */
export function diffPlans(first: Plan, second: Plan): PlanDiff {
  const diff = new Map<AnyId, Change>();
  for (const before of allRecords(first)) {
    const after = getRecord(second, before.id) ?? null;
    if (!sameRecord(before, after)) diff.set(before.id, { before, after });
  }
  for (const after of allRecords(second)) {
    if (!getRecord(first, after.id)) diff.set(after.id, { before: null, after });
  }
  return diff;
}

/** Whether two plans hold equal records, as `diffPlans` says. */
export function samePlan(first: Plan, second: Plan): boolean {
  return first === second || diffPlans(first, second).size === 0;
}

/** Whether two records are equal by value; key order does not count. */
export function sameRecord(first: PlanRecord | null, second: PlanRecord | null): boolean {
  return sameValue(first, second);
}

/** Whether two JSON-safe values are equal; key order does not count. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  return (
    hasFieldsOf(first as Fields, second as Fields) && countOf(first as Fields) === countOf(second as Fields)
  );
}

type Fields = Readonly<Record<string, unknown>>;

// Without lists of their keys: whole plans are compared, and records have nothing but fields of their own.
function hasFieldsOf(first: Fields, second: Fields): boolean {
  for (const key in first) {
    const value = second[key];
    if (first[key] !== value && !sameValue(first[key], value)) return false;
    if (value === undefined && !Object.hasOwn(second, key)) return false;
  }
  return true;
}

function countOf(fields: Fields): number {
  let count = 0;
  for (const _ in fields) count++;
  return count;
}
