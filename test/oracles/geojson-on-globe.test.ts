import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeGeojson, writeGeojsonOnGlobe } from '../../core/codec/geojson/write-geojson.ts';
import { rotate } from '../../core/geometry/point.ts';
import { parseRecord } from '../../core/plan/parse-record.ts';
import { allRecords, planOf, settingsOf } from '../../core/plan/plan.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { written } from '../../scripts/attack/fuzz/oracles.ts';
import { granted } from '../support/plan-builder.ts';
import { temporaryFolder } from '../support/temporary-store.ts';

type Geometry = { readonly type: string; readonly coordinates: unknown } | null;
const geometriesIn = (text: string) =>
  (JSON.parse(text) as { readonly features: readonly { readonly geometry: Geometry }[] }).features.map(
    ({ geometry }) => geometry,
  );
/** All numbers of a geometry, two for each position. */
const numbersOf = (geometry: Geometry) =>
  [geometry?.coordinates ?? []].flat(4) as unknown as readonly number[];

/** What GDAL reads of a file, in metres around a place, east and north. */
function readByGdal(file: string, { lon, lat }: { readonly lon: number; readonly lat: number }): string {
  const out = `${file}.metres.geojson`;
  const around = `+proj=aeqd +lat_0=${lat} +lon_0=${lon} +datum=WGS84 +units=m`;
  const { status, stderr } = spawnSync(
    'ogr2ogr',
    ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=7', '-t_srs', around, out, file],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(out, 'utf8');
}

test.each([
  ['in the north and east', { lon: 9.99, lat: 53.55 }, 0],
  ['in the south and east, turned', { lon: 151.2, lat: -33.85 }, 1.1],
  ['in the south and west, turned', { lon: -58.4, lat: -34.6 }, -2.5],
  ['across the 180th meridian', { lon: 179.9999, lat: -16.8 }, 0.7],
])('GDAL reads a plan %s where it lies on the globe', (_name, origin, north) => {
  const { plan } = referencePlan('typical', 5);
  const settings = granted(parseRecord({ ...settingsOf(plan), origin, north }));
  const placed = planOf([...allRecords(plan), settings]);
  const file = written(
    temporaryFolder(),
    'globe.geojson',
    new TextEncoder().encode(writeGeojsonOnGlobe(placed) ?? ''),
  );
  const ours = geometriesIn(writeGeojson(placed));
  const theirs = geometriesIn(readByGdal(file, origin));
  expect(theirs.map((geometry) => geometry?.type)).toEqual(ours.map((geometry) => geometry?.type));
  let worst = 0;
  for (const [index, geometry] of ours.entries()) {
    const [mine, read] = [numbersOf(geometry), numbersOf(theirs[index] ?? null)];
    expect(read.length).toBe(mine.length);
    for (let at = 0; at < mine.length; at += 2) {
      const { x, y } = rotate({ x: mine[at] ?? 0, y: mine[at + 1] ?? 0 }, -north);
      worst = Math.max(worst, Math.hypot(x - (read[at] ?? 1e9), y - (read[at + 1] ?? 1e9)));
    }
  }
  expect(worst).toBeGreaterThan(0);
  // Metres.
  expect(worst).toBeLessThan(0.001);
});
