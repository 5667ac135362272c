import type { SqlMigration } from './sql-migration.ts';

/** Rows from before have none: their records are parsed whenever they are read, until they are written again. */
export const recordChecksums: SqlMigration = {
  to: 2,
  sql: 'ALTER TABLE record ADD COLUMN checksum INTEGER;',
};
