import { lineBeside } from '../../geometry/bulged-line.ts';
import { angleOf, type Point, samePoint } from '../../geometry/point.ts';
import { ringArea } from '../../geometry/polygon.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { placeOnWall } from '../../plan/wall-line.ts';
import { Layered } from '../layered.ts';
import type { Facet } from './wall-network.ts';
import { reachedBy, type WallPieces, wallPieces } from './wall-pieces.ts';

type WallId = IdOf<'wall'>;

/** A surface that the drawn lines of walls go around, whatever stands free in it; anticlockwise, plan metres. */
export type Face = {
  /** In their order around it; one that ends in it is gone along there and back. */
  readonly walls: readonly WallId[];
  readonly ring: readonly Point[];
  readonly area: number;
};

/** A piece of a wall in one direction. */
type HalfEdge = {
  readonly wall: WallId;
  readonly from: string;
  readonly to: string;
  /** In which it leaves its node. */
  readonly direction: number;
  readonly line: readonly Point[];
  twin: HalfEdge | null;
};

/** Half-edges in the order in which they are gone along with their face on the left; null for an outside. */
type Loop = { readonly edges: readonly HalfEdge[]; readonly face: Face | null };

/** The faces of a floor with what they are kept up by. */
export type Faces = {
  readonly pieces: Layered<WallId, WallPieces>;
  readonly edges: Layered<WallId, readonly HalfEdge[]>;
  /** Those that leave a node, anticlockwise. */
  readonly nodes: Layered<string, readonly HalfEdge[]>;
  readonly loops: Layered<HalfEdge, Loop>;
};

const NOWHERE: Point = { x: Number.NaN, y: Number.NaN };

/** Smaller ones lie between walls over each other: square metres. */
const SMALLEST = 1e-6;

/** The faces between the standing walls of a floor. O(n log n), and O(touched faces) when it follows. */
export const wallFaces: Facet<Faces> = {
  compute: (network) => {
    const pieces = network.facet(wallPieces);
    const edges = new Map<WallId, readonly HalfEdge[]>();
    for (const [id, each] of pieces.entries()) edges.set(id, edgesOf(each));
    const all = [...edges.values()].flat();
    const nodes = new Layered(nodesOf(all));
    const loops = new Map<HalfEdge, Loop>();
    for (const edge of all) trace(edge, nodes, loops);
    return { pieces, edges: new Layered(edges), nodes, loops: new Layered(loops) };
  },
  follow: (before, network, touched) => {
    const pieces = network.facet(wallPieces);
    if (pieces === before.pieces) return before;
    // Most of what lies near is as it was.
    const changed = [...reachedBy(network, touched)].filter((id) => before.pieces.get(id) !== pieces.get(id));
    return followed(before, pieces, changed);
  },
};

/** The faces themselves, in no particular order. */
export function facesOf({ loops }: Faces): readonly Face[] {
  const faces = new Set<Face>();
  for (const { face } of loops.values()) if (face) faces.add(face);
  return [...faces];
}

function followed(before: Faces, pieces: Faces['pieces'], changed: readonly WallId[]): Faces {
  const { edges, gone, touched } = changedEdges(before, pieces, changed);
  const made = nodesOf([...edges.values()].flatMap((each) => each ?? []));
  const nodes = new Map<string, readonly HalfEdge[] | null>();
  for (const node of touched) {
    const staying = (before.nodes.get(node) ?? []).filter((edge) => !gone.has(edge));
    const all = [...staying, ...(made.get(node) ?? [])];
    nodes.set(node, all.length > 0 ? all.sort(byDirection) : null);
  }
  const next = { pieces, edges: before.edges.with(edges), nodes: before.nodes.with(nodes) };
  const opened = passingAny(before, touched);
  const loops = new Map<HalfEdge, Loop>();
  for (const edge of opened) if (!gone.has(edge)) trace(edge, next.nodes, loops);
  for (const there of nodes.values()) for (const edge of there ?? []) trace(edge, next.nodes, loops);
  const changes = new Map<HalfEdge, Loop | null>(loops);
  for (const edge of opened) if (!loops.has(edge)) changes.set(edge, null);
  return { ...next, loops: before.loops.with(changes) };
}

/** The half-edges of the loops that pass any of some nodes: they may go on otherwise. */
function passingAny({ nodes, loops }: Faces, touched: Iterable<string>): ReadonlySet<HalfEdge> {
  const found = new Set<HalfEdge>();
  for (const node of touched)
    for (const leaving of nodes.get(node) ?? [])
      for (const side of [leaving, leaving.twin])
        for (const edge of (side && loops.get(side)?.edges) ?? []) found.add(edge);
  return found;
}

