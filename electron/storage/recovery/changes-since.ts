import type Database from 'better-sqlite3';
import { FORMAT } from '../../../core/plan/format.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { planSet } from '../../../core/plan/plan-set.ts';
import { readPage } from '../../../core/records/packed-change.ts';
import { journalSql } from '../journal/journal-repository.ts';
import { pagesOfRow, type StoredRow } from '../journal/read-row.ts';
import type { PlanRow } from '../plan-rows.ts';
import { planSql } from '../plan-statements.ts';

/** The last commit of a journal: another state of the plan whose journal has it too is an earlier or later one. */
export type JournalEnd = {
  readonly seq: number;
  readonly step: string | null;
  /** A plan that was restored goes on from there: its journal does not lead to it. */
  readonly undoFrom: number;
};

/** What the journal leads to: the record that each id has after it, null where that was deleted. */
export type ChangesSince = ReadonlyMap<AnyId, PlanRecord | null>;

const STEP = 'SELECT step FROM change WHERE plan_id = ? AND seq = ?';
const FORMAT_OF_UNNAMED = 'SELECT unnamed_format FROM plan WHERE id = ?';

const stepAt = (db: Database.Database, id: string, seq: number): string | null =>
  db.prepare<[string, number], string>(STEP).pluck().get(id, seq) ?? null;

/** The end of the journal of a plan as it is stored. */
export function journalEndOf(db: Database.Database, { id, undo_from: undoFrom }: PlanRow): JournalEnd {
  const seq = db.prepare<[string], number | null>(planSql.lastSeq).pluck().get(id) ?? 0;
  return { seq, step: stepAt(db, id, seq), undoFrom };
}

/**
 * What was changed in a plan after an earlier state of it, by its journal.
 *
 * Null where that does not tell it: a row of it is missing or cannot be read, or it does not go on from there.
 */
export async function changesSince(
  db: Database.Database,
  { id, now, earlier }: { readonly id: string; readonly now: JournalEnd; readonly earlier: JournalEnd },
): Promise<ChangesSince | null> {
  const goesOn = now.undoFrom === earlier.undoFrom && stepAt(db, id, earlier.seq) === earlier.step;
  if (!goesOn || now.seq < earlier.seq) return null;
  const unnamedFormat = db.prepare<[string], number | null>(FORMAT_OF_UNNAMED).pluck().get(id) ?? FORMAT;
  const read = db.prepare<[string, number], StoredRow>(journalSql.row);
  const last = new Map<AnyId, PlanRecord | null>();
  for (let seq = earlier.seq + 1; seq <= now.seq; seq += 1) {
    const row = read.get(id, seq);
    const pages = row && (await pagesOfRow(row, { set: planSet, unnamedFormat }));
    if (!pages?.ok) return null;
    for (const page of pages.value)
      for (const { id: record, after } of readPage<PlanRecord>(page)) last.set(record, after);
  }
  return last;
}
