import { angleOf, distanceBetween, type Point } from '../../../core/geometry/point.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { getRecord, recordsOf } from '../../../core/plan/plan.ts';
import type { AnyId } from '../../../core/plan/records/index.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import { nearestTo } from '../snap-attractors.ts';
import { unsnapped } from '../snapping.ts';
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
};

type Grip = { readonly ids: readonly AnyId[]; readonly hit: AnyId; readonly pressedAt: Point };

// The corner that snaps is one this near to where the record was taken hold of, CSS pixels.
const ANCHOR_PX = 200;

/** The state after a press became a drag of records. */
export function beginMove(grip: Grip, event: PointerToolEvent, context: ToolContext): Moving {
  const anchor = anchorOf(grip, context);
  const moving: Moving = {
    phase: 'moving',
    ids: grip.ids,
    pressedAt: grip.pressedAt,
    anchor,
    to: unsnapped(anchor),
    except: movingAlong(grip.ids, context),
  };
  return { ...moving, to: placeOf(moving, event, context) };
}

function anchorOf({ hit, pressedAt }: Grip, { plan, pixelsPerMetre }: ToolContext): Point {
  const record = getRecord(plan, hit);
  const ends = record ? snapGeometryOf(record, plan).ends : [];
  return nearestTo(pressedAt, ends, ANCHOR_PX / pixelsPerMetre) ?? pressedAt;
}

function movingAlong(ids: readonly AnyId[], { plan }: ToolContext): ReadonlySet<AnyId> {
  const moving = new Set(ids);
  for (const { id, wall } of recordsOf(plan, 'opening')) if (moving.has(wall)) moving.add(id);
  for (const { id, fence } of recordsOf(plan, 'gate')) if (fence && moving.has(fence)) moving.add(id);
  for (const { id, mountedOn } of recordsOf(plan, 'camera')) {
    if (mountedOn && moving.has(mountedOn)) moving.add(id);
  }
  return moving;
}

function placeOf({ anchor, pressedAt, except }: Moving, event: PointerToolEvent, context: ToolContext): Snap {
  const { at, alt, shift } = event;
  const target = { x: anchor.x + at.x - pressedAt.x, y: anchor.y + at.y - pressedAt.y };
  if (alt) return unsnapped(target);
  return context.snap(target, { from: anchor, drawn: [], except, ortho: shift });
}

function movedBy({ anchor }: Moving, to: Point): Point {
  return { x: to.x - anchor.x, y: to.y - anchor.y };
}

/** Moves on with the pointer, and commits when the button is released. */
export function onMove<S>(
  state: Moving,
  { event, idle }: { readonly event: PointerToolEvent; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Moving> {
  const to = placeOf(state, event, context);
  return event.type === 'move' ? { state: { ...state, to } } : moveTo(state, { to: to.at, idle }, context);
}

/** Moves by a typed distance in the direction of the drag. */
export function moveByLength<S>(
  state: Moving,
  { length, idle }: { readonly length: number; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Moving> {
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const to = pointTowards(state.anchor, state.to.at, length);
  return to ? moveTo(state, { to, idle }, context) : refuse(state, 'no-direction');
}

function moveTo<S>(
  state: Moving,
  { to, idle }: { readonly to: Point; readonly idle: S },
  { plan }: ToolContext,
): ToolStep<S> {
  const result = moveRecords(plan, state.ids, movedBy(state, to));
  if (!result.ok) return refuse(idle, result.error);
  if (result.value.size === 0) return { state: idle };
  const label: EditorMessageKey = 'edit.move';
  return { state: idle, commit: { label, diff: result.value } };
}

export function previewMove(state: Moving, { plan }: ToolContext): Preview {
  const { anchor, to } = state;
  const diff = diffOrNothing(moveRecords(plan, state.ids, movedBy(state, to.at)));
  const length = distanceBetween(anchor, to.at);
  const angle = length > 0 ? angleOf(anchor, to.at) : null;
  return { diff, guides: to.guides, measure: { at: to.at, length, angle, editable: true } };
}
