import type Database from 'better-sqlite3';
import { FORMAT } from '../../../core/plan/format.ts';
import type { LeftOut } from './left-out.ts';

export type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  /** Its place in the primary key; 0 outside of it. */
  readonly pk: number;
};
export type Tables = ReadonlyMap<string, readonly Column[]>;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const EMPTY: Readonly<Record<string, string>> = { INTEGER: '0', TEXT: "''" };

/** What stands where a value is missing or of another kind than its column, where an empty one would mislead. */
const INSTEAD: Readonly<Record<string, string>> = {
  'site.name': "'Recovered site'",
  'plan.name': "'Recovered plan'",
  'plan.site_id': "'recovered'",
  'plan.format': String(FORMAT),
  'plan.version': '1',
  // SQLite numbers it anew.
  'record.seq': 'NULL',
};

/** Whether a value is of the kind of its column, and the value as that kind. */
function typed(type: string, value: string): { readonly test: string; readonly value: string } {
  if (type === 'INTEGER')
    return { test: `${value} = CAST(${value} AS INTEGER)`, value: `CAST(${value} AS INTEGER)` };
  if (type === 'BLOB') return { test: `typeof(${value}) = 'blob'`, value };
  return { test: `typeof(${value}) IN ('text', 'integer', 'real')`, value: `CAST(${value} AS TEXT)` };
}

/** Without this a row is none: what it is known by, and the bytes of a picture. */
function isRequired(table: string, { name, type, notnull, pk }: Column): boolean {
  const place = `${table}.${name}`;
  return place === 'record.id' || (pk > 0 && place !== 'record.seq') || (type === 'BLOB' && notnull === 1);
}

function storedValue(table: string, column: Column, isThere: boolean): string {
  const missing = column.notnull === 1 ? (EMPTY[column.type] ?? 'NULL') : 'NULL';
  const instead = INSTEAD[`${table}.${column.name}`] ?? missing;
  if (!isThere) return instead;
  const { test, value } = typed(column.type, quoted(column.name));
  return `CASE WHEN ${test} THEN ${value} ELSE ${instead} END`;
}

/** Copies the rows of a table from the attached source; gives how many of them its rules do not let in. */
function copyTable(
  db: Database.Database,
  table: string,
  wanted: readonly Column[],
  found: readonly Column[],
): number {
  const isThere = ({ name }: Column) => found.some((column) => column.name === name);
  const columns = wanted.map(({ name }) => quoted(name)).join(', ');
  const values = wanted.map((column) => storedValue(table, column, isThere(column)));
  const required = wanted
    .filter((column) => isRequired(table, column))
    .map((column) => (isThere(column) ? `(${typed(column.type, quoted(column.name)).test})` : 'false'));
  const where = required.length === 0 ? 'true' : required.join(' AND ');
  const rows = Number(
    db
      .prepare(`SELECT count(*) FROM source.${quoted(table)}`)
      .pluck()
      .get(),
  );
  const copied = db
    .prepare(
      `INSERT OR IGNORE INTO main.${quoted(table)} (${columns})
       SELECT ${values.join(', ')} FROM source.${quoted(table)} WHERE ${where}`,
    )
    .run().changes;
  return rows - copied;
}

/** Tables of what follows from others: it is made again of what comes along, nothing is believed. */
const MADE_ANEW: readonly string[] = ['plan_summary', 'plan_box', 'upright_form', 'upright_part'];

const WITHOUT_PLAN = 'plan_id NOT IN (SELECT id FROM main.plan)';

/** Rows that belong to nothing that can be listed. */
const NAMELESS = "plan_id = ''";

/** Rows that belong to a row that is not there: foreign keys that nothing would let in today. */
const ORPHANS: Readonly<Record<string, string>> = {
  revision: WITHOUT_PLAN,
  intake: WITHOUT_PLAN,
  change_attachment: '(plan_id, seq) NOT IN (SELECT plan_id, seq FROM main.change)',
};

const NO_SITE_MADE = `UPDATE main.intake SET made_site = NULL
  WHERE made_site NOT IN (SELECT id FROM main.site)`;

// Which journal names which picture is not known any more: each may name all, so that undo finds them.
const ALL_NAMED = `INSERT OR IGNORE INTO main.change_attachment (sha256, plan_id, seq)
  SELECT sha256, plan_id, max(seq) FROM main.attachment, main.change GROUP BY sha256, plan_id`;

/**
 * Fills the empty tables `wanted` from those that were `found` in the attached database "source"; gives what
 * of their rows was left out. To be called in a transaction, with foreign keys off.
 *
 * A value of another kind than its column gives way to an empty one: a row is worth more than one of its
 * values.
 */
export function copyRows(db: Database.Database, wanted: Tables, found: Tables): LeftOut {
  const leftOut: Record<string, number> = {};
  const copied = [...wanted].filter(([table]) => !MADE_ANEW.includes(table));
  for (const [table, columns] of copied) {
    const there = found.get(table);
    if (there) leftOut[table] = copyTable(db, table, columns, there);
  }
  if ((leftOut.change ?? 0) > 0) endUndoAtLost(db, found.get('change') ?? []);
  const arePicturesNamed = found.has('change_attachment') && leftOut.change_attachment === 0;
  if (wanted.has('intake')) db.exec(NO_SITE_MADE);
  for (const table of ['record', 'change'] as const) leftOut[table] = removed(db, table, NAMELESS, leftOut);
  if (wanted.has('change_attachment') && !arePicturesNamed) db.exec(ALL_NAMED);
  return leftOut;
}

/** Removes what belongs to a row that is not there, once all plans are listed that can be; gives what was left out. */
export function withoutOrphans(db: Database.Database, leftOut: LeftOut): LeftOut {
  const all: Record<string, number> = { ...leftOut };
  for (const [table, isOrphan] of Object.entries(ORPHANS)) all[table] = removed(db, table, isOrphan, all);
  return all;
}

/** How many rows of a table are left out together with those that this removes. */
function removed(db: Database.Database, table: string, where: string, leftOut: LeftOut): number {
  return (leftOut[table] ?? 0) + db.prepare(`DELETE FROM main.${table} WHERE ${where}`).run().changes;
}

type JournalKey = { readonly plan: string; readonly seq: number | null };

/** Undo ends above the uppermost journal row that is not there: those beneath it do not fit without it. */
function endUndoAtLost(db: Database.Database, columns: readonly Column[]): void {
  if (!['plan_id', 'seq'].every((wanted) => columns.some(({ name }) => name === wanted))) return;
  const keysIn = (schema: string) => {
    const { test, value } = typed('INTEGER', 'seq');
    return db
      .prepare<[], JournalKey>(
        `SELECT plan_id AS plan, CASE WHEN ${test} THEN ${value} END AS seq FROM ${schema}.change`,
      )
      .iterate();
  };
  const kept = new Set<string>();
  for (const { plan, seq } of keysIn('main')) kept.add(`${seq} ${plan}`);
  const ends = new Map<string, number>();
  for (const { plan, seq } of keysIn('source')) {
    // Of two rows with one number nobody knows which one is right; one without a number may be any.
    if (kept.delete(`${seq} ${plan}`)) continue;
    ends.set(plan, Math.max(ends.get(plan) ?? 0, seq ?? Number.POSITIVE_INFINITY));
  }
  const end = db.prepare(
    `UPDATE main.plan SET undo_from = max(undo_from, coalesce(@seq,
       (SELECT max(seq) FROM main.change WHERE plan_id = @plan), 0)) WHERE id = @plan`,
  );
  for (const [plan, seq] of ends) end.run({ plan, seq: Number.isFinite(seq) ? seq : null });
}
