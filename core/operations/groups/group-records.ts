import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf, PlacedRecord } from '../../plan/kinds/index.ts';
import { directMembersOf, groupProblem, groupShown } from '../../plan/parts/groups.ts';
import { getRecord, isPlaced, type Plan } from '../../plan/plan.ts';
import { err, type Result } from '../../result.ts';
import { isLocked } from '../is-locked.ts';
import { tryEdit } from '../try-edit.ts';

type GroupId = IdOf<'group'>;
export type Grouping = {
  readonly id: GroupId;
  readonly name: string;
  /** The group that has been entered; the new one is inside it. */
  readonly within: GroupId | null;
};

/**
 * Diff that makes a group of records; a group that one of them is in comes into it as a whole.
 *
 * Refuses with 'too-few-to-group' when there are not two things to take together, with 'locked' when one
 * of the records is, and with 'groups-too-deep' when groups would be more than 16 within each other.
 */
export function groupRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  { id, name, within }: Grouping,
): Result<PlanDiff, 'too-few-to-group' | 'locked' | 'groups-too-deep'> {
  return tryEdit(plan, (draft) => {
    const lookup = (other: AnyId) => draft.get(other);
    const records = [...ids]
      .map(lookup)
      .filter((record): record is PlacedRecord => !!record && isPlaced(record));
    if (records.some((record) => isLocked(record, lookup))) return 'locked';
    const shown = new Set<PlacedRecord | GroupId>(
      records.map((record) => groupShown(plan, record.group, within) ?? record),
    );
    if (shown.size < 2) return 'too-few-to-group';
    draft.put({ id, name, parent: within });
    for (const member of shown) {
      if (typeof member !== 'string') draft.put({ ...member, group: id });
      else putParent(draft, member, id);
    }
    for (const group of draft.all('group')) if (groupProblem(group, lookup)) return 'groups-too-deep';
    return null;
  });
}

function putParent(draft: Draft, id: GroupId, parent: GroupId | null): void {
  const group = draft.get(id);
  if (group) draft.put({ ...group, parent });
}

/**
 * Diff that dissolves the groups that stand for the given records; what was in them comes into the group
 * around them. Refuses with 'not-grouped' when there are none.
 */
export function ungroupRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  within: GroupId | null,
): Result<PlanDiff, 'not-grouped' | 'locked'> {
  const dissolved = groupsOf(plan, ids, within);
  if (dissolved.size === 0) return err('not-grouped');
  return tryEdit(plan, (draft) => {
    for (const { id, parent } of plan.tables.group.values()) {
      if (parent !== null && dissolved.has(parent)) putParent(draft, id, dissolved.get(parent) ?? null);
    }
    const members = placedIn(plan, dissolved);
    if (members.some((member) => isLocked(member, (other) => draft.get(other)))) return 'locked';
    for (const member of members) {
      const group = member.group && dissolved.get(member.group);
      draft.put({ ...member, group: group ?? null });
    }
    for (const group of dissolved.keys()) draft.remove(group);
    return null;
  });
}

/** The groups that stand for the records, each with the group around it. */
function groupsOf(
  plan: Plan,
  ids: Iterable<AnyId>,
  within: GroupId | null,
): ReadonlyMap<GroupId, GroupId | null> {
  const groups = new Map<GroupId, GroupId | null>();
  for (const id of ids) {
    const record = getRecord(plan, id);
    const group = record && isPlaced(record) ? groupShown(plan, record.group, within) : null;
    if (group !== null) groups.set(group, plan.tables.group.get(group)?.parent ?? null);
  }
  return groups;
}

function placedIn(plan: Plan, groups: ReadonlyMap<GroupId, unknown>): readonly PlacedRecord[] {
  return [...groups.keys()].flatMap((group) =>
    directMembersOf(plan, group).flatMap((id) => {
      const record = getRecord(plan, id);
      return record && isPlaced(record) ? [record] : [];
    }),
  );
}
