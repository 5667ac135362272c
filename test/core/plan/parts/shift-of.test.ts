import { describe, expect, test } from 'vitest';
import { shiftOf } from '../../../../core/plan/parts/shift-of.ts';
import { transformRecord } from '../../../../core/plan/transform-record.ts';
import { placedKinds, record } from '../../../support/plan-builder.ts';

const by = { x: 12.345, y: -0.1 };
/** What has no place of its own, or shows something of where it is. */
const follows: readonly string[] = ['opening', 'dimension', 'callout'];

describe('shiftOf', () => {
  test.each(placedKinds)('tells a %s that was moved from one that was changed', (kind) => {
    const before = record(kind);
    const moved = transformRecord(before, { type: 'translate', by });
    const shift = shiftOf(before, moved);
    if (follows.includes(kind)) expect(shift).toBeNull();
    else {
      expect(shift?.x).toBeCloseTo(by.x, 9);
      expect(shift?.y).toBeCloseTo(by.y, 9);
    }
    expect(shiftOf(before, { ...moved, notes: 'another one' })).toBeNull();
    expect(shiftOf(before, { ...moved, evidence: { ...moved.evidence, by: 'somebody' } })).toBeNull();
  });

  test('is nothing for what was bent, turned, or lost a corner', () => {
    const fence = record('fence');
    const [first, ...others] = transformRecord(fence, { type: 'translate', by }).path;
    expect(shiftOf(fence, { ...fence, path: [{ x: 0.5, y: 0.5 }, ...others] })).toBeNull();
    expect(first && shiftOf(fence, { ...fence, path: [first] })).toBeNull();
    const camera = record('camera');
    expect(shiftOf(camera, { ...camera, at: by, direction: camera.direction + 0.1 })).toBeNull();
  });
});
