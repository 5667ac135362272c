import type { AnyRecord } from './any-record.ts';
import type { KindSet } from './kind-set.ts';
import type { RelationRow } from './relation.ts';
import { namesIn } from './relation-table.ts';
import { type Tables, tableIn } from './tables.ts';

/** Who names a record by a relation. */
export type NamersOf<K extends string, R extends AnyRecord> = (
  row: RelationRow<K>,
  id: R['id'],
) => Iterable<R['id']>;

type Namers<R extends AnyRecord> = ReadonlyMap<R['id'], readonly R['id'][]>;

// Tables are values: what was found in one holds as long as it exists.
const known = new WeakMap<ReadonlyMap<string, AnyRecord>, Map<string, Namers<AnyRecord>>>();

function namersIn<R extends AnyRecord>(table: ReadonlyMap<R['id'], R>, row: RelationRow): Namers<R> {
  const ofTable = known.get(table) ?? new Map<string, Namers<AnyRecord>>();
  known.set(table, ofTable);
  const found = ofTable.get(row.field);
  if (found) return found;
  const namers = new Map<R['id'], R['id'][]>();
  for (const record of table.values()) {
    for (const id of new Set(namesIn(record, row))) {
      const ids = namers.get(id);
      if (ids) ids.push(record.id);
      else namers.set(id, [record.id]);
    }
  }
  ofTable.set(row.field, namers);
  return namers;
}

const nobody: readonly never[] = [];

/** Who names a record by a relation. O(found), once O(records of the naming kind) for a table. */
export function namersAmong<K extends string, R extends AnyRecord>(from: Tables<K, R>): NamersOf<K, R> {
  return (row, id) => namersIn(tableIn(from, row.from), row).get(id) ?? nobody;
}

/**
 * The records with all that stands in, on or by them through the relations that are followed, and what stands in
 * that in turn. O(given and found).
 */
export function withNamers<K extends string, R extends AnyRecord>(
  { kindOf, relations }: KindSet<K, R>,
  ids: Iterable<R['id']>,
  {
    namersOf,
    follows,
  }: { readonly namersOf: NamersOf<K, R>; readonly follows: (row: RelationRow<K>) => boolean },
): Set<R['id']> {
  const all = new Set(ids);
  // What is added while they are gone through is gone through too.
  for (const id of all) {
    for (const row of relations.tiesTo(kindOf(id)))
      if (follows(row)) for (const other of namersOf(row, id)) all.add(other);
  }
  return all;
}

/** Who names whom while an edit is being made: as among the records before it, and as in those that were put since. */
export class NamersInDraft<K extends string, R extends AnyRecord> {
  readonly #set: KindSet<K, R>;
  readonly #from: Tables<K, R>;
  /** Put records whose kind names others, in their order. */
  readonly #taken = new Map<K, R[]>();
  readonly #added = new Map<RelationRow<K>, { readonly namers: Map<string, Set<R['id']>>; seen: number }>();

  constructor(set: KindSet<K, R>, from: Tables<K, R>) {
    this.#set = set;
    this.#from = from;
  }

  /** A record is new or another one now. */
  took(record: R): void {
    const kind = this.#set.kindOf(record.id);
    if (!this.#set.relations.hasTies(kind)) return;
    const taken = this.#taken.get(kind);
    if (taken) taken.push(record);
    else this.#taken.set(kind, [record]);
  }

  /** The records that name another one by a relation; `get` gives each as it is now. */
  naming(row: RelationRow<K>, id: R['id'], get: (id: R['id']) => R | undefined): readonly R[] {
    const before = namersIn(tableIn(this.#from, row.from), row).get(id) ?? nobody;
    const added = this.#addedTo(row)?.get(id);
    if (before.length === 0 && !added) return nobody;
    const found: R[] = [];
    for (const namer of added ? new Set([...before, ...added]) : before) {
      const record = get(namer);
      if (record && namesIn(record, row).includes(id)) found.push(record);
    }
    return found;
  }

  #addedTo(row: RelationRow<K>): ReadonlyMap<string, ReadonlySet<R['id']>> | null {
    const taken = this.#taken.get(row.from);
    if (!taken) return null;
    const added = this.#added.get(row) ?? { namers: new Map<string, Set<R['id']>>(), seen: 0 };
    this.#added.set(row, added);
    for (; added.seen < taken.length; added.seen += 1) {
      const record = taken[added.seen];
      if (record) for (const id of namesIn(record, row)) note(added.namers, id, record.id);
    }
    return added.namers;
  }
}

function note<I>(namers: Map<string, Set<I>>, id: string, namer: I): void {
  const ids = namers.get(id);
  if (ids) ids.add(namer);
  else namers.set(id, new Set([namer]));
}
