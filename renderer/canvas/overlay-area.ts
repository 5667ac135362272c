import type { DrawItem, ImageItem, Path, TextItem } from '../../core/drawing/draw-item.ts';
import type { Point } from '../../core/geometry/point.ts';
import { toScreen, type Viewport } from '../editor/viewport.ts';
import type { ScreenArea } from './canvas-view.ts';

/** A rectangle that grows around screen points; empty until the first. */
export class AreaBuilder {
  readonly #viewport: Viewport;
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;

  constructor(viewport: Viewport) {
    this.#viewport = viewport;
  }

  /** Takes in a plan point with as many pixels around it. */
  point(at: Point, reachPx: number): void {
    const { left, top } = toScreen(this.#viewport, at);
    this.#left = Math.min(this.#left, left - reachPx);
    this.#top = Math.min(this.#top, top - reachPx);
    this.#right = Math.max(this.#right, left + reachPx);
    this.#bottom = Math.max(this.#bottom, top + reachPx);
  }

  item(item: DrawItem, pixelsPerMm: number): void {
    if (item.type === 'path') this.#path(item.path);
    else if (item.type === 'symbol') this.point(item.at, SYMBOL_REACH_PX);
    else if (item.type === 'text') this.point(item.at, textReachPx(item, pixelsPerMm));
    else for (const corner of cornersOf(item)) this.point(corner, LINE_REACH_PX);
  }

  /** What of the rectangle can be seen; null when nothing of it. */
  visible(): ScreenArea | null {
    const { widthPx, heightPx } = this.#viewport;
    const left = Math.max(Math.floor(this.#left), 0);
    const top = Math.max(Math.floor(this.#top), 0);
    const right = Math.min(Math.ceil(this.#right), widthPx);
    const bottom = Math.min(Math.ceil(this.#bottom), heightPx);
    if (right <= left || bottom <= top) return null;
    return { left, top, widthPx: right - left, heightPx: bottom - top };
  }

  #path(path: Path): void {
    for (const step of path) {
      if (step[0] === 'Z') continue;
      if (step[0] === 'A') {
        const [, x, y, radius] = step;
        this.point({ x: x - radius, y: y - radius }, LINE_REACH_PX);
        this.point({ x: x + radius, y: y + radius }, LINE_REACH_PX);
        continue;
      }
      for (let index = 1; index < step.length; index += 2) {
        this.point({ x: Number(step[index]), y: Number(step[index + 1]) }, LINE_REACH_PX);
      }
    }
  }
}

const SYMBOL_REACH_PX = 48;
const LINE_REACH_PX = 12;
// The mean width of capitals and figures of the font, the widest a label has, in shares of its size.
const LETTER_WIDTH = 0.8;
const SMALLEST_TEXT_PX = 9;

function textReachPx(item: TextItem, pixelsPerMm: number): number {
  const sizePx = Math.max(item.sizeMm * pixelsPerMm, SMALLEST_TEXT_PX);
  const longest = Math.max(...item.lines.map((line) => line.length), 1);
  const textPx = Math.hypot(longest * LETTER_WIDTH, item.lines.length * 1.5) * sizePx;
  return LINE_REACH_PX + textPx + Math.hypot(item.offsetMm.x, item.offsetMm.y) * pixelsPerMm;
}

function cornersOf(item: ImageItem): Point[] {
  const [a, b, c, d, e, f] = item.matrix;
  const at = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  return [at(0, 0), at(item.widthPx, 0), at(0, item.heightPx), at(item.widthPx, item.heightPx)];
}

const SPARE_PX = 64;
const MOST_TIMES_LARGER = 6;

/**
 * The area that a canvas should cover to hold the needed one: the present area while it does and is not
 * much too large, so that a canvas is not made anew on each move.
 */
export function nextArea(present: ScreenArea | null, needed: ScreenArea, viewport: Viewport): ScreenArea {
  if (present && holds(present, needed) && sizeOf(present) <= MOST_TIMES_LARGER * sizeOf(needed))
    return present;
  const left = Math.max(needed.left - SPARE_PX, 0);
  const top = Math.max(needed.top - SPARE_PX, 0);
  return {
    left,
    top,
    widthPx: Math.min(needed.left + needed.widthPx + SPARE_PX, viewport.widthPx) - left,
    heightPx: Math.min(needed.top + needed.heightPx + SPARE_PX, viewport.heightPx) - top,
  };
}

function holds(outer: ScreenArea, inner: ScreenArea): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.left + outer.widthPx >= inner.left + inner.widthPx &&
    outer.top + outer.heightPx >= inner.top + inner.heightPx
  );
}

// A small canvas costs next to nothing: only larger ones are worth shrinking.
const SMALL_PX = 300 * 300;

function sizeOf({ widthPx, heightPx }: ScreenArea): number {
  return Math.max(widthPx * heightPx, SMALL_PX);
}
