import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { surveyLines } from '../../../../core/exchange/mapping/survey-lines.ts';
import { hasForeign, surveyOf } from '../../../../core/exchange/mapping/survey-of.ts';
import { surveyLimits, surveySchema } from '../../../../core/mapping/survey.ts';

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};
const point = { type: 'Point', coordinates: [1, 2] };
const feature = (properties: object | null, geometry: object | null = polygon) => ({
  type: 'Feature',
  properties,
  geometry,
});

function drawingOf(...features: readonly object[]) {
  const drawing = readGeojson(JSON.stringify({ type: 'FeatureCollection', features }));
  if (!drawing.ok) throw new Error(drawing.error.message);
  return drawing.value;
}
const survey = (...features: readonly object[]) => surveyOf(drawingOf(...features));

test('by sort of geometry each attribute has its features, its values and those that are measures', () => {
  const { features, foreign, geometries } = survey(
    feature({ art: 'Haus', hoehe: '12,5', building: null }),
    feature({ art: 'Haus', hoehe: 'hoch', building: 'yes' }),
    feature({ art: 'Halle', hoehe: '8 ft', names: { primary: 'West' }, list: [1] }),
    feature({ art: 'Baum' }, point),
    feature({ art: 'nowhere' }, null),
  );
  expect({ features, foreign }).toEqual({ features: 4, foreign: 3 });
  const value = (text: string, times: number, understood = 0) => ({ text, features: times, understood });
  const attribute = (name: string, values: readonly ReturnType<typeof value>[], measures = 0) => ({
    name,
    features: values.reduce((sum, each) => sum + each.features, 0),
    understood: values.reduce((sum, each) => sum + each.understood, 0),
    distinct: values.length,
    isCut: false,
    measures,
    values,
  });
  expect(geometries).toEqual([
    {
      geometry: 'point',
      features: 1,
      understood: 0,
      attributes: [attribute('art', [value('Baum', 1)])],
      others: 0,
    },
    {
      geometry: 'polygon',
      features: 3,
      understood: 1,
      attributes: [
        attribute('art', [value('Haus', 2, 1), value('Halle', 1)]),
        attribute('hoehe', [value('12,5', 1), value('hoch', 1, 1), value('8 ft', 1)], 2),
        attribute('building', [value('yes', 1, 1)]),
        attribute('names.primary', [value('West', 1)]),
      ],
      others: 0,
    },
  ]);
});

test('a file is foreign by one feature that nothing is understood of', () => {
  expect(hasForeign(drawingOf(feature({ building: 'yes' })))).toBe(false);
  expect(hasForeign(drawingOf(feature({ building: 'yes' }), feature({ art: 'x' })))).toBe(true);
  // A building is no point: the tags are known, and nothing comes of it.
  expect(hasForeign(drawingOf(feature({ building: 'yes' }, point)))).toBe(true);
  // Nothing is to be said of what lies nowhere.
  expect(hasForeign(drawingOf(feature({ art: 'x' }, null)))).toBe(false);
  expect(hasForeign(drawingOf())).toBe(false);
});

test('records in the words of this program are in no survey', () => {
  expect(survey(feature({ kind: 'building', height: 5 }))).toMatchObject({
    features: 0,
    foreign: 0,
    geometries: [],
  });
  // Here kind is the word of another program.
  expect(survey(feature({ kind: 'building', hoehe: 5 }))).toMatchObject({ features: 1, foreign: 1 });
});

test('the fingerprint is that of the attributes, whatever their order, number and values', () => {
  const print = (...features: readonly object[]) => survey(...features).fingerprint;
  const first = print(feature({ art: 'Haus', hoehe: 3 }), feature({ art: 'Baum' }, point));
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  const others = [
    print(
      feature({ art: 'x' }, point),
      feature({ hoehe: null, art: 'y' }),
      feature({ art: 'z', hoehe: 'a' }),
    ),
    print(feature({ hoehe: 1 }), feature({ art: 2 }), feature({ art: 3 }, point)),
  ];
  expect(others).toEqual([first, first]);
  expect(print(feature({ art: 'Haus', hoehe: 3 }))).not.toBe(first);
  expect(print(feature({ art: 'Haus' }), feature({ art: 'Baum', hoehe: 3 }, point))).not.toBe(first);
  expect(print(feature({ art: 'Haus', höhe: 3 }), feature({ art: 'Baum' }, point))).not.toBe(first);
});

test('a survey is bounded whatever a file holds', () => {
  const wide = Array.from({ length: 2100 }, (_, index) => {
    const names = index < 60 ? Array.from({ length: 20 }, (__, at) => [`a${index}_${at}`, at] as const) : [];
    return feature({
      number: index,
      long: 'x'.repeat(500) + (index % 3),
      ['n'.repeat(300)]: 1,
      ...Object.fromEntries(names),
    });
  });
  const read = survey(...wide);
  expect(surveySchema.safeParse(read).success).toBe(true);
  const [polygons] = read.geometries;
  expect(polygons?.attributes).toHaveLength(surveyLimits.attributes);
  // 500 names are told apart: 40 of them are listed; of the others no more are counted than that.
  expect(polygons?.others).toBe(460 + 500);
  const number = polygons?.attributes.find(({ name }) => name === 'number');
  expect(number).toMatchObject({ features: 2100, distinct: 2000, isCut: true, measures: 1999 });
  expect(number?.values).toHaveLength(surveyLimits.values);
  // A value that is no line is not listed: a rule could not be told by it.
  expect(polygons?.attributes.find(({ name }) => name === 'long')).toMatchObject({ distinct: 3, values: [] });
  expect(JSON.stringify(read).length).toBeLessThan(500_000);
});

test('any properties give a survey of the form that the window takes', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }), (list) => {
      const read = survey(...list.map((properties) => feature(properties)));
      expect(surveySchema.safeParse(read).success).toBe(true);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('as lines it names what a mapping can ask for', () => {
  const lines = surveyLines(
    survey(...['a', 'b', 'c', 'd', 'e', 'a'].map((art) => feature({ art })), feature(null, point)),
  );
  expect(lines).toEqual([
    'points (1): no attributes',
    'polygons (6): "art" in 6: "a" (2 ×), "b" (1 ×), "c" (1 ×), "d" (1 ×) and 1 others',
  ]);
});
