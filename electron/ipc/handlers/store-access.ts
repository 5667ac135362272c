import type { Answer } from '../../../core/contract/method.ts';
import type { Repositories, Store } from '../../storage/store.ts';

/** Runs work on the repositories, or answers why there are none. */
export async function withStore<V>(
  store: Store,
  work: (repositories: Repositories) => Answer<V> | Promise<Answer<V>>,
): Promise<Answer<V>> {
  const repositories = store.repositories();
  return repositories.ok ? work(repositories.value) : repositories;
}
