import type { Point } from './point.ts';
import { type Segment, sideOf } from './segment.ts';

/**
 * Whether any two edges of a ring clash, by a line that sweeps over them from left to right: of edges that
 * clash, two are next to each other on it before it has passed them (M. I. Shamos, D. Hoey, "Geometric
 * intersection problems", 1976). Exact. O(n log n), and for each edge one move of as many numbers as there are edges
 * under the line where it begins and ends: O(n²) where nearly all lie above each other, as in a comb.
 *
 * @param edges of a ring, none without length; each begins where the one before it ends
 * @param isClash whether two edges, by their numbers, meet where they may not; must be true of all that
 *   have a point in common, but for neighbours in the ring that share their corner alone
 */
export function sweepFindsClash(
  edges: readonly Segment[],
  isClash: (index: number, other: number) => boolean,
): boolean {
  const spans = edges.map(([start, end]) => (isBefore(start, end) ? [start, end] : [end, start]) as Segment);
  const events = eventsOf(spans);
  // The edges under the line, from the lowest to the highest.
  const active: number[] = [];
  return events.some(({ edge, isEnd }) => {
    if (isEnd) {
      const at = active.indexOf(edge);
      active.splice(at, 1);
      return clashIn(active, at, isClash);
    }
    const at = placeFor(edge, active, spans);
    active.splice(at, 0, edge);
    return clashIn(active, at, isClash) || clashIn(active, at + 1, isClash);
  });
}

/** Whether the edge at a place clashes with the one below it. */
function clashIn(
  active: readonly number[],
  at: number,
  isClash: (index: number, other: number) => boolean,
): boolean {
  const [below, above] = [active[at - 1], active[at]];
  return below !== undefined && above !== undefined && isClash(below, above);
}

type Event = { readonly at: Point; readonly edge: number; readonly isEnd: boolean };

/** From left to right, and straight above each other from the bottom up. */
const isBefore = (one: Point, other: Point): boolean =>
  one.x < other.x || (one.x === other.x && one.y < other.y);

/** Both ends of all edges in the order of the sweep; in one point those that begin come before those that end. */
function eventsOf(spans: readonly Segment[]): readonly Event[] {
  const events = spans.flatMap(([start, end], edge): readonly Event[] => [
    { at: start, edge, isEnd: false },
    { at: end, edge, isEnd: true },
  ]);
  return events.sort((one, other) => {
    if (isBefore(one.at, other.at)) return -1;
    if (isBefore(other.at, one.at)) return 1;
    return Number(one.isEnd) - Number(other.isEnd);
  });
}

/** How many of the edges under the line lie below the beginning of another one, or below it where they begin or end there. */
function placeFor(edge: number, active: readonly number[], spans: readonly Segment[]): number {
  let [from, to] = [0, active.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBelow(spans[active[middle] ?? edge], spans[edge])) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isBelow(span: Segment | undefined, added: Segment | undefined): boolean {
  if (!span || !added) return false;
  const side = sideOf(added[0], span);
  return (side === 0 ? sideOf(added[1], span) : side) > 0;
}
