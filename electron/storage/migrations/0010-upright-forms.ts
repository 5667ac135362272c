import type { SqlMigration } from './sql-migration.ts';

/**
 * How pictures are shown that were stored as they came. It follows from them: what is missing here, or is no longer
 * what was written, is made anew. A change of what is made of a picture empties both tables.
 */
export const uprightForms: SqlMigration = {
  to: 10,
  sql: `
    -- form: SHA-256 of the bytes that are shown; that of the picture itself where it is shown as it is stored.
    CREATE TABLE upright_form (
      sha256 TEXT NOT NULL PRIMARY KEY,
      form TEXT NOT NULL,
      media_type TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The bytes of a form, by the picture that it is the form of; none where that is shown as it is stored.
    CREATE TABLE upright_part (
      sha256 TEXT NOT NULL,
      part INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256, part)
    ) STRICT;
  `,
};
