import { describe, expect, test } from 'vitest';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { stateMarks } from '../../../core/drawing/state-marks.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const marksOf = (marked: PlanRecord, ...others: PlanRecord[]) =>
  stateMarks(marked, sceneOf(testPlan(marked, ...others)));
const placesOf = (marked: PlanRecord, ...others: PlanRecord[]) =>
  marksOf(marked, ...others).map((item) => 'at' in item && item.at);

describe('the mark of a state, so that no colour is needed to tell it', () => {
  test('what exists has none, and none is drawn from far out', () => {
    expect(marksOf(record('wall'))).toEqual([]);
    const scene = { ...sceneOf(testPlan()), isFar: true };
    expect(stateMarks(record('wall', { state: 'proposed' }), scene)).toEqual([]);
  });

  /*   a proposed wall from (0, 0) to (10, 0), 0.2 thick: beside its left face, the door's on its right   */
  test('stands beside the middle of a line, of a door on the other side', () => {
    const wall = record('wall', { state: 'deficient' });
    expect(placesOf(wall)).toEqual([{ x: 5, y: 0.1 }]);
    expect(placesOf(record('opening', { state: 'proposed' }), wall)).toEqual([{ x: 5, y: -0.1 }]);
  });

  test('stands within the longest side of a surface', () => {
    expect(placesOf(record('area', { state: 'proposed' }))).toEqual([{ x: 5, y: 0 }]);
  });

  test('crosses are even along a line, however many corners it has', () => {
    const straight = [
      { x: 0, y: 0 },
      { x: 36, y: 0 },
    ];
    const bent = Array.from({ length: 37 }, (_, x) => ({ x, y: 0 }));
    const expected = [3, 9, 15, 21, 27, 33].map((x) => ({ x, y: 0 }));
    for (const path of [straight, bent]) {
      const places = placesOf(record('road', { state: 'removed', path }));
      expect(places.map((at) => at && { x: Math.round(at.x * 1e6) / 1e6, y: at.y })).toEqual(expected);
    }
  });

  test('a tagged device shows it at its tag', () => {
    expect(marksOf(record('camera', { state: 'deficient' }))).toEqual([]);
  });
});
