import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { definitionOf } from '../../../../core/plan/kinds/definition.ts';
import type { PlacedKind } from '../../../../core/plan/kinds/index.ts';
import { tableOf } from '../../../../core/plan/plan.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted, placedKinds } from '../../../support/plan-builder.ts';

const random = new Random(11);
const setup = { name: 'Test', newId: () => random.uuid() };
type Feature = {
  readonly properties: object;
  readonly geometry: object | null;
  readonly id?: string | number;
};
const collection = (features: readonly Feature[], top: object = { coordinates: 'plan-metres' }) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...top,
    features: features.map((each) => ({ type: 'Feature', ...each })),
  });
const read = (...features: readonly Feature[]) => granted(planOfGeojson(collection(features), setup));

const square = (from: number, to: number) => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
const withHoles = { type: 'Polygon', coordinates: [square(0, 20), square(2, 5), square(7, 9)] };
const moved = (by: number) => withHoles.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x + by, y]));
const point = { type: 'Point', coordinates: [1, 2] };

describe('holes of an outline', () => {
  const polygonKinds = placedKinds.filter((kind) => {
    const text = collection([{ properties: { kind }, geometry: withHoles }]);
    const made = planOfGeojson(text, setup);
    return made.ok && tableOf(made.value.plan, kind).size > 0;
  });

  test('every kind that is made of polygons is looked at', () => {
    expect(new Set(polygonKinds)).toEqual(
      new Set([
        'propertyLine',
        'building',
        'wall',
        'fence',
        'parking',
        'area',
        'obstacle',
        'asset',
        'coverageZone',
        'dimension',
      ]),
    );
  });

  test.each(polygonKinds)('of %s are kept or said', (kind: PlacedKind) => {
    const { plan, remarks } = read({ properties: { kind }, geometry: withHoles });
    const { geometry } = definitionOf(kind);
    const keeps =
      geometry.form === 'parts' && geometry.parts.some((part) => part.type === 'ring' && part.holes);
    const holes = [...tableOf(plan, kind).values()].flatMap((made) => ('holes' in made ? made.holes : []));
    expect(holes).toHaveLength(keeps ? 2 : 0);
    const said = `Left out: holes in outlines of kinds that have none: ${kind} (2 ×).`;
    expect(remarks.includes(said)).toBe(!keeps);
  });

  test('of several polygons, and of tags, are added up by kind', () => {
    const several = { type: 'MultiPolygon', coordinates: [moved(0), moved(30)] };
    const inCollection = {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', coordinates: moved(60) }],
    };
    const { remarks } = read(
      { properties: { kind: 'parking' }, geometry: several },
      { properties: { amenity: 'parking' }, geometry: inCollection },
      { properties: { barrier: 'fence' }, geometry: { type: 'Polygon', coordinates: moved(90) } },
      { properties: { building: 'yes' }, geometry: { type: 'Polygon', coordinates: moved(120) } },
    );
    expect(remarks).toEqual([
      'Left out: holes in outlines of kinds that have none: parking (6 ×), fence (2 ×).',
    ]);
  });
});

describe('an id that another feature has', () => {
  const id = 'camera:00000000-0000-4000-8000-000000000001';

  test('of this program stays with the first, and it is said', () => {
    const { plan, remarks } = read(
      { id, properties: { kind: 'camera', tag: 'C-01' }, geometry: point },
      { id, properties: { kind: 'camera', tag: 'C-02' }, geometry: point },
    );
    expect([...plan.tables.camera.values()].map((each) => [each.tag, each.id === id])).toEqual([
      ['C-01', true],
      ['C-02', false],
    ]);
    expect(remarks).toEqual([
      '1 feature has the id of an earlier one (feature 2): it is read as another one.',
    ]);
  });

  test('of elsewhere is said as well, numbers too, with the first few', () => {
    const bollard = (of: string | number) => ({
      id: of,
      properties: { barrier: 'bollard' },
      geometry: point,
    });
    const { remarks } = read(...[7, 'way/1', 7, 'way/1', 7, '7', 'way/1'].map(bollard));
    expect(remarks).toEqual([
      '4 features have the id of an earlier one (feature 3, feature 4, feature 5 and 1 more): each is read as another one.',
    ]);
  });

  test('settings count once: a second one is left out and said', () => {
    const settings = (north: number) => ({ properties: { kind: 'settings', north }, geometry: null });
    const { plan, remarks } = read(settings(0.25), settings(0.5));
    expect([...plan.tables.settings.values()][0]?.north).toBe(0.25);
    expect(remarks).toContain('Not understood: settings that come a second time (1 ×).');
  });
});

