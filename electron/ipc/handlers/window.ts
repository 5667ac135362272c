import type { Args, Handlers } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';

export type WindowControl = {
  readonly showMenu: (items: Args<'window.setMenu'>['items']) => void;
  readonly setUnsaved: (unsaved: boolean) => void;
  readonly setZoom: (percent: number) => void;
  readonly closeNow: () => void;
};

export function windowHandlers({ showMenu, setUnsaved, setZoom, closeNow }: WindowControl) {
  return {
    'window.setMenu': async ({ items }) => {
      showMenu(items);
      return ok(null);
    },
    'window.setUnsaved': async ({ unsaved }) => {
      setUnsaved(unsaved);
      return ok(null);
    },
    'window.setZoom': async ({ percent }) => {
      setZoom(percent);
      return ok(null);
    },
    'window.closeNow': async () => {
      closeNow();
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}
