import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { granted, idSource } from '../../../support/plan-builder.ts';

const point = { type: 'Point', coordinates: [10, 53.5] };
const line = {
  type: 'LineString',
  coordinates: [
    [10, 53.5],
    [10.0002, 53.5],
  ],
};
const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 53.5],
      [10.0002, 53.5],
      [10.0002, 53.5002],
      [10, 53.5],
    ],
  ],
};

/** The plan of features of these tags, and what is said of them. */
function read(...features: readonly (readonly [geometry: object, properties: object])[]) {
  const newId = idSource(1);
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })),
  });
  const uuid = () => newId('wall').slice('wall:'.length);
  const { plan, remarks } = granted(planOfGeojson(text, { name: 'Test', newId: uuid }));
  const { building, fence, gate, camera, obstacle, parking, road, wall, barrier, bollards } = plan.tables;
  const only = <T>(table: ReadonlyMap<string, T>): T | undefined => [...table.values()][0];
  return {
    remarks,
    building: only(building),
    fence: only(fence),
    gate: only(gate),
    camera: only(camera),
    obstacle: only(obstacle),
    parking: only(parking),
    road: only(road),
    wall: only(wall),
    barrier: only(barrier),
    bollards: only(bollards),
  };
}

describe('a height is read as a whole', () => {
  test.each([
    ['8', 8],
    [8, 8],
    [8.5, 8.5],
    [' 8.5 ', 8.5],
    ['12 m', 12],
    ['12m', 12],
    ['1,5', 1.5],
    ['300 cm', 3],
    ['380cm', 3.8],
    ['8 ft', 2.438],
    ["8'", 2.438],
    ['26 feet', 7.925],
    [`8'6"`, 2.591],
    [`16'3"`, 4.953],
    ['8ft 6in', 2.591],
    ['8′6″', 2.591],
    ['90 in', 2.286],
  ])('%j', (height, metres) => {
    const { building, remarks } = read([polygon, { building: 'yes', height }]);
    expect(building?.height).toBe(metres);
    expect(remarks).toEqual([]);
  });
});

describe('what is no single measure is told and not used, whatever it begins with', () => {
  test.each([
    'ca. 5',
    '5-6',
    '12-10',
    '3+2',
    '2*3',
    '6/2',
    '3;4',
    '5 stories',
    '1,500',
    '8 ftt',
    '0',
    '-3',
    'yes',
  ])('%j', (height) => {
    const { building, remarks } = read([polygon, { building: 'yes', height }]);
    expect(building?.height).toBe(6);
    expect(remarks).toEqual([`Not understood and not used: height of building, such as "${height}" (1 ×).`]);
  });

  test('a number beyond all writing', () => {
    expect(read([polygon, { building: 'yes', height: 1e30 }]).remarks).toEqual([
      'Not understood and not used: height of building, such as "1e+30" (1 ×).',
    ]);
  });

  test('levels stand in for such a height, but no part of them', () => {
    const levels = (value: unknown, more = {}) =>
      read([polygon, { building: 'yes', 'building:levels': value, ...more }]);
    expect(levels('2', { height: 'ca. 5' })).toMatchObject({
      building: { height: 6 },
      remarks: ['Not understood and not used: height of building, such as "ca. 5" (1 ×).'],
    });
    expect(levels('3', { height: 'ca. 5' }).building?.height).toBe(9);
    expect(levels(3)).toMatchObject({ building: { height: 9 }, remarks: [] });
    expect(levels('2.5')).toMatchObject({ building: { height: 7.5 }, remarks: [] });
    for (const value of ['3;4', '5 m', '1-3', 0]) {
      expect(levels(value)).toMatchObject({
        building: { height: 6 },
        remarks: [`Not understood and not used: building:levels of building, such as "${value}" (1 ×).`],
      });
    }
  });
});

