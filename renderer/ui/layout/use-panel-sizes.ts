import { useRef } from 'react';
import { type PanelLayout, type PanelSide, resizePlace } from './panel-layout.ts';

/** Collects sizes as they change under the pointer, and tells the new layout once it is let go. */
export function usePanelSizes(layout: PanelLayout, onLayoutChange: (layout: PanelLayout) => void) {
  const sizes = useRef(new Map<PanelSide, number>());
  return {
    measured: (side: PanelSide, size: number): void => {
      sizes.current.set(side, size);
    },
    settled: (_layout: unknown, { isUserInteraction }: { readonly isUserInteraction: boolean }): void => {
      const changed = [...sizes.current];
      sizes.current.clear();
      // A window that changed its size moves panels too; only what somebody chose is remembered.
      if (!isUserInteraction || changed.length === 0) return;
      const places = changed.map(([side, size]) => [side, resizePlace(layout[side], size)] as const);
      onLayoutChange({ ...layout, ...Object.fromEntries(places) });
    },
  };
}
