import type { Handlers } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';
import type { Store } from '../../storage/store.ts';
import { withStore } from './store-access.ts';

export function siteHandlers(store: Store) {
  return {
    'sites.list': () => withStore(store, ({ sites }) => ok(sites.list())),
    'sites.create': ({ name }) => withStore(store, ({ sites }) => sites.create(name)),
    'sites.rename': ({ siteId, name }) => withStore(store, ({ sites }) => sites.rename(siteId, name)),
    'sites.moveToTrash': ({ siteId }) => withStore(store, ({ sites }) => sites.moveToTrash(siteId)),
    'sites.restore': ({ siteId }) => withStore(store, ({ sites }) => sites.restore(siteId)),
  } satisfies Partial<Handlers>;
}
