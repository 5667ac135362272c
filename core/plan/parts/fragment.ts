import type { Box } from '../../geometry/box.ts';
import type { Lookup } from '../integrity.ts';
import { type AnyId, type PlacedRecord, type PlanRecord, planKinds, type RecordOf } from '../kinds/index.ts';
import { renamedAnchors } from '../notes/attachments.ts';
import { getRecord, isKind, isPlaced, type Plan, planOf } from '../plan.ts';
import { lacksHost, referencesOf } from '../relations.ts';
import { planBounds } from '../shape.ts';
import { groupSourceOf, wholeGroups } from './groups.ts';
import { namersInPlan, withRelated } from './related.ts';

/** What records stand on, of which only the names are taken over where they are inserted. */
export type Ground = RecordOf<'floor'> | RecordOf<'layer'> | RecordOf<'phase'>;

/** A part of a plan that can be put into any plan: placed records, and the ground they name. */
export type Fragment = {
  readonly records: readonly PlacedRecord[];
  readonly ground: readonly Ground[];
  /** The groups that are in it as a whole. */
  readonly groups: readonly RecordOf<'group'>[];
};

/** Whether a record is a floor, a layer or a phase. */
export function isGround(record: PlanRecord): record is Ground {
  return isKind(record, 'floor') || isKind(record, 'layer') || isKind(record, 'phase');
}

/** A plan of a fragment alone, as far as it has what a plan needs; its settings are those of a new plan. */
export function planOfFragment({ ground, groups, records }: Fragment): Plan {
  return planOf([{ id: 'settings:plan', ...planKinds.settings.defaults }, ...ground, ...groups, ...records]);
}

/**
 * The placed records among the given ones and the openings of the walls among them, with their ground.
 *
 * A point of a note stays where it is when what it is on does not come along, or cannot be put anywhere: a door
 * whose wall is not among them.
 */
export function fragmentOf(plan: Plan, ids: Iterable<AnyId>): Fragment {
  const given = withRelated(ids, namersInPlan(plan), ({ onCopy }) => onCopy === 'comes');
  const lookup: Lookup = (id) => getRecord(plan, id);
  const comes = (id: AnyId) => given.has(id);
  const stands = (id: AnyId) => {
    const record = comes(id) ? lookup(id) : undefined;
    return record !== undefined && !lacksHost(record, comes);
  };
  const records: PlacedRecord[] = [];
  const named = new Set<AnyId>();
  for (const id of given) {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record)) continue;
    records.push(renamedAnchors(record, (other) => (stands(other) ? other : null), lookup));
    for (const reference of referencesOf(record)) named.add(reference.id);
  }
  const ground = [...named].map((id) => getRecord(plan, id)).filter((record) => record && isGround(record));
  return { records, ground: ground as readonly Ground[], groups: wholeGroups(groupSourceOf(plan), given) };
}

/** The box around everything in a fragment, metres; null when nothing in it has a place. */
export function boundsOfFragment({ records, ground, groups }: Fragment): Box | null {
  return planBounds(planOf([...ground, ...groups, ...records]));
}
