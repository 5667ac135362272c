import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import type { MappingRule } from '../../../../core/mapping/mapping.ts';
import { mappingOf } from '../../../../core/mapping/mapping.ts';
import { planBounds } from '../../../../core/plan/shape.ts';
import { uuidSource } from '../../../support/editor-driver.ts';

type Properties = Readonly<Record<string, unknown>>;
type Geometry = { readonly type: string; readonly coordinates: unknown };

const point = (x = 1, y = 2): Geometry => ({ type: 'Point', coordinates: [x, y] });
const line = (x = 0): Geometry => ({
  type: 'LineString',
  coordinates: [
    [x, 0],
    [x + 10, 0],
  ],
});
const ringAt = (x: number) => [
  [x, 0],
  [x + 10, 0],
  [x + 10, 8],
  [x, 8],
  [x, 0],
];
const polygon = (x = 0): Geometry => ({ type: 'Polygon', coordinates: [ringAt(x)] });
const feature = (properties: Properties, geometry: Geometry = polygon()) => ({
  type: 'Feature',
  properties,
  geometry,
});

/** What becomes of features in metres by rules; the vocabulary of records is not theirs. */
function read(features: readonly object[], ...rules: readonly MappingRule[]) {
  const text = JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features });
  const mapping = rules.length > 0 ? mappingOf(rules) : undefined;
  const plan = planOfGeojson(text, { name: 'Map', newId: uuidSource(), mapping });
  if (!plan.ok) throw new Error(plan.error.message);
  const { tables } = plan.value.plan;
  return {
    ...plan.value,
    buildings: [...tables.building.values()],
    fences: [...tables.fence.values()],
    cameras: [...tables.camera.values()],
  };
}

const building = (more: Partial<MappingRule> = {}): MappingRule => ({ becomes: 'building', ...more });

test('these polygons are buildings, their heights from an attribute, and each rule says what it was of use for', () => {
  const { buildings, remarks } = read(
    [
      feature({ art: 'Gebäude', hoehe: '12,5', bez: 'Halle' }),
      feature({ art: 'Gebäude', hoehe: 8, bez: null }, polygon(20)),
      feature({ art: 'Gebäude', hoehe: '30 ft' }, polygon(40)),
      feature({ art: 'Gebäude', hoehe: 'hoch' }, polygon(60)),
      feature({ art: 'Gebäude' }, polygon(80)),
      feature({ art: 'Baum' }, point()),
    ],
    building({
      attribute: 'art',
      value: 'Gebäude',
      fields: { height: { attribute: 'hoehe' }, name: { attribute: 'bez' } },
    }),
  );
  expect(buildings.map(({ height, name, state }) => [height, name, state])).toEqual([
    [12.5, 'Halle', 'existing'],
    [8, '', 'existing'],
    [9.144, '', 'existing'],
    [6, '', 'existing'],
    [6, '', 'existing'],
  ]);
  expect(remarks).toEqual([
    'Rule 1 (features with art "Gebäude"): 5 features read as building.',
    'From "hoehe", height of building: read 3 ×, not understood 1 ×, such as "hoch", without a value 1 ×; there it has its usual value.',
    'Not understood: point art=Baum (1 ×).',
  ]);
});

test('the first rule that fits decides, also against what the tags of a feature say', () => {
  const { buildings, fences, remarks } = read(
    [
      feature({ building: 'yes', use: 'shed' }),
      feature({ building: 'yes', use: 'office' }, polygon(20)),
      feature({ barrier: 'fence', use: 'office' }, line()),
      feature({ use: 'tree' }, point()),
    ],
    building({ attribute: 'use', value: 'shed', becomes: 'left-out' }),
    building({ attribute: 'use', value: 'office', geometry: 'line', becomes: 'as-read' }),
    building({ attribute: 'use', value: 'office', fields: { height: { value: '20 ft' } } }),
    building({ attribute: 'use', value: 'office', becomes: 'left-out' }),
    building({ geometry: 'point', becomes: 'obstacle' }),
  );
  expect(buildings.map(({ height }) => height)).toEqual([6.096]);
  expect(fences).toHaveLength(1);
  expect(remarks).toEqual([
    'Rule 1 (features with use "shed"): 1 feature left out.',
    'Rule 3 (features with use "office"): 1 feature read as building.',
    'Rule 5 (all points): 1 point left out, since obstacle needs a polygon or line.',
    'Rule that fits nothing in this file: 4 (features with use "office").',
    'Not used: building of building (1 ×), use of fence (1 ×).',
  ]);
});

