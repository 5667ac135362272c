/** With more changes than this, and than a part of the base, a copy of all costs less than one of them each time. */
const MOST_CHANGED = 400;
const PART = 32;

/** A map as a value: a base that many share, and what is otherwise than in it. */
export class Layered<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  /** Null for what is no longer there. */
  readonly #changed: ReadonlyMap<K, V | null>;

  constructor(base: ReadonlyMap<K, V>, changed: ReadonlyMap<K, V | null> = new Map()) {
    this.#base = base;
    this.#changed = changed;
  }

  get(key: K): V | undefined {
    const changed = this.#changed.size > 0 ? this.#changed.get(key) : undefined;
    return changed === undefined ? this.#base.get(key) : (changed ?? undefined);
  }

  /** The map with other values; null takes one out. O(changes), now and then O(n). */
  with(changes: ReadonlyMap<K, V | null>): Layered<K, V> {
    if (changes.size === 0) return this;
    const changed = new Map(this.#changed);
    for (const [key, value] of changes) changed.set(key, value);
    const layered = new Layered(this.#base, changed);
    const most = MOST_CHANGED + this.#base.size / PART;
    return changed.size <= most ? layered : new Layered(new Map(layered.entries()));
  }

  /** All of it: what was there first, in its order. */
  *entries(): Generator<readonly [K, V]> {
    for (const [key, value] of this.#base) {
      const changed = this.#changed.get(key);
      if (changed !== null) yield [key, changed ?? value];
    }
    for (const [key, value] of this.#changed) if (value !== null && !this.#base.has(key)) yield [key, value];
  }

  *values(): Generator<V> {
    for (const [, value] of this.entries()) yield value;
  }
}
