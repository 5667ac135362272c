import type { WorstPlace } from '../../core/analysis/zones/zone-check.ts';
import type { DrawItem } from '../../core/drawing/draw-item.ts';
import type { RecordLabel } from '../../core/drawing/labels/record-label.ts';
import { add, type Point } from '../../core/geometry/point.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import { getRecord } from '../../core/plan/plan.ts';
import type { Editor } from '../editor/editor.ts';
import { type Handle, type HandleId, handlesOf } from '../editor/handles.ts';
import type { Guide } from '../editor/tool.ts';
import { type ScreenPoint, toScreen, type Viewport } from '../editor/viewport.ts';
import { text } from '../messages/text.ts';
import { type CanvasView, enterPlanSpace, pixelsPerMmAt, type ScreenArea, toCanvas } from './canvas-view.ts';
import type { MassOutline, MassParts } from './drawings/mass-outlines.ts';
import type { Outline } from './outline.ts';
import { AreaBuilder } from './overlay-area.ts';
import { type PaintStyle, paintShapes } from './paint-chunk.ts';
import { MARK_NAME_PX, MARK_PX, type MarkRoom, nameMark, snapMark } from './paint-snap-mark.ts';
import { paintTexts } from './paint-symbols.ts';
import { paintWorstMark, WORST_REACH_PX } from './paint-worst-mark.ts';
import type { PlanDrawings } from './plan-drawings.ts';
import { chunkOf, type RecordDrawing } from './record-batches.ts';

/** What changes with the pointer: lifted records, the preview, selection, handles, guides. */
export type OverlayContent = {
  readonly drawings: readonly RecordDrawing[];
  readonly outlines: readonly (Outline & { readonly widthPx: number })[];
  /** The outlines of a selection of very many; null for one of few. */
  readonly mass: MassParts | null;
  /** How far very many records have been carried; they are on the overlay as one picture. */
  readonly carriedBy: Point | null;
  readonly handles: readonly Handle[];
  /** The handle of the corner that keys act on. */
  readonly chosen: HandleId | null;
  readonly guides: readonly Guide[];
  /** The worst place of the selected zone; null while none is marked. */
  readonly worst: WorstPlace | null;
};

// Above this many the outlines of a selection are painted, but not its handles.
const MOST_WITH_HANDLES = 1;
// Above this many they are thin: what is selected must still be seen.
const MOST_WITH_THICK = 60;
// Above this many they are joined, and moved as a whole.
const MOST_ONE_BY_ONE = 300;

export type OverlaySource = {
  readonly drawings: PlanDrawings;
  /** What single cameras see, beneath all else. */
  readonly bands: readonly RecordDrawing[];
  /** What is painted of a label, where it stands. */
  readonly itemsOf: (label: RecordLabel) => readonly DrawItem[];
  readonly isFar: boolean;
};

export function overlayContent(
  editor: Editor,
  { drawings, bands, itemsOf, isFar }: OverlaySource,
  hovered: AnyId | null,
): OverlayContent {
  const { preview, selection } = editor;
  const isMass = selection.size > MOST_ONE_BY_ONE;
  const oneByOne = isMass ? [] : [...selection];
  const outlined = (id: AnyId, widthPx: number) => {
    const outline = drawings.outline(id, preview);
    return outline ? [{ ...outline, widthPx }] : [];
  };
  return {
    drawings: [
      ...bands,
      ...drawings.overlay(preview).map((drawing) => ({
        ...drawing,
        items: [...drawing.items, ...drawing.labels.flatMap(itemsOf)],
      })),
    ],
    outlines: [
      ...(hovered && !selection.has(hovered) ? outlined(hovered, 1) : []),
      ...oneByOne.flatMap((id) => outlined(id, selection.size > MOST_WITH_THICK ? 1 : 2)),
    ],
    mass: isMass ? drawings.massOutline(selection, isFar, preview?.carried?.ids) : null,
    carriedBy: preview?.carried?.by ?? null,
    handles:
      selection.size <= MOST_WITH_HANDLES ? [...selection].flatMap((id) => handlesNow(editor, id)) : [],
    chosen: preview?.corner ? `${preview.corner.vertex.list}:${preview.corner.vertex.index}` : null,
    guides: preview?.guides ?? [],
    worst: editor.view.lens.worst?.place ?? null,
  };
}

function handlesNow(editor: Editor, id: AnyId): readonly Handle[] {
  const shown = editor.preview?.diff.get(id)?.after ?? getRecord(editor.plan, id);
  return shown ? handlesOf(shown, editor.plan, editor.viewport.pixelsPerMetre) : [];
}

/** The part of the screen that the content is on; null when nothing of it can be seen. */
export function areaOfOverlay(content: OverlayContent, viewport: Viewport): ScreenArea | null {
  const { widthPx, heightPx } = viewport;
  if (content.carriedBy) return { left: 0, top: 0, widthPx, heightPx };
  const pixelsPerMm = pixelsPerMmAt(viewport);
  const area = new AreaBuilder(viewport);
  for (const { items } of content.drawings) for (const item of items) area.item(item, pixelsPerMm);
  for (const { points } of content.outlines) for (const point of points) area.point(point, 2 * POINT_RING_PX);
  for (const corner of cornersOf(content.mass?.staying ?? null)) area.point(corner, 2 * POINT_RING_PX);
  addMarks(area, content);
  return area.visible();
}

function addMarks(area: AreaBuilder, { handles, guides, worst }: OverlayContent): void {
  if (worst) area.point(worst.at, WORST_REACH_PX);
  for (const { at } of handles) area.point(at, 2 * HANDLE_PX);
  for (const guide of guides) {
    if (guide.type === 'mark') area.point(guide.at, MARK_NAME_PX);
    else for (const point of [guide.from, guide.to]) area.point(point, 2 * MARK_PX);
  }
}

