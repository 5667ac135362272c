import type { MouseEvent } from 'react';

/** The first press on the name of a row chooses the row; on the chosen one it edits the name. */
export const chooseByName = (isChosen: boolean, choose: () => void) => ({
  onMouseDownCapture: (event: MouseEvent) => {
    if (isChosen || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    choose();
  },
});
