import { angleOf, distanceBetween, type Point } from '../../../../core/geometry/point.ts';
import { addRecord } from '../../../../core/operations/add-record.ts';
import type { PlanDiff } from '../../../../core/plan/diff.ts';
import type { IdOf, RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Anchor } from '../../../../core/plan/notes/anchor-place.ts';
import type { Result } from '../../../../core/result.ts';
import { anchorNear } from '../../gestures/anchor-near.ts';
import { add, diffOrNothing, layerRefusal, refuse } from '../../gestures/answer.ts';
import { type Draft, dimensionThrough, pickFor, typeIn } from '../../gestures/dimension-draft.ts';
import { newFields } from '../../gestures/new-record.ts';
import { guidesOnly, isSamePlace, lineGuides, pointTowards, snapped } from '../../gestures/pointer.ts';
import type { HintKey } from '../../message-keys.ts';
import type { Refusal } from '../../refusal.ts';
import type { PointerToolEvent, Preview, Snap, Tool, ToolContext, ToolEvent, ToolStep } from '../../tool.ts';

type Measured = RecordOf<'dimension'>['type'];
type Collecting = { readonly phase: 'collecting'; readonly draft: Draft; readonly snap: Snap };
/** All points are there: the line or the words follow the pointer. */
type Placing = {
  readonly phase: 'placing';
  readonly draft: Draft;
  readonly to: Point;
  readonly pressedAt: Point;
};
export type PlaceDimensionState =
  | { readonly phase: 'idle'; readonly snap: Snap | null; readonly type: Measured }
  | Collecting
  | Placing;
type Step = ToolStep<PlaceDimensionState>;

const idle: PlaceDimensionState = { phase: 'idle', snap: null, type: 'aligned' };

/** A dimension of the armed type: what it measures first, then where its line or its words stand. */
export const placeDimension: Tool<PlaceDimensionState> = {
  id: 'place-dimension',
  initial: idle,
  hint: hintOf,
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return onKey(state, event.key, context);
    if (event.type === 'length') return onLength(state, event.length, context);
    if (state.phase === 'placing') return onPlace(state, event, context);
    return event.type === 'up' ? { state } : onCollect(state, event, context);
  },
  preview,
};

function hintOf(state: PlaceDimensionState): HintKey {
  if (state.phase === 'placing') return 'hint.place-dimension.line';
  const type = state.phase === 'idle' ? state.type : state.draft.type;
  if (state.phase === 'collecting' && type === 'chain') return 'hint.place-dimension.chain';
  if (state.phase === 'collecting') return 'hint.place-dimension.next';
  const isLength = type === 'linear' || type === 'aligned' || type === 'chain';
  return isLength ? 'hint.place-dimension' : `hint.place-dimension.${type}`;
}

function lastPoint(state: PlaceDimensionState): Point | null {
  return state.phase === 'collecting' ? (state.draft.points.at(-1) ?? null) : null;
}

function onCollect(
  state: Exclude<PlaceDimensionState, Placing>,
  event: PointerToolEvent,
  context: ToolContext,
): Step {
  const type = typeIn(context);
  const draft = state.phase === 'collecting' ? state.draft : newDraft(type, context);
  const snap = snapped(event, context, { from: lastPoint(state), drawn: draft.points });
  if (event.type === 'move') {
    return { state: state.phase === 'idle' ? { phase: 'idle', snap, type } : { ...state, snap } };
  }
  if (event.type === 'double') return state.phase === 'collecting' ? onEnough(state, context) : { state };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  // The second press of a double click stays where it was.
  const last = lastPoint(state);
  if (last && isSamePlace(last, snap.at, context)) return { state };
  const anchor: Anchor = event.alt ? { type: 'free', at: snap.at } : anchorNear(context, snap.at);
  const picked = pickFor(draft, { snap, anchor, pointer: event.at, isFree: event.alt }, context);
  if (!picked.ok) return refuse(state, picked.error);
  return taken(picked.value, { snap, pressedAt: event.at });
}

function newDraft(type: Measured, context: ToolContext): Draft {
  return { id: context.newId('dimension'), type, anchors: [], points: [], wanted: null };
}

