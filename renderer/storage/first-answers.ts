import type { SiteSummary, StorageStatus } from '../../core/contract/shapes.ts';
import { bridge } from './bridge.ts';

/** What the window shows first. */
export type FirstAnswers = {
  readonly storage: StorageStatus | null;
  readonly settings: Readonly<Record<string, string>>;
  /** Null where they cannot be read. */
  readonly sites: readonly SiteSummary[] | null;
};

/** Asks for what the window shows first, all at once. */
export async function askFirst(): Promise<FirstAnswers> {
  const [storage, settings, sites] = await Promise.all([
    bridge['storage.status']({}),
    bridge['app.settings']({}),
    bridge['sites.list']({}),
  ]);
  return {
    storage: storage.ok ? storage.value : null,
    settings: settings.ok ? settings.value : {},
    sites: sites.ok ? sites.value : null,
  };
}
