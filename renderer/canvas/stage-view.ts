import type Konva from 'konva';
import type { Box } from '../../core/geometry/box.ts';
import { kindOf } from '../../core/plan/plan.ts';
import type { AnyId } from '../../core/plan/records/index.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { showingAll } from '../editor/create-editor.ts';
import type { Editor } from '../editor/editor.ts';
import { panBy, type ScreenPoint, type Viewport, visibleBox, zoomAt } from '../editor/viewport.ts';
import { type CanvasView, canvasViewOf } from './canvas-view.ts';
import { paintBackdrop } from './paint-backdrop.ts';
import { type PaintStyle, paintLabels, paintShapes } from './paint-chunk.ts';
import { paintOverlay } from './paint-overlay.ts';
import type { Palette } from './paint-style.ts';
import { PictureCache } from './picture-cache.ts';
import { PlanDrawings } from './plan-drawings.ts';

/** Pixels painted around the visible part, so that a gesture can move the bitmaps before they run out. */
export const MARGIN_PX = 192;

// After this long without input the drawing is painted anew, sharp and without lifted records.
const IDLE_MS = 40;
// What was edited is on the overlay already; the bitmaps beneath follow when nothing else is wanted.
const SETTLE_MS = 300;

export type StageParts = {
  readonly stage: Konva.Stage;
  /** The overlay's, without a margin: what follows the pointer is repainted on every move. */
  readonly overlayStage: Konva.Stage;
  /** The elements that hold the stages; a gesture moves them. */
  readonly frames: readonly HTMLElement[];
  readonly layers: Readonly<Record<'backdrop' | 'coverage' | 'records' | 'overlay', Konva.Layer>>;
};

/**
 * The canvas of one open plan: paints the four layers, and moves their bitmaps while a gesture runs.
 *
 * Pan and zoom change a CSS transform only; the editor's viewport is written when the gesture pauses.
 */
