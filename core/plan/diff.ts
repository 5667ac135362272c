import { type AnyTable, kindOf, type Plan, tableOf } from './plan.ts';
import type { AnyId, Kind, PlanRecord, RecordById, RecordOf } from './records/index.ts';

/** One record before and after an edit; null where it does not exist. */
export type Change = { readonly before: PlanRecord | null; readonly after: PlanRecord | null };

/** The one shape of an edit: it feeds undo, storage, redraw and analysis. */
export type PlanDiff = ReadonlyMap<AnyId, Change>;

/** What an edit may do with the plan while it is being made. */
export type Draft = {
  put(record: PlanRecord): void;
  remove(id: AnyId): void;
  get<I extends AnyId>(id: I): RecordById<I> | undefined;
  all<K extends Kind>(kind: K): Iterable<RecordOf<K>>;
};

/**
 * Diff of what `change` does to a draft of the plan.
 *
 * Records that end equal to how they began (by value) are not in the diff.
 */
export function edit(plan: Plan, change: (draft: Draft) => void): PlanDiff {
  const changed = new Map<AnyId, PlanRecord | null>();
  const get = (id: AnyId): PlanRecord | undefined => {
    const pending = changed.get(id);
    return pending === undefined ? tableOf(plan, kindOf(id)).get(id) : (pending ?? undefined);
  };
  const draft: Draft = {
    put: (record) => void changed.set(record.id, record),
    remove: (id) => void changed.set(id, null),
    get: get as Draft['get'],
    all: <K extends Kind>(kind: K) =>
      pendingRecords(tableOf(plan, kind), changed, kind) as Iterable<RecordOf<K>>,
  };
  change(draft);
  const diff = new Map<AnyId, Change>();
  for (const [id, after] of changed) {
    const before = tableOf(plan, kindOf(id)).get(id) ?? null;
    if (!sameRecord(before, after)) diff.set(id, { before, after });
  }
  return diff;
}

function* pendingRecords(table: AnyTable, changed: ReadonlyMap<AnyId, PlanRecord | null>, kind: Kind) {
  for (const [id, record] of table) {
    const pending = changed.get(id);
    if (pending !== null) yield pending ?? record;
  }
  for (const [id, pending] of changed) {
    if (pending && kindOf(id) === kind && !table.has(id)) yield pending;
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

/** Whether two records are equal by value; key order does not count. */
export function sameRecord(first: PlanRecord | null, second: PlanRecord | null): boolean {
  return sameValue(first, second);
}

/** Whether two JSON values are equal; the order of keys does not count. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  const keys = Object.keys(first);
  if (keys.length !== Object.keys(second).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(second, key) &&
      sameValue((first as Record<string, unknown>)[key], (second as Record<string, unknown>)[key]),
  );
}
