import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { coordinateReference } from '../../core/exchange/crs/coordinate-reference.ts';
import { SYSTEMS } from '../../core/exchange/crs/systems.ts';

/*  PROJ, through GDAL, and the EPSG dataset that comes with it: neither shares anything with proj4js and its table.  */
const run = promisify(execFile);
const dataset = new Database(path.join(process.env.PROJ_DATA ?? '/usr/share/proj', 'proj.db'), {
  readonly: true,
  fileMustExist: true,
});

type Place = readonly [x: number, y: number];
type System = {
  readonly code: number;
  /** The degrees that it is a projection of. */
  readonly base: number;
  /** Its parameters, and its axes with their units. */
  readonly conversion: string;
  readonly axes: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

const ask = dataset.prepare<[string], System>(`
  SELECT CAST(p.code AS INTEGER) AS code, CAST(p.geodetic_crs_code AS INTEGER) AS base,
    p.conversion_code AS conversion, p.coordinate_system_code AS axes,
    e.west_lon AS west, e.south_lat AS south, e.east_lon AS east, e.north_lat AS north
  FROM projected_crs p
  JOIN usage u ON u.object_table_name = 'projected_crs' AND u.object_auth_name = 'EPSG' AND u.object_code = p.code
  JOIN extent e ON e.auth_name = u.extent_auth_name AND e.code = u.extent_code
  WHERE p.auth_name = 'EPSG' AND p.code = ?`);

function systemOf(code: number): System {
  const system = ask.get(String(code));
  if (!system) throw new Error(`EPSG:${code} is no projected system of the dataset`);
  return system;
}

const lines = SYSTEMS.trim().split('\n');
const codesIn = (line: string) => line.slice(0, line.indexOf('+')).trim().split(' ').map(Number);
const isShifted = (line: string) => line.includes('+towgs84');

/** One code for each set of parameters and units that stands in a line. */
function differentIn(line: string): readonly number[] {
  const each = new Map(codesIn(line).map((code) => [JSON.stringify(asIn(code)), code]));
  return [...each.values()];
}
function asIn(code: number): readonly string[] {
  const { conversion, axes } = systemOf(code);
  return [conversion, axes];
}

/** The middle of where a system is used, and places a share of the way from there to its corners. */
function placesOf({ west, south, east, north }: System, share: number): readonly Place[] {
  const across = (east < west ? east + 360 : east) - west;
  return [
    [0, 0],
    [-1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
  ].map(([x = 0, y = 0]) => [
    west + (across * (1 + x * share)) / 2,
    south + ((north - south) * (1 + y * share)) / 2,
  ]);
}

async function transformed(from: number, to: number, places: readonly Place[]): Promise<readonly Place[]> {
  const running = run('gdaltransform', ['-s_srs', `EPSG:${from}`, '-t_srs', `EPSG:${to}`]);
  running.child.stdin?.end(`${places.map((place) => place.join(' ')).join('\n')}\n`);
  const { stdout } = await running;
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [x = Number.NaN, y = Number.NaN] = line.split(' ').map(Number);
      return [x, y];
    });
}

/** East and north from one place in degrees to another, metres. */
function between([lon, lat]: Place, [toLon, toLat]: Place): Place {
  const around = ((((toLon - lon + 180) % 360) + 360) % 360) - 180;
  return [around * 111_320 * Math.cos((lat * Math.PI) / 180), (toLat - lat) * 111_320];
}
const apart = (first: Place, second: Place) => Math.hypot(...between(first, second));

function read(code: number, [x, y]: Place): Place {
  const place = coordinateReference(code)?.toDegrees({ x, y });
  return [place?.x ?? Number.NaN, place?.y ?? Number.NaN];
}

/** Complaints of a few at a time: each starts a program. */
async function complaintsOf(
  codes: readonly number[],
  complaint: (code: number) => Promise<string | null>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let first = 0; first < codes.length; first += 4) {
    const some = await Promise.all(codes.slice(first, first + 4).map(complaint));
    found.push(...some.filter((each) => each !== null));
  }
  return found;
}

