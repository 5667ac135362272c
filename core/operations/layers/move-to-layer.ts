import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, IdOf } from '../../plan/kinds/index.ts';
import { getRecord, isPlaced, type Plan, recordsOf } from '../../plan/plan.ts';
import { err, type Result } from '../../result.ts';
import { tryEdit } from '../try-edit.ts';
import { putAllUpdated, type UpdateRefusal } from '../update-records.ts';

/**
 * Diff that puts records on a layer, openings with their walls.
 *
 * Refuses with 'layer-locked' when nothing may be put there, and as an update does for the records.
 */
export function moveToLayer(
  plan: Plan,
  ids: Iterable<AnyId>,
  layer: IdOf<'layer'>,
): Result<PlanDiff, UpdateRefusal | 'layer-locked'> {
  const target = plan.tables.layer.get(layer);
  if (!target) return err('not-found');
  if (target.locked) return err('layer-locked');
  const moved = new Set(ids);
  for (const { id, wall } of recordsOf(plan, 'opening')) if (moved.has(wall)) moved.add(id);
  return tryEdit(plan, (draft) => {
    const isElsewhere = (id: AnyId) => {
      const record = getRecord(plan, id);
      return record !== undefined && isPlaced(record) && record.layer !== layer;
    };
    return putAllUpdated(
      draft,
      [...moved].filter(isElsewhere).map((id) => ({ id, fields: { layer } })),
    );
  });
}
