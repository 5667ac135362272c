import { type Point, quantisePoint } from '../../core/geometry/point.ts';
import type { Editor } from './editor.ts';
import { selectableAt } from './selectable-at.ts';
import type { PointerToolEvent } from './tool.ts';
import { toScreen, type Viewport } from './viewport.ts';

/** How far one press of an arrow key goes: a step of the grid, ten of them, or a tenth of one. */
export type CursorStride = 'step' | 'large' | 'fine';

const strides: { readonly [S in CursorStride]: number } = { step: 1, large: 10, fine: 0.1 };
/** The cursor stays so far within the edge of the drawing. */
const EDGE_PX = 64;

/**
 * A pointer that the keyboard moves: what it does goes to the armed tool as the events of a pointer.
 *
 * Shown from the first arrow key until the pointer moves over the drawing again.
 */
export class DrawingCursor {
  readonly #editor: Editor;
  readonly #listeners = new Set<() => void>();
  #at: Point | null = null;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Plan metres; null while it is not shown. */
  get at(): Point | null {
    return this.#at;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** One press of an arrow key; the first one starts at `start`, brought to the grid. */
  move(by: { readonly x: number; readonly y: number }, stride: CursorStride, start: Point): void {
    const { gridStep } = this.#editor.view.drawing;
    const step = gridStep * strides[stride];
    const from = this.#at ?? onGrid(start, gridStep);
    this.goTo({ x: from.x + by.x * step, y: from.y + by.y * step });
  }

  /** Puts it on a place, and the drawing under it when the place is not in view. */
  goTo(place: Point): void {
    const at = quantisePoint(place);
    this.#set(at);
    const viewport = following(this.#editor.viewport, at);
    if (viewport) this.#editor.show({ viewport });
    this.#dispatch('move', at);
  }

  /** Presses and releases where it is. */
  press(keys: { readonly shift: boolean; readonly alt: boolean }): void {
    if (!this.#at) return;
    this.#dispatch('down', this.#at, keys);
    this.#dispatch('up', this.#at, keys);
  }

  hide(): void {
    this.#set(null);
  }

  #set(at: Point | null): void {
    if (at === this.#at) return;
    this.#at = at;
    for (const listener of this.#listeners) listener();
  }

  #dispatch(type: PointerToolEvent['type'], at: Point, keys = { shift: false, alt: false }): void {
    this.#editor.dispatch({ type, at, hit: selectableAt(this.#editor, at), ...keys, ctrl: false });
  }
}

function onGrid({ x, y }: Point, step: number): Point {
  return { x: Math.round(x / step) * step, y: Math.round(y / step) * step };
}

/** The viewport moved until a place is within its edge; null when it is already. */
function following(viewport: Viewport, at: Point): Viewport | null {
  const { left, top } = toScreen(viewport, at);
  const { widthPx, heightPx, pixelsPerMetre, centre } = viewport;
  const across = beyond(left, widthPx) / pixelsPerMetre;
  const down = beyond(top, heightPx) / pixelsPerMetre;
  if (across === 0 && down === 0) return null;
  return { ...viewport, centre: { x: centre.x + across, y: centre.y - down } };
}

/** Pixels that a place lies outside of the middle part of a width, with its sign; 0 within. */
function beyond(place: number, width: number): number {
  const edge = Math.min(EDGE_PX, width / 4);
  return Math.min(place - edge, 0) + Math.max(place - (width - edge), 0);
}
