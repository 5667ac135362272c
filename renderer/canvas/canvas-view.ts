import type { Detail } from '../../core/drawing/draw-item.ts';
import type { Box } from '../../core/geometry/box.ts';
import type { Point } from '../../core/geometry/point.ts';
import { PIXELS_PER_MILLIMETRE, toPlan, type Viewport } from '../editor/viewport.ts';

/** A rectangle in CSS pixels from the upper left corner of the visible part. */
export type ScreenArea = {
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** A screen of a size with a margin around it. */
export function areaAround(
  { widthPx, heightPx }: Pick<ScreenArea, 'widthPx' | 'heightPx'>,
  marginPx: number,
): ScreenArea {
  const [width, height] = [widthPx + 2 * marginPx, heightPx + 2 * marginPx];
  return { left: -marginPx, top: -marginPx, widthPx: width, heightPx: height };
}

/** What the painters need to know to put plan metres and paper millimetres on a canvas. */
export type CanvasView = {
  readonly viewport: Viewport;
  /** The part of the screen that the canvas covers. */
  readonly area: ScreenArea;
  readonly pixelRatio: number;
  /** CSS pixels of one paper millimetre: constant up to 1:500, then shrinking with the drawing. */
  readonly pixelsPerMm: number;
};

// Symbols and strokes keep their paper size up to 1:500; further out they shrink with the drawing.
const SMALLEST_CONSTANT_SCALE = (1000 * PIXELS_PER_MILLIMETRE) / 500;

/** CSS pixels of one paper millimetre. */
export function pixelsPerMmAt({ pixelsPerMetre }: Viewport): number {
  return PIXELS_PER_MILLIMETRE * Math.min(1, pixelsPerMetre / SMALLEST_CONSTANT_SCALE);
}

export function canvasViewOf(viewport: Viewport, area: ScreenArea, pixelRatio: number): CanvasView {
  return { viewport, area, pixelRatio, pixelsPerMm: pixelsPerMmAt(viewport) };
}

/** Below this share of its paper size a symbol cannot be read: it becomes a dot. */
export const SMALLEST_READABLE = 0.4;
/** Below this share words cannot be read: they are hidden, and with them what would be empty without them. */
const SMALLEST_WORDS = 0.55;

/** Whether only items of detail `always` are shown at this zoom. */
export function isFar(view: CanvasView): boolean {
  return !isDetailShown('normal', view);
}

/** Whether items of a detail are shown at this zoom. */
export function isDetailShown(detail: Detail, view: CanvasView): boolean {
  const shrink = view.pixelsPerMm / PIXELS_PER_MILLIMETRE;
  return detail === 'always' || shrink >= SMALLEST_WORDS;
}

/** Makes the context draw in plan metres from a plan point on, +y up. */
export function enterPlanSpace(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  from: Point = { x: 0, y: 0 },
): void {
  const { viewport, pixelRatio } = view;
  const scale = viewport.pixelsPerMetre * pixelRatio;
  const { left, top } = toCanvas(view, from.x, from.y);
  context.setTransform(scale, 0, 0, -scale, left * pixelRatio, top * pixelRatio);
}

/** Where the plan's origin lies on the canvas, CSS pixels. */
export function originPx({ viewport, area }: CanvasView): { left: number; top: number } {
  return {
    left: -area.left + viewport.widthPx / 2 - viewport.centre.x * viewport.pixelsPerMetre,
    top: -area.top + viewport.heightPx / 2 + viewport.centre.y * viewport.pixelsPerMetre,
  };
}

/** Where a plan point lies on the canvas, CSS pixels from the canvas's own corner. */
export function toCanvas(view: CanvasView, x: number, y: number): { left: number; top: number } {
  const origin = originPx(view);
  const scale = view.viewport.pixelsPerMetre;
  return { left: origin.left + x * scale, top: origin.top - y * scale };
}

/** The box of the plan under a part of the screen, wider by `reachPx` on every side. */
export function boxUnder(viewport: Viewport, area: ScreenArea, reachPx: number): Box {
  const corner = toPlan(viewport, { left: area.left - reachPx, top: area.top - reachPx });
  const metres = (lengthPx: number) => (lengthPx + 2 * reachPx) / viewport.pixelsPerMetre;
  return {
    minX: corner.x,
    maxX: corner.x + metres(area.widthPx),
    minY: corner.y - metres(area.heightPx),
    maxY: corner.y,
  };
}
