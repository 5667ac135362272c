import fs from 'node:fs';
import Database from 'better-sqlite3';
import { APPLICATION_ID, versionOf } from '../migrate.ts';
import { holdsPlans } from '../recovery/cleaned-copy.ts';
import { isTooNew, strangePartsOf } from './expected-schema.ts';
import { removeFile } from './private-files.ts';
import { realFileOf } from './real-file.ts';
import { systemCode } from './system-error.ts';

/** What a copy of the database holds, found by opening it. */
export type CopyContents = {
  readonly plans: number;
  /** The versions of its plans by their ids. */
  readonly versions: ReadonlyMap<string, number>;
  /** Saves of all plans together: of two states of one database the later one has more. */
  readonly saves: number;
  /** When a plan was changed last, by the clock of then; null without plans. */
  readonly changedAt: string | null;
  /** The number of the last backup before it; 0 where it knows none. */
  readonly backups: number;
  /** What in it is not ours or missing: it can be had only as a cleaned copy. */
  readonly isStrange: boolean;
};

/** Larger ones are checked when they are chosen: a check reads every page. */
const CHECKED_UP_TO = 64 * 1024 * 1024;

/** Opens a database for reading, runs work on it and closes it; null where SQLite cannot read it. */
export function readDatabase<T>(file: string, work: (db: Database.Database) => T): T | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    return work(db);
  } catch (error) {
    // Damaged, unreadable or none of ours: not a good copy. It stays where it is.
    systemCode(error);
    return null;
  } finally {
    db?.close();
  }
}

/** Whether every page of a database can be read and is where it belongs. */
export function isSound(db: Database.Database): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** The number and the day of the last backup that a database knows of; 0 for none. */
export function backupCountOf(db: Database.Database): { number: number; day: number; date: string } {
  const isThere = db
    .prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup_count' AND type = 'table'")
    .get();
  const none = { number: 0, day: 0, date: '' };
  if (!isThere) return none;
  const row = db.prepare('SELECT number, day, date FROM backup_count').get();
  return (row as typeof none | undefined) ?? none;
}

/** What a file holds that may be put in the place of the database; null when it is not sound, or newer. */
export function contentsOf(file: string): CopyContents | null {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  // SQLite takes a file of no bytes for an empty database.
  if (size === 0) return null;
  const contents = readDatabase(file, (db) => {
    if (isTooNew(db) || !holdsPlans(db)) return null;
    if (size <= CHECKED_UP_TO && !isSound(db)) return null;
    return { ...countsOf(db), isStrange: isStrange(db) };
  });
  removeTraces(file);
  return contents;
}

/** Removes the empty log that SQLite makes to read a database which had one, and does not take away again. */
function removeTraces(file: string): void {
  const real = realFileOf(file);
  const log = `${real}-wal`;
  if (fs.statSync(log, { throwIfNoEntry: false })?.size !== 0) return;
  for (const each of [log, `${real}-shm`]) removeFile(each);
}

function isStrange(db: Database.Database): boolean {
  const isOurs = db.pragma('application_id', { simple: true }) === APPLICATION_ID && versionOf(db) >= 1;
  return !isOurs || strangePartsOf(db).length > 0;
}

// In a file of whatever shape it may be anything.
const SHORT_TEXT = "CASE WHEN typeof(updated_at) = 'text' AND length(updated_at) <= 40 THEN updated_at END";

type Counts = Pick<CopyContents, 'plans' | 'saves'> & { readonly changed: string | null };

function countsOf(db: Database.Database): Omit<CopyContents, 'isStrange'> {
  const changed = holdsColumn(db, 'updated_at') ? `max(${SHORT_TEXT})` : 'NULL';
  const counts = db
    .prepare<[], Counts>(
      `SELECT count(*) AS plans, coalesce(sum(version), 0) AS saves, ${changed} AS changed
       FROM plan WHERE ${wholePlans(db)}`,
    )
    .get();
  const { plans = 0, saves = 0, changed: changedAt = null } = counts ?? {};
  return { plans, versions: versionsOf(db), saves, changedAt, backups: backupCountOf(db).number };
}

/** Which plans of a file of whatever shape are such: one that was still coming in is none. */
function wholePlans(db: Database.Database): string {
  const isNoted = (db.pragma('table_info(intake)') as { name: string }[]).some(
    ({ name }) => name === 'plan_id',
  );
  return isNoted ? 'id NOT IN (SELECT plan_id FROM intake)' : 'true';
}

/** How many plans a database has. */
export function countPlans(db: Database.Database): number {
  return Number(
    db
      .prepare(`SELECT count(*) FROM plan WHERE ${wholePlans(db)}`)
      .pluck()
      .get(),
  );
}

function versionsOf(db: Database.Database): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[], { id: unknown; version: unknown }>(`SELECT id, version FROM plan WHERE ${wholePlans(db)}`)
    .all();
  return new Map(
    rows.flatMap(({ id, version }) =>
      typeof id === 'string' && typeof version === 'number' ? [[id, version]] : [],
    ),
  );
}

function holdsColumn(db: Database.Database, wanted: string): boolean {
  return (db.pragma('table_info(plan)') as { name: string }[]).some(({ name }) => name === wanted);
}
