import type { Handlers } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';
import type { Store } from '../../storage/store.ts';
import { withStore } from './store-access.ts';

/** The person's own templates. */
export function templateHandlers(store: Store) {
  return {
    'templates.list': () => withStore(store, ({ templates }) => ok([...templates.list()])),
    'templates.save': ({ name, text }) => withStore(store, ({ templates }) => templates.add(name, text)),
    'templates.rename': ({ id, name }) => withStore(store, ({ templates }) => templates.rename(id, name)),
    'templates.remove': ({ id }) => withStore(store, ({ templates }) => templates.remove(id)),
  } satisfies Partial<Handlers>;
}