/** The half-edges of changed walls, those that there were of them, and the nodes at which either begin. */
function changedEdges(before: Faces, pieces: Faces['pieces'], changed: readonly WallId[]) {
  const edges = new Map<WallId, readonly HalfEdge[] | null>();
  const gone = new Set<HalfEdge>();
  const touched = new Set<string>();
  for (const id of changed) {
    const now = pieces.get(id);
    const made = now ? edgesOf(now) : null;
    edges.set(id, made);
    for (const edge of before.edges.get(id) ?? []) gone.add(edge);
    for (const edge of [...(before.edges.get(id) ?? []), ...(made ?? [])]) touched.add(edge.from);
  }
  return { edges, gone, touched };
}

function edgesOf({ wall, cuts }: WallPieces): readonly HalfEdge[] {
  const { a, b, id } = wall;
  const straight = wall.bulge === 0 ? angleOf(a, b) : null;
  const edges: HalfEdge[] = [];
  let start = cuts[0];
  for (const end of cuts.slice(1)) {
    const isWhole = straight !== null && cuts.length === 2;
    const line = isWhole ? [a, b] : lineBeside(wall, { from: start?.along ?? 0, to: end.along, aside: 0 });
    const leaves = straight ?? placeOnWall(wall, start?.along ?? 0).direction;
    const returns = (straight ?? placeOnWall(wall, end.along).direction) + Math.PI;
    const [from, to] = [start?.node ?? end.node, end.node];
    const there: HalfEdge = { wall: id, from, to, direction: leaves, line, twin: null };
    const back: HalfEdge = {
      wall: id,
      from: to,
      to: from,
      direction: returns,
      line: line.toReversed(),
      twin: there,
    };
    there.twin = back;
    edges.push(there, back);
    start = end;
  }
  return edges;
}

/** Directions are told apart by so many in a turn. */
const TURN = 1e9;

function directionStep({ direction }: HalfEdge): number {
  const step = Math.round((direction / (2 * Math.PI)) * TURN) % TURN;
  return step < 0 ? step + TURN : step;
}

function byDirection(first: HalfEdge, second: HalfEdge): number {
  const turn = directionStep(first) - directionStep(second);
  if (turn !== 0) return turn;
  if (first.to !== second.to) return first.to < second.to ? -1 : 1;
  // Walls on each other are gone along side by side: from their other end they are the other way round.
  return first.wall < second.wall === first.from < first.to ? -1 : 1;
}

function nodesOf(edges: readonly HalfEdge[]): ReadonlyMap<string, readonly HalfEdge[]> {
  const nodes = new Map<string, HalfEdge[]>();
  for (const edge of edges) {
    const there = nodes.get(edge.from);
    if (there) there.push(edge);
    else nodes.set(edge.from, [edge]);
  }
  for (const there of nodes.values()) there.sort(byDirection);
  return nodes;
}

/*   \ | next      the face lies on the left: where an edge ends, its loop goes on
 *    \|           by the one that is next clockwise of the way back
 *  ---o----- twin  */
function nextOf(edge: HalfEdge, nodes: Faces['nodes']): HalfEdge | null {
  const there = nodes.get(edge.to) ?? [];
  const back = edge.twin ? there.indexOf(edge.twin) : -1;
  return there.at(back - 1) ?? null;
}

/** Goes along a loop once, and notes it for each of its half-edges. */
function trace(first: HalfEdge, nodes: Faces['nodes'], loops: Map<HalfEdge, Loop>): void {
  if (loops.has(first)) return;
  const edges: HalfEdge[] = [];
  for (
    let edge: HalfEdge | null = first;
    edge && (edge !== first || edges.length === 0);
    edge = nextOf(edge, nodes)
  )
    edges.push(edge);
  const ring = ringOf(edges);
  const area = ringArea(ring);
  const walls = edges.map(({ wall }) => wall).filter((wall, index, all) => wall !== all[index - 1]);
  const loop = { edges, face: area > SMALLEST ? { walls, ring, area } : null };
  for (const edge of edges) loops.set(edge, loop);
}

/** The corners of a loop. What stands on the face of a wall ends beside its line: both places are corners. */
function ringOf(edges: readonly HalfEdge[]): readonly Point[] {
  const ring: Point[] = [];
  const isLast = (point: Point, at: number): boolean => samePoint(ring.at(at) ?? NOWHERE, point);
  for (const { line } of edges) for (const point of line) if (!isLast(point, -1)) ring.push(point);
  const [first] = ring;
  if (first && ring.length > 1 && isLast(first, -1)) ring.pop();
  return ring;
}
