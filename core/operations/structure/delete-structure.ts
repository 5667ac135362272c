import type { PlanDiff } from '../../plan/diff.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { kindOf, type Plan, tableOf } from '../../plan/plan.ts';
import { relationRows } from '../../plan/relations.ts';
import { namesIn } from '../../records/relation-table.ts';
import type { Result } from '../../result.ts';
import { tryEdit } from '../try-edit.ts';
import type { StructureKind } from './add-structure.ts';

/** Whether any record names this one in a way that forbids to delete it. O(n). */
function isNamed(plan: Plan, id: IdOf<StructureKind>): boolean {
  for (const row of relationRows) {
    if (row.onDelete !== 'forbids' || !row.to.includes(kindOf(id))) continue;
    for (const record of tableOf(plan, row.from).values()) if (namesIn(record, row).includes(id)) return true;
  }
  return false;
}

/**
 * Diff that deletes a floor, layer, phase or sheet.
 *
 * Refuses with 'in-use' while a record stands on it or a sheet shows it, and with 'last-one' for the
 * only floor or the only layer.
 */
export function deleteStructure(
  plan: Plan,
  id: IdOf<StructureKind>,
): Result<PlanDiff, 'in-use' | 'last-one' | 'not-found'> {
  return tryEdit(plan, (draft) => {
    const kind = kindOf(id);
    if (!draft.get(id)) return 'not-found';
    if ((kind === 'floor' || kind === 'layer') && tableOf(plan, kind).size === 1) return 'last-one';
    if (isNamed(plan, id)) return 'in-use';
    draft.remove(id);
    return null;
  });
}
