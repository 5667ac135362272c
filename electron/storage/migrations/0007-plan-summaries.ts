import type { SqlMigration } from './sql-migration.ts';

/**
 * What a list of plans shows of each without reading it. Plans from before have no row, which means "not known
 * yet": they are counted after the start, in a process of its own.
 */
export const planSummaries: SqlMigration = {
  to: 7,
  sql: `
    -- version: of the plan when the row was written. format, changed_at: of the plan then.
    -- figures: a JSON object; by the name of each figure the version of the plan that it belongs to, and its value.
    -- One of another version than the plan has is out of date. checksum: CRC-32 of all of it.
    CREATE TABLE plan_summary (
      plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
      version INTEGER NOT NULL,
      format INTEGER NOT NULL,
      changed_at TEXT NOT NULL,
      figures TEXT NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The boxes, in metres, that the figure "extent" is made of: one for all records of a kind whose ids begin with
    -- the same digit. Where one of them goes, its part is looked at again and not the plan.
    CREATE TABLE plan_box (
      plan_id TEXT NOT NULL REFERENCES plan (id),
      part TEXT NOT NULL,
      min_x REAL NOT NULL,
      min_y REAL NOT NULL,
      max_x REAL NOT NULL,
      max_y REAL NOT NULL,
      checksum INTEGER NOT NULL,
      PRIMARY KEY (plan_id, part)
    ) STRICT, WITHOUT ROWID;
  `,
};
