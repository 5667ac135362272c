import { type Box, boxOf } from './box.ts';
import type { Point } from './point.ts';
import { centroidOf, edgesOf, isInPolygon, type Polygon } from './polygon.ts';
import type { Segment } from './segment.ts';

/** A square of the search around its centre. */
type Cell = { readonly at: Point; readonly half: number };

/** A place and its distance to the nearest edge, negative outside. */
type Candidate = { readonly at: Point; readonly clearance: number };

/** Squares along the longer side to begin with: a long corridor is not divided without end. */
const MOST_STARTING_CELLS = 64;
/** Squares times edges: bounds the search in a hostile ring to some hundredths of a second. */
const MOST_MEASURES = 1_000_000;

/**
 * A place inside a polygon for its label: as far from every edge as it gets, within `precision` metres
 * unless the polygon has thousands of edges.
 *
 * Null for a polygon that encloses nothing. The centroid wins a tie. Where the search finds no place inside, as
 * in a bent strip of very many edges, the middle of the widest stretch of some level line is one. Search of ever smaller squares for
 * the pole of inaccessibility as in V. Agafonkin, "A new algorithm for finding a visual center of a
 * polygon" (2016).
 */
export function labelPoint(polygon: Polygon, precision = 0.1): Point | null {
  const box = boxOf(polygon.ring);
  const centroid = centroidOf(polygon.ring);
  if (!box || !centroid) return null;
  const clearanceOf = clearanceIn(polygon);
  let best: Candidate = { at: centroid, clearance: clearanceOf(centroid) };
  const edges = polygon.holes.reduce((count, hole) => count + hole.length, polygon.ring.length);
  // No place is farther from the edges: in a rectangle the centroid settles it at once.
  const most = Math.min(box.maxX - box.minX, box.maxY - box.minY) / 2;
  const isBetter = (clearance: number) => clearance > best.clearance + precision / 2;
  let examined = 0;
  for (
    let cells = isBetter(most) ? startingCells(box) : [];
    cells.length > 0 && (examined + cells.length) * edges <= MOST_MEASURES;
  ) {
    const clearances = cells.map((cell) => clearanceOf(cell.at));
    examined += cells.length;
    for (const [index, { at }] of cells.entries()) {
      const clearance = clearances[index] ?? 0;
      if (isBetter(clearance)) best = { at, clearance };
    }
    const wanted = best.clearance + precision;
    // Nothing in a square is farther from the edges than its centre by more than half its diagonal.
    const promising = cells.filter(
      ({ half }, index) => (clearances[index] ?? 0) + half * Math.SQRT2 > wanted,
    );
    cells = isBetter(most) ? promising.flatMap(quartersOf) : [];
  }
  return best.clearance > 0 ? best.at : widestPlace(polygon, clearanceOf);
}

/** So many level lines are looked at where the search found nothing. */
const MOST_LEVELS = 16;

/*      +-----------+
 *      |  +--+     |       each line's widest stretch inside gives its middle,
 *  ----|--|  |--x--|----   and of those the one farthest from the edges is taken
 *      +--+  +-----+                                                                  */
function widestPlace(polygon: Polygon, clearanceOf: (at: Point) => number): Point | null {
  const edges = [polygon.ring, ...polygon.holes].flatMap(edgesOf);
  let best: Candidate | null = null;
  for (const y of levelsOf(edges.map(([start]) => start.y))) {
    const x = middleOfWidest(edges, y);
    if (x === null) continue;
    const clearance = clearanceOf({ x, y });
    if (clearance > (best?.clearance ?? 0)) best = { at: { x, y }, clearance };
  }
  return best?.at ?? null;
}

/** Heights between those of the corners, evenly among them: no corner lies on one. */
function levelsOf(heights: readonly number[]): readonly number[] {
  const sorted = [...new Set(heights)].sort((first, second) => first - second);
  const between = sorted.flatMap((low, index) => {
    const high = sorted[index + 1] ?? low;
    const level = low + (high - low) / 2;
    return level > low && level < high ? [level] : [];
  });
  const step = Math.max(between.length / MOST_LEVELS, 1);
  const count = Math.min(between.length, MOST_LEVELS);
  return Array.from({ length: count }, (_, index) => between[Math.floor((index + 0.5) * step)] ?? 0);
}

/** The middle of the widest stretch of a level line that is inside; null when none of it is. */
function middleOfWidest(edges: readonly Segment[], y: number): number | null {
  const crossings = edges
    .filter(([start, end]) => start.y > y !== end.y > y)
    .map(([start, end]) => start.x + ((y - start.y) / (end.y - start.y)) * (end.x - start.x))
    .sort((first, second) => first - second);
  let [from, to] = [0, 0];
  // From outside every second crossing leads in, the next one out again.
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [start, end] = [crossings[index] ?? 0, crossings[index + 1] ?? 0];
    if (end - start > to - from) [from, to] = [start, end];
  }
  return to > from ? from + (to - from) / 2 : null;
}

/** Metres from a place to the nearest edge of a polygon, negative outside. */
export function clearanceAt(polygon: Polygon, at: Point): number {
  return clearanceIn(polygon)(at);
}

/** Metres to the nearest edge, negative outside. */
function clearanceIn(polygon: Polygon): (at: Point) => number {
  const edges = edgeTable(polygon);
  return (at) => {
    const nearest = Math.sqrt(nearestSquared(edges, at));
    return isInPolygon(at, polygon) ? nearest : -nearest;
  };
}

/** The edges of a polygon, four numbers each: where it begins, and how far it goes. */
function edgeTable({ ring, holes }: Polygon): Float64Array {
  const edges = [ring, ...holes].flatMap(edgesOf);
  const table = new Float64Array(4 * edges.length);
  for (const [index, [start, end]] of edges.entries())
    table.set([start.x, start.y, end.x - start.x, end.y - start.y], 4 * index);
  return table;
}

/** The square of the distance to the nearest edge. */
function nearestSquared(edges: Float64Array, { x, y }: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < edges.length; index += 4) {
    const [dx, dy] = [edges[index + 2] ?? 0, edges[index + 3] ?? 0];
    const [left, up] = [x - (edges[index] ?? 0), y - (edges[index + 1] ?? 0)];
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : Math.min(Math.max((left * dx + up * dy) / squared, 0), 1);
    const [asideX, asideY] = [left - along * dx, up - along * dy];
    nearest = Math.min(nearest, asideX * asideX + asideY * asideY);
  }
  return nearest;
}

function startingCells({ minX, minY, maxX, maxY }: Box): readonly Cell[] {
  const width = maxX - minX;
  const height = maxY - minY;
  const size = Math.max(Math.min(width, height), Math.max(width, height) / MOST_STARTING_CELLS);
  if (size === 0) return [];
  const columns = Math.max(Math.ceil(width / size), 1);
  const rows = Math.max(Math.ceil(height / size), 1);
  return Array.from({ length: columns * rows }, (_, index) => ({
    at: {
      x: minX + ((index % columns) + 0.5) * size,
      y: minY + (Math.floor(index / columns) + 0.5) * size,
    },
    half: size / 2,
  }));
}

function quartersOf({ at: { x, y }, half }: Cell): readonly Cell[] {
  const quarter = half / 2;
  return [
    { at: { x: x - quarter, y: y - quarter }, half: quarter },
    { at: { x: x + quarter, y: y - quarter }, half: quarter },
    { at: { x: x - quarter, y: y + quarter }, half: quarter },
    { at: { x: x + quarter, y: y + quarter }, half: quarter },
  ];
}
