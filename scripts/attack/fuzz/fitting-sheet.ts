/** What an export is asked for where nothing is chosen: the sheet on which all of the plan fits. */
export const fittingSheet = {
  appVersion: '1',
  sheetId: null,
  scale: null,
  paper: 'A4',
  orientation: null,
  floorId: null,
  states: null,
  shown: null,
  day: '2026-11-24',
} as const;
