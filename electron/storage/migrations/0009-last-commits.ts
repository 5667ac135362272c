import type { SqlMigration } from './sql-migration.ts';

/** Each plan knows the number of its last commit: where that row is lost it is missed, and no other takes its number. */
export const lastCommits: SqlMigration = {
  to: 9,
  sql: `
    ALTER TABLE plan ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0;
    UPDATE plan SET last_seq = coalesce((SELECT max(seq) FROM change WHERE plan_id = plan.id), 0);
  `,
};
