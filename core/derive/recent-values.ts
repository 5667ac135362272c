import type { Plan } from '../plan/plan.ts';
import type { Derivation, InputChanges, Inputs } from './derivation.ts';
import { type InputTables, inputChanges, inputTables, together } from './input-records.ts';

/** So many states of the inputs of one key are remembered: what was undone and done again in a moment. */
const MOST_MOMENTS = 8;
/** So many keys of one derivation are remembered, those asked for last. */
const MOST_KEYS = 32;

/** A value, what it was computed from, and what became of that until the next newer moment. */
type Moment<V> = {
  readonly tables: InputTables;
  readonly value: V;
  /** Empty for the newest. */
  readonly since: InputChanges;
};

/** The newest value that is known of a key, and what has become of its inputs since. */
export type Nearest<V> = { readonly value: V; readonly changes: InputChanges };

const nothing: InputChanges = new Map();

/** The values of one key, the newest first. */
class Timeline<V> {
  #moments: readonly Moment<V>[] = [];

  /** The value of a plan whose inputs are the same records, in whatever order; else the nearest one. */
  find(
    plan: Plan,
    inputs: readonly Inputs[],
  ): { readonly found: V } | { readonly nearest: Nearest<V> | null } {
    const [newest] = this.#moments;
    if (!newest) return { nearest: null };
    const changes = inputChanges({ before: newest.tables, after: plan }, inputs);
    if (changes.size === 0) return { found: newest.value };
    let all = changes;
    for (const { since, value } of this.#moments.slice(1)) {
      all = together(since, all);
      if (all.size > 0) continue;
      this.#put(value, inputTables(plan, inputs), changes);
      return { found: value };
    }
    return { nearest: { value: newest.value, changes } };
  }

  learn(
    plan: Plan,
    inputs: readonly Inputs[],
    { value, since }: Pick<Learnt<unknown, V>, 'value' | 'since'>,
  ): void {
    const [newest] = this.#moments;
    const changes =
      since ?? (newest ? inputChanges({ before: newest.tables, after: plan }, inputs) : nothing);
    const tables = inputTables(plan, inputs);
    if (newest && changes.size === 0)
      this.#moments = [{ tables, value, since: nothing }, ...this.#moments.slice(1)];
    else this.#put(value, tables, changes);
  }

  #put(value: V, tables: InputTables, changes: InputChanges): void {
    const [newest, ...older] = this.#moments;
    const before = newest ? [{ ...newest, since: changes }, ...older] : [];
    this.#moments = [{ tables, value, since: nothing }, ...before].slice(0, MOST_MOMENTS);
  }
}

/**
 * Values of derivations by the content of their inputs: a plan in which these are the records that they were
 * before, as after an undo, has the value that there was.
 *
 * Finding one is O(1) while the tables are the same, else one look at each of their records.
 */
export class RecentValues {
  readonly #known = new Map<string, Map<string, Timeline<unknown>>>();

  /** The value of a plan, or the nearest one that is known. */
  find<K, V>(plan: Plan, derivation: Derivation<K, V>, key: K) {
    return this.#timeline(derivation, key).find(plan, derivation.inputs(key));
  }

  /** Remembers the value of a plan. */
  learn<K, V>(plan: Plan, learnt: Learnt<K, V>): void {
    const { derivation, key } = learnt;
    this.#timeline(derivation, key).learn(plan, derivation.inputs(key), learnt);
  }

  #timeline<K, V>({ name, keyText }: Derivation<K, V>, key: K): Timeline<V> {
    const ofName = this.#known.get(name) ?? new Map<string, Timeline<unknown>>();
    this.#known.set(name, ofName);
    const text = keyText(key);
    const timeline = ofName.get(text) ?? new Timeline<unknown>();
    // The one asked for last is the last.
    ofName.delete(text);
    ofName.set(text, timeline);
    const [oldest] = ofName.keys();
    if (ofName.size > MOST_KEYS && oldest !== undefined) ofName.delete(oldest);
    return timeline as Timeline<V>;
  }
}

export type Learnt<K, V> = {
  readonly derivation: Derivation<K, V>;
  readonly key: K;
  readonly value: V;
  /** What became of the inputs since the newest value that was known; null where nobody looked. */
  readonly since: InputChanges | null;
};
