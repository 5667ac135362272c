import type { Point } from '../../core/geometry/point.ts';
import { definitionOf, derived, type OwnKind } from '../../core/plan/kinds/definition.ts';
import type { AnyId, PlanRecord, RecordOf } from '../../core/plan/kinds/index.ts';
import { anchorPoint } from '../../core/plan/notes/anchor-place.ts';
import { dimensionFigure, gripOf } from '../../core/plan/notes/dimension-figure.ts';
import { type VertexLine, type VertexList, vertexLinesOf } from '../../core/plan/parts/vertices.ts';
import { getRecord, kindOf, type Plan } from '../../core/plan/plan.ts';
import { pictureToPlan } from '../../core/plan/underlay-frame.ts';
import { placeOnWall, wallLength } from '../../core/plan/wall-line.ts';

/**
 * A place to take hold of a record: a corner or end, the middle of a side (dragging it makes a new
 * corner, or bends a wall), or the knob that turns it.
 */
export type Handle = {
  readonly id: HandleId;
  readonly at: Point;
  readonly kind: 'vertex' | 'rotate' | 'middle';
};

export type HandleId =
  | 'a'
  | 'b'
  | 'bend'
  | 'rotate'
  /** Where the line or the words of a note stand. */
  | 'offset'
  | `anchor:${number}`
  | `${VertexList}:${number}`
  /** The middle of the side that begins at the point of this number. */
  | `${VertexList}:${number}+`;

// The knob stands off its symbol by this much, CSS pixels.
const KNOB_PX = 36;

type HandlesOf<R> = (record: R, metresPerPx: number, plan: Plan) => readonly Handle[];

const none = () => [];

const ownHandles: { readonly [K in OwnKind | 'gate']: HandlesOf<RecordOf<K>> } = {
  underlay: (underlay, metresPerPx) => [knob(middleOf(underlay), underlay.rotation, metresPerPx)],
  wall: (wall) => [
    { id: 'a', at: wall.a, kind: 'vertex' },
    { id: 'b', at: wall.b, kind: 'vertex' },
    { id: 'bend', at: placeOnWall(wall, wallLength(wall) / 2).at, kind: 'middle' },
  ],
  opening: none,
  // In its fence it runs along that.
  gate: ({ at, direction, fence }, metresPerPx) => (fence === null ? [knob(at, direction, metresPerPx)] : []),
  dimension: ofDimension,
  callout: ofCallout,
  sheet: none,
};

/** Of the corners of what has some, else the knob of what turns. */
const handles = derived((kind): HandlesOf<PlanRecord> => {
  if (kind in ownHandles) return ownHandles[kind as keyof typeof ownHandles] as HandlesOf<PlanRecord>;
  const { geometry } = definitionOf(kind);
  if (geometry.form !== 'parts') return none;
  return (record, metresPerPx) => {
    const lines = vertexLinesOf(record);
    if (lines.length > 0) return lines.flatMap(ofLine);
    const { at } = record as { readonly at?: Point | null };
    if (!geometry.turns || !at) return [];
    return [knob(at, (record as { readonly direction: number }).direction, metresPerPx)];
  };
});

// A chain of more has its corners in the drawing, not under the hand.
const MOST_ANCHOR_HANDLES = 50;

function ofCallout({ anchor, at }: RecordOf<'callout'>, _: number, plan: Plan): readonly Handle[] {
  const target = anchorPoint(anchor, (id) => getRecord(plan, id));
  const grip: Handle = { id: 'offset', at, kind: 'middle' };
  return target ? [{ id: 'anchor:0', at: target, kind: 'vertex' }, grip] : [grip];
}

function ofDimension(dimension: RecordOf<'dimension'>, _: number, plan: Plan): readonly Handle[] {
  const lookup = (id: AnyId) => getRecord(plan, id);
  const figure = dimensionFigure(dimension, lookup);
  const grip: Handle[] = figure ? [{ id: 'offset', at: gripOf(figure), kind: 'middle' }] : [];
  if (dimension.type === 'area' || dimension.anchors.length > MOST_ANCHOR_HANDLES) return grip;
  const anchors = dimension.anchors.flatMap((anchor, index): Handle[] => {
    const at = anchorPoint(anchor, lookup);
    return at ? [{ id: `anchor:${index}`, at, kind: 'vertex' }] : [];
  });
  return [...anchors, ...grip];
}

function knob(at: Point, direction: number, metresPerPx: number): Handle {
  const off = KNOB_PX * metresPerPx;
  const place = { x: at.x + Math.cos(direction) * off, y: at.y + Math.sin(direction) * off };
  return { id: 'rotate', at: place, kind: 'rotate' };
}

/** The middle of a picture, about which it turns. */
export function middleOf(underlay: RecordOf<'underlay'>): Point {
  return pictureToPlan(underlay, { x: underlay.widthPx / 2, y: underlay.heightPx / 2 });
}

function ofLine({ list, points, closed }: VertexLine): readonly Handle[] {
  return points.flatMap((at, index): Handle[] => {
    const next = points[index + 1] ?? (closed ? points[0] : undefined);
    const vertex: Handle = { id: `${list}:${index}`, at, kind: 'vertex' };
    if (!next) return [vertex];
    const middle = { x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 };
    return [vertex, { id: `${list}:${index}+`, at: middle, kind: 'middle' }];
  });
}

/** Where a record can be taken hold of at a scale of the screen. Locked records have no handles. */
export function handlesOf(record: PlanRecord, plan: Plan, pixelsPerMetre: number): readonly Handle[] {
  if ('layer' in record && (record.locked || plan.tables.layer.get(record.layer)?.locked)) return [];
  return handles[kindOf(record.id)](record, 1 / pixelsPerMetre, plan);
}
