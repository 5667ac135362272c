import { distanceBetween, type Point } from '../../../core/geometry/point.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { groupShown, isInGroup, membersOf, withGroups } from '../../../core/plan/parts/groups.ts';
import { getRecord, isKind, isPlaced } from '../../../core/plan/plan.ts';
import {
  type AtRest,
  actAtRest,
  atRest as idle,
  isDistanceAct,
  type Press,
  previewAtRest,
  withCorner,
  withDistances,
  withHeldDistances,
} from '../gestures/at-rest.ts';
import { idsInBox } from '../gestures/box-select.ts';
import { onlySelected, placeOfCorner } from '../gestures/corners/chosen-corner.ts';
import { addCornerNear } from '../gestures/corners/edit-corners.ts';
import { actWhileMoving, gaugesWhileMoving } from '../gestures/distances/typed-distance.ts';
import {
  beginReshape,
  onReshape,
  previewReshape,
  type Reshaping,
  reshapeToLength,
} from '../gestures/drag-handle.ts';
import { beginMove, type Moving, moveByLength, onMove, previewMove } from '../gestures/drag-records.ts';
import { vertexOfHandle } from '../gestures/move-handle.ts';
import { guidesOnly } from '../gestures/pointer.ts';
import { type HandleId, handlesOf } from '../handles.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import type { Corner, PointerToolEvent, Preview, Tool, ToolContext, ToolEvent, ToolStep } from '../tool.ts';

type Pressed = Press & {
  readonly phase: 'pressed';
  readonly at: Point;
  readonly handle: { readonly record: AnyId; readonly id: HandleId } | null;
  readonly shift: boolean;
};
type Boxing = {
  readonly phase: 'boxing';
  readonly from: Point;
  readonly to: Point;
  readonly shift: boolean;
};
export type SelectState = AtRest | Pressed | Boxing | Moving | Reshaping;
type Step = ToolStep<SelectState>;
type HintContext = Pick<ToolContext, 'plan' | 'selection'>;

// Farther than this a press becomes a drag; nearer than this a handle is taken hold of. CSS pixels.
const DRAG_PX = 4;
const HANDLE_PX = 8;

/** Selects by clicks and boxes; moves, reshapes and turns what is selected by dragging. */
export const select: Tool<SelectState> = {
  id: 'select',
  initial: idle,
  hint,
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return onKey(state, event.key, context);
    if (state.phase === 'moving') return onDragging(state, event, context);
    if (state.phase === 'reshaping') return onReshaping(state, event, context);
    if (event.type === 'length') return { state };
    if (state.phase === 'boxing') return onBox(state, event, context);
    return state.phase === 'pressed' ? onPressed(state, event, context) : onIdle(state, event, context);
  },
  preview,
  act: (state, act, context) => {
    if (state.phase === 'idle') return actAtRest(state, act, context);
    if (state.phase !== 'moving' || !isDistanceAct(act)) return { state };
    return actWhileMoving<SelectState>(
      state,
      { act, preview: previewMoving(state, context), idle: withDistances },
      context,
    );
  },
};

function preview(state: SelectState, context: ToolContext): Preview | null {
  if (state.phase === 'moving') return previewMoving(state, context);
  if (state.phase === 'reshaping') return previewReshape(state, context);
  if (state.phase === 'boxing') return guidesOnly([{ type: 'box', from: state.from, to: state.to }]);
  return state.phase === 'idle' ? previewAtRest(state, context) : null;
}

function previewMoving(state: Moving, context: ToolContext): Preview {
  const moving = previewMove(state, context);
  return { ...moving, ...gaugesWhileMoving(state, moving.diff, context) };
}

