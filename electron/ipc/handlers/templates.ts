import type { Handlers } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { err, ok } from '../../../core/result.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Store } from '../../storage/store.ts';
import { withStore } from './store-access.ts';

/** Most characters of one template, about a thousand records: all are read at once. */
const MOST_CHARACTERS = 1024 * 1024;

/** What says nothing about the records, but about the process that reads them. */
const OF_THE_READING: readonly string[] = ['busy', 'failed', 'cancelled'];

function refuse(message: string): Answer<never> {
  return err({ code: 'refused', message });
}

const damaged = refuse('These records cannot be kept as a template: they are damaged.');

/** The person's own templates; the records of a new one are checked in a process of their own. */
export function templateHandlers(store: Store, jobs: Pick<Jobs, 'run'>) {
  return {
    'templates.list': () => withStore(store, ({ templates }) => ok([...templates.list()])),
    'templates.save': async ({ name, text }) => {
      if (text.length > MOST_CHARACTERS)
        return refuse('That is more than a template holds: select fewer records.');
      const read = await jobs.run('clipboard.read', { text });
      if (!read.ok) return OF_THE_READING.includes(read.error.code) ? read : damaged;
      if (read.value.length === 0) return refuse('There is nothing to keep: select records first.');
      return withStore(store, ({ templates }) => templates.add(name, text));
    },
    'templates.rename': ({ id, name }) => withStore(store, ({ templates }) => templates.rename(id, name)),
    'templates.remove': ({ id }) => withStore(store, ({ templates }) => templates.remove(id)),
  } satisfies Partial<Handlers>;
}
