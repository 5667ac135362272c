import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { surveyOf } from '../../../../core/exchange/mapping/survey-of.ts';
import type { Outcome } from '../../../../core/mapping/mapping.ts';
import { mappingOf, mappingSchema } from '../../../../core/mapping/mapping.ts';
import type { Survey } from '../../../../core/mapping/survey.ts';
import {
  type Choices,
  choicesOf,
  freshChoices,
  mappingOfChoices,
  previewOf,
  rowsOf,
} from '../../../../renderer/app/mapping/choices.ts';
import { uuidSource } from '../../../support/editor-driver.ts';

const square = (x: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 5, 0],
      [x + 5, 5],
      [x, 5],
      [x, 0],
    ],
  ],
});
const point = { type: 'Point', coordinates: [1, 90] };

/** Thirty values of which 24 are listed, two features without any, one that tags tell, and points. */
const text = JSON.stringify({
  type: 'FeatureCollection',
  coordinates: 'plan-metres',
  features: [
    ...Array.from({ length: 40 }, (_, index) => ({ art: `v${index % 30}`, hoehe: index })),
    {},
    { hoehe: 3 },
    { building: 'yes', art: 'v0' },
  ]
    .map((properties, index) => ({ type: 'Feature', properties, geometry: square(10 * index) }) as object)
    .concat([
      { type: 'Feature', properties: { art: 'v0' }, geometry: point },
      { type: 'Feature', properties: { barrier: 'bollard' }, geometry: point },
    ]),
});

function survey(): Survey {
  const drawing = readGeojson(text);
  if (!drawing.ok) throw new Error(drawing.error.message);
  return surveyOf(drawing.value);
}

const chosen = (attribute: string | null, outcomes: Readonly<Record<string, Outcome>>): Choices => ({
  attribute,
  outcomes: new Map(Object.entries(outcomes)),
  fields: new Map([['building', { height: { attribute: 'hoehe', unit: 'ft' } }]]),
});

describe('rows', () => {
  test('hold every feature once: by value, with another value, without any', () => {
    const rows = rowsOf(survey(), 'art');
    const polygons = rows.filter(({ geometry }) => geometry === 'polygon');
    expect(polygons.slice(0, 1)).toEqual([
      { id: 'polygon value v0', geometry: 'polygon', sort: 'value', value: 'v0', features: 3, understood: 1 },
    ]);
    expect(polygons.slice(24)).toEqual([
      { id: 'polygon others ', geometry: 'polygon', sort: 'others', value: null, features: 6, understood: 0 },
      { id: 'polygon rest ', geometry: 'polygon', sort: 'rest', value: null, features: 2, understood: 0 },
    ]);
    expect(rows.reduce((sum, { features }) => sum + features, 0)).toBe(45);
  });

  test('are one for each sort of geometry where nothing tells features apart', () => {
    expect(rowsOf(survey(), null).map(({ id, features }) => [id, features])).toEqual([
      ['point rest ', 2],
      ['polygon rest ', 43],
    ]);
  });
});

describe('what is chosen', () => {
  const cases: readonly (readonly [string, Choices])[] = [
    ['nothing', chosen('art', {})],
    ['one value', chosen('art', { 'polygon value v0': 'building' })],
    ['all but one value', chosen('art', { 'polygon others ': 'building', 'polygon rest ': 'area' })],
    [
      'the rest, and points left out',
      chosen('art', { 'polygon rest ': 'building', 'point value v0': 'left-out' }),
    ],
    ['everything of a sort', chosen(null, { 'polygon rest ': 'building', 'point rest ': 'obstacle' })],
  ];

  test.each(cases)('%s becomes as many records as were shown', (_, choices) => {
    const mapping = mappingOfChoices(survey(), choices);
    expect(mappingSchema.safeParse(mapping).success).toBe(true);
    const read = planOfGeojson(text, { name: 'Map', newId: uuidSource(), mapping });
    if (!read.ok) throw new Error(read.error.message);
    const { tables } = read.value.plan;
    const { said, understood } = previewOf(survey(), choices);
    const shown = said
      // A point is no obstacle, and the window does not offer it.
      .filter(([kind]) => kind !== 'obstacle')
      .reduce((sum, [, features]) => sum + features, understood);
    expect(tables.building.size + tables.area.size + tables.bollards.size).toBe(shown);
  });

  test.each(cases)('%s is the same when it is proposed again', (_, choices) => {
    const again = choicesOf(mappingOfChoices(survey(), choices), survey());
    expect(again.outcomes).toEqual(choices.outcomes);
    if (choices.outcomes.size > 0) expect(again.attribute).toBe(choices.attribute);
    expect(previewOf(survey(), again)).toEqual(previewOf(survey(), choices));
    expect(mappingOfChoices(survey(), again)).toEqual(mappingOfChoices(survey(), choices));
  });

  test('has no more rules than it needs, and those of its own tags before what would take them', () => {
    const rules = (choices: Choices) => mappingOfChoices(survey(), choices).rules;
    expect(rules(chosen('art', {}))).toEqual([]);
    expect(rules(chosen('art', { 'polygon value v0': 'building' }))).toEqual([
      {
        attribute: 'art',
        value: 'v0',
        geometry: 'polygon',
        becomes: 'building',
        fields: { height: { attribute: 'hoehe', unit: 'ft' } },
      },
    ]);
    const rest = rules(chosen('art', { 'polygon rest ': 'area' }));
    expect(rest.map(({ becomes }) => becomes)).toEqual([...Array(25).fill('as-read'), 'area']);
    expect(rest.at(-1)).toEqual({ geometry: 'polygon', becomes: 'area' });
  });

  test('is counted as what it becomes, what its tags say, and what stays out', () => {
    expect(
      previewOf(survey(), chosen('art', { 'polygon value v1': 'area', 'polygon value v0': 'left-out' })),
    ).toEqual({
      said: [['area', 2]],
      understood: 1,
      out: 42,
    });
  });
});

test('a file begins with the attribute that tells most of what is not understood apart', () => {
  const of = (...list: readonly object[]) => {
    const features = list.map((properties, index) => ({
      type: 'Feature',
      properties,
      geometry: square(10 * index),
    }));
    const drawing = readGeojson(JSON.stringify({ type: 'FeatureCollection', features }));
    return drawing.ok ? freshChoices(surveyOf(drawing.value)).attribute : undefined;
  };
  const many = Array.from({ length: 6 }, (_, index) => ({
    number: index,
    name: `House ${index}`,
    hoehe: index % 2,
    seldom: index < 3 ? `s${index % 2}` : null,
    art: ['house', 'shed'][index % 2],
    owner: 'one',
  }));
  expect(of(...many)).toBe('art');
  expect(of({ name: 'a' }, { name: 'b' })).toBe(null);
  expect(of()).toBe(null);
});

test('a mapping of another attribute proposes what the file has of it', () => {
  const mapping = mappingOf([{ attribute: 'gone', value: 'x', geometry: 'polygon', becomes: 'building' }]);
  expect(choicesOf(mapping, survey()).outcomes).toEqual(new Map());
});
