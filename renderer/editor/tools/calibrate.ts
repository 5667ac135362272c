import { angleOf, distanceBetween, type Point } from '../../../core/geometry/point.ts';
import { calibrateUnderlay } from '../../../core/operations/underlay/calibrate-underlay.ts';
import type { IdOf, RecordOf } from '../../../core/plan/kinds/index.ts';
import { getRecord, isKind } from '../../../core/plan/plan.ts';
import { pictureToPlan, planToPicture } from '../../../core/plan/underlay-frame.ts';
import { refuse } from '../gestures/answer.ts';
import { nearestHost } from '../gestures/nearest-host.ts';
import { isSamePlace } from '../gestures/pointer.ts';
import { isInWindow } from '../is-selectable.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import { shownPictureAt } from '../shown-picture.ts';
import type { Guide, PointerToolEvent, Preview, Tool, ToolContext, ToolStep } from '../tool.ts';

/** The two points are picture points: pixels from the picture's upper left corner, y down. */
type OnPicture = { readonly underlay: IdOf<'underlay'>; readonly a: Point; readonly b: Point };
type Second = OnPicture & { readonly phase: 'second'; readonly pressedAt: Point | null };
type Distance = OnPicture & { readonly phase: 'distance' };
export type CalibrateState = { readonly phase: 'idle' } | Second | Distance;
type Step = ToolStep<CalibrateState>;

const idle: CalibrateState = { phase: 'idle' };

const hints = {
  idle: 'hint.calibrate',
  second: 'hint.calibrate.second',
  distance: 'hint.calibrate.distance',
} as const satisfies Record<CalibrateState['phase'], EditorMessageKey>;

/** Sets the scale of a picture: two points of it, then their true distance as a typed length. */
export const calibrate: Tool<CalibrateState> = {
  id: 'calibrate',
  initial: idle,
  worksOn: 'underlay',
  hint: ({ phase }) => hints[phase],
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'length') return onLength(state, event.length, context);
    if (event.type === 'key') return onKey(state, event.key);
    if (state.phase === 'idle') return event.type === 'down' ? onFirst(state, event, context) : { state };
    return onSecond(state, event, context);
  },
  preview,
};

function onFirst(state: CalibrateState, { at }: PointerToolEvent, context: ToolContext): Step {
  const underlay = underlayAt(at, context);
  if (!underlay) return refuse(state, 'no-underlay');
  const { locked } = underlay;
  if (locked || context.plan.tables.layer.get(underlay.layer)?.locked) return refuse(state, 'locked');
  const a = planToPicture(underlay, at);
  return { state: { phase: 'second', underlay: underlay.id, a, b: a, pressedAt: at }, select: [underlay.id] };
}

/** The selected picture, else one under the pointer that may be changed, else any. */
function underlayAt(at: Point, context: ToolContext): RecordOf<'underlay'> | null {
  const { plan, selection } = context;
  const [only] = selection;
  const selected = only !== undefined && selection.size === 1 ? getRecord(plan, only) : undefined;
  if (selected && isKind(selected, 'underlay')) {
    return isInWindow(context, selected) ? selected : null;
  }
  return nearestHost(context, 'underlay', { point: at, reach: 0 }) ?? shownPictureAt(at, context);
}

function onSecond(state: Second | Distance, event: PointerToolEvent, context: ToolContext): Step {
  const underlay = getRecord(context.plan, state.underlay);
  if (!underlay) return { state: idle };
  const b = planToPicture(underlay, event.at);
  if (state.phase === 'distance') {
    // Another press sets the second point anew.
    const isAgain =
      event.type === 'down' && !isSamePlace(pictureToPlan(underlay, state.b), event.at, context);
    return { state: isAgain ? { ...state, b } : state };
  }
  if (event.type === 'move') return { state: { ...state, b } };
  const isStill = isSamePlace(pictureToPlan(underlay, state.a), event.at, context);
  if (event.type === 'up' || event.type === 'double') {
    const isDragged = event.type === 'up' && state.pressedAt !== null && !isStill;
    return { state: isDragged ? distanceOf(state, b) : { ...state, pressedAt: null } };
  }
  return isStill ? refuse({ ...state, b }, 'same-point') : { state: distanceOf(state, b) };
}

function distanceOf({ underlay, a }: Second, b: Point): Distance {
  return { phase: 'distance', underlay, a, b };
}

function onLength(state: CalibrateState, distance: number, { plan }: ToolContext): Step {
  if (state.phase !== 'distance') return { state };
  const { underlay, a, b } = state;
  const result = calibrateUnderlay(plan, underlay, { a, b, distance });
  if (!result.ok) return refuse(state, result.error);
  const label: EditorMessageKey = 'edit.calibrate';
  const commit = { label, diff: result.value };
  const picture = getRecord(plan, underlay);
  if (!picture) return { state: idle, commit, select: [underlay], done: true };
  // The picture stays as it is on the screen, so that its walls can be traced at once.
  const around = pictureToPlan(picture, a);
  const factor = distanceBetween(around, pictureToPlan(picture, b)) / distance;
  return { state: idle, commit, select: [underlay], zoom: { around, factor }, done: true };
}

function onKey(state: CalibrateState, key: string): Step {
  if (key === 'Escape') return state.phase === 'idle' ? { state: idle, done: true } : { state: idle };
  if (key === 'Enter' && state.phase === 'distance') return refuse(state, 'type-distance');
  if (key !== 'Backspace' || state.phase === 'idle') return { state };
  return { state: state.phase === 'second' ? idle : { ...state, phase: 'second', pressedAt: null } };
}

function preview(state: CalibrateState, { plan }: ToolContext): Preview | null {
  const underlay = state.phase === 'idle' ? undefined : getRecord(plan, state.underlay);
  if (state.phase === 'idle' || !underlay) return null;
  const from = pictureToPlan(underlay, state.a);
  const to = pictureToPlan(underlay, state.b);
  const ends: Guide[] = [from, to].map((at) => ({ type: 'mark', at, name: 'intersection' }));
  const length = distanceBetween(from, to);
  return {
    diff: new Map(),
    guides: [{ type: 'line', from, to }, ...ends],
    measure: {
      at: to,
      length,
      angle: length > 0 ? angleOf(from, to) : null,
      editable: state.phase === 'distance',
      typed: 'length',
      ...(state.phase === 'distance' && { isAwaited: true }),
    },
  };
}
