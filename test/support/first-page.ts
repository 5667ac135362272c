/** The choice of a page without a wish: the first sheet as it stands, or the first floor where there is none. */
export const firstPage = {
  sheetId: null,
  scale: null,
  paper: null,
  orientation: null,
  floorId: null,
  states: null,
  shown: null,
} as const;
