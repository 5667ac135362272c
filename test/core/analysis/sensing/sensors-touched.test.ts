import { expect, test } from 'vitest';
import { sensorsTouched } from '../../../../core/analysis/sensing/sensors-touched.ts';
import type { Draft } from '../../../../core/plan/diff.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import { record, testId, testPlan } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const near = record('sensor', { id: 1, at: at(0, 0), range: 10 });
const far = record('sensor', { id: 2, at: at(100, 0), range: 10 });
const other = record('sensor', { id: 3, at: at(0, 0), range: 10, floor: testId('floor', 2) });
const contact = record('sensor', { id: 4, at: at(0, 0), type: 'door-contact' });
const beam = record('sensor', { id: 5, type: 'beam', at: null, path: [at(0, 0), at(0, 9)] });
const wall = record('wall', { a: at(50, 0), b: at(50, 5) });
const door = record('opening', { offset: 2 });
const plan = testPlan(record('floor', { id: 2, order: 1 }), near, far, other, contact, beam, wall, door);

function touched(change: (draft: Draft) => void): readonly string[] {
  const diff = edit(plan, change);
  return sensorsTouched(diff, { before: plan, after: applyDiff(plan, diff) });
}

test('sensors are touched by what stands otherwise in their reach, as it was or as it is', () => {
  expect(touched((draft) => draft.put({ ...wall, b: at(50, 6) }))).toEqual([]);
  expect(touched((draft) => draft.put({ ...wall, a: at(95, 0) }))).toEqual([far.id]);
  expect(touched((draft) => draft.put({ ...wall, a: at(-5, 3), b: at(5, 3) }))).toEqual([near.id, beam.id]);
  expect(touched((draft) => draft.put(record('text', { at: at(0, 0) })))).toEqual([]);
  expect(touched((draft) => draft.put({ ...near, range: 9 }))).toEqual([]);
});

test('an opening touches what is in reach of it', () => {
  const there = testPlan(near, record('wall', { a: at(3, -5), b: at(3, 5) }), door);
  const diff = edit(there, (draft) => draft.put({ ...door, open: true }));
  expect(sensorsTouched(diff, { before: there, after: applyDiff(there, diff) })).toEqual([near.id]);
  const gone = edit(there, (draft) => draft.remove(door.id));
  expect(sensorsTouched(gone, { before: there, after: applyDiff(there, gone) })).toEqual([near.id]);
});

test('very many changes touch what is in reach of the box around them', () => {
  const crowd = Array.from({ length: 500 }, (_, index) =>
    record('wall', { id: 10 + index, a: at(20 + index / 10, 0), b: at(20 + index / 10, 1) }),
  );
  expect(touched((draft) => void crowd.map((each) => draft.put(each)))).toEqual([]);
  expect(
    touched(
      (draft) =>
        void [...crowd, record('wall', { id: 9, a: at(99, 0), b: at(99, 1) })].map((each) => draft.put(each)),
    ),
  ).toEqual([far.id]);
});
