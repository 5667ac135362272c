import { expect, test } from 'vitest';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { allRecords, kindOf } from '../../../core/plan/plan.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';

/** A large plan opens seen from far: what is made there and never painted is time that a person waits. */
test('of the kinds that stand on a plan by the hundred, nothing is drawn from far that is not shown', () => {
  const { plan } = referencePlan('typical', 1);
  const scene = { ...sceneOf(plan), isFar: true };
  const hidden = new Set<string>();
  for (const record of allRecords(plan)) {
    for (const item of drawRecord(record, scene))
      if (item.type === 'text' || item.detail !== 'always') hidden.add(`${kindOf(record.id)} ${item.type}`);
  }
  expect([...hidden]).toEqual([]);
});
