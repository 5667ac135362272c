import type { RelationRow as RowBetween } from '../records/relation.ts';
import { namesIn, type Reference } from '../records/relation-table.ts';
import type { NamingField, Relation } from './kinds/definition.ts';
import type { AnyId, Kind, PlanRecord } from './kinds/index.ts';
import { isPlaced, kindOf, kinds } from './plan.ts';
import { planSet } from './plan-set.ts';

/** A row of the table with where it stands: in the definition of `from`, at `field`. */
export type RelationRow = RowBetween<Kind>;

const { relations } = planSet;

/** All rows of the table. */
export const relationRows: readonly RelationRow[] = relations.rows;

/** The relations that a kind has to others, in the order of its fields. */
export function relationsOf(kind: Kind): readonly RelationRow[] {
  return relations.of(kind);
}

/** Whether what has a relation stands in, on or by something that was drawn, and not on or in what only orders a plan. */
export function isTie(relation: Relation): boolean {
  return relations.isTie(relation);
}

/** The relations in which something can stand in, on or by a kind. */
export function tiesTo(kind: Kind): readonly RelationRow[] {
  return relations.tiesTo(kind);
}

/** The row of a field of a kind. */
export function rowOf<K extends Kind>(kind: K, field: NamingField<K>): RelationRow {
  return relations.row(kind, String(field));
}

/** The records that a record names, in the order of its fields. */
export function referencesOf(record: PlanRecord): readonly Reference<PlanRecord>[] {
  return relations.referencesOf(record);
}

/** Whether a record names what it cannot be without and what is not there, as a door its wall. */
export function lacksHost(record: PlanRecord, isThere: (id: AnyId) => boolean): boolean {
  return relations.lacksHost(record, isThere);
}

/** The records without which a record is not shown, as a door without its wall: of each list one has to be. */
export function hostsItIsShownWith(record: PlanRecord): readonly (readonly AnyId[])[] {
  return relations.hostsItIsShownWith(record);
}

/** How many others may have to be there before a record of a kind: hosts come before what stands in them. */
export function rankOf(kind: Kind): number {
  return relations.rankOf(kind);
}

/** A field of a record that names something on another floor than its own. */
export type Crossing = { readonly field: string; readonly id: AnyId };

/**
 * Where a record names what stands on another floor, in the order of its fields. No edit brings that about; it is not
 * among the rules of `checkIntegrity`, since plans of earlier versions have it, and undo leads back to them.
 */
export function crossingsOf(
  record: PlanRecord,
  lookup: (id: AnyId) => PlanRecord | undefined,
): readonly Crossing[] {
  if (!isPlaced(record)) return none;
  const found: Crossing[] = [];
  for (const row of tiesOf(kindOf(record.id))) {
    for (const id of namesIn(record, row)) {
      const other = lookup(id);
      if (other && isPlaced(other) && other.floor !== record.floor) found.push({ field: row.field, id });
    }
  }
  return found;
}

const none: readonly Crossing[] = [];

const ties = new Map(kinds.map((kind) => [kind, relationsOf(kind).filter(isTie)]));

/** The relations by which a kind stands in, on or by others. */
export function tiesOf(kind: Kind): readonly RelationRow[] {
  return ties.get(kind) ?? [];
}
