/** How often each of several things was met. */
export class Counts {
  readonly #counts = new Map<string, number>();

  get size(): number {
    return this.#counts.size;
  }

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /**
   * The things in the order in which they were met; of more than `most` the most frequent but one, so that what
   * is told of the others is no longer than that either.
   */
  mostFrequent(most: number): {
    readonly named: readonly (readonly [what: string, count: number])[];
    readonly others: { readonly kinds: number; readonly total: number };
  } {
    const all = [...this.#counts];
    if (all.length <= most) return { named: all, others: { kinds: 0, total: 0 } };
    const rest = new Set(all.toSorted(([, first], [, second]) => second - first).slice(most - 1));
    const total = [...rest].reduce((sum, [, number]) => sum + number, 0);
    return { named: all.filter((each) => !rest.has(each)), others: { kinds: rest.size, total } };
  }
}
