import type Database from 'better-sqlite3';
import type { JournalRow } from '../../core/contract/shapes.ts';
import { isPlacedKind, kinds } from '../../core/plan/plan.ts';
import type { ListedRow, RecordRow, WholeRow } from './plan-rows.ts';

const here = 'trashed_at IS NULL';
/** Of a plan whose rows have all come: one that is listed or was edited has, whatever is noted of it. */
export const complete = '(id NOT IN (SELECT plan_id FROM intake) OR trashed_at IS NULL OR version > 1)';
/** Of the table `plan`: those of a `PlanRow`. */
export const columns =
  'id, site_id, name, format, version, records, received_from, undo_from, created_at, updated_at';

// By the index of ids: what only gives a plan its structure is little beside what is drawn.
const structure = kinds
  .filter((kind) => !isPlacedKind(kind))
  .map(
    (kind) =>
      `(SELECT count(*) FROM record WHERE plan_id = plan.id AND id >= '${kind}:' AND id < '${kind};')`,
  )
  .join(' + ');
/** Of the table `plan`: those of a `ListedRow`. */
const listed = `${columns}, ${structure} AS structure`;

/** The SQL of the plan repository by name; a test asks the planner which index each of them uses. */
export const planSql = {
  list: `SELECT ${listed} FROM plan WHERE site_id = ? AND ${here} ORDER BY updated_at DESC, id`,
  // Where the row of its site is lost a plan is there all the same.
  plan: `SELECT ${listed} FROM plan WHERE id = ? AND ${here}
    AND NOT EXISTS (SELECT 1 FROM site WHERE site.id = plan.site_id AND site.trashed_at IS NOT NULL)`,
  anywhere: `SELECT ${listed} FROM plan WHERE id = ?`,
  siteName: `SELECT name FROM site WHERE id = ? AND ${here}`,
  records: 'SELECT id, kind, body, checksum FROM record WHERE plan_id = ? ORDER BY seq',
  page: `SELECT seq, id, kind, body, checksum FROM record
    WHERE plan_id = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
  firstRow: 'SELECT min(seq) FROM record WHERE plan_id = ?',
  lastRow: 'SELECT max(seq) FROM record WHERE plan_id = ?',
  // Whether rows were lost: by the index of ids alone.
  whole: `SELECT (SELECT count(*) FROM record WHERE plan_id = @id) AS records,
    EXISTS (SELECT 1 FROM record WHERE plan_id = @id AND id = 'settings:plan') AS settings,
    EXISTS (SELECT 1 FROM record WHERE plan_id = @id AND id >= 'floor:' AND id < 'floor;') AS floor,
    EXISTS (SELECT 1 FROM record WHERE plan_id = @id AND id >= 'layer:' AND id < 'layer;') AS layer`,
  // Its row may be lost: then the next one has the number after it all the same.
  lastSeq: `SELECT max(last_seq, coalesce((SELECT max(seq) FROM change WHERE plan_id = plan.id), 0))
    FROM plan WHERE id = ?`,
  history: `SELECT seq, step, undoes, at, author, label FROM change
    WHERE plan_id = ? ORDER BY seq DESC LIMIT ?`,
  // What never came to its end is none: it is cleared.
  copies: `SELECT id FROM plan WHERE id = ? AND ${complete}
    UNION ALL SELECT id FROM plan WHERE received_from = ? AND ${complete}`,
  put: `INSERT INTO record (plan_id, id, kind, body, checksum) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (plan_id, id) DO UPDATE
      SET kind = excluded.kind, body = excluded.body, checksum = excluded.checksum`,
  // These write only where what is there is what the commit says it was: with nothing to look for first.
  add: `INSERT INTO record (plan_id, id, kind, body, checksum) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (plan_id, id) DO NOTHING`,
  change: 'UPDATE record SET body = ?, checksum = ? WHERE plan_id = ? AND id = ? AND checksum = ?',
  take: 'DELETE FROM record WHERE plan_id = ? AND id = ? AND checksum = ?',
  stored: 'SELECT id, kind, body, checksum FROM record WHERE plan_id = ? AND id = ?',
  remove: 'DELETE FROM record WHERE plan_id = ? AND id = ?',
  clear: 'DELETE FROM record WHERE plan_id = ?',
  append: `INSERT INTO change
      (plan_id, seq, step, undoes, at, author, label, diff, format, size, checksum, packed)
    VALUES (@id, @seq, @step, @undoes, @at, @author, @label, @text, @format, @size, @checksum, @packed)`,
  name: 'INSERT INTO change_attachment (sha256, plan_id, seq) VALUES (?, ?, ?)',
  place: 'DELETE FROM unplaced WHERE sha256 = ?',
  placeAll: `DELETE FROM unplaced WHERE EXISTS (SELECT 1 FROM record
    WHERE plan_id = ? AND kind = 'underlay' AND instr(body, unplaced.sha256) > 0)`,
  insert: `INSERT INTO plan (${columns}, trashed_at)
    VALUES (@id, @siteId, @name, @format, 1, @records, @receivedFrom, 0, @at, @at, NULL)`,
  update: `UPDATE plan SET name = @name, version = @version, updated_at = @at, last_seq = @seq,
    records = (SELECT count(*) FROM record WHERE plan_id = @id) WHERE id = @id`,
  reformat: `UPDATE plan SET format = @format,
    records = (SELECT count(*) FROM record WHERE plan_id = @id) WHERE id = @id`,
  trash: `UPDATE plan SET trashed_at = @at WHERE id = @id AND ${here}`,
  untrash: 'UPDATE plan SET trashed_at = NULL WHERE id = ?',
  untrashSite: 'UPDATE site SET trashed_at = NULL WHERE id = (SELECT site_id FROM plan WHERE id = ?)',
} as const;

type Rows = {
  readonly list: ListedRow;
  readonly plan: ListedRow;
  readonly anywhere: ListedRow;
  readonly siteName: string;
  readonly records: RecordRow;
  readonly stored: RecordRow;
  readonly page: RecordRow & { readonly seq: number };
  readonly firstRow: number | null;
  readonly lastRow: number | null;
  readonly whole: WholeRow;
  readonly lastSeq: number | null;
  readonly history: JournalRow;
  readonly copies: string;
};
type Name = keyof typeof planSql;

/** The statements that give one value a row. */
const plucked: readonly Name[] = ['siteName', 'firstRow', 'lastRow', 'lastSeq', 'copies'];

export type PlanStatements = {
  readonly [N in Name]: Database.Statement<unknown[], N extends keyof Rows ? Rows[N] : unknown>;
};

/** The statements of the plan repository, prepared once for a connection. */
export function planStatements(db: Database.Database): PlanStatements {
  const names = Object.keys(planSql) as Name[];
  const prepared = names.map((name) => {
    const statement = db.prepare(planSql[name]);
    return [name, plucked.includes(name) ? statement.pluck() : statement];
  });
  return Object.fromEntries(prepared);
}
