import type { SqlMigration } from './sql-migration.ts';

/**
 * Which pictures came in and were named by no plan yet: those alone are ever deleted. That a row does not name a
 * picture proves nothing, since rows get lost.
 *
 * Pictures from before are in none of it and stay, as do parts of pictures that nobody finished.
 */
export const unplacedPictures: SqlMigration = {
  to: 8,
  sql: 'CREATE TABLE unplaced (sha256 TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;',
};
