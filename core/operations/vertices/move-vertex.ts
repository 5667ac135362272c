import type { Point } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId } from '../../plan/kinds/index.ts';
import { fieldsOfVertices, type Vertex, vertexLineOf } from '../../plan/parts/vertices.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { putUpdated, type UpdateRefusal } from '../update-records.ts';

/**
 * Diff that brings a vertex of a path, ring or hole to a point, or the middle of the side that begins at it, which
 * then becomes a corner.
 *
 * Refuses with 'not-found' when the record has no such vertex.
 */
export function moveVertex(
  plan: Plan,
  id: AnyId,
  { vertex, isMiddle, to }: { readonly vertex: Vertex; readonly isMiddle: boolean; readonly to: Point },
): Result<PlanDiff, UpdateRefusal> {
  return tryShapeEdit<UpdateRefusal>(plan, (draft) => {
    const record = getRecord(plan, id);
    const line = record && vertexLineOf(record, vertex.list);
    if (!record || !line || vertex.index >= line.points.length) return 'not-found';
    const { points } = line;
    const moved = isMiddle ? points.toSpliced(vertex.index + 1, 0, to) : points.with(vertex.index, to);
    return putUpdated(draft, id, fieldsOfVertices(record, vertex.list, moved));
  });
}
