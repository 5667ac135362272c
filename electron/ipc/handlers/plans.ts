import { randomUUID } from 'node:crypto';
import type { Args, Handlers, Value } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { newPlan } from '../../../core/plan/new-plan.ts';
import { err, ok } from '../../../core/result.ts';
import { type PreparedCommit, prepareSent } from '../../storage/journal/prepare-commit.ts';
import type { Repositories } from '../../storage/repositories.ts';
import type { Store } from '../../storage/store.ts';
import { duplicatePlan } from './duplicate-plan.ts';
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

function openPlan({ plans, journal }: Repositories, planId: string): Answer<Value<'plans.open'>> {
  const opened = plans.open(planId);
  if (!opened.ok) return opened;
  const steps = journal.depths(planId);
  if (!steps.ok) return steps;
  const { summary, siteName, stretches } = opened.value;
  const { version } = summary;
  return ok({ plan: summary, siteName, version, stretches: [...stretches], steps: steps.value });
}

/** All commits of a request checked and made ready to be written. */
async function prepared({ commits }: Args<'plans.save'>): Promise<Answer<readonly PreparedCommit[]>> {
  const ready: PreparedCommit[] = [];
  for (const [index, sent] of commits.entries()) {
    const commit = await prepareSent(sent);
    if (!commit.ok) {
      const message = `The request plans.save (commits.${index}) is not valid: it ${commit.error}.`;
      return err({ code: 'bad-request', message });
    }
    ready.push(commit.value);
  }
  return ok(ready);
}

async function savePlan(store: Store, args: Args<'plans.save'>): Promise<Answer<Value<'plans.save'>>> {
  const commits = await prepared(args);
  if (!commits.ok) return commits;
  const { planId, baseVersion } = args;
  return withStore(store, ({ plans }) => plans.save(planId, { baseVersion, commits: commits.value }));
}

export function planHandlers({ store, onSaveFailed }: PlanHandlersSetup) {
  return {
    'plans.create': (args) => withStore(store, (repositories) => createPlan(repositories, args)),
    'plans.open': async ({ planId }) => {
      const ready = await store.bringUpToDate(planId);
      return ready.ok ? withStore(store, (repositories) => openPlan(repositories, planId)) : ready;
    },
    'plans.records': ({ planId, ...page }) => withStore(store, ({ plans }) => plans.page(planId, page)),
    'plans.steps': async ({ planId, ...asked }) => {
      const repositories = store.repositories();
      if (!repositories.ok) return repositories;
      const steps = await repositories.value.journal.steps(planId, asked);
      return steps.ok ? ok({ steps: steps.value }) : steps;
    },
    'plans.changes': async ({ planId, ...asked }) => {
      const repositories = store.repositories();
      return repositories.ok ? repositories.value.journal.changes(planId, asked) : repositories;
    },
    'plans.save': async (args) => {
      const saved = await savePlan(store, args);
      if (!saved.ok) onSaveFailed(saved.error.message);
      return saved;
    },
    'plans.history': ({ planId, most }) => withStore(store, ({ plans }) => ok(plans.history(planId, most))),
    'plans.rename': async ({ planId, name }) => {
      const ready = await store.bringUpToDate(planId);
      return ready.ok ? withStore(store, ({ plans }) => plans.rename(planId, name, RENAME_LABEL)) : ready;
    },
    'plans.duplicate': async ({ planId, name }) => {
      const ready = await store.bringUpToDate(planId);
      return ready.ok ? duplicatePlan(store, { planId, name, id: randomUUID() }) : ready;
    },
    'plans.moveToTrash': ({ planId }) => withStore(store, ({ plans }) => plans.moveToTrash(planId)),
    'plans.restore': ({ planId }) => withStore(store, ({ plans }) => plans.restore(planId)),
  } satisfies Partial<Handlers>;
}
