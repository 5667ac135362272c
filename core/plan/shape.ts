import { type Box, boxOf, grownBox, holdsBox, isInBox, unionOfBoxes } from '../geometry/box.ts';
import { add, type Point, polar, subtract } from '../geometry/point.ts';
import type { Lookup } from './integrity.ts';
import { definitionOf, derived, type OwnKind } from './kinds/definition.ts';
import type { AnyId, IdOf, PlacedRecord, PlanRecord, RecordOf } from './kinds/index.ts';
import type { PlacePart } from './kinds/parts/geometry.ts';
import { anchorPoint } from './notes/anchor-place.ts';
import { dimensionFigure, figureLine } from './notes/dimension-figure.ts';
import { allRecords, getRecord, isKind, isPlaced, kindOf, type Plan } from './plan.ts';
import { underlayCorners } from './underlay-frame.ts';
import { bodyLine, bodyPart } from './wall-line.ts';

/**
 * Where a record is, in plan metres: what it covers, reduced to one form.
 *
 * A `point` of a radius (0 where its size on the ground does not matter), a `path` of a width (0 for
 * a mere line), or a `ring` with holes.
 */
export type Shape =
  | { readonly type: 'point'; readonly at: Point; readonly radius: number }
  | {
      readonly type: 'path';
      readonly points: readonly Point[];
      readonly closed: boolean;
      readonly width: number;
    }
  | { readonly type: 'ring'; readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[] };

type ShapeOf = (record: PlanRecord, plan: Plan) => Shape | null;

function pathShape(points: readonly Point[], width: number, closed: 'closed' | 'open' = 'open'): Shape {
  return { type: 'path', points, closed: closed === 'closed', width };
}

function ringShape(ring: readonly Point[], holes: readonly (readonly Point[])[] = []): Shape {
  return { type: 'ring', ring, holes };
}

function pointShape({ at }: { readonly at: Point }): Shape {
  return { type: 'point', at, radius: 0 };
}

type Fields = Readonly<Record<string, unknown>>;

/** The shape of one part of a record; null when the part is not the one that says where it is. */
const partShapes: {
  readonly [T in PlacePart['type']]: (part: Extract<PlacePart, { type: T }>, fields: Fields) => Shape | null;
} = {
  ring: ({ holes }, fields) => {
    const ring = fields.ring as readonly Point[] | null;
    return ring && ringShape(ring, holes ? (fields.holes as readonly (readonly Point[])[]) : []);
  },
  path: ({ width: field, closes, fewest }, fields) => {
    const path = fields.path as readonly Point[] | null;
    if (!path) return null;
    const width = field === null ? 0 : ((fields[field] as number | null) ?? 0);
    const [at] = path;
    if (fewest === 1 && at && path.length === 1) return { type: 'point', at, radius: width / 2 };
    return pathShape(path, width, closes !== 'never' && fields.closed ? 'closed' : 'open');
  },
  place: ({ along, across }, fields) => {
    const at = fields.at as Point | null;
    if (!at || along === null) return at && pointShape({ at });
    const place = { at, direction: fields.direction as number };
    const length = fields[along] as number;
    return across === null
      ? pathShape(spanAt(place, length), 0)
      : ringShape(bodyCorners(place, length, fields[across] as number));
  },
};

const ownShapes: { readonly [K in OwnKind]: (record: RecordOf<K>, plan: Plan) => Shape | null } = {
  underlay: (underlay) => ringShape(underlayCorners(underlay)),
  wall: (wall) => pathShape(bodyLine(wall), wall.thickness),
  opening: (opening, plan) => {
    const wall = plan.tables.wall.get(opening.wall);
    return wall ? pathShape(bodyPart(wall, opening), wall.thickness) : null;
  },
  dimension: dimensionShape,
  callout: calloutShape,
  sheet: () => null,
};

/** Of each kind its own, or that of the first of its parts that says where it is. */
const shapes = derived((kind): ShapeOf => {
  const geometry = definitionOf(kind).geometry;
  if (geometry.form === 'nowhere') return () => null;
  if (geometry.form === 'own') return ownShapes[kind as OwnKind] as ShapeOf;
  const makers = geometry.parts.map((part) => {
    const make = partShapes[part.type] as (part: PlacePart, fields: Fields) => Shape | null;
    return (fields: Fields) => make(part, fields);
  });
  return (record) => {
    for (const make of makers) {
      const shape = make(record as unknown as Fields);
      if (shape) return shape;
    }
    return null;
  };
});

