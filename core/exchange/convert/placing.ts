import { type Box, boxOf, middleOf } from '../../geometry/box.ts';
import { add, type Point, quantisePoint } from '../../geometry/point.ts';
import { type LonLat, type Projection, projectionAround } from '../../geometry/projection.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { err, ok, type Result } from '../../result.ts';
import { type LeftOut, type NeutralDrawing, pointsOf } from '../neutral-drawing.ts';

export type Placing = {
  /** Plan metres of a point of the drawing. */
  readonly toPoint: (point: Point) => Point;
  /** Where on the globe the zero of the plan has to be for that; null where the drawing does not say. */
  readonly origin: LonLat | null;
  /** What has to be said of it. */
  readonly remarks: readonly string[];
};

type Refusal = { readonly message: string };

const inMetres: Placing = { toPoint: (point) => point, origin: null, remarks: [] };

/** Degrees; some 50 to 110 km. */
const FARTHEST = 1;

/** The plan metres of a drawing that is a plan of its own: a map is projected around its middle, which is zero. */
export function placingOfWhole(drawing: NeutralDrawing): Result<Placing, Refusal> {
  if (drawing.coordinates === 'plan-metres') return ok(inMetres);
  const extent = extentOf(drawing);
  if (!extent.ok) return extent;
  const origin = originIn(extent.value);
  const toPoint = projected(projectionAround(origin), { x: 0, y: 0 });
  return ok({ toPoint, origin, remarks: [] });
}

export type PlaceOfPart = {
  readonly settings: RecordOf<'settings'>;
  /** Where the middle of a map goes in a plan that does not say where on the globe it is. */
  readonly middle: Point;
};

const UNPLACED =
  'This plan has no latitude and longitude: the map lies in the middle of what was shown. Move all of it to its place.';

/** The plan metres of a drawing that comes into a plan: a map lies where it is on the globe, if the plan says where that is. */
export function placingOfPart(
  drawing: NeutralDrawing,
  { settings, middle }: PlaceOfPart,
): Result<Placing, Refusal> {
  if (drawing.coordinates === 'plan-metres') return ok(inMetres);
  const extent = extentOf(drawing);
  if (!extent.ok) return extent;
  const { origin, north } = settings;
  if (origin === null) {
    const toPoint = projected(projectionAround(originIn(extent.value), north), middle);
    return ok({ toPoint, origin, remarks: [UNPLACED] });
  }
  if (isFar(origin, extent.value)) {
    return refuse(
      'The map lies more than one degree (over 50 km) from the latitude and longitude of this plan. Check them in the settings of the plan.',
    );
  }
  return ok({ toPoint: projected(projectionAround(origin, north), { x: 0, y: 0 }), origin, remarks: [] });
}

function refuse(message: string): Result<never, Refusal> {
  return err({ message });
}

/** The degrees that a map covers, where they are such and no more than a site has. */
function extentOf({ elements, leftOut }: NeutralDrawing): Result<Box, Refusal> {
  const box = boxOf(allPoints(elements));
  if (!box) return refuse(nothingIn(leftOut));
  const { minX: west, minY: south, maxX: east, maxY: north } = box;
  if (west < -180 || east > 180 || south < -90 || north > 90) {
    return refuse(
      'The coordinates are not longitude and latitude in degrees. Convert them to WGS 84, or write "coordinates": "plan-metres" at the top level if they are metres of the plan.',
    );
  }
  if (east - west > FARTHEST || north - south > FARTHEST)
    return refuse('The file covers more than one degree (over 50 km). Cut it to the site first.');
  return ok(box);
}

function nothingIn([first]: readonly LeftOut[]): string {
  const why = first ? ` that can be read (${first.source}: ${first.reason})` : '';
  return `This file holds no geometry${why}. Choose another file.`;
}

function* allPoints(elements: NeutralDrawing['elements']): Generator<Point> {
  for (const { forms } of elements) for (const form of forms) yield* pointsOf(form);
}

function originIn(extent: Box): LonLat {
  const { x, y } = middleOf(extent);
  const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9;
  return { lon: round(x), lat: round(y) };
}

function isFar({ lon, lat }: LonLat, { minX, minY, maxX, maxY }: Box): boolean {
  // The globe goes round at 180 degrees.
  const around = (degrees: number) => Math.abs(((((degrees + 180) % 360) + 360) % 360) - 180);
  const most = Math.max(around(minX - lon), around(maxX - lon), Math.abs(minY - lat), Math.abs(maxY - lat));
  return most > FARTHEST;
}

function projected({ toPlan }: Projection, zero: Point): (point: Point) => Point {
  return ({ x: lon, y: lat }) => {
    const point = toPlan({ lon, lat });
    // No number is a place that no record can have.
    return point ? quantisePoint(add(point, zero)) : { x: Number.NaN, y: Number.NaN };
  };
}
