import { isKind, type Plan } from '../../core/plan/plan.ts';
import type { PlacedRecord } from '../../core/plan/records/index.ts';

/** Whether a record is on a layer that is shown. */
export function isShown(plan: Plan, record: PlacedRecord): boolean {
  return plan.tables.layer.get(record.layer)?.visible ?? false;
}

/**
 * Whether a click can mean a record: its layer is shown and not locked.
 *
 * A locked record can be clicked, so that it can be looked at and unlocked; a locked picture cannot,
 * because it lies beneath everything and would take every click on empty ground.
 */
export function isSelectable(plan: Plan, record: PlacedRecord): boolean {
  const layer = plan.tables.layer.get(record.layer);
  if (!layer?.visible || layer.locked) return false;
  return !(record.locked && isKind(record, 'underlay'));
}
