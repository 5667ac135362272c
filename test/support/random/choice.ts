import fc from 'fast-check';
import type { OperationRefusal } from '../../../core/operations/refusal.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId, IdOf, Kind, NewId, RecordOf } from '../../../core/plan/kinds/index.ts';
import { inOrder, isPlacedKind, kinds, type Plan, recordsOf } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';

type Point = { readonly x: number; readonly y: number };

const millimetres = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((coordinate) => coordinate / 1000);

const pointOf = (coordinate: fc.Arbitrary<number>): fc.Arbitrary<Point> =>
  fc.tuple(coordinate, coordinate).map(([x, y]) => ({ x, y }));

/** Millimetre coordinates in a square of 200 m. */
export const pointArbitrary: fc.Arbitrary<Point> = pointOf(millimetres(100));

// Points of a coarse grid coincide, so that records meet, cross, and cover each other.
const gridPointArbitrary = pointOf(fc.integer({ min: -5, max: 5 }).map((step) => step * 4));

/** What no careful person types; infinity is what `1e400` is read as. */
const infinity = Number.POSITIVE_INFINITY;
const nonsense = [0, -0, -1, -7.5, 0.0004, 1e-9, 1e7, -1e7, 1e308, infinity, -infinity, Number.NaN];
const nonsenseArbitrary = fc.constantFrom(...nonsense);

const seldom = (usual: fc.Arbitrary<number>, weight: number) =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: nonsenseArbitrary, weight: 1 });

const somePointArbitrary = fc.oneof(
  { arbitrary: pointArbitrary, weight: 30 },
  { arbitrary: gridPointArbitrary, weight: 30 },
  { arbitrary: pointOf(seldom(millimetres(100), 1)), weight: 1 },
);

/** The same point once more somewhere among the others: a side without length. */
const stutter = (points: readonly Point[], at: number): readonly Point[] => {
  const again = points[at % points.length];
  return again ? points.toSpliced(at % points.length, 0, again) : points;
};

const pointsArbitrary = (fewest: number, most: number) =>
  fc
    .tuple(fc.array(somePointArbitrary, { minLength: fewest, maxLength: most }), fc.nat({ max: 60 }))
    .map(([points, at]) => (at < 6 ? stutter(points, at) : points));

const pathArbitrary = pointsArbitrary(2, 5);
const ringArbitrary = pointsArbitrary(3, 6);
// Not by fc.double: nearly all of its numbers are too near to zero to turn anything.
const angleArbitrary = fc.integer({ min: -7_000_000, max: 7_000_000 }).map((angle) => angle / 1_000_000);
const lengthArbitrary = fc.integer({ min: 1, max: 20_000 }).map((length) => length / 1000);
const pickArbitrary = fc.nat({ max: 1_000_000 });

/** What an edit of any sort may need; which record it takes follows from the plan it meets. */
export const choiceArbitrary = fc.record({
  picks: fc.array(pickArbitrary, { minLength: 1, maxLength: 4 }),
  point: somePointArbitrary,
  path: pathArbitrary,
  ring: ringArbitrary,
  angle: seldom(angleArbitrary, 25),
  length: seldom(lengthArbitrary, 25),
  flag: fc.boolean(),
});
export type Choice = typeof choiceArbitrary extends fc.Arbitrary<infer Value> ? Value : never;
/** What a plan becomes by a random edit; null when the plan has nothing that it could be done to. */
export type Edit = (
  plan: Plan,
  choice: Choice,
  newId: NewId,
) => Result<PlanDiff, OperationRefusal> | PlanDiff | null;

/** Random edits by the operation that they are made with, each under a name of its own. */
export type OperationEdits = Readonly<Record<string, Readonly<Record<string, Edit>>>>;

/** One of some options by a number of any size. */
export function among<T>(options: readonly T[], number: number): T {
  const option = options[number % options.length];
  if (option === undefined) throw new Error('There is nothing to choose from.');
  return option;
}

/** A record of a kind; null when there is none. */
export function pick<K extends Kind>(plan: Plan, kind: K, number: number): RecordOf<K> | null {
  const all = [...recordsOf(plan, kind)];
  return all[number % Math.max(all.length, 1)] ?? null;
}

/** The id of a record of a kind, at times of one that the plan does not have; null when there is none. */
export function pickId<K extends Kind>(plan: Plan, kind: K, number: number): IdOf<K> | null {
  return number % 41 === 0 ? nobody(kind) : (pick(plan, kind, number)?.id ?? null);
}

/** The id of a record that no plan of a test has. */
const nobody = <K extends Kind>(kind: K): IdOf<K> =>
  `${kind}:ffffffff-ffff-4fff-bfff-ffffffffffff` as IdOf<K>;

const takenHoldOf = kinds.filter((kind) => isPlacedKind(kind) || kind === 'sheet');

/** Ids of placed records and sheets; at times of what cannot be taken hold of, or of no record at all. */
export function pickMany(plan: Plan, picks: readonly number[]): AnyId[] {
  const all = takenHoldOf.flatMap((kind) => [...recordsOf(plan, kind)]);
  return picks.flatMap((number) => {
    if (number % 67 === 0) return pickId(plan, among(kinds, number), number) ?? [];
    return all[number % Math.max(all.length, 1)]?.id ?? [];
  });
}

/** The id of any placed record or sheet; null when the plan has none. */
export function pickAny(plan: Plan, { picks: [number = 0] }: Pick<Choice, 'picks'>): AnyId | null {
  return pickMany(plan, [number])[0] ?? null;
}

/** A floor, a layer and now and then a tag: what every placed record has. */
export function place(plan: Plan, { picks: [number = 0] }: Pick<Choice, 'picks'>) {
  const floor = among(inOrder(plan, 'floor'), number);
  const layer = among(inOrder(plan, 'layer'), number);
  return { floor: floor.id, layer: layer.id, tag: number % 3 === 0 ? `C-${number % 50}` : null };
}
