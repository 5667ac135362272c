import { moveWithJoints } from '../../../../core/operations/walls/move-with-joints.ts';
import type { PlanDiff } from '../../../../core/plan/diff.ts';
import type { AnyId, PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { getRecord, isKind } from '../../../../core/plan/plan.ts';
import { err, type Result } from '../../../../core/result.ts';
import type { Gauge } from '../../distances/gauge.ts';
import { gaugesBetween, gaugesOf } from '../../distances/gauges-of.ts';
import { type DistanceGrip, heldMove } from '../../distances/grip.ts';
import type { EditorMessageKey } from '../../message-keys.ts';
import type { Refusal } from '../../refusal.ts';
import type { Preview, ToolAct, ToolContext, ToolStep } from '../../tool.ts';
import { diffOrNothing } from '../answer.ts';
import { onlySelected } from '../corners/chosen-corner.ts';
import { type Moving, movedBy, moveTo } from '../drag-records.ts';

/** Distances of the selected record that are shown while nothing moves. */
export type Showing = {
  /** What they are to; null for what stands around. */
  readonly to: AnyId | null;
  /** Whether they are shown only as long as Alt is held. */
  readonly isHeld: boolean;
  readonly grip: DistanceGrip | null;
};

export type DistanceAct = Extract<ToolAct, { type: `${string}-distance` }>;

const unmoved = { x: 0, y: 0 };
// How far a distance may be from the typed one, metres: a record is kept to the millimetre.
const EXACT = 0.0015;

/** The distances of a record at its place, with the one that is being typed in any case. */
export function gaugesShown(
  record: PlanRecord,
  { to, grip }: Pick<Showing, 'to' | 'grip'>,
  context: ToolContext,
): readonly Gauge[] {
  const surroundings = { ...context, index: context.index, except: new Set([record.id]) };
  const other = to === null ? undefined : getRecord(context.plan, to);
  const gauges = other ? gaugesBetween(record, other, surroundings) : gaugesOf(record, surroundings);
  const isThere = !grip || gauges.some(({ key }) => key === grip.gauge.key);
  return isThere ? gauges : [...gauges, grip.gauge];
}

/** What of distances belongs to the preview of a move: nothing unless a single record moves. */
export function gaugesWhileMoving(state: Moving, diff: PlanDiff, context: ToolContext): Partial<Preview> {
  const [id, ...others] = state.ids;
  const record = id && others.length === 0 ? (diff.get(id)?.after ?? getRecord(context.plan, id)) : null;
  if (!record) return {};
  const gauges = gaugesShown(record, { to: null, grip: state.grip }, context);
  return { gauges, gripped: state.grip?.gauge.key ?? null };
}

/** What is typed of a distance while the record is dragged: it holds at once, and taking it ends the drag. */
export function actWhileMoving<S>(
  state: Moving,
  { act, preview, idle }: { readonly act: DistanceAct; readonly preview: Preview; readonly idle: S },
  context: ToolContext,
): ToolStep<S | Moving> {
  if (act.type === 'grip-distance') {
    const gauge = preview.gauges?.find(({ key }) => key === act.key);
    return { state: { ...state, grip: gauge ? { gauge, movedBy: movedBy(state), length: null } : null } };
  }
  if (!state.grip) return { state };
  const held = { ...state, grip: { ...state.grip, length: act.length } };
  return act.type === 'hold-distance' ? { state: held } : moveTo(held, idle, context);
}

function movedTo(record: PlanRecord, grip: DistanceGrip, context: ToolContext): Result<PlanDiff, Refusal> {
  return moveWithJoints(context.plan, [record.id], heldMove(unmoved, grip));
}

/** The selected record with its distances, as it would be with what is typed of them. */
export function previewShowing(showing: Showing, context: ToolContext): Preview | null {
  const record = onlySelected(context);
  if (!record) return null;
  const { grip } = showing;
  const isTyped = grip !== null && grip.length !== null;
  const diff: PlanDiff = isTyped ? diffOrNothing(movedTo(record, grip, context)) : new Map();
  const gauges = gaugesShown(diff.get(record.id)?.after ?? record, showing, context);
  return { diff, guides: [], measure: null, gauges, gripped: grip?.gauge.key ?? null };
}

/** What is typed of a distance that is shown: the selected record goes there when it is taken. */
export function actWhileShowing(
  showing: Showing,
  act: DistanceAct,
  context: ToolContext,
): { readonly showing: Showing; readonly step: Omit<ToolStep<unknown>, 'state'> } {
  const record = onlySelected(context);
  if (act.type === 'grip-distance') {
    const gauge = previewShowing(showing, context)?.gauges?.find(({ key }) => key === act.key);
    return {
      showing: { ...showing, grip: gauge ? { gauge, movedBy: unmoved, length: null } : null },
      step: {},
    };
  }
  if (!record || !showing.grip) return { showing, step: {} };
  const grip = { ...showing.grip, length: act.length };
  if (act.type === 'hold-distance') return { showing: { ...showing, grip }, step: {} };
  const result = reaching(record, grip, context);
  if (!result.ok) return { showing, step: { refusal: result.error } };
  const label: EditorMessageKey = 'edit.move';
  return { showing: { ...showing, grip: null }, step: { commit: { label, diff: result.value } } };
}

/** An opening or gate that only slides along its host may stop before it is where it was sent. */
function reaching(record: PlanRecord, grip: DistanceGrip, context: ToolContext): Result<PlanDiff, Refusal> {
  const result = movedTo(record, grip, context);
  const after = result.ok ? (result.value.get(record.id)?.after ?? record) : null;
  if (!after || !(isKind(after, 'opening') || isKind(after, 'gate'))) return result;
  const now = gaugesShown(after, { to: null, grip: null }, context).find(({ key }) => key === grip.gauge.key);
  const isExact = now !== undefined && Math.abs(now.length - (grip.length ?? 0)) <= EXACT;
  return isExact || grip.gauge.length === grip.length ? result : err('no-room');
}
