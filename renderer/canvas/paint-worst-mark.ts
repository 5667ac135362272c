import type { WorstPlace } from '../../core/analysis/zones/zone-check.ts';
import { toScreen } from '../editor/viewport.ts';
import { text } from '../messages/text.ts';
import { toCanvas } from './canvas-view.ts';
import type { PaintStyle } from './paint-chunk.ts';

/** How far the mark and its name reach from the place, CSS pixels. */
export const WORST_REACH_PX = 240;
const [RING_PX, LINE_PX] = [9, 15];

/** A ring with a cross through it and what is worst there: the place is where the lines would meet. */
export function paintWorstMark(
  context: CanvasRenderingContext2D,
  place: WorstPlace,
  { view, palette }: PaintStyle,
): void {
  const { left, top } = toCanvas(view, place.at.x, place.at.y);
  const [colour, ground] = [palette.colourOf('deficient'), palette.colourOf('paper')];
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.setLineDash([]);
  // Twice, the first time as ground beneath: it is seen on any field of coverage.
  for (const [stroke, width] of [
    [ground, 5],
    [colour, 2],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.beginPath();
    context.arc(left, top, RING_PX, 0, Math.PI * 2);
    for (const [right, down] of [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const) {
      context.moveTo(left + right * (RING_PX - 4), top + down * (RING_PX - 4));
      context.lineTo(left + right * LINE_PX, top + down * LINE_PX);
    }
    context.stroke();
  }
  const at = toScreen(view.viewport, place.at);
  const isRight = at.left + WORST_REACH_PX <= view.viewport.widthPx;
  paintName(context, nameOf(place), { left, top, isRight, colour, ground });
}

type NamePlace = {
  readonly left: number;
  readonly top: number;
  /** Whether there is room to the right of the place. */
  readonly isRight: boolean;
  readonly colour: string;
  readonly ground: string;
};

const [NAME_HEIGHT_PX, NAME_PAD_PX] = [20, 6];

/** What is worst there, on a plate of its own: it is read over whatever is drawn. */
function paintName(
  context: CanvasRenderingContext2D,
  name: string,
  { left, top, isRight, colour, ground }: NamePlace,
): void {
  context.font = '500 11px Inter, sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const width = context.measureText(name).width + 2 * NAME_PAD_PX;
  const x = isRight ? left + LINE_PX + 3 : left - LINE_PX - 3 - width;
  context.fillStyle = ground;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x, top - NAME_HEIGHT_PX / 2, width, NAME_HEIGHT_PX, 4);
  context.fill();
  context.stroke();
  context.fillStyle = colour;
  context.fillText(name, x + NAME_PAD_PX, top + 0.5);
}

function nameOf(place: WorstPlace): string {
  if (place.reason === 'uncovered') return text('coverage.mark.uncovered');
  return text('coverage.mark.leastDensity', { density: Math.floor(place.pixelsPerMetre) });
}
