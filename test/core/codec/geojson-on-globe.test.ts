import { expect, test } from 'vitest';
import { writeGeojsonOnGlobe } from '../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { samePlan } from '../../../core/plan/diff.ts';
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
