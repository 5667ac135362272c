import { err, ok, type Result } from '../../result.ts';

/**
 * One step of the plan format: from the JSON of format `to - 1` to the JSON of format `to`.
 *
 * Returns null when the JSON is not what the old format wrote; must not change what it is given.
 */
export type Migration = { readonly to: number; readonly migrate: (json: unknown) => unknown };

/** Runs the steps of a span of formats in order; a missing step or one that returns null fails. */
export function runMigrations(
  json: unknown,
  steps: readonly Migration[],
  { from, to }: { readonly from: number; readonly to: number },
): Result<unknown, 'migration-failed'> {
  let current = json;
  for (let format = from + 1; format <= to; format += 1) {
    const step = steps.find((candidate) => candidate.to === format);
    current = step ? step.migrate(current) : null;
    if (current === null) return err('migration-failed');
  }
  return ok(current);
}