export class StageView {
  readonly #editor: Editor;
  readonly #parts: StageParts;
  readonly #drawings: PlanDrawings;
  readonly #pictures: PictureCache;
  readonly #unsubscribe: readonly (() => void)[];
  #palette: Palette;
  #painted: Viewport;
  #live: Viewport;
  readonly #pauses: Record<'gesture' | 'edit', ReturnType<typeof setTimeout> | undefined> = {
    gesture: undefined,
    edit: undefined,
  };
  #hovered: AnyId | null = null;
  #isSized = false;
  #onPainted: (viewport: Viewport) => void = () => undefined;

  constructor(editor: Editor, parts: StageParts, palette: Palette) {
    this.#editor = editor;
    this.#parts = parts;
    this.#palette = palette;
    this.#painted = editor.viewport;
    this.#live = editor.viewport;
    this.#drawings = new PlanDrawings(editor);
    this.#pictures = new PictureCache(() => parts.layers.backdrop.batchDraw());
    this.#unsubscribe = [
      editor.subscribe('plan', (change) => {
        this.#drawings.planChanged(change.diff);
        this.#drawOverlay();
        this.#settleWhenIdle();
      }),
      editor.subscribe('selection', () => {
        this.#drawOverlay();
        this.#settleWhenIdle();
      }),
      editor.subscribe('preview', (preview) => {
        if (preview && this.#drawings.liftPreview(preview)) this.#settle();
        this.#drawOverlay();
      }),
      editor.subscribe('view', () => {
        this.#drawings.viewChanged();
        this.paint();
      }),
      editor.subscribe('viewport', (viewport) => {
        this.#live = viewport;
        this.paint();
      }),
    ];
  }

  /** The viewport as the person sees it now, also in the middle of a gesture. */
  get viewport(): Viewport {
    return this.#live;
  }

  /** Calls back after each full painting; a driver finds the place of plan points by it. */
  set onPainted(listener: (viewport: Viewport) => void) {
    this.#onPainted = listener;
    listener(this.#painted);
  }

  set palette(palette: Palette) {
    this.#palette = palette;
    this.paint();
  }

  set hovered(id: AnyId | null) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#drawOverlay();
  }

  resize(widthPx: number, heightPx: number): void {
    this.#parts.stage.size({ width: widthPx + 2 * MARGIN_PX, height: heightPx + 2 * MARGIN_PX });
    this.#parts.overlayStage.size({ width: widthPx, height: heightPx });
    const viewport = { ...this.#live, widthPx, heightPx };
    const { plan, view } = this.#editor;
    // Only now is it known how much room there is for what the plan shows when it opens.
    const box = this.#isSized ? null : planBounds(plan, view.floor);
    this.#isSized = true;
    this.#editor.show({ viewport: box ? showingAll(viewport, box) : viewport });
  }

  pan(by: ScreenPoint): void {
    this.#move(panBy(this.#live, by));
  }

  zoom(at: ScreenPoint, factor: number): void {
    this.#move(zoomAt(this.#live, at, factor));
  }

  /** Paints everything now at the live viewport. */
  paint(): void {
    clearTimeout(this.#pauses.edit);
    this.#painted = this.#live;
    this.#drawings.settle();
    for (const layer of Object.values(this.#parts.layers)) layer.draw();
    this.#transform('');
    this.#onPainted(this.#painted);
  }

  destroy(): void {
    for (const pause of Object.values(this.#pauses)) clearTimeout(pause);
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#pictures.close();
  }

  paintLayer(layer: keyof StageParts['layers'], context: CanvasRenderingContext2D): void {
    const style = this.#style(layer === 'overlay' ? 0 : MARGIN_PX);
    const box = paintedBox(style.view);
    context.save();
    if (layer === 'backdrop') {
      paintBackdrop(context, { style, grid: this.#editor.view.grid, gridStep: this.#editor.view.gridStep });
      paintShapes(context, this.#drawings.underlays(box), style);
    } else if (layer === 'coverage') {
      if (this.#editor.view.coverage) {
        const chunks = [...this.#drawings.coverage(box)];
        paintShapes(context, chunks, style);
        paintLabels(context, chunks, style);
      }
    } else if (layer === 'records') {
      const chunks = [...this.#drawings.records(box)];
      paintShapes(context, chunks, style);
      paintLabels(context, chunks, style);
    } else
      paintOverlay(context, {
        style,
        editor: this.#editor,
        drawings: this.#drawings,
        hovered: this.#hovered,
      });
    context.restore();
  }

  #style(marginPx: number): PaintStyle {
    const pixelRatio = this.#parts.layers.records.getCanvas().getPixelRatio();
    const view = canvasViewOf(this.#painted, marginPx, pixelRatio);
    return { view, palette: this.#palette, pictures: this.#pictures };
  }

  #move(viewport: Viewport): void {
    this.#live = viewport;
    const { scale, left, top } = bitmapShift(this.#painted, viewport);
    if (showsEdge(this.#painted, { scale, left, top })) {
      // The margin is used up: one full painting in the middle of the gesture.
      this.paint();
    } else {
      this.#transform(`translate(${left}px, ${top}px) scale(${scale})`);
    }
    this.#whenIdle('gesture', () => this.#editor.show({ viewport: this.#live }));
  }

  #transform(transform: string): void {
    for (const frame of this.#parts.frames) frame.style.transform = transform;
  }

  #drawOverlay(): void {
    this.#parts.layers.overlay.batchDraw();
  }

  #settleWhenIdle(): void {
    this.#whenIdle('edit', () => this.#settle());
  }

  /** Paints only the layers on which something was edited, lifted or put down. */
  #settle(): void {
    const kinds = new Set([...this.#drawings.settle()].map(kindOf));
    const { records, coverage, backdrop, overlay } = this.#parts.layers;
    if (kinds.size > 0) records.draw();
    if (kinds.has('camera')) coverage.draw();
    if (kinds.has('underlay')) backdrop.draw();
    overlay.draw();
  }

  /** Does the work of a pause once no input has come for a while; an edit never puts off a gesture's. */
  #whenIdle(pause: 'gesture' | 'edit', work: () => void): void {
    clearTimeout(this.#pauses[pause]);
    this.#pauses[pause] = setTimeout(work, pause === 'gesture' ? IDLE_MS : SETTLE_MS);
  }
}

/** Where the painted bitmaps must be shown, about their centre, to look like another viewport. */
function bitmapShift(painted: Viewport, live: Viewport) {
  const scale = live.pixelsPerMetre / painted.pixelsPerMetre;
  return {
    scale,
    left: (painted.centre.x - live.centre.x) * live.pixelsPerMetre,
    top: (live.centre.y - painted.centre.y) * live.pixelsPerMetre,
  };
}

/** Whether the moved bitmaps no longer cover the visible part, or are too coarse to look at. */
function showsEdge(painted: Viewport, shift: { scale: number; left: number; top: number }): boolean {
  if (shift.scale > 4 || shift.scale < 0.25) return true;
  const spareX = (painted.widthPx / 2 + MARGIN_PX) * shift.scale - painted.widthPx / 2;
  const spareY = (painted.heightPx / 2 + MARGIN_PX) * shift.scale - painted.heightPx / 2;
  // Zooming out shows an empty rim until the pause; painting on every step would cost the frame rate.
  if (shift.scale < 1) return false;
  return Math.abs(shift.left) > spareX || Math.abs(shift.top) > spareY;
}

function paintedBox(view: CanvasView): Box {
  const { viewport, marginPx } = view;
  // Symbols and labels of a record may reach this far beyond its geometry.
  const reachPx = 48;
  return visibleBox({
    ...viewport,
    widthPx: viewport.widthPx + 2 * (marginPx + reachPx),
    heightPx: viewport.heightPx + 2 * (marginPx + reachPx),
  });
}
