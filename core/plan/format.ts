import { err, type Result } from '../result.ts';
import { migrations } from './migrations/index.ts';
import { type Migration, runMigrations } from './migrations/run-migrations.ts';

/** The plan format this program writes: one number for all kinds, in the database and in plan files. */
export const FORMAT = 3;

export type MigrationError = 'too-new' | 'migration-failed';

/**
 * Brings the JSON of a plan from the format it was written in to today's `FORMAT`.
 *
 * The JSON is not yet parsed by the schemas: what comes out must still be. `steps` and `target` are
 * given only by tests.
 */
export function migratePlan(
  format: number,
  json: unknown,
  { steps, target }: { steps: readonly Migration[]; target: number } = { steps: migrations, target: FORMAT },
): Result<unknown, MigrationError> {
  if (!Number.isInteger(format) || format < 1) return err('migration-failed');
  if (format > target) return err('too-new');
  return runMigrations(json, steps, { from: format, to: target });
}
