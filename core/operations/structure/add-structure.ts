import type { PlanDiff } from '../../plan/diff.ts';
import type { NewRecord } from '../../plan/parse-record.ts';
import { inOrder, type Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { type AddRefusal, putNew } from '../add-record.ts';
import { tryEdit } from '../try-edit.ts';

/** Kinds that give a plan its structure and stand in an order of their own. */
export type StructureKind = 'floor' | 'layer' | 'phase' | 'sheet';

/** Diff that adds a floor, layer, phase or sheet after the last one of its kind. */
export function addStructure<K extends StructureKind>(
  plan: Plan,
  kind: K,
  fields: NewRecord<K>,
): Result<PlanDiff, AddRefusal | 'no-name'> {
  const last = inOrder(plan, kind).at(-1);
  const order = last ? last.order + 1 : 0;
  return tryEdit(plan, (draft): AddRefusal | 'no-name' | null => {
    if (!fields.name?.trim()) return 'no-name';
    return putNew(draft, kind, { ...fields, order });
  });
}
