import { distanceBetween, type Point, quantisePoint, samePoint } from '../../geometry/point.ts';
import { type Segment, segmentIntersection } from '../../geometry/segment.ts';
import { reachOf } from '../../geometry/walls/wall-joint.ts';
import { TOLERANCE } from '../../plan/integrity.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { drawnLine, offsetOnWall, placeOnWall, wallLength } from '../../plan/wall-line.ts';
import { isTJoint } from '../../plan/walls/wall-joints.ts';
import { Layered } from '../layered.ts';
import { type Facet, surroundingsOf, type Touched, type WallNetwork } from './wall-network.ts';

type Wall = RecordOf<'wall'>;
type WallId = IdOf<'wall'>;

/**
 * A place of a wall at which something meets it: an end of its own, the end of another wall that stands on its
 * body (a T joint), or another one that crosses its line. Cuts of the same `node` are the same place.
 */
export type Cut = {
  readonly type: 'end' | 'stands' | 'crosses';
  /** Metres along the drawn line from `a`. */
  readonly along: number;
  readonly node: string;
};

/** A standing wall and where it is cut, from its `a` to its `b`. */
export type WallPieces = { readonly wall: Wall; readonly cuts: readonly Cut[] };

/** Whether a wall is there after all work: one that is to be removed closes nothing and hides nothing. */
export const isStanding = ({ state }: Wall): boolean => state !== 'removed';

/** The pieces of the standing walls of a floor. O(n log n), and O(touched) when it follows. */
export const wallPieces: Facet<Layered<WallId, WallPieces>> = {
  compute: (network) => {
    const pieces = new Map<WallId, WallPieces>();
    for (const wall of network.walls()) if (isStanding(wall)) pieces.set(wall.id, piecesOf(wall, network));
    return new Layered(pieces);
  },
  follow: (before, network, touched) => {
    const changes = new Map<WallId, WallPieces | null>();
    for (const id of reachedBy(network, touched)) {
      const wall = network.wall(id);
      const next = wall && isStanding(wall) ? piecesOf(wall, network) : null;
      const was = before.get(id) ?? null;
      if (!isSame(was, next)) changes.set(id, next);
    }
    return before.with(changes);
  },
};

/** The walls that were touched, and all that lie where these lay or lie. */
export function reachedBy(network: WallNetwork, { walls, boxes }: Touched): ReadonlySet<WallId> {
  const reached = new Set(walls);
  for (const box of boxes) for (const { id } of network.near(box)) reached.add(id);
  return reached;
}

function isSame(was: WallPieces | null, next: WallPieces | null): boolean {
  if (!was || !next || was.wall !== next.wall || was.cuts.length !== next.cuts.length) return was === next;
  return was.cuts.every(({ type, node, along }, index) => {
    const cut = next.cuts[index];
    return cut?.node === node && cut.along === along && cut.type === type;
  });
}

const nodeOf = ({ x, y }: Point): string => `${x} ${y}`;

function piecesOf(wall: Wall, network: WallNetwork): WallPieces {
  const length = wallLength(wall);
  const cuts: Cut[] = [
    { type: 'end', along: 0, node: nodeOf(wall.a) },
    { type: 'end', along: length, node: nodeOf(wall.b) },
  ];
  for (const other of network.near(surroundingsOf(wall))) {
    if (other !== wall && isStanding(other)) addCuts(cuts, wall, other);
  }
  if (cuts.length === 2) return { wall, cuts };
  cuts.sort((first, second) => first.along - second.along || (first.node < second.node ? -1 : 1));
  return { wall, cuts };
}

/** Adds a cut where there is none yet; where one wall crosses and another one stands, it stands. */
function add(cuts: Cut[], cut: Cut): void {
  const at = cuts.findIndex(({ node }) => node === cut.node);
  if (at < 0) cuts.push(cut);
  else if (cut.type === 'stands' && cuts[at]?.type === 'crosses') cuts[at] = cut;
}

/** Adds where another wall cuts one: as its ends stand on it, else as it crosses it. */
function addCuts(cuts: Cut[], wall: Wall, other: Wall): void {
  const standing: Point[] = [];
  if (standsOn(other.a, wall)) standing.push(other.a);
  if (standsOn(other.b, wall)) standing.push(other.b);
  for (const end of standing)
    add(cuts, { type: 'stands', along: offsetOnWall(wall, end), node: nodeOf(end) });
  const isStraight = wall.bulge === 0 && other.bulge === 0;
  // Two straight lines that share an end cross nowhere else.
  if (isStraight && (isEndOf(wall.a, other) || isEndOf(wall.b, other))) return;
  for (const cut of crossingCuts(wall, other, standing)) add(cuts, cut);
}

const nowhere: readonly never[] = [];

function crossingCuts(wall: Wall, other: Wall, standing: readonly Point[]): readonly Cut[] {
  const [first, second] = wall.id < other.id ? [wall, other] : [other, wall];
  const found = crossings(first, second);
  if (found.length === 0) return nowhere;
  const own = [wall.a, wall.b].filter((end) => standsOn(end, other) || isEndOf(end, other));
  // What stands on a wall may end a little beyond its line: it does not cross it besides.
  const reach = wall.thickness + other.thickness;
  const isStanding = (at: Point) => [...standing, ...own].some((end) => distanceBetween(end, at) <= reach);
  const crossing = found.filter((at) => !isStanding(at));
  // Several walls that cross in one point, or where another one ends, have one node there.
  return crossing.map((at) => {
    return { type: 'crosses', along: offsetOnWall(wall, at), node: nodeOf(quantisePoint(at)) };
  });
}

const isEndOf = (point: Point, { a, b }: Wall): boolean => samePoint(point, a) || samePoint(point, b);

/** Whether an end lies on the body of a wall, between its ends. */
function standsOn(end: Point, wall: Wall): boolean {
  if (wall.bulge === 0) return isBeside(end, wall) && isTJoint(end, wall);
  if (isEndOf(end, wall)) return false;
  const along = offsetOnWall(wall, end);
  if (along <= 0 || along >= wallLength(wall)) return false;
  const { left, right } = reachOf(wall);
  return distanceBetween(placeOnWall(wall, along).at, end) <= Math.max(left, right) + TOLERANCE;
}

/** Whether a point is in the box around a straight wall: seen sooner than how far it is away. */
function isBeside({ x, y }: Point, { a, b, thickness }: Wall): boolean {
  const reach = thickness + TOLERANCE;
  const isAlong = x >= Math.min(a.x, b.x) - reach && x <= Math.max(a.x, b.x) + reach;
  return isAlong && y >= Math.min(a.y, b.y) - reach && y <= Math.max(a.y, b.y) + reach;
}

function crossings(first: Wall, second: Wall): readonly Point[] {
  if (first.bulge === 0 && second.bulge === 0) {
    const at = segmentIntersection([first.a, first.b], [second.a, second.b]);
    return at ? [at] : nowhere;
  }
  const others = sidesOf(second);
  return sidesOf(first).flatMap((side) => others.flatMap((other) => segmentIntersection(side, other) ?? []));
}

function sidesOf(wall: Wall): readonly Segment[] {
  if (wall.bulge === 0) return [[wall.a, wall.b]];
  const line = drawnLine(wall);
  return line.slice(1).map((point, index) => [line[index] ?? point, point] as const);
}
