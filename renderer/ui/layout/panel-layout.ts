export type PanelPlace = { readonly size: number; readonly isOpen: boolean };

/** Which panels stand around the canvas and how large they are, in pixels. JSON-safe, to be remembered. */
export type PanelLayout = {
  readonly left: PanelPlace;
  readonly right: PanelPlace;
  readonly bottom: PanelPlace;
};

export const initialPanelLayout: PanelLayout = {
  left: { size: 280, isOpen: true },
  right: { size: 300, isOpen: true },
  bottom: { size: 220, isOpen: false },
};
