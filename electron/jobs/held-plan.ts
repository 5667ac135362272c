import { parseBounded, planJsonLimits } from '../../core/bounded-json.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { checkedPlan, parseRecords } from '../../core/plan/plan-json.ts';
import { planLimits } from '../../core/plan/plan-limits.ts';
import { err, type Result } from '../../core/result.ts';

const MOST = planLimits.records.toLocaleString('en-US');

/** The plan in pages from the window, each a JSON array of records; nothing in them is trusted. */
export function planOfPages(pages: readonly string[]): Result<Plan, { readonly message: string }> {
  const values: unknown[] = [];
  for (const page of pages) {
    const json = parseBounded(page, planJsonLimits);
    if (!json.ok) return err({ message: `A page of its records ${json.error.what}.` });
    if (!Array.isArray(json.value)) return err({ message: 'A page of its records is no list.' });
    if (values.length + json.value.length > planLimits.records)
      return err({ message: `It has more than ${MOST} records.` });
    // One by one: a list of very many cannot be given as arguments.
    for (const value of json.value) values.push(value);
  }
  const records = parseRecords(values);
  return records.ok ? checkedPlan(records.value) : records;
}
