import { err, type Result } from '../result.ts';
import { type Extent, type Migration, runMigrations } from './run-migrations.ts';

export type MigrationError = 'too-new' | 'migration-failed';

/** The formats that a program knows of one sort of records: its own, and the steps that lead to it. */
export type Formats = { readonly format: number; readonly steps: readonly Migration[] };

/** Of records whose format never changed. */
export const noSteps: Formats = { format: 1, steps: [] };

/** Records as JSON with the format they were written in, and whether they are all that there are. */
export type Written = {
  readonly from: number;
  readonly records: readonly unknown[];
  readonly extent: Extent;
};

/**
 * Brings records, as JSON, from the format they were written in to the last one of some formats.
 *
 * They are not yet parsed by the schemas: what comes out must still be.
 */
export function migrate(
  { from, records, extent }: Written,
  { format, steps }: Formats,
): Result<readonly unknown[], MigrationError> {
  if (!Number.isInteger(from) || from < 1) return err('migration-failed');
  if (from > format) return err('too-new');
  return runMigrations(records, steps, { from, to: format, extent });
}
