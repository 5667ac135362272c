import type { RecordError } from '../records/record-reader.ts';
import type { Result } from '../result.ts';
import { type Kind, type PlanRecord, planKinds, type RecordOf } from './kinds/index.ts';
import { planSet } from './plan-set.ts';

/** A record as it is given to be made: what has a default may be left out. */
export type NewRecord<K extends Kind> = Omit<RecordOf<K>, keyof (typeof planKinds)[K]['defaults']> &
  Partial<RecordOf<K>>;

const { reader } = planSet;

/** The record of a plan in a value from outside, quantised, or why it is none: see `RecordReader`. */
export function parseRecord(value: unknown): Result<PlanRecord, RecordError> {
  return reader.parse(value);
}

/** Whether a record that was one is one still: as `parseRecord` says, by a look at the fields that are others now. */
export function isStillRecord(before: PlanRecord, after: PlanRecord): boolean {
  return reader.isStill(before, after);
}

/** A record of the given fields and the defaults of its kind for the rest, quantised. */
export function makeRecord<K extends Kind>(kind: K, fields: NewRecord<K>): Result<RecordOf<K>, RecordError> {
  const parsed = reader.copy({ ...planKinds[kind].defaults, ...fields });
  return parsed as Result<RecordOf<K>, RecordError>;
}
