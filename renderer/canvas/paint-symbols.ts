import type { SymbolItem, TextItem } from '../../core/drawing/draw-item.ts';
import { familiesFor, hasScripts } from '../../core/drawing/scripts/families.ts';
import { isRightToLeft } from '../../core/drawing/scripts/line-direction.ts';
import { PIXELS_PER_MILLIMETRE } from '../editor/viewport.ts';
import { type CanvasView, isDetailShown, SMALLEST_READABLE, toCanvas } from './canvas-view.ts';
import { applyStroke, fillPath, type Palette } from './paint-style.ts';
import { toPath2D } from './path2d.ts';

const paths = new WeakMap<object, Path2D>();

function pathOf(part: SymbolItem['parts'][number]): Path2D {
  const known = paths.get(part.path);
  if (known) return known;
  const path = toPath2D(part.path);
  paths.set(part.path, path);
  return path;
}

const DOT_PX = 3;

/** Paints symbols in canvas space; far out they are dots. */
export function paintSymbols(
  context: CanvasRenderingContext2D,
  symbols: readonly SymbolItem[],
  style: { palette: Palette; view: CanvasView },
): void {
  const { view, palette } = style;
  const shrink = view.pixelsPerMm / PIXELS_PER_MILLIMETRE;
  for (const symbol of symbols) {
    const { left, top } = toCanvas(view, symbol.at.x, symbol.at.y);
    if (shrink >= SMALLEST_READABLE) {
      if (isDetailShown(symbol.detail, view)) paintParts(context, symbol, { ...style, left, top });
    } else if (symbol.detail === 'always') {
      paintDot(context, symbol, { left, top, palette, pixelRatio: view.pixelRatio });
    }
  }
}

function paintParts(
  context: CanvasRenderingContext2D,
  symbol: SymbolItem,
  { palette, view, left, top }: { palette: Palette; view: CanvasView; left: number; top: number },
): void {
  const scale = view.pixelsPerMm * view.pixelRatio;
  const [cos, sin] = [Math.cos(symbol.angle) * scale, Math.sin(symbol.angle) * scale];
  context.setTransform(cos, -sin, -sin, -cos, left * view.pixelRatio, top * view.pixelRatio);
  for (const part of symbol.parts) {
    const path = pathOf(part);
    if (part.fill) fillPath(context, path, part.fill, { palette, view });
    if (!part.stroke) continue;
    applyStroke(context, part.stroke, { palette, view, unitsPerPx: 1 / view.pixelsPerMm });
    context.stroke(path);
  }
}

function paintDot(
  context: CanvasRenderingContext2D,
  symbol: SymbolItem,
  { left, top, palette, pixelRatio }: { left: number; top: number; palette: Palette; pixelRatio: number },
): void {
  const part = symbol.parts.find(({ fill }) => fill && fill.ink !== 'paper') ?? symbol.parts[0];
  const ink = part?.fill && part.fill.ink !== 'paper' ? part.fill.ink : part?.stroke?.ink;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = palette.colourOf(ink ?? 'ink');
  context.fillRect(left - DOT_PX / 2, top - DOT_PX / 2, DOT_PX, DOT_PX);
}

// A tag, at the share of its size at which words are hidden.
const SMALLEST_TEXT_PX = 4.5;
// While the drawing is only a little smaller than 1:500, its texts stay large enough to read.
const READABLE_TEXT_PX = 8.5;
const LINE_HEIGHT = 1.25;
const HALO_PX = 3;

/** The size at which a text is painted, CSS pixels. */
export function textPx({ sizeMm }: TextItem, { pixelsPerMm }: CanvasView): number {
  return Math.max(sizeMm * pixelsPerMm, READABLE_TEXT_PX);
}

/** Whether a text is painted at this zoom. */
export function isTextShown({ sizeMm, detail }: TextItem, view: CanvasView): boolean {
  return sizeMm * view.pixelsPerMm >= SMALLEST_TEXT_PX && isDetailShown(detail, view);
}

/** Paints texts in canvas space with their halo; those that would be drawn below 5 px are left out. */
export function paintTexts(
  context: CanvasRenderingContext2D,
  texts: readonly TextItem[],
  style: { palette: Palette; view: CanvasView },
): void {
  const { view, palette } = style;
  let font = '';
  for (const text of texts) {
    const sizePx = textPx(text, view);
    if (!isTextShown(text, view)) continue;
    const { left, top } = toCanvas(view, text.at.x, text.at.y);
    const next = `${text.weight === 'semibold' ? 600 : 400} ${sizePx.toFixed(2)}px Inter`;
    if (next !== font) {
      context.font = next;
      font = next;
    }
    context.textAlign = aligns[text.anchor];
    context.textBaseline = text.baseline;
    const { pixelRatio, pixelsPerMm } = view;
    const [cos, sin] = [Math.cos(text.angle) * pixelRatio, Math.sin(text.angle) * pixelRatio];
    const x = (left + text.offsetMm.x * pixelsPerMm) * pixelRatio;
    const y = (top - text.offsetMm.y * pixelsPerMm) * pixelRatio;
    context.setTransform(cos, -sin, sin, cos, x, y);
    paintLines(context, text, { sizePx, palette });
  }
}

// Left and right, not start and end: these change sides where a line reads from right to left.
const aligns = { start: 'left', middle: 'center', end: 'right' } as const;

/**
 * Does something with the fonts of a line and in its direction, as the PDF has them: a line that Inter sets alone
 * is painted as the context stands.
 */
function inItsScript(context: CanvasRenderingContext2D, line: string, paint: () => void): void {
  if (!hasScripts(line)) {
    paint();
    return;
  }
  const { font, direction, fontKerning } = context;
  context.font = [font, ...familiesFor(line).map(({ name }) => `"${name}"`), 'sans-serif'].join(', ');
  context.direction = isRightToLeft(line) ? 'rtl' : 'ltr';
  context.fontKerning = 'none';
  paint();
  context.font = font;
  context.direction = direction;
  context.fontKerning = fontKerning;
}

function paintLines(
  context: CanvasRenderingContext2D,
  text: TextItem,
  { sizePx, palette }: { sizePx: number; palette: Palette },
): void {
  const step = sizePx * LINE_HEIGHT;
  const first = text.baseline === 'middle' ? (-(text.lines.length - 1) * step) / 2 : 0;
  context.setLineDash([]);
  context.lineJoin = 'round';
  text.lines.forEach((line, index) => {
    const y = first + index * step;
    inItsScript(context, line, () => {
      if (text.halo) {
        context.strokeStyle = palette.colourOf('paper');
        context.lineWidth = HALO_PX;
        context.strokeText(line, 0, y);
      }
      context.fillStyle = palette.colourOf(text.ink);
      context.fillText(line, 0, y);
    });
  });
}
