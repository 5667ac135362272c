import { crc32 } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import type { Box } from '../../../core/geometry/box.ts';
import {
  boxAfter,
  countsAfter,
  extentOf,
  type PlanFigures,
  type ShareChange,
  sameBox,
  shareOf,
  type Tally,
} from '../../../core/plan/tally.ts';
import { sameValue } from '../../../core/records/same-value.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type RecordRow, soundRecord } from '../plan-rows.ts';
import { attempt } from '../storage-error.ts';
import { type Figures, figuresAt, figuresIn, textWith } from './figures.ts';
import type { ShareChanges } from './share-changes.ts';

const corners = 'min_x AS minX, min_y AS minY, max_x AS maxX, max_y AS maxY, checksum';

/** The SQL of the summaries; a test asks the planner which index each of them uses. */
export const summarySql = {
  get: 'SELECT version, format, changed_at AS at, figures, checksum FROM plan_summary WHERE plan_id = ?',
  put: 'INSERT OR REPLACE INTO plan_summary VALUES (@id, @version, @format, @at, @figures, @checksum)',
  remove: 'DELETE FROM plan_summary WHERE plan_id = ?',
  now: 'SELECT version, format FROM plan WHERE id = ?',
  box: `SELECT ${corners} FROM plan_box WHERE plan_id = ? AND part = ?`,
  boxes: `SELECT ${corners} FROM plan_box WHERE plan_id = ?`,
  putBox: 'INSERT OR REPLACE INTO plan_box VALUES (@id, @part, @minX, @minY, @maxX, @maxY, @checksum)',
  removeBox: 'DELETE FROM plan_box WHERE plan_id = ? AND part = ?',
  removeBoxes: 'DELETE FROM plan_box WHERE plan_id = ?',
  // All records of a part: the index of ids has them side by side.
  part: 'SELECT id, kind, body, checksum FROM record WHERE plan_id = ? AND id >= ? AND id < ?',
  partSize: 'SELECT count(*) AS size FROM record WHERE plan_id = ? AND id >= ? AND id < ?',
  // What never came to its end is no plan yet.
  all: `SELECT plan.id AS planId, plan.version AS now, summary.version, summary.format, summary.changed_at AS at,
      summary.figures, summary.checksum
    FROM plan LEFT JOIN plan_summary AS summary ON summary.plan_id = plan.id
    WHERE plan.id NOT IN (SELECT plan_id FROM intake) ORDER BY plan.id`,
} as const;

type Facts = { readonly version: number; readonly format: number; readonly at: string };
type SummaryRow = Facts & { readonly figures: string; readonly checksum: number };
type ListedRow = SummaryRow & { readonly planId: string; readonly now: number };
type BoxRow = Box & { readonly checksum: number };

const checksumOfSummary = ({ version, format, at, figures }: Omit<SummaryRow, 'checksum'>): number =>
  crc32([version, format, at, figures].join('\n'));
const checksumOfBox = ({ minX, minY, maxX, maxY }: Box): number => crc32([minX, minY, maxX, maxY].join('\n'));

/** The box in a row; 'unknown' where it is no longer what was written. */
function boxIn({ checksum, ...box }: BoxRow): Box | 'unknown' {
  return checksum === checksumOfBox(box) ? box : 'unknown';
}

/** A plan as it is when its figures are written: what they belong to. */
export type CountedPlan = {
  readonly id: string;
  readonly version: number;
  /** Of its rows. */
  readonly format: number;
  /** When it was changed last, ISO 8601 in UTC. */
  readonly at: string;
};

/** What a list shows of a plan without reading it. */
export type PlanSummaryFigures = PlanFigures & { readonly format: number; readonly changedAt: string };

/**
 * The figures of the plans of a database, kept beside them.
 *
 * Whoever writes a plan writes them in the same transaction: `put` from nothing, `advance` by what a save changed.
 * Where that is not possible they stay those of an earlier version and so are not given to anybody: the plan is
 * counted again after the next start.
 */
