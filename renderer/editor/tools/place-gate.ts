import type { Point } from '../../../core/geometry/point.ts';
import { addGate } from '../../../core/operations/add-gate.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import { gateSizes } from '../../../core/plan/kinds/gate.ts';
import { type IdOf, planKinds } from '../../../core/plan/kinds/index.ts';
import { placeOnPath } from '../../../core/plan/path-place.ts';
import type { Result } from '../../../core/result.ts';
import { add, diffOrNothing, layerRefusal, refuse } from '../gestures/answer.ts';
import { nearestHost } from '../gestures/nearest-host.ts';
import { newFields, newTag } from '../gestures/new-record.ts';
import { isSamePlace, snapped } from '../gestures/pointer.ts';
import type { Refusal } from '../refusal.ts';
import type { Guide, PointerToolEvent, Preview, Tool, ToolContext, ToolStep } from '../tool.ts';

type Spot = {
  readonly fence: IdOf<'fence'> | null;
  readonly at: Point;
  readonly guides: readonly Guide[];
};
export type PlaceGateState = {
  readonly phase: 'idle' | 'hovering';
  readonly id: IdOf<'gate'> | null;
  readonly spot: Spot | null;
  /** Where the last one was placed: the second press of a double click must not place another one. */
  readonly placedAt: Point | null;
};
type Step = ToolStep<PlaceGateState>;

const idle: PlaceGateState = { phase: 'idle', id: null, spot: null, placedAt: null };

// How far from a fence the pointer may be. CSS pixels.
const FENCE_PX = 24;

/** Places gates: in the fence nearest to the pointer, or on their own where there is none. */
export const placeGate: Tool<PlaceGateState> = {
  id: 'place-gate',
  initial: idle,
  hint: () => 'hint.place-gate',
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return event.key === 'Escape' ? { state: idle, done: true } : { state };
    if (event.type === 'move') return { state: hovering(state, event, context) };
    return event.type === 'down' ? onDown(state, event, context) : { state };
  },
  preview,
};

function hovering(state: PlaceGateState, event: PointerToolEvent, context: ToolContext): PlaceGateState {
  const isStill = state.placedAt !== null && isSamePlace(state.placedAt, event.at, context);
  return {
    phase: 'hovering',
    id: state.id ?? context.newId('gate'),
    spot: spotAt(event, context),
    placedAt: isStill ? state.placedAt : null,
  };
}

function spotAt(event: PointerToolEvent, context: ToolContext): Spot {
  const query = { point: event.at, reach: FENCE_PX / context.pixelsPerMetre };
  const fence = event.alt ? null : nearestHost(context, 'fence', query);
  const place = fence && placeOnPath(event.at, fence);
  if (fence && place) {
    return { fence: fence.id, at: place.at, guides: [{ type: 'mark', at: place.at, name: 'edge' }] };
  }
  const { at, guides } = snapped(event, context);
  return { fence: null, at, guides };
}

/** The armed sizes; a use that is armed without sizes brings its own. */
function sizeOf({ view }: ToolContext) {
  const { gate } = view.armed.records;
  const { width, type } = { ...gateSizes[gate?.use ?? planKinds.gate.defaults.use], ...gate };
  return { width, type };
}

function gateAt(id: IdOf<'gate'>, { fence, at }: Spot, context: ToolContext): Result<PlanDiff, Refusal> {
  const fields = newFields(context, 'gate', { ...sizeOf(context), id, fence, at });
  return addGate(context.plan, { ...fields, tag: newTag(context, 'gate', fields) });
}

function onDown(state: PlaceGateState, event: PointerToolEvent, context: ToolContext): Step {
  if (state.placedAt && isSamePlace(state.placedAt, event.at, context)) return { state };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  const refused = hovering(state, event, context);
  const { id, spot } = refused;
  if (!id || !spot) return { state };
  const next: PlaceGateState = { ...idle, placedAt: event.at };
  return add({ kind: 'gate', id, result: gateAt(id, spot, context), next, refused });
}

function preview({ id, spot }: PlaceGateState, context: ToolContext): Preview | null {
  if (!id || !spot) return null;
  return { diff: diffOrNothing(gateAt(id, spot, context)), guides: spot.guides, measure: null };
}