test('heights of coordinates are counted once, those that are 0 are not', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0, 12],
      [9, 0, 0],
      [9, 9, -3, 7],
      [0, 9],
    ],
  };
  const roof = { type: 'Polygon', coordinates: [square(20, 30).map((each) => [...each, 5])] };
  const of = (geometry: object) => read({ properties: { kind: 'fence' }, geometry }).remarks;
  const further = 'Not used: numbers after the height in the coordinates (1 ×).';
  expect(of(line)).toEqual(['Not used: heights in the coordinates (2 ×).', further]);
  expect(of(roof)).toEqual(['Not used: heights in the coordinates (5 ×).']);
  expect(of({ type: 'GeometryCollection', geometries: [line, roof] })).toEqual([
    'Not used: heights in the coordinates (7 ×).',
    further,
  ]);
  expect(
    of({
      type: 'LineString',
      coordinates: [
        [0, 0, 0],
        [9, 0, 0],
      ],
    }),
  ).toEqual([]);
});

test('a place among the properties is not taken instead of the geometry, and is said', () => {
  const { plan, remarks } = read(
    { properties: { kind: 'camera', at: { x: 50, y: 60 } }, geometry: point },
    { properties: { kind: 'area', holes: [], ring: null }, geometry: withHoles },
    {
      properties: { kind: 'asset', at: { x: 7, y: 7 } },
      geometry: { type: 'Polygon', coordinates: [square(0, 5)] },
    },
  );
  expect([...plan.tables.camera.values()][0]?.at).toEqual({ x: 1, y: 2 });
  expect([...plan.tables.area.values()][0]?.holes).toHaveLength(2);
  expect([...plan.tables.asset.values()][0]).toMatchObject({ at: null });
  expect(remarks).toEqual([
    'Not understood: field at of camera (1 ×).',
    'Not understood: field holes of area (1 ×).',
    'Not understood: field at of asset (1 ×).',
  ]);
});

test('a feature without geometry is left out and named', () => {
  const nowhere = { properties: { building: 'yes' }, geometry: null };
  const empty = { properties: { building: 'yes' }, geometry: { type: 'MultiPolygon', coordinates: [] } };
  const building = { properties: { kind: 'building' }, geometry: null };
  const { plan, remarks } = read(nowhere, empty, building, { properties: { kind: 'post' }, geometry: point });
  expect([plan.tables.building.size, plan.tables.post.size]).toEqual([0, 1]);
  expect(remarks).toEqual([
    'Left out: feature 2 (its geometry is empty).',
    'Left out: feature 1 (it has no geometry).',
    'Left out: feature 3 (a building needs a geometry).',
  ]);
});

