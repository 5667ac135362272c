import type { Answer } from '../../../core/contract/method.ts';
import type { PlanSummary } from '../../../core/contract/shapes.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { kindOf } from '../../../core/plan/plan.ts';
import { type Tally, Tallying } from '../../../core/plan/tally.ts';
import { ok } from '../../../core/result.ts';
import { Slices } from '../../storage/journal/slices.ts';
import type { IncomingRow } from '../../storage/plan-intake.ts';
import type { RowPage } from '../../storage/plan-parts.ts';
import { checksumOf, type WrittenRow } from '../../storage/plan-rows.ts';
import type { Repositories } from '../../storage/repositories.ts';
import type { Store } from '../../storage/store.ts';
import { withStore } from './store-access.ts';

type Asked = { readonly version: number; readonly after: number };
type Copied = { readonly planId: string; readonly name: string; readonly id: string };

/**
 * Stores a copy of a plan of today's format in its site, under a new id and without its journal.
 *
 * Its rows are read and written in slices, between which other calls are answered; it is listed with the last one.
 * A plan that is changed meanwhile is not copied.
 */
export async function duplicatePlan(store: Store, copied: Copied): Promise<Answer<PlanSummary>> {
  const begun = await withStore(store, (repositories) => begin(repositories, copied));
  if (!begun.ok) return begun;
  try {
    const filled = await fill(store, copied, begun.value.version);
    if (!filled.ok) return filled;
    return await withStore(store, ({ intake, plans }) => {
      const listed = intake.list(copied.id, [], filled.value);
      return listed.ok ? plans.summary(copied.id) : listed;
    });
  } finally {
    await withStore(store, ({ intake }) => ok(intake.letGo(copied.id)));
  }
}

function begin({ plans, intake }: Repositories, { planId, name, id }: Copied): Answer<PlanSummary> {
  const source = plans.summary(planId);
  if (!source.ok) return source;
  const { siteId, records } = source.value;
  const begun = intake.begin({ id, name, records, receivedFrom: null }, { siteId });
  if (!begun.ok) return begun;
  intake.keep(id);
  return source;
}

async function fill(store: Store, { planId, name, id }: Copied, version: number): Promise<Answer<Tally>> {
  const slices = new Slices();
  const tallying = new Tallying();
  let after: number | null = 0;
  while (after !== null) {
    const given: Asked = { version, after };
    const page: Answer<RowPage> = await withStore(store, ({ parts }) => parts.rows(planId, given));
    if (!page.ok) return page;
    const rows = page.value.rows.map((row) => incoming(row, name));
    // What was written is a record: it was checked then, or just now.
    for (const { body } of rows) tallying.add(JSON.parse(body) as PlanRecord);
    for (let from = 0; from < rows.length; ) {
      const put = await withStore(store, ({ intake }) => intake.put(id, rows, from));
      if (!put.ok) return put;
      from = put.value;
      await slices.pause();
    }
    after = page.value.next;
  }
  return ok(tallying.end());
}

/** The row of the copy; the settings record has the name of the plan. */
function incoming(row: WrittenRow, name: string): IncomingRow {
  const kind = kindOf(row.id as AnyId);
  if (kind !== 'settings') return { ...row, kind };
  const body = JSON.stringify({ ...JSON.parse(row.body), name });
  return { id: row.id, kind, body, checksum: checksumOf(body) };
}
