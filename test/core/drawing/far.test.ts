import { expect, test } from 'vitest';
import { drawCoverage } from '../../../core/drawing/coverage.ts';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { allRecords, isKind, kindOf } from '../../../core/plan/plan.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';

/** A large plan opens seen from far: what is made there and never painted is time that a person waits. */
test('of the kinds that stand on a plan by the hundred, nothing is drawn from far that is not shown', () => {
  const { plan } = referencePlan('typical', 1);
  const scene = { ...sceneOf(plan), isFar: true };
  const hidden = new Set<string>();
  for (const record of allRecords(plan)) {
    const seen = isKind(record, 'camera') ? drawCoverage(record, scene) : [];
    for (const item of [...drawRecord(record, scene), ...seen])
      if (item.type === 'text' || item.detail !== 'always') hidden.add(`${kindOf(record.id)} ${item.type}`);
  }
  expect([...hidden]).toEqual([]);
});