describe('what the coordinates are', () => {
  const coordinatesOf = (top: object, feature: object = {}) => {
    const features = [{ properties: {}, geometry: point, ...feature }];
    const drawing = readGeojson(collection(features, top));
    return drawing.ok ? drawing.value.coordinates : drawing.error.message;
  };
  const named = (name: unknown) => ({ crs: { type: 'name', properties: { name } } });

  test.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:OGC::CRS84',
    'OGC:CRS84',
    'CRS:84',
    'CRS84',
    'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    'urn:ogc:def:crs:OGC::CRS84h',
    'EPSG:4326',
    'epsg:4326',
    'urn:ogc:def:crs:EPSG::4326',
    'urn:ogc:def:crs:EPSG:6.9:4326',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
    'http://www.opengis.net/gml/srs/epsg.xml#4326',
    'EPSG:4979',
  ])('%s is degrees', (name) => {
    expect(coordinatesOf(named(name))).toBe('degrees');
    expect(coordinatesOf({ crs: name })).toBe('degrees');
  });

  test('the code of an old file is read, too', () => {
    const coded = (code: unknown) => ({ crs: { type: 'EPSG', properties: { code } } });
    expect(coordinatesOf(coded(4326))).toBe('degrees');
    expect(coordinatesOf(coded('404000'))).toMatch(/its "crs" is EPSG:404000\./);
  });

  test.each([
    ['urn:ogc:def:crs:EPSG::404000'],
    ['EPSG:14326'],
    ['EPSG:43260'],
    ['EPSG:4326+5773'],
    ['ESRI:4326'],
    ['NOTCRS84'],
  ])('%s is refused with what to do', (name) => {
    expect(coordinatesOf(named(name))).toBe(
      `The coordinates of this file are in a system that is not known here: its "crs" is ${name}. Export it again as WGS 84 (EPSG:4326): in QGIS by “Save Features As…”, with GDAL by “ogr2ogr -t_srs EPSG:4326”.`,
    );
  });

  test.each<[unknown, string]>([
    [{}, 'has no "type"'],
    [{ properties: { name: 'EPSG:4326' } }, 'has no "type"'],
    [{ type: 'name' }, 'is of the type "name" and has no name'],
    [{ type: 'name', properties: null }, 'is of the type "name" and has no name'],
    [{ type: 'name', properties: { name: 4326 } }, 'is of the type "name" and has no name'],
    [{ type: 'name', properties: { name: ' ' } }, 'has an empty name'],
    ['', 'has an empty name'],
    [{ type: 'EPSG', properties: {} }, 'is of the type "EPSG" and has no code'],
    [{ type: 'link', properties: { href: 'a.prj' } }, 'is a link, and no link is followed'],
    [{ type: 'proj4', properties: {} }, 'is of the type "proj4", which is not known'],
    [{ type: 'constructor' }, 'is of the type "constructor", which is not known'],
    [4326, 'is neither a text nor an object'],
    [[], 'is neither a text nor an object'],
    [false, 'is neither a text nor an object'],
  ])('a "crs" of %j is refused with what is odd about it', (crs, fault) => {
    expect(coordinatesOf({ crs })).toBe(
      `The "crs" of this file ${fault}: in which system its coordinates are is not known. Export it again as WGS 84 (EPSG:4326): in QGIS by “Save Features As…”, with GDAL by “ogr2ogr -t_srs EPSG:4326”.`,
    );
  });

  test('a name that is too long for one is cut, and not taken for what it ends with', () => {
    expect(coordinatesOf(named(`${'x'.repeat(99)}:EPSG:4326`))).toMatch(/its "crs" is x{60}\. Export/);
    expect(coordinatesOf({ crs: `${'x'.repeat(90)}:EPSG:4326 and more` })).toMatch(
      /system that is not known/,
    );
  });

  test.each<[string, object, string, string]>([
    ['of nothing else', {}, 'degrees', 'longitude and latitude on WGS 84'],
    ['of metres', { coordinates: 'plan-metres' }, 'plan-metres', 'metres of a plan, as it says besides'],
  ])('"crs": null is as none, and is said: %s', (_name, top, coordinates, meant) => {
    const drawing = granted(
      readGeojson(collection([{ properties: {}, geometry: point }], { crs: null, ...top })),
    );
    expect([drawing.coordinates, drawing.elements.length, drawing.remarks]).toEqual([
      coordinates,
      1,
      [
        `The "crs" of this file is null, which is a system that is not known: its coordinates are read as ${meant}.`,
      ],
    ]);
  });

  test('so is that of a feature or its geometry', () => {
    const odd = [{ crs: null }, { geometry: { ...point, crs: null } }];
    const features = [{}, ...odd].map((each) => ({ properties: {}, geometry: point, ...each }));
    const { elements, leftOut, remarks } = granted(readGeojson(collection(features)));
    expect([elements.length, leftOut, remarks]).toEqual([
      3,
      [],
      ['Read all the same: feature 2, feature 3 (its "crs" is null, which says no system).'],
    ]);
  });

  test('what is the system of one feature alone costs that feature', () => {
    const other = named('EPSG:3857');
    for (const odd of [other, { crs: {} }, { geometry: { ...point, ...other } }])
      expect(
        granted(readGeojson(collection([{ properties: {}, geometry: point, ...odd }], {}))).leftOut,
      ).toEqual([{ source: 'feature 1', reason: 'its own "crs" is not the system of the file' }]);
    const sameOfFile = { ...named('CRS84'), coordinates: 'plan-metres' };
    for (const top of [{}, named('urn:ogc:def:crs:EPSG::4326'), sameOfFile])
      expect(
        granted(readGeojson(collection([{ properties: {}, geometry: point, ...named('CRS84') }], top)))
          .leftOut,
      ).toEqual([]);
    // Metres of a plan are no degrees.
    expect(
      granted(readGeojson(collection([{ properties: {}, geometry: point, ...named('CRS84') }]))).leftOut,
    ).toHaveLength(1);
  });

  test('metres of a plan are said by their word and no other', () => {
    expect(coordinatesOf({ coordinates: 'plan-metres' })).toBe('plan-metres');
    expect(coordinatesOf({ coordinates: 'plan-metres', ...named('CRS84') })).toBe('plan-metres');
    expect(coordinatesOf({ coordinates: null })).toBe('degrees');
    for (const coordinates of ['plan-feet', 'Plan-metres', '', 7, ['plan-metres']])
      expect(coordinatesOf({ coordinates })).toBe(
        `"coordinates": ${JSON.stringify(coordinates)} at the top level is not known. Write "plan-metres" if they are metres of the plan, or take it out if they are longitude and latitude.`,
      );
  });

  test('a single feature says it in the same way', () => {
    const single = (more: object) =>
      readGeojson(JSON.stringify({ type: 'Feature', properties: {}, geometry: point, ...more }));
    expect(single({ coordinates: 'plan-metres' })).toMatchObject({ value: { coordinates: 'plan-metres' } });
    expect(single({ coordinates: 'feet' })).toMatchObject({ ok: false });
    expect(single(named('EPSG:404000'))).toMatchObject({ ok: false });
    expect(single({})).toMatchObject({ value: { coordinates: 'degrees' } });
  });
});
