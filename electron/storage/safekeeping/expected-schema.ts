import Database from 'better-sqlite3';
import { latestVersion, migrate, versionOf } from '../migrate.ts';
import { sqlMigrations } from '../migrations/index.ts';

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string };

// What SQLite keeps for itself (the names are reserved) says nothing of what was stored.
const ALL = `SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_schema
  WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;

/** An empty database in memory of the shape that a version has. */
export function emptyDatabase(version = latestVersion()): Database.Database {
  const db = new Database(':memory:');
  shapeAs(db, version);
  return db;
}

/** Gives an empty database the shape that a version has. */
export function shapeAs(db: Database.Database, version: number): void {
  migrate(
    db,
    sqlMigrations.filter(({ to }) => to <= version),
  );
}

function partsOf(db: Database.Database): ReadonlyMap<string, string> {
  const rows = db.prepare<[], SchemaRow>(ALL).all();
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql.replaceAll(/\s+/g, ' ')]));
}

/**
 * Whether a newer Sallyport wrote a database: it says so, and has another shape than today's. With today's shape
 * to the letter its number alone is wrong.
 */
export function isTooNew(db: Database.Database): boolean {
  const version = versionOf(db);
  return version > latestVersion() && strangePartsOf(db).some((part) => part !== wrongNumber(version));
}

const wrongNumber = (version: number): string => `the version number ${version}`;

/**
 * What in a database is not as the steps to its version leave it: tables, indexes, views and triggers that are
 * foreign, missing or changed, and a number that no step leads to; empty for one of ours.
 */
export function strangePartsOf(db: Database.Database): readonly string[] {
  const version = versionOf(db);
  const expected = emptyDatabase(version);
  const [wanted, found] = [partsOf(expected), partsOf(db)];
  expected.close();
  const foreign = [...found.keys()].filter((part) => !wanted.has(part));
  const missing = [...wanted.keys()].filter((part) => !found.has(part));
  const changed = [...wanted].filter(([part, sql]) => found.has(part) && found.get(part) !== sql);
  return [
    ...(version > latestVersion() ? [wrongNumber(version)] : []),
    ...foreign.map((part) => `a foreign ${part}`),
    ...missing.map((part) => `no ${part}`),
    ...changed.map(([part]) => `another ${part}`),
  ];
}
