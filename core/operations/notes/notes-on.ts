import type { Draft } from '../../plan/diff.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { kindOf } from '../../plan/plan.ts';
import { tiesTo } from '../../plan/relations.ts';

/** The notes with a point attached to any of some records, each once. O(records and notes found). */
export function notesOn(draft: Draft, ids: Iterable<AnyId>): Iterable<PlanRecord> {
  const notes = new Map<AnyId, PlanRecord>();
  for (const id of ids) {
    for (const row of tiesTo(kindOf(id)))
      if (row.holds === 'points') for (const note of draft.naming(row, id)) notes.set(note.id, note);
  }
  return notes.values();
}
