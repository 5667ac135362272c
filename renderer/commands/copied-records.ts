import { fragmentOfRecords, readClipboard } from '../../core/codec/clipboard.ts';
import type { Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import { parseRecordPage } from '../../core/contract/plan-content.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import type { Fragment } from '../../core/plan/parts/fragment.ts';
import { ok, type Result } from '../../core/result.ts';

/** The records that are on the clipboard; of many, the window does other things between two pages. */
export async function copiedRecords(
  answer: Answer<Value<'clipboard.read'>>,
): Promise<Result<Fragment, { readonly message: string }>> {
  if (!answer.ok) return answer;
  const { text, pages } = answer.value;
  if (text !== null) return readClipboard(text);
  const records: PlanRecord[] = [];
  for (const page of pages) {
    for (const record of parseRecordPage(page)) records.push(record);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return ok(fragmentOfRecords(records));
}
