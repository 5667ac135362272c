import { angleOf, distanceBetween, type Point } from '../../../core/geometry/point.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { movingWith, namersInPlan } from '../../../core/plan/parts/related.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import type { HandleId } from '../handles.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import { unsnapped } from '../snap/snap-result.ts';
import type { PointerToolEvent, Preview, Snap, ToolContext, ToolStep } from '../tool.ts';
import { diffOrNothing, refuse } from './answer.ts';
import { endsAt, moveHandle, neighbourOf, pivotOf } from './move-handle.ts';
import { aimedAt, pointTowards, snapped } from './pointer.ts';

/** A handle on its way. */
export type Reshaping = {
  readonly phase: 'reshaping';
  readonly record: AnyId;
  readonly handle: HandleId;
  readonly to: Snap;
  /** Whether an end of a wall leaves the walls that meet it behind, as with Alt. */
  readonly alone: boolean;
  /** What moves along and therefore must not attract. */
  readonly except: ReadonlySet<AnyId>;
};

type Grip = { readonly record: AnyId; readonly id: HandleId };

/** The state after a press became a drag of a handle. */
export function beginReshape({ record, id }: Grip, event: PointerToolEvent, context: ToolContext): Reshaping {
  const except = movingAlong({ record, id }, context);
  const state: Reshaping = {
    phase: 'reshaping',
    record,
    handle: id,
    to: unsnapped(event.at),
    alone: event.alt,
    except,
  };
  return { ...state, to: placeOf(state, event, context) };
}

function movingAlong({ record, id }: Grip, context: ToolContext): ReadonlySet<AnyId> {
  const wall = getRecord(context.plan, record);
  const moving = new Set<AnyId>([record]);
  if (wall && 'bulge' in wall && (id === 'a' || id === 'b')) {
    for (const [joined] of endsAt(context, wall[id])) moving.add(joined);
  }
  return movingWith(moving, namersInPlan(context.plan));
}

/** Where the length and direction of a handle are counted from; null when they say nothing. */
function originOf({ handle }: Reshaping, record: PlanRecord): Point | null {
  return handle === 'rotate' ? (pivotOf(record)?.at ?? null) : neighbourOf(record, handle);
}

function placeOf(state: Reshaping, event: PointerToolEvent, context: ToolContext): Snap {
  const record = getRecord(context.plan, state.record);
  const from = record ? originOf(state, record) : null;
  if (state.handle === 'rotate') return from ? aimed(from, event, context) : unsnapped(event.at);
  return snapped(event, context, { from, except: state.except });
}

function aimed(from: Point, event: PointerToolEvent, context: ToolContext): Snap {
  const to = aimedAt(from, event, context);
  return { at: to, name: to === event.at ? 'none' : 'ortho', guides: [{ type: 'line', from, to }] };
}

/** Reshapes on with the pointer, and commits when the button is released. */
export function onReshape<S>(
  state: Reshaping,
  { event, idle }: { readonly event: PointerToolEvent; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Reshaping> {
  const moved = { ...state, alone: event.alt, to: placeOf(state, event, context) };
  return event.type === 'move' ? { state: moved } : reshape(moved, idle, context);
}

/** Ends the drag so that the side has a typed length. */
export function reshapeToLength<S>(
  state: Reshaping,
  { length, idle }: { readonly length: number; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Reshaping> {
  const record = getRecord(context.plan, state.record);
  const from = record && state.handle !== 'rotate' ? neighbourOf(record, state.handle) : null;
  if (!from) return { state };
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const to = pointTowards(from, state.to.at, length);
  return to ? reshape({ ...state, to: unsnapped(to) }, idle, context) : refuse(state, 'no-direction');
}

function reshape<S>(state: Reshaping, idle: S, context: ToolContext): ToolStep<S> {
  const result = moveHandle(context, { ...state, to: state.to.at });
  if (!result.ok) return refuse(idle, result.error);
  if (result.value.size === 0) return { state: idle };
  const label: EditorMessageKey = state.handle === 'rotate' ? 'edit.rotate' : 'edit.reshape';
  return { state: idle, commit: { label, diff: result.value } };
}

export function previewReshape(state: Reshaping, context: ToolContext): Preview | null {
  const record = getRecord(context.plan, state.record);
  if (!record) return null;
  const { at, guides } = state.to;
  const diff = diffOrNothing(moveHandle(context, { ...state, to: at }));
  const from = originOf(state, record);
  if (!from) return { diff, guides, measure: null };
  const length = distanceBetween(from, at);
  const angle = length > 0 ? angleOf(from, at) : null;
  return { diff, guides, measure: { at, length, angle, editable: state.handle !== 'rotate' } };
}
