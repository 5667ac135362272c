import type { Handlers } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';
import type { Store } from '../../storage/store.ts';
import { withStore } from './store-access.ts';

export type AppHandlersSetup = {
  readonly store: Store;
  readonly version: string;
  /** The plan that the application was started to open, told once. */
  readonly takeOpenPlanId: () => string | null;
  readonly quit: () => void;
};

const VERSIONS = ['electron', 'chrome', 'node', 'v8'] as const;

export function appHandlers({ store, version, takeOpenPlanId, quit }: AppHandlersSetup) {
  return {
    'app.info': async () => {
      const versions = Object.fromEntries(VERSIONS.map((name) => [name, process.versions[name] ?? '']));
      return ok({ version, versions, platform: process.platform, openPlanId: takeOpenPlanId() });
    },
    'app.settings': () => withStore(store, ({ settings }) => ok(settings.all())),
    'app.setSetting': ({ key, value }) => withStore(store, ({ settings }) => settings.set(key, value)),
    'app.quit': async () => {
      quit();
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}
