/** Height of a row and of the head, CSS pixels; the style sheet of the table has the same figure. */
export const ROW_PX = 26;

// Rows kept above and below those in sight, so that scrolling shows no gap before the next paint.
const SPARE_ROWS = 12;

export type RowWindow = { readonly first: number; readonly end: number };

/** The rows to mount: from `first` up to, without, `end`. */
export function rowsInSight({
  scrollTop,
  height,
  count,
}: {
  scrollTop: number;
  height: number;
  count: number;
}): RowWindow {
  const whole = Math.ceil(height / ROW_PX) + 2 * SPARE_ROWS;
  const wanted = Math.floor(scrollTop / ROW_PX) - SPARE_ROWS;
  const first = Math.max(Math.min(wanted, count - whole), 0);
  return { first, end: Math.min(first + whole, count) };
}

/** Where to scroll so that a row is in sight beneath the head; the same place when it is already. */
export function scrollToRow(row: number, scrollTop: number, height: number): number {
  const top = row * ROW_PX;
  const lowest = top + 2 * ROW_PX - height;
  if (top < scrollTop) return top;
  return lowest > scrollTop ? lowest : scrollTop;
}

/** The row that a key goes to from `row`, which is -1 when none is; null when the key does not move. */
export function rowAfterKey(key: string, row: number, count: number): number | null {
  const PAGE = 20;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  return Math.min(Math.max(row + step, 0), count - 1);
}
