import type { Answer } from '../../../core/contract/method.ts';
import { attempt } from '../../storage/storage-error.ts';
import type { Repositories, Store } from '../../storage/store.ts';

/** Runs work on the repositories, or answers why there are none or why they cannot be read. */
export async function withStore<V>(
  store: Store,
  work: (repositories: Repositories) => Answer<V>,
): Promise<Answer<V>> {
  const repositories = store.repositories();
  return repositories.ok ? attempt(() => work(repositories.value)) : repositories;
}
