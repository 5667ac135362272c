import { angleOf, distanceBetween, type Point } from '../../../core/geometry/point.ts';
import { refuse } from '../gestures/answer.ts';
import { guidesOnly, isSamePlace, pointTowards, snapped } from '../gestures/pointer.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import type { PointerToolEvent, Preview, Snap, Tool, ToolContext, ToolStep } from '../tool.ts';

export type MeasureState =
  | { readonly phase: 'idle'; readonly snap: Snap | null }
  | {
      readonly phase: 'measuring';
      readonly from: Point;
      readonly snap: Snap;
      /** Where the button went down first, not snapped. */
      readonly pressedAt: Point;
    }
  /** The distance stays on show until the next press. */
  | { readonly phase: 'measured'; readonly from: Point; readonly to: Point; readonly pressedAt: Point };
type Step = ToolStep<MeasureState>;

const idle: MeasureState = { phase: 'idle', snap: null };

const hints = {
  idle: 'hint.measure',
  measuring: 'hint.measure.second',
  measured: 'hint.measure.measured',
} as const satisfies Record<MeasureState['phase'], EditorMessageKey>;

/** Shows the distance and direction between two points; changes nothing. */
export const measure: Tool<MeasureState> = {
  id: 'measure',
  initial: idle,
  hint: ({ phase }) => hints[phase],
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'length') return onLength(state, event.length);
    if (event.type === 'key') return onKey(state, event.key);
    if (state.phase === 'measuring') return onMeasure(state, event, context);
    return onStart(state, event, context);
  },
  preview,
};

function onStart(state: MeasureState, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'down') {
    // The second press of a double click stays with what was measured.
    if (state.phase === 'measured' && isSamePlace(state.pressedAt, event.at, context)) return { state };
    const snap = snapped(event, context);
    return { state: { phase: 'measuring', from: snap.at, snap, pressedAt: event.at } };
  }
  if (event.type !== 'move' || state.phase === 'measured') return { state };
  return { state: { phase: 'idle', snap: snapped(event, context) } };
}

function onMeasure(
  state: Extract<MeasureState, { phase: 'measuring' }>,
  event: PointerToolEvent,
  context: ToolContext,
): Step {
  const snap = snapped(event, context, { from: state.from });
  const isStill =
    isSamePlace(state.pressedAt, event.at, context) || isSamePlace(state.from, snap.at, context);
  if (event.type === 'move' || event.type === 'double' || isStill) return { state: { ...state, snap } };
  return { state: { phase: 'measured', from: state.from, to: snap.at, pressedAt: event.at } };
}

function onLength(state: MeasureState, length: number): Step {
  if (state.phase !== 'measuring') return { state };
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const to = pointTowards(state.from, state.snap.at, length);
  if (!to) return refuse(state, 'no-direction');
  return { state: { phase: 'measured', from: state.from, to, pressedAt: to } };
}

function onKey(state: MeasureState, key: string): Step {
  if (key === 'Escape') return state.phase === 'idle' ? { state: idle, done: true } : { state: idle };
  return key === 'Backspace' ? { state: idle } : { state };
}

function preview(state: MeasureState): Preview | null {
  if (state.phase === 'idle') return guidesOnly(state.snap?.guides ?? []);
  const { from } = state;
  const to = state.phase === 'measured' ? state.to : state.snap.at;
  const marks = state.phase === 'measured' ? [] : state.snap.guides;
  const length = distanceBetween(from, to);
  const angle = length > 0 ? angleOf(from, to) : null;
  return {
    diff: new Map(),
    guides: [{ type: 'line', from, to }, ...marks],
    measure: { at: to, length, angle, editable: state.phase === 'measuring' },
  };
}
