import { err, ok, type Result } from '../result.ts';

/** A record as it was written: nothing but JSON that may be anything. */
type Json = Readonly<Record<string, unknown>>;

/**
 * One step of a format, from records of format `to - 1` to records of format `to`.
 *
 * `record` sees one record and no other, so that diffs, fragments and rows of the journal take the step too; what
 * is no object passes by and is refused by the schemas. `plan` does what only all records of a plan, or another file, can tell, after
 * each of them took its step. Neither may change what it is given.
 */
export type Migration = {
  readonly to: number;
  readonly record: (record: Json) => unknown;
  readonly plan?: (records: readonly unknown[]) => readonly unknown[];
};

/** Whether the records are all of a plan or another file, or only some of it. */
export type Extent = 'plan' | 'part';

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Takes records through the steps of a span of formats in order; fails where one is missing. */
export function runMigrations(
  records: readonly unknown[],
  steps: readonly Migration[],
  { from, to, extent }: { readonly from: number; readonly to: number; readonly extent: Extent },
): Result<readonly unknown[], 'migration-failed'> {
  let current = records;
  for (let format = from + 1; format <= to; format += 1) {
    const step = steps.find((candidate) => candidate.to === format);
    if (!step) return err('migration-failed');
    current = current.map((record) => (isObject(record) ? step.record(record) : record));
    if (extent === 'plan' && step.plan) current = step.plan(current);
  }
  return ok(current);
}
