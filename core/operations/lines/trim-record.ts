import { distanceBetween, lerp, type Point, quantisePoint } from '../../geometry/point.ts';
import { nearestOnPath, pathLength } from '../../geometry/polyline.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, NewId } from '../../plan/kinds/index.ts';
import { getRecord, isKind, type Plan } from '../../plan/plan.ts';
import { lineOfRecord, unrolled } from '../../plan/record-line.ts';
import type { Result } from '../../result.ts';
import { MIN_WALL_LENGTH } from '../add-wall.ts';
import { isLocked } from '../is-locked.ts';
import { tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { cutsAlong, hitAhead, linesOf, sidesAround } from './cuts.ts';
import { isLineRecord, type LinePiece, type LineRecord } from './line-record.ts';
import { type ReplaceRefusal, replaceLine } from './replace-line.ts';

type LineRefusal = ReplaceRefusal | 'not-found' | 'locked' | 'not-a-line' | 'bent-wall';
export type TrimRefusal = LineRefusal | 'nothing-to-trim';
export type ExtendRefusal = LineRefusal | 'nothing-ahead';

export type Trimming = {
  /** The place on the line that is pointed at. */
  readonly at: Point;
  /** The records that may cut it; all lines of the floor when null. */
  readonly near: Iterable<AnyId> | null;
};

/** The record as a straight line that can be cut, or why it is none. */
function cuttable(plan: Plan, id: AnyId): LineRecord | LineRefusal {
  const record = getRecord(plan, id);
  if (!record) return 'not-found';
  if (!isLineRecord(record)) return 'not-a-line';
  if (isLocked(record, (other) => getRecord(plan, other))) return 'locked';
  return isKind(record, 'wall') && record.bulge !== 0 ? 'bent-wall' : record;
}

/**
 * Diff that takes away the part of a wall, fence, road or barrier that lies between the lines that cross
 * it on both sides of a point, or as far as its end. What stands wholly in that part goes with it.
 *
 * Refuses with 'nothing-to-trim' when nothing crosses it, with 'opening-here' when a cut goes through an
 * opening.
 */
export function trimRecord(
  plan: Plan,
  id: AnyId,
  { at, near, newId }: Trimming & { readonly newId: NewId },
): Result<PlanDiff, TrimRefusal> {
  return tryShapeEdit<TrimRefusal>(plan, (draft) => {
    const record = cuttable(plan, id);
    if (typeof record === 'string') return record;
    const pieces = withoutPart(record, at, cutsOf(plan, record, near));
    if (!pieces) return 'nothing-to-trim';
    return replaceLine(draft, record, { pieces, replacing: { newId, tags: tagSource(plan), drops: true } });
  });
}

function cutsOf(plan: Plan, record: LineRecord, near: Trimming['near']): readonly number[] {
  const line = lineOfRecord(record);
  return line
    ? cutsAlong(line.closed ? rolled(line.path) : line, sidesAround(record, linesOf(plan, near)))
    : [];
}

/** A closed path from its first point round to it again, so that metres count from the first point. */
function rolled(path: readonly Point[]) {
  const [first] = path;
  return { path: first ? [...path, first] : path, closed: false };
}

function withoutPart(record: LineRecord, at: Point, cuts: readonly number[]): readonly LinePiece[] | null {
  const line = lineOfRecord(record);
  const path = line ? unrolled(line) : [];
  const whole = pathLength(path);
  const pointed = nearestOnPath(at, path)?.along ?? 0;
  const isInside = (along: number) => along > MIN_WALL_LENGTH && along < whole - MIN_WALL_LENGTH;
  const inner = cuts.filter(isInside);
  const before = inner.findLast((along) => along <= pointed);
  const after = inner.find((along) => along > pointed);
  if (before === undefined && after === undefined) return null;
  const piece = (from: number, to: number) => ({ points: partOf(path, from, to), bulge: 0, closed: false });
  if (line?.closed) {
    const [from, to] = [after ?? inner[0] ?? 0, before ?? inner.at(-1) ?? whole];
    if (from === to) return null;
    return [from < to ? piece(from, to) : rolledPiece(piece(from, whole), piece(0, to))];
  }
  return [
    ...(before === undefined ? [] : [piece(0, before)]),
    ...(after === undefined ? [] : [piece(after, whole)]),
  ];
}

function rolledPiece(head: LinePiece, tail: LinePiece): LinePiece {
  return { ...head, points: [...head.points, ...tail.points.slice(1)] };
}

/** The part of an open path between two distances along it. */
function partOf(path: readonly Point[], from: number, to: number): readonly Point[] {
  const points: Point[] = [];
  let along = 0;
  for (const [index, end] of path.entries()) {
    const start = path[index - 1] ?? end;
    const length = distanceBetween(start, end);
    if (along <= from && from < along + length) points.push(placeOn(start, end, (from - along) / length));
    else if (along > from && along < to && index > 0) points.push(start);
    if (along < to && to <= along + length) points.push(placeOn(start, end, (to - along) / length));
    along += length;
  }
  return points;
}

function placeOn(start: Point, end: Point, part: number): Point {
  return quantisePoint(lerp(start, end, part));
}

/**
 * Diff that lengthens a wall, fence, road or barrier at the end nearest to a point, straight on to the
 * first line it meets. Refuses with 'nothing-ahead' when there is none.
 */
export function extendRecord(plan: Plan, id: AnyId, { at, near }: Trimming): Result<PlanDiff, ExtendRefusal> {
  return tryShapeEdit<ExtendRefusal>(plan, (draft) => {
    const record = cuttable(plan, id);
    if (typeof record === 'string') return record;
    const line = lineOfRecord(record);
    if (!line || line.closed) return 'not-a-line';
    const isAtEnd = (nearestOnPath(at, line.path)?.along ?? 0) > pathLength(line.path) / 2;
    const path = isAtEnd ? line.path : line.path.toReversed();
    const [from, end] = [path.at(-2), path.at(-1)];
    const hit = from && end ? hitAhead([from, end], sidesAround(record, linesOf(plan, near))) : null;
    if (!hit) return 'nothing-ahead';
    const longer = [...path.slice(0, -1), quantisePoint(hit)];
    const points = isAtEnd ? longer : longer.toReversed();
    const replacing = { newId: neverAsked, tags: tagSource(plan), drops: false };
    return replaceLine(draft, record, { pieces: [{ points, bulge: 0, closed: false }], replacing });
  });
}

const neverAsked: NewId = () => {
  throw new Error('One piece needs no new id.');
};
