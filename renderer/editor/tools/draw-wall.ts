import { angleOf, distanceBetween, type Point, samePoint } from '../../../core/geometry/point.ts';
import { addWall } from '../../../core/operations/add-wall.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import { add, diffOrNothing, layerRefusal, refuse } from '../gestures/answer.ts';
import { newFields } from '../gestures/new-record.ts';
import { guidesOnly, isSamePlace, lineGuides, pointTowards, snapped } from '../gestures/pointer.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import type { Refusal } from '../refusal.ts';
import type { PointerToolEvent, Preview, Snap, Tool, ToolContext, ToolStep } from '../tool.ts';

type Drafting = {
  readonly phase: 'drafting';
  /** Of the next wall. */
  readonly id: IdOf<'wall'>;
  /** Where the walls of the chain meet; the next wall begins at the last of them. */
  readonly points: readonly [Point, ...Point[]];
  /** The walls of the chain so far, each an undo step of its own. */
  readonly walls: readonly IdOf<'wall'>[];
  readonly snap: Snap;
  /** Where the button went down and still is, not snapped. */
  readonly pressedAt: Point | null;
};
export type DrawWallState = { readonly phase: 'idle'; readonly snap: Snap | null } | Drafting;
type Step = ToolStep<DrawWallState>;

const idle: DrawWallState = { phase: 'idle', snap: null };

/** Walls one after the other: every click ends one and begins the next, until the chain closes or is ended. */
export const drawWall: Tool<DrawWallState> = {
  id: 'draw-wall',
  initial: idle,
  hint: ({ phase }): EditorMessageKey => (phase === 'idle' ? 'hint.draw-wall' : 'hint.draw-wall.next'),
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return onKey(state, event.key, context);
    if (event.type === 'length') return onLength(state, event.length, context);
    return state.phase === 'idle' ? onIdle(state, event, context) : onDraft(state, event, context);
  },
  preview,
};

function onIdle(state: DrawWallState, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'move') return { state: { phase: 'idle', snap: snapped(event, context) } };
  if (event.type !== 'down') return { state };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  const snap = snapped(event, context);
  const id = context.newId('wall');
  return { state: { phase: 'drafting', id, points: [snap.at], walls: [], snap, pressedAt: event.at } };
}

function onDraft(state: Drafting, event: PointerToolEvent, context: ToolContext): Step {
  if (event.type === 'double') return { state: idle };
  const snap = snapped(event, context, { from: lastOf(state), drawn: state.points });
  if (event.type === 'move') return { state: { ...state, snap } };
  // A wall may also be drawn with the button held down.
  const isDragged = state.pressedAt !== null && !isSamePlace(state.pressedAt, event.at, context);
  if (event.type === 'up' && !isDragged) return { state: { ...state, snap, pressedAt: null } };
  const pressed = { ...state, snap, pressedAt: event.type === 'down' ? event.at : null };
  return isSamePlace(lastOf(state), snap.at, context)
    ? { state: pressed }
    : extend(pressed, snap.at, context);
}

function lastOf({ points }: Drafting): Point {
  return points.at(-1) ?? points[0];
}

function wallTo(state: Drafting, b: Point, context: ToolContext): Result<PlanDiff, Refusal> {
  return addWall(context.plan, newFields(context, 'wall', { id: state.id, a: lastOf(state), b }));
}

function extend(state: Drafting, to: Point, context: ToolContext): Step {
  const isClosed = state.walls.length >= 2 && samePoint(to, state.points[0]);
  const longer: Drafting = {
    ...state,
    id: context.newId('wall'),
    points: [...state.points, to],
    walls: [...state.walls, state.id],
  };
  return add<DrawWallState>({
    kind: 'wall',
    id: state.id,
    result: wallTo(state, to, context),
    next: isClosed ? idle : longer,
    refused: state,
  });
}

function onKey(state: DrawWallState, key: string, context: ToolContext): Step {
  if (state.phase === 'idle') return key === 'Escape' ? { state: idle, done: true } : { state };
  if (key === 'Enter' || key === 'Escape') return { state: idle };
  return key === 'Backspace' ? takeBack(state, context) : { state };
}

/** Backspace takes the last wall of the chain away again, as an undo step of its own. */
function takeBack(state: Drafting, { plan }: ToolContext): Step {
  const last = state.walls.at(-1);
  if (!last) return { state: idle };
  const [first, ...rest] = state.points;
  const shorter = {
    ...state,
    points: [first, ...rest.slice(0, -1)] as const,
    walls: state.walls.slice(0, -1),
  };
  if (!getRecord(plan, last)) return { state: shorter };
  const removed = deleteRecords(plan, [last]);
  if (!removed.ok) return refuse(state, removed.error);
  const label: EditorMessageKey = 'edit.remove.wall';
  return { state: shorter, commit: { label, diff: removed.value }, select: shorter.walls.slice(-1) };
}

function onLength(state: DrawWallState, length: number, context: ToolContext): Step {
  if (state.phase === 'idle') return { state };
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const to = pointTowards(lastOf(state), state.snap.at, length);
  return to ? extend({ ...state, pressedAt: null }, to, context) : refuse(state, 'no-direction');
}

function preview(state: DrawWallState, context: ToolContext): Preview | null {
  if (state.phase === 'idle') return guidesOnly(state.snap?.guides ?? []);
  const { snap } = state;
  const from = lastOf(state);
  const length = distanceBetween(from, snap.at);
  const result = wallTo(state, snap.at, context);
  const lines = result.ok ? [] : lineGuides([from, snap.at]);
  const angle = length > 0 ? angleOf(from, snap.at) : null;
  return {
    diff: diffOrNothing(result),
    guides: [...lines, ...snap.guides],
    measure: { at: snap.at, length, angle, editable: true },
  };
}
