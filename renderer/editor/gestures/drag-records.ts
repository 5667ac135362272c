import { add, angleOf, distanceBetween, type Point, subtract } from '../../../core/geometry/point.ts';
import { isLocked } from '../../../core/operations/is-locked.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import type { AnyId, IdOf } from '../../../core/plan/kinds/index.ts';
import { movingWith, namersInPlan } from '../../../core/plan/parts/related.ts';
import { getRecord, isKind } from '../../../core/plan/plan.ts';
import { boundsOf } from '../../../core/plan/shape.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { type DistanceGrip, heldMove } from '../distances/grip.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import { nearestTo } from '../snap/snap-attractors.ts';
import { unsnapped } from '../snap/snap-result.ts';
import type { PointerToolEvent, Preview, Snap, ToolContext, ToolStep } from '../tool.ts';
import { diffOrNothing, refuse } from './answer.ts';
import { pointTowards } from './pointer.ts';

/** Records on their way: the anchor is the corner that snaps, and `to` where it is now. */
export type Moving = {
  readonly phase: 'moving';
  readonly ids: readonly AnyId[];
  readonly pressedAt: Point;
  readonly anchor: Point;
  readonly to: Snap;
  /** What moves along and therefore must not attract. */
  readonly except: ReadonlySet<AnyId>;
  /** What is seen to move when very many do; null when the move of few is tried on each event. */
  readonly carried: ReadonlySet<AnyId> | null;
  /** Whether walls leave those that meet them behind, as with Alt. */
  readonly alone: boolean;
  /** The distance to a neighbour that is being typed. */
  readonly grip: DistanceGrip | null;
};

type Grip = { readonly ids: readonly AnyId[]; readonly hit: AnyId; readonly pressedAt: Point };

// Beyond this a move is not tried on each event: it takes longer than a frame.
const MOST_TRIED = 300;

// The corner that snaps is one this near to where the record was taken hold of, CSS pixels.
const ANCHOR_PX = 200;

/** The state after a press became a drag of records. */
export function beginMove(grip: Grip, event: PointerToolEvent, context: ToolContext): Moving {
  const anchor = anchorOf(grip, context);
  const isMass = grip.ids.length > MOST_TRIED;
  const near = isMass ? [] : wallsAround(grip.ids, context);
  const moving: Moving = {
    phase: 'moving',
    ids: grip.ids,
    pressedAt: grip.pressedAt,
    anchor,
    to: unsnapped(anchor),
    except: movingAlong([...grip.ids, ...near], context),
    carried: isMass ? carriedBy(grip.ids, context) : null,
    alone: event.alt,
    grip: null,
  };
  return { ...moving, to: placeOf(moving, event, context) };
}

function anchorOf({ hit, pressedAt }: Grip, { plan, pixelsPerMetre }: ToolContext): Point {
  const record = getRecord(plan, hit);
  const { ends, centres } = record ? snapGeometryOf(record, plan) : { ends: [], centres: [] };
  return nearestTo(pressedAt, ends.length > 0 ? ends : centres, ANCHOR_PX / pixelsPerMetre) ?? pressedAt;
}

/** What goes along with a move of very many; walls that are joined to it follow at its end. */
function carriedBy(ids: readonly AnyId[], context: ToolContext): ReadonlySet<AnyId> {
  const { plan } = context;
  const lookup = (id: AnyId) => getRecord(plan, id);
  const free = ids.filter((id) => {
    const record = getRecord(plan, id);
    return record !== undefined && !isLocked(record, lookup);
  });
  return movingAlong(free, context);
}

function movingAlong(ids: readonly AnyId[], { plan }: ToolContext): ReadonlySet<AnyId> {
  return movingWith(ids, namersInPlan(plan));
}

/** The walls that touch the box around a moving wall: those that its move may take along. */
function wallsAround(ids: readonly AnyId[], { plan, index, view }: ToolContext): readonly IdOf<'wall'>[] {
  const near = new Set<IdOf<'wall'>>();
  for (const id of ids) {
    const wall = getRecord(plan, id);
    const box = wall && isKind(wall, 'wall') ? boundsOf(wall, plan) : null;
    for (const other of box ? index.query(box, view.lens.floor) : []) {
      const found = getRecord(plan, other);
      if (found && isKind(found, 'wall')) near.add(found.id);
    }
  }
  return [...near];
}

function moved({ ids, alone }: Moving, by: Point, { plan }: ToolContext) {
  return alone ? moveRecords(plan, ids, by) : moveWithJoints(plan, ids, by);
}

function placeOf({ anchor, pressedAt, except }: Moving, event: PointerToolEvent, context: ToolContext): Snap {
  const { at, shift } = event;
  const target = { x: anchor.x + at.x - pressedAt.x, y: anchor.y + at.y - pressedAt.y };
  return context.snap(target, { from: anchor, drawn: [], except, ortho: shift });
}

/** How far the records are moved, with the distance that is typed. */
export function movedBy({ anchor, to, grip }: Moving): Point {
  return heldMove(subtract(to.at, anchor), grip);
}

/** Moves on with the pointer, and commits when the button is released. */
export function onMove<S>(
  state: Moving,
  { event, idle }: { readonly event: PointerToolEvent; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Moving> {
  const next = { ...state, alone: event.alt, to: placeOf(state, event, context) };
  return event.type === 'move' ? { state: next } : moveTo(next, idle, context);
}

/** Moves by a typed distance in the direction of the drag. */
export function moveByLength<S>(
  state: Moving,
  { length, idle }: { readonly length: number; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Moving> {
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const to = pointTowards(state.anchor, state.to.at, length);
  return to ? moveTo({ ...state, to: unsnapped(to) }, idle, context) : refuse(state, 'no-direction');
}

/** Ends the move where it is. */
export function moveTo<S>(state: Moving, idle: S, context: ToolContext): ToolStep<S> {
  const result = moved(state, movedBy(state), context);
  if (!result.ok) return refuse(idle, result.error);
  if (result.value.size === 0) return { state: idle };
  const label: EditorMessageKey = 'edit.move';
  return { state: idle, commit: { label, diff: result.value } };
}

export function previewMove(state: Moving, context: ToolContext): Preview {
  const { anchor, to, grip, carried } = state;
  const by = movedBy(state);
  const diff = carried ? new Map() : diffOrNothing(moved(state, by, context));
  const at = add(anchor, by);
  const length = distanceBetween(anchor, at);
  const angle = length > 0 ? angleOf(anchor, at) : null;
  // What the pointer is at says nothing of a place that is typed.
  const guides = grip?.length == null ? to.guides : [];
  const measure = { at, length, angle, editable: true };
  return { diff, guides, measure, carried: carried && { ids: carried, by } };
}
