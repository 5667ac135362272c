import type { PlacedRecord } from '../../core/plan/kinds/index.ts';
import { allRecords, isPlaced, type Plan } from '../../core/plan/plan.ts';
import { compileQuery } from '../../core/query/compile-query.ts';
import type { Result } from '../../core/result.ts';
import { text } from '../messages/text.ts';

/** The placed records that a typed query asks for, on all floors, or the sentence what is wrong with it. O(n). */
export function findRecords(plan: Plan, typed: string): Result<readonly PlacedRecord[], string> {
  const test = compileQuery(typed, { plan, kindName: (kind) => text(`kind.${kind}`) });
  if (!test.ok) return { ok: false, error: text(`query.${test.error.reason}`, { said: test.error.said }) };
  const found: PlacedRecord[] = [];
  for (const record of allRecords(plan)) if (isPlaced(record) && test.value(record)) found.push(record);
  return { ok: true, value: found };
}
