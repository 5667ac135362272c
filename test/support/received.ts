import type { AppError } from '../../core/contract/method.ts';
import { allRecords, kindOf, type Plan, recordCount } from '../../core/plan/plan.ts';
import { tallyOf } from '../../core/plan/tally.ts';
import { ok, type Result } from '../../core/result.ts';
import type { IncomingRow } from '../../electron/storage/plan-intake.ts';
import { checksumOf } from '../../electron/storage/plan-rows.ts';
import { beginReceiving } from '../../electron/storage/receive-plan.ts';
import { storedEqual } from '../../electron/storage/stored-equal.ts';
import type { TestDatabase } from './temporary-store.ts';

export type GivenPlan = {
  readonly planId: string | null;
  readonly name: string;
  readonly siteName: string;
  readonly plan: Plan;
};

/** The rows of a plan, as the reading of a file hands them over. */
export function rowsOf(plan: Plan): IncomingRow[] {
  return [...allRecords(plan)].map((record) => {
    const body = JSON.stringify(record);
    return { id: record.id, kind: kindOf(record.id), body, checksum: checksumOf(body) };
  });
}

/** Receives a whole plan by the steps that the reading of a file takes. */
export function receivePlan(
  database: TestDatabase,
  { plan, ...given }: GivenPlan,
  place: { readonly siteId: string | null; readonly at: Date },
): Result<{ planId: string; known: boolean }, AppError> {
  const knownAs = given.planId === null ? null : storedEqual(database.file, given.planId, plan);
  const begun = beginReceiving(database, { ...given, records: recordCount(plan), knownAs }, place);
  if (!begun.ok || begun.value.known) return begun;
  const { intake } = database;
  const rows = rowsOf(plan);
  for (let from = 0; from < rows.length; ) {
    const put = intake.put(begun.value.planId, rows, from);
    if (!put.ok) return put;
    from = put.value;
  }
  const listed = intake.list(begun.value.planId, [], tallyOf(allRecords(plan)));
  return listed.ok ? ok(begun.value) : listed;
}
