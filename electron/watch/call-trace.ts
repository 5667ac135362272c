const MOST = 12;

type TracedCall = { readonly name: string; readonly at: Date; ms: number | null };

/** Remembers the last calls of the page by name and time, never what they held. */
export class CallTrace {
  readonly #calls: TracedCall[] = [];

  /** Runs a call, remembered until others push it out. */
  async during<T>(name: string, work: () => Promise<T>): Promise<T> {
    const call: TracedCall = { name, at: new Date(), ms: null };
    this.#calls.push(call);
    if (this.#calls.length > MOST) this.#calls.shift();
    const start = performance.now();
    try {
      return await work();
    } finally {
      call.ms = Math.round(performance.now() - start);
    }
  }

  /** The last calls, the newest last, on one line. */
  text(): string {
    const each = ({ name, at, ms }: TracedCall) =>
      `${name} ${at.toISOString().slice(11, 23)} ${ms === null ? 'unanswered' : `${ms} ms`}`;
    return this.#calls.map(each).join(', ') || 'none';
  }
}
