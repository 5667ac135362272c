import { angleOf, distanceBetween, type Point } from '../../../../core/geometry/point.ts';
import { fragmentMovement } from '../../../../core/operations/fragment/fragment-movement.ts';
import { insertFragment } from '../../../../core/operations/fragment/insert-fragment.ts';
import type { PlacedRecord } from '../../../../core/plan/kinds/index.ts';
import { boundsOfFragment } from '../../../../core/plan/parts/fragment.ts';
import { isPlaced, type Plan } from '../../../../core/plan/plan.ts';
import { layerRefusal, refuse } from '../../gestures/answer.ts';
import { aimedAt, isSamePlace, snapped } from '../../gestures/pointer.ts';
import type { EditorMessageKey } from '../../message-keys.ts';
import type { Guide, PointerToolEvent, Preview, Tool, ToolContext, ToolEvent, ToolStep } from '../../tool.ts';
import type { ArmedTemplate } from '../../view.ts';

/** The records as they would be inserted where they are: what is shown beforehand is only moved. */
type Ready = {
  readonly plan: Plan;
  readonly fragment: ArmedTemplate['fragment'];
  readonly records: readonly PlacedRecord[];
};

export type PlaceTemplateState =
  | { readonly phase: 'idle'; readonly placedAt: Point | null }
  | {
      readonly phase: 'hovering';
      readonly at: Point;
      readonly guides: readonly Guide[];
      readonly ready: Ready | null;
    }
  | {
      readonly phase: 'aiming';
      readonly at: Point;
      readonly pressedAt: Point;
      /** Where it is turned towards; null while the pointer is still at the place itself. */
      readonly target: Point | null;
      readonly ready: Ready | null;
    };
type Aiming = Extract<PlaceTemplateState, { phase: 'aiming' }>;
type Step = ToolStep<PlaceTemplateState>;

const idle = { phase: 'idle', placedAt: null } as const;

/**
 * Inserts the armed template with its middle at the pointer: the press sets the place, dragging turns it,
 * the release or a second press ends it. The same template stays armed.
 */
export const placeTemplate: Tool<PlaceTemplateState> = {
  id: 'place-template',
  initial: idle,
  hint: ({ phase }) => (phase === 'aiming' ? 'hint.aiming' : 'hint.place-template'),
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'key') return onKey(state, event, context);
    if (event.type === 'length' || event.type === 'double') return { state };
    if (state.phase === 'aiming') return onAim(state, event, context);
    return event.type === 'up' ? { state } : onPlace(state, event, context);
  },
  preview,
};

function onPlace(
  state: Exclude<PlaceTemplateState, Aiming>,
  event: PointerToolEvent,
  context: ToolContext,
): Step {
  const { template } = context.view.armed;
  if (!template) return event.type === 'down' ? refuse(state, 'no-template') : { state };
  if (state.phase === 'idle' && state.placedAt && isSamePlace(state.placedAt, event.at, context))
    return { state };
  const { at, guides } = snapped(event, context);
  const ready = readyFor(state.phase === 'hovering' ? state.ready : null, template, context);
  if (event.type === 'move') return { state: { phase: 'hovering', at, guides, ready } };
  const refusal = layerRefusal(context);
  if (refusal) return refuse(state, refusal);
  return { state: { phase: 'aiming', at, pressedAt: event.at, target: null, ready } };
}

function onAim(state: Aiming, event: PointerToolEvent, context: ToolContext): Step {
  const isStill = isSamePlace(state.pressedAt, event.at, context);
  const aimed = { ...state, target: isStill ? null : aimedAt(state.at, event, context) };
  return event.type === 'move' ? { state: aimed } : place(aimed, context);
}

function onKey(
  state: PlaceTemplateState,
  { key }: Extract<ToolEvent, { type: 'key' }>,
  context: ToolContext,
): Step {
  if (state.phase !== 'aiming') return key === 'Escape' ? { state: idle, done: true } : { state };
  if (key === 'Enter') return place(state, context);
  return key === 'Escape' || key === 'Backspace' ? { state: idle } : { state };
}

function angleFor({ angle }: ArmedTemplate, state: PlaceTemplateState): number {
  return state.phase === 'aiming' && state.target ? angle + angleOf(state.at, state.target) : angle;
}

function inserted(
  { fragment }: ArmedTemplate,
  to: { readonly at: Point; readonly angle: number } | null,
  { plan, view, newId }: ToolContext,
) {
  return insertFragment(plan, fragment, { to, floor: view.lens.floor, layer: view.drawing.layer, newId });
}

function place(state: Aiming, context: ToolContext): Step {
  const { template } = context.view.armed;
  if (!template) return refuse(idle, 'no-template');
  const result = inserted(template, { at: state.at, angle: angleFor(template, state) }, context);
  if (!result.ok) return refuse(idle, result.error);
  const label: EditorMessageKey = 'edit.template';
  const next = { phase: 'idle', placedAt: state.pressedAt } as const;
  const { diff, ids, leftOut } = result.value;
  const step: Step = { state: next, commit: { label, diff }, select: ids };
  const isWhole = leftOut.openings + leftOut.pictures + leftOut.notes === 0;
  return isWhole ? step : { ...step, refusal: 'template-in-part' };
}

/** Made anew only for another plan or template: a move of the pointer must not go through all records. */
function readyFor(before: Ready | null, template: ArmedTemplate, context: ToolContext): Ready | null {
  const { fragment } = template;
  if (before && before.plan === context.plan && before.fragment === fragment) return before;
  const result = inserted(template, null, context);
  if (!result.ok) return null;
  const records = [...result.value.diff.values()].flatMap(({ after }) =>
    after && isPlaced(after) ? [after] : [],
  );
  return { plan: context.plan, fragment, records };
}

function preview(state: PlaceTemplateState, { view }: ToolContext): Preview | null {
  const { template } = view.armed;
  if (state.phase === 'idle' || !template || !state.ready) return null;
  const box = boundsOfFragment(template.fragment);
  if (!box) return null;
  const moved = fragmentMovement(box, { at: state.at, angle: angleFor(template, state) });
  const diff = new Map(
    state.ready.records.map((record) => [record.id, { before: null, after: moved(record) }] as const),
  );
  if (state.phase === 'hovering') return { diff, guides: state.guides, measure: null };
  if (!state.target) return { diff, guides: [], measure: null };
  const [length, angle] = [distanceBetween(state.at, state.target), angleOf(state.at, state.target)];
  const measure = { at: state.target, length, angle, editable: false };
  return { diff, guides: [{ type: 'line', from: state.at, to: state.target }], measure };
}
