import type { Handlers } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';
import type { Store } from '../../storage/store.ts';

export function storageHandlers(store: Store) {
  return {
    'storage.status': async () => ok(store.status()),
    'storage.restoreBackup': ({ backup }) => store.restoreBackup(backup),
    'storage.startEmpty': async () => store.startEmpty(),
    'storage.useOlder': async () => store.useOlder(),
    'storage.backUp': () => store.backUpNow(),
    'storage.planState': ({ planId }) => store.planState(planId),
    'storage.restorePlan': ({ planId, from }) => store.restorePlan(planId, from),
  } satisfies Partial<Handlers>;
}
