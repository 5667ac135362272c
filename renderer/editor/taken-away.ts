import { shows } from '../../core/picture/lens.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId, Kind } from '../../core/plan/kinds/index.ts';
import { getRecord, isPlaced, kindOf } from '../../core/plan/plan.ts';
import { isSelectable } from './is-selectable.ts';
import { lensOfWindow, type Shown } from './window-lens.ts';

/** Whether a diff takes a record of a kind away. */
export function takesAway(diff: PlanDiff, kind: Kind | undefined): boolean {
  if (kind === undefined) return false;
  for (const [id, { before, after }] of diff) if (before && !after && kindOf(id) === kind) return true;
  return false;
}

/** What has just gone from sight by a diff, and what is on a layer that was locked, cannot stay selected. */
export function isTakenAway(shown: Shown, id: AnyId, diff: PlanDiff): boolean {
  const record = getRecord(shown.plan, id);
  if (!record || !isPlaced(record)) return record === undefined;
  if (diff.has(record.layer)) return !isSelectable(shown, record);
  // On another floor it is still in sight of the person who put it there.
  const onAnyFloor = { ...lensOfWindow(shown), floors: null };
  const { sheet } = shown.view.lens;
  const isSeenAnew = diff.has(id) || (sheet !== null && diff.has(sheet));
  return isSeenAnew && !shows(onAnyFloor, record, shown.plan);
}
