import { expect, test } from 'vitest';
import { drawCoverage } from '../../../core/drawing/coverage.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const camera = record('camera', { fieldOfView: { horizontal: 6.283185, vertical: 1.25 }, range: 5 });

test('a camera that looks all round has rings without a seam', () => {
  const bands = drawCoverage(camera, sceneOf(testPlan(camera))).filter((item) => item.type === 'path');
  expect(bands.length).toBeGreaterThan(0);
  for (const { path } of bands) {
    const moves = path.filter(([step]) => step === 'M').length;
    expect(moves).toBe(path.filter(([step]) => step === 'Z').length);
    expect(moves).toBe(2);
  }
});

test('a camera to be removed covers nothing', () => {
  expect(drawCoverage({ ...camera, state: 'removed' }, sceneOf(testPlan()))).toEqual([]);
});
