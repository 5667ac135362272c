import type { SqlMigration } from './sql-migration.ts';

/** Parts of plans that people keep to insert them again: `body` in the form of copied records. */
export const templates: SqlMigration = {
  to: 3,
  sql: `
    CREATE TABLE template (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      body TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
  `,
};
