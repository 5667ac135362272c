import type { Lookup } from '../../plan/integrity.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { renamedAnchors } from '../../plan/notes/attachments.ts';
import { kindOf } from '../../plan/plan.ts';
import { type RelationRow, relationsOf } from '../../plan/relations.ts';
import { namesIn } from '../../records/relation-table.ts';

/** The name that a record of another name has; null lets go of it. */
export type NameOf = (id: AnyId, row: RelationRow) => AnyId | null;

/**
 * A copy of a record that names others by their new names, what it stands on (floor, layer, phase) aside.
 *
 * Where `nameOf` answers with null a field is null, and a point of a note stays where it is.
 */
export function renamed<R extends PlanRecord>(record: R, nameOf: NameOf, lookup: Lookup): R {
  let copy: R = record;
  for (const row of relationsOf(kindOf(record.id))) {
    if (row.without === 'keeps') continue;
    if (row.holds === 'points') copy = renamedAnchors(copy, (id) => nameOf(id, row), lookup);
    else for (const id of namesIn(record, row)) copy = { ...copy, [row.field]: nameOf(id, row) };
  }
  return copy;
}
