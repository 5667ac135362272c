import { expect, test } from 'vitest';
import { writeGeojson, writeGeojsonOnGlobe } from '../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { samePlan } from '../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';
import { allRecords, planOf, settingsOf } from '../../../core/plan/plan.ts';
import { Random } from '../../../core/reference/random.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';

const random = new Random(41);
const setup = { name: 'Test', newId: () => random.uuid() };

test.each([
  ['in Hamburg', { lon: 9.99, lat: 53.55 }, 0],
  ['turned, across the 180th meridian', { lon: 179.9999, lat: -16.8 }, 0.7],
  ['in the south and east, turned', { lon: 151.2, lat: -33.85 }, 1.1],
  ['far in the north', { lon: -51.7, lat: 78.2 }, -2],
])('a plan %s comes back equal from longitude and latitude', (_name, origin, north) => {
  const { plan } = referencePlan('typical', 3);
  const settings = granted(parseRecord({ ...settingsOf(plan), origin, north }));
  const placed = planOf([...allRecords(plan), settings]);
  const text = writeGeojsonOnGlobe(placed) ?? '';
  expect(text).not.toContain('plan-metres');
  const read = granted(planOfGeojson(text, setup));
  expect([samePlan(read.plan, placed), read.remarks]).toEqual([true, []]);
});

test('a place 100 m east of the origin is so many degrees away', () => {
  const plan = testPlan(
    record('settings', { origin: { lon: 0, lat: 0 } }),
    record('post', { at: { x: 111.319, y: 0 } }),
  );
  const { features } = JSON.parse(writeGeojsonOnGlobe(plan) ?? '') as {
    readonly features: readonly { readonly geometry: { readonly coordinates: readonly number[] } | null }[];
  };
  const [place] = features.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
  expect(place?.map((degrees) => Math.round(degrees * 1e6))).toEqual([1000, 0]);
});

test('a plan that does not say where it is has none', () => {
  expect(writeGeojsonOnGlobe(testPlan(record('post')))).toBe(null);
});

test.each<[string, readonly PlanRecord[]]>([
  ['nothing at all', []],
  [
    'no place: a phase, another layer, a sheet that shows nothing',
    [record('phase'), record('layer', { id: 2 })],
  ],
])('a plan with an origin and %s comes back equal', (_name, records) => {
  for (const origin of [
    { lon: 9.99, lat: 53.55 },
    { lon: -179.9999, lat: -16.8 },
    { lon: 0, lat: 0 },
  ]) {
    const plan = testPlan(record('settings', { origin, north: 0.7 }), ...records);
    const read = granted(planOfGeojson(writeGeojsonOnGlobe(plan) ?? '', setup));
    expect([samePlan(read.plan, plan), settingsOf(read.plan).origin]).toEqual([true, origin]);
    expect(read.remarks).toEqual(granted(planOfGeojson(writeGeojson(plan), setup)).remarks);
  }
});

test('an empty map of another program, or one of ours that lost its geometries, is still refused', () => {
  const placed = testPlan(record('settings', { origin: { lon: 9, lat: 53 } }), record('post'));
  const lost = (writeGeojsonOnGlobe(placed) ?? '').replace(/"coordinates":\[[^\]]*\]/, '"coordinates":[]');
  for (const text of ['{"type":"FeatureCollection","features":[]}', lost])
    expect(planOfGeojson(text, setup)).toMatchObject({
      error: { message: expect.stringMatching(/^This file holds no geometry/) },
    });
});
