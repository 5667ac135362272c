import type { Draft } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import { freedAnchors, withAnchors } from '../../plan/notes/attachments.ts';
import type { AnyId } from '../../plan/records/index.ts';
import { notesOn } from './notes-on.ts';

/** Frees the points of notes that are attached to records which are about to go: they stay where they are. */
export function freeAnchors(draft: Draft, removed: ReadonlySet<AnyId>): void {
  const lookup: Lookup = (id) => draft.get(id);
  for (const note of [...notesOn(draft, (id) => removed.has(id))]) {
    if (removed.has(note.id)) continue;
    draft.put(
      withAnchors(note, (anchor) =>
        anchor.type === 'attached' && removed.has(anchor.record)
          ? freedAnchors(note, anchor, lookup)
          : [anchor],
      ),
    );
  }
}
