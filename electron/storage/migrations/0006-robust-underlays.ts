import type { SqlMigration } from './sql-migration.ts';

/**
 * Underlays are found by their kind, and no index reads the body of a record: one damaged byte in it costs its
 * plan alone. Backups are numbered: what is newer does not rest on a clock.
 */
export const robustUnderlays: SqlMigration = {
  to: 6,
  sql: `
    DROP INDEX record_by_attachment;
    CREATE INDEX record_underlay ON record (plan_id, seq) WHERE kind = 'underlay';

    -- One row: the number, the day and the date of the last backup that was made of this database.
    CREATE TABLE backup_count (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      number INTEGER NOT NULL,
      day INTEGER NOT NULL,
      date TEXT NOT NULL
    ) STRICT;
  `,
};
