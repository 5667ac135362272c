import { type Box, boxOf } from './box.ts';
import type { Point } from './point.ts';
import { centroidOf, edgesOf, isInPolygon, type Polygon } from './polygon.ts';

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
 * Null for a polygon that encloses nothing. The centroid wins a tie. Search of ever smaller squares for
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
  return best.clearance > 0 ? best.at : null;
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
