const MOST_REASONS = 8;
const MOST_NAMED = 3;

const count = (value: number) => value.toLocaleString('en-US');

/** The first few of some names, each once, and how many there are besides. */
export function listed(names: readonly string[]): string {
  const each = [...new Set(names)];
  const more = each.length - MOST_NAMED;
  return more <= 0 ? each.join(', ') : `${each.slice(0, MOST_NAMED).join(', ')} and ${count(more)} more`;
}

/** Where in a file things stand, in the words of its format, by what is to be said of them. */
export class SourcesByReason {
  readonly #sources = new Map<string, string[]>();

  add(reason: string, source: string): void {
    const known = this.#sources.get(reason);
    if (known) known.push(source);
    else this.#sources.set(reason, [source]);
  }

  get isEmpty(): boolean {
    return this.#sources.size === 0;
  }

  /** One sentence for each reason, the first sources by name; of very many for the most frequent, one for the rest. */
  remarks(start: string): readonly string[] {
    const all = [...this.#sources];
    const rest =
      all.length <= MOST_REASONS
        ? []
        : all.toSorted(([, first], [, second]) => second.length - first.length).slice(MOST_REASONS - 1);
    const others = new Set(rest.map(([reason]) => reason));
    const sentences = all.flatMap(([reason, sources]) =>
      others.has(reason) ? [] : [`${start}: ${listed(sources)} (${reason}).`],
    );
    const total = rest.reduce((sum, [, sources]) => sum + sources.length, 0);
    if (total === 0) return sentences;
    return [...sentences, `${start}: ${count(total)} more, for ${count(rest.length)} other reasons.`];
  }
}
