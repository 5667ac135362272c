import type { Point } from '../../geometry/point.ts';
import { z } from '../../schema.ts';

const position = z.array(z.number()).min(2).max(4);
const line = z.array(position).min(2);
const polygon = z.array(z.array(position).min(4)).min(1);

const simpleGeometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Point'), coordinates: position }),
  z.looseObject({ type: z.literal('MultiPoint'), coordinates: z.array(position) }),
  z.looseObject({ type: z.literal('LineString'), coordinates: line }),
  z.looseObject({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
  z.looseObject({ type: z.literal('Polygon'), coordinates: polygon }),
  z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
]);
/** A collection has no collections in it: RFC 7946, 3.1.8. */
const geometry = z.discriminatedUnion('type', [
  ...simpleGeometry.options,
  z.looseObject({ type: z.literal('GeometryCollection'), geometries: z.array(simpleGeometry) }),
]);
export type Geometry = z.infer<typeof geometry>;

export const featureSchema = z.looseObject({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: geometry.nullable(),
  properties: z.record(z.string(), z.unknown()).nullable(),
});
export type Feature = z.infer<typeof featureSchema>;

/** One of the three plain forms, in plan metres; rings are closed by their first point, not repeated. */
export type Form =
  | { readonly type: 'point'; readonly at: Point }
  | { readonly type: 'line'; readonly path: readonly Point[] }
  | {
      readonly type: 'polygon';
      readonly ring: readonly Point[];
      readonly holes: readonly (readonly Point[])[];
    };

/** Every position of a geometry, as [x, y]. */
export function positionsOf(geometry: Geometry): readonly (readonly number[])[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates.flat();
  return geometry.coordinates.flat(2);
}

type ToPoint = (position: readonly number[]) => Point;

function polygonForm(rings: readonly (readonly (readonly number[])[])[], toPoint: ToPoint): Form {
  const open = rings.map((ring) => ring.slice(0, -1).map(toPoint));
  return { type: 'polygon', ring: open[0] ?? [], holes: open.slice(1) };
}

/** The plain forms of a geometry: a multi geometry and a collection give several. */
export function formsOf(geometry: Geometry, toPoint: ToPoint): readonly Form[] {
  switch (geometry.type) {
    case 'Point':
      return [{ type: 'point', at: toPoint(geometry.coordinates) }];
    case 'MultiPoint':
      return geometry.coordinates.map((at) => ({ type: 'point', at: toPoint(at) }));
    case 'LineString':
      return [{ type: 'line', path: geometry.coordinates.map(toPoint) }];
    case 'MultiLineString':
      return geometry.coordinates.map((path) => ({ type: 'line', path: path.map(toPoint) }));
    case 'Polygon':
      return [polygonForm(geometry.coordinates, toPoint)];
    case 'GeometryCollection':
      return geometry.geometries.flatMap((each) => formsOf(each, toPoint));
    default:
      return geometry.coordinates.map((rings) => polygonForm(rings, toPoint));
  }
}
