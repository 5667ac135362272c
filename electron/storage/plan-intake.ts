import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { FORMAT } from '../../core/plan/format.ts';
import type { Tally } from '../../core/plan/tally.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { AttachmentRepository } from './attachment-repository.ts';
import type { IncomingPicture } from './picture-parts.ts';
import type { PlanRepository } from './plan-repository.ts';
import type { WrittenRow } from './plan-rows.ts';
import { planSql } from './plan-statements.ts';
import { attempt, siteNotFound } from './storage-error.ts';
import { PlanSummaries } from './summaries/plan-summaries.ts';

/** What is known of a plan before its rows come. */
export type IncomingPlan = {
  readonly id: string;
  readonly name: string;
  readonly records: number;
  /** The plan that a file named, when this is its content kept beside that plan; else null. */
  readonly receivedFrom: string | null;
};

/** The site a plan is to lie in: one that is there, or one to be made when none has that name. */
export type IncomingSite = { readonly siteId: string } | { readonly siteName: string };

/** A record as its row holds it; `checksum` is of `body`. */
export type IncomingRow = WrittenRow & { readonly kind: string };

type Setup = { readonly newId: () => string; readonly now: () => string };

/** How long one call may work, milliseconds: half of what a frame takes, so that its commit fits in as well. */
const SLICE_MS = 8;
/** Rows or parts that go in one call when what never came to its end is cleared. */
const CLEARED_ROWS = 400;
const CLEARED_PARTS = 8;

/** The SQL of the intake; a test asks the planner which index each of them uses. */
export const intakeSql = {
  site: 'SELECT 1 FROM site WHERE id = ? AND trashed_at IS NULL',
  siteByName: 'SELECT id FROM site WHERE name = ? AND trashed_at IS NULL ORDER BY created_at LIMIT 1',
  makeSite: 'INSERT INTO site VALUES (@id, @name, @at, @at, @at)',
  makePlan: `INSERT INTO plan (id, site_id, name, format, version, records, received_from, undo_from,
    created_at, updated_at, trashed_at)
    VALUES (@id, @siteId, @name, @format, 1, @records, @receivedFrom, 0, @at, @at, @at)`,
  note: 'INSERT INTO intake VALUES (@id, @madeSite)',
  put: 'INSERT INTO record (plan_id, id, kind, body, checksum) VALUES (?, ?, ?, ?, ?)',
  list: 'UPDATE plan SET trashed_at = NULL, updated_at = @at WHERE id = @id',
  listSite: 'UPDATE site SET trashed_at = NULL WHERE id = (SELECT site_id FROM plan WHERE id = ?)',
  forget: 'DELETE FROM intake WHERE plan_id = ?',
  // A plan that is listed or was edited has come to its end, whatever stands there.
  ended: `DELETE FROM intake WHERE EXISTS
    (SELECT 1 FROM plan WHERE plan.id = intake.plan_id AND (trashed_at IS NULL OR version > 1))`,
  unfinished: 'SELECT plan_id, made_site FROM intake',
  clearRows: `DELETE FROM record WHERE seq IN (SELECT seq FROM record WHERE plan_id = ? LIMIT ${CLEARED_ROWS})`,
  clearPlan: 'DELETE FROM plan WHERE id = ?',
  clearSite: 'DELETE FROM site WHERE id = ? AND NOT EXISTS (SELECT 1 FROM plan WHERE site_id = site.id)',
  // A file may name a picture that it does not hold and that came in before.
  placeAll: planSql.placeAll,
  // Parts alone prove nothing: the row of a picture may have been lost.
  unfinishedPicture: `SELECT sha256 FROM unplaced
    WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = unplaced.sha256) LIMIT 1`,
  forgetPicture: 'DELETE FROM unplaced WHERE sha256 = ?',
  clearParts: `DELETE FROM attachment_part WHERE rowid IN
    (SELECT rowid FROM attachment_part WHERE sha256 = ? LIMIT ${CLEARED_PARTS})`,
} as const;

type Statements = { readonly [N in keyof typeof intakeSql]: Database.Statement<unknown[], never> };

/**
 * Stores a plan that comes by parts, in calls of a few milliseconds each.
 *
 * Only `list`, the last one, makes it to be seen. What is cut off before that stays unseen and goes with
 * `clearSome`; all of it survives the end of the program at any moment.
 */
export class PlanIntake {
  readonly #db: Database.Database;
  readonly #plans: Pick<PlanRepository, 'summary'>;
  readonly #setup: Setup;
  readonly #sql: Statements;
  readonly #summaries: PlanSummaries;
  readonly #attachments: AttachmentRepository;
  /** What still comes in, and is not to be cleared by whoever clears what others left. */
  readonly #kept = new Set<string>();

