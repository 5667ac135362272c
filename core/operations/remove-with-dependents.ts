import type { Draft } from '../plan/diff.ts';
import { isPlaced } from '../plan/plan.ts';
import type { AnyId, IdOf } from '../plan/records/index.ts';
import { dropEmptyGroups } from './groups/drop-empty-groups.ts';
import { freeAnchors } from './notes/free-anchors.ts';

/**
 * Removes records from the draft and keeps the rest sound: a wall takes its openings with it, a fence
 * releases its gates, a gate its barriers, what a camera is mounted on the camera, an opening or gate the
 * readers that control it, and the points of notes that are attached to any of it stay where they are;
 * a group that nothing is in any more goes too.
 *
 * Floors, layers and phases are not for this: they are in use by what stands on them.
 */
export function removeWithDependents(draft: Draft, ids: Iterable<AnyId>): void {
  const removed = new Set(ids);
  for (const { id, wall } of draft.all('opening')) if (removed.has(wall)) removed.add(id);
  const groups = groupsOf(draft, removed);
  freeAnchors(draft, removed);
  for (const id of removed) draft.remove(id);
  release(draft, removed);
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

function release(draft: Draft, removed: ReadonlySet<AnyId>): void {
  const isGone = (id: AnyId | null) => id !== null && removed.has(id);
  for (const gate of [...draft.all('gate')]) if (isGone(gate.fence)) draft.put({ ...gate, fence: null });
  for (const barrier of [...draft.all('barrier')]) {
    if (isGone(barrier.gate)) draft.put({ ...barrier, gate: null });
  }
  for (const camera of [...draft.all('camera')]) {
    if (isGone(camera.mountedOn)) draft.put({ ...camera, mountedOn: null });
  }
  for (const reader of [...draft.all('reader')]) {
    if (isGone(reader.controls)) draft.put({ ...reader, controls: null });
  }
}
