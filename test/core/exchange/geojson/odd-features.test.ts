import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted } from '../../../support/plan-builder.ts';

const random = new Random(29);
const setup = { name: 'Test', newId: () => random.uuid() };
const ring = (x: number) => [
  [x, 50],
  [x + 0.001, 50],
  [x + 0.001, 50.001],
  [x, 50.001],
  [x, 50],
];
const polygon = (x = 7.01) => ({ type: 'Polygon', coordinates: [ring(x)] });
const sound = { type: 'Feature', properties: { building: 'yes', name: 'Sound' }, geometry: polygon(7) };
const odd = (more: object) => ({
  type: 'Feature',
  properties: { building: 'yes' },
  geometry: polygon(),
  ...more,
});
const shaped = (type: string, coordinates: unknown) => odd({ geometry: { type, coordinates } });
const text = (...features: readonly unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('one odd feature costs that feature, and says so', () => {
  test.each<[string, unknown, number, string]>([
    ['a number', 7, 1, 'Left out: feature 2 (it is not an object).'],
    ['null', null, 1, 'Left out: feature 2 (it is not an object).'],
    ['a list', [], 1, 'Left out: feature 2 (it is not an object).'],
    [
      'a collection',
      { type: 'FeatureCollection', features: [sound] },
      1,
      'Left out: feature 2 (it is a collection within the collection).',
    ],
    ['a bare geometry', polygon(), 1, 'Left out: feature 2 (its "type" is not "Feature").'],
    ['id null', odd({ id: null }), 2, 'Read all the same: feature 2 (its "id" is neither text nor number).'],
    [
      'an id that is an object',
      odd({ id: {} }),
      2,
      'Read all the same: feature 2 (its "id" is neither text nor number).',
    ],
    [
      'properties that are a list',
      odd({ properties: [] }),
      1,
      'Left out: feature 2 (its "properties" are not an object).',
    ],
    [
      'properties that are text',
      odd({ properties: 'x' }),
      1,
      'Left out: feature 2 (its "properties" are not an object).',
    ],
    [
      'no properties',
      { type: 'Feature', geometry: polygon() },
      1,
      'Read all the same: feature 2 (it has no "properties").',
    ],
    ['no geometry', { type: 'Feature', properties: {} }, 1, 'Left out: feature 2 (it has no geometry).'],
    [
      'a geometry that is text',
      odd({ geometry: 'POINT (1 2)' }),
      1,
      'Left out: feature 2 (its geometry has no "type").',
    ],
    [
      'a curve',
      shaped('CircularString', ring(7)),
      1,
      'Left out: feature 2 (its geometry is of the unknown type "CircularString").',
    ],
    [
      'no coordinates',
      shaped('Polygon', undefined),
      1,
      'Left out: feature 2 (its geometry has no coordinates).',
    ],
    ['a point without numbers', shaped('Point', []), 1, 'Left out: feature 2 (its geometry is empty).'],
    [
      'a point of text',
      shaped('Point', ['7', '50']),
      1,
      'Left out: feature 2 (a position that is not two numbers).',
    ],
    [
      'a point of one number',
      shaped('Point', [7]),
      1,
      'Left out: feature 2 (a position that is not two numbers).',
    ],
    ['no polygons', shaped('MultiPolygon', []), 1, 'Left out: feature 2 (its geometry is empty).'],
    ['no rings', shaped('Polygon', []), 1, 'Left out: feature 2 (its geometry is empty).'],
    [
      'a line of one point',
      shaped('LineString', [[7, 50]]),
      1,
      'Left out: feature 2 (a line of a single point).',
    ],
    [
      'a ring in one place',
      shaped('Polygon', [
        [
          [7, 50],
          [7, 50],
          [7, 50],
          [7, 50],
        ],
      ]),
      1,
      'Left out: feature 2 (a ring of fewer than three corners).',
    ],
    [
      'a ring of two corners',
      shaped('Polygon', [
        [
          [7, 50],
          [7.001, 50],
          [7.001, 50],
          [7, 50],
        ],
      ]),
      1,
      'Left out: feature 2 (a ring of fewer than three corners).',
    ],
    [
      'a ring with a null',
      shaped('Polygon', [[[7, 50], null, [7.001, 50], [7, 50.001]]]),
      1,
      'Left out: feature 2 (a position that is not two numbers).',
    ],
    [
      'five numbers',
      shaped('Polygon', [ring(7.01).map((at) => [...at, 0, 1, 2])]),
      2,
      'Not used: numbers after the height in the coordinates (5 ×).',
    ],
    [
      'one of two polygons',
      shaped('MultiPolygon', [[ring(7.01)], [[[7, 50]]]]),
      2,
      'Left out: a part of feature 2 (a ring of fewer than three corners).',
    ],
    [
      'a hole of two corners',
      shaped('Polygon', [
        ring(7.01),
        [
          [7, 50],
          [7.001, 50],
          [7, 50],
        ],
      ]),
      2,
      'Left out: a part of feature 2 (a ring of fewer than three corners).',
    ],
    [
      'null among geometries',
      odd({ geometry: { type: 'GeometryCollection', geometries: [null, polygon()] } }),
      2,
      'Left out: a part of feature 2 (its geometry is empty).',
    ],
  ])('%s', (_name, feature, buildings, sentence) => {
    const { plan, remarks } = granted(planOfGeojson(text(sound, feature), setup));
    expect(plan.tables.building.size).toBe(buildings);
    expect(remarks).toContain(sentence);
  });

  test('collections within each other are read as far as they go', () => {
    const within = {
      type: 'GeometryCollection',
      geometries: [{ type: 'GeometryCollection', geometries: [polygon()] }],
    };
    const { plan, remarks } = granted(planOfGeojson(text(sound, odd({ geometry: within })), setup));
    expect([plan.tables.building.size, remarks]).toEqual([2, []]);
  });

  test('many are told by the first three, and very many reasons by their number', () => {
    const several = Array.from({ length: 5 }, () => shaped('Point', []));
    const types = Array.from({ length: 12 }, (_, index) => shaped(`Odd${index}`, []));
    const { remarks } = granted(planOfGeojson(text(sound, ...several, ...types), setup));
    expect(remarks[0]).toBe('Left out: feature 2, feature 3, feature 4 and 2 more (its geometry is empty).');
    expect(remarks.at(-1)).toBe('Left out: 6 more, for 6 other reasons.');
    expect(remarks).toHaveLength(8);
  });

  test('of a file with nothing else, the first one is the reason', () => {
    expect(planOfGeojson(text(shaped('Point', [])), setup)).toMatchObject({
      error: {
        message:
          'This file holds no geometry that can be read (feature 1: its geometry is empty). Choose another file.',
      },
    });
  });
});

describe('rings that do not come back to their first corner', () => {
  test('keep all their corners and are said', () => {
    const open = shaped('Polygon', [ring(7.01).slice(0, 4), ring(7.0102).slice(0, 4)]);
    const { plan, remarks } = granted(planOfGeojson(text(sound, open, sound), setup));
    expect([...plan.tables.building.values()].map((building) => building.ring.length)).toEqual([4, 4, 4]);
    expect(remarks).toContain('Closed: 2 rings that do not come back to their first corner (feature 2).');
  });

  test('of three corners are triangles', () => {
    const { plan, remarks } = granted(
      planOfGeojson(text(sound, shaped('Polygon', [ring(7.01).slice(0, 3)])), setup),
    );
    expect([...plan.tables.building.values()].map((building) => building.ring.length)).toEqual([4, 3]);
    expect(remarks).toEqual(['Closed: 1 ring that does not come back to its first corner (feature 2).']);
  });

  test('that are closed say nothing', () => {
    expect(granted(planOfGeojson(text(sound), setup)).remarks).toEqual([]);
  });
});

describe('what is no collection', () => {
  const formsIn = (value: string) => {
    const drawing = granted(readGeojson(value));
    return drawing.elements.map(({ source, forms }) => [source, ...forms.map(({ type }) => type)]);
  };
  const line = (feature: object) => JSON.stringify(feature);

  test('a bare geometry is an element', () => {
    expect(formsIn(line(polygon()))).toEqual([['the geometry', 'polygon']]);
    const collection = {
      type: 'GeometryCollection',
      geometries: [polygon(), { type: 'Point', coordinates: [7, 50] }],
    };
    expect(formsIn(line(collection))).toEqual([['the geometry', 'polygon', 'point']]);
  });

  test.each([
    ['lines', `${line(sound)}\n${line(odd({}))}\n`],
    ['lines of another system, with an empty one', `${line(sound)}\r\n${line(odd({}))}\r\n\r\n`],
    ['separators', `\u001e${line(sound)}\n\u001e${line(odd({}))}\n`],
    [
      'a separator before texts of several lines',
      `\u001e${JSON.stringify(sound, null, 1)}\n\u001e${line(odd({}))}`,
    ],
  ])('features by %s are read', (_name, value) => {
    expect(granted(planOfGeojson(value, setup)).plan.tables.building.size).toBe(2);
  });

  test('geometries by lines are read, and what is no JSON is named by its line', () => {
    const drawing = granted(
      readGeojson(`${line(polygon())}\n${line(sound).slice(0, 40)}\n\n${line(sound)}\n7`),
    );
    expect(drawing.elements.map(({ source }) => source)).toEqual(['line 1', 'line 4']);
    expect(drawing.leftOut).toEqual([
      { source: 'line 2', reason: 'it is not JSON, or cut short' },
      { source: 'line 5', reason: 'it is neither a feature, a geometry nor a collection of features' },
    ]);
  });

  test('lines of plan metres say it in the first one', () => {
    const inMetres = { ...sound, coordinates: 'plan-metres' };
    expect(granted(readGeojson(`${line(inMetres)}\n${line(sound)}`)).coordinates).toBe('plan-metres');
  });

  test.each([
    ['lines of other JSON', '{"a":1}\n{"a":2}'],
    ['a line of words first', `words\n${line(sound)}`],
    ['a list', '[1]'],
    ['features that are no list', '{"type":"FeatureCollection","features":{}}'],
    ['null', 'null'],
  ])('%s is refused', (_name, value) => {
    expect(readGeojson(value)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^This file is not GeoJSON: .*\.$/) },
    });
  });
});
