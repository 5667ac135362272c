import { addRecord } from '../../../../core/operations/add-record.ts';
import { lineSensorTypes } from '../../../../core/plan/kinds/sensor.ts';
import { addAimed } from '../../gestures/add-aimed.ts';
import { type AimedState, aimedTool } from '../../gestures/aimed-tool.ts';
import { spotOnFace } from '../../gestures/device-spot.ts';
import { newFields, newTag } from '../../gestures/new-record.ts';
import { type PointsState, pointsTool } from '../../gestures/points-tool.ts';
import type { Tool, ToolContext } from '../../tool.ts';

const atPlace = aimedTool({
  id: 'place-sensor',
  kind: 'sensor',
  hint: 'hint.place-sensor',
  spotAt: spotOnFace,
  add: (context, id, { at, direction }) => addAimed(context, 'sensor', { id, at, direction }),
});

const alongLine = pointsTool({
  id: 'place-sensor',
  kind: 'sensor',
  shape: 'path',
  hint: 'hint.place-sensor.line',
  closes: false,
  fewest: 2,
  add: (context, { id, points }) => {
    const fields = newFields(context, 'sensor', { id, at: null, path: points });
    return addRecord(context.plan, 'sensor', { ...fields, tag: newTag(context, 'sensor', fields) });
  },
});

export type PlaceSensorState =
  | { readonly form: 'place'; readonly inner: AimedState<'sensor'> }
  | { readonly form: 'line'; readonly inner: PointsState<'sensor'> };

const initial: PlaceSensorState = { form: 'place', inner: atPlace.initial };

/** A gesture that is under way keeps its form; between gestures the armed type decides. */
function formed(state: PlaceSensorState, { view }: ToolContext): PlaceSensorState {
  const isBusy = state.inner.phase !== 'idle' && state.inner.phase !== 'hovering';
  const type = view.armed.records.sensor?.type ?? 'motion';
  const form = (lineSensorTypes as readonly string[]).includes(type) ? 'line' : 'place';
  if (isBusy || form === state.form) return state;
  return form === 'line' ? { form, inner: alongLine.initial } : { form, inner: atPlace.initial };
}

/** Places sensors: at a place and aimed, or along a line where the armed type watches one. */
export const placeSensor: Tool<PlaceSensorState> = {
  id: 'place-sensor',
  initial,
  hint: ({ form, inner }) => (form === 'line' ? alongLine.hint(inner) : atPlace.hint(inner)),
  step: (before, event, context) => {
    if (event.type === 'cancel') return { state: initial };
    const state = formed(before, context);
    if (state.form === 'line') {
      const step = alongLine.step(state.inner, event, context);
      // A step that changes nothing gives the same state back, as that of any tool does.
      return { ...step, state: step.state === state.inner ? state : { form: 'line', inner: step.state } };
    }
    const step = atPlace.step(state.inner, event, context);
    return { ...step, state: step.state === state.inner ? state : { form: 'place', inner: step.state } };
  },
  preview: (state, context) =>
    state.form === 'line' ? alongLine.preview(state.inner, context) : atPlace.preview(state.inner, context),
};
