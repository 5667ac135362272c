import type Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import type { StepTrouble, StoredStep } from '../../../core/contract/shapes.ts';
import { planSet } from '../../../core/plan/plan-set.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { attempt, planNotFound } from '../storage-error.ts';
import { type JournalSet, pagesOfRow, type RowReading, type StoredRow } from './read-row.ts';
import { isMissed, type JournalCommit, type StepOutline, StepStacks } from './step-stacks.ts';

/** The SQL of the journal; a test asks the planner which index each of them uses. */
export const journalSql = {
  plan: `SELECT undo_from, unnamed_format, last_seq FROM plan WHERE id = ? AND trashed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM site WHERE site.id = plan.site_id AND site.trashed_at IS NOT NULL)`,
  commits: 'SELECT seq, step, undoes, label, at FROM change WHERE plan_id = ? AND seq > ? ORDER BY seq',
  row: 'SELECT diff, format, checksum, packed FROM change WHERE plan_id = ? AND seq = ?',
  // Neither reads the text itself.
  size: 'SELECT coalesce(size, octet_length(diff)) FROM change WHERE plan_id = ? AND seq = ?',
} as const;

export type Stack = 'done' | 'undone';

/** Steps beneath a height of a stack, as many as lie within so many characters. */
export type StepsAsked = { readonly stack: Stack; readonly upTo: number; readonly characters: number };

export type ChangePages = {
  readonly pages: string[];
  readonly next: number | null;
  readonly trouble: StepTrouble | null;
};

type JournalPlan = {
  readonly undo_from: number;
  readonly unnamed_format: number | null;
  readonly last_seq: number;
};
type Known = { readonly id: string; readonly undoFrom: number; readonly stacks: StepStacks; seq: number };
type Expanded = { readonly id: string; readonly seq: number; readonly pages: readonly string[] };

/** What is wrong with the row, or why nothing can be read now. */
type RowFailure = StepTrouble | AppError;

/** Most steps of one answer, and about as many characters of pages in another. */
const MOST_STEPS = 64;
const PAGES_CHARACTERS = 1_000_000;

/** What the records in a journal are; those of plans where nothing else is said. */
export type JournalSetup = Partial<JournalSet>;

/**
 * The steps that undo and redo can take, read from the journals of a database.
 *
 * A row that cannot be read is a trouble of its step, never a failure: the steps above it can be taken.
 */
export class JournalRepository {
  readonly #plan: Database.Statement<[string], JournalPlan>;
  readonly #commits: Database.Statement<[string, number], JournalCommit>;
  readonly #row: Database.Statement<[string, number], StoredRow>;
  readonly #size: Database.Statement<[string, number], number>;
  readonly #setup: JournalSetup;
  // One plan is open at a time, and one large row is on its way: both are read in parts.
  #known: Known | null = null;
  #expanded: Expanded | null = null;

  constructor(db: Database.Database, setup: JournalSetup = {}) {
    this.#setup = setup;
    this.#plan = db.prepare<[string], JournalPlan>(journalSql.plan);
    this.#commits = db.prepare<[string, number], JournalCommit>(journalSql.commits);
    this.#row = db.prepare<[string, number], StoredRow>(journalSql.row);
    this.#size = db.prepare<[string, number], number>(journalSql.size).pluck();
  }

  /** How many steps undo and redo can take of a plan that is not in the trash. */
  depths(id: string): Result<{ done: number; undone: number }, AppError> {
    return attempt(() => {
      const plan = this.#plan.get(id);
      if (!plan) return err(planNotFound());
      const { done, undone } = this.#stacks(id, plan);
      return ok({ done: done.length, undone: undone.length });
    });
  }

