import type { Dash, Fill, Ink, Stroke } from '../../core/drawing/draw-item.ts';
import { type CanvasView, originPx } from './canvas-view.ts';

/** Colour of a token in the theme that is on. */
export type Palette = { readonly colourOf: (ink: Ink) => string };

const dashesMm: { readonly [D in Dash]: readonly number[] } = {
  solid: [],
  dashed: [2, 1],
  dotted: [0.3, 0.9],
  'dash-dot': [4, 1, 0.5, 1],
  'dash-dot-dot': [4.2, 1, 0.5, 1, 0.5, 1],
};

const THINNEST_PX = 0.75;

/** Sets stroke colour, width and dash; `unitsPerPx` is 1 in screen space and metres per pixel in plan space. */
export function applyStroke(
  context: CanvasRenderingContext2D,
  stroke: Stroke,
  style: { palette: Palette; view: CanvasView; unitsPerPx: number },
): void {
  const { palette, view, unitsPerPx } = style;
  context.strokeStyle = palette.colourOf(stroke.ink);
  context.lineWidth = Math.max(stroke.widthMm * view.pixelsPerMm, THINNEST_PX) * unitsPerPx;
  context.setLineDash(dashOf(stroke, view).map((part) => part * unitsPerPx));
}

// What repeats within less than a pixel is a plain line, for which no dashes without number are made.
const SHORTEST_PERIOD_PX = 1;

/** The dashes and gaps of a line, CSS pixels; none where they cannot be told apart. */
export function dashOf({ dash }: Stroke, { pixelsPerMm }: CanvasView): readonly number[] {
  const parts = dashesMm[dash].map((part) => part * pixelsPerMm);
  return parts.reduce((sum, part) => sum + part, 0) < SHORTEST_PERIOD_PX ? [] : parts;
}

const tiles = new Map<string, HTMLCanvasElement>();
const HATCH_PX = 7;

function hatchTile(colour: string, ratio: number): HTMLCanvasElement {
  const key = `${colour} ${ratio}`;
  const known = tiles.get(key);
  if (known) return known;
  const tile = document.createElement('canvas');
  const size = Math.round(HATCH_PX * ratio);
  tile.width = size;
  tile.height = size;
  const context = tile.getContext('2d');
  if (context) {
    context.strokeStyle = colour;
    context.lineWidth = 0.8 * ratio;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, size + 1);
      context.lineTo(shift + size + 1, -1);
    }
    context.stroke();
  }
  tiles.set(key, tile);
  return tile;
}

/** Fills a path with a plain colour or a hatch whose lines keep their distance at every zoom. */
export function fillPath(
  context: CanvasRenderingContext2D,
  path: Path2D,
  fill: Fill,
  style: { palette: Palette; view: CanvasView },
): void {
  const colour = style.palette.colourOf(fill.ink);
  context.globalAlpha = fill.opacity;
  if (fill.pattern === 'hatch') {
    const pattern = context.createPattern(hatchTile(colour, style.view.pixelRatio), 'repeat');
    const transform = context.getTransform();
    // The pattern stays in device pixels, anchored to the plan's origin so that it moves with the drawing.
    // Whole tiles make no difference, and far from the origin there are more than a canvas can count.
    const { pixelRatio } = style.view;
    const size = Math.round(HATCH_PX * pixelRatio);
    const { left, top } = originPx(style.view);
    const anchor = transform.inverse().translate((left * pixelRatio) % size, (top * pixelRatio) % size);
    pattern?.setTransform(anchor);
    if (pattern) context.fillStyle = pattern;
  } else context.fillStyle = colour;
  // Nonzero, because joined paths overlap; rings run anticlockwise and holes clockwise.
  context.fill(path, 'nonzero');
  context.globalAlpha = 1;
}
