import type { AnyRecord } from './any-record.ts';
import type { KindSet } from './kind-set.ts';

/** Records by kind and id, immutable, in the order they were put in. */
export type Tables<K extends string, R extends AnyRecord> = {
  readonly tables: { readonly [P in K]: ReadonlyMap<R['id'], R> };
};

/** The table of a kind. */
export function tableIn<K extends string, R extends AnyRecord>(
  { tables }: Tables<K, R>,
  kind: K,
): ReadonlyMap<R['id'], R> {
  return tables[kind];
}

/** Tables without any record. */
export function emptyTables<K extends string, R extends AnyRecord>({
  kinds,
}: Pick<KindSet<K, R>, 'kinds'>): Tables<K, R> {
  const tables = Object.fromEntries(kinds.map((kind) => [kind, new Map()]));
  return { tables: tables as unknown as Tables<K, R>['tables'] };
}

/** Tables of the given records; later ones replace earlier ones of the same id. */
export function tablesOf<K extends string, R extends AnyRecord>(
  set: KindSet<K, R>,
  records: Iterable<R>,
): Tables<K, R> {
  const filled = emptyTables<K, R>(set);
  for (const record of records)
    (filled.tables[set.kindOf(record.id)] as Map<R['id'], R>).set(record.id, record);
  return filled;
}

/** All records, kind by kind. */
export function* recordsIn<K extends string, R extends AnyRecord>(
  { kinds }: KindSet<K, R>,
  { tables }: Tables<K, R>,
): Generator<R> {
  for (const kind of kinds) yield* tables[kind].values();
}
