import type { Point } from '../../../core/geometry/point.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import type { Corner, PointerToolEvent, Preview, ToolAct, ToolContext, ToolStep } from '../tool.ts';
import { cornerAfter, onlySelected, placeOfCorner } from './corners/chosen-corner.ts';
import {
  addCornerAfter,
  addCornerNear,
  type CornerEdit,
  moveCorner,
  removeCorner,
} from './corners/edit-corners.ts';
import {
  actWhileShowing,
  type DistanceAct,
  previewShowing,
  type Showing,
} from './distances/typed-distance.ts';

/** What a press was on; `before` tells whether the press before it found the record selected already. */
export type Press = { readonly hit: AnyId | null; readonly wasSelected: boolean; readonly before: boolean };
/** Nothing moves: of the only selected record a corner may be chosen, or its distances be shown. */
export type AtRest = {
  readonly phase: 'idle';
  readonly corner: Corner | null;
  readonly showing: Showing | null;
  readonly last: Press | null;
};

export const atRest: AtRest = { phase: 'idle', corner: null, showing: null, last: null };
/** At rest, with the distances to the neighbours. */
export const withDistances: AtRest = { ...atRest, showing: { to: null, isHeld: false, grip: null } };

/** With Alt the distances to what is under the pointer are shown as long as it is held. */
export function withHeldDistances(
  state: AtRest,
  { alt, hit }: PointerToolEvent,
  context: ToolContext,
): AtRest {
  const { showing } = state;
  // What is being typed stays when the key is let go.
  if (showing?.grip) return state;
  if (!alt) return showing?.isHeld ? { ...state, showing: null } : state;
  const record = onlySelected(context);
  const to = hit === record?.id ? null : hit;
  return record ? { ...state, showing: { to, isHeld: true, grip: null } } : state;
}

/** What is shown of the selected record while nothing moves. */
export function previewAtRest(state: AtRest, context: ToolContext): Preview | null {
  const shown = state.showing && previewShowing(state.showing, context);
  if (!placeOfCorner(state.corner, context)) return shown;
  return { diff: new Map(), guides: [], measure: null, ...shown, corner: state.corner };
}

/** The step that an edit of corners comes to. */
export function withCorner({ corner, commit, refusal }: CornerEdit): ToolStep<AtRest> {
  const state = { ...atRest, corner };
  return { state, ...(commit ? { commit } : {}), ...(refusal === undefined ? {} : { refusal }) };
}

export function isDistanceAct(act: ToolAct): act is DistanceAct {
  return act.type === 'grip-distance' || act.type === 'hold-distance' || act.type === 'take-distance';
}

/** What commands and fields ask while nothing moves. */
export function actAtRest(state: AtRest, act: ToolAct, context: ToolContext): ToolStep<AtRest> {
  const record = onlySelected(context);
  if (!record) return { state };
  if (act.type === 'show-distances') return { state: withDistances };
  if (isDistanceAct(act)) {
    if (!state.showing) return { state };
    const { showing, step } = actWhileShowing(state.showing, act, context);
    return { ...step, state: { ...state, showing } };
  }
  const corner = placeOfCorner(state.corner, context) ? state.corner : null;
  if (act.type === 'go-to-corner')
    return { state: { ...atRest, corner: cornerAfter(corner, act.step, context) } };
  if (act.type === 'add-corner' && !corner) return addNear(state, { record, near: act.near }, context);
  if (!corner) return { state };
  if (act.type === 'add-corner') return withCorner(addCornerAfter(corner, record, context));
  if (act.type === 'remove-corner') return withCorner(removeCorner(corner, record, context));
  return withCorner(moveCorner(corner, act.by, context));
}

type Beside = { readonly record: PlanRecord; readonly near: Point | null };

/** Without a chosen corner the side nearest to the pointer gets one, however far that is. */
function addNear(state: AtRest, { record, near }: Beside, context: ToolContext): ToolStep<AtRest> {
  const reach = Number.POSITIVE_INFINITY;
  const added = near && addCornerNear(record, { near, reach }, context);
  return added ? withCorner(added) : { state };
}
