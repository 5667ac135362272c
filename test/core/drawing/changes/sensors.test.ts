import { expect, test } from 'vitest';
import { massChange } from '../../../../core/drawing/changes/mass-change.ts';
import { drawRecord } from '../../../../core/drawing/draw-record.ts';
import { affectedBy, sceneOf } from '../../../../core/drawing/scene.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import { record, testPlan } from '../../../support/plan-builder.ts';

const at = (x: number, y: number) => ({ x, y });
const sensor = record('sensor', { at: at(0, 0), range: 10, angle: 1.5 });
const wall = record('wall', { a: at(5, -20), b: at(5, 20) });
const plan = testPlan(sensor, wall);

test('a wall that goes takes no part of a detector: that is drawn anew, whole again', () => {
  const diff = edit(plan, (draft) => draft.remove(wall.id));
  const scenes = { before: sceneOf(plan), after: sceneOf(applyDiff(plan, diff)) };
  expect(affectedBy(diff, scenes)).toContain(sensor.id);
  expect(massChange(diff, scenes).others).toContain(sensor.id);
  expect(drawRecord(sensor, scenes.before)).not.toEqual(drawRecord(sensor, scenes.after));
  expect(drawRecord(sensor, scenes.after)).toEqual(drawRecord(sensor, sceneOf(testPlan(sensor))));
});

test('a detector that is moved among many is drawn anew, since what it reaches does not go along', () => {
  const text = record('text', { at: at(0, 0), text: 'moved' });
  const start = testPlan(sensor, wall, text);
  const diff = edit(start, (draft) => {
    draft.put({ ...sensor, at: at(3, 0) });
    draft.put({ ...text, at: at(3, 0) });
  });
  const change = massChange(diff, { before: sceneOf(start), after: sceneOf(applyDiff(start, diff)) });
  expect(change.others).toContain(sensor.id);
  expect(change.moved?.ids).toEqual(new Set([text.id]));
});

test('one that is to be removed shows no area, and one seen from far out is its symbol', () => {
  const scene = sceneOf(plan);
  const paths = (shown: typeof sensor, isFar: boolean) =>
    drawRecord(shown, { ...scene, isFar }).filter(
      ({ type, detail }) => type === 'path' && detail === 'normal',
    );
  expect(paths(sensor, false)).toHaveLength(1);
  expect(paths(sensor, true)).toHaveLength(0);
  expect(paths({ ...sensor, state: 'removed' }, false)).toHaveLength(0);
});

test('a beam is marked where something stands in it', () => {
  const beam = record('sensor', { type: 'beam', at: null, path: [at(0, 0), at(9, 0)] });
  const items = (walls: readonly (typeof wall)[]) =>
    drawRecord(beam, sceneOf(testPlan(beam, ...walls))).length;
  expect(items([wall])).toBe(items([]) + 1);
  expect(items([{ ...wall, height: 0.5 }])).toBe(items([]));
});
