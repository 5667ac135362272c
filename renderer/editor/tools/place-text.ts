import type { Point } from '../../../core/geometry/point.ts';
import { addRecord } from '../../../core/operations/add-record.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import type { Result } from '../../../core/result.ts';
import { add, diffOrNothing, layerRefusal, refuse } from '../gestures/answer.ts';
import { newFields } from '../gestures/new-record.ts';
import { isSamePlace, snapped } from '../gestures/pointer.ts';
import type { Refusal } from '../refusal.ts';
import type { Snap, Tool, ToolContext } from '../tool.ts';

export type PlaceTextState =
  /** Where the last text was placed: the second press of a double click places none. */
  | { readonly phase: 'idle'; readonly placedAt: Point | null }
  | {
      readonly phase: 'hovering';
      readonly id: IdOf<'text'>;
      readonly snap: Snap;
      readonly placedAt: Point | null;
    };

const idle: PlaceTextState = { phase: 'idle', placedAt: null };

/** Places texts; each is selected, so that its words can be typed in the inspector. */
export const placeText: Tool<PlaceTextState> = {
  id: 'place-text',
  initial: idle,
  hint: () => 'hint.place-text',
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return event.key === 'Escape' ? { state: idle, done: true } : { state };
    if (event.type !== 'move' && event.type !== 'down') return { state };
    const { placedAt } = state;
    if (event.type === 'down' && placedAt && isSamePlace(placedAt, event.at, context)) return { state };
    const id = state.phase === 'hovering' ? state.id : context.newId('text');
    const hovering: PlaceTextState = { phase: 'hovering', id, snap: snapped(event, context), placedAt };
    if (event.type === 'move') return { state: hovering };
    const refusal = layerRefusal(context);
    if (refusal) return refuse(state, refusal);
    const result = textAt(id, hovering.snap, context);
    const next: PlaceTextState = { phase: 'idle', placedAt: event.at };
    return add<PlaceTextState>({ kind: 'text', id, result, next, refused: hovering });
  },
  preview: (state, context) => {
    if (state.phase === 'idle') return null;
    const diff = diffOrNothing(textAt(state.id, state.snap, context));
    return { diff, guides: state.snap.guides, measure: null };
  },
};

function textAt(id: IdOf<'text'>, { at }: Snap, context: ToolContext): Result<PlanDiff, Refusal> {
  return addRecord(context.plan, 'text', newFields(context, 'text', { id, at }));
}
