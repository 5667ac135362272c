import type { ProposedCamera } from '../../core/analysis/advice/advise.ts';
import { type AdviceChoice, fieldsOfProposed } from '../../core/analysis/advice/ask-advice.ts';
import { type AddRefusal, addRecord } from '../../core/operations/add-record.ts';
import { tagBookOf, tagOnFloor } from '../../core/operations/next-tag.ts';
import { applyDiff, type Change, type PlanDiff } from '../../core/plan/diff.ts';
import { type AnyId, planKinds } from '../../core/plan/kinds/index.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Editor } from '../editor/editor.ts';
import { newId } from './new-id.ts';

/** Cameras as records of a plan, proposed, each with the next tag; one edit. */
export function suggestedCameras(
  { plan, view }: Pick<Editor, 'plan' | 'view'>,
  choice: AdviceChoice,
  cameras: readonly ProposedCamera[],
): Result<PlanDiff, AddRefusal> {
  let now: Plan = plan;
  const diff = new Map<AnyId, Change>();
  for (const camera of cameras) {
    const fields = fieldsOfProposed(now, choice, camera);
    const added = addRecord(now, 'camera', {
      ...fields,
      id: newId('camera'),
      layer: view.drawing.layer,
      tag: tagOnFloor(planKinds.camera.tags, tagBookOf(now), fields.floor),
    });
    if (!added.ok) return added;
    for (const [id, change] of added.value) diff.set(id, change);
    now = applyDiff(now, added.value);
  }
  return ok(diff);
}
