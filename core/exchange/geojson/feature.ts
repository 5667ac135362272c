import type { Point } from '../../geometry/point.ts';
import { z } from '../../schema.ts';
import type { Form } from '../neutral-drawing.ts';

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
type Geometry = z.infer<typeof geometry>;

export const featureSchema = z.looseObject({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: geometry.nullable(),
  properties: z.record(z.string(), z.unknown()).nullable(),
});

const pointOf = ([x = 0, y = 0]: readonly number[]): Point => ({ x, y });

type Ring = readonly (readonly number[])[];

/** Its corners without the last position, which is the first one again: RFC 7946, 3.1.6; where it is not, with it. */
function cornersOf(ring: Ring): readonly Point[] {
  const corners = ring.map(pointOf);
  const [first, last] = [corners[0], corners.at(-1)];
  return first && last && first.x === last.x && first.y === last.y ? corners.slice(0, -1) : corners;
}

function polygonForm(rings: readonly Ring[]): Form {
  const [ring = [], ...holes] = rings.map(cornersOf);
  return { type: 'polygon', ring, holes };
}

const pointForm = (at: readonly number[]): Form => ({ type: 'point', at: pointOf(at) });
const lineForm = (path: Ring): Form => ({ type: 'line', path: path.map(pointOf) });

/** The plain forms of a geometry: a multi geometry and a collection give several. */
export function formsOf(geometry: Geometry): readonly Form[] {
  switch (geometry.type) {
    case 'Point':
      return [pointForm(geometry.coordinates)];
    case 'MultiPoint':
      return geometry.coordinates.map(pointForm);
    case 'LineString':
      return [lineForm(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(lineForm);
    case 'Polygon':
      return [polygonForm(geometry.coordinates)];
    case 'GeometryCollection':
      return geometry.geometries.flatMap(formsOf);
    default:
      return geometry.coordinates.map(polygonForm);
  }
}

/** How many positions have a height, the third coordinate, that is not 0. */
export function heightsIn(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.reduce((sum, each) => sum + heightsIn(each), 0);
  return heightsAt(geometry.coordinates);
}

type Positions = readonly number[] | readonly Positions[];

function heightsAt(positions: Positions): number {
  let heights = 0;
  for (const [index, each] of positions.entries()) {
    if (typeof each !== 'number') heights += heightsAt(each);
    else if (index === 2 && each !== 0) heights += 1;
  }
  return heights;
}
