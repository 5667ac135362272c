/** Fits a screen of 1920 × 1080 on which everything is drawn twice as large. */
export const SMALLEST_WINDOW = { width: 800, height: 480 } as const;
const FIRST_SIZE = { width: 1440, height: 900 } as const;

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where the window is, and whether it fills the screen. */
export type WindowState = Box & { readonly maximized: boolean };

const overlap = (start: number, length: number, otherStart: number, otherLength: number) =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);

function isReachable(box: Box, area: Box): boolean {
  // Enough of the title bar to take hold of.
  const across = overlap(box.x, box.width, area.x, area.width);
  return across >= 100 && box.y >= area.y - 10 && box.y <= area.y + area.height - 50;
}

/** Where the window opens: where it was, if a screen still shows that, else centred on the first screen. */
export function openingBox(
  state: WindowState | null,
  areas: readonly Box[],
): Pick<Box, 'width' | 'height'> & Partial<Box> {
  if (state && areas.some((area) => isReachable(state, area))) {
    return { x: state.x, y: state.y, width: state.width, height: state.height };
  }
  const [area] = areas;
  const width = Math.max(SMALLEST_WINDOW.width, Math.min(FIRST_SIZE.width, area?.width ?? FIRST_SIZE.width));
  const height = Math.max(
    SMALLEST_WINDOW.height,
    Math.min(FIRST_SIZE.height, area?.height ?? FIRST_SIZE.height),
  );
  return { width, height };
}
