import type { PlanDiff } from '../../plan/diff.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { changedViewport, type SheetViewport } from '../../plan/parts/viewports.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import { err, type Result } from '../../result.ts';
import { type UpdateRefusal, updateRecord } from '../update-records.ts';

/** Diff by which a sheet shows another part of the plan, or the same at another scale. */
export function frameSheet(
  plan: Plan,
  id: IdOf<'sheet'>,
  framing: Partial<SheetViewport>,
): Result<PlanDiff, UpdateRefusal> {
  const sheet = getRecord(plan, id);
  return sheet ? updateRecord(plan, id, changedViewport(sheet, framing)) : err('not-found');
}
