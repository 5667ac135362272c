import fc from 'fast-check';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { inOrder, type Plan, recordsOf } from '../../core/plan/plan.ts';
import type { AnyId, IdOf, Kind, RecordOf } from '../../core/plan/records/index.ts';
import type { Result } from '../../core/result.ts';

type Point = { readonly x: number; readonly y: number };

/** Millimetre coordinates in a square of 200 m. */
export const pointArbitrary: fc.Arbitrary<Point> = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -100_000, max: 100_000 }))
  .map(([x, y]) => ({ x: x / 1000, y: y / 1000 }));

const pathArbitrary = fc.array(pointArbitrary, { minLength: 2, maxLength: 5 });
const ringArbitrary = fc.array(pointArbitrary, { minLength: 3, maxLength: 6 });
// Not by fc.double: nearly all of its numbers are too near to zero to turn anything.
const angleArbitrary = fc.integer({ min: -7_000_000, max: 7_000_000 }).map((angle) => angle / 1_000_000);
const lengthArbitrary = fc.integer({ min: 1, max: 20_000 }).map((length) => length / 1000);
const pickArbitrary = fc.nat({ max: 1_000_000 });

/** What an edit of any sort may need; which record it takes follows from the plan it meets. */
export const choiceArbitrary = fc.record({
  picks: fc.array(pickArbitrary, { minLength: 1, maxLength: 4 }),
  point: pointArbitrary,
  path: pathArbitrary,
  ring: ringArbitrary,
  angle: angleArbitrary,
  length: lengthArbitrary,
  flag: fc.boolean(),
});
export type Choice = typeof choiceArbitrary extends fc.Arbitrary<infer Value> ? Value : never;
export type NewId = <K extends Kind>(kind: K) => IdOf<K>;
export type Edit = (plan: Plan, choice: Choice, newId: NewId) => Result<PlanDiff, string> | PlanDiff | null;

const movable = [
  ...['underlay', 'propertyLine', 'building', 'wall', 'opening', 'fence', 'gate', 'road', 'parking'],
  ...['area', 'obstacle', 'barrier', 'bollards', 'camera', 'post', 'text', 'dimension', 'callout', 'sheet'],
] as readonly Kind[];

export function pick<K extends Kind>(plan: Plan, kind: K, number: number): RecordOf<K> | null {
  const all = [...recordsOf(plan, kind)];
  return all[number % Math.max(all.length, 1)] ?? null;
}

export function pickMany(plan: Plan, picks: readonly number[]): AnyId[] {
  const all = movable.flatMap((kind) => [...recordsOf(plan, kind)]);
  return picks.flatMap((number) => all[number % Math.max(all.length, 1)]?.id ?? []);
}

export function place(plan: Plan, { picks: [number = 0] }: Pick<Choice, 'picks'>) {
  const floors = inOrder(plan, 'floor');
  const layers = inOrder(plan, 'layer');
  const floor = floors[number % floors.length];
  const layer = layers[number % layers.length];
  if (!floor || !layer) throw new Error('A sound plan has a floor and a layer.');
  return { floor: floor.id, layer: layer.id, tag: number % 3 === 0 ? `C-${number % 50}` : null };
}