describe('a rule fits', () => {
  const fits = (properties: Properties, rule: Partial<MappingRule>): boolean =>
    read([feature(properties)], building(rule)).buildings.length > 0;

  test('a value whichever way JSON writes it, and only the whole of it', () => {
    expect(fits({ a: 3 }, { attribute: 'a', value: '3' })).toBe(true);
    expect(fits({ a: '3' }, { attribute: 'a', value: 3 })).toBe(true);
    expect(fits({ a: true }, { attribute: 'a', value: 'true' })).toBe(true);
    expect(fits({ a: ' Haus ' }, { attribute: 'a', value: 'Haus' })).toBe(true);
    expect(fits({ a: 'Hausboot' }, { attribute: 'a', value: 'Haus' })).toBe(false);
    expect(fits({ a: 'haus' }, { attribute: 'a', value: 'Haus' })).toBe(false);
  });

  test('any value that says something', () => {
    expect(fits({ a: 0 }, { attribute: 'a' })).toBe(true);
    expect(fits({ a: false }, { attribute: 'a' })).toBe(true);
    for (const nothing of ['', '  ', null, [], {}, [1]])
      expect(fits({ a: nothing }, { attribute: 'a' })).toBe(false);
    expect(fits({}, { attribute: 'a' })).toBe(false);
    expect(fits({}, { attribute: 'constructor' })).toBe(false);
  });

  test('attributes of objects within, by a dot, and names with a dot of their own', () => {
    expect(fits({ names: { primary: 'West' } }, { attribute: 'names.primary', value: 'West' })).toBe(true);
    expect(fits({ 'names.primary': 'West' }, { attribute: 'names.primary', value: 'West' })).toBe(true);
    expect(fits({ names: { 'x.y': 'West' } }, { attribute: 'names.x.y', value: 'West' })).toBe(true);
    expect(fits({ names: 'West' }, { attribute: 'names.primary' })).toBe(false);
  });

  test('a sort of geometry', () => {
    expect(fits({}, { geometry: 'polygon' })).toBe(true);
    expect(fits({}, { geometry: 'line' })).toBe(false);
    expect(fits({}, {})).toBe(true);
  });
});

test('records in the words of this program are no matter of rules', () => {
  const { buildings, remarks } = read(
    [feature({ kind: 'building', name: 'Ours' })],
    building({ becomes: 'left-out' }),
  );
  expect(buildings.map(({ name }) => name)).toEqual(['Ours']);
  expect(remarks).toEqual(['Rule that fits nothing in this file: 1 (all features).']);
});

test('several forms of one feature count once, and only those that a kind cannot have are left out', () => {
  const several = {
    type: 'Feature',
    properties: { art: 'x' },
    geometry: {
      type: 'GeometryCollection',
      geometries: [polygon(), polygon(20), line(50), line(70), point()],
    },
  };
  const { buildings, remarks } = read([several], building({ attribute: 'art' }));
  expect(buildings).toHaveLength(2);
  expect(remarks).toEqual([
    'Rule 1 (features with art): 1 feature read as building.',
    'Rule 1 (features with art): 2 lines left out, since building needs a polygon.',
    'Rule 1 (features with art): 1 point left out, since building needs a polygon.',
  ]);
});

test('a camera looks where its attribute says, from true north, and is there', () => {
  const { cameras } = read(
    [feature({ richtung: 'E' }, point())],
    building({ becomes: 'camera', fields: { direction: { attribute: 'richtung' }, tag: { value: 'C-7' } } }),
  );
  expect(cameras).toMatchObject([{ direction: 0, tag: 'C-7', state: 'existing' }]);
});

test('plain numbers of an attribute are in its unit, and measures in their own', () => {
  const { buildings } = read(
    [feature({ etagen: 3 }), feature({ etagen: '8 ft' }, polygon(20))],
    building({ fields: { height: { attribute: 'etagen', unit: 'storeys' } } }),
  );
  expect(buildings.map(({ height }) => height)).toEqual([9, 2.438]);
});

test('an outline has no width of a line, and a line has one', () => {
  const obstacle = building({ becomes: 'obstacle', fields: { width: { attribute: 'breite' } } });
  const features = [
    feature({ breite: 2 }, polygon()),
    feature({ breite: 2 }, line(50)),
    feature({}, line(70)),
  ];
  const { plan, remarks } = read(features, obstacle);
  expect([...plan.tables.obstacle.values()].map(({ width }) => width)).toEqual([null, 2, 0.8]);
  expect(remarks).toContain('Not used: breite of obstacle (1 ×).');
});

test('of many rules and fields a few are told one by one', () => {
  const values = Array.from({ length: 20 }, (_, index) => `v${index}`);
  const { buildings, remarks } = read(
    values.map((value, index) => feature({ art: value }, polygon(20 * index))),
    ...values.map((value) => building({ attribute: 'art', value })),
    ...Array.from({ length: 5 }, (_, index) => building({ attribute: `nothing${index}` })),
  );
  expect(buildings).toHaveLength(20);
  expect(remarks.filter((each) => each.startsWith('Rule '))).toHaveLength(12);
  expect(remarks.slice(12)).toEqual([
    '8 further rules: 8 features, and 0 left out that do not fit.',
    'Rules that fit nothing in this file: 21 (features with nothing0), 22 (features with nothing1), 23 (features with nothing2) and 2 more.',
  ]);
});

test('without a mapping nothing is otherwise, and a map in degrees is where it was', () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature(
        { art: 'x' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [9, 50],
              [9.001, 50],
              [9.001, 50.001],
              [9, 50],
            ],
          ],
        },
      ),
    ],
  });
  const setup = { name: 'Map', newId: uuidSource() };
  const unsaid = planOfGeojson(text, setup);
  expect(unsaid.ok && planBounds(unsaid.value.plan)).toBe(null);
  const said = planOfGeojson(text, { ...setup, mapping: mappingOf([building()]) });
  const box = said.ok ? planBounds(said.value.plan) : null;
  expect(box && [Math.round(box.maxX - box.minX), Math.round(box.maxY - box.minY)]).toEqual([72, 111]);
});
