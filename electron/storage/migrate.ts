import type Database from 'better-sqlite3';
import { sqlMigrations } from './migrations/index.ts';
import type { SqlMigration } from './migrations/sql-migration.ts';

/** Marks a file as a database of this application ("SALY"). */
export const APPLICATION_ID = 0x53_41_4c_59;

/** The `user_version` that a list of steps leads to. */
export function latestVersion(steps: readonly SqlMigration[] = sqlMigrations): number {
  return steps.at(-1)?.to ?? 0;
}

/** The shape of the database as it is: 0 for a new one. */
export function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings the database to today's shape, all steps in one transaction; does nothing when it has it.
 *
 * The caller has refused newer databases and has put a copy aside. Throws when the steps are not
 * numbered without a gap: that is a bug.
 */
export function migrate(db: Database.Database, steps: readonly SqlMigration[] = sqlMigrations): void {
  const run = db.transaction(() => {
    const from = versionOf(db);
    const due = steps.filter(({ to }) => to > from);
    due.forEach(({ to, sql }, index) => {
      if (to !== from + index + 1)
        throw new Error(`No step leads the database to version ${from + index + 1}.`);
      db.exec(sql);
    });
    if (due.length === 0) return;
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${latestVersion(steps)}`);
  });
  run.immediate();
}
