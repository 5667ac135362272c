import { describe, expect, test } from 'vitest';
import { writeGeojsonOnGlobe } from '../../../../core/codec/geojson/write-geojson.ts';
import { convert } from '../../../../core/exchange/convert/convert.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { Random } from '../../../../core/reference/random.ts';
import { firstLayer, granted, idSource, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

type Place = readonly [x: number, y: number];
const swapped = ([x, y]: Place): Place => [y, x];
const random = new Random(61);
const setup = { name: 'Test', newId: () => random.uuid() };

const post = (coordinates: Place, more: object = {}) => ({
  type: 'Feature',
  properties: { barrier: 'bollard' },
  geometry: { type: 'Point', coordinates },
  ...more,
});
const text = (features: readonly object[], top: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...top, features });
const remarksOf = (features: readonly object[], top: object = {}) =>
  granted(readGeojson(text(features, top))).remarks;

const TO_DO =
  'Nothing was exchanged: if the place is wrong, exchange the two in the program that the file comes from.';
const bboxRemark = (whose: string) =>
  `The "bbox" of ${whose} has x and y the other way round than the coordinates. ${TO_DO}`;

/** A place in Hamburg. */
const there: Place = [9.99, 53.55];

describe('a "bbox" against the coordinates', () => {
  const bbox = [9.98, 53.54, 10, 53.56];

  test.each<[string, readonly number[]]>([
    ['of the file', bbox],
    ['with heights', [9.98, 53.54, 0, 10, 53.56, 12]],
    ['rounded to its place', [9.99, 53.55, 9.99, 53.55]],
  ])('%s is said, and nothing is exchanged', (_name, said) => {
    const drawing = granted(readGeojson(text([post(swapped(there))], { bbox: said })));
    expect(drawing.remarks).toEqual([bboxRemark('this file')]);
    expect(drawing.elements[0]?.forms).toEqual([{ type: 'point', at: { x: 53.55, y: 9.99 } }]);
    expect(remarksOf([post(there)], { bbox: said })).toEqual([]);
  });

  test('of features is said by their names', () => {
    const features = [post(there, { bbox }), post(swapped(there), { bbox }), post(swapped(there), { bbox })];
    expect(remarksOf(features)).toEqual([bboxRemark('feature 2, feature 3')]);
    const lines = features.map((each) => JSON.stringify(each)).join('\n');
    expect(granted(readGeojson(lines)).remarks).toEqual([bboxRemark('line 2, line 3')]);
  });

  test('so also where it is written with latitude first beside right coordinates', () => {
    expect(remarksOf([post(there)], { bbox: [53.54, 9.98, 53.56, 10] })).toEqual([bboxRemark('this file')]);
  });

  test.each<[string, unknown]>([
    ['is not there', undefined],
    ['is of another place either way', [100, 20, 101, 21]],
    ['holds both readings', [0, 0, 60, 60]],
    ['is no list', 'world'],
    ['is too short', [9.98, 53.54]],
    ['is of five numbers', [53.54, 9.98, 53.56, 10, 3]],
    ['is of texts', ['9.98', '53.54', '10', '53.56']],
    ['goes across the 180th meridian', [179, 53, -179, 54]],
  ])('that %s decides nothing', (_name, said) => {
    expect(remarksOf([post(swapped(there))], { bbox: said })).toEqual([]);
  });

  test('a feature without a place says nothing by its own', () => {
    expect(remarksOf([post(there), { ...post(there), geometry: null, bbox }])).toEqual([]);
  });
});

describe('a projection against the coordinates', () => {
  const said = `The coordinates lie far from the part of the globe that their system is for, and would lie in it if the two were exchanged. ${TO_DO}`;

  test.each<[string, Place]>([
    ['EPSG:25832', [566000, 5934000]],
    ['EPSG:32733', [500000, 9990000]],
    ['EPSG:2056', [2600000, 1200000]],
    ['EPSG:2154', [650000, 6860000]],
    ['EPSG:31467', [3565800, 5934800]],
  ])('%s with north first is said', (name, at) => {
    expect(remarksOf([post(at)], { crs: name })).not.toContain(said);
    expect(remarksOf([post(swapped(at))], { crs: name })).toContain(said);
  });

  test.each<[string, Place]>([
    // Both lie in Great Britain, and near the Netherlands.
    ['EPSG:27700', [180000, 530000]],
    ['EPSG:28992', [487000, 121000]],
    // Of the whole of Europe, and of the globe.
    ['EPSG:3034', [2800000, 4000000]],
    ['EPSG:3857', [7085000, 1112000]],
    ['EPSG:4269', [53.55, 9.99]],
  ])('%s does not decide', (name, at) => {
    expect(remarksOf([post(at)], { crs: name })).not.toContain(said);
  });
});

describe('the place of a plan against the coordinates', () => {
  const origin = { lon: 9.99, lat: 53.55 };
  const bringInto = (place: typeof origin | null, at: Place) =>
    convert(testPlan(record('settings', { origin: place })), granted(readGeojson(text([post(at)]))), {
      as: 'part',
      floor: siteFloor,
      layer: firstLayer,
      middle: { x: 0, y: 0 },
      newId: idSource(7001),
    });
  const message = (result: ReturnType<typeof bringInto>) =>
    !result.ok && result.error.type === 'at-fault' ? result.error.message : '';

  test('a map that would lie there with latitude first is refused with that', () => {
    expect(message(bringInto(origin, swapped(there)))).toBe(
      'The map lies more than one degree (over 50 km) from the latitude and longitude of this plan. It would lie there if latitude came first in it: exchange the two in the program that the file comes from.',
    );
    expect(message(bringInto(origin, [20, 10]))).toMatch(/Check them in the settings of the plan\.$/);
  });

  test.each<[string, typeof origin | null, Place, boolean]>([
    ['near as it is', origin, there, false],
    ['without a place to decide by', null, swapped(there), false],
    // Latitude and longitude are nearly the same: 45 km away or none.
    ['nearer with latitude first', { lon: 45, lat: 45.4 }, [45.4, 45], true],
    ['a little nearer with latitude first', { lon: 45, lat: 45.4 }, [45.3, 45.1], false],
    ['3 km away or none', { lon: 45, lat: 45.03 }, [45.03, 45], false],
  ])('one that is %s', (_name, place, at, isSaid) => {
    const { report } = granted(bringInto(place, at));
    const remark = `This map lies far from the latitude and longitude of this plan, and would lie there if latitude came first in it. ${TO_DO}`;
    expect(report.remarks.includes(remark)).toBe(isSaid);
    expect(report.records).toBe(1);
  });

  test('a file of ours whose geometries another program exchanged says so by its settings', () => {
    const settings = record('settings', { origin: { lon: 45, lat: 45.4 } });
    const ours = JSON.parse(
      writeGeojsonOnGlobe(testPlan(settings, record('post', { at: { x: 9, y: 5 } }))) ?? '',
    );
    const turned = {
      ...ours,
      features: ours.features.map((feature: { geometry: { coordinates: Place } | null }) => ({
        ...feature,
        geometry: feature.geometry && { type: 'Point', coordinates: swapped(feature.geometry.coordinates) },
      })),
    };
    const remark = `This map lies far from the latitude and longitude in its settings, and would lie there if latitude came first in it. ${TO_DO}`;
    expect(granted(planOfGeojson(JSON.stringify(turned), setup)).remarks).toContain(remark);
    expect(granted(planOfGeojson(JSON.stringify(ours), setup)).remarks).toEqual([]);
  });
});
