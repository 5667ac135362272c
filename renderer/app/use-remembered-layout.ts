import { useCallback, useRef, useState } from 'react';
import { bridge } from '../storage/bridge.ts';
import type { PanelLayout } from '../ui/layout/panel-layout.ts';
import { LAYOUT_KEY, parseLayout } from './stored-layout.ts';

export type RememberedLayout = {
  readonly layout: PanelLayout;
  /** Shows the panels as the function says, and remembers that. */
  readonly change: (how: (layout: PanelLayout) => PanelLayout) => void;
};

/** The panels' places, remembered in the settings of the application; `settings` is what these were. */
export function useRememberedLayout(settings: Readonly<Record<string, string>>): RememberedLayout {
  const [layout, setLayout] = useState(() => parseLayout(settings[LAYOUT_KEY]));
  const now = useRef(layout);
  const change: RememberedLayout['change'] = useCallback((how) => {
    now.current = how(now.current);
    setLayout(now.current);
    void bridge['app.setSetting']({ key: LAYOUT_KEY, value: JSON.stringify(now.current) });
  }, []);
  return { layout, change };
}
