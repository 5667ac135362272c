import { fittingScale, sheetCorners } from '../../../../core/drawing/sheet/sheet-view.ts';
import { add, distanceBetween, type Point, samePoint, subtract } from '../../../../core/geometry/point.ts';
import { frameSheet } from '../../../../core/operations/structure/frame-sheet.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { type SheetViewport, viewportOf } from '../../../../core/plan/parts/viewports.ts';
import { diffOrNothing, refuse } from '../../gestures/answer.ts';
import { isSamePlace } from '../../gestures/pointer.ts';
import type { EditorMessageKey } from '../../message-keys.ts';
import type { PointerToolEvent, Preview, Tool, ToolContext, ToolStep } from '../../tool.ts';

/** The frame on its way: all of it by what the pointer has gone, or a corner that gives it another scale. */
type Framing = {
  readonly phase: 'framing';
  readonly part: 'frame' | 'corner';
  readonly pressedAt: Point;
  readonly at: Point;
  /** Whether it goes on with the pointer after the button was released, as after a click. */
  readonly isCarried: boolean;
};
export type FrameState = { readonly phase: 'idle' } | Framing;
type Step = ToolStep<FrameState>;

const idle: FrameState = { phase: 'idle' };

/** How near to a corner a press takes hold of it, CSS pixels. */
const CORNER_PX = 12;

/**
 * Moves the frame of the chosen sheet over the drawing, and at its corners gives it another scale. Dragged or
 * clicked from place to place, it ends with one edit and goes back to selecting.
 */
export const frameSheetTool: Tool<FrameState> = {
  id: 'frame-sheet',
  initial: idle,
  worksOn: 'sheet',
  hint: ({ phase }) => (phase === 'idle' ? 'hint.frame-sheet' : 'hint.frame-sheet.framing'),
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return onKey(state, event.key, context);
    return event.type === 'length' || !('at' in event) ? { state } : onPointer(state, event, context);
  },
  preview: (state, context): Preview | null => {
    const sheet = chosenSheet(context);
    if (state.phase === 'idle' || !sheet) return null;
    const diff = diffOrNothing(frameSheet(context.plan, sheet.id, framingOf(state, sheet, context)));
    return { diff, guides: [], measure: null };
  },
};

function chosenSheet({ plan, view }: ToolContext): RecordOf<'sheet'> | null {
  const { sheet: id, floor } = view.lens;
  const sheet = id === null ? undefined : plan.tables.sheet.get(id);
  return sheet && viewportOf(sheet).floor === floor ? sheet : null;
}

function onKey(state: FrameState, key: string, context: ToolContext): Step {
  if (state.phase === 'idle') return key === 'Escape' ? { state, done: true } : { state };
  if (key === 'Enter') return take(state, context);
  return key === 'Escape' || key === 'Backspace' ? { state: idle } : { state };
}

function onPointer(state: FrameState, event: PointerToolEvent, context: ToolContext): Step {
  if (state.phase === 'idle') return event.type === 'down' ? press(event, context) : { state };
  const next = { ...state, at: event.at };
  if (event.type === 'move') return { state: next };
  if (event.type === 'up' && isSamePlace(state.pressedAt, event.at, context))
    return { state: { ...next, isCarried: true } };
  return event.type === 'double' ? { state } : take(next, context);
}

function press({ at }: PointerToolEvent, context: ToolContext): Step {
  const sheet = chosenSheet(context);
  if (!sheet) return refuse(idle, 'no-sheet-chosen');
  const reach = CORNER_PX / context.pixelsPerMetre;
  const isCorner = sheetCorners(sheet, context.plan).some((corner) => distanceBetween(corner, at) <= reach);
  const part = isCorner ? 'corner' : 'frame';
  return { state: { phase: 'framing', part, pressedAt: at, at, isCarried: false } };
}

function take(state: Framing, context: ToolContext): Step {
  const sheet = chosenSheet(context);
  if (!sheet) return refuse(idle, 'no-sheet-chosen');
  if (samePoint(state.pressedAt, state.at)) return { state: idle };
  const result = frameSheet(context.plan, sheet.id, framingOf(state, sheet, context));
  if (!result.ok) return refuse(idle, result.error);
  const label: EditorMessageKey = state.part === 'frame' ? 'edit.moveSheet' : 'edit.scaleSheet';
  return { state: idle, commit: { label, diff: result.value }, done: true };
}

/** What the sheet shows with the pointer where it is now; its scales are the usual ones. */
function framingOf(
  { part, pressedAt, at }: Framing,
  sheet: RecordOf<'sheet'>,
  { plan }: ToolContext,
): Partial<SheetViewport> {
  const viewport = viewportOf(sheet);
  if (part === 'frame') return { centre: add(viewport.centre, subtract(at, pressedAt)) };
  const { x, y } = subtract(at, viewport.centre);
  const [cos, sin] = [Math.cos(viewport.rotation), Math.sin(viewport.rotation)];
  const size = { width: 2 * Math.abs(x * cos - y * sin), height: 2 * Math.abs(x * sin + y * cos) };
  return { scale: fittingScale(plan, sheet, size, viewport) };
}
