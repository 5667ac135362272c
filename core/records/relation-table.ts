import type { AnyRecord } from './any-record.ts';
import type { Relation, RelationRow } from './relation.ts';

type Parts<K extends string> = {
  readonly kinds: readonly K[];
  readonly kindOf: (id: string) => K;
  readonly relationsOf: (kind: K) => Readonly<Record<string, Relation<K>>>;
  readonly ordering: ReadonlySet<K>;
};

/** A field of a record that names another record. */
export type Reference<R extends AnyRecord> = { readonly field: string; readonly id: R['id'] };

type Point = { readonly type: 'attached'; readonly record: string } | { readonly type: 'free' };

/** What the kinds of a set name of each other: one row a field, and what is asked of the rows. */
export class RelationTable<K extends string, R extends AnyRecord> {
  /** All rows, kind by kind, in the order of the fields. */
  readonly rows: readonly RelationRow<K>[];
  readonly #kindOf: (id: string) => K;
  readonly #ordering: ReadonlySet<K>;
  readonly #byKind: ReadonlyMap<K, readonly RelationRow<K>[]>;
  readonly #ties: ReadonlyMap<K, readonly RelationRow<K>[]>;
  readonly #shownWith: ReadonlyMap<K, readonly RelationRow<K>[]>;
  readonly #naming: ReadonlySet<K>;
  readonly #ranks = new Map<K, number>();

  constructor({ kinds, kindOf, relationsOf, ordering }: Parts<K>) {
    this.#kindOf = kindOf;
    this.#ordering = ordering;
    const rowsFrom = (from: K) =>
      Object.entries(relationsOf(from)).map(([field, relation]) => ({ ...relation, from, field }));
    this.#byKind = new Map(kinds.map((kind) => [kind, rowsFrom(kind)]));
    this.rows = [...this.#byKind.values()].flat();
    const ties = this.rows.filter((row) => this.isTie(row));
    this.#ties = new Map(kinds.map((kind) => [kind, ties.filter(({ to }) => to.includes(kind))]));
    this.#naming = new Set(ties.map(({ from }) => from));
    this.#shownWith = new Map(
      kinds.map((kind) => [kind, this.of(kind).filter(({ isShown }) => isShown !== 'without')]),
    );
  }

  /** The relations that a kind has to others, in the order of its fields. */
  of(kind: K): readonly RelationRow<K>[] {
    return this.#byKind.get(kind) ?? noRows;
  }

  /** Whether what has a relation stands in, on or by something, and not on or in what only orders the others. */
  isTie({ to }: Relation<K>): boolean {
    return !to.some((kind) => this.#ordering.has(kind));
  }

  /** The relations in which something can stand in, on or by a kind. */
  tiesTo(kind: K): readonly RelationRow<K>[] {
    return this.#ties.get(kind) ?? noRows;
  }

  /** Whether records of a kind can stand in, on or by others. */
  hasTies(kind: K): boolean {
    return this.#naming.has(kind);
  }

  /** The row of a field of a kind; throws where there is none. */
  row(kind: K, field: string): RelationRow<K> {
    const row = this.of(kind).find((each) => each.field === field);
    if (!row) throw new Error(`There is no relation of ${kind} by ${field}.`);
    return row;
  }

  /** The records that a record names, in the order of its fields. */
  referencesOf(record: R): readonly Reference<R>[] {
    const found: Reference<R>[] = [];
    for (const row of this.of(this.#kindOf(record.id)))
      for (const id of namesIn(record, row)) found.push({ field: row.field, id });
    return found;
  }

  /** Whether a record names what it cannot be without and what is not there, as a door its wall. */
  lacksHost(record: R, isThere: (id: R['id']) => boolean): boolean {
    return this.of(this.#kindOf(record.id)).some(
      (row) => row.without === 'cannot-be' && namesIn(record, row).some((id) => !isThere(id)),
    );
  }

  /** The records without which a record is not shown, as a door without its wall: of each list one has to be. */
  hostsItIsShownWith(record: R): readonly (readonly R['id'][])[] {
    const rows = this.#shownWith.get(this.#kindOf(record.id)) ?? noRows;
    if (rows.length === 0) return none;
    return rows.flatMap((row) => {
      const names = namesIn(record, row);
      // What is attached to nothing stands by itself.
      if (row.isShown === 'with-one') return names.length > 0 ? [names] : [];
      return names.map((id) => [id]);
    });
  }

  /** How many others may have to be there before a record of a kind: hosts come before what stands in them. */
  rankOf(kind: K): number {
    const known = this.#ranks.get(kind);
    if (known !== undefined) return known;
    const hosts = this.of(kind)
      .filter((row) => this.isTie(row))
      .flatMap(({ to }) => to);
    const rank = hosts.reduce((most, host) => Math.max(most, this.rankOf(host) + 1), 0);
    this.#ranks.set(kind, rank);
    return rank;
  }
}

const noRows: readonly never[] = [];
const none: readonly never[] = [];

/** The ids that a field of a record holds, as its relation says. */
export function namesIn<R extends AnyRecord>(
  record: R,
  { holds, field, to }: RelationRow,
): readonly R['id'][] {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field] ?? null;
  if (value === null) return none;
  if (holds === 'name') return [value as R['id']];
  if (holds === 'within') return idsWithin(value, to);
  const held = (Array.isArray(value) ? value : [value]) as readonly Point[];
  return held.flatMap((point) => (point.type === 'attached' ? [point.record] : []));
}

/** The ids of some kinds in a value, however deep, in the order of its fields. */
function idsWithin(value: unknown, to: readonly string[]): readonly string[] {
  if (typeof value === 'string') return to.some((kind) => value.startsWith(`${kind}:`)) ? [value] : none;
  if (typeof value !== 'object' || value === null) return none;
  return Object.values(value).flatMap((part) => idsWithin(part, to));
}
