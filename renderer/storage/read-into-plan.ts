import type { Args, Bridge, Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { Change, PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId, PlanRecord } from '../../core/plan/kinds/index.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { readPage } from '../../core/records/packed-change.ts';
import { ok } from '../../core/result.ts';
import { holdPlan } from './hold-plan.ts';
import { Turns } from './turns.ts';

/** The calls of main by which a file comes into the open plan. */
export type ImportCalls = Pick<
  Bridge,
  'import.choose' | 'import.hold' | 'import.begin' | 'import.foreign' | 'import.changes'
>;

/** The file that was chosen, the plan that it comes into, and where on that. */
export type ReadingInto = Omit<Args<'import.begin'>, 'held'> & { readonly plan: Plan };

/** The edit that brings a file into a plan; nothing in it where the plan cannot take it. */
export type ReadIntoPlan = Value<'import.begin'> & { readonly diff: PlanDiff };

/** Has main read a file, and fetches the edit that it makes of a plan; the window works on meanwhile. */
export async function readIntoPlan(
  { plan, ...asked }: ReadingInto,
  { bridge, id }: { readonly bridge: ImportCalls; readonly id: string },
): Promise<Answer<ReadIntoPlan>> {
  const held = await holdPlan(plan, { hold: bridge['import.hold'], id });
  if (!held.ok) return held;
  const begun = await bridge['import.begin']({ ...asked, held: held.value });
  if (!begun.ok || begun.value.refusal !== null)
    return begun.ok ? ok({ ...begun.value, diff: new Map() }) : begun;
  const diff = await fetchDiff(asked.id, bridge);
  return diff.ok ? ok({ ...begun.value, diff: diff.value }) : diff;
}

async function fetchDiff(id: string, bridge: ImportCalls): Promise<Answer<PlanDiff>> {
  const diff = new Map<AnyId, Change>();
  const turns = new Turns();
  for (let from: number | null = 0; from !== null; ) {
    const part: Awaited<ReturnType<ImportCalls['import.changes']>> = await bridge['import.changes']({
      id,
      from,
    });
    if (!part.ok) return part;
    for (const page of part.value.pages) {
      for (const { id: record, before, after } of readPage<PlanRecord>(page))
        diff.set(record, { before, after });
      await turns.pause();
    }
    from = part.value.next;
  }
  return ok(diff);
}
