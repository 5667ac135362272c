import type { IdOf, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import { findRecords } from '../../hooks/find-records.ts';

/** The records of a floor, kind by kind; of all floors those that a query finds once one is typed. */
export function outlineRecords(
  plan: Plan,
  floor: IdOf<'floor'>,
  typed: string,
): Result<readonly PlacedRecord[], string> {
  if (typed.trim() !== '') return findRecords(plan, typed);
  const records: PlacedRecord[] = [];
  for (const record of allRecords(plan)) if (isPlaced(record) && record.floor === floor) records.push(record);
  return { ok: true, value: records };
}
