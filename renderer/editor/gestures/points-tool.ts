import { angleOf, distanceBetween, type Point, samePoint } from '../../../core/geometry/point.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import type { Result } from '../../../core/result.ts';
import type { AddedKind, HintKey } from '../message-keys.ts';
import type { Refusal } from '../refusal.ts';
import type {
  Measure,
  PointerToolEvent,
  Preview,
  Snap,
  Tool,
  ToolContext,
  ToolEvent,
  ToolStep,
} from '../tool.ts';
import { add, diffOrNothing, layerRefusal, refuse } from './answer.ts';
import { guidesOnly, isSamePlace, lineGuides, pointTowards, snapped } from './pointer.ts';

/** Points drawn one after the other. */
export type Points<K extends AddedKind> = {
  readonly id: IdOf<K>;
  readonly points: readonly Point[];
  readonly closed: boolean;
};

/**
 * What a tool makes of the points: an `outline` of three or more that closes, or as a rectangle by
 * dragging; a `path` of two or more; a `span` from one end to the other, by way of others with Control.
 */
export type PointsSpec<K extends AddedKind> = {
  readonly id: string;
  readonly kind: K;
  readonly shape: 'outline' | 'path' | 'span';
  readonly hint: HintKey;
  /** Whether a click on the first point closes a path. */
  readonly closes: boolean;
  /** How few points Enter accepts. */
  readonly fewest: number;
  readonly add: (context: ToolContext, points: Points<K>) => Result<PlanDiff, Refusal>;
};

type Drafting<K extends AddedKind> = {
  readonly phase: 'drafting';
  readonly id: IdOf<K>;
  readonly points: readonly Point[];
  readonly snap: Snap;
  /** Where the button went down and still is, not snapped. */
  readonly pressedAt: Point | null;
};
export type PointsState<K extends AddedKind> =
  | { readonly phase: 'idle'; readonly snap: Snap | null }
  | Drafting<K>
  | { readonly phase: 'stretching'; readonly id: IdOf<K>; readonly from: Point; readonly to: Snap };

type Step<K extends AddedKind> = ToolStep<PointsState<K>>;

const idle = { phase: 'idle', snap: null } as const;

const nextHints = {
  outline: 'hint.outline.next',
  path: 'hint.path.next',
  span: 'hint.span.next',
} as const satisfies Record<string, HintKey>;

/** A tool that draws a record by its points. */
export function pointsTool<K extends AddedKind>(spec: PointsSpec<K>): Tool<PointsState<K>> {
  return {
    id: spec.id,
    initial: idle,
    hint: ({ phase }) => {
      if (phase === 'idle') return spec.hint;
      return phase === 'stretching' ? 'hint.outline.rectangle' : nextHints[spec.shape];
    },
    step: (state, event, context) => step(spec, state, { event, context }),
    preview: (state, context) => preview(spec, state, context),
  };
}

type Happening<E extends ToolEvent = ToolEvent> = { readonly event: E; readonly context: ToolContext };

function step<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: PointsState<K>,
  happening: Happening,
): Step<K> {
  const { event, context } = happening;
  if (event.type === 'cancel') return { state: idle };
  if (event.type === 'key') return onKey(spec, state, { event, context });
  if (event.type === 'length') return onLength(spec, state, { event, context });
  const pointer = { event, context };
  if (state.phase === 'idle') return onIdle(spec, state, pointer);
  return state.phase === 'stretching' ? onStretch(spec, state, pointer) : onDraft(spec, state, pointer);
}

function onIdle<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: PointsState<K>,
  { event, context }: Happening<PointerToolEvent>,
): Step<K> {
  if (event.type === 'move') return { state: { phase: 'idle', snap: snapped(event, context) } };
  if (event.type !== 'down') return { state };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  const snap = snapped(event, context);
  const id = context.newId(spec.kind);
  return { state: { phase: 'drafting', id, points: [snap.at], snap, pressedAt: event.at } };
}

function onDraft<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: Drafting<K>,
  { event, context }: Happening<PointerToolEvent>,
): Step<K> {
  const { points, pressedAt } = state;
  if (event.type === 'double') return onDouble(spec, state, context);
  const snap = snapped(event, context, { from: points.at(-1) ?? null, drawn: points });
  const isDragged = pressedAt !== null && !isSamePlace(pressedAt, event.at, context);
  if (event.type === 'move') {
    const [from, second] = points;
    if (isDragged && spec.shape === 'outline' && from && !second) {
      return { state: { phase: 'stretching', id: state.id, from, to: snapped(event, context) } };
    }
    return { state: { ...state, snap } };
  }
  if (event.type === 'up' && !isDragged) return { state: { ...state, snap, pressedAt: null } };
  const isLast = spec.shape === 'span' && !event.ctrl;
  return append(
    spec,
    { ...state, snap, pressedAt: event.type === 'down' ? event.at : null },
    { context, isLast },
  );
}

