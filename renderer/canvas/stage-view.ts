import type Konva from 'konva';
import type { RecordLabel } from '../../core/drawing/labels/record-label.ts';
import type { Box } from '../../core/geometry/box.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import type { CoverageWatch } from '../editor/coverage-watch.ts';
import { openingViewport } from '../editor/create-editor.ts';
import type { Editor } from '../editor/editor.ts';
import { panBy, type ScreenPoint, type Viewport, zoomAt } from '../editor/viewport.ts';
import type { ZonesWatch } from '../editor/zones-watch.ts';
import { areaAround, boxUnder, canvasViewOf, isFar, type ScreenArea } from './canvas-view.ts';
import { WindowLabels } from './clear-labels.ts';
import { AnswersDrawing } from './drawings/answers-drawing.ts';
import { CarriedPicture } from './drawings/carried-picture.ts';
import type { Chunk } from './drawings/chunk.ts';
import { FieldDrawing } from './drawings/field-drawing.ts';
import { OwnBands } from './drawings/own-bands.ts';
import { looksSame, type PaintedView, paintedView } from './drawings/painted-view.ts';
import { nextArea } from './overlay-area.ts';
import { paintBackdrop, paintVeil } from './paint-backdrop.ts';
import { type PaintStyle, paintLabels, paintShapes } from './paint-chunk.ts';
import {
  areaOfOverlay,
  type OverlayContent,
  overlayContent,
  paintOverlay,
  strokeMass,
} from './paint-overlay.ts';
import type { Palette } from './paint-style.ts';
import { PictureCache } from './picture-cache.ts';
import { PlanDrawings } from './plan-drawings.ts';
import type { RecordDrawing } from './record-batches.ts';

/** Pixels painted around the visible part, so that a gesture can move the bitmaps before they run out. */
export const MARGIN_PX = 192;

// After this long without input the drawing is painted anew, sharp and without lifted records.
const IDLE_MS = 32;
// What was edited is on the overlay already; the bitmaps beneath follow when nothing else is wanted.
const SETTLE_MS = 300;

// The floor beneath is there to draw by, and is not to be taken for this one.
const GHOST_OPACITY = 0.5;

// Symbols and labels of a record may reach this far beyond its geometry; those with a leader even further,
// but then into the margin at most.
const REACH_PX = 48;

export type LayerName = 'backdrop' | 'coverage' | 'records';
export type StageParts = {
  /** Holds backdrop, coverage and records in one bitmap. */
  readonly stage: Konva.Stage;
  /** Holds the overlay in a bitmap as large as what is on it. */
  readonly overlayStage: Konva.Stage;
  /** The elements that hold the stages; a gesture moves them. */
  readonly frames: readonly HTMLElement[];
};

/**
 * The canvas of one open plan: paints the four layers, and moves their bitmaps while a gesture runs.
 *
 * Pan and zoom change a CSS transform only; the editor's viewport is written when the gesture pauses.
 * In software a bitmap costs by its size, whatever is painted on it: so the three layers that change
 * together share one, and the overlay's is no larger than what follows the pointer.
 */
