import { expect, test } from 'vitest';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { surveyOf } from '../../../../core/exchange/mapping/survey-of.ts';
import { attributesByTelling } from '../../../../renderer/app/mapping/telling-attributes.ts';
import { granted } from '../../../support/plan-builder.ts';

const point = (index: number) => ({ type: 'Point', coordinates: [index, 0] });

function offered(list: readonly object[]) {
  const features = list.map((properties, index) => ({
    type: 'Feature',
    properties,
    geometry: point(index),
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features });
  return attributesByTelling(surveyOf(granted(readGeojson(text))));
}

const names = (list: readonly object[]) => offered(list).map(({ name }) => name);

/* A hundred features of a city, in the order in which its office writes their attributes. */
const city = Array.from({ length: 100 }, (_, index) => ({
  gml_id: `DENW-${index}`,
  quelle: 'Kataster',
  objectid: index,
  hoehe: 3 + (index % 12),
  strasse: `Strasse ${index % 40}`,
  baujahr: index < 5 ? '1950' : null,
  erfasst: index < 97 ? 'ja' : 'nein',
  art: ['Wohnhaus', 'Garage', 'Kirche'][index % 3],
}));

test('the attribute of a few words in all features is the first, numbers of features are the last', () => {
  const order = names(city);
  expect(order[0]).toBe('art');
  expect(new Set(order.slice(-4))).toEqual(new Set(['gml_id', 'quelle', 'objectid', 'baujahr']));
  expect(order.indexOf('strasse')).toBeGreaterThan(order.indexOf('art'));
  expect(order.indexOf('hoehe')).toBeGreaterThan(order.indexOf('art'));
  expect(order).toHaveLength(8);
});

test('every attribute is offered once, with its most frequent values', () => {
  const [art] = offered([...city, { art: 'Garage' }, { art: 'Garage' }]);
  expect(art).toMatchObject({ name: 'art', values: ['Garage', 'Wohnhaus', 'Kirche'], isTelling: true });
  expect(new Set(names(city)).size).toBe(names(city).length);
});

test('of two that part alike the one in more features is first, and equals stay as they are written', () => {
  const half = city.map(({ art }, index) => ({ halb: index % 2 ? art : null, voll: art }));
  expect(names(half)).toEqual(['voll', 'halb']);
  expect(names(city.map(({ art }) => ({ z: art, a: art })))).toEqual(['z', 'a']);
});

test('what parts them evenly is before what parts off a few', () => {
  const list = city.map(({ art, erfasst }) => ({ erfasst, art }));
  expect(names(list)).toEqual(['art', 'erfasst']);
});

test('what is understood already does not count', () => {
  const bollards = city.map((_, index) => ({ barrier: 'bollard', gruppe: `g${index % 3}` }));
  const others = city.slice(0, 10).map((_, index) => ({ wert: `w${index % 2}` }));
  expect(names([...bollards, ...others])[0]).toBe('wert');
});

test('none is telling where each feature has a value of its own, or all the same', () => {
  const list = city.map(({ gml_id, quelle, hoehe }) => ({ gml_id, quelle, hoehe }));
  expect(offered(list).map(({ name, isTelling }) => [name, isTelling])).toEqual([
    ['hoehe', false],
    ['gml_id', false],
    ['quelle', false],
  ]);
});
