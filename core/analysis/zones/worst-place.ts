import { type Box, boxOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { Segment } from '../../geometry/segment.ts';
import type { Rings } from '../sight/rings.ts';
import { distanceToEdges, edgesOfRings, isInRings } from './rings-places.ts';

/** How exactly the farthest place is looked for, metres, and how much is measured for it at most. */
const [PRECISION, MOST_MEASURES] = [0.02, 3_000_000];

/**
 * The place of a surface that is farthest from another surface, or, where that is none, from its own edge; within two
 * centimetres of the greatest distance, less exactly where there are thousands of edges. Null for no surface.
 *
 * By squares that are divided while more can be in them.
 */
export function farthestPlace(surface: Rings, from: Rings): Point | null {
  const edges = edgesOfRings(surface);
  const box = boxOf(edges.map(([start]) => start));
  if (!box) return null;
  const target = from.ends.length > 0 ? edgesOfRings(from) : edges;
  let best: { readonly at: Point; readonly far: number } | null = null;
  let measured = 0;
  const measure = (at: Point): number => {
    measured += edges.length + target.length;
    const far = distanceToEdges(at, target);
    if (far > (best?.far ?? -1) && isInRings(at, surface)) best = { at, far };
    return far;
  };
  // Far corners are exact, whatever squares come to.
  for (const [corner] of edges) if (measured < MOST_MEASURES) measure(corner);
  let squares = startingSquares(box);
  while (squares.length > 0 && measured < MOST_MEASURES) {
    const next: Square[] = [];
    for (const square of squares) {
      const reach = square.half * Math.SQRT2;
      const far = measure(square.at);
      if (far + reach <= farOf(best) + PRECISION || isBeside(square.at, reach, { surface, edges })) continue;
      next.push(...quartersOf(square));
    }
    squares = next;
  }
  return placeOf(best);
}

type Square = { readonly at: Point; readonly half: number };
type Best = { readonly at: Point; readonly far: number } | null;

// Told apart from what a closure may have written: without this the compiler takes it for null still.
const farOf = (best: Best): number => best?.far ?? 0;
const placeOf = (best: Best): Point | null => best?.at ?? null;

/** Whether a circle lies wholly beside a surface. */
function isBeside(
  at: Point,
  radius: number,
  { surface, edges }: { readonly surface: Rings; readonly edges: readonly Segment[] },
): boolean {
  return distanceToEdges(at, edges) > radius && !isInRings(at, surface);
}

function startingSquares({ minX, minY, maxX, maxY }: Box): readonly Square[] {
  const half =
    Math.max(Math.min(maxX - minX, maxY - minY), Math.max(maxX - minX, maxY - minY) / 16, 1e-3) / 2;
  const squares: Square[] = [];
  for (let x = minX; x < maxX; x += 2 * half)
    for (let y = minY; y < maxY; y += 2 * half) squares.push({ at: { x: x + half, y: y + half }, half });
  return squares;
}

function quartersOf({ at: { x, y }, half }: Square): readonly Square[] {
  const quarter = half / 2;
  return [-quarter, quarter].flatMap((right) =>
    [-quarter, quarter].map((up) => ({ at: { x: x + right, y: y + up }, half: quarter })),
  );
}

/** So many places of a surface are looked at along each side of it. */
const LOOKED_AT = 40;

/** The place of a surface at which a value is least, of its corners and of a net of places; null for no surface. */
export function leastPlace(surface: Rings, valueAt: (place: Point) => number): Point | null {
  const corners = edgesOfRings(surface).map(([start]) => start);
  const box = boxOf(corners);
  if (!box) return null;
  const step = Math.max(box.maxX - box.minX, box.maxY - box.minY) / LOOKED_AT;
  let least: { readonly at: Point; readonly value: number } | null = null;
  const look = (at: Point): void => {
    const value = valueAt(at);
    if (!least || value < least.value) least = { at, value };
  };
  for (const corner of corners) look(corner);
  for (let x = box.minX + step / 2; x < box.maxX; x += step)
    for (let y = box.minY + step / 2; y < box.maxY; y += step)
      if (isInRings({ x, y }, surface)) look({ x, y });
  return leastOf(least);
}

const leastOf = (least: { readonly at: Point } | null): Point | null => least?.at ?? null;
