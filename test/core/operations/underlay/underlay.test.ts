import { describe, expect, test } from 'vitest';
import { calibrateUnderlay } from '../../../../core/operations/underlay/calibrate-underlay.ts';
import { placeUnderlay } from '../../../../core/operations/underlay/place-underlay.ts';
import { pictureToPlan, planToPicture } from '../../../../core/plan/underlay-frame.ts';
import { firstLayer, granted, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

/*  1000 x 500 px at 0.01 m a pixel: 10 x 5 m
 *
 *  5  (0,0)px---------------+
 *     |       a  b          |
 *  0  +------------(1000,500)px
 *     0                     10 m              */
const underlay = record('underlay', { metresPerPixel: 0.01, notes: 'Scan' });
const plan = testPlan(underlay);
const a = { x: 200, y: 100 };
const b = { x: 500, y: 500 };

describe('calibrateUnderlay', () => {
  test('makes the two points their distance apart and leaves the first where it is', () => {
    // 500 px are 25 m: 0.05 m a pixel; a stays at (2, 4).
    const diff = granted(calibrateUnderlay(plan, underlay.id, { a, b, distance: 25 }));
    const after = {
      ...underlay,
      metresPerPixel: 0.05,
      at: { x: -8, y: -16 },
      calibration: { a, b, distance: 25 },
    };
    expect(diff).toEqual(new Map([[underlay.id, { before: underlay, after }]]));
    expect(pictureToPlan(after, a)).toEqual({ x: 2, y: 4 });
  });

  test('on a turned picture as well', () => {
    const turned = record('underlay', { metresPerPixel: 0.01, rotation: 0.7 });
    const diff = granted(calibrateUnderlay(testPlan(turned), turned.id, { a, b, distance: 20.089 }));
    const after = { ...turned, ...(diff.get(turned.id)?.after as typeof turned) };
    const [first, second] = [pictureToPlan(after, a), pictureToPlan(after, b)];
    expect(Math.hypot(second.x - first.x, second.y - first.y)).toBeCloseTo(20.089, 9);
    const fixed = pictureToPlan(turned, a);
    expect(Math.hypot(first.x - fixed.x, first.y - fixed.y)).toBeLessThan(0.001);
  });

  test.each([
    ['two points in one', { a, b: { x: 200.5, y: 100 }, distance: 5 }, 'same-point'],
    ['a distance of nothing', { a, b, distance: 0 }, 'no-distance'],
    ['a distance below nothing', { a, b, distance: -4 }, 'no-distance'],
    ['a distance that is no number', { a, b, distance: Number.NaN }, 'no-distance'],
    ['points that are no numbers', { a, b: { x: Number.NaN, y: 0 }, distance: 4 }, 'same-point'],
    ['a distance beyond the plan', { a, b, distance: 1e9 }, 'invalid-record'],
  ])('refuses %s', (_, calibration, error) => {
    expect(calibrateUnderlay(plan, underlay.id, calibration)).toEqual({ ok: false, error });
  });

  test('refuses a locked picture and one that is gone', () => {
    const locked = testPlan(record('underlay', { locked: true }));
    expect(calibrateUnderlay(locked, underlay.id, { a, b, distance: 5 })).toEqual({
      ok: false,
      error: 'locked',
    });
    expect(calibrateUnderlay(testPlan(), underlay.id, { a, b, distance: 5 })).toEqual({
      ok: false,
      error: 'not-found',
    });
  });
});

describe('placeUnderlay', () => {
  test('puts the middle of the picture on the point', () => {
    const id = testId('underlay', 2);
    const fields = { floor: siteFloor, layer: firstLayer, attachment: 'f'.repeat(64) };
    const diff = granted(
      placeUnderlay(plan, { id, ...fields, widthPx: 400, heightPx: 200, centre: { x: 10, y: 20 } }),
    );
    const after = record('underlay', {
      id: 2,
      attachment: 'f'.repeat(64),
      widthPx: 400,
      heightPx: 200,
      at: { x: 8, y: 19 },
    });
    expect(diff).toEqual(new Map([[id, { before: null, after }]]));
  });
});

test('a plan point goes to the picture and back', () => {
  const frame = { ...underlay, at: { x: 3, y: -2 }, rotation: 2.5, metresPerPixel: 0.037 };
  const back = pictureToPlan(frame, planToPicture(frame, { x: 12.345, y: 6.789 }));
  expect(back.x).toBeCloseTo(12.345, 9);
  expect(back.y).toBeCloseTo(6.789, 9);
});
