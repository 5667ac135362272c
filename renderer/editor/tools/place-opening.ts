import type { Point } from '../../../core/geometry/point.ts';
import { addOpening } from '../../../core/operations/add-opening.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import { type IdOf, planKinds, type RecordOf } from '../../../core/plan/kinds/index.ts';
import { openingSizes } from '../../../core/plan/kinds/opening.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import { fittingOffset, offsetOnWall, placeOnWall, wallLength } from '../../../core/plan/wall-line.ts';
import { err, type Result } from '../../../core/result.ts';
import { add, diffOrNothing, layerRefusal, refuse } from '../gestures/answer.ts';
import { nearestHost } from '../gestures/nearest-host.ts';
import { newFields } from '../gestures/new-record.ts';
import { isSamePlace } from '../gestures/pointer.ts';
import type { Refusal } from '../refusal.ts';
import type { Guide, PointerToolEvent, Preview, Tool, ToolContext, ToolStep } from '../tool.ts';

type Spot = {
  readonly wall: IdOf<'wall'>;
  readonly offset: number;
  readonly swing: RecordOf<'opening'>['swing'];
  readonly isMiddle: boolean;
};
export type PlaceOpeningState = {
  readonly phase: 'idle' | 'hovering';
  readonly id: IdOf<'opening'> | null;
  readonly spot: Spot | null;
  /** Where the last one was placed: the second press of a double click must not place another one. */
  readonly placedAt: Point | null;
};
type Step = ToolStep<PlaceOpeningState>;

const idle: PlaceOpeningState = { phase: 'idle', id: null, spot: null, placedAt: null };

// How far from a wall the pointer may be, and how near its middle it takes the middle. CSS pixels.
const WALL_PX = 24;
const MIDDLE_PX = 8;

/** Places doors, windows and passages in the wall nearest to the pointer. */
export const placeOpening: Tool<PlaceOpeningState> = {
  id: 'place-opening',
  initial: idle,
  hint: () => 'hint.place-opening',
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return event.key === 'Escape' ? { state: idle, done: true } : { state };
    if (event.type === 'length') return onLength(state, event.length, context);
    if (event.type === 'move') return { state: hovering(state, event, context) };
    return event.type === 'down' ? onDown(state, event, context) : { state };
  },
  preview,
};

function hovering(
  state: PlaceOpeningState,
  event: PointerToolEvent,
  context: ToolContext,
): PlaceOpeningState {
  const spot = spotAt(event, context);
  const isStill = state.placedAt !== null && isSamePlace(state.placedAt, event.at, context);
  return {
    phase: 'hovering',
    id: state.id ?? context.newId('opening'),
    spot,
    placedAt: isStill ? state.placedAt : null,
  };
}

function spotAt({ at, alt }: PointerToolEvent, context: ToolContext): Spot | null {
  const { pixelsPerMetre } = context;
  const wall = nearestHost(context, 'wall', { point: at, reach: WALL_PX / pixelsPerMetre });
  if (!wall) return null;
  const along = offsetOnWall(wall, at);
  const middle = wallLength(wall) / 2;
  const isMiddle = context.view.snaps.isOn && !alt && Math.abs(along - middle) * pixelsPerMetre <= MIDDLE_PX;
  const wanted = isMiddle ? middle : along;
  const { at: foot, direction } = placeOnWall(wall, wanted);
  const aside = Math.cos(direction) * (at.y - foot.y) - Math.sin(direction) * (at.x - foot.x);
  const offset = fittingOffset(wall, { offset: wanted, width: widthIn(wall, context) }) ?? wanted;
  return { wall: wall.id, offset, swing: aside < 0 ? 'right' : 'left', isMiddle };
}

/** The armed sizes; a type that is armed without sizes brings its own. */
function sizeOf({ view }: ToolContext) {
  const { opening } = view.armed.records;
  const { width, height, sill } = {
    ...openingSizes[opening?.type ?? planKinds.opening.defaults.type],
    ...opening,
  };
  return { width, height, sill };
}

// A gap that is drawn as a wall of its own is often narrower than the door; one of less than this part
// of its width is not meant for it.
const NARROWEST_PART = 0.5;

/** The armed width, or that of the wall where the wall is not much too short for it. */
function widthIn(wall: RecordOf<'wall'>, context: ToolContext): number {
  const { width } = sizeOf(context);
  const whole = Math.floor(wallLength(wall) * 1000) / 1000;
  return whole < width && whole >= width * NARROWEST_PART ? whole : width;
}

function openingAt(state: PlaceOpeningState, context: ToolContext): Result<PlanDiff, Refusal> {
  const { id, spot } = state;
  if (!spot || !id) return err('no-wall-here');
  const { wall, offset, swing } = spot;
  const host = getRecord(context.plan, wall);
  if (!host) return err('no-wall-here');
  const drawn = { ...sizeOf(context), width: widthIn(host, context), id, wall, offset, swing };
  return addOpening(context.plan, newFields(context, 'opening', drawn));
}

function onDown(state: PlaceOpeningState, event: PointerToolEvent, context: ToolContext): Step {
  if (state.placedAt && isSamePlace(state.placedAt, event.at, context)) return { state };
  return place(hovering(state, event, context), event.at, context);
}

function place(state: PlaceOpeningState, placedAt: Point, context: ToolContext): Step {
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  if (!state.id) return { state };
  const result = openingAt(state, context);
  const next: PlaceOpeningState = { ...idle, placedAt };
  return add({ kind: 'opening', id: state.id, result, next, refused: state });
}

/*  a |<-- gap -->[ opening ]------ b     the typed length is the gap to the nearer end  */
function onLength(state: PlaceOpeningState, length: number, context: ToolContext): Step {
  const wall = state.spot && getRecord(context.plan, state.spot.wall);
  if (!wall || !state.spot) return { state };
  if (!(length >= 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const gap = length + widthIn(wall, context) / 2;
  const whole = wallLength(wall);
  const offset = state.spot.offset <= whole / 2 ? gap : whole - gap;
  if (offset < 0) return refuse(state, 'does-not-fit');
  const { at } = placeOnWall(wall, offset);
  return place({ ...state, spot: { ...state.spot, offset } }, at, context);
}

function preview(state: PlaceOpeningState, context: ToolContext): Preview | null {
  const wall = state.spot && getRecord(context.plan, state.spot.wall);
  if (!wall || !state.spot) return null;
  const { offset, isMiddle } = state.spot;
  const { at, direction } = placeOnWall(wall, offset);
  const nearer = Math.min(offset, wallLength(wall) - offset);
  const length = Math.max(nearer - widthIn(wall, context) / 2, 0);
  const guides: Guide[] = [{ type: 'mark', at, name: isMiddle ? 'middle' : 'edge' }];
  return {
    diff: diffOrNothing(openingAt(state, context)),
    guides,
    measure: { at, length, angle: direction, editable: true, typed: 'length' },
  };
}
