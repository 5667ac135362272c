import { expect, test } from 'vitest';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { parsePlanText } from '../../../core/plan/plan-json.ts';
import { cornersOf, planLimits, recordsWithinLimits, withinLimits } from '../../../core/plan/plan-limits.ts';
import { record } from '../../support/plan-builder.ts';

const ring = (corners: number) =>
  Array.from({ length: corners }, (_, index) => ({ x: index, y: (index % 7) * 1.5 }));

test('corners are the entries of all lists of a record, those of holes included', () => {
  expect(cornersOf(record('fence', { path: ring(5) }))).toBe(5);
  const area = record('area', { ring: ring(4), holes: [ring(3), ring(3)] });
  expect(cornersOf(area)).toBe(4 + 2 + 6);
  expect(cornersOf(record('camera', {}))).toBe(0);
});

test('the limits themselves are within them, one more is not', () => {
  const { records, pictures, corners, bytes } = planLimits;
  expect(withinLimits({ records, pictures, corners, bytes }).ok).toBe(true);
  expect(withinLimits({ records: records + 1, pictures, corners, bytes })).toMatchObject({
    error: { reason: 'too-many-records' },
  });
  expect(withinLimits({ records, pictures: pictures + 1, corners, bytes })).toMatchObject({
    error: { reason: 'too-many-pictures' },
  });
  expect(withinLimits({ records, pictures, corners, bytes: bytes + 1 })).toMatchObject({
    error: { reason: 'too-much-text' },
  });
  expect(withinLimits({ records, pictures, corners: corners + 1, bytes })).toEqual({
    ok: false,
    error: {
      reason: 'too-many-corners',
      message: 'The plan would have 5,000,001 corners; 5,000,000 are the most. Divide it into several plans.',
    },
  });
});

test('one record alone may not be larger than a message', () => {
  const holes = Array.from({ length: 20 }, () => ring(5000));
  expect(recordsWithinLimits([record('area', { ring: ring(4), holes })])).toMatchObject({
    error: { reason: 'record-too-large' },
  });
});

test('a plan text of one record too many is refused before its records are looked at', () => {
  const text = `{"records":[${'0,'.repeat(planLimits.records)}0]}`;
  expect(parsePlanText(text, FORMAT)).toMatchObject({
    error: { reason: 'too-large', message: 'The plan has more than 300,000 records.' },
  });
});

test('one feature cannot make more records than a plan holds', () => {
  const coordinates = `[${'[1,2],'.repeat(planLimits.records)}[1,2]]`;
  const feature = `{"type":"Feature","properties":{"kind":"camera"},"geometry":{"type":"MultiPoint","coordinates":${coordinates}}}`;
  const text = `{"type":"FeatureCollection","coordinates":"plan-metres","features":[${feature}]}`;
  expect(planOfGeojson(text, { name: 'Many', newId: () => 'none' })).toMatchObject({
    error: {
      message: expect.stringContaining(
        'This file makes more than 300,000 records. Cut it to the site first.',
      ),
    },
  });
});

test('one feature cannot make a record larger than one may be', () => {
  const ring = Array.from({ length: 19_000 }, (_, at) => `[${at},${(at % 7) * 1.5}]`).join(',');
  const rings = Array.from({ length: 6 }, () => `[${ring},[0,0]]`).join(',');
  const feature = `{"type":"Feature","properties":{"kind":"area"},"geometry":{"type":"Polygon","coordinates":[${rings}]}}`;
  const text = `{"type":"FeatureCollection","coordinates":"plan-metres","features":[${feature}]}`;
  const read = planOfGeojson(text, { name: 'Large', newId: () => '00000000-0000-4000-8000-000000000001' });
  expect(read).toMatchObject({
    error: { message: expect.stringContaining('100,000 are the most of one. Divide it.') },
  });
});

test('records within the other limits are refused when they would be too long as text', () => {
  const barrier = record('barrier', { path: ring(16), notes: 'n'.repeat(10_000) });
  const records = (count: number) => Array.from({ length: count }, () => barrier);
  expect(recordsWithinLimits(records(10_000)).ok).toBe(true);
  expect(recordsWithinLimits(records(24_000))).toMatchObject({
    error: {
      reason: 'too-much-text',
      message: expect.stringMatching(/^The plan would be \d+ MB as text; 250 MB are the most\. Divide it/),
    },
  });
});

test('each picture counts for one, whatever it is called', () => {
  const { pictures } = planLimits;
  const underlays = (count: number) =>
    Array.from({ length: count }, (_, index) => record('underlay', { id: index + 1 }));
  expect(recordsWithinLimits(underlays(pictures)).ok).toBe(true);
  expect(recordsWithinLimits(underlays(pictures + 1))).toMatchObject({
    error: { reason: 'too-many-pictures' },
  });
});
