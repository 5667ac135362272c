import type { PlanDiff } from '../../plan/diff.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { tryEdit } from '../try-edit.ts';
import type { StructureKind } from './add-structure.ts';

/** Diff that gives a floor, layer, phase, sheet or group another name, without the blanks around it. */
export function renameStructure(
  plan: Plan,
  id: IdOf<StructureKind | 'group'>,
  name: string,
): Result<PlanDiff, 'no-name' | 'invalid-record' | 'not-found'> {
  return tryEdit(plan, (draft) => {
    const record = draft.get(id);
    if (!record) return 'not-found';
    if (name.trim() === '') return 'no-name';
    const renamed = parseRecord({ ...record, name: name.trim() });
    if (!renamed.ok) return 'invalid-record';
    draft.put(renamed.value);
    return null;
  });
}
