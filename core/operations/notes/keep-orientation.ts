import type { Draft } from '../../plan/diff.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { withAnchors } from '../../plan/notes/attachments.ts';
import { oriented, turnedPlace } from '../../plan/parts/rings.ts';
import { notesOn } from './notes-on.ts';

/**
 * Puts the rings of records in the draft the way round that records keep them; what is attached to their
 * corners and edges stays on these.
 */
export function keepOrientation(draft: Draft, ids: Iterable<AnyId>): void {
  const turned = new Map<AnyId, { readonly before: PlanRecord; readonly after: PlanRecord }>();
  for (const id of ids) {
    const before = draft.get(id);
    const after = before && oriented(before);
    if (!before || !after || after === before) continue;
    turned.set(id, { before, after });
    draft.put(after);
  }
  if (turned.size === 0) return;
  for (const note of notesOn(draft, turned.keys())) {
    draft.put(
      withAnchors(note, (anchor) => {
        const turn = anchor.type === 'attached' ? turned.get(anchor.record) : undefined;
        if (anchor.type === 'free' || !turn) return [anchor];
        return [{ ...anchor, place: turnedPlace(anchor.place, turn.before, turn.after) }];
      }),
    );
  }
}
