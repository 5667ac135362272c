import { angleOf, distanceBetween, type Point } from '../../../core/geometry/point.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AimedKind } from '../../../core/plan/kinds/definition.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import type { Result } from '../../../core/result.ts';
import type { HintKey } from '../message-keys.ts';
import type { Refusal } from '../refusal.ts';
import type { Guide, PointerToolEvent, Preview, Tool, ToolContext, ToolStep } from '../tool.ts';
import { add, diffOrNothing, layerRefusal, refuse } from './answer.ts';
import type { Face } from './nearest-face.ts';
import { aimedAt, isSamePlace } from './pointer.ts';

/** Where a device would stand, and the direction it has unless it is aimed. */
export type Spot = {
  readonly at: Point;
  readonly direction: number;
  readonly mountedOn: Face['host'] | null;
  readonly guides: readonly Guide[];
};

export type AimedSpec<K extends AimedKind> = {
  readonly id: string;
  readonly kind: K;
  readonly hint: HintKey;
  readonly spotAt: (event: PointerToolEvent, context: ToolContext) => Spot;
  readonly add: (context: ToolContext, id: IdOf<K>, spot: Spot) => Result<PlanDiff, Refusal>;
};

export type AimedState<K extends AimedKind> =
  | {
      readonly phase: 'idle';
      /** Where the last one was placed: the second press of a double click must not place another one. */
      readonly placedAt: Point | null;
    }
  | { readonly phase: 'hovering'; readonly id: IdOf<K>; readonly spot: Spot }
  | {
      readonly phase: 'aiming';
      readonly id: IdOf<K>;
      readonly spot: Spot;
      readonly pressedAt: Point;
      /** Where it is aimed at; null while the pointer is still at the place itself. */
      readonly target: Point | null;
    };

const idle = { phase: 'idle', placedAt: null } as const;

/**
 * A tool that places something with a direction: the press sets the place, dragging the direction,
 * the release or a second press ends it. A plain click takes the direction that suits the place.
 */
export function aimedTool<K extends AimedKind>(spec: AimedSpec<K>): Tool<AimedState<K>> {
  return {
    id: spec.id,
    initial: idle,
    hint: ({ phase }) => (phase === 'aiming' ? 'hint.aiming' : spec.hint),
    step: (state, event, context) => {
      if (event.type === 'cancel') return { state: idle };
      if (event.type === 'key') return onKey(spec, state, { key: event.key, context });
      if (event.type === 'length' || event.type === 'double') return { state };
      if (state.phase === 'aiming') return onAim(spec, state, { event, context });
      return event.type === 'up' ? { state } : onPlace(spec, state, { event, context });
    },
    preview: (state, context) => preview(spec, state, context),
  };
}

type Step<K extends AimedKind> = ToolStep<AimedState<K>>;
type Happening = { readonly event: PointerToolEvent; readonly context: ToolContext };

function onPlace<K extends AimedKind>(
  spec: AimedSpec<K>,
  state: Exclude<AimedState<K>, { phase: 'aiming' }>,
  { event, context }: Happening,
): Step<K> {
  if (state.phase === 'idle' && state.placedAt && isSamePlace(state.placedAt, event.at, context)) {
    return { state };
  }
  const spot = spec.spotAt(event, context);
  const id = state.phase === 'hovering' ? state.id : context.newId(spec.kind);
  if (event.type === 'move') return { state: { phase: 'hovering', id, spot } };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  return { state: { phase: 'aiming', id, spot, pressedAt: event.at, target: null } };
}

function onAim<K extends AimedKind>(
  spec: AimedSpec<K>,
  state: Extract<AimedState<K>, { phase: 'aiming' }>,
  { event, context }: Happening,
): Step<K> {
  const isStill = isSamePlace(state.pressedAt, event.at, context);
  const aimed = { ...state, target: isStill ? null : aimedAt(state.spot.at, event, context) };
  return event.type === 'move' ? { state: aimed } : place(spec, aimed, context);
}

function spotAimed({ spot, target }: { readonly spot: Spot; readonly target: Point | null }): Spot {
  return target ? { ...spot, direction: angleOf(spot.at, target) } : spot;
}

function place<K extends AimedKind>(
  spec: AimedSpec<K>,
  state: Extract<AimedState<K>, { phase: 'aiming' }>,
  context: ToolContext,
): Step<K> {
  const result = spec.add(context, state.id, spotAimed(state));
  const next = { phase: 'idle', placedAt: state.pressedAt } as const;
  return add<AimedState<K>>({ kind: spec.kind, id: state.id, result, next, refused: idle });
}

function onKey<K extends AimedKind>(
  spec: AimedSpec<K>,
  state: AimedState<K>,
  { key, context }: { readonly key: string; readonly context: ToolContext },
): Step<K> {
  if (state.phase !== 'aiming') return key === 'Escape' ? { state: idle, done: true } : { state };
  if (key === 'Enter') return place(spec, state, context);
  return key === 'Escape' || key === 'Backspace' ? { state: idle } : { state };
}

function preview<K extends AimedKind>(
  spec: AimedSpec<K>,
  state: AimedState<K>,
  context: ToolContext,
): Preview | null {
  if (state.phase === 'idle') return null;
  const target = state.phase === 'aiming' ? state.target : null;
  const { spot } = state;
  const diff = diffOrNothing(spec.add(context, state.id, spotAimed({ spot, target })));
  if (!target) return { diff, guides: spot.guides, measure: null };
  const length = distanceBetween(spot.at, target);
  const measure = { at: target, length, angle: angleOf(spot.at, target), editable: false };
  return { diff, guides: [{ type: 'line', from: spot.at, to: target }], measure };
}
