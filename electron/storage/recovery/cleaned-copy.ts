import fs from 'node:fs';
import Database from 'better-sqlite3';
import { latestVersion, migrate, versionOf } from '../migrate.ts';
import { emptyDatabase, shapeAs } from '../safekeeping/expected-schema.ts';
import { countAll } from '../summaries/count-plans.ts';
import { type Column, copyRows, quoted, type Tables, withoutOrphans } from './cleaned-rows.ts';
import type { LeftOut } from './left-out.ts';
import { againSentences, listPlansAgain, listSitesAgain } from './list-again.ts';

export type Cleaned = {
  readonly leftOut: LeftOut;
  /** One sentence about each plan or site that had to be listed again. */
  readonly again: readonly string[];
};

/** The plain tables of a database with their columns. */
function tablesOf(db: Database.Database, schema: string): Tables {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM ${schema}.sqlite_schema
       WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all();
  return new Map(names.map((name) => [name, db.pragma(`${schema}.table_info(${quoted(name)})`) as Column[]]));
}

/** How much a database looks like one of a version: columns that it has, less those that it lacks. */
function likeness(found: Tables, version: number): number {
  const model = emptyDatabase(version);
  const wanted = tablesOf(model, 'main');
  model.close();
  let score = 0;
  for (const [table, columns] of wanted) {
    const names = found.get(table)?.map(({ name }) => name) ?? [];
    for (const { name } of columns) score += names.includes(name) ? 1 : -1;
  }
  return score;
}

/** The version whose shape a database has most of; what it says of itself counts where two are alike. */
function versionByShape(db: Database.Database, found: Tables): number {
  const said = versionOf(db);
  const versions = Array.from({ length: latestVersion() }, (_, index) => index + 1);
  const scored = versions.map((version) => ({
    version,
    score: likeness(found, version) + (version === said ? 0.5 : 0),
  }));
  return scored.reduce((best, each) => (each.score >= best.score ? each : best)).version;
}

/** Whether something of plans can be had from a database of whatever shape: its plans and their records. */
export function holdsPlans(db: Database.Database): boolean {
  const tables = tablesOf(db, 'main');
  const has = (table: string, ...columns: string[]) =>
    columns.every((column) => tables.get(table)?.some(({ name }) => name === column));
  return has('plan', 'id', 'site_id', 'name', 'version') && has('record', 'plan_id', 'id', 'kind', 'body');
}

/**
 * Makes a database of today's shape from the rows of our own tables in another file, whatever else is in it
 * and whatever of it is missing: no view, trigger, index or table of others comes along. Gives what of the rows
 * was left out. Plans and sites of which only the row that lists them is missing are listed again.
 *
 * Throws what SQLite says when the rows cannot be read; `target` must not be there yet.
 */
export function writeCleanedCopy(source: string, target: string, at: string): Cleaned {
  const read = new Database(source, { readonly: true, fileMustExist: true });
  const found = tablesOf(read, 'main');
  const version = versionByShape(read, found);
  read.close();
  const db = new Database(target);
  try {
    db.pragma('journal_mode = MEMORY');
    db.pragma('trusted_schema = OFF');
    const leftOut = fillWith(db, source, { found, version });
    migrate(db);
    const plans = listPlansAgain(db, at);
    const sites = listSitesAgain(db, at);
    countAll(db);
    const others = withoutOrphans(db, leftOut);
    db.close();
    const lostPlans = Math.max(0, (others.plan ?? 0) - plans.length);
    return { leftOut: { ...others, plan: lostPlans }, again: againSentences(plans, sites) };
  } catch (error) {
    db.close();
    fs.rmSync(target, { force: true });
    throw error;
  }
}

function fillWith(
  db: Database.Database,
  source: string,
  { found, version }: { readonly found: Tables; readonly version: number },
): LeftOut {
  shapeAs(db, version);
  db.prepare('ATTACH ? AS source').run(source);
  const wanted = tablesOf(db, 'main');
  db.pragma('foreign_keys = OFF');
  const leftOut = db.transaction(() => copyRows(db, wanted, found))();
  db.exec('DETACH source');
  return leftOut;
}