/** Adds the point that the pointer is at; one on the first point closes what can be closed. */
function append<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: Drafting<K>,
  { context, isLast }: { readonly context: ToolContext; readonly isLast: boolean },
): Step<K> {
  const { points, snap } = state;
  const [first] = points;
  const last = points.at(-1);
  if (spec.closes && first && points.length >= 3 && isSamePlace(first, snap.at, context)) {
    return finish(spec, state, { context, closed: true });
  }
  if (last && isSamePlace(last, snap.at, context)) return { state };
  const longer = { ...state, points: [...points, snap.at] };
  return isLast ? finish(spec, longer, { context, closed: false }) : { state: longer };
}

function finish<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: Drafting<K>,
  { context, closed }: { readonly context: ToolContext; readonly closed: boolean },
): Step<K> {
  const { id, points } = state;
  const result = spec.add(context, { id, points, closed });
  return add<PointsState<K>>({ kind: spec.kind, id, result, next: idle, refused: state });
}

/** A double click has set its point already by the first of its clicks; on the first point it gives up. */
function onDouble<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: Drafting<K>,
  context: ToolContext,
): Step<K> {
  return state.points.length === 1 ? { state: idle } : finishWhenEnough(spec, state, context);
}

function finishWhenEnough<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: Drafting<K>,
  context: ToolContext,
): Step<K> {
  if (state.points.length >= spec.fewest) return finish(spec, state, { context, closed: false });
  return refuse(state, spec.shape === 'outline' ? 'too-few-corners' : 'too-few-points');
}

function onStretch<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: Extract<PointsState<K>, { phase: 'stretching' }>,
  { event, context }: Happening<PointerToolEvent>,
): Step<K> {
  const to = snapped(event, context);
  if (event.type === 'move') return { state: { ...state, to } };
  const points = rectangle(state.from, to.at);
  const result = spec.add(context, { id: state.id, points, closed: true });
  return add<PointsState<K>>({ kind: spec.kind, id: state.id, result, next: idle, refused: idle });
}

function rectangle(from: Point, to: Point): Point[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

function onKey<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: PointsState<K>,
  { event, context }: Happening<Extract<ToolEvent, { type: 'key' }>>,
): Step<K> {
  if (event.key === 'Escape') return state.phase === 'idle' ? { state: idle, done: true } : { state: idle };
  if (state.phase !== 'drafting') return { state };
  if (event.key === 'Enter') return finishWhenEnough(spec, state, context);
  if (event.key !== 'Backspace') return { state };
  const points = state.points.slice(0, -1);
  return { state: points.length > 0 ? { ...state, points, pressedAt: null } : idle };
}

function onLength<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: PointsState<K>,
  { event, context }: Happening<Extract<ToolEvent, { type: 'length' }>>,
): Step<K> {
  const last = state.phase === 'drafting' ? state.points.at(-1) : undefined;
  if (state.phase !== 'drafting' || !last) return { state };
  if (!(event.length > 0) || !Number.isFinite(event.length)) return refuse(state, 'no-length');
  const next = pointTowards(last, state.snap.at, event.length);
  if (!next) return refuse(state, 'no-direction');
  const longer = { ...state, points: [...state.points, next], pressedAt: null };
  return spec.shape === 'span' ? finish(spec, longer, { context, closed: false }) : { state: longer };
}

function preview<K extends AddedKind>(
  spec: PointsSpec<K>,
  state: PointsState<K>,
  context: ToolContext,
): Preview | null {
  if (state.phase === 'idle') return guidesOnly(state.snap?.guides ?? []);
  if (state.phase === 'stretching') {
    const { id, from, to } = state;
    const result = spec.add(context, { id, points: rectangle(from, to.at), closed: true });
    const length = Math.max(Math.abs(to.at.x - from.x), Math.abs(to.at.y - from.y));
    const measure = { at: to.at, length, angle: null, editable: false };
    return { diff: diffOrNothing(result), guides: to.guides, measure };
  }
  const { id, snap } = state;
  const points = withPoint(state.points, snap.at);
  const [first] = points;
  const closed = spec.closes && points.length > 3 && first !== undefined && samePoint(first, snap.at);
  const result = spec.add(context, { id, points: closed ? points.slice(0, -1) : points, closed });
  const lines = result.ok ? [] : lineGuides(points);
  return { diff: diffOrNothing(result), guides: [...lines, ...snap.guides], measure: measureOf(state) };
}

function withPoint(points: readonly Point[], point: Point): readonly Point[] {
  const last = points.at(-1);
  return last && samePoint(last, point) ? points : [...points, point];
}

function measureOf<K extends AddedKind>({ points, snap }: Drafting<K>): Measure | null {
  const last = points.at(-1);
  if (!last) return null;
  const length = distanceBetween(last, snap.at);
  return { at: snap.at, length, angle: length > 0 ? angleOf(last, snap.at) : null, editable: true };
}
