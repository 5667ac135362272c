import type { Detail } from '../../core/drawing/draw-item.ts';
import { PIXELS_PER_MILLIMETRE, type Viewport } from '../editor/viewport.ts';

/** What the painters need to know to put plan metres and paper millimetres on a canvas. */
export type CanvasView = {
  readonly viewport: Viewport;
  /** Pixels of canvas around the visible part on every side. */
  readonly marginPx: number;
  readonly pixelRatio: number;
  /** CSS pixels of one paper millimetre: constant up to 1:500, then shrinking with the drawing. */
  readonly pixelsPerMm: number;
};

// Symbols and strokes keep their paper size up to 1:500; further out they shrink with the drawing.
const SMALLEST_CONSTANT_SCALE = (1000 * PIXELS_PER_MILLIMETRE) / 500;

export function canvasViewOf(viewport: Viewport, marginPx: number, pixelRatio: number): CanvasView {
  const shrink = Math.min(1, viewport.pixelsPerMetre / SMALLEST_CONSTANT_SCALE);
  return { viewport, marginPx, pixelRatio, pixelsPerMm: PIXELS_PER_MILLIMETRE * shrink };
}

const SMALLEST_NORMAL = 0.35;
const SMALLEST_NEAR = 0.55;

/** Whether items of a detail are shown at this zoom. */
export function isShown(detail: Detail, view: CanvasView): boolean {
  const shrink = view.pixelsPerMm / PIXELS_PER_MILLIMETRE;
  if (detail === 'always') return true;
  return shrink >= (detail === 'normal' ? SMALLEST_NORMAL : SMALLEST_NEAR);
}

/** Makes the context draw in plan metres, +y up. */
export function enterPlanSpace(context: CanvasRenderingContext2D, view: CanvasView): void {
  const { viewport, pixelRatio } = view;
  const scale = viewport.pixelsPerMetre * pixelRatio;
  const origin = originPx(view);
  context.setTransform(scale, 0, 0, -scale, origin.left * pixelRatio, origin.top * pixelRatio);
}

/** Where the plan's origin lies on the canvas, CSS pixels. */
export function originPx({ viewport, marginPx }: CanvasView): { left: number; top: number } {
  return {
    left: marginPx + viewport.widthPx / 2 - viewport.centre.x * viewport.pixelsPerMetre,
    top: marginPx + viewport.heightPx / 2 + viewport.centre.y * viewport.pixelsPerMetre,
  };
}

/** Where a plan point lies on the canvas, CSS pixels from the canvas's own corner. */
export function toCanvas(view: CanvasView, x: number, y: number): { left: number; top: number } {
  const origin = originPx(view);
  const scale = view.viewport.pixelsPerMetre;
  return { left: origin.left + x * scale, top: origin.top - y * scale };
}
