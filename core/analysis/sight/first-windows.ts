import { orient2d } from 'robust-predicates';
import type { Point } from '../../geometry/point.ts';
import { polar } from '../../geometry/point.ts';
import { locate, nextOf, previousOf, sideOfEdge } from './locate.ts';
import type { PreparedSight } from './prepare-sight.ts';

/** An angle of less than half a turn from its middle, radians anticlockwise from +x; 2π and more go all round. */
export type SightSector = { readonly direction: number; readonly width: number };

/**
 * What of a half-edge is seen, from a place left of it: between two rays that go through places by their numbers. After
 * the places of the triangulation come those of `extra`.
 */
export type Window = { readonly edge: number; readonly right: number; readonly left: number };

/** The edges around an eye, anticlockwise; those that it stands on are not around it. */
export type Surroundings = {
  readonly windows: readonly Window[];
  /** Places on the sides of the sector: its right and its left one. */
  readonly extra: readonly Point[];
  readonly isRound: boolean;
};

/** How far along the sides of a sector their places are, metres: far enough for a direction, near enough for exactness. */
const ALONG = 1024;

/** The edges that are seen from a place with nothing but the triangulation's own edges before them. */
export function windowsAround(sight: PreparedSight, eye: Point, sector: SightSector | null): Surroundings {
  const windows = edgesAround(sight, eye).map((edge) => ({
    edge,
    right: sight.corners[edge] ?? 0,
    left: sight.corners[nextOf(edge)] ?? 0,
  }));
  if (!sector || sector.width >= 2 * Math.PI) return { windows, extra: [], isRound: true };
  const sides = [sector.direction - sector.width / 2, sector.direction + sector.width / 2];
  const extra = sides.map((angle) => {
    const { x, y } = polar(angle, ALONG);
    return { x: eye.x + x, y: eye.y + y };
  });
  return { windows: within(windows, { sight, eye, sector, extra }), extra, isRound: false };
}

/*  In a triangle its three edges; on an edge the two others of both triangles beside it; on a corner what lies
 *  opposite of it in all triangles around.  */
function edgesAround(sight: PreparedSight, eye: Point): readonly number[] {
  const triangle = locate(sight, 0, eye.x, eye.y);
  const edges = [3 * triangle, 3 * triangle + 1, 3 * triangle + 2];
  const on = edges.filter((edge) => sideOfEdge(sight, edge, eye.x, eye.y) === 0);
  const [first, second] = on;
  if (first === undefined) return edges;
  if (second === undefined) {
    const twin = sight.twins[first] ?? 0;
    return [nextOf(first), previousOf(first), nextOf(twin), previousOf(twin)];
  }
  // Of the two edges that meet in the corner, the one that begins there.
  const begin = nextOf(first) === second ? second : first;
  const around: number[] = [];
  let edge = begin;
  do {
    around.push(nextOf(edge));
    edge = sight.twins[previousOf(edge)] ?? 0;
  } while (edge !== begin);
  return around;
}

type Cone = {
  readonly sight: PreparedSight;
  readonly eye: Point;
  readonly sector: SightSector;
  readonly extra: readonly Point[];
};

/** The parts of windows within a sector, from its right side on. */
function within(windows: readonly Window[], { sight, eye, sector, extra }: Cone): readonly Window[] {
  const count = sight.x.length;
  const [right, left] = [count, count + 1];
  const placeOf = (number: number): Point =>
    extra[number - count] ?? { x: sight.x[number] ?? 0, y: sight.y[number] ?? 0 };
  const turn = (one: number, other: number): number => {
    const [a, b] = [placeOf(one), placeOf(other)];
    return -orient2d(eye.x, eye.y, a.x, a.y, b.x, b.y);
  };
  const begin = windows.findIndex((each) => turn(each.right, right) >= 0 && turn(right, each.left) > 0);
  const end = windows.findIndex((each) => turn(each.right, left) > 0 && turn(left, each.left) >= 0);
  const [first, last] = [windows[begin], windows[end]];
  if (!first || !last) return [];
  if (begin === end && sector.width < Math.PI)
    return turn(right, left) > 0 ? [{ edge: first.edge, right, left }] : [];
  const all: Window[] = [{ edge: first.edge, right, left: first.left }];
  for (let at = (begin + 1) % windows.length; at !== end; at = (at + 1) % windows.length) {
    const between = windows[at];
    if (between) all.push(between);
  }
  all.push({ edge: last.edge, right: last.right, left });
  return all;
}