function hint(state: SelectState, context?: HintContext): EditorMessageKey {
  if (state.phase === 'moving') return 'hint.select.moving';
  if (state.phase === 'boxing') return 'hint.select.boxing';
  if (state.phase === 'idle' && isChosen(state.corner, context)) return 'hint.select.corner';
  if (state.phase === 'idle' && state.showing && context?.selection.size === 1)
    return 'hint.select.distances';
  if (state.phase !== 'reshaping') return 'hint.select';
  return state.handle === 'rotate' ? 'hint.select.rotating' : 'hint.select.reshaping';
}

/** A corner is left when another record is selected. */
function isChosen(corner: Corner | null, context?: HintContext): boolean {
  return corner !== null && (!context || placeOfCorner(corner, context) !== null);
}

function onKey(state: SelectState, key: string, context: ToolContext): Step {
  if (key !== 'Escape') return { state };
  const isPlain = state.phase === 'idle' && !state.showing && !placeOfCorner(state.corner, context);
  return isPlain ? leave(context) : { state: idle };
}

function onIdle(state: AtRest, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'double') return onDouble(state, event, context);
  if (event.type === 'move') return { state: withHeldDistances(state, event, context) };
  if (event.type !== 'down') return { state };
  const { at, hit, shift } = event;
  const handle = handleAt(at, context);
  const wasSelected = hit !== null && context.selection.has(hit);
  const before = state.last?.hit === hit && state.last.wasSelected;
  const pressed: Pressed = { phase: 'pressed', at, hit, handle, shift, wasSelected, before };
  // A picture is selected by a click alone, so that a box can be drawn over it.
  const isSelectedNow = hit !== null && !handle && !shift && !wasSelected && !isPicture(hit, context);
  return isSelectedNow ? { state: pressed, ...taken(hit, context) } : { state: pressed };
}

/** A double click on a side of what was selected makes a corner there; else it goes into a group. */
function onDouble(state: AtRest, { at, hit }: PointerToolEvent, context: ToolContext): Step {
  const record = onlySelected(context);
  // Both presses were on a corner: it is chosen.
  if (placeOfCorner(state.corner, context)) return { state };
  const isMeant = record !== null && record.id === hit && state.last?.before === true;
  if (!isMeant || groupAt(hit, context) !== null) return enter(hit, context);
  const added = addCornerNear(record, { near: at, reach: HANDLE_PX / context.pixelsPerMetre }, context);
  return added ? withCorner(added) : { state: idle };
}

/** What a click on a record takes hold of: its group as a whole, leaving one that it is not in. */
function taken(hit: AnyId, { plan, view }: ToolContext) {
  const select = withGroups(plan, [hit], view.lens.group);
  return isInGroup(plan, hit, view.lens.group) ? { select } : { select, enter: null };
}

/** A double click goes into the group under it and selects what was clicked there. */
function enter(hit: AnyId | null, context: ToolContext): Step {
  const group = groupAt(hit, context);
  if (hit === null || group === null) return { state: idle };
  return { state: idle, enter: group, select: withGroups(context.plan, [hit], group) };
}

/** The group that a record is taken hold of with; null for none. */
function groupAt(hit: AnyId | null, { plan, view }: ToolContext) {
  const record = hit === null ? undefined : getRecord(plan, hit);
  return record && isPlaced(record) ? groupShown(plan, record.group, view.lens.group) : null;
}

/** Escape selects nothing; in a group it leads out of it first. */
function leave({ plan, view }: ToolContext): Step {
  const group = view.lens.group && getRecord(plan, view.lens.group);
  if (!group) return { state: idle, select: [] };
  return { state: idle, enter: group.parent, select: membersOf(plan, group.id) };
}

function isPicture(id: AnyId, { plan }: ToolContext): boolean {
  const record = getRecord(plan, id);
  return record !== undefined && isKind(record, 'underlay');
}

