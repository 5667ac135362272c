import type { PlanDiff } from '../../core/plan/diff.ts';
import { allRecords, type Plan } from '../../core/plan/plan.ts';
import {
  cornersOf,
  growthOf,
  nothing,
  type PlanSize,
  recordWithinLimits,
  type SizeError,
  together,
  withinLimits,
} from '../../core/plan/plan-limits.ts';

/** Why a commit is refused. */
export type CommitRefusal = SizeError['reason'];

/** How large the open plan is, kept up with its edits, so that none makes it larger than a plan may be. */
export class PlanGauge {
  #size = nothing;
  /** An edit that was looked at is made next: it is counted once. */
  #grown: { readonly diff: PlanDiff; readonly growth: PlanSize } | null = null;

  constructor(plan: Plan) {
    this.#size = growthOf(changesOf(plan));
  }

  /** Why an edit is refused: it would make the plan, or one record, too large; null when it fits. */
  refusalOf(diff: PlanDiff): CommitRefusal | null {
    const growth = this.#growthOf(diff);
    const { records, pictures, corners, bytes } = growth;
    // What only takes away is never refused, also where a plan from before was larger.
    const isGrowing = records > 0 || pictures > 0 || corners > 0 || bytes > 0;
    const whole = isGrowing ? withinLimits(together(this.#size, growth)) : null;
    if (whole?.ok === false) return whole.error.reason;
    for (const { before, after } of diff.values()) {
      const own = after ? recordWithinLimits(after) : null;
      // Nor is what was as large before.
      if (own?.ok === false && !(before && after && cornersOf(after) <= cornersOf(before)))
        return own.error.reason;
    }
    return null;
  }

  /** Takes an edit into account that was made. */
  add(diff: PlanDiff): void {
    this.#size = together(this.#size, this.#growthOf(diff));
    this.#grown = null;
  }

  #growthOf(diff: PlanDiff): PlanSize {
    if (this.#grown?.diff !== diff) this.#grown = { diff, growth: growthOf(diff.values()) };
    return this.#grown.growth;
  }
}

function* changesOf(plan: Plan) {
  for (const after of allRecords(plan)) yield { before: null, after };
}
