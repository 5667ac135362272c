import type { Draft } from '../../plan/diff.ts';
import { anchorsOf } from '../../plan/notes/attachments.ts';
import type { AnyId, PlanRecord } from '../../plan/records/index.ts';

/** Kinds whose points may be attached to other records. */
const noteKinds = ['dimension', 'callout'] as const;

/** The notes with a point attached to a record that is wanted. O(points of notes). */
export function* notesOn(draft: Draft, isWanted: (id: AnyId) => boolean): Generator<PlanRecord> {
  for (const kind of noteKinds) {
    for (const note of draft.all(kind)) {
      if (anchorsOf(note).some((anchor) => anchor.type === 'attached' && isWanted(anchor.record))) yield note;
    }
  }
}
