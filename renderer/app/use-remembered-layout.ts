import { useCallback, useRef, useState } from 'react';
import { bridge } from '../storage/bridge.ts';
import { initialPanelLayout, type PanelLayout } from '../ui/layout/panel-layout.ts';
import { LAYOUT_KEY, parseLayout } from './stored-layout.ts';

export type RememberedLayout = {
  readonly layout: PanelLayout;
  /** Shows the panels as the function says, and remembers that. */
  readonly change: (how: (layout: PanelLayout) => PanelLayout) => void;
  /** Takes the layout from the settings, once they are read. */
  readonly recall: (settings: Readonly<Record<string, string>>) => void;
};

/** The panels' places, remembered in the settings of the application. */
export function useRememberedLayout(): RememberedLayout {
  const [layout, setLayout] = useState(initialPanelLayout);
  const now = useRef(layout);
  const show = useCallback((next: PanelLayout) => {
    now.current = next;
    setLayout(next);
  }, []);
  const change: RememberedLayout['change'] = useCallback(
    (how) => {
      show(how(now.current));
      void bridge['app.setSetting']({ key: LAYOUT_KEY, value: JSON.stringify(now.current) });
    },
    [show],
  );
  const recall: RememberedLayout['recall'] = useCallback(
    (settings) => show(parseLayout(settings[LAYOUT_KEY])),
    [show],
  );
  return { layout, change, recall };
}
