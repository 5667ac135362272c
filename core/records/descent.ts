import type { AnyRecord } from './any-record.ts';

type Table = ReadonlyMap<string, AnyRecord>;

/** The table that another one is a copy of, and the records in which the copy may differ. */
type Descent = { readonly from: WeakRef<Table>; readonly ids: readonly string[] };

// Kept beside the tables: a table that nobody has any more is not kept by those that were made of it.
const descents = new WeakMap<Table, Descent>();

/** So many edits are gone back at most: beyond that a look at each record costs as little. */
const MOST_EDITS = 64;

/** Notes that an edit made one table of another, and of which records it is another one. */
export function noteDescent(made: Table, from: Table, ids: readonly string[]): void {
  descents.set(made, { from: new WeakRef(from), ids });
}

/** The ids of all records in which a table can differ from an earlier one; null where that is not known. O(edits). */
export function idsChangedSince(from: Table, to: Table): ReadonlySet<string> | null {
  const ids = new Set<string>();
  let table: Table | undefined = to;
  for (let edit = 0; edit < MOST_EDITS && table && table !== from; edit += 1) {
    const descent = descents.get(table);
    for (const id of descent?.ids ?? []) ids.add(id);
    table = descent?.from.deref();
  }
  return table === from ? ids : null;
}
