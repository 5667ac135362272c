import { distanceBetween, type Point } from '../../geometry/point.ts';
import { lineIntersection, type Segment, segmentIntersection } from '../../geometry/segment.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { type PathLine, piecesOf } from '../../plan/path-place.ts';
import { isPlaced, type Plan } from '../../plan/plan.ts';
import { lineOfRecord } from '../../plan/record-line.ts';
import type { LineRecord } from './line-record.ts';

/** The sides of the lines around a record: walls, fences, roads, outlines of its floor. */
export function sidesAround(
  record: LineRecord,
  others: Iterable<PlanRecord | undefined>,
): readonly Segment[] {
  const sides: Segment[] = [];
  for (const other of others) {
    if (!other || other.id === record.id || !isPlaced(other) || other.floor !== record.floor) continue;
    const line = lineOfRecord(other);
    if (line) sides.push(...piecesOf(line));
  }
  return sides;
}

/** The records of some ids, or of all that have a line. */
export function* linesOf(plan: Plan, near: Iterable<AnyId> | null): Generator<PlanRecord | undefined> {
  if (near) {
    for (const id of near) yield plan.tables[id.slice(0, id.indexOf(':')) as 'wall'].get(id as never);
    return;
  }
  for (const kind of ['wall', 'fence', 'road', 'barrier', 'building', 'propertyLine', 'area'] as const) {
    yield* plan.tables[kind].values();
  }
}

/** Metres along a line, in order, at which other lines cross it. */
export function cutsAlong(line: PathLine, sides: readonly Segment[]): readonly number[] {
  const cuts: number[] = [];
  let before = 0;
  for (const piece of piecesOf(line)) {
    for (const side of sides) {
      const at = segmentIntersection(piece, side);
      if (at) cuts.push(before + distanceBetween(piece[0], at));
    }
    before += distanceBetween(...piece);
  }
  return cuts.sort((first, second) => first - second);
}

/*  from o------o end - - - -+ hit     the nearest side ahead of the end  */
/** Where the last side of a line meets the first side ahead when it goes on; null when nothing lies ahead. */
export function hitAhead([from, end]: Segment, sides: readonly Segment[]): Point | null {
  const length = distanceBetween(from, end);
  if (length === 0) return null;
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const side of sides) {
    const at = lineIntersection([from, end], side);
    if (!at || !isBetween(at, side)) continue;
    const ahead = ((at.x - end.x) * (end.x - from.x) + (at.y - end.y) * (end.y - from.y)) / length;
    if (ahead <= NOTHING || ahead >= least) continue;
    least = ahead;
    best = at;
  }
  return best;
}

// An end that lies on a side already is not extended to it.
const NOTHING = 0.002;

function isBetween(at: Point, [start, end]: Segment): boolean {
  return distanceBetween(start, at) + distanceBetween(at, end) <= distanceBetween(start, end) + 0.001;
}
