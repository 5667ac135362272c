import { type Box, middleOf } from '../../geometry/box.ts';
import { add, distanceBetween, type Point, quantisePoint } from '../../geometry/point.ts';
import { type LonLat, type Projection, projectionAround } from '../../geometry/projection.ts';
import { planKinds, type RecordOf } from '../../plan/kinds/index.ts';
import type { Transform } from '../../plan/transform-record.ts';
import { err, ok, type Result } from '../../result.ts';
import type { DrawnElement, LeftOut, NeutralDrawing } from '../neutral-drawing.ts';
import { extentOf, FARTHEST, isOnGlobe, nearElements } from './near-elements.ts';
import { vocabularyOf } from './vocabulary.ts';

export type Placing = {
  /** The drawing without what lies far from the rest of it. */
  readonly drawing: NeutralDrawing;
  /** Metres of a point of the drawing: those of the plan, or of the plan that it was written from. */
  readonly toPoint: (point: Point) => Point;
  /** How records come from the metres of the plan that the drawing was written from into this one; null where they are there. */
  readonly carry: Transform | null;
  /** Where on the globe the zero of the plan has to be for that; null where the drawing does not say. */
  readonly origin: LonLat | null;
  /** What has to be said of it. */
  readonly remarks: readonly string[];
};

type Refusal = { readonly message: string };

const inMetres = (drawing: NeutralDrawing): Placing => ({
  drawing,
  toPoint: (point) => point,
  carry: null,
  origin: null,
  remarks: [],
});

/** The plan metres of a drawing that is a plan of its own: a map is projected around its middle, which is zero. */
export function placingOfWhole(drawing: NeutralDrawing): Result<Placing, Refusal> {
  if (drawing.coordinates === 'plan-metres') return ok(inMetres(drawing));
  const own = ownPlace(drawing);
  // A plan of ours in which nothing is drawn lies where its settings say.
  if (own && drawing.leftOut.length === 0 && !extentOf(drawing)) return ok(inMetres(drawing));
  const site = siteOf(drawing);
  if (!site.ok) return site;
  const { extent } = site.value;
  const origin = own?.origin ?? originIn(extent);
  const toPoint = projected(projectionAround(origin, own?.north ?? 0), { x: 0, y: 0 });
  const isOdd = own?.origin && isExchanged(own.origin, extent);
  const remarks = isOdd ? [exchangedRemark('the latitude and longitude in its settings')] : [];
  return ok({ drawing: site.value.drawing, toPoint, carry: null, origin, remarks });
}

/** Where zero is by the settings, if they say it, and north. */
type OwnPlace = { readonly origin: LonLat | null; readonly north: number };

const { origin: originSchema, north: northSchema } = planKinds.settings.schema.shape;

/** Where zero and north are of the plan that a map was written from, as its settings say; null for every other map. */
function ownPlace(drawing: NeutralDrawing): OwnPlace | null {
  const isSettings = ({ properties }: DrawnElement) => properties.kind === 'settings';
  const properties = drawing.elements.find(isSettings)?.properties;
  if (!properties || !vocabularyOf(drawing).isOurs) return null;
  const origin = originSchema.safeParse(properties.origin).data ?? null;
  return { origin, north: northSchema.safeParse(properties.north).data ?? 0 };
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
  const isOdd = origin !== null && isExchanged(origin, extent);
  if (origin !== null && isFar(origin, extent)) {
    const what = isOdd
      ? 'It would lie there if latitude came first in it: exchange the two in the program that the file comes from.'
      : 'Check them in the settings of the plan.';
    return refuse(
      `The map lies more than one degree (over 50 km) from the latitude and longitude of this plan. ${what}`,
    );
  }
  const zero = origin ?? originIn(extent);
  const into = { projection: projectionAround(zero, north), zero: origin ? { x: 0, y: 0 } : middle };
  const own = ownPlace(site.value.drawing);
  const from = own && projectionAround(own.origin ?? originIn(extent), own.north);
  return ok({
    drawing: site.value.drawing,
    toPoint: from ? projected(from, { x: 0, y: 0 }) : projected(into.projection, into.zero),
    carry: from && carriedBetween(from, into, originIn(extent)),
    origin,
    remarks: [
      ...(origin === null ? [UNPLACED] : []),
      ...(isOdd ? [exchangedRemark('the latitude and longitude of this plan')] : []),
    ],
  });
}

type Into = { readonly projection: Projection; readonly zero: Point };

/** Metres and radians by which two plans may differ without anything being carried. */
const SAME = { metres: 1e-6, radians: 1e-9 } as const;
const ARM_METRES = 1000;

/** The turn and move from the metres of one projection into those of another, true around a place of both; null where they are the same. */
function carriedBetween(from: Projection, { projection, zero }: Into, around: LonLat): Transform | null {
  const start = from.toPlan(around);
  const end = start && from.toLonLat({ x: start.x + ARM_METRES, y: start.y });
  const [to, toEnd] = [projection.toPlan(around), end && projection.toPlan(end)];
  if (!start || !to || !toEnd) return null;
  const there = add(to, zero);
  const angle = Math.atan2(toEnd.y - to.y, toEnd.x - to.x);
  if (distanceBetween(start, there) <= SAME.metres && Math.abs(angle) <= SAME.radians) return null;
  return { type: 'fit', from: start, to: there, angle, factor: 1 };
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
    const { minX, minY, maxX, maxY } = extent;
    if (isOnGlobe({ minX: minY, minY: minX, maxX: maxY, maxY: maxX }))
      return refuse(
        'The coordinates are not longitude and latitude: they would be if latitude came first. Exchange the two in the program that the file comes from.',
      );
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

function isFar(origin: LonLat, extent: Box): boolean {
  return farthest(origin, extent) > FARTHEST;
}

/** Degrees from a place to the side of a box that is farthest from it. */
function farthest({ lon, lat }: LonLat, { minX, minY, maxX, maxY }: Box): number {
  // The globe goes round at 180 degrees.
  const around = (degrees: number) => Math.abs(((((degrees + 180) % 360) + 360) % 360) - 180);
  return Math.max(around(minX - lon), around(maxX - lon), Math.abs(minY - lat), Math.abs(maxY - lat));
}

/** How much nearer a map has to lie with latitude first before that is said; and degrees from which it may be, some 5 km. */
const EXCHANGED = { times: 10, from: 0.05 } as const;

/** Whether a map would lie at a place if latitude came first in it, and does not as it is. */
function isExchanged(origin: LonLat, extent: Box): boolean {
  const { minX, minY, maxX, maxY } = extent;
  const exchanged = { minX: minY, minY: minX, maxX: maxY, maxY: maxX };
  const [as, other] = [farthest(origin, extent), farthest(origin, exchanged)];
  return as > EXCHANGED.from && other <= FARTHEST && other * EXCHANGED.times < as;
}

const exchangedRemark = (what: string) =>
  `This map lies far from ${what}, and would lie there if latitude came first in it. Nothing was exchanged: if the place is wrong, exchange the two in the program that the file comes from.`;

function projected({ toPlan }: Projection, zero: Point): (point: Point) => Point {
  return ({ x: lon, y: lat }) => {
    const point = toPlan({ lon, lat });
    // No number is a place that no record can have.
    return point ? quantisePoint(add(point, zero)) : { x: Number.NaN, y: Number.NaN };
  };
}
