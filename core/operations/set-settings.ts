import type { PlanDiff } from '../plan/diff.ts';
import { checkRecord } from '../plan/integrity.ts';
import type { RecordOf } from '../plan/kinds/index.ts';
import { makeRecord } from '../plan/parse-record.ts';
import { type Plan, settingsOf } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { tryEdit } from './try-edit.ts';

export type SettingsChange = Partial<Omit<RecordOf<'settings'>, 'id'>>;

/** Diff that changes what is true of the whole plan; refuses values that the schema does not allow. */
export function setSettings(plan: Plan, change: SettingsChange): Result<PlanDiff, 'invalid-record'> {
  return tryEdit(plan, (draft) => {
    const made = makeRecord('settings', { ...settingsOf(plan), ...change });
    if (!made.ok || checkRecord(made.value, () => undefined).length > 0) return 'invalid-record';
    draft.put(made.value);
    return null;
  });
}
