import type { Kind } from '../../plan/kinds/index.ts';
import { Counts } from './counts.ts';

const MOST_THINGS = 8;
const MOST_VALUES = 5;
const MOST_KINDS = 4;
const MOST_IGNORED = 8;
const LONGEST = 40;

const count = (value: number) => value.toLocaleString('en-US');

/** What a drawing says and the records made of it do not, counted by name. */
export class Losses {
  readonly #things = new Counts();
  readonly #values = new Counts();
  /** The first text of each value that was not understood. */
  readonly #examples = new Map<string, string>();
  readonly #holes = new Counts();
  readonly #ignored = new Counts();
  readonly #below = new Counts();

  /** Something that was not understood at all. */
  add(what: string): void {
    this.#things.add(what);
  }

  /** The values of tags that were not understood, in something that was. */
  addValues(kind: Kind, texts: ReadonlyMap<string, string>): void {
    for (const [key, text] of texts) {
      const what = `${key} of ${kind}`;
      this.#values.add(what);
      if (!this.#examples.has(what)) this.#examples.set(what, text.slice(0, LONGEST));
    }
  }

  /** The keys of tags that nobody reads, in something that was understood. */
  addIgnored(kind: Kind, keys: readonly string[]): void {
    for (const key of keys) this.#ignored.add(`${key.slice(0, LONGEST)} of ${kind}`);
  }

  /** Something that was understood and lies below the ground. */
  addBelow(kind: Kind): void {
    this.#below.add(kind);
  }

  /** Holes in the outline of a kind that has none. */
  addHoles(kind: Kind, holes: number): void {
    for (let hole = 0; hole < holes; hole += 1) this.#holes.add(kind);
  }

  /** One sentence for each; of very many for the most frequent, one for the rest. */
  remarks(): readonly string[] {
    return [
      ...listedRemark('Left out, since it lies below the ground', this.#below, MOST_KINDS),
      ...this.#thingRemarks(),
      ...this.#valueRemarks(),
      ...listedRemark('Not used', this.#ignored, MOST_IGNORED),
      ...listedRemark('Left out: holes in outlines of kinds that have none', this.#holes, MOST_KINDS),
    ];
  }

  #thingRemarks(): readonly string[] {
    const { named, others } = this.#things.mostFrequent(MOST_THINGS);
    const sentences = named.map(([what, number]) => `Not understood: ${what} (${number} ×).`);
    if (others.kinds === 0) return sentences;
    return [...sentences, `Not understood: ${others.kinds} other things (${others.total} ×).`];
  }

  #valueRemarks(): readonly string[] {
    const { named, others } = this.#values.mostFrequent(MOST_VALUES);
    const sentences = named.map(
      ([what, number]) =>
        `Not understood and not used: ${what}, such as "${this.#examples.get(what)}" (${count(number)} ×).`,
    );
    if (others.kinds === 0) return sentences;
    return [
      ...sentences,
      `Not understood and not used: ${others.kinds} other values (${count(others.total)} ×).`,
    ];
  }
}

/** One sentence with the most frequent of some things and their numbers; none where there are none. */
function listedRemark(start: string, counts: Counts, most: number): readonly string[] {
  const { named, others } = counts.mostFrequent(most);
  if (named.length === 0) return [];
  const each = named.map(([what, number]) => `${what} (${count(number)} ×)`).join(', ');
  const more = others.kinds === 0 ? '' : ` and ${count(others.kinds)} others (${count(others.total)} ×)`;
  return [`${start}: ${each}${more}.`];
}
