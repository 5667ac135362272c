import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import type { AddedKind, EditorMessageKey } from '../message-keys.ts';
import type { Refusal } from '../refusal.ts';
import type { ToolContext, ToolStep } from '../tool.ts';
import { isLayerShown, isOffSheet } from '../window-lens.ts';

/** The tool says no and stays where it is. */
export function refuse<S>(state: S, refusal: Refusal): ToolStep<S> {
  return { state, refusal };
}

/** Why nothing can be drawn on the layer that is worked on; null when it can. */
export function layerRefusal({ plan, view }: Pick<ToolContext, 'plan' | 'view'>): Refusal | null {
  if (isOffSheet({ plan, view }, view.drawing.layer)) return 'layer-off-sheet';
  if (!isLayerShown({ plan, view }, view.drawing.layer)) return 'layer-hidden';
  return getRecord(plan, view.drawing.layer)?.locked ? 'layer-locked' : null;
}

/** How a gesture that adds a record ends. */
export type Added<S> = {
  readonly kind: AddedKind;
  readonly id: AnyId;
  readonly result: Result<PlanDiff, Refusal>;
  /** The state after the record was added. */
  readonly next: S;
  /** The state when it was refused. */
  readonly refused: S;
};

/** Commits and selects the new record, or says why it was refused. */
export function add<S>({ kind, id, result, next, refused }: Added<S>): ToolStep<S> {
  if (!result.ok) return refuse(refused, result.error);
  const label: EditorMessageKey = `edit.add.${kind}`;
  return { state: next, commit: { label, diff: result.value }, select: [id] };
}

const nothing: PlanDiff = new Map();

/** The diff of a result, empty when it was refused: what a preview shows. */
export function diffOrNothing(result: Result<PlanDiff, unknown>): PlanDiff {
  return result.ok ? result.value : nothing;
}
