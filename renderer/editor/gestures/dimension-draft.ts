import { boxOf } from '../../../core/geometry/box.ts';
import { distanceBetween, type Point } from '../../../core/geometry/point.ts';
import { type IdOf, planKinds, type RecordOf } from '../../../core/plan/kinds/index.ts';
import { type Anchor, anchorPoint, anchorPointsOf } from '../../../core/plan/notes/anchor-place.ts';
import { placedThrough } from '../../../core/plan/notes/dimension-figure.ts';
import { getRecord, isKind } from '../../../core/plan/plan.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Refusal } from '../refusal.ts';
import type { Snap, ToolContext } from '../tool.ts';
import { lookupIn, surfaceAnchor } from './anchor-near.ts';

type Dimension = RecordOf<'dimension'>;

/** A dimension whose points are being picked. */
export type Draft = {
  readonly id: IdOf<'dimension'>;
  readonly type: Dimension['type'];
  readonly anchors: readonly Anchor[];
  /** Where was clicked. */
  readonly points: readonly Point[];
  /** How many anchors make it whole; null for as many as the person likes. */
  readonly wanted: number | null;
  /** A typed distance, instead of that of the pointer. */
  readonly fixedOffset?: number;
};

/** One click: what it snapped to, and the anchor that is there. */
export type Picked = {
  readonly snap: Snap;
  readonly anchor: Anchor;
  /** Where the pointer itself is. */
  readonly pointer: Point;
  /** Whether nothing is to be attached. */
  readonly isFree: boolean;
};

/** The type of dimension that is armed. */
export function typeIn({ view }: ToolContext): Dimension['type'] {
  return view.armed.records.dimension?.type ?? planKinds.dimension.defaults.type;
}

/** The draft with one more pick, or why the pick says nothing for this type. */
export function pickFor(draft: Draft, pick: Picked, context: ToolContext): Result<Draft, Refusal> {
  switch (draft.type) {
    case 'angle':
      return pickAngle(draft, pick, context);
    case 'radius':
      return pickArc(draft, pick, context);
    case 'area':
      return pickSurface(draft, pick, context);
    default:
      return ok({ ...withAnchors(draft, [pick.anchor], pick.snap.at), wanted: wantedOf(draft.type) });
  }
}

function wantedOf(type: Dimension['type']): number | null {
  if (type === 'chain') return null;
  return type === 'coordinate' ? 1 : 2;
}

function withAnchors(draft: Draft, anchors: readonly Anchor[], at: Point): Draft {
  return { ...draft, anchors: [...draft.anchors, ...anchors], points: [...draft.points, at] };
}

/** Two edges when the first click is on an edge, else the apex and a point of each leg. */
function pickAngle(draft: Draft, { snap, anchor }: Picked, context: ToolContext): Result<Draft, Refusal> {
  const isByEdges = draft.anchors.length > 0 ? draft.wanted === 4 : isOnEdge(anchor);
  if (!isByEdges) return ok({ ...withAnchors(draft, [anchor], snap.at), wanted: 3 });
  const edge = edgeOf(anchor, snap.at, context);
  if (!edge) return err('no-edge-here');
  return ok({ ...withAnchors(draft, edge, snap.at), wanted: 4 });
}

function isOnEdge(anchor: Anchor): boolean {
  return anchor.type === 'attached' && anchor.place.type === 'edge';
}

/** Both ends of the edge that an anchor is on, the one nearer to the click last. */
function edgeOf(anchor: Anchor, at: Point, context: ToolContext): readonly [Anchor, Anchor] | null {
  if (anchor.type === 'free' || anchor.place.type !== 'edge') return null;
  const record = getRecord(context.plan, anchor.record);
  if (!record || (isKind(record, 'wall') && record.bulge !== 0)) return null;
  const lookup = lookupIn(context);
  const { index } = anchor.place;
  const { vertices, edges } = anchorPointsOf(record, lookup);
  const edge = edges[index];
  if (!edge) return null;
  const ends = edge.map((end) => vertices.findIndex(({ x, y }) => x === end.x && y === end.y));
  const anchors = ends.map((end): Anchor => ({ ...anchor, place: { type: 'vertex', index: end } }));
  const [first, second] = anchors;
  if (!first || !second || ends.includes(-1)) return null;
  const isFirstNearer = distanceBetween(edge[0], at) < distanceBetween(edge[1], at);
  return isFirstNearer ? [second, first] : [first, second];
}

/** Centre and rim of a bent wall. */
function pickArc(draft: Draft, { snap, anchor }: Picked, { plan }: ToolContext): Result<Draft, Refusal> {
  const record = anchor.type === 'attached' ? getRecord(plan, anchor.record) : undefined;
  if (anchor.type === 'free' || !record || !isKind(record, 'wall') || record.bulge === 0)
    return err('no-arc-here');
  const centre: Anchor = { ...anchor, place: { type: 'centre' } };
  return ok({ ...draft, anchors: [centre, anchor], points: [snap.at], wanted: 2 });
}

function pickSurface(draft: Draft, { pointer }: Picked, context: ToolContext): Result<Draft, Refusal> {
  const surface = surfaceAnchor(context, pointer);
  if (!surface) return err('no-surface-here');
  return ok({ ...draft, anchors: [surface], points: [pointer], wanted: 1 });
}

type Placed = Pick<Dimension, 'type' | 'anchors' | 'direction' | 'offset'>;

/** The fields of a draft whose line, arc or words stand at a point. */
export function dimensionThrough(draft: Draft, to: Point, context: ToolContext): Placed {
  const { type, anchors, fixedOffset } = draft;
  const lookup = lookupIn(context);
  const points = anchors.flatMap((anchor) => anchorPoint(anchor, lookup) ?? []);
  const direction = type === 'linear' ? axisFor(points, to) : null;
  const unplaced = { type, anchors, direction, offset: 1 };
  const placed = { ...unplaced, ...placedThrough(unplaced, to, lookup) };
  return fixedOffset === undefined ? placed : { ...placed, offset: fixedOffset };
}

/*  Beside the points upright, above or below them level: where the pointer is farther out.  */
function axisFor(points: readonly Point[], { x, y }: Point): number {
  const box = boxOf(points);
  if (!box) return 0;
  const across = Math.max(box.minX - x, x - box.maxX, 0);
  const up = Math.max(box.minY - y, y - box.maxY, 0);
  const isWide = box.maxX - box.minX >= box.maxY - box.minY;
  if (across === up) return isWide ? 0 : Math.PI / 2;
  return up > across ? 0 : Math.PI / 2;
}
