import { clearTexts } from '../../core/drawing/clear-texts.ts';
import type { TextItem } from '../../core/drawing/draw-item.ts';
import { type CanvasView, enterPlanSpace, isShown } from './canvas-view.ts';
import { applyStroke, fillPath, type Palette } from './paint-style.ts';
import { isTextShown, paintSymbols, paintTexts, textPx } from './paint-symbols.ts';
import type { PictureCache } from './picture-cache.ts';
import type { Chunk } from './record-batches.ts';

export type PaintStyle = {
  readonly palette: Palette;
  readonly view: CanvasView;
  readonly pictures: PictureCache | null;
};

/** Paints the pictures, areas and lines of chunks; texts come later so that nothing covers them. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  chunks: Iterable<Chunk>,
  style: PaintStyle,
): void {
  const { view, palette } = style;
  const unitsPerPx = 1 / view.viewport.pixelsPerMetre;
  for (const chunk of chunks) {
    enterPlanSpace(context, view);
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    for (const image of chunk.images) style.pictures?.paint(context, image);
    for (const batch of chunk.paths) {
      if (!isShown(batch.detail, view)) continue;
      if (batch.fill) fillPath(context, batch.path, batch.fill, style);
      if (!batch.stroke) continue;
      applyStroke(context, batch.stroke, { palette, view, unitsPerPx });
      context.stroke(batch.path);
    }
    context.setLineDash([]);
    paintSymbols(context, chunk.symbols, style);
  }
}

export function paintLabels(
  context: CanvasRenderingContext2D,
  chunks: Iterable<Chunk>,
  style: PaintStyle,
): void {
  for (const chunk of chunks) paintTexts(context, chunk.texts, style);
}

/** Paints the texts of chunks where they do not cover each other; the rest is seen from nearer. */
export function paintClearLabels(
  context: CanvasRenderingContext2D,
  chunks: Iterable<Chunk>,
  style: PaintStyle,
): void {
  const { view } = style;
  const texts = [...chunks].flatMap((chunk) => chunk.texts.filter((text) => isTextShown(text, view)));
  const scale = view.viewport.pixelsPerMetre / view.pixelsPerMm;
  const onPage = (text: TextItem) => textPx(text, view) / view.pixelsPerMm;
  paintTexts(context, clearTexts(texts, [scale, 0, 0, -scale, 0, 0], onPage), style);
}
