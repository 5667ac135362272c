import type { Point } from '../../geometry/point.ts';
import { projectionAround } from '../../geometry/projection.ts';
import { everything, type Lens, shows } from '../../picture/lens.ts';
import { definitionOf, derived, type OwnKind } from '../../plan/kinds/definition.ts';
import type { AnyId, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import type { PlacePart } from '../../plan/kinds/parts/geometry.ts';
import { anchorPoint } from '../../plan/notes/anchor-place.ts';
import { letGo } from '../../plan/parts/let-go.ts';
import { viewportOf } from '../../plan/parts/viewports.ts';
import {
  allRecords,
  getRecord,
  isPlaced,
  kindOf,
  type Plan,
  recordCount,
  settingsOf,
} from '../../plan/plan.ts';
import { lacksHost, relationsOf } from '../../plan/relations.ts';
import { placeOnWall } from '../../plan/wall-line.ts';
import { namesIn } from '../../records/relation-table.ts';
import { flatFields } from './flat-sheet.ts';

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

const alongAnchors = ({ anchors }: RecordOf<'dimension'>, plan: Plan): Geometry => {
  const points = anchors.flatMap((anchor) => anchorPoint(anchor, (id) => getRecord(plan, id)) ?? []);
  const [only, ...others] = points;
  // Attached to what has no such point, as the centre of a straight wall, it is nowhere.
  if (!only) return null;
  return others.length === 0 ? pointOf(only) : lineOf(points);
};

const ownGeometries: { readonly [K in OwnKind]: (record: RecordOf<K>, plan: Plan) => Geometry } = {
  underlay: atPoint,
  wall: ({ a, b }) => lineOf([a, b]),
  opening: (opening, plan) => {
    const wall = plan.tables.wall.get(opening.wall);
    return wall ? pointOf(placeOnWall(wall, opening.offset).at) : null;
  },
  dimension: alongAnchors,
  callout: atPoint,
  sheet: (sheet) => pointOf(viewportOf(sheet).centre),
};

type Fields = {
  readonly at?: Point | null;
  readonly path?: readonly Point[] | null;
  readonly closed?: boolean;
  readonly ring?: readonly Point[] | null;
  readonly holes?: readonly (readonly Point[])[];
};

/** The geometry of one part of a record; null when the part is not the one that says where it is. */
function geometryOf(part: PlacePart, { at, path, closed: isClosed, ring, holes }: Fields): Geometry {
  if (part.type === 'ring') return ring ? polygonOf(ring, holes) : null;
  if (part.type === 'place') return at ? pointOf(at) : null;
  if (!path) return null;
  if (path.length === 1 && path[0]) return pointOf(path[0]);
  return part.closes === 'encloses' && isClosed && path.length > 2 ? polygonOf(path) : lineOf(path);
}

const geometries = derived((kind): ((record: PlanRecord, plan: Plan) => Geometry) => {
  const { geometry } = definitionOf(kind);
  if (geometry.form === 'nowhere') return () => null;
  if (geometry.form === 'own')
    return ownGeometries[kind as OwnKind] as (record: PlanRecord, plan: Plan) => Geometry;
  return (record) => {
    for (const part of geometry.parts) {
      const found = geometryOf(part, record as Fields);
      if (found) return found;
    }
    return null;
  };
});

/** Fields that the geometry holds; of an arc wall `bulge` stays, of a closed fence `closed`. */
export const inGeometry: readonly string[] = ['at', 'centre', 'path', 'ring', 'holes', 'a', 'b', 'id'];

/**
 * What the top level says of rings that keep their corners in the order of the records, whichever way they run:
 * notes name corners by their number.
 */
export const RINGS_KEPT = 'as-kept';

/** What the top level says of the vocabulary of the properties: `kind` and the fields of records, of this program. */
export const OURS = 'sallyport';

/**
 * The plan as GeoJSON in plan metres; `readGeojson` of it gives an equal plan, bytes of pictures aside.
 *
 * Through a lens it holds what is shown, and no name of what is not. The marking of the plan stands at the top level.
 */
export function writeGeojson(plan: Plan, lens: Lens = everything): string {
  return collectionOf(plan, lens, { top: '"coordinates":"plan-metres"', placeOf: (geometry) => geometry });
}

/**
 * The same in longitude and latitude on WGS 84, as every other program reads it; null where the plan does not say where
 * on the globe it is. Only geometries are turned: what fields say is in metres and angles of the plan, whose origin and
 * north stand in its settings, so that reading it gives an equal plan as well.
 */
export function writeGeojsonOnGlobe(plan: Plan, lens: Lens = everything): string | null {
  const { origin, north } = settingsOf(plan);
  if (origin === null) return null;
  const { toLonLat } = projectionAround(origin, north);
  const onGlobe = ([x = 0, y = 0]: readonly number[]) => {
    const { lon, lat } = toLonLat({ x, y });
    return [rounded(lon), rounded(lat)];
  };
  const placeOf = (geometry: Geometry): Geometry =>
    geometry && { type: geometry.type, coordinates: mappedPositions(geometry.coordinates, onGlobe) };
  return collectionOf(plan, lens, { top: `"vocabulary":"${OURS}"`, placeOf });
}

/** Degrees to a hundredth of a millimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e10) / 1e10;

function mappedPositions(
  positions: unknown,
  map: (position: readonly number[]) => readonly number[],
): unknown {
  if (!Array.isArray(positions)) return positions;
  return typeof positions[0] === 'number'
    ? map(positions as readonly number[])
    : positions.map((each) => mappedPositions(each, map));
}

type Writing = { readonly top: string; readonly placeOf: (geometry: Geometry) => Geometry };

function collectionOf(plan: Plan, lens: Lens, { top, placeOf }: Writing): string {
  const isIn = (record: PlanRecord) => !isPlaced(record) || shows(lens, record, plan);
  const records = [...allRecords(plan)].filter(isIn);
  const ids = records.length === recordCount(plan) ? null : new Set<AnyId>(records.map(({ id }) => id));
  const features = records.map((record) => {
    const feature = featureOf(record, plan, ids);
    return JSON.stringify({ ...feature, geometry: placeOf(feature.geometry) });
  });
  const { marking } = settingsOf(plan);
  const marked = marking === null ? '' : `"marking":${JSON.stringify(marking)},`;
  return `{"type":"FeatureCollection",${marked}${top},"rings":"${RINGS_KEPT}","features":[\n${features.join(',\n')}\n]}\n`;
}

/** `ids` are those of all that is written; null when that is the whole plan. */
function featureOf(whole: PlanRecord, plan: Plan, ids: ReadonlySet<AnyId> | null) {
  const isGone = (id: AnyId) => ids !== null && !ids.has(id);
  const lookup = (id: AnyId) => getRecord(plan, id);
  // Readers may find no other wall for a door that is written without its own: nothing can lean on it.
  const mayBeLost = (id: AnyId) => {
    const other = isGone(id) ? undefined : lookup(id);
    return other === undefined || lacksHost(other, (host) => !isGone(host));
  };
  const record = ids ? letGo(whole, mayBeLost, lookup) : whole;
  const kind = kindOf(record.id);
  const geometry = geometries[kind](record, plan);
  const own = Object.entries(flatFields(record)).filter(
    ([name, value]) =>
      (!inGeometry.includes(name) || (value === null && name !== 'id')) && !namesGone(record, name, isGone),
  );
  return { type: 'Feature', id: record.id, geometry, properties: { kind, ...Object.fromEntries(own) } };
}

/** Whether a field names what is not written and cannot be without it, as the wall of a door: readers look for another. */
function namesGone(record: PlanRecord, field: string, isGone: (id: AnyId) => boolean): boolean {
  const row = relationsOf(kindOf(record.id)).find((each) => each.field === field);
  return row?.without === 'cannot-be' && namesIn(record, row).some(isGone);
}
