import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { partOf, type Share, type ShareChange } from '../../../core/plan/tally.ts';

/** What the writes of one save do to the figures of their plan, record by record: first and last of each. */
export class ShareChanges {
  readonly #changes = new Map<AnyId, ShareChange>();
  #isLost = false;

  /** What a record added before a write, as it was stored, and what it adds after it. */
  add(id: AnyId, was: Share | null, is: Share | null): void {
    const earlier = this.#changes.get(id);
    this.#changes.set(id, { was: earlier ? earlier.was : was, is });
  }

  /** A write took the place of what nobody can read: what that added to the figures is not known any more. */
  lose(): void {
    this.#isLost = true;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** All changes, one for each record. */
  get all(): Iterable<ShareChange> {
    return this.#changes.values();
  }

  /** The same by the parts of the plan. */
  byPart(): ReadonlyMap<string, readonly ShareChange[]> {
    const parts = new Map<string, ShareChange[]>();
    for (const [id, change] of this.#changes) {
      const part = partOf(id);
      const known = parts.get(part);
      if (known) known.push(change);
      else parts.set(part, [change]);
    }
    return parts;
  }
}
