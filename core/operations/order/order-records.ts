import Flatbush from 'flatbush';
import { boxesTouch } from '../../geometry/box.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, PlacedRecord, PlanRecord } from '../../plan/kinds/index.ts';
import { getRecord, isPlaced, kindOf, type Plan, tableOf } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import type { Result } from '../../result.ts';
import { tryEdit } from '../try-edit.ts';
import { putAllUpdated, type Update, type UpdateRefusal } from '../update-records.ts';

/** To the very front or back, or past what lies next above or beneath. */
export const orderWays = ['front', 'forward', 'backward', 'back'] as const;
export type OrderWay = (typeof orderWays)[number];

/**
 * Diff that draws records above or beneath others of their kind on their floor; kinds keep their places.
 *
 * `forward` and `backward` go past the next record that overlaps, `front` and `back` past all. Several
 * keep their order among themselves. Refuses with 'nothing-to-pass' when there is none to go past.
 */
export function orderRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  way: OrderWay,
): Result<PlanDiff, UpdateRefusal | 'nothing-to-pass'> {
  return tryEdit(plan, (draft) => {
    const chosen = new Set(ids);
    const updates: Update[] = [];
    for (const moved of byKindAndFloor(plan, chosen)) {
      const first = firstOrder(moved, othersAround(plan, moved, { chosen, way }), way);
      if (first === null) continue;
      const ranks = new Map(distinctOrders(moved).map((order, rank) => [order, rank]));
      for (const { id, order } of moved) {
        updates.push({ id, fields: { order: first + (ranks.get(order) ?? 0) } });
      }
    }
    return updates.length > 0 ? putAllUpdated(draft, updates) : 'nothing-to-pass';
  });
}

type Same = readonly PlacedRecord[];

function byKindAndFloor(plan: Plan, ids: ReadonlySet<AnyId>): Iterable<Same> {
  const sorted = new Map<string, PlacedRecord[]>();
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record)) continue;
    const key = `${kindOf(id)} ${record.floor}`;
    const same = sorted.get(key);
    if (same) same.push(record);
    else sorted.set(key, [record]);
  }
  return sorted.values();
}

type Around = { readonly chosen: ReadonlySet<AnyId>; readonly way: OrderWay };

/** The orders of the records that are passed: all of the kind on the floor, or those that overlap. */
function othersAround(plan: Plan, moved: Same, { chosen, way }: Around): readonly number[] {
  const [first] = moved;
  if (!first) return [];
  const isNear = way === 'front' || way === 'back' ? () => true : overlapping(plan, moved);
  const orders: number[] = [];
  for (const other of tableOf(plan, kindOf(first.id)).values()) {
    if (!isPlaced(other) || other.floor !== first.floor || chosen.has(other.id)) continue;
    if (isNear(other)) orders.push(other.order);
  }
  return orders;
}

function overlapping(plan: Plan, moved: Same): (other: PlanRecord) => boolean {
  const boxes = moved.flatMap((record) => boundsOf(record, plan) ?? []);
  if (boxes.length === 0) return () => false;
  const tree = new Flatbush(boxes.length);
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY);
  tree.finish();
  let [met] = boxes;
  return (other) => {
    const box = boundsOf(other, plan);
    if (box === null) return false;
    // Where very many lie over each other the one that was met last is met again: all of them are not listed.
    if (met && boxesTouch(met, box)) return true;
    const [index] = tree.search(box.minX, box.minY, box.maxX, box.maxY);
    met = index === undefined ? met : boxes[index];
    return index !== undefined;
  };
}

/** The lowest order that the moved ones get; null when they lie where they should already. */
function firstOrder(moved: Same, others: readonly number[], way: OrderWay): number | null {
  const own = distinctOrders(moved);
  const [lowest = 0, highest = 0] = [own[0], own.at(-1)];
  // One that has the same order may lie on either side: it is passed to be sure.
  const above = others.filter((order) => order >= lowest);
  const beneath = others.filter((order) => order <= highest);
  if (way === 'front' || way === 'forward') {
    if (above.length === 0) return null;
    return (way === 'front' ? highestOf(above) : lowestOf(above)) + 1;
  }
  if (beneath.length === 0) return null;
  return (way === 'back' ? lowestOf(beneath) : highestOf(beneath)) - own.length;
}

// A floor can hold more records than a call takes arguments.
const lowestOf = (orders: readonly number[]) => orders.reduce((least, order) => Math.min(least, order));
const highestOf = (orders: readonly number[]) => orders.reduce((most, order) => Math.max(most, order));

function distinctOrders(records: Same): readonly number[] {
  return [...new Set(records.map(({ order }) => order))].sort((first, second) => first - second);
}
