import {
  add,
  distanceBetween,
  lerp,
  type Point,
  quantisePoint,
  samePoint,
} from '../../../../core/geometry/point.ts';
import { nearestOnSegment } from '../../../../core/geometry/segment.ts';
import { splitRecord } from '../../../../core/operations/lines/split-record.ts';
import { addVertex } from '../../../../core/operations/vertices/add-vertex.ts';
import { removeVertex } from '../../../../core/operations/vertices/remove-vertex.ts';
import type { PlanDiff } from '../../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import {
  type Vertex,
  type VertexLine,
  vertexLineOf,
  vertexLinesOf,
} from '../../../../core/plan/parts/vertices.ts';
import { isKind } from '../../../../core/plan/plan.ts';
import type { Result } from '../../../../core/result.ts';
import type { EditorMessageKey } from '../../message-keys.ts';
import type { Refusal } from '../../refusal.ts';
import type { Commit, Corner, ToolContext } from '../../tool.ts';
import { moveHandle } from '../move-handle.ts';
import { onlySelected, placeOfCorner } from './chosen-corner.ts';

/** What an edit of corners comes to, and the corner that is chosen then. */
export type CornerEdit = {
  readonly corner: Corner | null;
  readonly commit?: Commit;
  readonly refusal?: Refusal;
};

type Wanted = {
  readonly label: EditorMessageKey;
  readonly before: Corner | null;
  /** Where the chosen corner lies afterwards. */
  readonly at: Point;
  readonly mergeKey?: string;
};

function edited(record: PlanRecord, result: Result<PlanDiff, Refusal>, wanted: Wanted): CornerEdit {
  const { label, before, at, mergeKey } = wanted;
  if (!result.ok) return { corner: before, refusal: result.error };
  const after = result.value.get(record.id)?.after ?? record;
  const commit = { label, diff: result.value, ...(mergeKey === undefined ? {} : { mergeKey }) };
  // A ring may have been turned round: the corner is known by its place.
  const vertex = vertexAt(after, at);
  return { corner: vertex && { record: record.id, vertex }, commit };
}

function vertexAt(record: PlanRecord, at: Point): Vertex | null {
  for (const { list, points } of vertexLinesOf(record)) {
    const index = points.findIndex((point) => samePoint(point, at));
    if (index >= 0) return { list, index };
  }
  return null;
}

/** Takes the chosen corner away; the one before it is chosen then. */
export function removeCorner(corner: Corner, record: PlanRecord, { plan }: ToolContext): CornerEdit {
  const points = vertexLineOf(record, corner.vertex.list)?.points ?? [];
  const at = points.at(corner.vertex.index - 1) ?? { x: 0, y: 0 };
  const result = removeVertex(plan, record.id, corner.vertex);
  return edited(record, result, { label: 'edit.removeCorner', before: corner, at });
}

/** Moves the chosen corner; one move after the other is one step to undo. */
export function moveCorner(corner: Corner, by: Point, context: ToolContext): CornerEdit {
  const record = onlySelected(context);
  const place = placeOfCorner(corner, context);
  if (!record || !place) return { corner };
  const { list, index } = corner.vertex;
  const to = quantisePoint(add(place, by));
  const move = { record: record.id, handle: `${list}:${index}` as const, to, alone: false };
  const mergeKey = `corner ${record.id} ${list} ${index}`;
  const wanted = { label: 'edit.reshape', before: corner, at: to, mergeKey } as const;
  return edited(record, moveHandle(context, move), wanted);
}

/** A corner in the middle of the side after the chosen one; beyond the end of a path in that before it. */
export function addCornerAfter(corner: Corner, record: PlanRecord, context: ToolContext): CornerEdit {
  const line = vertexLineOf(record, corner.vertex.list);
  if (!line) return { corner };
  const { points, closed, list } = line;
  const isLast = corner.vertex.index === points.length - 1 && !closed;
  const index = isLast ? Math.max(corner.vertex.index - 1, 0) : corner.vertex.index;
  const [start, end] = [points[index], points[(index + 1) % points.length]];
  if (!start || !end) return { corner };
  return addAt(record, { list, index, at: quantisePoint(lerp(start, end, 0.5)) }, { corner, context });
}

type Side = Vertex & { readonly at: Point };

function addAt(
  record: PlanRecord,
  { list, index, at }: Side,
  { corner, context }: { readonly corner: Corner | null; readonly context: ToolContext },
): CornerEdit {
  const result = addVertex(context.plan, record.id, { after: { list, index }, at });
  return edited(record, result, { label: 'edit.addCorner', before: corner, at });
}

/**
 * A corner at the place of a record's side that is nearest to a point; a wall is cut in two there.
 * Null where no side lies within reach.
 */
export function addCornerNear(
  record: PlanRecord,
  { near, reach }: { readonly near: Point; readonly reach: number },
  context: ToolContext,
): CornerEdit | null {
  if (isKind(record, 'wall')) return { ...cutWall(record, near, context), corner: null };
  const side = nearestSide(vertexLinesOf(record), near);
  if (!side || distanceBetween(side.at, near) > reach) return null;
  return addAt(record, { ...side, at: quantisePoint(side.at) }, { corner: null, context });
}

function cutWall(wall: PlanRecord, at: Point, { plan, newId }: ToolContext): CornerEdit {
  const result = splitRecord(plan, wall.id, { at, newId });
  return edited(wall, result, { label: 'edit.split', before: null, at });
}

function nearestSide(lines: readonly VertexLine[], near: Point): Side | null {
  let best: Side | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { list, points, closed } of lines) {
    for (const [index, start] of points.entries()) {
      const end = points[index + 1] ?? (closed ? points[0] : undefined);
      const at = end ? nearestOnSegment(near, start, end) : start;
      const distance = distanceBetween(at, near);
      if (!end || distance >= least) continue;
      least = distance;
      best = { list, index, at };
    }
  }
  return best;
}
