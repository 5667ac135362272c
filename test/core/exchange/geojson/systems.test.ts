import { describe, expect, test } from 'vitest';
import { coordinateReference } from '../../../../core/exchange/crs/coordinate-reference.ts';
import { SYSTEMS } from '../../../../core/exchange/crs/systems.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { planBounds } from '../../../../core/plan/shape.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted } from '../../../support/plan-builder.ts';

const random = new Random(37);
const setup = { name: 'Test', newId: () => random.uuid() };

/** A house of `width` by `height` units of its system, its lower left corner at `x`, `y`. */
function house(x: number, y: number, [width, height]: readonly [number, number]) {
  const ring = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
  return {
    type: 'Feature',
    properties: { building: 'yes' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
const at = (x: number, y: number, name?: string) => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Point', coordinates: [x, y] },
});
const text = (features: readonly object[], top: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...top, features });
const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });

function read(features: readonly object[], top: object = {}) {
  const { plan, remarks } = granted(planOfGeojson(text(features, top), setup));
  const box = planBounds(plan);
  const size = box ? [box.maxX - box.minX, box.maxY - box.minY] : [];
  return { size, remarks, origin: [...plan.tables.settings.values()][0]?.origin, plan };
}

// Places that mapping agencies and city maps give in both: whole degrees at the origin of a grid, or a landmark.
describe('places in their systems', () => {
  test.each<[string, number, readonly [number, number], readonly [number, number], number]>([
    ['Web Mercator', 3857, [779236.4355, 6446275.841], [7, 50], 1e-6],
    ['UTM 32 on ETRS89, its middle', 25832, [500000, 5538630.7], [9, 50], 1e-6],
    ['UTM 33 south on WGS 84, its middle', 32733, [500000, 10000000], [15, 0], 1e-9],
    ['UTM 18 on NAD83, its middle', 26918, [500000, 0], [-75, 0], 1e-9],
    ['New York Long Island in feet, its origin', 2263, [984250, 0], [-74, 40 + 1 / 6], 1e-6],
    ['the same in metres', 32118, [300000, 0], [-74, 40 + 1 / 6], 1e-6],
    ['the same on NAD83(2011)', 6539, [984250, 0], [-74, 40 + 1 / 6], 1e-6],
    ['California zone 3 in feet, its origin', 2227, [6561666.667, 1640416.667], [-120.5, 36.5], 1e-6],
    ['Lambert-93, its origin', 2154, [700000, 6600000], [3, 46.5], 1e-8],
    ['LV95, the old observatory of Bern', 2056, [2600000, 1200000], [7.438632, 46.951083], 1e-5],
    ['LV03, the same', 21781, [600000, 200000], [7.438632, 46.951083], 1e-5],
    ['RD, the tower of Amersfoort', 28992, [155000, 463000], [5.387206, 52.155172], 1e-5],
    [
      'the British grid, the water tower of Caister',
      27700,
      [651409.903, 313177.27],
      [1.716053, 52.657978],
      1e-4,
    ],
    ['Gauß-Krüger 3, Hamburg', 31467, [3565800, 5934800], [9.99, 53.54], 2e-2],
  ])('%s', (_name, code, [x, y], [lon, lat], within) => {
    const place = coordinateReference(code)?.toDegrees({ x, y });
    expect(Math.abs((place?.x ?? 99) - lon)).toBeLessThan(within);
    expect(Math.abs((place?.y ?? 99) - lat)).toBeLessThan(within);
  });

  test('every one of the table gives places on the globe, and none stands in it twice', () => {
    const lines = SYSTEMS.trim().split('\n');
    const codes = lines.flatMap((line) => (line.match(/^[\d ]+/)?.[0] ?? '').trim().split(' ').map(Number));
    expect([codes.length > 400, new Set(codes).size]).toEqual([true, codes.length]);
    for (const [index, line] of lines.entries()) {
      const x = Number(/\+x_0=(\S+)/.exec(line)?.[1] ?? 500000);
      const place = coordinateReference(
        codes[index] === undefined ? 0 : Number(line.split(' ')[0]),
      )?.toDegrees({ x, y: 200000 });
      expect(Math.abs(place?.x ?? 999), line).toBeLessThanOrEqual(180);
      expect(Math.abs(place?.y ?? 999), line).toBeLessThanOrEqual(90);
    }
  });

  test.each([32600, 32661, 32700, 32761, 25827, 25839, 26924, 1, 404000])('%s is not known', (code) => {
    expect(coordinateReference(code)).toBe(null);
  });
});

