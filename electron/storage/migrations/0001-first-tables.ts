import type { SqlMigration } from './sql-migration.ts';

export const firstTables: SqlMigration = {
  to: 1,
  sql: `
    CREATE TABLE site (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;

    -- received_from: the plan that a file named, when this plan is its content kept beside it.
    -- undo_from: commits up to this seq are in an older plan format and cannot be undone.
    CREATE TABLE plan (
      id TEXT NOT NULL PRIMARY KEY,
      site_id TEXT NOT NULL REFERENCES site (id),
      name TEXT NOT NULL,
      format INTEGER NOT NULL,
      version INTEGER NOT NULL,
      records INTEGER NOT NULL,
      received_from TEXT,
      undo_from INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX plan_by_site ON plan (site_id);
    CREATE INDEX plan_by_origin ON plan (received_from) WHERE received_from IS NOT NULL;

    -- Rows keep the order in which records were made: it is the order they are drawn in.
    CREATE TABLE record (
      seq INTEGER NOT NULL PRIMARY KEY,
      plan_id TEXT NOT NULL REFERENCES plan (id),
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      body TEXT NOT NULL,
      UNIQUE (plan_id, id)
    ) STRICT;
    CREATE INDEX record_by_plan ON record (plan_id);
    CREATE INDEX record_by_attachment ON record (json_extract(body, '$.attachment'))
      WHERE kind = 'underlay';

    CREATE TABLE change (
      plan_id TEXT NOT NULL REFERENCES plan (id),
      seq INTEGER NOT NULL,
      step TEXT NOT NULL,
      undoes TEXT,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      label TEXT NOT NULL,
      diff TEXT NOT NULL,
      PRIMARY KEY (plan_id, seq)
    ) STRICT;

    CREATE TABLE revision (
      plan_id TEXT NOT NULL REFERENCES plan (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      seq INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (plan_id, number)
    ) STRICT;

    CREATE TABLE attachment (
      sha256 TEXT NOT NULL PRIMARY KEY,
      media_type TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE setting (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
  `,
};