/*  One that has nothing to measure is still there, to be found and changed.  */
function dimensionShape(dimension: RecordOf<'dimension'>, plan: Plan): Shape | null {
  const lookup: Lookup = (id) => getRecord(plan, id);
  const figure = dimensionFigure(dimension, lookup);
  const [at, ...others] = figure ? figureLine(figure) : placesOf(dimension, lookup);
  if (!at) return null;
  return others.length === 0 ? pointShape({ at }) : pathShape([at, ...others], 0);
}

function calloutShape({ anchor, at, leader }: RecordOf<'callout'>, plan: Plan): Shape {
  const target = leader ? anchorPoint(anchor, (id) => getRecord(plan, id)) : null;
  return target ? pathShape([target, at], 0) : pointShape({ at });
}

function placesOf({ anchors }: RecordOf<'dimension'>, lookup: Lookup): readonly Point[] {
  return anchors.map((anchor) => anchorPoint(anchor, lookup)).filter((point) => point !== null);
}

/** The two ends of a gate's opening: half its width before and behind `at` along its direction. */
export function gateEnds({ at, direction, width }: Pick<RecordOf<'gate'>, 'at' | 'direction' | 'width'>) {
  return spanAt({ at, direction }, width);
}

type Place = { readonly at: Point; readonly direction: number };

function spanAt({ at, direction }: Place, length: number) {
  const half = polar(direction, length / 2);
  return [subtract(at, half), add(at, half)] as const;
}

/** The corners of a body around its place, anticlockwise: so long along its direction, so wide across it. */
export function bodyCorners({ at, direction }: Place, along: number, across: number): readonly Point[] {
  const ahead = polar(direction, along / 2);
  const aside = polar(direction + Math.PI / 2, across / 2);
  const [front, back] = [add(at, ahead), subtract(at, ahead)];
  return [subtract(back, aside), subtract(front, aside), add(front, aside), add(back, aside)];
}

/** Where a record is, or null for what has no place; arcs of walls are flattened to within 5 mm. */
export function shapeOf(record: PlanRecord, plan: Plan): Shape | null {
  return shapes[kindOf(record.id)](record, plan);
}

/** The box around what a record covers, its width included; null for what has no place. */
export function boundsOf(record: PlanRecord, plan: Plan): Box | null {
  const shape = shapeOf(record, plan);
  return shape && boundsOfShape(shape);
}

/** The box around a shape, its width or radius included; null for one without points. */
export function boundsOfShape(shape: Shape): Box | null {
  if (shape.type === 'ring') return boxOf(shape.ring);
  const box = boxOf(shape.type === 'point' ? [shape.at] : shape.points);
  return box && grownBox(box, shape.type === 'point' ? shape.radius : shape.width / 2);
}

function union(first: Box | null, second: Box | null): Box | null {
  return first && second ? unionOfBoxes(first, second) : (first ?? second);
}

/** The box around the given records; null when none of them has a place. */
export function boundsOfRecords(plan: Plan, ids: Iterable<AnyId>): Box | null {
  let bounds: Box | null = null;
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (record) bounds = union(bounds, boundsOf(record, plan));
  }
  return bounds;
}

/** The box around everything on one floor, or on all of them; null when nothing is drawn there. O(n). */
export function planBounds(plan: Plan, floor: IdOf<'floor'> | null = null): Box | null {
  let bounds: Box | null = null;
  for (const record of allRecords(plan)) {
    if (!isPlaced(record) || (floor !== null && record.floor !== floor)) continue;
    if (bounds && isPlainlyWithin(record, bounds)) continue;
    const box = boundsOf(record, plan);
    if (box && !(bounds && holdsBox(bounds, box))) bounds = union(bounds, box);
  }
  return bounds;
}

/**
 * Whether its own points show that a record is within a box, without the work of its shape.
 *
 * That is what most records of a large plan are, once the box holds the first of them.
 */
function isPlainlyWithin(record: PlacedRecord, box: Box): boolean {
  // An opening is within its wall.
  if (isKind(record, 'opening')) return true;
  if (isKind(record, 'wall')) {
    const { a, b, bulge, thickness } = record;
    // Whatever its alignment, its body is no farther from its line than its thickness.
    return bulge === 0 && isWellInBox(a, box, thickness) && isWellInBox(b, box, thickness);
  }
  return isKind(record, 'camera') && isInBox(record.at, box);
}

function isWellInBox({ x, y }: Point, { minX, minY, maxX, maxY }: Box, by: number): boolean {
  return x >= minX + by && x <= maxX - by && y >= minY + by && y <= maxY - by;
}
