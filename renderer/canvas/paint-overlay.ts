import { getRecord } from '../../core/plan/plan.ts';
import type { AnyId } from '../../core/plan/records/index.ts';
import type { Editor } from '../editor/editor.ts';
import { type Handle, handlesOf } from '../editor/handles.ts';
import type { Guide } from '../editor/tool.ts';
import { type CanvasView, enterPlanSpace, toCanvas } from './canvas-view.ts';
import { type PaintStyle, paintLabels, paintShapes } from './paint-chunk.ts';
import type { Palette } from './paint-style.ts';
import type { PlanDrawings } from './plan-drawings.ts';
import { chunkOf } from './record-batches.ts';

type OverlayScene = {
  readonly style: PaintStyle;
  readonly editor: Editor;
  readonly drawings: PlanDrawings;
  readonly hovered: AnyId | null;
};

// Above this many the outlines of a selection are painted, but not its handles.
const MOST_WITH_HANDLES = 1;

/** Paints what changes with the pointer: lifted records, the preview, selection, handles, guides. */
export function paintOverlay(context: CanvasRenderingContext2D, scene: OverlayScene): void {
  const { style, editor, drawings, hovered } = scene;
  const { view, palette } = style;
  const preview = editor.preview;
  const lifted = chunkOf(drawings.overlay(preview));
  paintShapes(context, [lifted], style);
  paintLabels(context, [lifted], style);
  if (hovered && !editor.selection.has(hovered)) {
    strokeOutlines(context, { scene, ids: [hovered], widthPx: 1 });
  }
  strokeOutlines(context, { scene, ids: editor.selection, widthPx: 2 });
  if (editor.selection.size <= MOST_WITH_HANDLES) paintHandles(context, scene);
  for (const guide of preview?.guides ?? []) paintGuide(context, guide, { view, palette });
}

function strokeOutlines(
  context: CanvasRenderingContext2D,
  { scene, ids, widthPx }: { scene: OverlayScene; ids: Iterable<AnyId>; widthPx: number },
): void {
  const { view, palette } = scene.style;
  enterPlanSpace(context, view);
  context.setLineDash([]);
  context.strokeStyle = palette.colourOf('accent');
  context.lineWidth = widthPx / view.viewport.pixelsPerMetre;
  for (const id of ids) {
    const outline = scene.drawings.outline(id, scene.editor.preview);
    if (outline?.path) context.stroke(outline.path);
    if (outline?.ring) ringAround(context, view, outline.ring);
  }
}

const POINT_RING_PX = 13;

/** Devices of constant size get a ring around their symbol. */
function ringAround(context: CanvasRenderingContext2D, view: CanvasView, at: { x: number; y: number }): void {
  context.beginPath();
  context.arc(at.x, at.y, POINT_RING_PX / view.viewport.pixelsPerMetre, 0, Math.PI * 2);
  context.stroke();
}

const HANDLE_PX = 7;

function paintHandles(context: CanvasRenderingContext2D, { style, editor }: OverlayScene): void {
  const { view, palette } = style;
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.lineWidth = 1.5;
  context.strokeStyle = palette.colourOf('accent');
  context.fillStyle = palette.colourOf('paper');
  for (const id of editor.selection) {
    const shown = editor.preview?.diff.get(id)?.after ?? getRecord(editor.plan, id);
    if (!shown || ('locked' in shown && shown.locked)) continue;
    for (const handle of handlesOf(shown, editor.plan, view.viewport.pixelsPerMetre)) {
      paintHandle(context, handle, toCanvas(view, handle.at.x, handle.at.y));
    }
  }
}

function paintHandle(
  context: CanvasRenderingContext2D,
  { kind }: Handle,
  { left, top }: { left: number; top: number },
): void {
  const half = HANDLE_PX / 2;
  context.beginPath();
  if (kind === 'vertex') context.rect(left - half, top - half, HANDLE_PX, HANDLE_PX);
  else context.arc(left, top, kind === 'middle' ? HANDLE_PX / 3 : half, 0, Math.PI * 2);
  context.fill();
  context.stroke();
}

const MARK_PX = 5;

function paintGuide(
  context: CanvasRenderingContext2D,
  guide: Guide,
  { view, palette }: { view: CanvasView; palette: Palette },
): void {
  context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
  context.strokeStyle = palette.colourOf(guide.type === 'box' ? 'accent' : 'snap');
  context.lineWidth = 1;
  context.setLineDash(guide.type === 'line' ? [4, 3] : []);
  context.beginPath();
  if (guide.type === 'mark') {
    const { left, top } = toCanvas(view, guide.at.x, guide.at.y);
    snapMark(context, { name: guide.name, left, top });
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
}

/** Each kind of snap has its own shape, as in CAD: square end, triangle middle, cross intersection. */
function snapMark(
  context: CanvasRenderingContext2D,
  { name, left, top }: { name: string; left: number; top: number },
): void {
  const r = MARK_PX;
  if (name === 'end') context.rect(left - r, top - r, 2 * r, 2 * r);
  else if (name === 'middle') {
    context.moveTo(left - r, top + r);
    context.lineTo(left + r, top + r);
    context.lineTo(left, top - r);
    context.closePath();
  } else if (name === 'intersection') {
    context.moveTo(left - r, top - r);
    context.lineTo(left + r, top + r);
    context.moveTo(left + r, top - r);
    context.lineTo(left - r, top + r);
  } else context.arc(left, top, r - 1, 0, Math.PI * 2);
}
