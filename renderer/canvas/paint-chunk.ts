import { type CanvasView, enterPlanSpace, isDetailShown } from './canvas-view.ts';
import type { ClearLabels } from './clear-labels.ts';
import type { Chunk } from './drawings/chunk.ts';
import { applyStroke, fillPath, type Palette } from './paint-style.ts';
import { paintSymbols, paintTexts } from './paint-symbols.ts';
import type { PictureCache } from './picture-cache.ts';

export type PaintStyle = {
  readonly palette: Palette;
  readonly view: CanvasView;
  readonly pictures: PictureCache | null;
};

/** Width of the lines that cross out what cannot be shown, CSS pixels. */
const CROSSING_PX = 1.5;

/** Paints the pictures, areas and lines of chunks; texts come later so that nothing covers them. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  chunks: Iterable<Chunk>,
  style: PaintStyle,
): void {
  const { view, palette } = style;
  const unitsPerPx = 1 / view.viewport.pixelsPerMetre;
  const crossing = { colour: palette.colourOf('fail'), width: CROSSING_PX * unitsPerPx };
  for (const chunk of chunks) {
    enterPlanSpace(context, view);
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    for (const image of chunk.images) style.pictures?.paint(context, image, crossing);
    for (const batch of chunk.paths) {
      if (!isDetailShown(batch.detail, view)) continue;
      enterPlanSpace(context, view, batch.origin);
      if (batch.fill) fillPath(context, batch.path, batch.fill, style);
      if (!batch.stroke) continue;
      applyStroke(context, batch.stroke, { palette, view, unitsPerPx });
      context.stroke(batch.path);
    }
    context.setLineDash([]);
    paintSymbols(context, chunk.symbols, style);
  }
}

/** Paints labels where they were placed, their leaders and marks beneath all texts. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  { symbols, texts }: ClearLabels,
  style: PaintStyle,
): void {
  paintSymbols(context, symbols, style);
  paintTexts(context, texts, style);
}
