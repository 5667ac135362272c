import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import type { Kind } from '../../../../core/plan/kinds/index.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted, testId } from '../../../support/plan-builder.ts';

const random = new Random(53);
const setup = { name: 'Test', newId: () => random.uuid() };

type Properties = Readonly<Record<string, unknown>>;
type Place = readonly [x: number, y: number];
const feature = (geometry: object | null, properties: Properties, id?: string) => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  properties,
  geometry,
});
const at = (...coordinates: Place) => ({ type: 'Point', coordinates });
const line = (...coordinates: readonly Place[]) => ({ type: 'LineString', coordinates });
const box = ([x, y]: Place, [width, height]: Place): readonly Place[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];
const polygon = (...coordinates: readonly (readonly Place[])[]) => ({ type: 'Polygon', coordinates });

function read(features: readonly object[], top: object = {}) {
  const { plan, remarks } = granted(
    planOfGeojson(JSON.stringify({ type: 'FeatureCollection', ...top, features }), setup),
  );
  const each = (kind: Kind) => [...plan.tables[kind].values()] as readonly Properties[];
  return { plan, remarks, each };
}
const metres = { coordinates: 'plan-metres' };
const house = polygon(box([7, 50], [0.001, 0.0004]));

describe('a place that fields and geometry say', () => {
  const wall = feature(line([0, 0], [10, 0]), { kind: 'wall' }, testId('wall', 1));
  const door = (point: Place, more: Properties = { wall: testId('wall', 1), offset: 2 }) =>
    feature(at(...point), { kind: 'opening', ...more }, testId('opening', 2));

  test('a door whose point was moved is where its fields say, and that is said', () => {
    const { each, remarks } = read([wall, door([7, 3])], metres);
    expect(each('opening')).toMatchObject([{ offset: 2 }]);
    expect(remarks).toEqual([
      'Not where its geometry lies: feature 2 (its "wall" and "offset" say where it is: without both it goes to the wall at its point).',
    ]);
    expect(read([wall, door([7, 0.3], {})], metres).each('opening')).toMatchObject([{ offset: 7 }]);
  });

  test.each<[string, Place]>([
    ['where it was', [2, 0]],
    ['rounded to a centimetre', [2.01, 0.01]],
  ])('a door %s is nothing to say', (_name, point) => {
    expect(read([wall, door(point)], metres).remarks).toEqual([]);
  });

  test('so with a dimension and its anchors, attached ones as well', () => {
    const free = [
      { type: 'free', at: { x: 1, y: 1 } },
      { type: 'free', at: { x: 4, y: 1 } },
    ];
    const end = { type: 'attached', record: testId('wall', 1), place: { type: 'vertex', index: 1 } };
    const dimension = (anchors: readonly object[], ...path: readonly Place[]) =>
      feature(line(...path), { kind: 'dimension', type: 'aligned', anchors });
    const said =
      'Not where its geometry lies: feature 2 (its "anchors" say where it is: without them it goes where its geometry lies).';
    expect(read([wall, dimension(free, [1, 1], [4, 1])], metres).remarks).toEqual([]);
    expect(read([wall, dimension(free, [1, 1], [4, 2])], metres).remarks).toEqual([said]);
    expect(read([wall, dimension(free, [1, 1], [4, 1], [8, 1])], metres).remarks).toEqual([said]);
    expect(read([wall, dimension([...free.slice(0, 1), end], [1, 1], [10, 0])], metres).remarks).toEqual([]);
    expect(read([wall, dimension([...free.slice(0, 1), end], [1, 1], [9, 0])], metres).remarks).toEqual([
      said,
    ]);
  });
});

