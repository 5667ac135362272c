/** Results by a text that says all they follow from; of so many those that were asked for last. */
export class KeptResults<V> {
  readonly #most: number;
  readonly #kept = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The result of a text, computed unless it is kept. */
  get(text: string, compute: () => V): V {
    const known = this.#kept.get(text);
    const result = known === undefined ? compute() : known;
    // The one asked for last is the last.
    this.#kept.delete(text);
    this.#kept.set(text, result);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return result;
  }
}
