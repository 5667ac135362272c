import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import type { PlanSummary } from '../../core/contract/shapes.ts';
import { formats as todays } from '../../core/plan/format.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { allRecords } from '../../core/plan/plan.ts';
import type { Formats } from '../../core/records/formats.ts';
import { err, ok, type Result } from '../../core/result.ts';
import {
  type ListedRow,
  lossOf,
  type PlanRow,
  partOfRows,
  summaryOf,
  type WrittenRow,
  writtenRows,
} from './plan-rows.ts';
import { type PlanStatements, planStatements } from './plan-statements.ts';
import { attempt, changedElsewhere, planNotFound } from './storage-error.ts';

/** What is known of a plan without reading its records. */
export type PlanFacts = {
  readonly summary: PlanSummary;
  readonly siteName: string;
  /** The plan that its files name: for what was received beside another plan, that plan. */
  readonly fileId: string;
  /** It is of an earlier plan format: whatever changes it brings all of it to today's first. */
  readonly isFormer: boolean;
};

/** Rows of a plan, and the place after which the next ones are; null after the last. */
export type RowPage = { readonly rows: readonly WrittenRow[]; readonly next: number | null };

// Main answers other calls between two pages, and the window reads one while the next is fetched. Up to
// about 64 KB a message goes without a shared memory of its own, which costs more than its copy.
export const ROWS_A_PAGE = 150;
// Of records with very many corners fewer are a page: neither process is held up by one.
const CHARACTERS_A_PAGE = 256 * 1024;

/**
 * Parts of the stored plans, read without the rest: no call takes longer for a plan of more records, but for the
 * first of `rows`, which counts them.
 */
export class PlanParts {
  readonly #sql: PlanStatements;
  readonly #formats: Formats;

  constructor(db: Database.Database, formats: Formats = todays) {
    this.#sql = planStatements(db);
    this.#formats = formats;
  }

  /** What a plan that is not in the trash is called, where it lies, and the plan that its files name. */
  facts(id: string): Result<PlanFacts, AppError> {
    return attempt(() => {
      const row = this.#sql.plan.get(id);
      return row ? ok(this.factsOf(row)) : err(planNotFound());
    });
  }

  factsOf(row: ListedRow): PlanFacts {
    return {
      summary: summaryOf(row),
      siteName: this.#sql.siteName.get(row.site_id) ?? '',
      fileId: row.received_from ?? row.id,
      isFormer: row.format !== this.#formats.format,
    };
  }

  /** One record of a plan, in today's format; null where the plan has none of that id. */
  record(id: string, recordId: string): Result<PlanRecord | null, AppError> {
    return attempt(() => {
      const row = this.#sql.plan.get(id);
      if (!row) return err(planNotFound());
      const found = this.#sql.stored.get(id, recordId);
      if (!found) return ok(null);
      const read = partOfRows(row, [found], this.#formats);
      if (!read.ok) return read;
      const [record = null] = allRecords(read.value.plan);
      return ok(record);
    });
  }

  /**
   * Rows of a plan in the order they were made, those after a place, checked: to be written again as they are.
   *
   * 'conflict' when the plan is no longer of that version, or not of today's format; 'damaged' where rows of it
   * are missing.
   */
  rows(id: string, given: { readonly version: number; readonly after: number }): Result<RowPage, AppError> {
    return attempt(() => {
      const row = this.#sql.plan.get(id);
      if (!row) return err(planNotFound());
      const isAsGiven = row.version === given.version && row.format === this.#formats.format;
      if (!isAsGiven) return err(changedElsewhere(row.name));
      const whole = given.after === 0 ? this.#sql.whole.get({ id }) : undefined;
      const loss = whole ? lossOf(row, whole) : null;
      return loss ? err(loss) : this.#page(row, given.after);
    });
  }

  #page(row: PlanRow, after: number): Result<RowPage, AppError> {
    const all = this.#sql.page.iterate(row.id, after, Number.MAX_SAFE_INTEGER, ROWS_A_PAGE);
    const { rows, isLast } = pageOfRows(all);
    const written = writtenRows(row.name, rows);
    if (!written.ok) return written;
    return ok({ rows: written.value, next: isLast ? null : (rows.at(-1)?.seq ?? null) });
  }
}

/** The rows of a page: as many as it takes, at least one. */
export function pageOfRows<R extends { readonly body: string }>(
  all: Iterable<R>,
): { rows: R[]; isLast: boolean } {
  const rows: R[] = [];
  let characters = 0;
  for (const row of all) {
    rows.push(row);
    characters += row.body.length;
    if (rows.length === ROWS_A_PAGE || characters >= CHARACTERS_A_PAGE) return { rows, isLast: false };
  }
  return { rows, isLast: true };
}