export class PlanSummaries {
  readonly #db: Database.Database;
  readonly #sql: Statements;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#sql = statementsOf(db);
  }

  /** The figures of a plan as it is now; null where they are not known yet. */
  known(planId: string): PlanSummaryFigures | null {
    const now = this.#sql.now.get(planId);
    const row = this.#row(planId);
    const figures = row && now && figuresAt(figuresIn(row.figures), now.version);
    if (!row || !figures) return null;
    return { counts: figures.counts, extent: figures.extent, format: row.format, changedAt: row.at };
  }

  /** Whether what is written of a plan is what it was counted to from nothing. */
  fits({ id, version, format, at }: CountedPlan, { counts, boxes }: Tally): boolean {
    const known = this.known(id);
    const stored = this.#sql.boxes.all(id);
    return (
      known !== null &&
      this.#row(id)?.version === version &&
      known.format === format &&
      known.changedAt === at &&
      sameValue(known.counts, counts) &&
      sameBox(known.extent, extentOf(boxes.values())) &&
      stored.length === boxes.size &&
      [...boxes].every(([part, box]) => {
        const own = this.#boxOf(id, part);
        return own !== 'unknown' && sameBox(own, box);
      })
    );
  }

  /** The plans, those in the trash as well, whose figures are not known. */
  uncounted(): readonly string[] {
    const isCounted = (row: ListedRow) => row.version === row.now && row.checksum === checksumOfSummary(row);
    return this.#sql.all
      .all()
      .filter((row) => !isCounted(row))
      .map(({ planId }) => planId);
  }

  /** Writes what a plan was counted to from nothing. In the transaction that writes the plan. */
  put(plan: CountedPlan, { counts, boxes }: Tally): void {
    this.#sql.removeBoxes.run(plan.id);
    for (const [part, box] of boxes) this.#putBox(plan.id, part, box);
    const others = figuresIn(this.#row(plan.id)?.figures ?? '{}');
    this.#write(plan, others, { counts, extent: extentOf(boxes.values()) });
  }

  /** Brings the figures of a plan of the version `from` along with a save. In the transaction of that. */
  advance(from: number, to: CountedPlan, changes: ShareChanges): void {
    const row = this.#row(to.id);
    if (row?.format !== to.format || changes.isLost) return;
    const all = figuresIn(row.figures);
    const figures = figuresAt(all, from);
    const counts = figures && countsAfter(figures.counts, changes.all);
    const extent = counts && this.#extentAfter(to.id, figures.extent, changes);
    if (counts && extent !== 'unknown') this.#write(to, all, { counts, extent });
  }

  /** Lets the figures of a plan go: whatever was known of it, it is counted anew. In the caller's transaction. */
  forget(planId: string): void {
    this.#sql.removeBoxes.run(planId);
    this.#sql.remove.run(planId);
  }

  /** Writes what was counted elsewhere meanwhile; false where the plan is no longer the one that was counted. */
  take(counted: CountedPlan, tally: Tally): Result<boolean, AppError> {
    const work = this.#db.transaction(() => {
      const now = this.#sql.now.get(counted.id);
      if (now?.version !== counted.version || now.format !== counted.format) return false;
      this.put(counted, tally);
      return true;
    });
    return attempt(() => ok(work.immediate()));
  }

  /** The row of a plan as it was written. */
  #row(planId: string): SummaryRow | null {
    const row = this.#sql.get.get(planId);
    return row && row.checksum === checksumOfSummary(row) ? row : null;
  }

  /** Writes the figures; what others keep beside them stays, with the version that it belongs to. */
  #write({ id, version, format, at }: CountedPlan, others: Figures, kept: PlanFigures): void {
    const row = { version, format, at, figures: textWith(others, version, kept) };
    this.#sql.put.run({ id, ...row, checksum: checksumOfSummary(row) });
  }

  /** The box of a part; null where it has none, 'unknown' where it is no longer what was written. */
  #boxOf(id: string, part: string): Box | null | 'unknown' {
    const row = this.#sql.box.get(id, part);
    return row ? boxIn(row) : null;
  }

  #putBox(id: string, part: string, box: Box): void {
    this.#sql.putBox.run({ id, part, ...box, checksum: checksumOfBox(box) });
  }

  #extentAfter(id: string, extent: Box | null, changes: ShareChanges): Box | null | 'unknown' {
    let isOther = false;
    for (const [part, ofPart] of changes.byPart()) {
      const after = this.#boxAfter(id, part, ofPart);
      if (after === 'unknown') return after;
      if (after === 'same') continue;
      isOther = true;
      if (after) this.#putBox(id, part, after);
      else this.#sql.removeBox.run(id, part);
    }
    return isOther ? this.#extentOf(id) : extent;
  }

  #boxAfter(id: string, part: string, changes: readonly ShareChange[]): Box | null | 'unknown' | 'same' {
    const before = this.#boxOf(id, part);
    if (before === 'unknown') return before;
    const { box, come, left } = boxAfter(before, changes);
    const isAll = () => left === this.#sql.partSize.get(id, part, nextText(part))?.size;
    const whole = () => (isAll() ? come : this.#boxOfPart(id, part));
    const after = box === 'unknown' ? whole() : box;
    return after !== 'unknown' && sameBox(before, after) ? 'same' : after;
  }

  #extentOf(id: string): Box | null | 'unknown' {
    const boxes: Box[] = [];
    for (const row of this.#sql.boxes.all(id)) {
      const box = boxIn(row);
      if (box === 'unknown') return box;
      boxes.push(box);
    }
    return extentOf(boxes);
  }

  /** The box around all records of a part; 'unknown' where one of them is not what was written. */
  #boxOfPart(id: string, part: string): Box | null | 'unknown' {
    const boxes: Box[] = [];
    for (const row of this.#sql.part.iterate(id, part, nextText(part))) {
      const record = soundRecord(row);
      if (!record) return 'unknown';
      const { box } = shareOf(record);
      if (box) boxes.push(box);
    }
    return extentOf(boxes);
  }
}

/** The first text after all that begin with another one. */
function nextText(text: string): string {
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + 1);
}

type Rows = {
  readonly get: SummaryRow;
  readonly now: Omit<Facts, 'at'>;
  readonly box: BoxRow;
  readonly boxes: BoxRow;
  readonly part: RecordRow;
  readonly partSize: { readonly size: number };
  readonly all: ListedRow;
};
type Name = keyof typeof summarySql;
type Statements = {
  readonly [N in Name]: Database.Statement<unknown[], N extends keyof Rows ? Rows[N] : unknown>;
};

function statementsOf(db: Database.Database): Statements {
  const names = Object.keys(summarySql) as Name[];
  return Object.fromEntries(names.map((name) => [name, db.prepare(summarySql[name])])) as Statements;
}
