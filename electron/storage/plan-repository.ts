import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import type { JournalRow, PlanSummary, StoredCommit } from '../../core/contract/shapes.ts';
import { samePlan } from '../../core/plan/diff.ts';
import { formats } from '../../core/plan/format.ts';
import type { PlanRecord, RecordOf } from '../../core/plan/kinds/index.ts';
import { allRecords, isKind, kindOf, type Plan, recordCount } from '../../core/plan/plan.ts';
import { nothing, together, withinLimits } from '../../core/plan/plan-limits.ts';
import { shareOf, tallyOf } from '../../core/plan/tally.ts';
import type { Formats } from '../../core/records/formats.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type PreparedCommit, prepareCommit, type RecordWrite } from './journal/prepare-commit.ts';
import { type PlanFacts, PlanParts, pageOfRows, ROWS_A_PAGE } from './plan-parts.ts';
import {
  checksumOf,
  type ListedRow,
  lossOf,
  planOfRows,
  soundRecord,
  summaryOf,
  textOfRows,
} from './plan-rows.ts';
import { type PlanStatements, planStatements } from './plan-statements.ts';
import { attempt, changedElsewhere, planNotFound, siteNotFound } from './storage-error.ts';
import { PlanSummaries } from './summaries/plan-summaries.ts';
import { ShareChanges } from './summaries/share-changes.ts';

export type StoredPlan = PlanFacts & { readonly plan: Plan };

/** Rows of a plan in the order the records were made: those after one place up to another. */
export type Stretch = { readonly after: number; readonly upTo: number };

export type OpenedPlan = {
  readonly summary: PlanSummary;
  readonly siteName: string;
  /** Ascending; together all records of the plan. */
  readonly stretches: readonly Stretch[];
};

/** A part of a plan's records, in the order they were made. */
export type RecordPage = {
  /** A JSON array of records. */
  readonly records: string;
  /** Asks for the page after this one; null after the last. */
  readonly next: number | null;
};

/** Most records of an earlier format that are brought to today's at once, where that cannot be written. */
const MOST_AT_ONCE = 20_000;

const SETTINGS = 'settings:plan';

// Stretches are read side by side: while the window parses a page of one, main reads a page of another.
const STRETCHES = 3;

export type NewStoredPlan = {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  readonly plan: Plan;
  /** The plan that a file named, when this is its content kept beside that plan; else null. */
  readonly receivedFrom: string | null;
};

export type RepositorySetup = {
  readonly newId: () => string;
  /** The time now as ISO 8601 in UTC. */
  readonly now: () => string;
  /** The plan formats that this program knows; others only in tests. */
  readonly formats?: Formats;
};

/**
 * The plans of a database: every save is one transaction with a journal row for each commit.
 *
 * What the disk or a damaged row can cause comes back as an error with a sentence; a failed write
 * leaves what was stored as it was and may be tried again.
 */
export class PlanRepository {
  readonly #sql: PlanStatements;
  readonly #db: Database.Database;
  readonly #setup: RepositorySetup;
  readonly #summaries: PlanSummaries;
  readonly #parts: PlanParts;

  constructor(db: Database.Database, setup: RepositorySetup) {
    this.#db = db;
    this.#setup = setup;
    this.#sql = planStatements(db);
    this.#summaries = new PlanSummaries(db);
    this.#parts = new PlanParts(db, setup.formats);
  }

  /** The plans of a site that are not in the trash, last changed first. */
  list(siteId: string): PlanSummary[] {
    return this.#sql.list.all(siteId).map(summaryOf);
  }

