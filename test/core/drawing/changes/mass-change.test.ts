import { describe, expect, test } from 'vitest';
import { massChange } from '../../../../core/drawing/changes/mass-change.ts';
import { drawRecord } from '../../../../core/drawing/draw-record.ts';
import { affectedBy, sceneOf } from '../../../../core/drawing/scene.ts';
import { moveRecords } from '../../../../core/operations/move-records.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { AnyId } from '../../../../core/plan/kinds/index.ts';
import { allRecords, getRecord, isPlaced, type Plan } from '../../../../core/plan/plan.ts';
import { transformRecord } from '../../../../core/plan/transform-record.ts';
import { Random } from '../../../../core/reference/random.ts';
import { referencePlan } from '../../../../core/reference/reference-plan.ts';
import { granted, placedKinds, record, testPlan } from '../../../support/plan-builder.ts';

// A power of two: what is compared is not hidden by rounding.
const by = { x: 8, y: -16 };

/** What a diff does to the drawing, and what of it must be: each moved record looks as before, only elsewhere. */
function expectTruth(plan: Plan, ids: Iterable<AnyId>) {
  const diff = granted(moveRecords(plan, ids, by));
  const next = applyDiff(plan, diff);
  const scenes = { before: sceneOf(plan), after: sceneOf(next) };
  const change = massChange(diff, scenes);
  const affected = affectedBy(diff, scenes);
  expect(new Set([...(change.moved?.ids ?? []), ...change.others])).toEqual(affected);
  for (const id of change.moved?.ids ?? []) {
    const [before, after] = [getRecord(plan, id), getRecord(next, id)];
    if (!before || !after) throw new Error('What was moved is still there.');
    const [was, is] = [drawRecord(before, scenes.before), drawRecord(after, scenes.after)];
    expect(isNear(elsewhere(was), is), `${id} looks as it did`).toBe(true);
  }
  return change;
}

/** Drawn items with all that is a place moved by as much. */
function elsewhere(value: unknown): unknown {
  if (Array.isArray(value)) return isStep(value) ? stepElsewhere(value) : value.map(elsewhere);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      if (key === 'parts' || key === 'offsetMm') return [key, field];
      if (key === 'at') return [key, { x: field.x + by.x, y: field.y + by.y }];
      if (key === 'matrix') return [key, [...field.slice(0, 4), field[4] + by.x, field[5] + by.y]];
      return [key, elsewhere(field)];
    }),
  );
}

type Step = readonly [string, ...unknown[]];

const isStep = (value: readonly unknown[]): value is Step => /^[MLCA]$/.test(String(value[0]));

/** Of an arc only the centre is a place. */
function stepElsewhere([step, ...figures]: Step): readonly unknown[] {
  const places = step === 'A' ? 2 : figures.length;
  const moved = (figure: unknown, index: number) => Number(figure) + (index % 2 === 0 ? by.x : by.y);
  return [step, ...figures.map((figure, index) => (index < places ? moved(figure, index) : figure))];
}

/** Whether two values are equal but for what is left of rounding. */
function isNear(first: unknown, second: unknown): boolean {
  if (typeof first === 'number' && typeof second === 'number') return Math.abs(first - second) < 1e-6;
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return first === second;
  const [keys, others] = [Object.keys(first), Object.keys(second)];
  if (keys.length !== others.length) return false;
  return keys.every((key) => isNear(first[key as never], second[key as never]));
}

describe('massChange', () => {
  test('everything that is moved looks as before, whatever it is', () => {
    const plan = testPlan(...placedKinds.map((kind) => record(kind)));
    const moved = expectTruth(
      plan,
      placedKinds.map((kind) => record(kind).id),
    ).moved;
    expect(moved?.by.x).toBeCloseTo(by.x, 9);
    expect(moved?.ids.has(record('opening').id)).toBe(true);
    expect(moved?.ids.has(record('dimension').id)).toBe(false);
  });

  test('walls whose joints are others now are drawn anew, whichever half of a plan is moved', () => {
    const { plan } = referencePlan('typical', 1);
    const ids = [...allRecords(plan)].filter(isPlaced).map(({ id }) => id);
    const random = new Random(3);
    const all = expectTruth(plan, ids);
    expect(all.others.size).toBe(0);
    expect(
      expectTruth(
        plan,
        ids.filter(() => random.next() < 0.5),
      ).others.size,
    ).toBeGreaterThan(100);
    expect(expectTruth(plan, ids.slice(0, 400)).moved?.ids.size).toBeGreaterThan(300);
  });

  test('of two movements at once only one counts, and what was turned or removed is drawn anew', () => {
    const cameras = [1, 2, 3, 4].map((id) => record('camera', { id }));
    const plan = testPlan(...cameras);
    const [first, second, third, fourth] = cameras;
    if (!first || !second || !third || !fourth) throw new Error('There are four.');
    const diff = new Map([
      [first.id, { before: first, after: transformRecord(first, { type: 'translate', by }) }],
      [
        second.id,
        { before: second, after: transformRecord(second, { type: 'translate', by: { x: 1, y: 1 } }) },
      ],
      [third.id, { before: third, after: { ...third, direction: 2 } }],
      [fourth.id, { before: fourth, after: null }],
    ]);
    const scenes = { before: sceneOf(plan), after: sceneOf(applyDiff(plan, diff)) };
    const { moved, others } = massChange(diff, scenes);
    expect([...(moved?.ids ?? [])]).toEqual([first.id]);
    expect([...others].sort()).toEqual([second.id, third.id, fourth.id].sort());
  });
});

test('a wall that was moved to where a new one begins is drawn anew', () => {
  const moved = record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 8, y: 0 } });
  const added = record('wall', { id: 2, a: { x: 16, y: -16 }, b: { x: 16, y: 9 } });
  const plan = testPlan(moved);
  const diff = edit(plan, (draft) => {
    draft.put({ ...moved, a: { x: 8, y: -16 }, b: { x: 16, y: -16 } });
    draft.put(added);
  });
  const change = massChange(diff, { before: sceneOf(plan), after: sceneOf(applyDiff(plan, diff)) });
  expect(change.others).toEqual(new Set([moved.id, added.id]));
  expect(change.moved?.ids).toEqual(new Set());
});
