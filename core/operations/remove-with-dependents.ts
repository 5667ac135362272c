import type { Draft } from '../plan/diff.ts';
import type { AnyId, IdOf } from '../plan/kinds/index.ts';
import { withRelated } from '../plan/parts/related.ts';
import { isPlaced } from '../plan/plan.ts';
import { dropEmptyGroups } from './groups/drop-empty-groups.ts';
import { namersInDraft } from './hosted.ts';
import { partFrom } from './related/part-from.ts';

/**
 * Removes records from the draft and keeps the rest sound: a wall takes its openings with it, and what names any of
 * it otherwise lets go, as `relations` say; a group that nothing is in any more goes too.
 *
 * Floors, layers and phases are not for this: they are in use by what stands on them.
 */
export function removeWithDependents(draft: Draft, ids: Iterable<AnyId>): void {
  const removed = withRelated(ids, namersInDraft(draft), ({ onDelete }) => onDelete === 'goes');
  const groups = groupsOf(draft, removed);
  partFrom(draft, removed);
  for (const id of removed) draft.remove(id);
  dropEmptyGroups(draft, groups);
}

/** The groups that the records are in. */
function groupsOf(draft: Draft, ids: ReadonlySet<AnyId>): ReadonlySet<IdOf<'group'>> {
  const groups = new Set<IdOf<'group'>>();
  for (const id of ids) {
    const record = draft.get(id);
    if (record && isPlaced(record) && record.group !== null) groups.add(record.group);
  }
  return groups;
}
