import type { PictureItem } from '../../../../core/analysis/picture/picture-item.ts';
import type { ColourTheme } from '../../../../core/drawing/colours.ts';
import { paintOf } from '../../../../core/drawing/picture-colours.ts';

/** Size of a picture, pixels. */
export type PictureSize = { readonly widthPx: number; readonly heightPx: number };

/** Nothing is thinner than this on the screen, its own pixels. */
const THINNEST = 0.75;

type Painted = {
  readonly size: PictureSize;
  readonly theme: ColourTheme;
  /** Of the picture in the window, in the window's pixels. */
  readonly width: number;
};

/** Paints the items of a picture over all of a canvas, as sharp as the screen is. */
export function paintPicture(
  canvas: HTMLCanvasElement,
  items: readonly PictureItem[],
  { size, theme, width: shown }: Painted,
): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas has no picture to paint on.');
  canvas.width = Math.round(shown * devicePixelRatio);
  canvas.height = Math.round((canvas.width * size.heightPx) / size.widthPx);
  context.lineJoin = 'round';
  const scale = { across: canvas.width / size.widthPx, down: canvas.height / size.heightPx };
  for (const item of items) {
    const { colour, opacity, width } = paintOf(item, theme);
    trace(context, item, scale);
    context.globalAlpha = opacity;
    context.lineWidth = Math.max(width * canvas.height, THINNEST);
    context.strokeStyle = colour;
    context.fillStyle = colour;
    if (item.type === 'surface') context.fill();
    if (width > 0) context.stroke();
  }
}

function trace(
  context: CanvasRenderingContext2D,
  item: PictureItem,
  { across, down }: { readonly across: number; readonly down: number },
): void {
  context.beginPath();
  for (const [first, ...others] of item.type === 'line' ? [item.points] : item.rings) {
    if (!first) continue;
    context.moveTo(first.left * across, first.top * down);
    for (const { left, top } of others) context.lineTo(left * across, top * down);
    if (item.type === 'surface') context.closePath();
  }
}