/** The handle of the only selected record that lies under the pointer; null for none. */
function handleAt(at: Point, { plan, selection, pixelsPerMetre, view }: ToolContext): Pressed['handle'] {
  const [only] = selection;
  const record = only !== undefined && selection.size === 1 ? getRecord(plan, only) : undefined;
  if (!record || ('floor' in record && record.floor !== view.lens.floor)) return null;
  const near = handlesOf(record, plan, pixelsPerMetre)
    .map((handle) => ({ handle, distance: distanceBetween(handle.at, at) * pixelsPerMetre }))
    .filter(({ distance }) => distance <= HANDLE_PX)
    .sort((first, second) => first.distance - second.distance)[0];
  return near ? { record: record.id, id: near.handle.id } : null;
}

function onPressed(state: Pressed, event: PointerToolEvent, context: ToolContext): Step {
  const isDragged = distanceBetween(state.at, event.at) * context.pixelsPerMetre > DRAG_PX;
  if (event.type === 'move') return isDragged ? beginDrag(state, event, context) : { state };
  if (event.type === 'down') return onIdle(idle, event, context);
  if (event.type === 'up') return isDragged ? dragAtOnce(state, event, context) : click(state, context);
  return event.type === 'double' ? onDouble({ ...idle, last: state }, event, context) : { state: idle };
}

/** A release far from the press without a move in between is a drag all the same. */
function dragAtOnce(state: Pressed, event: PointerToolEvent, context: ToolContext): Step {
  const begun = beginDrag(state, event, context);
  const ended = select.step(begun.state, event, context);
  return begun.select && !ended.select ? { ...ended, select: begun.select } : ended;
}

function beginDrag(state: Pressed, event: PointerToolEvent, context: ToolContext): Step {
  const { at, hit, handle, shift, wasSelected } = state;
  if (handle) return { state: beginReshape(handle, event, context) };
  if (hit === null || (isPicture(hit, context) && !wasSelected)) {
    return { state: { phase: 'boxing', from: at, to: event.at, shift } };
  }
  const selection = [...context.selection];
  const others = context.selection.has(hit) || shift ? selection : [];
  const ids = [...new Set([...others, hit])];
  return { state: beginMove({ ids, hit, pressedAt: at }, event, context), select: ids };
}

function click({ hit, shift, handle, wasSelected, before }: Pressed, context: ToolContext): Step {
  const { selection } = context;
  const state: AtRest = { ...idle, last: { hit, wasSelected, before } };
  if (handle) return { state: { ...state, corner: cornerOfHandle(handle) } };
  if (hit === null) return shift ? { state } : { state, select: [], enter: null };
  if (!shift) return { state, ...taken(hit, context) };
  const group = new Set(withGroups(context.plan, [hit], context.view.lens.group));
  const others = [...selection].filter((id) => !group.has(id));
  return { state, select: selection.has(hit) ? others : [...others, ...group] };
}

function cornerOfHandle({ record, id }: NonNullable<Pressed['handle']>): Corner | null {
  const vertex = vertexOfHandle(id);
  return vertex && !vertex.isNew ? { record, vertex: { list: vertex.list, index: vertex.index } } : null;
}

function onBox(state: Boxing, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'move') return { state: { ...state, to: event.at } };
  const found = withGroups(context.plan, idsInBox(context, state.from, event.at), context.view.lens.group);
  return { state: idle, select: state.shift ? [...context.selection, ...found] : found };
}

function onDragging(
  state: Moving,
  event: Exclude<ToolEvent, { type: 'key' | 'cancel' }>,
  context: ToolContext,
): Step {
  if (event.type === 'length') return moveByLength(state, { length: event.length, idle }, context);
  return onMove(state, { event, idle }, context);
}

function onReshaping(
  state: Reshaping,
  event: Exclude<ToolEvent, { type: 'key' | 'cancel' }>,
  context: ToolContext,
): Step {
  const after: AtRest = { ...idle, corner: cornerOfHandle({ record: state.record, id: state.handle }) };
  if (event.type === 'length') return reshapeToLength(state, { length: event.length, idle: after }, context);
  return onReshape(state, { event, idle: after }, context);
}
