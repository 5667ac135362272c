import { type Point, quantisePoint, samePoint } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId } from '../../plan/kinds/index.ts';
import { fieldsOfVertices, type Vertex, vertexLineOf } from '../../plan/parts/vertices.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { putUpdated, type UpdateRefusal } from '../update-records.ts';

export type AddVertexRefusal = UpdateRefusal | 'corner-here';

/**
 * Diff that puts a new point between a vertex and the next one of its list; beyond the last of an open
 * path it becomes the new end.
 *
 * Gates of a fence and the points of notes stay where they are. Refuses with 'corner-here' on one of the
 * two points beside it, with 'not-found' when the record has no such side.
 */
export function addVertex(
  plan: Plan,
  id: AnyId,
  { after, at }: { readonly after: Vertex; readonly at: Point },
): Result<PlanDiff, AddVertexRefusal> {
  return tryShapeEdit<AddVertexRefusal>(plan, (draft) => {
    const record = getRecord(plan, id);
    const line = record && vertexLineOf(record, after.list);
    const start = line?.points[after.index];
    if (!record || !line || !start) return 'not-found';
    const point = quantisePoint(at);
    const end = line.points[after.index + 1] ?? (line.closed ? line.points[0] : undefined);
    if (samePoint(start, point) || (end && samePoint(end, point))) return 'corner-here';
    const points = line.points.toSpliced(after.index + 1, 0, point);
    return putUpdated(draft, id, fieldsOfVertices(record, after.list, points));
  });
}
