import type { Lookup } from '../plan/integrity.ts';
import type { PlanRecord } from '../plan/kinds/index.ts';
import { isKind, isPlaced } from '../plan/plan.ts';

/** Whether a record may not be changed: it is locked itself, or its layer is. */
export function isLocked(record: PlanRecord, lookup: Lookup): boolean {
  if (!isPlaced(record)) return false;
  if (record.locked) return true;
  const layer = lookup(record.layer);
  return layer !== undefined && isKind(layer, 'layer') && layer.locked;
}
