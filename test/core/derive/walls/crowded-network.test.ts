import { expect, test } from 'vitest';
import { WallNetwork } from '../../../../core/derive/walls/wall-network.ts';
import { massChange } from '../../../../core/drawing/changes/mass-change.ts';
import { sceneOf } from '../../../../core/drawing/scene.ts';
import { moveWithJoints } from '../../../../core/operations/walls/move-with-joints.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { namedPlans } from '../../../../scripts/attack/hostile/named-plans.ts';
import { leastMs, noise } from '../../../support/cpu-time.ts';
import { granted, record } from '../../../support/plan-builder.ts';

/** Multiplies modulo 2^32 until the product with `factor` is 1. */
function inverseOf(factor: bigint): bigint {
  let inverse = 1n;
  for (let step = 0; step < 6; step++) inverse = BigInt.asUintN(32, inverse * (2n - factor * inverse));
  return inverse;
}

/** Points of a plan whose millimetres, each times a number of its own, are the same modulo 2^32: x by x. */
function chosenPoints(count: number) {
  const inverse = inverseOf(19_349_663n);
  const points: { x: number; y: number }[] = [];
  for (let x = 0; points.length < count; x++) {
    const product = BigInt.asUintN(32, BigInt(x) * 73_856_093n);
    const y = Number(BigInt.asIntN(32, product * inverse));
    if (Math.abs(y) <= 1e9) points.push({ x: x / 1000, y: y / 1000 });
  }
  return points;
}

test('no choice of coordinates makes the ends of walls slow to find', () => {
  const points = chosenPoints(40_000);
  const wall = record('wall');
  const walls = points.map((a, index) => ({ ...wall, a, b: points[index + 1] ?? { x: -1, y: -1 } }));
  const most = 400 * noise();
  const work = () => WallNetwork.of(walls);
  expect(leastMs(work, most)).toBeLessThan(most);
});

test('walls that end at one point are one list, in the order of the plan', () => {
  const at = { x: 1, y: 2 };
  const [one, two] = [record('wall', { id: 1, a: at }), record('wall', { id: 2, b: at })];
  const network = WallNetwork.of([one, two]);
  expect(network.wallsAt(at)).toEqual([one, two]);
  expect(network.wallsAt({ ...at })).toBe(network.wallsAt(at));
  expect(network.wallsAt({ x: 2, y: 1 })).toEqual([]);
});

const crowd = namedPlans.find(({ name }) => name.startsWith('4,000 walls that meet'))?.make();

test.each([1, 2000, 3999])('%i of 4,000 walls that meet in a point move in bounded time', (count) => {
  if (!crowd) throw new Error('There is no plan of walls that meet.');
  const ids = [...crowd.tables.wall.keys()].slice(0, count);
  const most = 700 * noise();
  const move = () => moveWithJoints(crowd, ids, { x: 1, y: 2 });
  expect(leastMs(move, most)).toBeLessThan(most);
  const diff = granted(move());
  const after = applyDiff(crowd, diff);
  const change = () => massChange(diff, { before: sceneOf(crowd), after: sceneOf(after) });
  expect(leastMs(change, most)).toBeLessThan(most);
});
