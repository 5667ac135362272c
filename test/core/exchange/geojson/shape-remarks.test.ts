import { expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { Random } from '../../../../core/reference/random.ts';

const random = new Random(11);
const setup = { name: 'Test', newId: () => random.uuid() };

type Position = readonly [number, number];
const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
const line = (...coordinates: readonly Position[]) => ({ type: 'LineString', coordinates });
const polygon = (...ring: readonly Position[]) => ({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });

function read(...features: readonly object[]) {
  const text = JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features });
  const result = planOfGeojson(text, setup);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

test('unsound shapes are all read, and each thing that is wrong is said once with the first by name', () => {
  const wall = { kind: 'wall' };
  const wallId = `wall:${random.uuid()}`;
  const { plan, remarks } = read(
    feature(wall, line([0, 0], [9, 0])),
    feature({ ...wall, tag: 'W-7' }, line([9, 0], [0, 0])),
    feature(wall, line([2, 0], [5, 0])),
    feature({ kind: 'area' }, polygon([0, 0], [4, 4], [4, 0], [0, 4])),
    feature({ kind: 'fence' }, line([0, 5], [3, 5], [3, 5])),
    { ...feature(wall, line([0, 20], [9, 20])), id: wallId },
    ...[1, 1.5, 2, 2.5, 3, 3.5].map((offset) =>
      feature(
        { kind: 'opening', wall: wallId, offset, width: 1 },
        { type: 'Point', coordinates: [offset, 20] },
      ),
    ),
  );
  expect([
    plan.tables.wall.size,
    plan.tables.opening.size,
    plan.tables.area.size,
    plan.tables.fence.size,
  ]).toEqual([4, 6, 1, 1]);
  expect(new Set(remarks)).toEqual(
    new Set([
      '2 walls lie wholly on others (W-7, feature 3): delete one of each two.',
      '5 doors or windows lie over others in their walls (feature 8, feature 9, feature 10 and 2 more): move them or make them narrower.',
      '1 record has two corners in one place (feature 5): delete one of the corners.',
      '1 outline crosses or touches itself (feature 4): put its corners in order.',
    ]),
  );
});

test('of very many things that are not understood the most frequent are named and the rest is counted', () => {
  const point = { type: 'Point', coordinates: [0, 0] };
  const features = Array.from({ length: 60 }, (_, index) => feature({ amenity: `thing ${index}` }, point));
  const { remarks } = read(
    ...features,
    feature({ amenity: 'thing 40' }, point),
    feature({ kind: 'camera' }, point),
  );
  expect(remarks).toHaveLength(8);
  expect(remarks).toContain('Not understood: point amenity=thing 40 (2 ×).');
  expect(remarks.at(-1)).toBe('Not understood: 53 other things (53 ×).');
});

test('a file made to slow the search down is read in time', () => {
  // 60 outlines whose edges all lie in each other's boxes, and 4,000 walls across each other's.
  const comb = Array.from(
    { length: 400 },
    (_, index): Position => (index % 2 ? [index, 500 + index] : [500 + index, index]),
  );
  const outlines = Array.from({ length: 60 }, () => feature({ kind: 'area' }, polygon(...comb)));
  const walls = Array.from({ length: 4000 }, (_, index) =>
    feature({ kind: 'wall' }, line([index / 100, 0], [1000, 1000 - index / 100])),
  );
  const started = performance.now();
  read(...outlines, ...walls);
  expect(performance.now() - started).toBeLessThan(20_000);
});