function taken(draft: Draft, { snap, pressedAt }: { readonly snap: Snap; readonly pressedAt: Point }): Step {
  if (draft.wanted === null || draft.anchors.length < draft.wanted) {
    return { state: { phase: 'collecting', draft, snap } };
  }
  return { state: { phase: 'placing', draft, to: pressedAt, pressedAt } };
}

/** Enter or a double click: the points of a chain are all there. */
function onEnough(state: Collecting, _context: ToolContext): Step {
  const { draft, snap } = state;
  if (draft.wanted !== null) return { state };
  if (draft.anchors.length < 2) return refuse(state, 'too-few-points');
  return { state: { phase: 'placing', draft, to: snap.at, pressedAt: snap.at } };
}

function onPlace(state: Placing, event: PointerToolEvent, context: ToolContext): Step {
  const moved = { ...state, to: event.at };
  if (event.type === 'move') return { state: moved };
  if (event.type !== 'down') return { state };
  const isStill = isSamePlace(state.pressedAt, event.at, context) && state.draft.type !== 'area';
  return isStill ? { state } : place(moved, context);
}

function place(state: Placing, context: ToolContext): Step {
  const { id, type } = state.draft;
  const result = recordOf(state, context);
  const next: PlaceDimensionState = { phase: 'idle', snap: null, type };
  return add<PlaceDimensionState>({ kind: 'dimension', id, result, next, refused: state });
}

function recordOf({ draft, to }: Placing, context: ToolContext): Result<PlanDiff, Refusal> {
  const fields = dimensionThrough(draft, to, context);
  const drawn: { readonly id: IdOf<'dimension'> } & Partial<RecordOf<'dimension'>> = {
    ...fields,
    id: draft.id,
  };
  return addRecord(context.plan, 'dimension', newFields(context, 'dimension', drawn));
}

function onKey(
  state: PlaceDimensionState,
  key: Extract<ToolEvent, { type: 'key' }>['key'],
  context: ToolContext,
): Step {
  if (key === 'Escape') return state.phase === 'idle' ? { state: idle, done: true } : { state: idle };
  if (state.phase === 'idle') return { state };
  if (key === 'Enter') return state.phase === 'placing' ? place(state, context) : onEnough(state, context);
  if (key !== 'Backspace') return { state };
  return { state: withoutLast(state) };
}

function withoutLast(state: Collecting | Placing): PlaceDimensionState {
  const { draft } = state;
  const points = draft.points.slice(0, -1);
  const [at] = points.slice(-1);
  // What was picked as a whole goes as a whole.
  if (!at || draft.anchors.length !== draft.points.length)
    return { phase: 'idle', snap: null, type: draft.type };
  const shorter = { ...draft, points, anchors: draft.anchors.slice(0, -1) };
  return { phase: 'collecting', draft: shorter, snap: { at, name: 'none', guides: [] } };
}

/** A typed length sets the next point, or how far off the line stands. */
function onLength(state: PlaceDimensionState, length: number, context: ToolContext): Step {
  if (state.phase === 'idle') return { state };
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  if (state.phase === 'placing') {
    const { offset } = dimensionThrough(state.draft, state.to, context);
    const set = { ...state, draft: { ...state.draft, fixedOffset: offset < 0 ? -length : length } };
    return place(set, context);
  }
  const from = lastPoint(state);
  const at = from && pointTowards(from, state.snap.at, length);
  if (!at) return refuse(state, 'no-direction');
  const snap: Snap = { at, name: 'none', guides: [] };
  const anchor = anchorNear(context, at);
  const picked = pickFor(state.draft, { snap, anchor, pointer: at, isFree: false }, context);
  return picked.ok ? taken(picked.value, { snap, pressedAt: at }) : refuse(state, picked.error);
}

function preview(state: PlaceDimensionState, context: ToolContext): Preview | null {
  if (state.phase === 'idle') return guidesOnly(state.snap?.guides ?? []);
  if (state.phase === 'placing') {
    return { diff: diffOrNothing(recordOf(state, context)), guides: [], measure: null };
  }
  const { snap, draft } = state;
  const from = lastPoint(state);
  const guides = [...lineGuides([...draft.points, snap.at]), ...snap.guides];
  if (!from) return { diff: new Map(), guides, measure: null };
  const length = distanceBetween(from, snap.at);
  const angle = length > 0 ? angleOf(from, snap.at) : null;
  return { diff: new Map(), guides, measure: { at: snap.at, length, angle, editable: true } };
}
