import type { PlanDiff } from '../plan/diff.ts';
import type { AnyId, PlanRecord } from '../plan/kinds/index.ts';
import { isKind, isPlaced, type Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { isLocked } from './is-locked.ts';
import { removeWithDependents } from './remove-with-dependents.ts';
import { tryEdit } from './try-edit.ts';

function isDeletable(record: PlanRecord | undefined): record is PlanRecord {
  return record !== undefined && (isPlaced(record) || isKind(record, 'sheet'));
}

/**
 * Diff that deletes records and keeps the plan sound: the openings of a wall go with it, gates,
 * barriers and cameras are released from what goes.
 *
 * Locked records stay; refuses with 'locked' only when nothing else was given. Settings, floors,
 * layers and phases are passed over: `deleteStructure` is for them.
 */
export function deleteRecords(plan: Plan, ids: Iterable<AnyId>): Result<PlanDiff, 'locked'> {
  return tryEdit(plan, (draft) => {
    const given = [...ids].map((id) => draft.get(id)).filter(isDeletable);
    const free = given.filter((record) => !isLocked(record, (id) => draft.get(id)));
    if (given.length > 0 && free.length === 0) return 'locked';
    removeWithDependents(
      draft,
      free.map((record) => record.id),
    );
    return null;
  });
}
