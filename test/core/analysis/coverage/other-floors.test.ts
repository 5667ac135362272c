import { describe, expect, test } from 'vitest';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import { isInRings } from '../../../../core/analysis/zones/rings-places.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { Point } from '../../../../core/geometry/point.ts';
import type { IdOf, PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

/** A building of 10 by 10 m and 7 m, with a ground floor and an upper one of 3.5 m each. */
const ground = record('floor', { id: 2, name: 'Ground floor', order: 1 });
const upper = record('floor', { id: 3, name: 'Upper floor', order: 2, elevation: 3.5 });
const ring = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];
const building = record('building', { ring, height: 7 });
/** Its east wall with a window in the middle of it, from 1 m up to 2 m. */
const east = (floor: IdOf<'floor'>, id: number) => [
  record('wall', { id, floor, a: { x: 10, y: 0 }, b: { x: 10, y: 10 } }),
  record('opening', {
    id,
    floor,
    wall: testId('wall', id),
    type: 'window',
    offset: 5,
    width: 2,
    sill: 1,
    height: 1,
  }),
];
const round = (fields: object) =>
  record('camera', {
    type: 'panoramic',
    fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
    tilt: Math.PI / 2,
    widthPx: 100_000,
    range: 30,
    ...fields,
  });

const seenBy = (floor: IdOf<'floor'>, records: readonly PlanRecord[], targetHeight = 0) => {
  const plan = testPlan(ground, upper, ...records);
  const result = derive(plan, floorCoverage, { floor, states: 'proposed', targetHeight }).cameras.get(
    testId('camera'),
  );
  if (!result) return null;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return {
    area: result.value.visible.area ?? 0,
    has: (place: Point) => isInRings(place, result.value.visible.rings),
  };
};

describe('a camera on a floor', () => {
  const inside = round({ floor: ground.id, at: { x: 5, y: 5 }, height: 3 });

  test('sees its own floor within its building, and no other floor', () => {
    const own = seenBy(ground.id, [building, ...east(ground.id, 1), inside]);
    expect(own?.area).toBeCloseTo(100, 0);
    expect(seenBy(upper.id, [building, ...east(ground.id, 1), inside])).toBeNull();
  });

  test('sees outdoors through the windows of its outer walls alone, and none of the ground of its building', () => {
    const outdoors = seenBy(siteFloor, [building, ...east(ground.id, 1), inside]);
    // From 3 m down through a sill of 1 m and a head of 2 m, 5 m away: from 7.5 m to 15 m.
    expect(outdoors?.has({ x: 14, y: 5 })).toBe(true);
    expect(outdoors?.has({ x: 12, y: 5 })).toBe(false);
    expect(outdoors?.has({ x: 21, y: 5 })).toBe(false);
    expect(outdoors?.has({ x: 14, y: 9 })).toBe(false);
    expect(outdoors?.has({ x: -5, y: 5 })).toBe(false);
    expect(outdoors?.has({ x: 5, y: 6 })).toBe(false);
    // A trapezium between both, 2 m wide at the window.
    const wide = (far: number) => (2 * far) / 5;
    expect(outdoors?.area).toBeCloseTo(((wide(7.5) + wide(15)) / 2) * 7.5, 0);
  });

  test('without an outer wall drawn on its floor does not see out of the building', () => {
    expect(seenBy(siteFloor, [building, inside])?.area).toBe(0);
  });

  test('of an upper storey sees the ground from as much higher', () => {
    const above = round({ floor: upper.id, at: { x: 5, y: 5 }, height: 3 });
    const outdoors = seenBy(siteFloor, [building, ...east(upper.id, 1), ...east(ground.id, 2), above]);
    // From 6.5 m through a sill at 4.5 m and a head at 5.5 m: from 16.25 m to 32.5 m, less what is beyond 30 m.
    expect(outdoors?.has({ x: 5 + 17, y: 5 })).toBe(true);
    expect(outdoors?.has({ x: 5 + 16, y: 5 })).toBe(false);
    expect(outdoors?.has({ x: 5 + 29, y: 5 })).toBe(true);
  });
});

describe('a camera outdoors', () => {
  const outside = round({ at: { x: 15, y: 5 }, height: 3 });

  test('sees into a floor through its windows alone', () => {
    const rooms = seenBy(ground.id, [building, ...east(ground.id, 1), outside]);
    // From 3 m through a sill of 1 m and a head of 2 m, 5 m away: from 7.5 m to 15 m, of which 5 m lie in the building.
    expect(rooms?.has({ x: 6, y: 5 })).toBe(true);
    expect(rooms?.has({ x: 9, y: 5 })).toBe(false);
    expect(rooms?.has({ x: 6, y: 8 })).toBe(false);
    expect(rooms?.has({ x: 18, y: 5 })).toBe(false);
    expect(seenBy(ground.id, [building, outside])?.area).toBe(0);
  });

  test('is stopped by the building where its floors have no walls, and sees past it as before', () => {
    const yard = seenBy(siteFloor, [building, ...east(ground.id, 1), outside]);
    expect(yard?.has({ x: -5, y: 5 })).toBe(false);
    expect(yard?.has({ x: 25, y: 5 })).toBe(true);
  });
});

test('a plan without buildings has floors that do not see each other', () => {
  const camera = round({ floor: ground.id, at: { x: 5, y: 5 } });
  expect(seenBy(siteFloor, [camera])).toBeNull();
});
