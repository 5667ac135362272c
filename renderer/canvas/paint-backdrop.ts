import { type CanvasView, toCanvas } from './canvas-view.ts';
import type { PaintStyle } from './paint-chunk.ts';

const CLOSEST_LINES_PX = 9;
const steps = [1, 2, 5];

/** Distance of grid lines in metres: the chosen step, or a rounder multiple when its lines would be too close. */
export function shownGridStep(step: number, pixelsPerMetre: number): number {
  if (step * pixelsPerMetre >= CLOSEST_LINES_PX) return step;
  for (let power = 1; power < 1e7; power *= 10) {
    for (const factor of steps) {
      const wider = step * factor * power;
      if (wider * pixelsPerMetre >= CLOSEST_LINES_PX) return wider;
    }
  }
  return step * 1e7;
}

/** Paints the paper and the grid; every fifth or tenth line is stronger. */
export function paintBackdrop(
  context: CanvasRenderingContext2D,
  { style, grid, gridStep }: { style: PaintStyle; grid: boolean; gridStep: number },
): void {
  const { view, palette } = style;
  const { widthPx, heightPx } = view.area;
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.fillStyle = palette.colourOf('paper');
  context.fillRect(0, 0, widthPx, heightPx);
  if (!grid) return;
  const step = shownGridStep(gridStep, view.viewport.pixelsPerMetre);
  context.strokeStyle = palette.colourOf('thin');
  context.lineWidth = 1;
  gridLines(context, { view, step, alpha: 0.14 });
  gridLines(context, { view, step: step * 5, alpha: 0.2 });
}

const VEIL_OPACITY = 0.62;

/** Dims everything that is painted so far. */
export function paintVeil(context: CanvasRenderingContext2D, { view, palette }: PaintStyle): void {
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.globalAlpha = VEIL_OPACITY;
  context.fillStyle = palette.colourOf('paper');
  context.fillRect(0, 0, view.area.widthPx, view.area.heightPx);
  context.globalAlpha = 1;
}

function gridLines(
  context: CanvasRenderingContext2D,
  { view, step, alpha }: { view: CanvasView; step: number; alpha: number },
): void {
  const { widthPx, heightPx } = view.area;
  const scale = view.viewport.pixelsPerMetre;
  const origin = toCanvas(view, 0, 0);
  context.globalAlpha = alpha;
  context.beginPath();
  const firstX = Math.ceil(-origin.left / scale / step);
  for (let line = firstX; origin.left + line * step * scale < widthPx; line++) {
    const left = Math.round(origin.left + line * step * scale) + 0.5;
    context.moveTo(left, 0);
    context.lineTo(left, heightPx);
  }
  const firstY = Math.ceil(-origin.top / scale / step);
  for (let line = firstY; origin.top + line * step * scale < heightPx; line++) {
    const top = Math.round(origin.top + line * step * scale) + 0.5;
    context.moveTo(0, top);
    context.lineTo(widthPx, top);
  }
  context.stroke();
  context.globalAlpha = 1;
}
