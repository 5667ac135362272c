import { randomUUID } from 'node:crypto';
import type { AppError } from '../../core/contract/method.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Attachment } from './attachment-repository.ts';
import type { Repositories } from './store.ts';

/** A plan that came from outside, already parsed. */
export type ReceivedPlan = {
  /** The plan the file says it is, or null when it names none. */
  readonly planId: string | null;
  readonly name: string;
  readonly siteName: string;
  readonly plan: Plan;
  readonly attachments: readonly Pick<Attachment, 'mediaType' | 'bytes'>[];
};

/** A day as people write it in a name: "24 Nov 2026". */
export function dayInName(at: Date): string {
  return at
    .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
    .replace('Sept', 'Sep');
}

/**
 * Stores a plan that came from outside, or finds it stored already; nothing stored is replaced.
 *
 * The same plan with equal content is the stored one (`known`), taken out of the trash if it lies there.
 * The same plan with other content is kept beside it as "Name (received 24 Nov 2026)". It goes into
 * `siteId`, else into the site of the plan it belongs to, else into the site of its own site's name.
 */
export function receivePlan(
  repositories: Repositories,
  received: ReceivedPlan,
  place: { readonly siteId: string | null; readonly at: Date },
): Result<{ planId: string; known: boolean }, AppError> {
  const { plans } = repositories;
  const copies = received.planId === null ? [] : plans.copiesOf(received.planId);
  const same = copies.find((id) => plans.holds(id, received.plan));
  if (same === undefined) return store(repositories, received, { ...place, copies });
  const shown = plans.summary(same).ok ? ok(null) : plans.restore(same);
  return shown.ok ? ok({ planId: same, known: true }) : shown;
}

type Place = { readonly siteId: string | null; readonly at: Date; readonly copies: readonly string[] };

function store(
  repositories: Repositories,
  received: ReceivedPlan,
  { siteId, at, copies }: Place,
): Result<{ planId: string; known: boolean }, AppError> {
  for (const { mediaType, bytes } of received.attachments) {
    const added = repositories.attachments.add(mediaType, bytes);
    if (!added.ok) return added;
  }
  const site = siteOf(repositories, received, siteId);
  if (!site.ok) return site;
  const { planId, name, plan } = received;
  const isBeside = planId !== null && copies.includes(planId);
  const created = repositories.plans.create({
    id: planId === null || isBeside ? randomUUID() : planId,
    siteId: site.value,
    name: isBeside ? `${name} (received ${dayInName(at)})` : name,
    plan,
    receivedFrom: isBeside ? planId : null,
  });
  return created.ok ? ok({ planId: created.value.id, known: false }) : created;
}

function siteOf(
  { plans, sites }: Repositories,
  { planId, siteName }: ReceivedPlan,
  wanted: string | null,
): Result<string, AppError> {
  if (wanted !== null) return ok(wanted);
  const original = planId === null ? null : plans.summary(planId);
  if (original?.ok) return ok(original.value.siteId);
  const site = sites.findOrCreate(siteName);
  return site.ok ? ok(site.value.id) : site;
}
