import { arcFromBulge } from '../../geometry/arc.ts';
import { add, distanceBetween, lerp, midpoint, type Point, polar, subtract } from '../../geometry/point.ts';
import { centroidOf } from '../../geometry/polygon.ts';
import { nearestOnSegment, type Segment } from '../../geometry/segment.ts';
import type { Lookup } from '../integrity.ts';
import type { PlanRecord, RecordOf } from '../kinds/index.ts';
import { isKind } from '../plan.ts';
import { offsetOnWall, placeOnWall, wallLength } from '../wall-line.ts';

/** A point of a dimension or callout. */
export type Anchor = RecordOf<'dimension'>['anchors'][number];
export type AttachedAnchor = Extract<Anchor, { type: 'attached' }>;
export type AnchorPlace = AttachedAnchor['place'];

/** How far from a point of a record a place may be to be that point, metres. */
const TOUCHES = 0.0015;

/** The corners, ends and edges of a record that a note can be attached to, plan metres. */
export type AnchorPoints = {
  readonly vertices: readonly Point[];
  readonly edges: readonly Segment[];
  readonly centre: Point | null;
};

const nothing: AnchorPoints = { vertices: [], edges: [], centre: null };

// Records are values: as many points as are attached to one ask for its corners, which are found once.
const known = new WeakMap<PlanRecord, AnchorPoints>();

/** What of a record notes can be attached to; an edge of a bent wall is given by its chord. */
export function anchorPointsOf(record: PlanRecord, lookup: Lookup): AnchorPoints {
  // It lies where its wall is.
  if (isKind(record, 'opening')) return ofOpening(record, lookup);
  const points = known.get(record) ?? pointsOf(record);
  known.set(record, points);
  return points;
}

function pointsOf(record: PlanRecord): AnchorPoints {
  if (isKind(record, 'wall')) return ofWall(record);
  if (isKind(record, 'gate')) {
    const half = polar(record.direction, record.width / 2);
    const ends = [subtract(record.at, half), add(record.at, half)];
    return { vertices: ends, edges: edgesAlong(ends, false), centre: record.at };
  }
  if ('ring' in record && record.ring) {
    const rings = [record.ring, ...('holes' in record ? record.holes : [])];
    const edges = rings.flatMap((ring) => edgesAlong(ring, true));
    return { vertices: rings.flat(), edges, centre: centroidOf(record.ring) };
  }
  if ('path' in record && record.path) {
    const edges = edgesAlong(record.path, 'closed' in record && record.closed);
    return { vertices: record.path, edges, centre: record.path[0] ?? null };
  }
  // A note's own place may be attached and is none to attach to.
  return 'at' in record && record.at !== null && 'x' in record.at
    ? { vertices: [record.at], edges: [], centre: record.at }
    : nothing;
}

function edgesAlong(points: readonly Point[], isClosed: boolean): readonly Segment[] {
  return points.flatMap((start, index): Segment[] => {
    const end = points[index + 1] ?? (isClosed ? points[0] : undefined);
    return end ? [[start, end]] : [];
  });
}

function ofWall(wall: RecordOf<'wall'>): AnchorPoints {
  const arc = arcFromBulge(wall.a, wall.b, wall.bulge);
  return { vertices: [wall.a, wall.b], edges: [[wall.a, wall.b]], centre: arc?.centre ?? null };
}

function ofOpening(opening: RecordOf<'opening'>, lookup: Lookup): AnchorPoints {
  const wall = lookup(opening.wall);
  if (!wall || !isKind(wall, 'wall')) return nothing;
  const place = (offset: number) => placeOnWall(wall, offset).at;
  const ends = [place(opening.offset - opening.width / 2), place(opening.offset + opening.width / 2)];
  return { vertices: ends, edges: edgesAlong(ends, false), centre: place(opening.offset) };
}

/** Where an anchor is; numbers beyond a record's last corner mean that. Null where it has no such point. */
export function anchorPoint(anchor: Anchor, lookup: Lookup): Point | null {
  if (anchor.type === 'free') return anchor.at;
  const record = lookup(anchor.record);
  return record ? pointOfPlace(record, anchor.place, lookup) : null;
}

function pointOfPlace(record: PlanRecord, place: AnchorPlace, lookup: Lookup): Point | null {
  if (place.type === 'edge' && isKind(record, 'wall')) {
    return placeOnWall(record, wallLength(record) * place.share).at;
  }
  const { vertices, edges, centre } = anchorPointsOf(record, lookup);
  if (place.type === 'centre') return centre;
  if (place.type === 'vertex') return vertices[place.index] ?? vertices.at(-1) ?? null;
  const edge = edges[place.index] ?? edges.at(-1);
  return edge ? lerp(edge[0], edge[1], place.share) : null;
}

/** The place of a record that lies at a point: a corner before an edge; null when none does. */
export function placeAt(record: PlanRecord, point: Point, lookup: Lookup): AnchorPlace | null {
  const { vertices, edges } = anchorPointsOf(record, lookup);
  const index = vertices.findIndex((vertex) => distanceBetween(vertex, point) <= TOUCHES);
  if (index >= 0) return { type: 'vertex', index };
  if (isKind(record, 'wall')) return placeAlongWall(record, point);
  for (const [number, [start, end]] of edges.entries()) {
    const at = nearestOnSegment(point, start, end);
    const length = distanceBetween(start, end);
    if (length === 0 || distanceBetween(at, point) > TOUCHES) continue;
    if (distanceBetween(midpoint(start, end), point) <= TOUCHES) return edgePlace(number, 0.5);
    return edgePlace(number, distanceBetween(start, at) / length);
  }
  return null;
}

// As the schema keeps it.
const SHARES = 1_000_000;

function edgePlace(index: number, share: number): AnchorPlace {
  return { type: 'edge', index, share: Math.round(share * SHARES) / SHARES };
}

function placeAlongWall(wall: RecordOf<'wall'>, point: Point): AnchorPlace | null {
  const length = wallLength(wall);
  const offset = offsetOnWall(wall, point);
  if (distanceBetween(placeOnWall(wall, offset).at, point) > TOUCHES) return null;
  return edgePlace(0, Math.abs(offset - length / 2) <= TOUCHES ? 0.5 : offset / length);
}

// Of several records at one point the most particular one is meant: a jamb before the wall it is in.
const preferred: readonly string[] = ['opening', 'wall', 'gate', 'fence', 'barrier', 'building'];

function rankOf({ id }: PlanRecord): number {
  const rank = preferred.indexOf(id.slice(0, id.indexOf(':')));
  return rank < 0 ? preferred.length : rank;
}

/** An anchor at a point: attached to one of the records when one has a corner or edge there, else free. */
export function anchorAt(point: Point, records: Iterable<PlanRecord>, lookup: Lookup): Anchor {
  let best: { readonly anchor: Anchor; readonly rank: number } | null = null;
  for (const record of records) {
    const place = placeAt(record, point, lookup);
    if (!place) continue;
    const rank = rankOf(record) + (place.type === 'vertex' ? 0 : preferred.length + 1);
    if (best && best.rank <= rank) continue;
    best = { anchor: { type: 'attached', record: record.id as AttachedAnchor['record'], place }, rank };
  }
  return best?.anchor ?? { type: 'free', at: point };
}
