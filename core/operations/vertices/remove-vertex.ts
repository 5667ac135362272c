import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId } from '../../plan/kinds/index.ts';
import { fieldsOfVertices, type Vertex, vertexLineOf } from '../../plan/parts/vertices.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { putUpdated, type UpdateRefusal } from '../update-records.ts';

export type RemoveVertexRefusal = UpdateRefusal | 'last-corners' | 'last-points';

/**
 * Diff that takes one point out of a record; the points beside it become neighbours.
 *
 * Gates of a fence go to the nearest place of its new path, the points of notes to the nearest vertex.
 * Refuses with 'last-corners' when a closed outline would have fewer than three, with 'last-points' when
 * a path would have fewer than its kind needs.
 */
export function removeVertex(plan: Plan, id: AnyId, vertex: Vertex): Result<PlanDiff, RemoveVertexRefusal> {
  return tryShapeEdit<RemoveVertexRefusal>(plan, (draft) => {
    const record = getRecord(plan, id);
    const line = record && vertexLineOf(record, vertex.list);
    if (!(record && line?.points[vertex.index])) return 'not-found';
    if (line.points.length <= line.fewest) return line.closed ? 'last-corners' : 'last-points';
    const points = line.points.toSpliced(vertex.index, 1);
    return putUpdated(draft, id, fieldsOfVertices(record, vertex.list, points));
  });
}
