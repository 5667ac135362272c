import { err, ok, type Result } from '../result.ts';
import type { PlanRecord } from './kinds/index.ts';
import { fieldSize, textSizeOf } from './parts/text-size.ts';

/**
 * What one plan may hold, on every road into it: what is accepted can be saved, exported and read again.
 *
 * `corners` counts the entries of all lists of a record, mostly points. `bytes` is of its JSON text in UTF-8, as
 * `textSizeOf` counts it: twice as much, all of a plan before and after one edit, still fits into one string.
 */
export const planLimits = {
  records: 300_000,
  /** Each is a part of its own in a plan file, and stored by itself when that is read. */
  pictures: 10_000,
  corners: 5_000_000,
  cornersOfRecord: 100_000,
  bytes: 250_000_000,
} as const;

/** How large a plan is, as far as it is limited. */
export type PlanSize = {
  readonly records: number;
  readonly pictures: number;
  readonly corners: number;
  readonly bytes: number;
};

/** Which limit is broken: a closed reason for the program, a sentence that says it for the person. */
export type SizeError = {
  readonly reason:
    | 'too-many-records'
    | 'too-many-pictures'
    | 'too-many-corners'
    | 'too-much-text'
    | 'record-too-large';
  readonly message: string;
};

const count = (value: number) => value.toLocaleString('en-US');
const megabytes = (bytes: number) => count(Math.ceil(bytes / 1e6));

function entriesOf(list: readonly unknown[]): number {
  let sum = list.length;
  for (const entry of list) {
    // A list of points holds no lists: one look at its first entry is enough.
    if (!Array.isArray(entry)) break;
    sum += entriesOf(entry);
  }
  return sum;
}

/** How many corners a record counts for: the entries of its lists, those of lists in lists included. */
export function cornersOf(record: PlanRecord): number {
  const fields = record as unknown as Fields;
  let sum = 0;
  for (const name in fields) sum += cornersIn(fields[name]);
  return sum;
}

type Fields = Readonly<Record<string, unknown>>;

const cornersIn = (value: unknown): number => (Array.isArray(value) ? entriesOf(value) : 0);

/** The size of no records. */
export const nothing: PlanSize = { records: 0, pictures: 0, corners: 0, bytes: 0 };

/** The size of two parts, or of a plan and what it grows by. */
export const together = (first: PlanSize, second: PlanSize): PlanSize => ({
  records: first.records + second.records,
  pictures: first.pictures + second.pictures,
  corners: first.corners + second.corners,
  bytes: first.bytes + second.bytes,
});

/** Refuses a plan of a size that is over the limits. */
export function withinLimits({ records, pictures, corners, bytes }: PlanSize): Result<null, SizeError> {
  if (records > planLimits.records) {
    const message = `The plan would have ${count(records)} records; ${count(planLimits.records)} are the most. Divide it into several plans.`;
    return err({ reason: 'too-many-records', message });
  }
  if (pictures > planLimits.pictures) {
    const message = `The plan would have ${count(pictures)} pictures; ${count(planLimits.pictures)} are the most. Divide it into several plans.`;
    return err({ reason: 'too-many-pictures', message });
  }
  if (corners > planLimits.corners) {
    const message = `The plan would have ${count(corners)} corners; ${count(planLimits.corners)} are the most. Divide it into several plans.`;
    return err({ reason: 'too-many-corners', message });
  }
  if (bytes > planLimits.bytes) {
    const message = `The plan would be ${megabytes(bytes)} MB as text; ${megabytes(planLimits.bytes)} MB are the most. Divide it into several plans, or shorten its notes.`;
    return err({ reason: 'too-much-text', message });
  }
  return ok(null);
}

/** Refuses a record that is larger than one may be. */
export function recordWithinLimits(record: PlanRecord): Result<null, SizeError> {
  const corners = cornersOf(record);
  if (corners <= planLimits.cornersOfRecord) return ok(null);
  const message = `The record ${record.id} has ${count(corners)} corners; ${count(planLimits.cornersOfRecord)} are the most of one. Divide it.`;
  return err({ reason: 'record-too-large', message });
}

/** Refuses records that are more, or larger, than one plan holds. O(n) in the records. */
export function recordsWithinLimits(records: Iterable<PlanRecord>): Result<null, SizeError> {
  let size: PlanSize = nothing;
  for (const record of records) {
    const own = recordWithinLimits(record);
    if (!own.ok) return own;
    size = together(size, growthOf([{ before: null, after: record }]));
  }
  return withinLimits(size);
}

/** By how much changes make a plan larger; negative where they make it smaller. */
export function growthOf(
  changes: Iterable<{ readonly before: PlanRecord | null; readonly after: PlanRecord | null }>,
): PlanSize {
  const growth = { records: 0, pictures: 0, corners: 0, bytes: 0 };
  for (const { before, after } of changes) {
    if (before && after) addDifference(growth, before as unknown as Fields, after as unknown as Fields);
    else if (after) addWhole(growth, after, 1);
    else if (before) addWhole(growth, before, -1);
  }
  return growth;
}

type Growth = { -readonly [Part in keyof PlanSize]: PlanSize[Part] };

function addWhole(growth: Growth, record: PlanRecord, times: 1 | -1): void {
  growth.records += times;
  if ('attachment' in record) growth.pictures += times;
  growth.corners += times * cornersOf(record);
  growth.bytes += times * textSizeOf(record);
}

/** Adds what a record has more than it had; values that both share cost one look. */
function addDifference(growth: Growth, was: Fields, is: Fields): void {
  let gone = 0;
  for (const name in is) {
    const [value, other] = [is[name], was[name]];
    if (other !== undefined) gone--;
    if (value === other) continue;
    addField(growth, { name, value, times: 1 });
    if (other !== undefined) addField(growth, { name, value: other, times: -1 });
  }
  for (const _ in was) gone++;
  if (gone === 0) return;
  for (const name in was) {
    if (!(name in is)) addField(growth, { name, value: was[name], times: -1 });
  }
}

type Counted = { readonly name: string; readonly value: unknown; readonly times: 1 | -1 };

function addField(growth: Growth, { name, value, times }: Counted): void {
  growth.corners += times * cornersIn(value);
  growth.bytes += times * fieldSize(name, value);
}
