import type { Bridge } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { StepTrouble, StoredStep } from '../../core/contract/shapes.ts';
import { type Change, sameRecord } from '../../core/plan/diff.ts';
import type { AnyId, PlanRecord } from '../../core/plan/kinds/index.ts';
import { readPage } from '../../core/records/packed-change.ts';
import { err, ok } from '../../core/result.ts';
import type { HistoryEntry } from '../editor/history.ts';
import type { ReadSteps, StepsRead } from '../editor/undo-steps.ts';
import { Turns } from './turns.ts';

type Calls = Pick<Bridge, 'plans.steps' | 'plans.changes'>;

/** Reads undo steps of a plan from its journal in slices; a large one is fetched page by page. */
export function stepReader(bridge: Calls, planId: string): ReadSteps {
  return async ({ isNeeded, ...wanted }) => {
    try {
      const asked = await bridge['plans.steps']({ planId, ...wanted });
      const read = asked.ok ? await readAll(asked.value.steps, isNeeded, { bridge, planId }) : asked;
      return read.ok ? read : err(read.error.message);
    } catch (error) {
      // A call that is lost on its way: nothing may wait for its answer.
      const why = error instanceof Error ? error.message : String(error);
      return err(`The earlier steps could not be read (${why}). Try again.`);
    }
  };
}

type Source = { readonly bridge: Calls; readonly planId: string };

async function readAll(
  steps: readonly StoredStep[],
  isNeeded: boolean,
  source: Source,
): Promise<Answer<StepsRead>> {
  const read: StepsRead[number][] = [];
  for (const stored of steps) {
    const isLarge = stored.rows === null && stored.trouble === null;
    // A large one is read when it is its turn.
    if (isLarge && (read.length > 0 || !isNeeded)) break;
    const entry = await entryOf(stored, source);
    if (!entry.ok) return entry;
    read.push({ entry: entry.value, characters: stored.characters });
    if (entry.value.trouble) break;
  }
  return ok(read);
}

async function entryOf(stored: StoredStep, source: Source): Promise<Answer<HistoryEntry>> {
  const { step, label, undoneBy } = stored;
  const what = { step, label, undoneBy, selectionBefore: new Set<AnyId>(), mergeKey: null, atMs: 0 };
  const diff = new Composition();
  let trouble: StepTrouble | null = stored.trouble;
  if (stored.rows) await takeRows(stored.rows, diff);
  else if (trouble === null) {
    const read = await fetchRows(stored, source, diff);
    if (!read.ok) return read;
    trouble = read.value;
  }
  return ok({ ...what, diff: diff.changes, isRead: true, ...(trouble ? { trouble } : {}) });
}

async function takeRows(rows: StoredStep['rows'] & object, diff: Composition): Promise<void> {
  const turns = new Turns();
  for (const page of rows.flat()) {
    diff.take(page);
    await turns.pause();
  }
}

async function fetchRows(
  { seqs }: StoredStep,
  { bridge, planId }: Source,
  diff: Composition,
): Promise<Answer<StepTrouble | null>> {
  const turns = new Turns();
  for (const seq of seqs) {
    for (let from: number | null = 0; from !== null; ) {
      const part: Awaited<ReturnType<Calls['plans.changes']>> = await bridge['plans.changes']({
        planId,
        seq,
        from,
      });
      if (!part.ok) return part;
      if (part.value.trouble) return ok(part.value.trouble);
      for (const page of part.value.pages) {
        diff.take(page);
        await turns.pause();
      }
      from = part.value.next;
    }
  }
  return ok(null);
}

/** One diff of the rows of a step, one after the other; records that end where they began drop out. */
class Composition {
  readonly #changes = new Map<AnyId, Change>();

  get changes(): ReadonlyMap<AnyId, Change> {
    return this.#changes;
  }

  take(page: string): void {
    for (const { id, before, after } of readPage<PlanRecord>(page)) {
      const first = this.#changes.get(id);
      if (first && sameRecord(first.before, after)) this.#changes.delete(id);
      else this.#changes.set(id, { before: first ? first.before : before, after });
    }
  }
}