  /** Stores a plan as version 1 with an empty journal; 'not-found' when the site is not there. */
  create(given: NewStoredPlan): Result<PlanSummary, AppError> {
    return this.#transaction(() => {
      if (this.#sql.siteName.get(given.siteId) === undefined) return err(siteNotFound());
      const at = this.#setup.now();
      const { id, siteId, name, plan, receivedFrom } = given;
      const records = recordCount(plan);
      this.#sql.insert.run({ id, siteId, name, format: this.#format, records, receivedFrom, at });
      for (const record of allRecords(plan)) this.#put(id, record);
      this.#sql.placeAll.run(id);
      this.#summaries.put({ id, version: 1, format: this.#format, at }, tallyOf(allRecords(plan)));
      return this.summary(id);
    });
  }

  /** The summary of a plan that is not in the trash. */
  summary(id: string): Result<PlanSummary, AppError> {
    const row = this.#sql.plan.get(id);
    return row ? ok(summaryOf(row)) : err(planNotFound());
  }

  /** Reads a plan; one in an older plan format is written back in today's. */
  load(id: string): Result<StoredPlan, AppError> {
    return attempt(() => {
      const row = this.#sql.plan.get(id);
      return row ? this.#read(row) : err(planNotFound());
    });
  }

  /** What a plan is, its records brought to today's plan format; `page` reads them by stretches. */
  open(id: string): Result<OpenedPlan, AppError> {
    return attempt(() => {
      const row = this.#sql.plan.get(id);
      if (!row) return err(planNotFound());
      const loss = this.#lossOf(row);
      if (loss) return err(loss);
      const ready = this.#inTodaysFormat(row);
      if (!ready.ok) return ready;
      const siteName = this.#sql.siteName.get(row.site_id) ?? '';
      return ok({ summary: summaryOf(row), siteName, stretches: this.#stretches(id) });
    });
  }

  /**
   * The records of a stretch of a plan page by page, checked.
   *
   * 'conflict' when the plan is no longer of that version. A plan in an older format that cannot be
   * written again is one page.
   */
  page(id: string, given: Stretch & { readonly version: number }): Result<RecordPage, AppError> {
    return attempt(() => {
      const row = this.#sql.plan.get(id);
      if (!row) return err(planNotFound());
      if (row.version !== given.version) return err(changedElsewhere(row.name));
      if (row.format !== this.#format) return this.#wholePage(row);
      const { rows, isLast } = pageOfRows(this.#sql.page.iterate(id, given.after, given.upTo, ROWS_A_PAGE));
      const records = textOfRows(row.name, rows);
      if (!records.ok) return records;
      const next = isLast ? null : (rows.at(-1)?.seq ?? null);
      return ok({ records: records.value, next });
    });
  }

  /** Whether a stored plan, the trash included, holds exactly the records of another one. */
  holds(id: string, plan: Plan): boolean {
    const row = this.#sql.anywhere.get(id);
    const stored = row && this.#read(row);
    return stored?.ok === true && samePlan(stored.value.plan, plan);
  }

  /**
   * Writes commits on top of `baseVersion` in one transaction; the new version is `baseVersion + 1`.
   *
   * 'conflict' when the stored plan is of another version; 'refused' when it would have more records than a plan
   * may, or when these commits alone add more corners (those of the whole plan are counted in the window);
   * 'not-written' when the disk refuses. Commits that were prepared before cost the least time here.
   */
  save(
    id: string,
    given: { readonly baseVersion: number; readonly commits: readonly (StoredCommit | PreparedCommit)[] },
  ): Result<{ version: number; savedAt: string }, AppError> {
    const commits = given.commits.map((each) => ('diff' in each ? prepareCommit(each) : each));
    return this.#transaction(() => {
      const row = this.#sql.plan.get(id);
      if (!row) return err(planNotFound());
      if (row.version !== given.baseVersion) return err(changedElsewhere(row.name));
      const growth = commits.reduce((sum, commit) => together(sum, commit.growth), nothing);
      const isGrowing = growth.records > 0 || growth.pictures > 0 || growth.corners > 0 || growth.bytes > 0;
      const size = withinLimits({ ...growth, records: row.records + growth.records });
      if (!size.ok && isGrowing) return err({ code: 'refused', message: size.error.message });
      return ok(this.#commit(row, commits));
    });
  }

  /** The newest `most` rows of the journal, newest first. */
  history(id: string, most: number): JournalRow[] {
    return this.#sql.history.all(id, most);
  }

  /**
   * Renames a plan, and the name in its settings record by a commit under the given label. No other record is
   * read, unless the plan is of an earlier format.
   */
  rename(id: string, name: string, label: string): Result<null, AppError> {
    return this.#transaction(() => {
      const row = this.#sql.plan.get(id);
      if (!row) return err(planNotFound());
      const ready = this.#inTodaysFormat(row);
      if (!ready.ok) return ready;
      const settings = this.#settingsOf(row);
      if (!settings.ok) return settings;
      const before = settings.value;
      const diff = [{ id: before.id, before, after: { ...before, name } }];
      const [step, at] = [this.#setup.newId(), this.#setup.now()];
      this.#commit(row, [prepareCommit({ label, author: '', at, step, undoes: null, diff })]);
      return ok(null);
    });
  }

  /** Hides a plan; nothing of it is deleted. */
  moveToTrash(id: string): Result<null, AppError> {
    return this.#transaction(() => {
      const moved = this.#sql.trash.run({ id, at: this.#setup.now() }).changes;
      return moved === 1 ? ok(null) : err(planNotFound());
    });
  }

  /** Takes a plan out of the trash, and its site with it. */
  restore(id: string): Result<null, AppError> {
    return this.#transaction(() => {
      if (this.#sql.untrash.run(id).changes === 0) return err(planNotFound());
      this.#sql.untrashSite.run(id);
      return ok(null);
    });
  }

  /** Ids of the plan a file names and of what was received for it, as far as they are stored, trash included. */
  copiesOf(id: string): string[] {
    return this.#sql.copies.all(id, id);
  }

  /** The rows of a plan in stretches of about the same length; a small or older plan is one. */
  #stretches(id: string): Stretch[] {
    const row = this.#sql.plan.get(id);
    const [first, last] = [this.#sql.firstRow.get(id) ?? 0, this.#sql.lastRow.get(id) ?? 0];
    const isOne = row?.format !== this.#format || row.records < 2 * ROWS_A_PAGE;
    const count = isOne ? 1 : STRETCHES;
    const endOf = (index: number) => first - 1 + Math.ceil(((last - first + 1) * index) / count);
    return Array.from({ length: count }, (_, index) => ({ after: endOf(index), upTo: endOf(index + 1) }));
  }

  #settingsOf(row: ListedRow): Result<RecordOf<'settings'>, AppError> {
    const record = this.#parts.record(row.id, SETTINGS);
    if (!record.ok) return record;
    if (record.value && isKind(record.value, 'settings')) return ok(record.value);
    return err(this.#lossOf(row) ?? planNotFound());
  }

  /** Brings a plan of an earlier format to today's, unless nothing can be written: then it is read as it is. */
  #inTodaysFormat(row: ListedRow): Result<null, AppError> {
    if (row.format === this.#format) return ok(null);
    if (this.#isReadOnly && row.records > MOST_AT_ONCE) return err(notBrought(row.name));
    const read = this.#read(row);
    return read.ok ? ok(null) : read;
  }

  #lossOf(row: ListedRow): AppError | null {
    const whole = this.#sql.whole.get({ id: row.id });
    return whole === undefined ? null : lossOf(row, whole);
  }

  #read(row: ListedRow): Result<StoredPlan, AppError> {
    const loss = this.#lossOf(row);
    if (loss) return err(loss);
    const read = planOfRows(row, this.#sql.records.all(row.id), this.#formats);
    if (!read.ok) return read;
    const { value } = read;
    if (value.migrated) this.#rewrite(row, value.plan);
    return ok({ ...this.#parts.factsOf(row), plan: value.plan });
  }

  #wholePage(row: ListedRow): Result<RecordPage, AppError> {
    const read = this.#read(row);
    if (!read.ok) return read;
    return ok({ records: JSON.stringify([...allRecords(read.value.plan)]), next: null });
  }

  get #formats(): Formats {
    return this.#setup.formats ?? formats;
  }

  get #format(): number {
    return this.#formats.format;
  }

  #transaction<T>(work: () => Result<T, AppError>): Result<T, AppError> {
    return attempt(() => this.#db.transaction(work).immediate());
  }

  #put(planId: string, record: PlanRecord): void {
    const body = JSON.stringify(record);
    this.#sql.put.run(planId, record.id, kindOf(record.id), body, checksumOf(body));
  }

  #commit(row: ListedRow, commits: readonly PreparedCommit[]): { version: number; savedAt: string } {
    let seq = this.#sql.lastSeq.get(row.id) ?? 0;
    let name = row.name;
    const changes = new ShareChanges();
    for (const { writes, body, attachments, planName, ...facts } of commits) {
      seq += 1;
      for (const write of writes) this.#write(row.id, write, changes);
      this.#sql.append.run({ id: row.id, seq, format: this.#format, ...facts, ...body });
      for (const sha256 of attachments) {
        this.#sql.name.run(sha256, row.id, seq);
        this.#sql.place.run(sha256);
      }
      name = planName ?? name;
    }
    const [version, at] = [row.version + 1, this.#setup.now()];
    this.#sql.update.run({ id: row.id, name, version, at, seq });
    this.#summaries.advance(row.version, { id: row.id, version, format: this.#format, at }, changes);
    return { version, savedAt: at };
  }

  #write(planId: string, write: RecordWrite, changes: ShareChanges): void {
    const { id, was, is } = write;
    if (this.#writeOver(planId, write)) {
      changes.add(id, was?.share ?? null, is?.share ?? null);
      return;
    }
    // What is there is not what the commit says it was: what counts is what is there.
    const stored = this.#sql.stored.get(planId, id);
    if (is) this.#sql.put.run(planId, id, kindOf(id), is.body, is.checksum);
    else this.#sql.remove.run(planId, id);
    const record = stored ? soundRecord(stored) : null;
    if (stored && !record) changes.lose();
    else changes.add(id, record && shareOf(record), is?.share ?? null);
  }

  /** Writes a record where what is there is what the commit says; false, and nothing written, where it is not. */
  #writeOver(planId: string, { id, was, is }: RecordWrite): boolean {
    if (is && was) return this.#sql.change.run(is.body, is.checksum, planId, id, was.checksum).changes === 1;
    if (is) return this.#sql.add.run(planId, id, kindOf(id), is.body, is.checksum).changes === 1;
    return was !== null && this.#sql.take.run(planId, id, was.checksum).changes === 1;
  }

  #rewrite(row: ListedRow, plan: Plan): void {
    const { id, version, updated_at: at } = row;
    const rewrite = this.#db.transaction(() => {
      this.#sql.clear.run(id);
      for (const record of allRecords(plan)) this.#put(id, record);
      this.#sql.reformat.run({ id, format: this.#format });
      this.#summaries.put({ id, version, format: this.#format, at }, tallyOf(allRecords(plan)));
    });
    if (!this.#isReadOnly) rewrite.immediate();
  }

  get #isReadOnly(): boolean {
    return this.#db.pragma('query_only', { simple: true }) !== 0;
  }
}

function notBrought(name: string): AppError {
  const message = `The plan "${name}" is of an earlier format and too large to be read as it is. Allow writing to the database's file and folder, then start Sallyport again: it brings the plan up to date.`;
  return { code: 'refused', message };
}
