import type { Bridge, Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import { type PlanSteps, parsePlanSteps, parseRecordPage } from '../../core/contract/plan-content.ts';
import { type Plan, planOf } from '../../core/plan/plan.ts';
import type { PlanRecord } from '../../core/plan/records/index.ts';
import { ok } from '../../core/result.ts';

export type ReadPlan = Omit<Value<'plans.open'>, 'steps'> & {
  readonly content: Plan;
  readonly steps: PlanSteps;
};

/** Reads a stored plan from main: what it is, then its records page by page. */
export async function readPlan(bridge: Bridge, planId: string): Promise<Answer<ReadPlan>> {
  const opened = await bridge['plans.open']({ planId });
  if (!opened.ok) return opened;
  const { steps, ...what } = opened.value;
  const ask = (after: number) => bridge['plans.records']({ planId, version: what.version, after });
  const records: PlanRecord[] = [];
  let page = await ask(0);
  while (page.ok) {
    const { next, records: text } = page.value;
    // Main reads the next page while this one is parsed.
    const asked: ReturnType<typeof ask> | null = next === null ? null : ask(next);
    for (const record of parseRecordPage(text)) records.push(record);
    if (!asked) break;
    page = await asked;
  }
  if (!page.ok) return page;
  return ok({ ...what, content: planOf(records), steps: parsePlanSteps(steps) });
}
