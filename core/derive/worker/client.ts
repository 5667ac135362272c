import type { Kind } from '../../plan/kinds/index.ts';
import { type AnyTable, type Plan, tableOf } from '../../plan/plan.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Derivation } from '../derivation.ts';
import { derive, known, learn } from '../derive.ts';
import { differences, inputRecords } from '../input-records.ts';
import type { WorkerDerivation } from './answering.ts';
import type { FromWorker, SentRecord, ToWorker } from './messages.ts';
import { asked, ended, idle, type Schedule, type Step } from './schedule.ts';

/**
 * Why there is no value: something newer was asked meanwhile; the worker is closed; or something went wrong in it,
 * which is a bug, with what it said.
 */
export type DerivationError =
  | { readonly reason: 'superseded' | 'closed' }
  | { readonly reason: 'failed'; readonly message: string };

export type Derived<V> = Result<V, DerivationError>;

/** The way to a worker. */
export type WorkerPort = {
  post(message: ToWorker): void;
  /** Ends the worker: nothing is answered afterwards. */
  close(): void;
};

/** The worker itself is of no use any more. */
type Broken = { readonly type: 'broken'; readonly message: string };

export type ClientSetup = {
  /** Opens the way to a worker; `answer` is called with all that it answers, and with what goes wrong in it. */
  readonly open: (answer: (message: FromWorker | Broken) => void) => WorkerPort;
  /** Does something a little later, so that a frame may come between. */
  readonly later: (work: () => void) => void;
};

/** Records of one message: copying them takes about a millisecond. */
const MOST_SENT = 500;

type Asking = {
  readonly plan: Plan;
  readonly derivation: WorkerDerivation;
  readonly key: unknown;
  readonly answer: (derived: Derived<unknown>) => void;
};

/**
 * Computes derivations in a worker: one at a time, and of each derivation and key the newest one waits. The worker has
 * the records that were declared as inputs, and is sent those that are others now.
 *
 * A value is that of the plan it was asked for, and `derive` has it from then on. What is known is answered
 * without the worker.
 */
export class DerivationClient {
  readonly #setup: ClientSetup;
  #port: WorkerPort | null = null;
  /** The tables that the worker has, as far as they were sent. */
  readonly #sent = new Map<Kind, AnyTable>();
  #schedule: Schedule<Asking> = idle;
  #number = 0;
  #isClosed = false;

  constructor(setup: ClientSetup) {
    this.#setup = setup;
  }

  /** The value of a derivation for a plan; the worker is started when it is first needed. */
  ask<K, V>(plan: Plan, derivation: Derivation<K, V>, key: K): Promise<Derived<V>> {
    if (this.#isClosed) return Promise.resolve(err({ reason: 'closed' }));
    const there = known(plan, derivation, key);
    if (there) return Promise.resolve(ok(there.found));
    return new Promise((resolve) => {
      const answer = (derived: Derived<unknown>): void => {
        if (derived.ok) learn(plan, { derivation, key, value: derived.value as V });
        resolve(derived as Derived<V>);
      };
      const task: Asking = { plan, derivation, key, answer };
      this.#follow(asked(this.#schedule, { lane: `${derivation.name} ${derivation.keyText(key)}`, task }));
    });
  }

  /** Ends the worker; what has not been answered is answered as closed. */
  close(): void {
    this.#isClosed = true;
    this.#port?.close();
    const { running, waiting } = this.#schedule;
    this.#schedule = idle;
    for (const each of [running, ...waiting.map(({ task }) => task)]) each?.answer(err({ reason: 'closed' }));
  }

  #follow({ schedule, start, superseded }: Step<Asking>): void {
    this.#schedule = schedule;
    superseded?.answer(err({ reason: 'superseded' }));
    if (start) this.#begin(start);
  }

  #begin(asking: Asking): void {
    const { plan, derivation, key } = asking;
    const number = ++this.#number;
    this.#port ??= this.#setup.open((message) => this.#take(message));
    const port = this.#port;
    if ('gather' in derivation) {
      const given = inputRecords(plan, derivation.inputs(key as never), derive);
      const flat: unknown = derivation.gather(given, key as never);
      port.post({ type: 'compute', number, name: derivation.name, flat });
      return;
    }
    const sending = slices(this.#outdated(plan, derivation, key));
    const next = (): void => {
      if (this.#isClosed) return;
      const { value: records, done } = sending.next();
      if (done) {
        port.post({ type: 'ask', number, name: derivation.name, key });
        return;
      }
      port.post({ type: 'records', records });
      this.#setup.later(next);
    };
    next();
  }

  /** What the worker has otherwise than it is in a plan, of the kinds that are asked about; it counts as sent. */
  *#outdated(plan: Plan, derivation: WorkerDerivation, key: unknown): Generator<SentRecord> {
    for (const kind of new Set(derivation.inputs(key as never).flatMap(({ kinds }) => kinds))) {
      const now = tableOf(plan, kind);
      const sent = this.#sent.get(kind) ?? new Map();
      this.#sent.set(kind, now);
      if (sent === now) continue;
      for (const [id, , record] of differences(sent, now)) yield record ?? id;
    }
  }

  #take(message: FromWorker | Broken): void {
    const { running } = this.#schedule;
    if (message.type === 'broken') this.#startAnew();
    else if (message.number !== this.#number) return;
    running?.answer(
      message.type === 'value' ? ok(message.value) : err({ reason: 'failed', message: message.message }),
    );
    this.#follow(ended(this.#schedule));
  }

  /** A worker that broke has nothing any more: the next one is sent all. */
  #startAnew(): void {
    this.#port?.close();
    this.#port = null;
    this.#sent.clear();
  }
}

function* slices(records: Iterable<SentRecord>): Generator<readonly SentRecord[]> {
  let slice: SentRecord[] = [];
  for (const record of records) {
    slice.push(record);
    if (slice.length < MOST_SENT) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
