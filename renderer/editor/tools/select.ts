import { distanceBetween, type Point } from '../../../core/geometry/point.ts';
import { groupShown, isInGroup, membersOf, withGroups } from '../../../core/plan/parts/groups.ts';
import { getRecord, isKind, isPlaced } from '../../../core/plan/plan.ts';
import type { AnyId } from '../../../core/plan/records/index.ts';
import { idsInBox } from '../gestures/box-select.ts';
import {
  beginReshape,
  onReshape,
  previewReshape,
  type Reshaping,
  reshapeToLength,
} from '../gestures/drag-handle.ts';
import { beginMove, type Moving, moveByLength, onMove, previewMove } from '../gestures/drag-records.ts';
import { guidesOnly } from '../gestures/pointer.ts';
import { type HandleId, handlesOf } from '../handles.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import type { PointerToolEvent, Tool, ToolContext, ToolEvent, ToolStep } from '../tool.ts';

type Pressed = {
  readonly phase: 'pressed';
  readonly at: Point;
  readonly hit: AnyId | null;
  readonly handle: { readonly record: AnyId; readonly id: HandleId } | null;
  readonly shift: boolean;
  /** Whether the record was selected before it was pressed. */
  readonly wasSelected: boolean;
};
type Boxing = {
  readonly phase: 'boxing';
  readonly from: Point;
  readonly to: Point;
  readonly shift: boolean;
};
export type SelectState = { readonly phase: 'idle' } | Pressed | Boxing | Moving | Reshaping;
type Step = ToolStep<SelectState>;

const idle: SelectState = { phase: 'idle' };

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
  preview: (state, context) => {
    if (state.phase === 'moving') return previewMove(state, context);
    if (state.phase === 'reshaping') return previewReshape(state, context);
    return state.phase === 'boxing' ? guidesOnly([{ type: 'box', from: state.from, to: state.to }]) : null;
  },
};

function hint(state: SelectState): EditorMessageKey {
  if (state.phase === 'moving') return 'hint.select.moving';
  if (state.phase === 'boxing') return 'hint.select.boxing';
  if (state.phase !== 'reshaping') return 'hint.select';
  return state.handle === 'rotate' ? 'hint.select.rotating' : 'hint.select.reshaping';
}

function onKey(state: SelectState, key: string, context: ToolContext): Step {
  if (key !== 'Escape') return { state };
  return state.phase === 'idle' ? leave(context) : { state: idle };
}

function onIdle(state: SelectState, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'double') return enter(event.hit, context);
  if (event.type !== 'down') return { state };
  const { at, hit, shift } = event;
  const handle = handleAt(at, context);
  const wasSelected = hit !== null && context.selection.has(hit);
  const pressed: Pressed = { phase: 'pressed', at, hit, handle, shift, wasSelected };
  // A picture is selected by a click alone, so that a box can be drawn over it.
  const isSelectedNow = hit !== null && !handle && !shift && !wasSelected && !isPicture(hit, context);
  return isSelectedNow ? { state: pressed, ...taken(hit, context) } : { state: pressed };
}

/** What a click on a record takes hold of: its group as a whole, leaving one that it is not in. */
function taken(hit: AnyId, { plan, view }: ToolContext) {
  const select = withGroups(plan, [hit], view.group);
  return isInGroup(plan, hit, view.group) ? { select } : { select, enter: null };
}

/** A double click goes into the group under it and selects what was clicked there. */
function enter(hit: AnyId | null, { plan, view }: ToolContext): Step {
  const record = hit === null ? undefined : getRecord(plan, hit);
  const group = record && isPlaced(record) ? groupShown(plan, record.group, view.group) : null;
  if (hit === null || group === null) return { state: idle };
  return { state: idle, enter: group, select: withGroups(plan, [hit], group) };
}

/** Escape selects nothing; in a group it leads out of it first. */
function leave({ plan, view }: ToolContext): Step {
  const group = view.group && getRecord(plan, view.group);
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
  if (!record || ('floor' in record && record.floor !== view.floor)) return null;
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
  return event.type === 'double' ? enter(state.hit, context) : { state: idle };
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

function click({ hit, shift, handle }: Pressed, context: ToolContext): Step {
  const { selection } = context;
  if (handle) return { state: idle };
  if (hit === null) return shift ? { state: idle } : { state: idle, select: [], enter: null };
  if (!shift) return { state: idle, ...taken(hit, context) };
  const group = withGroups(context.plan, [hit], context.view.group);
  const others = [...selection].filter((id) => !group.includes(id));
  return { state: idle, select: selection.has(hit) ? others : [...others, ...group] };
}

function onBox(state: Boxing, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'move') return { state: { ...state, to: event.at } };
  const found = withGroups(context.plan, idsInBox(context, state.from, event.at), context.view.group);
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
  if (event.type === 'length') return reshapeToLength(state, { length: event.length, idle }, context);
  return onReshape(state, { event, idle }, context);
}
