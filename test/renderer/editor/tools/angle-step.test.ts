import { expect, test } from 'vitest';
import { fragmentOf } from '../../../../core/plan/parts/fragment.ts';
import { driver, EditorDriver } from '../../../support/editor-driver.ts';
import { record, testId, testPlan } from '../../../support/plan-builder.ts';

// 40° from the place: with steps of 30° that is 30°, with 45° it is 45°.
const [cos, sin] = [Math.cos((40 * Math.PI) / 180), Math.sin((40 * Math.PI) / 180)];
const expected = { 15: 0.785398, 30: 0.523599, 45: 0.785398, 90: 0 } as const;
const steps = [15, 30, 45, 90] as const;
const held = { shift: true } as const;

const post = record('post');
const source = testPlan(post);
const template = { id: 'post', fragment: fragmentOf(source, [post.id]), angle: 0 };

const gestures = {
  aiming: (angleStepDeg: number) =>
    driver('place-camera', [], { angleStepDeg })
      .drag([0, 0], [5 * cos, 5 * sin], held)
      .only('camera').direction,
  turning: (angleStepDeg: number) =>
    driver('select', [post], { angleStepDeg })
      .select(testId('post'))
      .drag([0.36, 0], [5 * cos, 5 * sin], held)
      .only('post').direction,
  'placing a template': (angleStepDeg: number) =>
    new EditorDriver({ tool: 'place-template', view: { template, angleStepDeg } })
      .drag([0, 0], [5 * cos, 5 * sin], held)
      .only('post').direction,
};

for (const [name, gesture] of Object.entries(gestures)) {
  test.each(steps)(`${name} keeps to the angle step of %d°`, (step) => {
    expect(gesture(step)).toBeCloseTo(expected[step], 5);
  });
}
