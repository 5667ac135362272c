import type { Point } from '../../../../core/geometry/point.ts';
import { addRecord } from '../../../../core/operations/add-record.ts';
import type { PlanDiff } from '../../../../core/plan/diff.ts';
import type { IdOf } from '../../../../core/plan/kinds/index.ts';
import type { Anchor } from '../../../../core/plan/notes/anchor-place.ts';
import type { Result } from '../../../../core/result.ts';
import { anchorNear } from '../../gestures/anchor-near.ts';
import { add, diffOrNothing, layerRefusal, refuse } from '../../gestures/answer.ts';
import { newFields } from '../../gestures/new-record.ts';
import { guidesOnly, isSamePlace, snapped } from '../../gestures/pointer.ts';
import type { Refusal } from '../../refusal.ts';
import type { PointerToolEvent, Snap, Tool, ToolContext, ToolStep } from '../../tool.ts';

export type PlaceCalloutState =
  /** Where the last words were placed: the second press of a double click begins no other note. */
  | { readonly phase: 'idle'; readonly snap: Snap | null; readonly placedAt: Point | null }
  | {
      readonly phase: 'placing';
      readonly id: IdOf<'callout'>;
      readonly anchor: Anchor;
      readonly pressedAt: Point;
      readonly snap: Snap;
    };
type Idle = Extract<PlaceCalloutState, { phase: 'idle' }>;
type Placing = Extract<PlaceCalloutState, { phase: 'placing' }>;
type Step = ToolStep<PlaceCalloutState>;

const idle: PlaceCalloutState = { phase: 'idle', snap: null, placedAt: null };

/** What a note points to, then where its words stand; the note is selected, so that they can be typed. */
export const placeCallout: Tool<PlaceCalloutState> = {
  id: 'place-callout',
  initial: idle,
  hint: ({ phase }) => (phase === 'idle' ? 'hint.place-callout' : 'hint.place-callout.words'),
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return onKey(state, event.key);
    if (event.type === 'length' || event.type === 'double') return { state };
    return state.phase === 'idle' ? onTarget(state, event, context) : onWords(state, event, context);
  },
  preview: (state, context) => {
    if (state.phase === 'idle') return guidesOnly(state.snap?.guides ?? []);
    return { diff: diffOrNothing(calloutAt(state, context)), guides: state.snap.guides, measure: null };
  },
};

function onTarget(state: Idle, event: PointerToolEvent, context: ToolContext): Step {
  const snap = snapped(event, context);
  if (event.type === 'move') return { state: { ...state, snap } };
  const isAgain = state.placedAt !== null && isSamePlace(state.placedAt, event.at, context);
  if (event.type !== 'down' || isAgain) return { state };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  const anchor: Anchor = event.alt ? { type: 'free', at: snap.at } : anchorNear(context, snap.at);
  const id = context.newId('callout');
  return { state: { phase: 'placing', id, anchor, pressedAt: event.at, snap } };
}

function onWords(state: Placing, event: PointerToolEvent, context: ToolContext): Step {
  const moved = { ...state, snap: snapped(event, context) };
  // Either a second click, or the end of a drag.
  if (event.type === 'move' || isSamePlace(state.pressedAt, event.at, context)) return { state: moved };
  const result = calloutAt(moved, context);
  const next: PlaceCalloutState = { phase: 'idle', snap: null, placedAt: event.at };
  return add<PlaceCalloutState>({ kind: 'callout', id: state.id, result, next, refused: moved });
}

function onKey(state: PlaceCalloutState, key: string): Step {
  if (key === 'Escape') return state.phase === 'idle' ? { state: idle, done: true } : { state: idle };
  return key === 'Backspace' ? { state: idle } : { state };
}

function calloutAt({ id, anchor, snap }: Placing, context: ToolContext): Result<PlanDiff, Refusal> {
  return addRecord(context.plan, 'callout', newFields(context, 'callout', { id, anchor, at: snap.at }));
}
