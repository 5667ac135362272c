import { grownBox } from '../geometry/box.ts';
import { distanceTo } from '../plan/hit.ts';
import type { Kind, PlacedRecord, PlanRecord } from '../plan/kinds/index.ts';
import { getRecord, isKind, isPlaced, kindOf, type Plan } from '../plan/plan.ts';
import { boundsOf } from '../plan/shape.ts';
import type { SpatialIndex } from '../plan/spatial-index.ts';
import { recordMiddle } from './record-measures.ts';

export type NearRecord = { readonly record: PlacedRecord; readonly distance: number };

/**
 * The other records of some kinds on a record's floor whose boxes come within `reach` metres of its own.
 *
 * In no particular order; none for what has no place. O(records there), by the index.
 */
export function recordsAround(
  { plan, index }: { readonly plan: Plan; readonly index: SpatialIndex },
  {
    owner,
    kinds,
    reach,
  }: { readonly owner: PlacedRecord; readonly kinds: readonly Kind[]; readonly reach: number },
): readonly PlacedRecord[] {
  const box = boundsOf(owner, plan);
  if (!box) return [];
  return index.query(grownBox(box, reach), owner.floor).flatMap((id) => {
    if (id === owner.id || !kinds.includes(kindOf(id))) return [];
    const record = getRecord(plan, id);
    return record && isPlaced(record) ? [record] : [];
  });
}

/** What decides where the records are: they themselves, and the walls that openings lie in. */
export function whatPlaces(records: readonly PlacedRecord[], plan: Plan): readonly PlanRecord[] {
  return records.flatMap((record) => {
    const wall = isKind(record, 'opening') ? plan.tables.wall.get(record.wall) : undefined;
    return wall ? [record, wall] : [record];
  });
}

/** The `most` records nearest to the middle of another one, nearest first; distances in metres. */
export function nearestOf(
  records: readonly PlacedRecord[],
  { plan, owner, most }: { readonly plan: Plan; readonly owner: PlacedRecord; readonly most: number },
): readonly NearRecord[] {
  const from = recordMiddle(owner, plan);
  if (!from) return [];
  return records
    .map((record) => ({ record, distance: distanceTo(record, plan, from) }))
    .toSorted((one, other) => one.distance - other.distance || (one.record.id < other.record.id ? -1 : 1))
    .slice(0, most);
}
