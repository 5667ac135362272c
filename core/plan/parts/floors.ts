import type { IdOf, RecordOf } from '../kinds/index.ts';
import { inOrder, type Plan } from '../plan.ts';

type Floor = RecordOf<'floor'>;

/** Floors from the lowest to the highest; those at one height as they come. */
export function sortedByHeight(floors: readonly Floor[]): readonly Floor[] {
  return [...floors].sort((first, second) => first.elevation - second.elevation);
}

/** The floors from the lowest to the highest; of those at one height by their stored order. */
export function floorsByHeight(plan: Plan): readonly Floor[] {
  return sortedByHeight(inOrder(plan, 'floor'));
}

/** The floor some steps above another one, or beneath it for less than zero; null beyond the last. */
export function floorFrom(plan: Plan, id: IdOf<'floor'>, steps: number): Floor | null {
  const floors = floorsByHeight(plan);
  const at = floors.findIndex((floor) => floor.id === id);
  return at < 0 ? null : (floors[at + steps] ?? null);
}
