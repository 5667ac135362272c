import type { PlanDiff } from './diff.ts';
import { checkRecord, type Lookup } from './integrity.ts';
import type { AnyId, Kind } from './kinds/index.ts';
import { namersInPlan } from './parts/related.ts';
import { getRecord, kindOf, type Plan, tableOf } from './plan.ts';
import { relationRows } from './relations.ts';

/**
 * Whether a sound plan is sound after a diff that fits it, as `checkIntegrity` would say. Looks at what the diff
 * touches and at what names that alone: O(those), once O(records of the naming kinds) for a table.
 */
export function staysSound(plan: Plan, diff: PlanDiff): boolean {
  const lookup: Lookup = (id) => {
    const change = diff.get(id);
    return change ? (change.after ?? undefined) : getRecord(plan, id);
  };
  const isThere = lookup('settings:plan') !== undefined;
  if (!isThere || countAfter(plan, diff, 'floor') === 0 || countAfter(plan, diff, 'layer') === 0)
    return false;
  for (const id of touchedBy(plan, diff)) {
    const record = lookup(id);
    if (record && checkRecord(record, lookup).length > 0) return false;
  }
  return true;
}

function countAfter(plan: Plan, diff: PlanDiff, kind: Kind): number {
  let count = tableOf(plan, kind).size;
  for (const [id, { before, after }] of diff)
    if (kindOf(id) === kind) count += (after ? 1 : 0) - (before ? 1 : 0);
  return count;
}

const rowsTo = (kind: Kind) => relationRows.filter(({ to }) => to.includes(kind));

/** What a diff changes, what names that, and all that lies in a group of it, however deep. */
function touchedBy(plan: Plan, diff: PlanDiff): ReadonlySet<AnyId> {
  const namersOf = namersInPlan(plan);
  const touched = new Set<AnyId>(diff.keys());
  // A group that was added meanwhile is gone through as well: how deep it lies is told by those around it.
  for (const id of touched) {
    if (!diff.has(id) && kindOf(id) !== 'group') continue;
    for (const row of rowsTo(kindOf(id))) for (const other of namersOf(row, id)) touched.add(other);
  }
  return touched;
}
