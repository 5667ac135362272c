import type { AnyRecord } from './any-record.ts';
import { noteDescent } from './descent.ts';
import type { KindSet } from './kind-set.ts';
import { NamersInDraft } from './namers.ts';
import type { RelationRow } from './relation.ts';
import { sameValue } from './same-value.ts';
import { recordsIn, type Tables, tableIn } from './tables.ts';

/** One record before and after an edit; null where it does not exist. */
export type ChangeOf<R extends AnyRecord> = { readonly before: R | null; readonly after: R | null };

/** The one shape of an edit: it feeds undo, storage, redraw and analysis. */
export type DiffOf<R extends AnyRecord> = ReadonlyMap<R['id'], ChangeOf<R>>;

/** What an edit may do with the records while it is being made. */
export type DraftOf<K extends string, R extends AnyRecord> = {
  put(record: R): void;
  remove(id: R['id']): void;
  get(id: R['id']): R | undefined;
  /** All of a kind as they are now. O(records of the kind): asked for once in an edit of many, not for each. */
  all(kind: K): Iterable<R>;
  /** What was put or removed of a kind so far, as it was and as it is now; also what is equal. O(changed). */
  changed(kind: K): Iterable<ChangeOf<R>>;
  /**
   * The records that name another one by a relation as they are now, in no particular order. O(found), once
   * O(records of the naming kind) for their table.
   */
  naming(row: RelationRow<K>, id: R['id']): readonly R[];
};

/** A record of a draft beside the one it takes the place of. */
type Pending<R> = { readonly before: R | null; after: R | null };

/**
 * Diff of what `change` does to a draft of some records.
 *
 * Records that end equal to how they began (by value) are not in the diff.
 */
export function editIn<K extends string, R extends AnyRecord>(
  set: KindSet<K, R>,
  from: Tables<K, R>,
  change: (draft: DraftOf<K, R>) => void,
): DiffOf<R> {
  const { kindOf } = set;
  const changed = new Map<R['id'], Pending<R>>();
  const added = new Map<K, R['id'][]>();
  const namers = new NamersInDraft(set, from);
  const get = (id: R['id']): R | undefined => {
    const pending = changed.get(id);
    return pending ? (pending.after ?? undefined) : tableIn(from, kindOf(id))?.get(id);
  };
  const put = (id: R['id'], after: R | null): void => {
    const pending = changed.get(id);
    if (pending) {
      pending.after = after;
      return;
    }
    const before = tableIn(from, kindOf(id)).get(id) ?? null;
    changed.set(id, { before, after });
    if (!before) noteAdded(added, kindOf(id), id);
  };
  change({
    put: (record) => {
      put(record.id, record);
      namers.took(record);
    },
    remove: (id) => put(id, null),
    get,
    all: (kind) => pendingRecords(tableIn(from, kind), changed, () => added.get(kind)),
    changed: (kind) => changesOf(changed, (id) => kindOf(id) === kind),
    naming: (row, id) => namers.naming(row, id, get),
  });
  for (const [id, { before, after }] of changed) if (sameValue(before, after)) changed.delete(id);
  return changed;
}

function* changesOf<R extends AnyRecord>(
  changed: ReadonlyMap<R['id'], Pending<R>>,
  isOfKind: (id: R['id']) => boolean,
): Generator<ChangeOf<R>> {
  for (const [id, change] of changed) if (isOfKind(id)) yield change;
}

function noteAdded<K, I>(added: Map<K, I[]>, kind: K, id: I): void {
  const ids = added.get(kind);
  if (ids) ids.push(id);
  else added.set(kind, [id]);
}

/** The records of a table as they are now, then those that are new, also the ones put while they are asked for. */
function* pendingRecords<R extends AnyRecord>(
  table: ReadonlyMap<R['id'], R>,
  changed: ReadonlyMap<R['id'], Pending<R>>,
  added: () => readonly R['id'][] | undefined,
): Generator<R> {
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
 * The records after a diff; copies only the tables it touches.
 *
 * Throws when a record is not what the diff says it was before: that is a bug, never an input error.
 */
export function applyIn<K extends string, R extends AnyRecord>(
  { kindOf }: KindSet<K, R>,
  from: Tables<K, R>,
  diff: DiffOf<R>,
): Tables<K, R> {
  if (diff.size === 0) return from;
  const copied = new Map<K, { readonly table: Map<R['id'], R>; readonly ids: R['id'][] }>();
  for (const [id, { before, after }] of diff) {
    const kind = kindOf(id);
    const copy = copied.get(kind) ?? { table: new Map(tableIn(from, kind)), ids: [] };
    if (copy.ids.length === 0) copied.set(kind, copy);
    copy.ids.push(id);
    const { table } = copy;
    if (!sameValue(table.get(id) ?? null, before)) {
      throw new Error(`The diff does not fit: ${id} is not what it was when the diff was made.`);
    }
    if (after) table.set(id, after);
    else table.delete(id);
  }
  const tables: Record<string, ReadonlyMap<R['id'], R>> = { ...from.tables };
  for (const [kind, { table, ids }] of copied) {
    tables[kind] = table;
    noteDescent(table, tableIn(from, kind), ids);
  }
  return { tables: tables as Tables<K, R>['tables'] };
}

/** Whether every record of a diff is among some records what the diff says it was before. */
export function fitsIn<K extends string, R extends AnyRecord>(
  { kindOf }: KindSet<K, R>,
  from: Tables<K, R>,
  diff: DiffOf<R>,
): boolean {
  return [...diff].every(([id, { before }]) => sameValue(tableIn(from, kindOf(id)).get(id) ?? null, before));
}

/** The diff that takes a diff back. */
export function invertDiff<R extends AnyRecord>(diff: DiffOf<R>): DiffOf<R> {
  const inverse = new Map<R['id'], ChangeOf<R>>();
  for (const [id, { before, after }] of diff) inverse.set(id, { before: after, after: before });
  return inverse;
}

/** One diff that does what the two do one after the other; records that end where they began drop out. */
export function composeDiffs<R extends AnyRecord>(first: DiffOf<R>, second: DiffOf<R>): DiffOf<R> {
  const composed = new Map(first);
  for (const [id, change] of second) {
    const before = (first.get(id) ?? change).before;
    if (sameValue(before, change.after)) composed.delete(id);
    else composed.set(id, { before, after: change.after });
  }
  return composed;
}

/**
 * The diff that makes the second records of the first: empty where they are equal. The order of their tables does
 * not count. O(n).
 */
export function diffIn<K extends string, R extends AnyRecord>(
  set: KindSet<K, R>,
  first: Tables<K, R>,
  second: Tables<K, R>,
): DiffOf<R> {
  const diff = new Map<R['id'], ChangeOf<R>>();
  for (const before of recordsIn(set, first)) {
    const after = tableIn(second, set.kindOf(before.id)).get(before.id) ?? null;
    if (!sameValue(before, after)) diff.set(before.id, { before, after });
  }
  for (const after of recordsIn(set, second)) {
    if (!tableIn(first, set.kindOf(after.id)).get(after.id)) diff.set(after.id, { before: null, after });
  }
  return diff;
}
