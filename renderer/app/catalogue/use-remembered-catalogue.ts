import { useEffect } from 'react';
import { CATALOGUE_KEY, catalogueChoices, parseChoices } from '../../hooks/catalogue-choices.ts';
import { bridge } from '../../storage/bridge.ts';

/** Takes what was used last and the favourites from the settings, and remembers their changes there. */
export function useRememberedCatalogue(): void {
  useEffect(() => {
    let unsubscribe: (() => void) | null = null;
    let isOpen = true;
    void bridge['app.settings']({}).then((stored) => {
      if (!isOpen) return;
      if (stored.ok) catalogueChoices.change(() => parseChoices(stored.value[CATALOGUE_KEY]));
      unsubscribe = catalogueChoices.subscribe(() => {
        const value = JSON.stringify(catalogueChoices.now());
        void bridge['app.setSetting']({ key: CATALOGUE_KEY, value });
      });
    });
    return () => {
      isOpen = false;
      unsubscribe?.();
    };
  }, []);
}
