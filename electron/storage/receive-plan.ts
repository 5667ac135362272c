import { randomUUID } from 'node:crypto';
import type { AppError } from '../../core/contract/method.ts';
import { nameWith } from '../../core/plan/names.ts';
import { ok, type Result } from '../../core/result.ts';
import type { IncomingSite } from './plan-intake.ts';
import type { Repositories } from './repositories.ts';

/** What a file says of its plan. */
export type ReceivedPlan = {
  /** The plan the file says it is, or null when it names none. */
  readonly planId: string | null;
  readonly name: string;
  readonly siteName: string;
  readonly records: number;
  /** The stored plan, the trash included, that holds exactly the same records; null when none does. */
  readonly knownAs: string | null;
};

/** A day as people write it in a name: "24 Nov 2026". */
export function dayInName(at: Date): string {
  return at
    .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
    .replace('Sept', 'Sep');
}

/**
 * Begins to store a plan that came from outside, or finds it stored already; nothing stored is replaced.
 *
 * The same plan with equal content is the stored one (`known`), taken out of the trash if it lies there; of
 * any other the rows are still to come. The same plan with other content is kept beside it as
 * "Name (received 24 Nov 2026)". It goes into `siteId`, else into the site of the plan it belongs to, else
 * into the site of its own site's name.
 */
export function beginReceiving(
  repositories: Repositories,
  received: ReceivedPlan,
  place: { readonly siteId: string | null; readonly at: Date },
): Result<{ planId: string; known: boolean }, AppError> {
  const { plans, intake } = repositories;
  const { knownAs, planId, name, records } = received;
  if (knownAs !== null) {
    const shown = plans.summary(knownAs).ok ? ok(null) : plans.restore(knownAs);
    return shown.ok ? ok({ planId: knownAs, known: true }) : shown;
  }
  const isBeside = planId !== null && plans.copiesOf(planId).includes(planId);
  const id = planId === null || isBeside ? randomUUID() : planId;
  const begun = intake.begin(
    {
      id,
      name: isBeside ? nameWith(name, ` (received ${dayInName(place.at)})`) : name,
      records,
      receivedFrom: isBeside ? planId : null,
    },
    siteOf(repositories, received, place.siteId),
  );
  return begun.ok ? ok({ planId: id, known: false }) : begun;
}

function siteOf(
  { plans }: Repositories,
  { planId, siteName }: ReceivedPlan,
  wanted: string | null,
): IncomingSite {
  if (wanted !== null) return { siteId: wanted };
  const original = planId === null ? null : plans.summary(planId);
  return original?.ok ? { siteId: original.value.siteId } : { siteName };
}