describe('tags of several meanings', () => {
  test('one is read and the others are named', () => {
    const { each, remarks } = read([
      feature(house, { building: 'yes', amenity: 'parking' }),
      feature(line([7, 50], [7.001, 50]), { barrier: 'fence', highway: 'footway' }),
    ]);
    expect([each('building').length, each('parking').length, each('fence').length]).toEqual([1, 0, 1]);
    expect(remarks).toEqual([
      'With several meanings, of which one is read: feature 1 (as building, not as parking).',
      'With several meanings, of which one is read: feature 2 (as fence, not as road).',
      'Not used: amenity of building (1 ×), highway of fence (1 ×).',
    ]);
  });

  test('one that means nothing here is not used, and said', () => {
    const { each, remarks } = read([
      feature(line([7, 50], [7.001, 50]), { barrier: 'kerb', highway: 'footway' }),
      feature(line([7, 50.001], [7.001, 50.001]), { building: 'no', highway: 'footway' }),
    ]);
    expect(each('road').length).toBe(2);
    expect(remarks).toEqual(['Not used: barrier of road (1 ×), building of road (1 ×).']);
  });

  test('what stands beside nested tags is not used, and said', () => {
    const tags = { building: 'yes' };
    const { remarks } = read([feature(house, { type: 'way', id: 7, meta: {}, tags, height: 12, note: '' })]);
    expect(remarks).toEqual(['Not used: height of building (1 ×).']);
  });
});

describe('numbers that are none of the sort', () => {
  test.each([['0.2'], ['12.5'], ['40;2']])('%s stalls are not rounded', (capacity) => {
    const { each, remarks } = read([feature(house, { amenity: 'parking', capacity })]);
    const usual = read([feature(house, { amenity: 'parking' })]).each('parking')[0]?.stalls;
    expect(each('parking')).toMatchObject([{ stalls: usual }]);
    expect(remarks).toEqual([
      `Not understood and not used: capacity of parking, such as "${capacity}" (1 ×).`,
    ]);
  });

  test('a level is one floor however it is written, and a mezzanine lies between', () => {
    const camera = (level: unknown) => feature(at(7, 50), { man_made: 'surveillance', level });
    const { plan, each, remarks } = read(['2', 1, '01', '+1', '1.0', '1.5', '1.25'].map(camera));
    const floors = [...plan.tables.floor.values()].sort((first, second) => first.order - second.order);
    expect(floors.map(({ name }) => name)).toEqual(['Site', '1', '1.5', '2']);
    expect(floors.map(({ elevation }) => elevation)).toEqual([0, 3.5, 5.25, 7]);
    const named = new Map(floors.map(({ id, name }) => [id as string, name]));
    expect(each('camera').map(({ floor }) => named.get(String(floor)))).toEqual([
      '2',
      '1',
      '1',
      '1',
      '1',
      '1.5',
      'Site',
    ]);
    expect(remarks).toContain('Not understood and not used: level of camera, such as "1.25" (1 ×).');
  });
});

