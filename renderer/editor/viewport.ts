import type { Box } from '../../core/geometry/box.ts';
import type { Point } from '../../core/geometry/point.ts';

/** A point of the canvas in CSS pixels from its upper left corner; never mixed with plan points. */
export type ScreenPoint = { readonly left: number; readonly top: number };

/** Which part of the plan the canvas shows: `centre` in plan metres is in the middle of the canvas. */
export type Viewport = {
  readonly centre: Point;
  readonly pixelsPerMetre: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** All that a plan can hold is in view at once, coordinates of 1,000 km and lengths as long, on the smallest window. */
export const SMALLEST_SCALE = 1e-4;
export const LARGEST_SCALE = 2000;

/** CSS pixels in a millimetre of screen at the nominal 96 dots per inch. */
export const PIXELS_PER_MILLIMETRE = 96 / 25.4;

export function toPlan(viewport: Viewport, point: ScreenPoint): Point {
  return {
    x: viewport.centre.x + (point.left - viewport.widthPx / 2) / viewport.pixelsPerMetre,
    y: viewport.centre.y - (point.top - viewport.heightPx / 2) / viewport.pixelsPerMetre,
  };
}

/** Where a plan point is on the screen. */
export function toScreen(viewport: Viewport, { x, y }: Point): ScreenPoint {
  return {
    left: viewport.widthPx / 2 + (x - viewport.centre.x) * viewport.pixelsPerMetre,
    top: viewport.heightPx / 2 - (y - viewport.centre.y) * viewport.pixelsPerMetre,
  };
}

/** Zooms by a factor so that the plan point under `at` stays under it. */
export function zoomAt(viewport: Viewport, at: ScreenPoint, factor: number): Viewport {
  const pixelsPerMetre = Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, viewport.pixelsPerMetre * factor));
  const fixed = toPlan(viewport, at);
  const moved = toPlan({ ...viewport, pixelsPerMetre }, at);
  const centre = { x: viewport.centre.x + fixed.x - moved.x, y: viewport.centre.y + fixed.y - moved.y };
  return { ...viewport, centre, pixelsPerMetre };
}

/** Zooms by a factor; the plan point `around` stays where it is on the screen. */
export function zoomAround(
  viewport: Viewport,
  { around, factor }: { readonly around: Point; readonly factor: number },
): Viewport {
  return zoomAt(viewport, toScreen(viewport, around), factor);
}

/** Moves the drawing by pixels to the right and down. */
export function panBy(viewport: Viewport, by: ScreenPoint): Viewport {
  const { centre, pixelsPerMetre } = viewport;
  return {
    ...viewport,
    centre: { x: centre.x - by.left / pixelsPerMetre, y: centre.y + by.top / pixelsPerMetre },
  };
}

/** Shows a box of the plan as large as it fits, with a margin in pixels. */
export function fit(viewport: Viewport, box: Box, marginPx = 48): Viewport {
  const width = Math.max(box.maxX - box.minX, 1);
  const height = Math.max(box.maxY - box.minY, 1);
  const scale = Math.min(
    Math.max(viewport.widthPx - 2 * marginPx, 50) / width,
    Math.max(viewport.heightPx - 2 * marginPx, 50) / height,
  );
  const pixelsPerMetre = Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale));
  return {
    ...viewport,
    pixelsPerMetre,
    centre: { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 },
  };
}

/** The box of the plan that the canvas shows. */
export function visibleBox(viewport: Viewport): Box {
  const halfWidth = viewport.widthPx / 2 / viewport.pixelsPerMetre;
  const halfHeight = viewport.heightPx / 2 / viewport.pixelsPerMetre;
  const { x, y } = viewport.centre;
  return { minX: x - halfWidth, minY: y - halfHeight, maxX: x + halfWidth, maxY: y + halfHeight };
}

/** N of the scale 1:N that the screen shows now, at its nominal 96 dots per inch. */
export function scaleNumber(viewport: Viewport): number {
  return (1000 * PIXELS_PER_MILLIMETRE) / viewport.pixelsPerMetre;
}