describe('a map in a system is read in its true size, and it is said', () => {
  const feet = 1200 / 3937;
  test.each<[string, string, object, readonly [number, number], string]>([
    [
      'State Plane in feet',
      'EPSG:2263',
      house(983000, 198000, [131, 82]),
      [131 * feet, 82 * feet],
      'Coordinates of EPSG:2263 are turned into WGS 84, whose datum lies less than 2 m from it.',
    ],
    [
      'UTM',
      'urn:ogc:def:crs:EPSG::25832',
      house(566000, 5934000, [40, 25]),
      [40.009, 25.006],
      'Coordinates of EPSG:25832 are turned into WGS 84, whose datum lies less than 2 m from it.',
    ],
    [
      'Web Mercator',
      'urn:ogc:def:crs:EPSG::3857',
      house(779236.436, 6446275.841, [62.228, 38.925]),
      [40, 25],
      'Coordinates of EPSG:3857 are turned into WGS 84.',
    ],
    [
      'a national grid',
      'http://www.opengis.net/def/crs/EPSG/0/2056',
      house(2600000, 1200000, [40, 25]),
      [40, 25],
      'Coordinates of EPSG:2056 are turned into WGS 84, shifted to its datum by seven parameters or three, right to some 5 m.',
    ],
    [
      'Web Mercator near zero',
      'EPSG:900913',
      house(0.1, 0.1, [0.7, 0.5]),
      [0.7, 0.5],
      'Coordinates of EPSG:900913 are turned into WGS 84.',
    ],
    [
      'NAD83 degrees',
      'EPSG:4269',
      house(7, 50, [0.00055901, 0.000224762]),
      [40.07, 25],
      'Degrees of EPSG:4269 are taken as those of WGS 84, from which they lie less than 2 m apart.',
    ],
  ])('%s', (_name, crs, feature, [width, height], remark) => {
    for (const top of [{}, { coordinates: 'plan-metres' }]) {
      const found = read([feature], { ...named(crs), ...top });
      // Grids turn and stretch a little.
      expect(Math.abs((found.size[0] ?? 0) - width)).toBeLessThan(0.015 * width + 0.5);
      expect(Math.abs((found.size[1] ?? 0) - height)).toBeLessThan(0.015 * height + 0.6);
      expect(found.remarks).toContain(remark);
      expect(found.remarks.some((each) => each.startsWith('The file says "plan-metres" and a "crs"'))).toBe(
        'coordinates' in top,
      );
    }
  });

  test('what no system is said of never has metres advised', () => {
    const refused = planOfGeojson(text([house(983000, 198000, [131, 82])]), setup);
    expect(refused).toMatchObject({
      error: {
        message:
          'The coordinates are not longitude and latitude in degrees, and the file does not say in which system they are. Export it as WGS 84 (EPSG:4326).',
      },
    });
    const unknown = planOfGeojson(text([house(1, 2, [3, 4])], named('EPSG:404000')), setup);
    expect(unknown.ok ? '' : unknown.error.message).not.toMatch(/plan-metres/);
  });
});

describe('across the 180th meridian', () => {
  const inDegrees: readonly [number, number] = [0.0001, 0.0002];

  test.each<[string, readonly object[]]>([
    ['on both sides of it', [house(179.9999, -16.8, inDegrees), house(-180, -16.8, inDegrees)]],
    ['beyond it', [house(179.9999, -16.8, [0.0002, 0.0002])]],
    ['beyond it to the west', [house(-180.0001, -16.8, [0.0002, 0.0002])]],
  ])('a site %s is as wide as it is', (_name, features) => {
    const { size, remarks, origin } = read(features);
    expect([Math.round((size[0] ?? 0) * 10) / 10, Math.round((size[1] ?? 0) * 10) / 10]).toEqual([
      21.3, 22.1,
    ]);
    expect(remarks).toEqual([]);
    expect(Math.abs(origin?.lon ?? 0)).toBe(180);
  });

  test('a middle beyond it is written as longitudes are', () => {
    const { origin } = read([house(179.9999, -16.8, inDegrees), house(-179.9997, -16.8, inDegrees)]);
    expect(origin?.lon).toBeCloseTo(-179.99985, 6);
  });
});

describe('what lies far from the rest', () => {
  const depot = house(7, 50, [0.0005, 0.0002]);

  test.each<[string, object]>([
    ['at zero', at(0, 0)],
    ['beyond the pole', at(7, 95)],
    ['beyond all longitudes', at(700, 50)],
    [
      'a line that leaves',
      {
        type: 'Feature',
        properties: { barrier: 'fence' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [7, 50],
            [9, 50],
          ],
        },
      },
    ],
  ])('%s is left out and named, and moves nothing', (_name, stray) => {
    const { size, remarks, origin } = read([depot, stray]);
    expect(size).toEqual(read([depot]).size);
    expect(origin).toEqual(read([depot]).origin);
    expect(remarks).toEqual(['Left out: feature 2 (it lies more than 50 km from the rest).']);
  });

  test('of two sites neither is chosen', () => {
    expect(planOfGeojson(text([at(7, 50), at(9, 50)]), setup)).toMatchObject({
      error: { message: 'The file covers more than one degree (over 50 km). Cut it to the site first.' },
    });
  });
});
