import { expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { Random } from '../../../../core/reference/random.ts';
import { noise, spentMs } from '../../../support/cpu-time.ts';
import { granted } from '../../../support/plan-builder.ts';

const random = new Random(5);
const setup = { name: 'Test', newId: () => random.uuid() };
const feature = (kind: string, geometry: object, more = {}) => ({
  type: 'Feature',
  properties: { kind, ...more },
  geometry,
});
const line = (...coordinates: readonly (readonly number[])[]) => ({ type: 'LineString', coordinates });
const at = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const read = (features: readonly object[]) =>
  granted(
    planOfGeojson(JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features }), setup),
  );

test('of fences and walls that are as near the first one is taken, however they lie in the file', () => {
  const above = line([0, 0.2], [9, 0.2]);
  const below = line([0, -0.2], [9, -0.2]);
  const far = line([0, 0.4], [9, 0.4]);
  for (const [first, second] of [
    [above, below],
    [below, above],
  ] as const) {
    const others = Array.from({ length: 40 }, () => far);
    const lines = [...others.slice(20), first, ...others.slice(0, 20), second, first];
    const { plan } = read([
      ...lines.map((each) => feature('fence', each)),
      feature('gate', at(4, 0)),
      ...lines.map((each) => feature('wall', each)),
      feature('opening', at(4, 0)),
    ]);
    const [gate] = plan.tables.gate.values();
    const [opening] = plan.tables.opening.values();
    expect([...plan.tables.fence.keys()].indexOf(gate?.fence ?? 'fence:none')).toBe(20);
    expect([...plan.tables.wall.keys()].indexOf(opening?.wall ?? 'wall:none')).toBe(20);
  }
});

/*  Two thousand fences through one place, with two thousand gates around it  */
test('very many fences at one place are looked at in time', () => {
  const many = 2000;
  const features = Array.from({ length: many }, (_, index) => {
    const [x, y] = [50 * Math.cos((index / many) * Math.PI), 50 * Math.sin((index / many) * Math.PI)];
    return [
      feature('fence', line([-x, -y], [x, y])),
      feature('gate', at(0.3 * Math.sin(index), 0.3 * Math.cos(7 * index))),
    ];
  }).flat();
  let gates = 0;
  const ms = spentMs(() => {
    gates = [...read(features).plan.tables.gate.values()].filter(({ fence }) => fence !== null).length;
  });
  expect(gates).toBe(many);
  expect(ms).toBeLessThan(4000 * noise());
});