export class StageView {
  readonly #editor: Editor;
  readonly #parts: StageParts;
  readonly #drawings: PlanDrawings;
  readonly #pictures: PictureCache;
  readonly #labels = new WindowLabels();
  readonly #unsubscribe: readonly (() => void)[];
  #palette: Palette;
  #painted: Viewport;
  #seen: PaintedView;
  #live: Viewport;
  readonly #pauses: Record<'gesture' | 'edit', ReturnType<typeof setTimeout> | undefined> = {
    gesture: undefined,
    edit: undefined,
  };
  #hovered: AnyId | null = null;
  #isSized = false;
  #wasSized = false;
  #overlay: { readonly content: OverlayContent; readonly area: ScreenArea } | null = null;
  #overlayFrame = 0;
  #paintFrame = 0;
  #carried: ReadonlySet<AnyId> | null = null;
  readonly #coverage: CoverageWatch;
  readonly #field = new FieldDrawing();
  readonly #ownBands: OwnBands;
  readonly #answers = new AnswersDrawing();
  readonly #picture = new CarriedPicture();
  #onPainted: (viewport: Viewport) => void = () => undefined;

  constructor(editor: Editor, coverage: CoverageWatch, parts: StageParts, palette: Palette) {
    this.#editor = editor;
    this.#parts = parts;
    this.#palette = palette;
    this.#painted = editor.viewport;
    this.#seen = paintedView(editor);
    this.#live = editor.viewport;
    this.#drawings = new PlanDrawings(editor);
    this.#coverage = coverage;
    this.#ownBands = new OwnBands(editor);
    this.#field.take(coverage.status.shown?.coverage ?? null);
    // A picture that was just added is selected, and so is on the overlay.
    this.#pictures = new PictureCache(() => {
      parts.stage.batchDraw();
      this.#drawOverlay();
    });
    // What was painted before its font was there.
    const onFonts = (): void => this.paint();
    document.fonts.addEventListener('loadingdone', onFonts);
    this.#unsubscribe = [
      () => document.fonts.removeEventListener('loadingdone', onFonts),
      editor.subscribe('plan', (change) => {
        this.#pictures.planChanged(change.diff);
        if (this.#drawings.planChanged(change.diff)) return this.#paintSoon();
        this.#drawOverlay();
        this.#settleWhenIdle();
      }),
      editor.subscribe('selection', () => {
        this.#drawOverlay();
        this.#settleWhenIdle();
      }),
      editor.subscribe('preview', (preview) => {
        this.#carry(preview?.carried?.ids ?? null);
        if (preview && this.#drawings.liftPreview(preview)) this.#settle();
        this.#drawOverlay();
      }),
      editor.subscribe('lens', () => {
        const before = this.#seen;
        this.#seen = paintedView(editor);
        if (looksSame(before, this.#seen)) return this.#drawOverlay();
        this.#drawings.lensChanged();
        this.paint();
      }),
      editor.subscribe('drawing', () => this.paint()),
      coverage.subscribe(() => this.#takeField()),
      editor.subscribe('viewport', (viewport) => {
        this.#live = viewport;
        this.paint();
      }),
    ];
  }

  /** Keeps the answers for the coverage zones on the drawing; the returned function ends it. */
  followZones(zones: ZonesWatch): () => void {
    const take = (): void => {
      if (this.#answers.take(this.#editor, zones)) this.#paintSoon();
    };
    take();
    // Which layers are shown is part of the plan.
    const editor = this.#editor;
    const ends = [zones.subscribe(take), editor.subscribe('lens', take), editor.subscribe('plan', take)];
    return () => {
      for (const end of ends) end();
    };
  }

  /** The viewport as the person sees it now, also in the middle of a gesture. */
  get viewport(): Viewport {
    return this.#live;
  }

  /** Calls back after each full painting; a driver finds the place of plan points by it. */
  set onPainted(listener: (viewport: Viewport) => void) {
    this.#onPainted = listener;
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
    for (const stage of [this.#parts.stage, this.#parts.overlayStage])
      for (const layer of stage.getLayers()) followScreen(layer);
    const viewport = { ...this.#live, widthPx, heightPx };
    const isFirst = !this.#wasSized;
    this.#wasSized = true;
    // A stage draws itself when its size changes: before the viewport is right.
    this.#isSized = false;
    resizeStage(this.#parts.stage, areaAround(viewport, MARGIN_PX));
    this.#isSized = true;
    this.#editor.show({ viewport: isFirst ? openingViewport(this.#editor, viewport) : viewport });
  }

  pan(by: ScreenPoint): void {
    this.#move(panBy(this.#live, by));
  }

  zoom(at: ScreenPoint, factor: number): void {
    this.#move(zoomAt(this.#live, at, factor));
  }

  /** Paints everything now at the live viewport. */
  paint(): void {
    // Before its size is known there is nothing to paint on.
    if (!this.#isSized) return;
    cancelAnimationFrame(this.#paintFrame);
    this.#paintFrame = 0;
    clearTimeout(this.#pauses.edit);
    this.#painted = this.#live;
    this.#picture.forget();
    this.#drawings.settle();
    this.#parts.stage.draw();
    this.#paintOverlay();
    this.#transform('');
    this.#onPainted(this.#painted);
  }

  destroy(): void {
    for (const pause of Object.values(this.#pauses)) clearTimeout(pause);
    cancelAnimationFrame(this.#overlayFrame);
    cancelAnimationFrame(this.#paintFrame);
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#pictures.close();
  }

  paintLayer(layer: LayerName, context: CanvasRenderingContext2D): void {
    if (!this.#isSized) return;
    const area = this.#paintedArea();
    const style = this.#style(area);
    const box = boxUnder(this.#painted, area, REACH_PX);
    context.save();
    if (layer === 'backdrop') {
      paintBackdrop(context, {
        style,
        grid: this.#editor.view.drawing.grid,
        gridStep: this.#editor.view.drawing.gridStep,
      });
      paintShapes(context, [...this.#drawings.stage('ground', box, isFar(style.view))], style);
      context.globalAlpha = GHOST_OPACITY;
      paintShapes(context, this.#drawings.ghost(box, isFar(style.view)), style);
    } else if (layer === 'coverage') {
      paintShapes(context, [...this.#field.chunksIn(box), ...this.#answers.chunksIn(box)], style);
    } else {
      const chunks = [...this.#drawings.stage('standing', box, isFar(style.view))];
      const entered = [...this.#drawings.entered(box, isFar(style.view))];
      paintShapes(context, chunks, style);
      this.#paintLabels(context, { chunks: [...chunks, ...entered], box, style });
      if (this.#editor.view.lens.group !== null) this.#paintEntered(context, entered, style);
    }
    context.restore();
  }

  /** The group that has been entered, over the rest which is dimmed. */
  #paintEntered(context: CanvasRenderingContext2D, chunks: readonly Chunk[], style: PaintStyle): void {
    paintVeil(context, style);
    paintShapes(context, chunks, style);
    const lifted = isFar(style.view) ? [] : this.#drawings.liftedLabels();
    paintLabels(context, this.#labels.place(chunks, lifted, style.view), style);
  }

  /** Names of the ground and letters of the coverage stand over what cameras see, and no label on another. */
  #paintLabels(
    context: CanvasRenderingContext2D,
    { chunks, box, style }: { chunks: readonly Chunk[]; box: Box; style: PaintStyle },
  ): void {
    const far = isFar(style.view);
    const all = [
      ...this.#drawings.stage('ground', box, far),
      ...chunks,
      ...this.#field.chunksIn(box),
      ...this.#answers.chunksIn(box),
    ];
    const lifted = far ? [] : this.#drawings.liftedLabels();
    paintLabels(context, this.#labels.place(all, lifted, style.view), style);
  }

  paintOverlay(context: CanvasRenderingContext2D): void {
    if (!this.#overlay) return;
    context.save();
    this.#paintCarried(context, this.#overlay);
    paintOverlay(context, this.#overlay.content, this.#style(this.#overlay.area));
    context.restore();
  }

  /** What very many records look like where they have been carried to. */
  #paintCarried(
    context: CanvasRenderingContext2D,
    { content: { carriedBy, mass }, area }: { readonly content: OverlayContent; readonly area: ScreenArea },
  ): void {
    if (!carriedBy) return;
    const style = this.#style(this.#paintedArea());
    const place = { view: style.view, by: carriedBy, onto: area, margin: MARGIN_PX };
    this.#picture.paint(context, place, (picture, view) => {
      const there = { ...style, view };
      const box = boxUnder(view.viewport, view.area, REACH_PX);
      const chunks = [...this.#drawings.carried(box, isFar(view))];
      paintShapes(picture, chunks, there);
      const items = chunks.flatMap(({ labels }) =>
        labels.flatMap((label) => this.#labels.asPlaced(label, view)),
      );
      const symbols = items.filter((item) => item.type === 'symbol');
      const texts = items.filter((item) => item.type === 'text');
      paintLabels(picture, { symbols, texts: [...chunks.flatMap((chunk) => chunk.texts), ...texts] }, there);
      if (mass?.carried) strokeMass(picture, mass.carried, there);
    });
  }

  /** Takes records off the bitmaps while they are on their way, and puts them back at its end. */
  #carry(ids: ReadonlySet<AnyId> | null): void {
    if (ids === this.#carried) return;
    this.#carried = ids;
    this.#drawings.carry(ids);
    this.#paintSoon();
  }

  /** What all cameras see is another field now, or that of the plan at last. */
  #takeField(): void {
    if (this.#field.take(this.#coverage.status.shown?.coverage ?? null)) this.#paintSoon();
    else this.#drawOverlay();
  }

  #paintedArea(): ScreenArea {
    return areaAround(this.#painted, MARGIN_PX);
  }

  #style(area: ScreenArea): PaintStyle {
    // Konva's own: it follows the screen when the window is given its size.
    const pixelRatio = this.#parts.stage.getLayers()[0]?.getCanvas().getPixelRatio() ?? 1;
    const view = canvasViewOf(this.#painted, area, pixelRatio);
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

  /** Paints everything in the next frame: after an edit of more than the overlay is for. */
  #paintSoon(): void {
    this.#paintFrame ||= requestAnimationFrame(() => this.paint());
  }

  #drawOverlay(): void {
    if (this.#overlayFrame || this.#paintFrame) return;
    this.#overlayFrame = requestAnimationFrame(() => this.#paintOverlay());
  }

  /** Paints the overlay now, on a bitmap around what is on it. */
  #paintOverlay(): void {
    cancelAnimationFrame(this.#overlayFrame);
    this.#overlayFrame = 0;
    const { overlayStage } = this.#parts;
    const view = canvasViewOf(this.#painted, this.#paintedArea(), 1);
    const itemsOf = (label: RecordLabel) => this.#labels.asPlaced(label, view);
    const content = overlayContent(
      this.#editor,
      { drawings: this.#drawings, bands: this.#bandsNow(), itemsOf, isFar: isFar(view) },
      this.#hovered,
    );
    const needed = areaOfOverlay(content, this.#painted);
    overlayStage.container().hidden = needed === null;
    if (!needed) return;
    const area = nextArea(this.#overlay?.area ?? null, needed, this.#painted);
    if (area !== this.#overlay?.area) moveStage(overlayStage, area);
    this.#overlay = { content, area };
    overlayStage.draw();
  }

  /** What the cameras see that are chosen, or whose view changes by what is dragged. */
  #bandsNow(): readonly RecordDrawing[] {
    return this.#ownBands.of(this.#coverage.status, this.#editor.preview, this.#hovered);
  }

  #settleWhenIdle(): void {
    this.#whenIdle('edit', () => this.#settle());
  }

  /** Paints the large bitmap only when something on it was edited, lifted or put down. */
  #settle(): void {
    if (this.#drawings.settle().size > 0) this.#parts.stage.draw();
    this.#paintOverlay();
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

/** Gives a layer the pixels of the screen that the window is on now, at the size in which it is shown. */
function followScreen(layer: Konva.Layer): void {
  const canvas = layer.getCanvas();
  if (canvas.getPixelRatio() !== devicePixelRatio) canvas.setPixelRatio(devicePixelRatio);
}

/** Puts a stage on a part of the screen. */
function moveStage(stage: Konva.Stage, { left, top, widthPx, heightPx }: ScreenArea): void {
  const { style } = stage.container();
  style.left = `${left}px`;
  style.top = `${top}px`;
  resizeStage(stage, { widthPx, heightPx });
}

/** Gives a stage a size; by its own `size` it would make all its bitmaps for the width and again for the height. */
function resizeStage(
  stage: Konva.Stage,
  { widthPx, heightPx }: Pick<ScreenArea, 'widthPx' | 'heightPx'>,
): void {
  if (stage.height() === heightPx) stage.width(widthPx);
  else {
    stage.attrs.width = widthPx;
    stage.height(heightPx);
  }
}
