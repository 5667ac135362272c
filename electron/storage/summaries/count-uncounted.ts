import type { AppError } from '../../../core/contract/method.ts';
import { ok, type Result } from '../../../core/result.ts';
import { attempt } from '../storage-error.ts';
import type { CountedPlans, CountRequest } from './count-plans.ts';
import type { PlanSummaries } from './plan-summaries.ts';

export type UncountedSetup = {
  readonly file: string;
  /** Counts some of them; where that is done is the caller's choice. */
  readonly count: (request: CountRequest) => Promise<Result<CountedPlans, AppError>>;
  readonly summaries: Pick<PlanSummaries, 'uncounted' | 'take'>;
  /** Whether the database that was begun with is still the one that is open. */
  readonly isOpen: () => boolean;
};

/** A plan that is saved each time while it is counted waits for the next start. */
const MOST_TRIES = 3;

/**
 * Has the plans counted whose figures are not known, and writes what was found.
 *
 * A plan that was saved meanwhile is counted again; one that cannot be read is left as it is: its figures stay not
 * known, and whoever opens it hears why.
 */
export async function countUncounted(setup: UncountedSetup): Promise<Result<null, AppError>> {
  const tries: Tries = new Map();
  while (setup.isOpen()) {
    const found = await someCounted(setup, tries);
    if (!found.ok) return found;
    if (!found.value || !setup.isOpen()) break;
    const written = writeCounted(setup, found.value, tries);
    if (!written.ok) return written;
  }
  return ok(null);
}

/** How often each plan was counted in vain. */
type Tries = Map<string, number>;

/** Some plans counted; null where none is left that can be. */
async function someCounted(
  { file, count, summaries }: UncountedSetup,
  tries: Tries,
): Promise<Result<CountedPlans | null, AppError>> {
  const except = [...tries].filter(([, number]) => number >= MOST_TRIES).map(([id]) => id);
  const left = attempt(() => ok(summaries.uncounted().some((id) => !except.includes(id))));
  if (!left.ok || !left.value) return left.ok ? ok(null) : left;
  const found = await count({ file, except });
  return found.ok && found.value.counted.length + found.value.failed.length === 0 ? ok(null) : found;
}

function writeCounted(
  { summaries }: UncountedSetup,
  { counted, failed }: CountedPlans,
  tries: Tries,
): Result<null, AppError> {
  for (const id of failed) tries.set(id, MOST_TRIES);
  for (const { plan, tally } of counted) {
    const taken = summaries.take(plan, tally);
    if (!taken.ok) return taken;
    if (!taken.value) tries.set(plan.id, (tries.get(plan.id) ?? 0) + 1);
  }
  return ok(null);
}