describe('holes', () => {
  const ring = box([7, 50], [0.001, 0.0004]);
  test.each<[string, readonly Place[]]>([
    ['far from its outline', box([7.01, 50], [0.0001, 0.0001])],
    ['as large as its outline', ring],
    ['around its outline', box([6.9, 49.9], [0.2, 0.2])],
  ])('one %s is left out and named', (_name, hole) => {
    const good = box([7.0001, 50.0001], [0.0001, 0.0001]);
    const { each, remarks } = read([feature(polygon(ring, hole, good), { building: 'yes' })]);
    expect(each('building').map(({ holes }) => (holes as readonly unknown[]).length)).toEqual([1]);
    expect(remarks).toEqual(['Left out: a part of feature 1 (a hole that is not within its outline).']);
  });

  /*   ┌────────┐ 40
   *   │  left  │ notch
   *   │        └────────┐ 20     the box around the outline holds the notch, the outline does not
   *   │                 │
   *   └─────────────────┘ 60 m   */
  const ell: readonly Place[] = [
    [0, 0],
    [60, 0],
    [60, 20],
    [30, 20],
    [30, 40],
    [0, 40],
    [0, 0],
  ];
  const good = box([5, 5], [4, 4]);
  const holesOf = (...holes: readonly (readonly Place[])[]) => {
    const feet = ([x, y]: Place): Place => [7 + x / 71_700, 50 + y / 111_200];
    const rings = [ell, ...holes].map((ring) => ring.map(feet));
    const { each, remarks } = read([feature(polygon(...rings), { building: 'yes' })]);
    return { kept: each('building').flatMap(({ holes }) => holes as readonly unknown[]).length, remarks };
  };

  test.each<[string, readonly Place[]]>([
    ['in the notch', box([40, 25], [10, 10])],
    ['half in the notch', box([25, 15], [10, 10])],
    [
      'with all corners within, over the notch',
      [
        [20, 38],
        [50, 10],
        [20, 10],
        [20, 38],
      ],
    ],
    [
      'with the middles of all sides within too, over a corner of the notch',
      [
        [2, 34],
        [40, 16],
        [2, 16],
        [2, 34],
      ],
    ],
    ['over the whole width', box([-5, 8], [70, 4])],
    [
      'from corner to corner over the notch',
      [
        [30, 40],
        [60, 20],
        [30, 18],
        [28, 30],
        [30, 40],
      ],
    ],
  ])('one %s of an outline is left out and named', (_name, hole) => {
    expect(holesOf(hole, good)).toEqual({
      kept: 1,
      remarks: ['Left out: a part of feature 1 (a hole that is not within its outline).'],
    });
  });

  test.each<[string, readonly Place[]]>([
    ['beside the notch', box([35, 5], [10, 10])],
    ['along the outline', box([0, 0], [30, 20])],
    ['up to the corner of the notch', box([20, 10], [10, 10])],
    ['over the outline by less than a centimetre', box([10, -0.005], [5, 5])],
    [
      'that crosses itself',
      [
        [10, 10],
        [20, 15],
        [20, 10],
        [10, 14],
        [10, 10],
      ],
    ],
  ])('one %s is kept', (_name, hole) => {
    expect(holesOf(hole, good)).toEqual({ kept: 2, remarks: expect.any(Array) });
    expect(holesOf(hole, good).remarks.join()).not.toContain('hole');
  });

  test('each that is left out is counted', () => {
    const { kept, remarks } = holesOf(box([40, 25], [10, 10]), good, box([35, 30], [2, 2]));
    expect(kept).toBe(1);
    expect(remarks).toEqual(['Left out: 2 parts of feature 1 (a hole that is not within its outline).']);
  });
});

describe('what a file is as a whole', () => {
  test('a bare geometry is read in the system that it names', () => {
    const bare = {
      ...polygon(box([983000, 198000], [131, 82])),
      crs: { type: 'name', properties: { name: 'EPSG:2263' } },
    };
    const { remarks } = granted(planOfGeojson(JSON.stringify(bare), setup));
    expect(remarks).toContain('Not understood: polygon without tags (1 ×).');
    expect(remarks.some((remark) => remark.startsWith('Coordinates of EPSG:2263'))).toBe(true);
  });

  test('latitudes before longitudes are told where they can be', () => {
    const swapped = { type: 'FeatureCollection', features: [feature(at(35.7, 139.7), {})] };
    expect(planOfGeojson(JSON.stringify(swapped), setup)).toMatchObject({
      error: {
        message:
          'The coordinates are not longitude and latitude: they would be if latitude came first. Exchange the two in the program that the file comes from.',
      },
    });
  });

  test('that nothing is drawn of what is understood has another reason than that nothing is', () => {
    const nothing = (properties: Properties) => read([feature(house, properties)]).remarks[0];
    expect(nothing({ building: 'yes', location: 'underground' })).toBe(
      'Nothing of this file is drawn: what is understood of it is left out.',
    );
    expect(nothing({ natural: 'wood' })).toMatch(/^Nothing of this file is drawn: its features have neither/);
  });

  test('fields that are empty in a table of all features say nothing', () => {
    const { each, remarks } = read([
      feature(house, { kind: 'building', height: 9, lens: null, tags: null }),
      feature(at(7.0005, 50.0005), { kind: 'camera', height: 3, ring: null, stalls: null }),
    ]);
    expect([each('building'), each('camera')]).toMatchObject([[{ height: 9 }], [{ height: 3 }]]);
    expect(remarks).toEqual(['Read as kinds of this program: "kind" (2 ×).']);
  });
});
