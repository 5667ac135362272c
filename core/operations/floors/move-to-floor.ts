import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { AnyId, IdOf } from '../../plan/kinds/index.ts';
import { groupSourceOf, wholeGroups } from '../../plan/parts/groups.ts';
import { letGo } from '../../plan/parts/let-go.ts';
import { isPlaced, type Plan } from '../../plan/plan.ts';
import { err, type Result } from '../../result.ts';
import { isLocked } from '../is-locked.ts';
import { partFrom } from '../related/part-from.ts';
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
    partFrom(draft, moved);
    const whole = new Set(wholeGroups(groupSourceOf(plan), moved).map(({ id }) => id));
    for (const record of records) {
      const group = record.group !== null && whole.has(record.group) ? record.group : null;
      draft.put({ ...letGo(record, (id) => !moved.has(id), lookup), floor, group });
    }
    for (const id of whole) leaveParent(draft, id, whole);
    return null;
  });
}

function leaveParent(draft: Draft, id: IdOf<'group'>, whole: ReadonlySet<IdOf<'group'>>): void {
  const group = draft.get(id);
  if (group?.parent && !whole.has(group.parent)) draft.put({ ...group, parent: null });
}
