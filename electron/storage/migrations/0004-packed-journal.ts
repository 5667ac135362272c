import type { SqlMigration } from './sql-migration.ts';

/**
 * Rows of the journal name their plan format, and large ones are packed.
 *
 * Rows from before are left as they are, with null in the new columns: a journal may be large. All of a plan
 * that can be undone are in the format that the plan has now.
 */
export const packedJournal: SqlMigration = {
  to: 4,
  sql: `
    -- size: characters of the pages; checksum: CRC-32 of the text, or of the packed bytes.
    -- packed: the pages as raw deflate; diff is empty then. Last, so that nothing is read past it.
    ALTER TABLE change ADD COLUMN format INTEGER;
    ALTER TABLE change ADD COLUMN size INTEGER;
    ALTER TABLE change ADD COLUMN checksum INTEGER;
    ALTER TABLE change ADD COLUMN packed BLOB;

    -- Which steps undo can take is known without a look at the rows, which are large.
    CREATE INDEX change_outline ON change (plan_id, seq, step, undoes, label, at);

    -- unnamed_format: of those rows of its journal that name none.
    ALTER TABLE plan ADD COLUMN unnamed_format INTEGER;
    UPDATE plan SET unnamed_format = format;

    -- The attachments that a row of the journal names, where it names its format; others are read for them.
    CREATE TABLE change_attachment (
      sha256 TEXT NOT NULL,
      plan_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (sha256, plan_id, seq),
      FOREIGN KEY (plan_id, seq) REFERENCES change (plan_id, seq)
    ) STRICT, WITHOUT ROWID;
  `,
};
