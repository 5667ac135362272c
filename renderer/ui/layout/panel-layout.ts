export type PanelSide = 'left' | 'right' | 'bottom';
export type PanelPlace = { readonly size: number; readonly isOpen: boolean };

/** Which panels stand around the canvas and how large they are, in pixels. JSON-safe, to be remembered. */
export type PanelLayout = { readonly [S in PanelSide]: PanelPlace };

/** What "Reset layout" goes back to. */
export const initialPanelLayout: PanelLayout = {
  left: { size: 280, isOpen: true },
  right: { size: 300, isOpen: true },
  bottom: { size: 220, isOpen: false },
};

/** A place after it was dragged to `size`; dragged to nothing it is closed and keeps the size it had. */
export function resizePlace(place: PanelPlace, size: number): PanelPlace {
  return size < 1 ? { ...place, isOpen: false } : { size: Math.round(size), isOpen: true };
}

/** The layout after `side` was opened or closed: the key and the button of a panel. */
export function togglePanel(layout: PanelLayout, side: PanelSide): PanelLayout {
  return openPanel(layout, side, !layout[side].isOpen);
}

/** The layout with `side` open or closed; it keeps its size. */
export function openPanel(layout: PanelLayout, side: PanelSide, isOpen: boolean): PanelLayout {
  return { ...layout, [side]: { ...layout[side], isOpen } };
}