  /** Steps of a stack beneath a height, the uppermost first, up to and with the first that cannot be read. */
  async steps(id: string, asked: StepsAsked): Promise<Result<StoredStep[], AppError>> {
    const found = attempt(() => {
      const plan = this.#plan.get(id);
      return plan ? ok({ plan, outlines: this.#outlines(id, plan, asked) }) : err(planNotFound());
    });
    if (!found.ok) return found;
    const reading = this.#reading(found.value.plan);
    const steps: StoredStep[] = [];
    for (const { outline, size } of found.value.outlines) {
      const isAlong = size <= asked.characters;
      const read = isAlong ? await this.#rows(id, outline, reading) : ok(null);
      if (!read.ok && typeof read.error !== 'string') return err(read.error);
      const [rows, trouble] = read.ok ? [read.value, null] : [null, read.error as StepTrouble];
      steps.push({ ...outline, seqs: [...outline.seqs], characters: size, rows, trouble });
      if (trouble) break;
    }
    return ok(steps);
  }

  /** The pages of one commit from one of them on. */
  async changes(
    id: string,
    { seq, from }: { readonly seq: number; readonly from: number },
  ): Promise<Result<ChangePages, AppError>> {
    const plan = attempt(() => ok(this.#plan.get(id)));
    if (!plan.ok) return plan;
    if (!plan.value) return err(planNotFound());
    const all = await this.#pages(id, seq, this.#reading(plan.value));
    if (!all.ok && typeof all.error !== 'string') return err(all.error);
    if (!all.ok) return ok({ pages: [], next: null, trouble: all.error as StepTrouble });
    const pages: string[] = [];
    let characters = 0;
    for (const page of all.value.slice(from)) {
      if (pages.length > 0 && characters + page.length > PAGES_CHARACTERS) break;
      pages.push(page);
      characters += page.length;
    }
    const end = from + pages.length;
    const next = end < all.value.length ? end : null;
    this.#expanded = next === null ? null : { id, seq, pages: all.value };
    return ok({ pages, next, trouble: null });
  }

  /** The stacks of a plan, brought up to what its journal has by now. */
  #stacks(id: string, { undo_from: undoFrom, last_seq: lastSeq }: JournalPlan): StepStacks {
    const isKnown = this.#known?.id === id && this.#known.undoFrom === undoFrom;
    const known = isKnown && this.#known ? this.#known : newlyKnown(id, undoFrom);
    for (const commit of this.#commits.iterate(id, known.seq)) {
      if (commit.seq !== known.seq + 1) known.stacks.miss();
      known.stacks.take(commit);
      known.seq = commit.seq;
    }
    if (known.seq < lastSeq) known.stacks.miss();
    known.seq = Math.max(known.seq, lastSeq);
    this.#known = known;
    return known.stacks;
  }

  #outlines(id: string, plan: JournalPlan, { stack, upTo, characters }: StepsAsked) {
    const beneath = this.#stacks(id, plan)
      [stack].slice(Math.max(upTo - MOST_STEPS, 0), upTo)
      .reverse();
    const taken: { readonly outline: StepOutline; readonly size: number }[] = [];
    let sum = 0;
    for (const outline of beneath) {
      const size = outline.seqs.reduce((total, seq) => total + (this.#size.get(id, seq) ?? 0), 0);
      sum += size;
      if (taken.length > 0 && sum > characters) break;
      taken.push({ outline, size });
    }
    return taken;
  }

  async #rows(
    id: string,
    { seqs }: StepOutline,
    reading: RowReading,
  ): Promise<Result<string[][], RowFailure>> {
    if (isMissed({ seqs })) return err('damaged');
    const rows: string[][] = [];
    for (const seq of seqs) {
      const pages = await this.#pages(id, seq, reading);
      if (!pages.ok) return pages;
      rows.push([...pages.value]);
    }
    return ok(rows);
  }

  async #pages(id: string, seq: number, reading: RowReading): Promise<Result<readonly string[], RowFailure>> {
    const known = this.#expanded;
    if (known?.id === id && known.seq === seq) return ok(known.pages);
    const row = attempt(() => ok(this.#row.get(id, seq)));
    // Pages of the database that belong to this row alone cost no more than the row.
    if (!row.ok) return err(row.error.code === 'damaged' ? 'damaged' : row.error);
    return row.value ? pagesOfRow(row.value, reading) : err('damaged');
  }

  #reading({ unnamed_format: unnamedFormat }: JournalPlan): RowReading {
    const { reader = planSet.reader, formats = planSet.formats } = this.#setup;
    return { set: { reader, formats }, unnamedFormat: unnamedFormat ?? formats.format };
  }
}

function newlyKnown(id: string, undoFrom: number): Known {
  return { id, undoFrom, stacks: new StepStacks(), seq: undoFrom };
}
