import type { Handlers } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';
import type { Store } from '../../storage/store.ts';

export function storageHandlers(store: Store) {
  return {
    'storage.status': async () => ok(store.status()),
    'storage.restoreBackup': async ({ backup }) => store.restoreBackup(backup),
    'storage.startEmpty': async () => store.startEmpty(),
  } satisfies Partial<Handlers>;
}
