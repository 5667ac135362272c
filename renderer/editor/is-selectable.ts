import { shows } from '../../core/picture/lens.ts';
import type { PlacedRecord } from '../../core/plan/kinds/index.ts';
import { isKind } from '../../core/plan/plan.ts';
import { lensOfWindow, type Shown } from './window-lens.ts';

/** Whether the window shows a record. */
export function isInWindow(shown: Shown, record: PlacedRecord): boolean {
  return shows(lensOfWindow(shown), record, shown.plan);
}

/**
 * Whether a click can mean a record: it is shown and its layer is not locked.
 *
 * A locked record can be clicked, so that it can be looked at and unlocked; a locked picture cannot,
 * because it lies beneath everything and would take every click on empty ground.
 */
export function isSelectable(shown: Shown, record: PlacedRecord): boolean {
  if (!isInWindow(shown, record) || shown.plan.tables.layer.get(record.layer)?.locked) return false;
  return !(record.locked && isKind(record, 'underlay'));
}
