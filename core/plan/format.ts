import { type Formats, type MigrationError, migrate } from '../records/formats.ts';
import type { Result } from '../result.ts';
import { migrations } from './migrations/index.ts';

/** The plan format this program writes: one number for all kinds, in the database and in plan files. */
export const FORMAT = 5;

/** The formats of plans that this program knows. */
export const formats: Formats = { format: FORMAT, steps: migrations };

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
  return migrate({ from, records, extent: 'plan' }, to);
}

/** The same for some records of a plan: as many as before, in their order, each brought to today's format by itself. */
export function migrateRecords(
  from: number,
  records: readonly unknown[],
  to = formats,
): Result<readonly unknown[], MigrationError> {
  return migrate({ from, records, extent: 'part' }, to);
}
