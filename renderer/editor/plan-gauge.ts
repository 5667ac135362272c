import type { PlanDiff } from '../../core/plan/diff.ts';
import { allRecords, type Plan, recordCount } from '../../core/plan/plan.ts';
import {
  cornersOf,
  growthOf,
  type PlanSize,
  recordWithinLimits,
  type SizeError,
  withinLimits,
} from '../../core/plan/plan-limits.ts';

/** How large the open plan is, kept up with its edits, so that none makes it larger than a plan may be. */
export class PlanGauge {
  #records: number;
  #corners = 0;

  constructor(plan: Plan) {
    this.#records = recordCount(plan);
    for (const record of allRecords(plan)) this.#corners += cornersOf(record);
  }

  /** Why an edit is refused: it would make the plan, or one record, too large; null when it fits. */
  refusalOf(diff: PlanDiff): SizeError['reason'] | null {
    const { records, corners } = this.#after(diff);
    // What only takes away is never refused, also where a plan from before was larger.
    const isGrowing = records > this.#records || corners > this.#corners;
    const whole = isGrowing ? withinLimits({ records, corners }) : null;
    if (whole?.ok === false) return whole.error.reason;
    for (const { before, after } of diff.values()) {
      if (after === null || (before && cornersOf(after) <= cornersOf(before))) continue;
      const own = recordWithinLimits(after);
      if (!own.ok) return own.error.reason;
    }
    return null;
  }

  /** Takes an edit into account that was made. */
  add(diff: PlanDiff): void {
    const { records, corners } = this.#after(diff);
    [this.#records, this.#corners] = [records, corners];
  }

  #after(diff: PlanDiff): PlanSize {
    const { records, corners } = growthOf(diff.values());
    return { records: this.#records + records, corners: this.#corners + corners };
  }
}
