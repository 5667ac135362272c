import type { AnyId, Kind, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { kindOf } from '../../../core/plan/plan.ts';

/** The value that all records have in a field, or that they differ. */
export type Shared<T> = { readonly differs: true } | { readonly differs: false; readonly value: T };

export function sharedValue<F extends keyof PlacedRecord>(
  records: readonly PlacedRecord[],
  field: F,
): Shared<PlacedRecord[F]>;
export function sharedValue(records: readonly PlacedRecord[], field: string): Shared<unknown>;
export function sharedValue(records: readonly PlacedRecord[], field: string): Shared<unknown> {
  const [first, ...others] = records.map((record) => (record as Readonly<Record<string, unknown>>)[field]);
  return others.some((value) => value !== first) ? { differs: true } : { differs: false, value: first };
}

/** What has an id. */
export type Named = { readonly id: AnyId };

/** How many records there are of each kind, the most first. */
export function countByKind(records: readonly Named[]): readonly (readonly [Kind, number])[] {
  const counts = new Map<Kind, number>();
  for (const { id } of records) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1);
  return [...counts].sort(([, first], [, second]) => second - first);
}
