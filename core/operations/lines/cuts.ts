import { distanceBetween, type Point } from '../../geometry/point.ts';
import { lineIntersection, type Segment, segmentIntersection } from '../../geometry/segment.ts';
import { definitionOf } from '../../plan/kinds/definition.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { type PathLine, piecesOf } from '../../plan/path-place.ts';
import { getRecord, isPlaced, kindOf, kinds, type Plan, tableOf } from '../../plan/plan.ts';
import { lineOfRecord } from '../../plan/record-line.ts';
import type { LineRecord } from './line-record.ts';

/** The sides of what can be cut or cut at on the floor of a record, itself left out. */
export function sidesAround(
  record: LineRecord,
  others: Iterable<PlanRecord | undefined>,
): readonly Segment[] {
  const sides: Segment[] = [];
  for (const other of others) {
    if (!other || other.id === record.id || !isPlaced(other) || other.floor !== record.floor) continue;
    if (definitionOf(kindOf(other.id)).cutting === null) continue;
    const line = lineOfRecord(other);
    if (line) sides.push(...piecesOf(line));
  }
  return sides;
}

/** Lines that are cut are edges for others, too. */
const cuttingKinds = kinds.filter((kind) => definitionOf(kind).cutting !== null);

/** The records of some ids, or of all that have a line. */
export function* linesOf(plan: Plan, near: Iterable<AnyId> | null): Generator<PlanRecord | undefined> {
  if (near) {
    for (const id of near) yield getRecord(plan, id);
    return;
  }
  for (const kind of cuttingKinds) yield* tableOf(plan, kind).values();
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