  constructor(db: Database.Database, plans: Pick<PlanRepository, 'summary'>, setup: Setup) {
    this.#db = db;
    this.#plans = plans;
    this.#setup = setup;
    const prepared = Object.entries(intakeSql).map(([name, sql]) => [name, db.prepare(sql)]);
    this.#sql = Object.fromEntries(prepared) as Statements;
    this.#summaries = new PlanSummaries(db);
    this.#attachments = new AttachmentRepository(db);
  }

  /** Begins a plan without rows, unseen; 'not-found' when its site is not there. */
  begin(plan: IncomingPlan, site: IncomingSite): Result<null, AppError> {
    return this.#transaction(() => {
      const at = this.#setup.now();
      const found = this.#siteOf(site, at);
      if (found === null) return err(siteNotFound());
      this.#sql.makePlan.run({ ...plan, siteId: found.id, format: FORMAT, at });
      this.#sql.note.run({ id: plan.id, madeSite: found.isMade ? found.id : null });
      return ok(null);
    });
  }

  /** Stores rows from an index on until its time is up; gives the index of the first that is left. */
  put(planId: string, rows: readonly IncomingRow[], from: number): Result<number, AppError> {
    return this.#transaction(() => {
      const end = performance.now() + SLICE_MS;
      let next = from;
      for (let row = rows[next]; row && (next === from || performance.now() < end); row = rows[next]) {
        this.#sql.put.run(planId, row.id, row.kind, row.body, row.checksum);
        next += 1;
      }
      return ok(next);
    });
  }

  /**
   * Ends a plan whose rows are all there: it and its pictures are stored like any other from here on.
   *
   * `tally` is of all its records: whoever read them has counted them, so that nobody does it here.
   */
  list(planId: string, pictures: readonly IncomingPicture[], tally: Tally): Result<null, AppError> {
    return this.#transaction(() => {
      const at = this.#setup.now();
      for (const picture of pictures) {
        const placed = this.#attachments.place(picture);
        if (!placed.ok) return placed;
      }
      this.#sql.placeAll.run(planId);
      this.#sql.list.run({ id: planId, at });
      this.#sql.listSite.run(planId);
      this.#sql.forget.run(planId);
      const listed = this.#plans.summary(planId);
      if (!listed.ok) return listed;
      this.#summaries.put({ id: planId, version: listed.value.version, format: FORMAT, at }, tally);
      return ok(null);
    });
  }

  /** Keeps a plan that comes in from being cleared, until it is let go. */
  keep(planId: string): void {
    this.#kept.add(planId);
  }

  /** Whatever has become of it: if it was not listed, it is cleared with the next that never came to its end. */
  letGo(planId: string): void {
    this.#kept.delete(planId);
  }

  /**
   * Removes some of what never came to its end; false when nothing is left. Never while a file comes in: parts of
   * its pictures belong to nothing yet.
   */
  clearSome(): Result<boolean, AppError> {
    return this.#transaction(() => {
      this.#sql.ended.run();
      const rows = this.#sql.unfinished.all() as { plan_id: string; made_site: string | null }[];
      const row = rows.find(({ plan_id }) => !this.#kept.has(plan_id));
      if (!row) return ok(this.#clearPicture());
      if (this.#sql.clearRows.run(row.plan_id).changes > 0) return ok(true);
      this.#sql.forget.run(row.plan_id);
      this.#sql.clearPlan.run(row.plan_id);
      if (row.made_site !== null) this.#sql.clearSite.run(row.made_site);
      return ok(true);
    });
  }

  #clearPicture(): boolean {
    const picture = this.#sql.unfinishedPicture.get() as { sha256: string } | undefined;
    if (!picture) return false;
    if (this.#sql.clearParts.run(picture.sha256).changes === 0) this.#sql.forgetPicture.run(picture.sha256);
    return true;
  }

  #siteOf(site: IncomingSite, at: string): { readonly id: string; readonly isMade: boolean } | null {
    if ('siteId' in site) return this.#sql.site.get(site.siteId) ? { id: site.siteId, isMade: false } : null;
    const known = this.#sql.siteByName.get(site.siteName) as { id: string } | undefined;
    if (known) return { id: known.id, isMade: false };
    const id = this.#setup.newId();
    this.#sql.makeSite.run({ id, name: site.siteName, at });
    return { id, isMade: true };
  }

  #transaction<T>(work: () => Result<T, AppError>): Result<T, AppError> {
    return attempt(() => this.#db.transaction(work).immediate());
  }
}
