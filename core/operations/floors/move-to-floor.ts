import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import { freedAnchors, withAnchors } from '../../plan/notes/attachments.ts';
import { groupSourceOf, wholeGroups } from '../../plan/parts/groups.ts';
import { isPlaced, type Plan } from '../../plan/plan.ts';
import type { AnyId, IdOf, PlacedRecord } from '../../plan/records/index.ts';
import { err, type Result } from '../../result.ts';
import { isLocked } from '../is-locked.ts';
import { freeAnchors } from '../notes/free-anchors.ts';
import type { ShapeRefusal } from '../shape-refusal.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { hasLoneOpening, withDependents } from './with-dependents.ts';

export type MoveToFloorRefusal = ShapeRefusal | 'not-found' | 'locked' | 'same-floor' | 'openings-need-walls';

/**
 * Diff that brings records to the same place of another floor, with what depends on them.
 *
 * See `copyToFloor` for what comes along. What goes from one floor to another lets go of what stays: a
 * camera of its wall, a gate of its fence, a note of its points, a record of a group that is not moved as
 * a whole. Refuses with 'same-floor' when all of it stands there already.
 */
export function moveToFloor(
  plan: Plan,
  ids: Iterable<AnyId>,
  floor: IdOf<'floor'>,
): Result<PlanDiff, MoveToFloorRefusal> {
  if (!plan.tables.floor.has(floor)) return err('not-found');
  const moved = withDependents(plan, ids);
  if (hasLoneOpening(plan, moved)) return err('openings-need-walls');
  return tryShapeEdit(plan, (draft) => {
    const lookup: Lookup = (id) => draft.get(id);
    const records = [...moved].flatMap((id) => {
      const record = draft.get(id);
      return record && isPlaced(record) ? [record] : [];
    });
    if (records.every((record) => record.floor === floor)) return 'same-floor';
    if (records.some((record) => isLocked(record, lookup))) return 'locked';
    freeAnchors(draft, moved);
    const whole = new Set(wholeGroups(groupSourceOf(plan), moved).map(({ id }) => id));
    for (const record of records) {
      const group = record.group !== null && whole.has(record.group) ? record.group : null;
      draft.put({ ...letGo(record, moved, lookup), floor, group });
    }
    for (const id of whole) leaveParent(draft, id, whole);
    releaseAcross(draft, moved);
    return null;
  });
}

/** A note lets go of the points that it has on records which stay. */
function letGo(record: PlacedRecord, moved: ReadonlySet<AnyId>, lookup: Lookup): PlacedRecord {
  return withAnchors(record, (anchor) =>
    anchor.type === 'attached' && !moved.has(anchor.record) ? freedAnchors(record, anchor, lookup) : [anchor],
  );
}

function leaveParent(draft: Draft, id: IdOf<'group'>, whole: ReadonlySet<IdOf<'group'>>): void {
  const group = draft.get(id);
  if (group?.parent && !whole.has(group.parent)) draft.put({ ...group, parent: null });
}

/** Parts what names each other from one floor to another. */
function releaseAcross(draft: Draft, moved: ReadonlySet<AnyId>): void {
  const isParted = (id: AnyId, other: AnyId | null) => other !== null && moved.has(id) !== moved.has(other);
  for (const gate of [...draft.all('gate')]) {
    if (isParted(gate.id, gate.fence)) draft.put({ ...gate, fence: null });
  }
  for (const barrier of [...draft.all('barrier')]) {
    if (isParted(barrier.id, barrier.gate)) draft.put({ ...barrier, gate: null });
  }
  for (const camera of [...draft.all('camera')]) {
    if (isParted(camera.id, camera.mountedOn)) draft.put({ ...camera, mountedOn: null });
  }
  for (const reader of [...draft.all('reader')]) {
    if (isParted(reader.id, reader.controls)) draft.put({ ...reader, controls: null });
  }
}
