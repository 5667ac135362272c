import type { SqlMigration } from './sql-migration.ts';

/** What comes in by parts: it is not to be seen before the last part is there, and is cleared when that never comes. */
export const intake: SqlMigration = {
  to: 5,
  sql: `
    -- Plans whose rows are still coming; until then they and a site made for them lie in the trash.
    CREATE TABLE intake (
      plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
      made_site TEXT REFERENCES site (id)
    ) STRICT;

    -- The bytes of an attachment whose own row holds none; its row comes after the last part.
    CREATE TABLE attachment_part (
      sha256 TEXT NOT NULL,
      part INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256, part)
    ) STRICT;
  `,
};
