import { type PreparedSight, prepareSight } from '../../core/analysis/sight/prepare-sight.ts';
import type { Rings } from '../../core/analysis/sight/rings.ts';
import type { SightPieces } from '../../core/analysis/sight/sight-pieces.ts';
import {
  type SightView,
  type VisibleRegion,
  visibleRegion,
} from '../../core/analysis/sight/visible-region.ts';
import type { Point } from '../../core/geometry/point.ts';
import { granted } from './plan-builder.ts';

/** A piece as tests write it; a wall without end, up or down, unless said otherwise. */
export type Piece = {
  readonly a: Point;
  readonly b: Point;
  readonly low?: number;
  readonly high?: number;
  readonly through?: number;
};

export const at = (x: number, y: number): Point => ({ x, y });

/** A wall from one place to another one. */
export const wall = (ax: number, ay: number, bx: number, by: number, rest: Partial<Piece> = {}): Piece => ({
  a: at(ax, ay),
  b: at(bx, by),
  ...rest,
});

/** The four sides of a room. */
export const room = (x: number, y: number, width: number, depth: number): readonly Piece[] => [
  wall(x, y, x + width, y),
  wall(x + width, y, x + width, y + depth),
  wall(x + width, y + depth, x, y + depth),
  wall(x, y + depth, x, y),
];

export const lowOf = ({ low }: Piece): number => low ?? Number.NEGATIVE_INFINITY;
export const highOf = ({ high }: Piece): number => high ?? Number.POSITIVE_INFINITY;

export const piecesOf = (pieces: readonly Piece[]): SightPieces => ({
  segments: Float64Array.from(pieces.flatMap(({ a, b }) => [a.x, a.y, b.x, b.y])),
  heights: Float64Array.from(pieces.flatMap((piece) => [lowOf(piece), highOf(piece)])),
  through: Float64Array.from(pieces.map(({ through }) => through ?? 0)),
});

export const prepared = (pieces: readonly Piece[], gap?: number): PreparedSight =>
  granted(prepareSight(piecesOf(pieces), gap));

/** A view in the plane of the eye, all round and without a range, unless said otherwise. */
export const view = (x: number, y: number, rest: Partial<SightView> = {}): SightView => ({
  eye: at(x, y),
  height: 0,
  targetHeight: 0,
  mount: null,
  range: null,
  sector: null,
  ...rest,
});

export const regionOf = (pieces: readonly Piece[], from: SightView, gap?: number): VisibleRegion =>
  granted(visibleRegion(prepared(pieces, gap), from));

/** Rings as lists of places. */
export function ringsIn({ coordinates, ends }: Rings): readonly (readonly Point[])[] {
  let begin = 0;
  return [...ends].map((end) => {
    const ring: Point[] = [];
    for (; begin < end; begin += 2) ring.push(at(coordinates[begin] ?? 0, coordinates[begin + 1] ?? 0));
    return ring;
  });
}

/** Calls back with each edge of rings. */
function eachEdge(
  { coordinates, ends }: Rings,
  look: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  let begin = 0;
  for (const end of ends) {
    let [ax, ay] = [coordinates[end - 2] ?? 0, coordinates[end - 1] ?? 0];
    for (; begin < end; begin += 2) {
      const [bx, by] = [coordinates[begin] ?? 0, coordinates[begin + 1] ?? 0];
      look(ax, ay, bx, by);
      ax = bx;
      ay = by;
    }
  }
}

/** Whether a place is inside of rings, holes taken off. */
export function isInside({ x, y }: Point, rings: Rings): boolean {
  let inside = false;
  eachEdge(rings, (ax, ay, bx, by) => {
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  });
  return inside;
}

/** Whether a place is no farther than so many metres from an edge of rings. */
export function isNearEdge({ x, y }: Point, rings: Rings, within: number): boolean {
  let isNear = false;
  eachEdge(rings, (ax, ay, bx, by) => {
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1);
    if (Math.hypot(ax + along * dx - x, ay + along * dy - y) <= within) isNear = true;
  });
  return isNear;
}

/** All parts of a region, the clear one first. */
export const partsOf = ({ clear, dimmed }: VisibleRegion) => [clear, ...dimmed];

/** Of detail, how many per cent are seen at a place. */
export const percentAt = (point: Point, region: VisibleRegion): number =>
  partsOf(region).find(({ rings }) => isInside(point, rings))?.percent ?? 0;
