import { type Box, middleOf } from '../../geometry/box.ts';
import { add, type Point, quantisePoint } from '../../geometry/point.ts';
import { type LonLat, type Projection, projectionAround } from '../../geometry/projection.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import type { LeftOut, NeutralDrawing } from '../neutral-drawing.ts';
import { extentOf, FARTHEST, isOnGlobe, nearElements } from './near-elements.ts';

export type Placing = {
  /** The drawing without what lies far from the rest of it. */
  readonly drawing: NeutralDrawing;
  /** Plan metres of a point of the drawing. */
  readonly toPoint: (point: Point) => Point;
  /** Where on the globe the zero of the plan has to be for that; null where the drawing does not say. */
  readonly origin: LonLat | null;
  /** What has to be said of it. */
  readonly remarks: readonly string[];
};

type Refusal = { readonly message: string };

const inMetres = (drawing: NeutralDrawing): Placing => ({
  drawing,
  toPoint: (point) => point,
  origin: null,
  remarks: [],
});

/** The plan metres of a drawing that is a plan of its own: a map is projected around its middle, which is zero. */
export function placingOfWhole(drawing: NeutralDrawing): Result<Placing, Refusal> {
  if (drawing.coordinates === 'plan-metres') return ok(inMetres(drawing));
  const site = siteOf(drawing);
  if (!site.ok) return site;
  const own = ownPlace(drawing);
  if (own) {
    const toOwn = projected(projectionAround(own.origin, own.north), { x: 0, y: 0 });
    return ok({ drawing: site.value.drawing, toPoint: toOwn, origin: own.origin, remarks: [] });
  }
  const origin = originIn(site.value.extent);
  const toPoint = projected(projectionAround(origin), { x: 0, y: 0 });
  return ok({ drawing: site.value.drawing, toPoint, origin, remarks: [] });
}

const ownPlaceSchema = z.looseObject({
  kind: z.literal('settings'),
  origin: z.looseObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }),
  north: z.number().min(-1000).max(1000),
});

/** Where the zero of a plan is that was written as a map: its settings say it; null for every other map. */
function ownPlace({ elements, vocabulary }: NeutralDrawing): { origin: LonLat; north: number } | null {
  if (vocabulary !== 'records') return null;
  for (const { properties } of elements) {
    const place = ownPlaceSchema.safeParse(properties);
    if (place.success) return { origin: place.data.origin, north: place.data.north };
  }
  return null;
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
  if (drawing.coordinates === 'plan-metres') return ok(inMetres(drawing));
  const site = siteOf(drawing);
  if (!site.ok) return site;
  const { extent } = site.value;
  const { origin, north } = settings;
  if (origin === null) {
    const toPoint = projected(projectionAround(originIn(extent), north), middle);
    return ok({ drawing: site.value.drawing, toPoint, origin, remarks: [UNPLACED] });
  }
  if (isFar(origin, extent)) {
    return refuse(
      'The map lies more than one degree (over 50 km) from the latitude and longitude of this plan. Check them in the settings of the plan.',
    );
  }
  const toPoint = projected(projectionAround(origin, north), { x: 0, y: 0 });
  return ok({ drawing: site.value.drawing, toPoint, origin, remarks: [] });
}

function refuse(message: string): Result<never, Refusal> {
  return err({ message });
}

type Site = { readonly drawing: NeutralDrawing; readonly extent: Box };

/** What of a map lies on one site, where it is in degrees and most of it does. */
function siteOf(drawing: NeutralDrawing): Result<Site, Refusal> {
  const extent = extentOf(drawing);
  if (!extent) return refuse(nothingIn(drawing.leftOut));
  const near = nearElements(drawing, extent);
  if (near) {
    const leftOut = [...drawing.leftOut, ...near.leftOut];
    return ok({ drawing: { ...drawing, elements: near.elements, leftOut }, extent: near.extent });
  }
  if (!isOnGlobe(extent)) {
    return refuse(
      'The coordinates are not longitude and latitude in degrees, and the file does not say in which system they are. Export it as WGS 84 (EPSG:4326).',
    );
  }
  return refuse('The file covers more than one degree (over 50 km). Cut it to the site first.');
}

function nothingIn([first]: readonly LeftOut[]): string {
  const why = first ? ` that can be read (${first.source}: ${first.reason})` : '';
  return `This file holds no geometry${why}. Choose another file.`;
}

function originIn(extent: Box): LonLat {
  const { x, y } = middleOf(extent);
  const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9;
  // Across the 180th meridian longitudes go on.
  return { lon: round(x > 180 ? x - 360 : x), lat: round(y) };
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
