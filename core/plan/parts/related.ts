import { type NamersOf as NamersBetween, namersAmong, withNamers } from '../../records/namers.ts';
import type { AnyId, Kind, PlanRecord } from '../kinds/index.ts';
import { kindOf, type Plan } from '../plan.ts';
import { planSet } from '../plan-set.ts';
import { type RelationRow, tiesTo } from '../relations.ts';

/** Who names a record of a plan by a relation. */
export type NamersOf = NamersBetween<Kind, PlanRecord>;

/** Who names a record of a plan by a relation. O(found), once O(records of the naming kind) for a table. */
export function namersInPlan(plan: Plan): NamersOf {
  return namersAmong<Kind, PlanRecord>(plan);
}

/**
 * The records with all that stands in, on or by them through the relations that are followed, and what stands in
 * that in turn. O(given and found).
 */
export function withRelated(
  ids: Iterable<AnyId>,
  namersOf: NamersOf,
  follows: (row: RelationRow) => boolean,
): Set<AnyId> {
  return withNamers(planSet, ids, { namersOf, follows });
}

/** What goes along when records are moved as a whole, themselves included; what is attached to them is not among it. */
export function movingWith(ids: Iterable<AnyId>, namersOf: NamersOf): ReadonlySet<AnyId> {
  return withRelated(ids, namersOf, ({ onMove, holds }) => onMove !== 'stays' && holds === 'name');
}

/** What lies or looks different when records change, these themselves left out unless they are among it. */
export function lookingBy(plan: Plan, ids: Iterable<AnyId>): ReadonlySet<AnyId> {
  const found = new Set<AnyId>();
  const namersOf = namersInPlan(plan);
  const addOf = (id: AnyId) => {
    for (const row of tiesTo(kindOf(id)))
      if (row.looksBy) for (const other of namersOf(row, id)) found.add(other);
  };
  for (const id of ids) addOf(id);
  for (const id of found) addOf(id);
  return found;
}
