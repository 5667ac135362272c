import { isAnchorField } from '../../plan/notes/attachments.ts';
import { kindOf } from '../../plan/plan.ts';
import type { AnyId, PlanRecord } from '../../plan/records/index.ts';
import { referencesOf } from '../../plan/references.ts';

/** Whether an id names what a record stands on: its floor, layer or phase. */
export function isStructureId(id: AnyId): boolean {
  const kind = kindOf(id);
  return kind === 'floor' || kind === 'layer' || kind === 'phase';
}

/**
 * The fields by which a record names others, structure aside, with `nameOf` the other one's new id.
 *
 * The points of notes have no fields of their own: see `renamedAnchors`. What `nameOf` answers with null is released; a copy of the record takes these fields.
 */
export function renamedReferences(
  record: PlanRecord,
  nameOf: (id: AnyId, field: string) => AnyId | null,
): Readonly<Record<string, AnyId | null>> {
  const fields: Record<string, AnyId | null> = {};
  for (const { field, id } of referencesOf(record)) {
    if (!isStructureId(id) && !isAnchorField(field)) fields[field] = nameOf(id, field);
  }
  return fields;
}