const CENTIMETRE = 0.01;

/** Where a projection of degrees on its own datum does not come back to these. */
async function projectionComplaint(code: number): Promise<string | null> {
  const system = systemOf(code);
  const degrees = placesOf(system, 0.8);
  const projected = await transformed(system.base, code, degrees);
  const off = Math.max(
    ...degrees.map((place, index) => apart(place, read(code, projected[index] ?? [0, 0]))),
  );
  return off <= CENTIMETRE ? null : `EPSG:${code} is ${off.toFixed(3)} m off`;
}

const utm = [32601, 32631, 32660, 32701, 32733, 32760, 25828, 25832, 25838, 26901, 26910, 26923];

test('every projection brings places back to the centimetre', async () => {
  const codes = lines.filter((line) => !isShifted(line)).flatMap(differentIn);
  expect(codes.length).toBeGreaterThan(230);
  expect(await complaintsOf([3857, ...utm, ...codes], projectionComplaint)).toEqual([]);
}, 600_000);

/** Metres that a shift may be off, as is said of it. */
const SAID = /right to some (\d+) m/;
const KILOMETRE = 1000;

/** Where a system of another datum is farther off than is said, or a kilometre is not one. */
async function shiftComplaint(code: number): Promise<string | null> {
  const system = systemOf(code);
  const [remark = ''] = coordinateReference(code)?.remarks ?? [];
  const most = Number(SAID.exec(remark)?.[1] ?? 0);
  const projected = await transformed(4326, code, placesOf(system, 0.3));
  const away = projected.map(([x, y]): Place => [x + KILOMETRE, y + KILOMETRE]);
  const right = await transformed(code, 4326, [...projected, ...away]);
  const ours = [...projected, ...away].map((place) => read(code, place));
  const off = Math.max(...right.map((place, index) => apart(place, ours[index] ?? [0, 0])));
  // At the edge of where a shift is used the dataset takes another one a step farther: a wrong scale is wrong everywhere.
  const bent = Math.min(
    ...projected.map((_, index) => {
      const arm = (places: readonly Place[]) =>
        between(places[index] ?? [0, 0], places[index + projected.length] ?? [0, 0]);
      const [[x, y], [ourX, ourY]] = [arm(right), arm(ours)];
      return Math.hypot(x - ourX, y - ourY);
    }),
  );
  return off <= most && bent <= 0.1
    ? null
    : `EPSG:${code} is ${off.toFixed(2)} m off where ${most} are said, and ${bent.toFixed(3)} m in a kilometre`;
}

test('every national grid on a datum of its own lies where it is said to, and keeps its scale', async () => {
  const codes = lines.filter(isShifted).flatMap(codesIn);
  expect(codes).toContain(31370);
  expect(await complaintsOf(codes, shiftComplaint)).toEqual([]);
}, 600_000);

test('every other code of a line has its parameters and units', () => {
  const zones = lines.flatMap((line) => codesIn(line).map(systemOf));
  expect(zones.length).toBeGreaterThan(400);
  // Metres, feet of surveys and international feet: what each line says is what each of its codes has.
  const unitOf = dataset
    .prepare<[string], string>(
      `SELECT CASE uom_code WHEN '9001' THEN 'm' WHEN '9003' THEN 'us-ft' WHEN '9002' THEN 'ft' ELSE uom_code END
       FROM axis WHERE coordinate_system_auth_name = 'EPSG' AND coordinate_system_code = ? LIMIT 1`,
    )
    .pluck();
  for (const line of lines)
    for (const code of codesIn(line))
      expect([code, /\+units=(\S+)/.exec(line)?.[1]]).toEqual([code, unitOf.get(systemOf(code).axes)]);
});

test('x is east also of systems that put north first', async () => {
  // Gauß-Krüger, Poland and the Austrian grids have north as their first axis.
  for (const code of [2180, 31256, 31467]) {
    const [place] = placesOf(systemOf(code), 0);
    const [projected] = await transformed(4326, code, place ? [place] : []);
    expect(projected && place ? apart(read(code, projected), place) : 1e9).toBeLessThan(5);
  }
});
