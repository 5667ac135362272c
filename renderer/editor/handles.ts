import type { Point } from '../../core/geometry/point.ts';
import { anchorPoint } from '../../core/plan/notes/anchor-place.ts';
import { dimensionFigure, gripOf } from '../../core/plan/notes/dimension-figure.ts';
import type { VertexList } from '../../core/plan/parts/vertices.ts';
import { getRecord, kindOf, type Plan } from '../../core/plan/plan.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from '../../core/plan/records/index.ts';
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

type HandlesOf<K extends Kind> = (record: RecordOf<K>, metresPerPx: number, plan: Plan) => readonly Handle[];

const none = () => [];

const handles: { readonly [K in Kind]: HandlesOf<K> } = {
  settings: none,
  floor: none,
  layer: none,
  phase: none,
  group: none,
  underlay: (underlay, metresPerPx) => [knob(middleOf(underlay), underlay.rotation, metresPerPx)],
  propertyLine: ({ ring }) => ofList('ring', ring),
  building: ofRings,
  wall: (wall) => [
    { id: 'a', at: wall.a, kind: 'vertex' },
    { id: 'b', at: wall.b, kind: 'vertex' },
    { id: 'bend', at: placeOnWall(wall, wallLength(wall) / 2).at, kind: 'middle' },
  ],
  opening: none,
  fence: ({ path, closed }) => ofList('path', path, closed ? 'closed' : 'open'),
  gate: (gate, metresPerPx) => (gate.fence === null ? turning(gate, metresPerPx) : []),
  road: ofPath,
  parking: ({ ring }) => ofList('ring', ring),
  area: ofRings,
  route: ofPath,
  obstacle: ({ path, ring }) => [
    ...(path ? ofList('path', path, 'open') : []),
    ...(ring ? ofList('ring', ring) : []),
  ],
  barrier: ofPath,
  bollards: ofPath,
  camera: turning,
  post: turning,
  patrol: ({ path, closed }) => ofList('path', path, closed ? 'closed' : 'open'),
  light: turning,
  sensor: ({ at, direction, path }, metresPerPx) =>
    path ? ofPath({ path }) : at ? turning({ at, direction }, metresPerPx) : [],
  reader: turning,
  screening: turning,
  sign: turning,
  equipment: turning,
  asset: ({ ring }) => (ring ? ofList('ring', ring) : []),
  approach: ofPath,
  coverageZone: ({ ring }) => ofList('ring', ring),
  text: turning,
  dimension: ofDimension,
  callout: ofCallout,
  sheet: none,
};

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

function turning(
  { at, direction }: { readonly at: Point; readonly direction: number },
  metresPerPx: number,
): readonly Handle[] {
  return [knob(at, direction, metresPerPx)];
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

function ofPath({ path }: { readonly path: readonly Point[] }): readonly Handle[] {
  return ofList('path', path, 'open');
}

type WithHoles = { readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[] };

function ofRings({ ring, holes }: WithHoles): readonly Handle[] {
  return [...ofList('ring', ring), ...holes.flatMap((hole, number) => ofList(`hole-${number}`, hole))];
}

function ofList(list: VertexList, points: readonly Point[], end: 'closed' | 'open' = 'closed'): Handle[] {
  return points.flatMap((at, index): Handle[] => {
    const next = points[index + 1] ?? (end === 'closed' ? points[0] : undefined);
    const vertex: Handle = { id: `${list}:${index}`, at, kind: 'vertex' };
    if (!next) return [vertex];
    const middle = { x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 };
    return [vertex, { id: `${list}:${index}+`, at: middle, kind: 'middle' }];
  });
}

/** Where a record can be taken hold of at a scale of the screen. Locked records have no handles. */
export function handlesOf(record: PlanRecord, plan: Plan, pixelsPerMetre: number): readonly Handle[] {
  if ('layer' in record && (record.locked || plan.tables.layer.get(record.layer)?.locked)) return [];
  const of = handles[kindOf(record.id)] as (
    record: PlanRecord,
    metresPerPx: number,
    plan: Plan,
  ) => readonly Handle[];
  return of(record, 1 / pixelsPerMetre, plan);
}
