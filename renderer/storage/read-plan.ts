import type { Bridge, Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import { parseRecordPage } from '../../core/contract/plan-content.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { ok } from '../../core/result.ts';

type Opened = Value<'plans.open'>;

export type ReadPlan = Omit<Opened, 'stretches'> & { readonly records: readonly PlanRecord[] };

/** Reads a stored plan from main: what it is, then the stretches of its records side by side. */
export async function readPlan(bridge: Bridge, planId: string): Promise<Answer<ReadPlan>> {
  const opened = await bridge['plans.open']({ planId });
  if (!opened.ok) return opened;
  const { stretches, ...what } = opened.value;
  const read = await Promise.all(
    stretches.map((stretch) => readStretch(bridge, { planId, version: what.version, ...stretch })),
  );
  const records: PlanRecord[] = [];
  for (const part of read) {
    if (!part.ok) return part;
    for (const record of part.value) records.push(record);
  }
  return ok({ ...what, records });
}

type Asked = Parameters<Bridge['plans.records']>[0];

/** The records of one stretch, page by page: main reads the next page while this one is parsed. */
async function readStretch(bridge: Bridge, stretch: Asked): Promise<Answer<PlanRecord[]>> {
  const records: PlanRecord[] = [];
  const ask = (after: number) => bridge['plans.records']({ ...stretch, after });
  let page = await ask(stretch.after);
  while (page.ok) {
    const { next, records: text } = page.value;
    const asked: ReturnType<typeof ask> | null = next === null ? null : ask(next);
    for (const record of parseRecordPage(text)) records.push(record);
    if (!asked) return ok(records);
    page = await asked;
  }
  return page;
}
