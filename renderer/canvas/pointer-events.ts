import type { Editor } from '../editor/editor.ts';
import { selectableAt } from '../editor/selectable-at.ts';
import type { PointerToolEvent } from '../editor/tool.ts';
import { type ScreenPoint, toPlan } from '../editor/viewport.ts';
import type { StageView } from './stage-view.ts';

const WHEEL_ZOOM = 1.0015;
const LINE_PX = 16;

/**
 * Turns pointer and wheel events of the canvas into tool events, pans and zooms.
 *
 * Moves are coalesced to one a frame. Middle button, or Space with the left one, pans.
 */
export class PointerEvents {
  readonly #element: HTMLElement;
  readonly #editor: Editor;
  readonly #view: StageView;
  readonly #ended = new AbortController();
  #panning: ScreenPoint | null = null;
  #space = false;
  #isSuspended = false;
  #move: PointerEvent | null = null;
  /** The last event of the pointer over the canvas; null while it is elsewhere. */
  #last: PointerEvent | null = null;
  #frame = 0;
  #onPointer: (at: ScreenPoint | null) => void = () => undefined;

  constructor(element: HTMLElement, editor: Editor, view: StageView) {
    this.#element = element;
    this.#editor = editor;
    this.#view = view;
    const options = { signal: this.#ended.signal };
    element.addEventListener('pointerdown', this.#down, options);
    element.addEventListener('pointermove', this.#moved, options);
    element.addEventListener('pointerup', this.#up, options);
    element.addEventListener('pointercancel', this.#cancelled, options);
    element.addEventListener('pointerleave', this.#left, options);
    element.addEventListener('dblclick', this.#double, options);
    element.addEventListener('wheel', this.#wheel, { ...options, passive: false });
    window.addEventListener('keydown', this.#key, options);
    window.addEventListener('keyup', this.#key, options);
    window.addEventListener('blur', this.#resume, options);
    window.addEventListener('blur', this.#release, options);
  }

  /** Hears where the pointer is, CSS pixels from the canvas's corner, and null when it left. */
  set onPointer(listener: (at: ScreenPoint | null) => void) {
    this.#onPointer = listener;
  }

  destroy(): void {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
  }

  #at(event: MouseEvent): ScreenPoint {
    const { left, top } = this.#element.getBoundingClientRect();
    return { left: event.clientX - left, top: event.clientY - top };
  }

  #toolEvent(type: PointerToolEvent['type'], event: MouseEvent): PointerToolEvent {
    const at = toPlan(this.#view.viewport, this.#at(event));
    return {
      type,
      at,
      hit: selectableAt(this.#editor, at),
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
    };
  }

  /** What floats over the drawing has its own presses. */
  #isOnField({ target }: Event): boolean {
    return target instanceof Element && target.closest('button, input') !== null;
  }

  readonly #down = (event: PointerEvent): void => {
    if (this.#isOnField(event)) return;
    this.#element.focus({ preventScroll: true });
    if (event.button === 1 || (event.button === 0 && this.#space)) {
      this.#element.setPointerCapture(event.pointerId);
      this.#panning = this.#at(event);
      this.#element.dataset.panning = 'true';
      event.preventDefault();
    } else if (event.button === 0) {
      this.#element.setPointerCapture(event.pointerId);
      this.#flush();
      this.#editor.dispatch(this.#toolEvent('down', event));
    }
  };

  readonly #moved = (event: PointerEvent): void => {
    this.#move = event;
    if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#flush());
  };

  #flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const event = this.#move;
    this.#move = null;
    if (!event) return;
    this.#last = event;
    const at = this.#at(event);
    if (this.#panning) {
      this.#view.pan({ left: at.left - this.#panning.left, top: at.top - this.#panning.top });
      this.#panning = at;
    } else {
      const toolEvent = this.#toolEvent('move', event);
      this.#editor.dispatch(toolEvent);
      const idle = this.#editor.tool.id === 'select' && event.buttons === 0;
      this.#view.hovered = idle ? toolEvent.hit : null;
    }
    this.#onPointer(at);
  }

  readonly #up = (event: PointerEvent): void => {
    this.#flush();
    if (this.#panning) {
      this.#panning = null;
      delete this.#element.dataset.panning;
    } else if (event.button === 0) this.#editor.dispatch(this.#toolEvent('up', event));
  };

  readonly #cancelled = (): void => {
    this.#panning = null;
    this.#editor.dispatch({ type: 'cancel' });
  };

  readonly #left = (): void => {
    this.#view.hovered = null;
    this.#last = null;
    this.#onPointer(null);
  };

  readonly #double = (event: MouseEvent): void => {
    const isMeant = event.button === 0 && !this.#space && !this.#isOnField(event);
    if (isMeant) this.#editor.dispatch(this.#toolEvent('double', event));
  };

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [x, y] = [event.deltaX * unit, event.deltaY * unit];
    // A touch pad scrolls in both directions and pinches with Control; a wheel turns in one.
    if (!event.ctrlKey && (event.shiftKey || x !== 0)) this.#view.pan({ left: -x || -y, top: x ? -y : 0 });
    else this.#view.zoom(this.#at(event), WHEEL_ZOOM ** -y);
  };

  /** While Q is held the pointer snaps to nothing. */
  #suspend(event: KeyboardEvent): void {
    const { isOn } = this.#editor.view.snaps;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.type === 'keydown' && isPlain && isOn && this.#element.contains(document.activeElement)) {
      this.#isSuspended = !(document.activeElement instanceof HTMLInputElement);
      if (this.#isSuspended) this.#editor.show({ snaps: { isOn: false } });
    } else if (event.type === 'keyup') this.#resume();
  }

  /** With Alt the resting pointer shows distances, without a move of it. */
  #measure(event: KeyboardEvent): void {
    const { tool, selection } = this.#editor;
    const isOver = this.#last !== null && this.#last.buttons === 0;
    if (!isOver || event.repeat || tool.id !== 'select' || selection.size !== 1) return;
    if (document.activeElement instanceof HTMLInputElement) return;
    // Else the key opens the menu of the window.
    event.preventDefault();
    this.#pointAgain(event.type === 'keydown');
  }

  #pointAgain(alt: boolean): void {
    if (!this.#last) return;
    const toolEvent = this.#toolEvent('move', this.#last);
    this.#editor.dispatch({ ...toolEvent, alt });
  }

  readonly #resume = (): void => {
    if (this.#isSuspended) this.#editor.show({ snaps: { isOn: true } });
    this.#isSuspended = false;
  };

  /** A key that is let go of in another window is never told. */
  readonly #release = (): void => {
    const isResting = this.#last?.buttons === 0;
    if (isResting && this.#editor.tool.id === 'select') this.#pointAgain(false);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Alt') this.#measure(event);
    if (event.code === 'KeyQ') this.#suspend(event);
    if (event.code !== 'Space' || !this.#element.contains(document.activeElement)) return;
    // The keyboard's cursor clicks with Space.
    if (event.defaultPrevented) return;
    this.#space = event.type === 'keydown';
    this.#element.dataset.space = String(this.#space);
    event.preventDefault();
  };
}
