import { definitionOf, type NamingField, type Relation } from './kinds/definition.ts';
import type { AnyId, Kind, PlanRecord } from './kinds/index.ts';
import { kindOf, kinds } from './plan.ts';

/** A row of the table with where it stands: in the definition of `from`, at `field`. */
export type RelationRow = Relation & { readonly from: Kind; readonly field: string };

function rowsFrom(from: Kind): readonly RelationRow[] {
  const rows: Readonly<Record<string, Relation>> = definitionOf(from).relations;
  return Object.entries(rows).map(([field, relation]) => ({ ...relation, from, field }));
}

const byKind = new Map(kinds.map((kind) => [kind, rowsFrom(kind)]));
const noRows: readonly RelationRow[] = [];

/** All rows of the table. */
export const relationRows: readonly RelationRow[] = [...byKind.values()].flat();

/** The relations that a kind has to others, in the order of its fields. */
export function relationsOf(kind: Kind): readonly RelationRow[] {
  return byKind.get(kind) ?? noRows;
}

/** Whether what has a relation stands in, on or by something that was drawn, and not on or in what only orders a plan. */
export function isTie({ to }: Relation): boolean {
  return !to.some((kind) => ordering.has(kind));
}

const ordering: ReadonlySet<Kind> = new Set(['floor', 'layer', 'phase', 'group']);

const tiesByHost = new Map(
  kinds.map((kind) => [kind, relationRows.filter((row) => isTie(row) && row.to.includes(kind))]),
);

/** The relations in which something can stand in, on or by a kind. */
export function tiesTo(kind: Kind): readonly RelationRow[] {
  return tiesByHost.get(kind) ?? noRows;
}

/** The row of a field of a kind. */
export function rowOf<K extends Kind>(kind: K, field: NamingField<K>): RelationRow {
  const row = relationsOf(kind).find((each) => each.field === field);
  if (!row) throw new Error(`There is no relation of ${kind} by ${String(field)}.`);
  return row;
}

/** A field of a record that names another record. */
export type Reference = { readonly field: string; readonly id: AnyId };

type Point = { readonly type: 'attached'; readonly record: AnyId } | { readonly type: 'free' };

/** The ids that a field of a record holds, as its relation says. */
export function namesIn(record: PlanRecord, { holds, field, to }: RelationRow): readonly AnyId[] {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field] ?? null;
  if (value === null) return none;
  if (holds === 'name') return [value as AnyId];
  if (holds === 'within') return idsWithin(value, to);
  const held = (Array.isArray(value) ? value : [value]) as readonly Point[];
  return held.flatMap((point) => (point.type === 'attached' ? [point.record] : []));
}

/** The ids of some kinds in a value, however deep, in the order of its fields. */
function idsWithin(value: unknown, to: readonly Kind[]): readonly AnyId[] {
  if (typeof value === 'string')
    return to.some((kind) => value.startsWith(`${kind}:`)) ? [value as AnyId] : none;
  if (typeof value !== 'object' || value === null) return none;
  return Object.values(value).flatMap((part) => idsWithin(part, to));
}

const none: readonly AnyId[] = [];

/** The records that a record names, in the order of its fields. */
export function referencesOf(record: PlanRecord): readonly Reference[] {
  const found: Reference[] = [];
  for (const row of relationsOf(kindOf(record.id)))
    for (const id of namesIn(record, row)) found.push({ field: row.field, id });
  return found;
}

/** Whether a record names what it cannot be without and what is not there, as a door its wall. */
export function lacksHost(record: PlanRecord, isThere: (id: AnyId) => boolean): boolean {
  return relationsOf(kindOf(record.id)).some(
    (row) => row.without === 'cannot-be' && namesIn(record, row).some((id) => !isThere(id)),
  );
}

const shownWith = new Map(
  kinds.map((kind) => [kind, relationsOf(kind).filter(({ isShownWith }) => isShownWith)]),
);

/** The records without which a record is not shown, as a door without its wall. */
export function hostsItIsShownWith(record: PlanRecord): readonly AnyId[] {
  const rows = shownWith.get(kindOf(record.id)) ?? noRows;
  return rows.length === 0 ? none : rows.flatMap((row) => namesIn(record, row));
}

const ranks = new Map<Kind, number>();

/** How many others may have to be there before a record of a kind: hosts come before what stands in them. */
export function rankOf(kind: Kind): number {
  const known = ranks.get(kind);
  if (known !== undefined) return known;
  const hosts = relationsOf(kind)
    .filter(isTie)
    .flatMap(({ to }) => to);
  const rank = hosts.reduce((most, host) => Math.max(most, rankOf(host) + 1), 0);
  ranks.set(kind, rank);
  return rank;
}
