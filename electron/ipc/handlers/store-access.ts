import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../../core/contract/method.ts';
import type { Repositories } from '../../storage/repositories.ts';
import { attempt } from '../../storage/storage-error.ts';
import type { Store } from '../../storage/store.ts';

/** How often and how long a call tries again while another program holds the database, milliseconds. */
const PAUSE_MS = 80;
const PATIENCE_MS = 1000;

/**
 * Runs work on the repositories, or answers why there are none or why they cannot be read.
 *
 * While another program holds the database for a moment it is tried again, and other calls are answered
 * meanwhile.
 */
export async function withStore<V>(
  store: Store,
  work: (repositories: Repositories) => Answer<V>,
): Promise<Answer<V>> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const repositories = store.repositories();
    if (!repositories.ok) return repositories;
    const done = attempt(() => work(repositories.value));
    if (done.ok || done.error.code !== 'busy' || performance.now() > until) return done;
    await pause(PAUSE_MS);
  }
}
