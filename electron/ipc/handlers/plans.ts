import { randomUUID } from 'node:crypto';
import type { Args, Handlers, Value } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { newPlan } from '../../../core/plan/new-plan.ts';
import type { IdOf } from '../../../core/plan/records/index.ts';
import { ok } from '../../../core/result.ts';
import type { Repositories, Store } from '../../storage/store.ts';
import { withStore } from './store-access.ts';

/** How a rename stands in the journal; the window knows the key. */
const RENAME_LABEL = 'edit.rename-plan';

export type PlanHandlersSetup = {
  readonly store: Store;
  /** Hears why a save failed, in one sentence. */
  readonly onSaveFailed: (message: string) => void;
};

const newId = <K extends 'floor' | 'layer'>(kind: K) => `${kind}:${randomUUID()}` as IdOf<K>;

function createPlan(
  { plans }: Repositories,
  { siteId, name, displayUnit }: Args<'plans.create'>,
): Answer<Value<'plans.create'>> {
  const plan = newPlan({ name, displayUnit, newId });
  return plans.create({ id: randomUUID(), siteId, name, plan, receivedFrom: null });
}

function openPlan({ plans }: Repositories, planId: string): Answer<Value<'plans.open'>> {
  const opened = plans.open(planId);
  if (!opened.ok) return opened;
  const steps = plans.steps(planId);
  if (!steps.ok) return steps;
  const { summary, siteName, stretches } = opened.value;
  return ok({
    plan: summary,
    siteName,
    version: summary.version,
    stretches: [...stretches],
    steps: JSON.stringify(steps.value),
  });
}

export function planHandlers({ store, onSaveFailed }: PlanHandlersSetup) {
  return {
    'plans.create': (args) => withStore(store, (repositories) => createPlan(repositories, args)),
    'plans.open': ({ planId }) => withStore(store, (repositories) => openPlan(repositories, planId)),
    'plans.records': ({ planId, ...page }) => withStore(store, ({ plans }) => plans.page(planId, page)),
    'plans.save': async ({ planId, ...save }) => {
      const saved = await withStore(store, ({ plans }) => plans.save(planId, save));
      if (!saved.ok) onSaveFailed(saved.error.message);
      return saved;
    },
    'plans.history': ({ planId, most }) => withStore(store, ({ plans }) => ok(plans.history(planId, most))),
    'plans.rename': ({ planId, name }) =>
      withStore(store, ({ plans }) => plans.rename(planId, name, RENAME_LABEL)),
    'plans.duplicate': ({ planId, name }) => withStore(store, ({ plans }) => plans.duplicate(planId, name)),
    'plans.moveToTrash': ({ planId }) => withStore(store, ({ plans }) => plans.moveToTrash(planId)),
    'plans.restore': ({ planId }) => withStore(store, ({ plans }) => plans.restore(planId)),
  } satisfies Partial<Handlers>;
}
