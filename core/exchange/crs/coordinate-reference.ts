import proj4 from 'proj4';
import type { Point } from '../../geometry/point.ts';
import { SYSTEMS } from './systems.ts';

/** A system in which a file is measured: how its coordinates become longitude and latitude on WGS 84, in degrees. */
export type CoordinateReference = {
  readonly toDegrees: (point: Point) => Point;
  /** Whether a place in degrees lies in the part of the globe that it is for, widely taken. */
  readonly isFor: (place: Point) => boolean;
  /** What has to be said of it: none, or a sentence. */
  readonly remarks: readonly string[];
};

const WEB_MERCATOR = [3857, 900913, 3785, 102100, 102113];
/** Degrees on other datums that lie less than two metres from those on WGS 84. */
const NEARLY_WGS84 = [4258, 4269, 6318, 4759, 4167];

/** Codes of zones of UTM: the first one, and the numbers of the first and last zone. */
const UTM: readonly {
  readonly base: number;
  readonly from: number;
  readonly to: number;
  readonly rest: string;
}[] = [
  { base: 32600, from: 1, to: 60, rest: '+datum=WGS84' },
  { base: 32700, from: 1, to: 60, rest: '+south +datum=WGS84' },
  { base: 25800, from: 28, to: 38, rest: '+ellps=GRS80' },
  { base: 26900, from: 1, to: 23, rest: '+ellps=GRS80' },
];

/** Systems of which one shift serves islands as well, which have their own. */
const COARSER = [3003, 3004];

const asIs = (point: Point) => point;
const anywhere = () => true;

/** Degrees on either side of the middle meridian that no system for a country or a zone goes beyond. */
const WIDEST = 15;
/** Projections of countries and zones, which say the meridian in their middle. */
const NARROW = /\+proj=(?:tmerc|somerc|lcc) .*\+lon_0=(-?[\d.]+)/;
const ZONE = /\+proj=utm \+zone=(\d+)/;
/** Of the whole of Europe. */
const WIDE = [3034];

/** Longitude in the middle of what a system is for; null where it is for much of the globe, or does not say. */
function middleMeridian(code: number, definition: string): number | null {
  if (WIDE.includes(code)) return null;
  const [, zone] = ZONE.exec(definition) ?? [];
  const [, meridian] = NARROW.exec(definition) ?? [];
  if (zone !== undefined) return Number(zone) * 6 - 183;
  return meridian === undefined ? null : Number(meridian);
}

function isForOf(code: number, definition: string): CoordinateReference['isFor'] {
  const meridian = middleMeridian(code, definition);
  if (meridian === null) return anywhere;
  return ({ x, y }) =>
    Math.abs(((((x - meridian + 180) % 360) + 360) % 360) - 180) <= WIDEST && Math.abs(y) <= 90;
}

/**
 * The system of an EPSG code, x east and y north whatever order the system itself has; null where it is not known.
 */
export function coordinateReference(code: number): CoordinateReference | null {
  if (code === 4326 || code === 4979) return { toDegrees: asIs, isFor: anywhere, remarks: [] };
  if (NEARLY_WGS84.includes(code))
    return {
      toDegrees: asIs,
      isFor: anywhere,
      remarks: [
        `Degrees of EPSG:${code} are taken as those of WGS 84, from which they lie less than 2 m apart.`,
      ],
    };
  const definition = definitionOf(code);
  if (definition === null) return null;
  const converter = proj4(`${definition} +no_defs`);
  return {
    toDegrees: ({ x, y }) => {
      const [lon, lat] = converter.inverse([x, y]);
      return { x: lon, y: lat };
    },
    isFor: isForOf(code, definition),
    remarks: [shiftRemark(code, definition)],
  };
}

function shiftRemark(code: number, definition: string): string {
  const shift = definition.includes('+towgs84')
    ? `shifted to its datum by seven parameters or three, right to some ${COARSER.includes(code) ? 10 : 5} m`
    : 'whose datum lies less than 2 m from it';
  const isWgs84 = WEB_MERCATOR.includes(code) || definition.includes('+datum=WGS84');
  return `Coordinates of EPSG:${code} are turned into WGS 84${isWgs84 ? '' : `, ${shift}`}.`;
}

function definitionOf(code: number): string | null {
  if (WEB_MERCATOR.includes(code))
    return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null';
  const utm = UTM.find(({ base, from, to }) => code >= base + from && code <= base + to);
  if (utm) return `+proj=utm +zone=${code - utm.base} ${utm.rest} +units=m`;
  systems ??= readSystems();
  return systems.get(code) ?? null;
}

let systems: ReadonlyMap<number, string> | null = null;

function readSystems(): ReadonlyMap<number, string> {
  const lines = SYSTEMS.trim().split('\n');
  return new Map(
    lines.flatMap((line) => {
      const start = line.indexOf('+');
      const definition = line.slice(start);
      const codes = line.slice(0, start).trim().split(' ');
      return codes.map((code) => [Number(code), definition] as const);
    }),
  );
}