test('every measure of every kind is read so', () => {
  const feet = { height: '10 ft', width: '5 ft' };
  expect(read([line, { barrier: 'fence', ...feet }]).fence?.height).toBe(3.048);
  expect(read([line, { barrier: 'wall', ...feet }]).wall).toMatchObject({ height: 3.048, thickness: 1.524 });
  expect(read([line, { barrier: 'retaining_wall', ...feet }]).wall).toMatchObject({
    height: 3.048,
    thickness: 1.524,
    notes: 'Retaining wall',
  });
  expect(read([line, { barrier: 'city_wall', ...feet }]).wall?.thickness).toBe(1.524);
  expect(read([line, { barrier: 'hedge', ...feet }]).obstacle).toMatchObject({ height: 3.048, width: 1.524 });
  for (const barrier of ['block', 'jersey_barrier', 'guard_rail'])
    expect(read([line, { barrier, ...feet }]).barrier).toMatchObject({ height: 3.048, width: 1.524 });
  expect(read([line, { barrier: 'guard_rail' }]).barrier?.width).toBe(0.3);
  expect(read([point, { barrier: 'gate', ...feet }]).gate?.width).toBe(1.524);
  expect(read([point, { barrier: 'bollard', diameter: '6 in', height: '3 ft' }]).bollards).toMatchObject({
    diameter: 0.152,
    height: 0.914,
  });
  expect(read([line, { highway: 'service', ...feet }]).road?.width).toBe(1.524);
  expect(read([point, { man_made: 'surveillance', ...feet }]).camera?.height).toBe(3.048);
});

describe('tags that are not text', () => {
  test('numbers and truths are understood like their text', () => {
    expect(read([polygon, { building: true, height: 8 }]).building?.height).toBe(8);
    expect(read([polygon, { amenity: 'parking', capacity: 12 }]).parking?.stalls).toBe(12);
    expect(read([polygon, { building: 'yes', name: 12 }]).building?.name).toBe('12');
    expect(read([point, { barrier: 'gate', foot: true, motor_vehicle: false }]).gate?.use).toBe('pedestrian');
    expect(read([point, { barrier: 'gate', foot: true, motor_vehicle: true }]).gate?.use).toBe('vehicle');
  });

  test('those that mean nothing are named by what could have meant something', () => {
    const { remarks } = read([line, { fid: 7, surface: 'asphalt', barrier: true }], [point, { fid: 8 }]);
    expect(remarks.slice(1)).toEqual([
      'Not understood: line barrier=yes (1 ×).',
      'Not understood: point fid=8 (1 ×).',
    ]);
  });

  test.each([[''], ['  '], [null], [false], ['no'], [0], [{}], [[]]])('%j is no building', (building) => {
    const { building: made, remarks } = read([polygon, { building }]);
    expect(made).toBeUndefined();
    expect(remarks.at(-1)).toMatch(/^Not understood: polygon (without tags|building=(no|0)) \(1 ×\)\.$/);
  });

  test('capacities that are no number are told, and a missing one is the usual one', () => {
    const { parking, remarks } = read([polygon, { amenity: 'parking', capacity: '20-30' }]);
    expect(parking?.stalls).toBe(0);
    expect(remarks).toEqual(['Not understood and not used: capacity of parking, such as "20-30" (1 ×).']);
    expect(read([polygon, { amenity: 'parking', capacity: 0 }]).remarks).toEqual([]);
  });
});

test('words and directions that have no meaning here are counted by tag, with the first of each', () => {
  const fence = (type: string) => [line, { barrier: 'fence', fence_type: type }] as const;
  const { remarks } = read(
    fence('wire'),
    fence('slate'),
    fence('wood'),
    [point, { barrier: 'bollard', bollard: 'foldable' }],
    [point, { man_made: 'surveillance', 'camera:direction': '90;180' }],
    [point, { man_made: 'surveillance', direction: 'forward' }],
  );
  expect(remarks).toEqual([
    'Not understood and not used: fence_type of fence, such as "wire" (2 ×).',
    'Not understood and not used: bollard of bollards, such as "foldable" (1 ×).',
    'Not understood and not used: camera:direction of camera, such as "90;180" (1 ×).',
    'Not understood and not used: direction of camera, such as "forward" (1 ×).',
  ]);
});

test('of very many such tags the most frequent are named, and a long one is cut', () => {
  const { remarks } = read(
    ...Array.from(
      { length: 3 },
      () => [line, { barrier: 'fence', height: '?'.repeat(100), fence_type: 'x' }] as const,
    ),
    [line, { barrier: 'wall', height: '?', width: '?' }],
    [point, { barrier: 'gate', width: '?' }],
    [point, { barrier: 'bollard', diameter: '?', height: '?' }],
  );
  expect(remarks).toEqual([
    `Not understood and not used: height of fence, such as "${'?'.repeat(40)}" (3 ×).`,
    'Not understood and not used: fence_type of fence, such as "x" (3 ×).',
    'Not understood and not used: height of wall, such as "?" (1 ×).',
    'Not understood and not used: width of wall, such as "?" (1 ×).',
    'Not understood and not used: 3 other values (3 ×).',
  ]);
});
