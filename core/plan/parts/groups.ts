import type { AnyId, IdOf, PlacedKind, PlacedRecord, PlanRecord, RecordOf } from '../kinds/index.ts';
import { getRecord, isKind, isPlaced, isPlacedKind, kinds, type Plan, tableOf } from '../plan.ts';

/** Most groups within each other: beyond it nobody finds the way, and every walk up stays short. */
export const DEEPEST_GROUP = 16;

type Lookup = (id: AnyId) => PlanRecord | undefined;
type GroupId = IdOf<'group'>;

/** The group and those around it, innermost first; no longer than one more than `DEEPEST_GROUP`. */
export function groupChain(lookup: Lookup, innermost: GroupId | null): readonly GroupId[] {
  const chain: GroupId[] = [];
  let next = innermost;
  while (next !== null && chain.length <= DEEPEST_GROUP) {
    chain.push(next);
    const group = lookup(next) as RecordOf<'group'> | undefined;
    next = group?.parent ?? null;
  }
  return chain;
}

/** Why a group cannot be where it is: within itself, or within too many others; null when it can. */
export function groupProblem(
  group: RecordOf<'group'>,
  lookup: Lookup,
): 'group-in-itself' | 'groups-too-deep' | null {
  const chain = groupChain(lookup, group.id);
  if (new Set(chain).size < chain.length) return 'group-in-itself';
  return chain.length > DEEPEST_GROUP ? 'groups-too-deep' : null;
}

/**
 * The group that stands for one of the given innermost group when `within` has been entered: the outermost
 * one inside it, of all when it is not inside; null for what is on its own there.
 */
export function groupShown(plan: Plan, innermost: GroupId | null, within: GroupId | null): GroupId | null {
  const chain = groupChain((id) => plan.tables.group.get(id as GroupId), innermost);
  const entered = within === null ? -1 : chain.indexOf(within);
  return (entered < 0 ? chain.at(-1) : chain[entered - 1]) ?? null;
}

const membersByPlan = new WeakMap<Plan, ReadonlyMap<GroupId, readonly AnyId[]>>();

/** The records that name each group, without those of the groups inside it. O(n) once a plan. */
function directMembers(plan: Plan): ReadonlyMap<GroupId, readonly AnyId[]> {
  const known = membersByPlan.get(plan);
  if (known) return known;
  const members = new Map<GroupId, AnyId[]>();
  for (const kind of kinds) {
    for (const record of tableOf(plan, kind).values()) {
      if (!isPlaced(record)) break;
      if (record.group === null) continue;
      const ofGroup = members.get(record.group);
      if (ofGroup) ofGroup.push(record.id);
      else members.set(record.group, [record.id]);
    }
  }
  membersByPlan.set(plan, members);
  return members;
}

/** The records that name a group as their innermost one. */
export function directMembersOf(plan: Plan, group: GroupId): readonly AnyId[] {
  return directMembers(plan).get(group) ?? [];
}

/** All records in a group and in the groups inside it. */
export function membersOf(plan: Plan, group: GroupId): readonly AnyId[] {
  const direct = directMembers(plan);
  const inside = new Set<GroupId>([group]);
  // A group is listed after those around it or before them: again until nothing is new.
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const { id, parent } of plan.tables.group.values()) if (parent && inside.has(parent)) inside.add(id);
  }
  return [...inside].flatMap((id) => direct.get(id) ?? []);
}

/** Whether a record is in a group or in one inside it; every record is in none. */
export function isInGroup(plan: Plan, id: AnyId, group: GroupId | null): boolean {
  return group === null || groupsAround(groupSourceOf(plan), getRecord(plan, id)).includes(group);
}

/** The records, each with all others of the group that stands for it while `within` is entered. */
export function withGroups(plan: Plan, ids: Iterable<AnyId>, within: GroupId | null): readonly AnyId[] {
  const all = new Set<AnyId>();
  const taken = new Set<GroupId>();
  for (const id of ids) {
    const record = getRecord(plan, id);
    const group = record && isPlaced(record) ? groupShown(plan, record.group, within) : null;
    all.add(id);
    if (group === null || taken.has(group)) continue;
    taken.add(group);
    for (const member of membersOf(plan, group)) all.add(member);
  }
  return [...all];
}

/** Where records are looked for: a plan, or a draft of one. */
export type GroupSource = {
  readonly get: Lookup;
  readonly all: (kind: PlacedKind) => Iterable<PlacedRecord>;
};

/**
 * The groups all of whose records are among the given ones: copies of these have groups of their own.
 * O(n), and at once when none of the given records is in a group.
 */
export function wholeGroups(source: GroupSource, ids: ReadonlySet<AnyId>): readonly RecordOf<'group'>[] {
  const whole = new Set<GroupId>();
  for (const id of ids) for (const group of groupsAround(source, source.get(id))) whole.add(group);
  if (whole.size === 0) return [];
  for (const record of placedOf(source)) {
    if (!ids.has(record.id)) for (const group of groupsAround(source, record)) whole.delete(group);
  }
  return [...whole]
    .map((id) => source.get(id))
    .filter((group) => group !== undefined && isKind(group, 'group'));
}

function* placedOf({ all }: GroupSource): Generator<PlacedRecord> {
  for (const kind of kinds) if (isPlacedKind(kind)) yield* all(kind);
}

function groupsAround({ get }: GroupSource, record: PlanRecord | undefined): readonly GroupId[] {
  return record && isPlaced(record) && record.group !== null ? groupChain(get, record.group) : [];
}

/** A plan as a place to look for records in. */
export function groupSourceOf(plan: Plan): GroupSource {
  return {
    get: (id) => getRecord(plan, id),
    all: (kind) => tableOf(plan, kind).values() as Iterable<PlacedRecord>,
  };
}
