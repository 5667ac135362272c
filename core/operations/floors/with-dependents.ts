import { anchorsOf } from '../../plan/notes/attachments.ts';
import { getRecord, isKind, isPlaced, type Plan, recordsOf } from '../../plan/plan.ts';
import type { AnyId, PlacedRecord } from '../../plan/records/index.ts';

/**
 * The placed records among the given ones with what goes wherever they go: the openings of walls, the gates
 * of fences, and the notes that are attached to nothing else. O(openings, gates and notes).
 */
export function withDependents(plan: Plan, ids: Iterable<AnyId>): ReadonlySet<AnyId> {
  const isThere = (id: AnyId) => {
    const record = getRecord(plan, id);
    return record !== undefined && isPlaced(record);
  };
  const all = new Set([...ids].filter(isThere));
  for (const { id, wall } of recordsOf(plan, 'opening')) if (all.has(wall)) all.add(id);
  for (const { id, fence } of recordsOf(plan, 'gate')) if (fence !== null && all.has(fence)) all.add(id);
  for (const kind of ['dimension', 'callout'] as const) {
    for (const note of recordsOf(plan, kind)) if (isAttachedOnlyTo(note, all)) all.add(note.id);
  }
  return all;
}

function isAttachedOnlyTo(note: PlacedRecord, ids: ReadonlySet<AnyId>): boolean {
  const named = anchorsOf(note).flatMap((anchor) => (anchor.type === 'attached' ? [anchor.record] : []));
  return named.length > 0 && named.every((id) => ids.has(id));
}

/** Whether there is an opening among the records whose wall is not. */
export function hasLoneOpening(plan: Plan, ids: ReadonlySet<AnyId>): boolean {
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (record && isKind(record, 'opening') && !ids.has(record.wall)) return true;
  }
  return false;
}
