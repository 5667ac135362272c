import { describe, expect, test } from 'vitest';
import { writeGeojson, writeGeojsonOnGlobe } from '../../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { samePlan } from '../../../../core/plan/diff.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';

const random = new Random(59);
const setup = { name: 'Test', newId: () => random.uuid() };
const point = (x: number) => ({ type: 'Point', coordinates: [x, 50] });
const house = (x: number) => ({
  type: 'Feature',
  properties: { building: 'yes' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 50],
        [x + 0.001, 50],
        [x + 0.001, 50.001],
        [x, 50],
      ],
    ],
  },
});
const all = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...more,
});
const byLines = (...lines: readonly unknown[]) => `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
const sequence = (...texts: readonly unknown[]) =>
  texts.map((text) => `\u001e${JSON.stringify(text)}\n`).join('');
const read = (text: string) => granted(readGeojson(text));
const sources = (text: string) => read(text).elements.map(({ source }) => source);
const system = (name: string) => ({ crs: { type: 'name', properties: { name } } });

const otherSystem = 'its coordinates are in another system than those of the first line';

describe('collections by lines', () => {
  test('give the features of all of them, by line and number', () => {
    const text = byLines(all([house(7), house(7.01)]), all([]), all([house(7.02)]));
    expect(sources(text)).toEqual(['line 1, feature 1', 'line 1, feature 2', 'line 3, feature 1']);
    expect(granted(planOfGeojson(text, setup)).plan.tables.building.size).toBe(3);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'a feature first',
      byLines(house(7), all([house(7.01)]), point(7.02)),
      ['line 1', 'line 2, feature 1', 'line 3'],
    ],
    [
      'a geometry first',
      byLines(point(7), house(7.01), all([house(7.02)])),
      ['line 1', 'line 2', 'line 3, feature 1'],
    ],
    ['an empty collection and an empty line first', `\n${byLines(all([]), house(7))}`, ['line 3']],
    [
      'by separators',
      sequence(all([house(7)]), point(7.01), all([house(7.02), house(7.03)])),
      ['text 1, feature 1', 'text 2', 'text 3, feature 1', 'text 3, feature 2'],
    ],
    ['a single text behind its separator', sequence(all([house(7)])), ['text 1, feature 1']],
  ])('mixed with others: %s', (_name, text, expected) => {
    expect(sources(text)).toEqual(expected);
    expect(read(text).leftOut).toEqual([]);
  });

  test('what is odd in one is named by line and feature', () => {
    const empty = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [] } };
    const text = byLines(all([house(7)]), all([house(7.01), empty, all([])]), all({} as never), 7);
    expect(read(text).leftOut).toEqual([
      { source: 'line 3', reason: 'it is neither a feature, a geometry nor a collection of features' },
      { source: 'line 4', reason: 'it is neither a feature, a geometry nor a collection of features' },
      { source: 'line 2, feature 2', reason: 'its geometry is empty' },
      { source: 'line 2, feature 3', reason: 'it is a collection within the collection' },
    ]);
    const { remarks } = granted(planOfGeojson(text, setup));
    expect(remarks).toContain('Left out: line 2, feature 2 (its geometry is empty).');
  });

  test('of texts behind separators a damaged first one costs no other', () => {
    const { elements, leftOut } = read(`\u001e{"type":"Feat\n${sequence(all([house(7)]), house(7.01))}`);
    expect(elements.map(({ source }) => source)).toEqual(['text 2, feature 1', 'text 3']);
    expect(leftOut).toEqual([{ source: 'text 1', reason: 'it is not JSON, or cut short' }]);
    expect(readGeojson('\u001e{"type":"Feat\n\u001e7').ok).toBe(false);
  });

  test('what is too deep on a line is said as that', () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    expect(read(`${byLines(all([house(7)]))}${deep}`).leftOut).toEqual([
      { source: 'line 2', reason: 'it has lists within lists more than 100 deep' },
    ]);
  });
});

describe('the system of lines', () => {
  const metres = { coordinates: 'plan-metres' };

  test.each<[string, readonly unknown[], string]>([
    ['metres after degrees', [all([house(7)]), all([house(7)], metres)], 'line 2'],
    ['degrees after metres', [all([house(7)], metres), all([house(7)])], 'line 2'],
    ['a feature of degrees after metres', [all([house(7)], metres), house(7)], 'line 2'],
    ['metres of a feature after one of degrees', [house(7), { ...house(7), ...metres }], 'line 2'],
    ['a grid after degrees', [all([house(7)]), all([]), all([house(7)], system('EPSG:25832'))], 'line 3'],
    [
      'a grid after another',
      [all([house(7)], system('EPSG:25833')), all([house(7)], system('EPSG:25832'))],
      'line 2',
    ],
    ['what is no system', [all([house(7)]), all([house(7)], { crs: {} })], 'line 2'],
  ])('%s is left out, never mixed', (_name, lines, source) => {
    const { elements, leftOut } = read(byLines(...lines));
    expect([elements.length, leftOut]).toEqual([1, [{ source, reason: otherSystem }]]);
  });

  test.each<[string, readonly unknown[], string]>([
    [
      'names of the same',
      [all([house(7)], system('CRS84')), all([house(7)]), house(7), all([house(7)], { crs: null })],
      'degrees',
    ],
    ['metres', [all([house(7)], metres), all([house(7)], metres)], 'plan-metres'],
    ['metres of the first feature', [{ ...house(7), ...metres }, house(7), point(7)], 'plan-metres'],
  ])('%s are read together', (_name, lines, coordinates) => {
    const drawing = read(byLines(...lines));
    expect([drawing.coordinates, drawing.elements.length, drawing.leftOut]).toEqual([
      coordinates,
      lines.length,
      [],
    ]);
  });

  test('a geometry says the system of its line', () => {
    const at = { type: 'Point', coordinates: [779236.436, 6446275.841], ...system('EPSG:3857') };
    const { elements, leftOut } = read(byLines(at, at));
    expect(leftOut).toEqual([]);
    expect(elements.map(({ forms }) => forms)).toEqual([
      [{ type: 'point', at: { x: expect.closeTo(7, 6), y: expect.closeTo(50, 6) } }],
      [{ type: 'point', at: { x: expect.closeTo(7, 6), y: expect.closeTo(50, 6) } }],
    ]);
  });
});

describe('a plan of ours on one line', () => {
  const plan = testPlan(
    record('settings', { origin: { lon: 10, lat: 53.5 } }),
    record('building', {
      ring: [
        { x: 0, y: 0 },
        { x: 0, y: 8 },
        { x: 9, y: 8 },
      ],
    }),
  );
  const onOneLine = (text: string) => JSON.stringify(JSON.parse(text));

  test.each([
    ['in metres', writeGeojson(plan)],
    ['on the globe', writeGeojsonOnGlobe(plan) ?? ''],
  ])('%s comes back equal, its ring as it runs', (_name, text) => {
    for (const value of [`\u001e${onOneLine(text)}\n`, `${onOneLine(text)}\n{"type":"Feat`]) {
      const drawing = read(value);
      expect([drawing.vocabulary, drawing.rings]).toEqual(['records', 'as-kept']);
      expect(samePlan(granted(planOfGeojson(value, setup)).plan, plan)).toBe(true);
    }
  });

  test('beside lines of another program the words and rings are no longer ours without a doubt', () => {
    const drawing = read(`${onOneLine(writeGeojsonOnGlobe(plan) ?? '')}\n${byLines(house(10))}`);
    expect([drawing.vocabulary, drawing.rings]).toEqual(['unsaid', 'any-way-round']);
  });
});
