import type Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { AttachmentRepository } from '../attachment-repository.ts';
import { beside, openBesideForWriting } from '../beside.ts';
import { planSql } from '../plan-statements.ts';
import { attempt } from '../storage-error.ts';
import { PlanSummaries } from '../summaries/plan-summaries.ts';
import { type RecoveredRows, type RowsRequest, recoveredRows } from './plan-recovery.ts';

const KEEP_STEPS = `UPDATE plan SET version = version + 1, updated_at = @at, format = @format,
  records = (SELECT count(*) FROM record WHERE plan_id = @id) WHERE id = @id`;
const END_STEPS = 'UPDATE plan SET undo_from = @seq WHERE id = @id';

export type RestorePlanRequest = RowsRequest & { readonly at: string };

/**
 * Finds and writes the good state of a damaged plan that a backup gives, on connections of its own; pictures that
 * are lost part by part, so that they are there before the rows that show them.
 */
export function restorePlan({ at, ...request }: RestorePlanRequest): Promise<Result<null, AppError>> {
  return beside(
    () => openBesideForWriting(request.file),
    async (db) => {
      const attachments = new AttachmentRepository(db);
      const refused: AppError[] = [];
      const rows = await recoveredRows(request, async (part) => {
        const taken = attachments.addPart(part);
        if (!taken.ok) refused.push(taken.error);
      });
      const [first] = refused;
      if (first) return err(first);
      return rows.ok ? writeRecovered(db, { id: request.planId, at }, rows.value) : rows;
    },
  );
}

/**
 * Writes the good state of a plan that was found, in one transaction; no other plan is touched. 'conflict' where
 * the plan was changed since it was read.
 *
 * Its undo steps go on only where no edit was made since the backup: else they would not fit what is there.
 */
export function writeRecovered(
  db: Database.Database,
  { id, at }: { readonly id: string; readonly at: string },
  { version, rows, areAll, gone, isExact, tally, pictures }: RecoveredRows,
): Result<null, AppError> {
  const work = db.transaction((): Result<null, AppError> => {
    const now = db.prepare<[string], number>('SELECT version FROM plan WHERE id = ?').pluck().get(id);
    if (now !== version) {
      const message = 'The plan was changed meanwhile. Open it again to see its present state.';
      return err({ code: 'conflict', message });
    }
    const [put, remove] = [db.prepare(planSql.put), db.prepare(planSql.remove)];
    if (areAll) db.prepare(planSql.clear).run(id);
    for (const record of gone) remove.run(id, record);
    for (const row of rows) put.run(id, row.id, row.kind, row.body, row.checksum);
    const attachments = new AttachmentRepository(db);
    for (const picture of pictures) {
      const placed = attachments.place(picture);
      if (!placed.ok) return placed;
    }
    db.prepare(KEEP_STEPS).run({ id, at, format: FORMAT });
    const seq = db.prepare(planSql.lastSeq).pluck().get(id);
    if (!isExact) db.prepare(END_STEPS).run({ id, seq });
    new PlanSummaries(db).put({ id, version: version + 1, format: FORMAT, at }, tally);
    return ok(null);
  });
  return attempt(() => work.immediate());
}
