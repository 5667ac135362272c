import { err, type Result } from '../result.ts';
import { migrations } from './migrations/index.ts';
import { type Extent, type Migration, runMigrations } from './migrations/run-migrations.ts';

/** The plan format this program writes: one number for all kinds, in the database and in plan files. */
export const FORMAT = 4;

export type MigrationError = 'too-new' | 'migration-failed';

/** The formats that a program knows: its own, and the steps that lead to it. */
export type Formats = { readonly format: number; readonly steps: readonly Migration[] };

export const formats: Formats = { format: FORMAT, steps: migrations };

function brought(
  extent: Extent,
  {
    from,
    records,
    to,
  }: { readonly from: number; readonly records: readonly unknown[]; readonly to: Formats },
): Result<readonly unknown[], MigrationError> {
  if (!Number.isInteger(from) || from < 1) return err('migration-failed');
  if (from > to.format) return err('too-new');
  return runMigrations(records, to.steps, { from, to: to.format, extent });
}

/**
 * Brings all records of a plan, as JSON, from the format they were written in to today's.
 *
 * They are not yet parsed by the schemas: what comes out must still be. `to` is given only by tests.
 */
export function migratePlan(
  from: number,
  records: readonly unknown[],
  to = formats,
): Result<readonly unknown[], MigrationError> {
  return brought('plan', { from, records, to });
}

/** The same for some records of a plan: as many as before, in their order, each brought to today's format by itself. */
export function migrateRecords(
  from: number,
  records: readonly unknown[],
  to = formats,
): Result<readonly unknown[], MigrationError> {
  return brought('part', { from, records, to });
}
