import type { AnyId, Kind, PlanRecord } from '../../plan/kinds/index.ts';
import { emptyPlan, kindOf, type Plan, tableOf } from '../../plan/plan.ts';
import type { Derivation, FlatDerivation } from '../derivation.ts';
import { inputRecords } from '../input-records.ts';
import type { FromWorker, SentRecord, ToWorker } from './messages.ts';

/** What a worker needs of a derivation, whatever its key and value: it computes from nothing. */
export type WorkerDerivation =
  | Omit<Derivation<never, unknown>, 'follow'>
  | Omit<FlatDerivation<never, never, unknown>, 'follow'>;

/** What a worker does: keeps the records it was sent, and computes what it is asked. */
export class Answering {
  #plan: Plan = emptyPlan();
  /** What was sent since the plan was asked about. */
  #sent: SentRecord[] = [];
  readonly #derivations: ReadonlyMap<string, WorkerDerivation>;

  constructor(derivations: readonly WorkerDerivation[]) {
    this.#derivations = new Map(derivations.map((each) => [each.name, each]));
  }

  /** What is to be answered to a message; null for nothing. An exception while computing is an answer. */
  take(message: ToWorker): FromWorker | null {
    if (message.type === 'records') {
      for (const record of message.records) this.#sent.push(record);
      return null;
    }
    const { number, name } = message;
    const derivation = this.#derivations.get(name);
    if (!derivation) return { type: 'failed', number, message: `There is no derivation ${name}.` };
    try {
      return { type: 'value', number, value: this.#valueOf(derivation, message) };
    } catch (error) {
      return { type: 'failed', number, message: String(error) };
    }
  }

  #valueOf(derivation: WorkerDerivation, message: Exclude<ToWorker, { type: 'records' }>): unknown {
    if (message.type === 'compute') {
      if (!('computeFlat' in derivation)) throw new Error(`${derivation.name} is computed from records.`);
      return derivation.computeFlat(message.flat as never);
    }
    this.#plan = planWith(this.#plan, this.#sent);
    this.#sent = [];
    const key = message.key as never;
    return derivation.compute(inputRecords(this.#plan, derivation.inputs(key)), key);
  }
}

/** The plan with records put and taken out; its tables are values. */
function planWith(plan: Plan, sent: readonly SentRecord[]): Plan {
  const tables = new Map<Kind, Map<AnyId, PlanRecord>>();
  for (const each of sent) {
    const id = typeof each === 'string' ? each : each.id;
    const kind = kindOf(id);
    const table = tables.get(kind) ?? new Map(tableOf(plan, kind));
    tables.set(kind, table);
    if (typeof each === 'string') table.delete(id);
    else table.set(id, each);
  }
  return { tables: { ...plan.tables, ...Object.fromEntries(tables) } as Plan['tables'] };
}
