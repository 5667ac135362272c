import type { Point } from '../../geometry/point.ts';
import { anchorPoint } from '../../plan/notes/anchor-place.ts';
import { allRecords, getRecord, kindOf, type Plan } from '../../plan/plan.ts';
import type { Kind, PlanRecord, RecordOf } from '../../plan/records/index.ts';
import { placeOnWall } from '../../plan/wall-line.ts';

type Geometry = { readonly type: 'Point' | 'LineString' | 'Polygon'; readonly coordinates: unknown } | null;

const position = ({ x, y }: Point) => [x, y];
const closed = (ring: readonly Point[]) => [...ring, ...ring.slice(0, 1)].map(position);
const pointOf = (at: Point): Geometry => ({ type: 'Point', coordinates: position(at) });
const lineOf = (path: readonly Point[]): Geometry => ({
  type: 'LineString',
  coordinates: path.map(position),
});
const polygonOf = (ring: readonly Point[], holes: readonly (readonly Point[])[] = []): Geometry => ({
  type: 'Polygon',
  coordinates: [closed(ring), ...holes.map(closed)],
});
const atPoint = ({ at }: { readonly at: Point }) => pointOf(at);
const alongPath = ({ path }: { readonly path: readonly Point[] }) =>
  path.length === 1 && path[0] ? pointOf(path[0]) : lineOf(path);
const none = (): Geometry => null;
const alongAnchors = ({ anchors }: RecordOf<'dimension'>, plan: Plan): Geometry => {
  const points = anchors.flatMap((anchor) => anchorPoint(anchor, (id) => getRecord(plan, id)) ?? []);
  const [only, ...others] = points;
  // Attached to what has no such point, as the centre of a straight wall, it is nowhere.
  if (!only) return null;
  return others.length === 0 ? pointOf(only) : lineOf(points);
};

const geometries: { readonly [K in Kind]: (record: RecordOf<K>, plan: Plan) => Geometry } = {
  settings: none,
  floor: none,
  layer: none,
  phase: none,
  group: none,
  sheet: ({ centre }) => pointOf(centre),
  underlay: atPoint,
  propertyLine: ({ ring }) => polygonOf(ring),
  building: ({ ring, holes }) => polygonOf(ring, holes),
  wall: ({ a, b }) => lineOf([a, b]),
  opening: (opening, plan) => {
    const wall = plan.tables.wall.get(opening.wall);
    return wall ? pointOf(placeOnWall(wall, opening.offset).at) : null;
  },
  fence: ({ path, closed: isClosed }) => (isClosed && path.length > 2 ? polygonOf(path) : lineOf(path)),
  gate: atPoint,
  road: alongPath,
  parking: ({ ring }) => polygonOf(ring),
  area: ({ ring, holes }) => polygonOf(ring, holes),
  route: alongPath,
  obstacle: ({ path, ring }) => (ring ? polygonOf(ring) : path && lineOf(path)),
  barrier: alongPath,
  bollards: alongPath,
  camera: atPoint,
  post: atPoint,
  patrol: alongPath,
  light: atPoint,
  sensor: ({ at, path }) => (path ? lineOf(path) : at && pointOf(at)),
  reader: atPoint,
  screening: atPoint,
  sign: atPoint,
  equipment: atPoint,
  asset: ({ at, ring }) => (ring ? polygonOf(ring) : at && pointOf(at)),
  approach: alongPath,
  coverageZone: ({ ring }) => polygonOf(ring),
  text: atPoint,
  dimension: alongAnchors,
  callout: atPoint,
};

/** Fields that the geometry holds; of an arc wall `bulge` stays, of a closed fence `closed`. */
const inGeometry: readonly string[] = ['at', 'centre', 'path', 'ring', 'holes', 'a', 'b', 'id'];

/**
 * What the top level says of rings that keep their corners in the order of the records, whichever way they run:
 * notes name corners by their number.
 */
export const RINGS_KEPT = 'as-kept';

/** The plan as GeoJSON in plan metres; `readGeojson` of it gives an equal plan, bytes of pictures aside. */
export function writeGeojson(plan: Plan): string {
  const features = [...allRecords(plan)].map((record) => JSON.stringify(featureOf(record, plan)));
  return `{"type":"FeatureCollection","coordinates":"plan-metres","rings":"${RINGS_KEPT}","features":[\n${features.join(',\n')}\n]}\n`;
}

function featureOf(record: PlanRecord, plan: Plan) {
  const kind = kindOf(record.id);
  const geometry = (geometries[kind] as (record: PlanRecord, plan: Plan) => Geometry)(record, plan);
  const own = Object.entries(record).filter(
    ([name, value]) => !inGeometry.includes(name) || (value === null && name !== 'id'),
  );
  return { type: 'Feature', id: record.id, geometry, properties: { kind, ...Object.fromEntries(own) } };
}
