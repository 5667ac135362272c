import { describe, expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { samePlan } from '../../../core/plan/diff.ts';
import { Random } from '../../../core/reference/random.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';

const random = new Random(1);
const setup = { name: 'Test', newId: () => random.uuid() };
const collection = (features: unknown[], more = {}) =>
  JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', ...more, features });
const feature = (geometry: unknown, properties: unknown) => ({ type: 'Feature', geometry, properties });

function refusal(text: string): string {
  const read = planOfGeojson(text, setup);
  return read.ok ? 'it was read' : read.error.message;
}

test('a plan comes back equal from its own GeoJSON', () => {
  const { plan } = referencePlan('typical', 3);
  const read = planOfGeojson(writeGeojson(plan), setup);
  expect(read.ok && samePlan(read.value.plan, plan)).toBe(true);
  expect(read.ok && read.value.remarks).toEqual([]);
});

/*  0,0 ---- 4,0          one wall for each side, a door put on the nearest
 *            |  3  */
test('a line of kind wall becomes a chain, a door without its wall goes onto the nearest', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [4, 0],
      [4, 3],
    ],
  };
  const read = planOfGeojson(
    collection([
      feature(line, { kind: 'wall', thickness: 0.3 }),
      feature({ type: 'Point', coordinates: [2, 0.2] }, { kind: 'opening' }),
    ]),
    setup,
  );
  if (!read.ok) throw new Error(read.error.message);
  const { wall, opening } = read.value.plan.tables;
  expect([...wall.values()].map(({ a, b, thickness }) => [a.x, a.y, b.x, b.y, thickness])).toEqual([
    [0, 0, 4, 0, 0.3],
    [4, 0, 4, 3, 0.3],
  ]);
  expect([...opening.values()].map(({ offset, wall: host }) => [offset, wall.get(host)?.b.x])).toEqual([
    [2, 4],
  ]);
});

/*        ( arc )
 *  0,0 -'       '- 8,0     gates at 0.3 and 0.6 m from the fence y = -2, a door at the top of the bent wall  */
test('gates go into the fence within half a metre, doors onto a bent wall', () => {
  const line = (y: number) => ({
    type: 'LineString',
    coordinates: [
      [0, y],
      [8, y],
    ],
  });
  const at = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
  const read = planOfGeojson(
    collection([
      feature(line(-2), { kind: 'fence' }),
      feature(line(-2.7), { kind: 'fence' }),
      feature(at(1, -1.7), { kind: 'gate' }),
      feature(at(4, -2.4), { kind: 'gate' }),
      feature(at(6, -1.4), { kind: 'gate' }),
      feature(line(0), { kind: 'wall', bulge: -0.5 }),
      feature(at(4, 2.1), { kind: 'opening' }),
    ]),
    setup,
  );
  if (!read.ok) throw new Error(read.error.message);
  const { gate, fence, opening } = read.value.plan.tables;
  const hosts = [...gate.values()].map((each) => (each.fence ? fence.get(each.fence)?.path[0]?.y : null));
  expect(hosts).toEqual([-2, -2.7, null]);
  expect([...gate.values()].map(({ at: { y } }) => y)).toEqual([-2, -2.7, -1.4]);
  expect([...opening.values()].map(({ offset }) => offset)).toEqual([expect.closeTo(4.636, 3)]);
});

test('unknown kinds, fields and tags are counted by name', () => {
  const at = { type: 'Point', coordinates: [1, 2] };
  const read = planOfGeojson(
    collection([
      feature(at, { kind: 'dragon' }),
      feature(at, { kind: 'camera', colour: 'red' }),
      feature(at, { amenity: 'bench' }),
      feature(at, { amenity: 'bench' }),
    ]),
    setup,
  );
  expect(read.ok && read.value.remarks).toEqual([
    'Not understood: kind dragon (1 ×).',
    'Not understood: field colour of camera (1 ×).',
    'Not understood: point amenity=bench (2 ×).',
  ]);
});

test('a file of which nothing is drawn says so first, and one without features does not', () => {
  const remarksOf = (features: Parameters<typeof collection>[0]) => {
    const read = planOfGeojson(collection(features), setup);
    return read.ok && read.value.remarks;
  };
  const at = { type: 'Point', coordinates: [1, 2] };
  expect(remarksOf([feature(at, { buildingId: '7' })])).toEqual([
    expect.stringMatching(/^Nothing of this file is drawn: .* Say what they are/),
    expect.stringMatching(/^Not understood: point buildingId/),
  ]);
  expect(remarksOf([])).toEqual([]);
});

describe('is refused with a sentence', () => {
  const at = (x: unknown) => ({ type: 'Point', coordinates: [x, 0] });
  test.each([
    ['not JSON', 'nonsense', /not JSON at all/],
    ['another JSON', '{"a":1}', /not GeoJSON/],
    [
      'degrees beyond the globe',
      collection([feature(at(200), { kind: 'camera' })], { coordinates: undefined }),
      /longitude and latitude/,
    ],
    [
      'half the world',
      collection([feature(at(1), {}), feature(at(90), {})], { coordinates: undefined }),
      /more than one degree/,
    ],
  ])('%s', (_name, text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
  });

  test('more features than are read', () => {
    const text = `{"type":"FeatureCollection","features":[${'0,'.repeat(200_000)}0]}`;
    expect(refusal(text)).toMatch(/200,001 features; at most 200,000/);
  });

  test('a key that would reach into every object changes nothing', () => {
    const text = collection([{ ...feature(at(1), { kind: 'camera' }) }]).replace(
      '"kind"',
      '"__proto__":{"polluted":true},"kind"',
    );
    planOfGeojson(text, setup);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
