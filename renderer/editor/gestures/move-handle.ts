import { angleOf, type Point, samePoint } from '../../../core/geometry/point.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { moveVertex } from '../../../core/operations/vertices/move-vertex.ts';
import { bendWall, moveWallEnds, type WallEnd } from '../../../core/operations/walls/reshape-wall.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId, PlanRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { placedThrough } from '../../../core/plan/notes/dimension-figure.ts';
import { type Vertex, type VertexList, vertexLineOf } from '../../../core/plan/parts/vertices.ts';
import { getRecord, isKind } from '../../../core/plan/plan.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { type HandleId, middleOf } from '../handles.ts';
import type { Refusal } from '../refusal.ts';
import { boxAround } from '../snap/snap-attractors.ts';
import type { ToolContext } from '../tool.ts';
import { anchorNear, lookupIn } from './anchor-near.ts';

export type HandleMove = {
  readonly record: AnyId;
  readonly handle: HandleId;
  readonly to: Point;
  /** Whether an end of a wall moves without the walls that meet it there. */
  readonly alone: boolean;
};

type Answer = Result<PlanDiff, Refusal>;

/**
 * Diff that brings a handle of a record to a point.
 *
 * The end of a wall takes the ends of walls that meet it along; a middle becomes a new corner, or
 * bends a wall; the knob turns the record about its place.
 */
export function moveHandle(context: ToolContext, move: HandleMove): Answer {
  const record = getRecord(context.plan, move.record);
  if (!record) return err('not-found');
  if (move.handle === 'rotate') return turn(context, record, move.to);
  if (isKind(record, 'wall')) return moveWallHandle(context, record, move);
  if (isKind(record, 'callout')) {
    const fields = move.handle === 'offset' ? { at: move.to } : { anchor: anchorNear(context, move.to) };
    return updateRecord(context.plan, record.id, fields);
  }
  if (isKind(record, 'dimension')) return moveDimensionHandle(context, record, move);
  const point = vertexOfHandle(move.handle);
  if (!point || !vertexLineOf(record, point.list)) return ok(new Map());
  const { isNew: isMiddle, ...vertex } = point;
  return moveVertex(context.plan, record.id, { vertex, isMiddle, to: move.to });
}

/** The place about which a record turns, and where its knob points; null when it does not turn. */
export function pivotOf(record: PlanRecord): { readonly at: Point; readonly direction: number } | null {
  if (isKind(record, 'underlay')) return { at: middleOf(record), direction: record.rotation };
  if (!('at' in record) || !('direction' in record) || record.at === null) return null;
  return { at: record.at, direction: record.direction };
}

function turn({ plan }: ToolContext, record: PlanRecord, to: Point): Answer {
  const pivot = pivotOf(record);
  if (!pivot || samePoint(pivot.at, to)) return ok(new Map());
  const angle = angleOf(pivot.at, to) - pivot.direction;
  return rotateRecords(plan, [record.id], { about: pivot.at, angle });
}

function moveWallHandle(
  context: ToolContext,
  wall: RecordOf<'wall'>,
  { handle, to, alone }: HandleMove,
): Answer {
  const { plan, pixelsPerMetre } = context;
  if (handle === 'bend')
    return bendWall(plan, wall.id, { through: to, straightBelow: STRAIGHT_PX / pixelsPerMetre });
  if (handle !== 'a' && handle !== 'b') return ok(new Map());
  const joined = alone ? [] : endsAt(context, wall[handle]).filter(([id]) => id !== wall.id);
  return moveWallEnds(plan, [[wall.id, handle], ...joined], to);
}

const anchorForm = /^anchor:(\d+)$/;

function moveDimensionHandle(
  context: ToolContext,
  dimension: RecordOf<'dimension'>,
  { handle, to }: HandleMove,
): Answer {
  if (handle === 'offset') {
    const placed = placedThrough(dimension, to, lookupIn(context));
    return placed ? updateRecord(context.plan, dimension.id, placed) : ok(new Map());
  }
  const [, index] = anchorForm.exec(handle) ?? [];
  if (index === undefined) return ok(new Map());
  const anchors = dimension.anchors.with(Number(index), anchorNear(context, to));
  return updateRecord(context.plan, dimension.id, { anchors });
}

/** The ends of walls that lie exactly on a point of the shown floor. */
export function endsAt({ plan, index, view }: ToolContext, point: Point): readonly WallEnd[] {
  return index.query(boxAround(point, 0.001, 0.001), view.lens.floor).flatMap((id): readonly WallEnd[] => {
    const wall = getRecord(plan, id);
    if (!wall || !isKind(wall, 'wall')) return [];
    if (samePoint(wall.a, point)) return [[wall.id, 'a']];
    return samePoint(wall.b, point) ? [[wall.id, 'b']] : [];
  });
}

// A bend that rises less than this over its chord is meant to be straight, CSS pixels.
const STRAIGHT_PX = 5;

const handleForm = /^(path|ring|hole-\d+):(\d+)(\+?)$/;

type PointHandle = Vertex & {
  /** The middle of the side that begins at the vertex. */
  readonly isNew: boolean;
};

/** The corner that a handle is, or the side that it is the middle of; null for a handle of another sort. */
export function vertexOfHandle(handle: HandleId): PointHandle | null {
  const [, list, index, plus] = handleForm.exec(handle) ?? [];
  if (list === undefined) return null;
  return { list: list as VertexList, index: Number(index), isNew: plus === '+' };
}

/** The point that a handle is dragged from in the sense of length and orthogonal lock; null for none. */
export function neighbourOf(record: PlanRecord, handle: HandleId): Point | null {
  if (isKind(record, 'wall')) {
    if (handle === 'a') return record.b;
    return handle === 'b' ? record.a : null;
  }
  const vertex = vertexOfHandle(handle);
  const line = vertex && vertexLineOf(record, vertex.list);
  if (!vertex || !line) return null;
  const { points, closed } = line;
  if (vertex.isNew) return points[vertex.index] ?? null;
  return points[vertex.index - 1] ?? (closed ? points.at(-1) : points[1]) ?? null;
}
