import { edit, type PlanDiff } from '../../plan/diff.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { inOrder, kindOf, type Plan } from '../../plan/plan.ts';
import type { StructureKind } from './add-structure.ts';

/**
 * Diff that moves a floor, layer, phase or sheet to a place among its kind, counted from 0, and
 * numbers them all anew. Places before the first and after the last mean those.
 */
export function reorderStructure(plan: Plan, id: IdOf<StructureKind>, place: number): PlanDiff {
  const kind = kindOf(id) as StructureKind;
  const records = inOrder(plan, kind);
  const moved = records.find((record) => record.id === id);
  return edit(plan, (draft) => {
    if (!moved) return;
    const others = records.filter((record) => record !== moved);
    const at = Math.min(Math.max(Math.trunc(place), 0), others.length);
    const reordered = [...others.slice(0, at), moved, ...others.slice(at)];
    for (const [order, record] of reordered.entries()) draft.put({ ...record, order });
  });
}
