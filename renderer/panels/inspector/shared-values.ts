import { kindOf } from '../../../core/plan/plan.ts';
import type { Kind, PlacedRecord } from '../../../core/plan/records/index.ts';

export type SharedField = 'state' | 'layer' | 'phase' | 'locked' | 'notes';

/** The value that all records have in a field, or that they differ. */
export type Shared<T> = { readonly differs: true } | { readonly differs: false; readonly value: T };

export function sharedValue<F extends SharedField>(
  records: readonly PlacedRecord[],
  field: F,
): Shared<PlacedRecord[F]> {
  const [first] = records;
  if (!first || records.some((record) => record[field] !== first[field])) return { differs: true };
  return { differs: false, value: first[field] };
}

/** How many records there are of each kind, the most first. */
export function countByKind(records: readonly PlacedRecord[]): readonly (readonly [Kind, number])[] {
  const counts = new Map<Kind, number>();
  for (const { id } of records) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1);
  return [...counts].sort(([, first], [, second]) => second - first);
}