function cornersOf(mass: MassOutline | null): readonly Point[] {
  if (!mass) return [];
  const { box, by } = mass;
  return [add({ x: box.minX, y: box.minY }, by), add({ x: box.maxX, y: box.maxY }, by)];
}

export function paintOverlay(
  context: CanvasRenderingContext2D,
  content: OverlayContent,
  style: PaintStyle,
): void {
  const lifted = chunkOf(content.drawings);
  paintShapes(context, [lifted], style);
  paintTexts(context, lifted.texts, style);
  // The outlines of what is carried are in its picture.
  if (content.mass?.staying) strokeMass(context, content.mass.staying, style);
  strokeOutlines(context, content.outlines, style);
  paintHandles(context, content, style);
  if (content.worst) paintWorstMark(context, content.worst, style);
  for (const guide of content.guides) paintGuide(context, guide, style);
}

function strokeOutlines(
  context: CanvasRenderingContext2D,
  outlines: OverlayContent['outlines'],
  { view, palette }: PaintStyle,
): void {
  context.setLineDash([]);
  context.strokeStyle = palette.colourOf('accent');
  for (const { path, origin, ring, widthPx } of outlines) {
    enterPlanSpace(context, view, origin);
    context.lineWidth = widthPx / view.viewport.pixelsPerMetre;
    if (path) context.stroke(path);
    if (ring) ringAround(context, view);
  }
}

export function strokeMass(
  context: CanvasRenderingContext2D,
  { pieces, by }: MassOutline,
  { view, palette }: PaintStyle,
): void {
  context.setLineDash([]);
  context.strokeStyle = palette.colourOf('accent');
  context.lineWidth = 1 / view.viewport.pixelsPerMetre;
  const radius = POINT_RING_PX / view.viewport.pixelsPerMetre;
  for (const { origin, path, rings } of pieces) {
    enterPlanSpace(context, view, add(origin, by));
    context.stroke(path);
    context.beginPath();
    for (const { x, y } of rings) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, Math.PI * 2);
    }
    context.stroke();
  }
}

const POINT_RING_PX = 13;

/** Devices of constant size get a ring around their symbol, from which the context draws. */
function ringAround(context: CanvasRenderingContext2D, view: CanvasView): void {
  context.beginPath();
  context.arc(0, 0, POINT_RING_PX / view.viewport.pixelsPerMetre, 0, Math.PI * 2);
  context.stroke();
}

const HANDLE_PX = 7;
const CHOSEN_PX = 10;

function paintHandles(
  context: CanvasRenderingContext2D,
  { handles, chosen }: Pick<OverlayContent, 'handles' | 'chosen'>,
  { view, palette }: PaintStyle,
): void {
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.lineWidth = 1.5;
  context.strokeStyle = palette.colourOf('accent');
  for (const handle of handles) {
    const isChosen = handle.id === chosen;
    context.fillStyle = palette.colourOf(isChosen ? 'accent' : 'paper');
    const sizePx = isChosen ? CHOSEN_PX : HANDLE_PX;
    paintHandle(context, { ...toCanvas(view, handle.at.x, handle.at.y), kind: handle.kind, sizePx });
  }
}

type HandleMark = {
  readonly left: number;
  readonly top: number;
  readonly kind: Handle['kind'];
  readonly sizePx: number;
};

function paintHandle(context: CanvasRenderingContext2D, { left, top, kind, sizePx }: HandleMark): void {
  const half = sizePx / 2;
  context.beginPath();
  if (kind === 'vertex') context.rect(left - half, top - half, sizePx, sizePx);
  else context.arc(left, top, kind === 'middle' ? sizePx / 3 : half, 0, Math.PI * 2);
  context.fill();
  context.stroke();
}

function paintGuide(context: CanvasRenderingContext2D, guide: Guide, { view, palette }: PaintStyle): void {
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.strokeStyle = palette.colourOf(guide.type === 'box' ? 'accent' : 'snap');
  context.lineWidth = 1;
  context.setLineDash(guide.type === 'line' ? [4, 3] : []);
  context.beginPath();
  if (guide.type === 'mark') {
    const { left, top } = toCanvas(view, guide.at.x, guide.at.y);
    snapMark(context, guide.name, { left, top });
  } else {
    const from = toCanvas(view, guide.from.x, guide.from.y);
    const to = toCanvas(view, guide.to.x, guide.to.y);
    if (guide.type === 'line') {
      context.moveTo(from.left, from.top);
      context.lineTo(to.left, to.top);
    } else context.rect(from.left, from.top, to.left - from.left, to.top - from.top);
  }
  if (guide.type === 'box') {
    context.fillStyle = palette.colourOf('accent');
    context.globalAlpha = 0.08;
    context.fill();
    context.globalAlpha = 1;
  }
  context.stroke();
  context.setLineDash([]);
  if (guide.type === 'mark' && guide.name !== 'none') {
    nameMark(context, text(`snap.${guide.name}`), {
      ...toCanvas(view, guide.at.x, guide.at.y),
      room: roomAround(toScreen(view.viewport, guide.at), view.viewport),
      colour: palette.colourOf('snap'),
      ground: palette.colourOf('paper'),
    });
  }
}

/** The side of a mark that has room for its name within the window. */
function roomAround({ left, top }: ScreenPoint, { widthPx }: Viewport): MarkRoom {
  return { isRight: left + MARK_NAME_PX <= widthPx, isAbove: top >= 2 * MARK_PX + 12 };
}
