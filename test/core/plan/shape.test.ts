import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceTo, isHit } from '../../../core/plan/hit.ts';
import { kinds } from '../../../core/plan/plan.ts';
import { boundsOf, boundsOfRecords, planBounds, shapeOf } from '../../../core/plan/shape.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { transformRecord } from '../../../core/plan/transform-record.ts';
import {
  bodyLine,
  fittingOffset,
  offsetOnWall,
  placeOnWall,
  wallLength,
} from '../../../core/plan/wall-line.ts';
import { placedKinds, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';
import { pointArbitrary } from '../../support/random/choice.ts';

const close = (x: number, y: number) => ({ x: expect.closeTo(x, 5), y: expect.closeTo(y, 5) });

/*  A half circle from (0,0) to (4,0), anticlockwise: below the chord.
 *
 *  0  a           b
 *      \         /
 * -2     `-._.-'                */
const half = record('wall', { a: { x: 0, y: 0 }, b: { x: 4, y: 0 }, bulge: 1 });

describe('walls', () => {
  test('an arc has the length of the arc and its places lie on it', () => {
    expect(wallLength(half)).toBeCloseTo(2 * Math.PI, 9);
    expect(placeOnWall(half, Math.PI)).toEqual({ at: close(2, -2), direction: expect.closeTo(0, 9) });
    expect(placeOnWall(half, 0).at).toEqual(close(0, 0));
    expect(placeOnWall(half, 2 * Math.PI).at).toEqual(close(4, 0));
  });

  test('a clockwise arc lies on the other side', () => {
    expect(placeOnWall({ ...half, bulge: -1 }, Math.PI).at).toEqual(close(2, 2));
  });

  test('its flattened line keeps within 5 mm of the arc', () => {
    const line = bodyLine(half);
    expect(line.length).toBeGreaterThan(10);
    for (const [index, end] of line.entries()) {
      const start = line[index - 1] ?? end;
      const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
      expect(Math.abs(Math.hypot(middle.x - 2, middle.y) - 2)).toBeLessThanOrEqual(0.005);
    }
  });

  test.each([
    ['centre', 0, 2],
    ['left', 0.1, 1.9],
    ['right', -0.1, 2.1],
  ] as const)('aligned %s, the body lies on that side of the way from a to b', (alignment, y, radius) => {
    const straight = record('wall', { a: { x: 0, y: 0 }, b: { x: 4, y: 0 }, alignment });
    expect(bodyLine(straight)).toEqual([close(0, y), close(4, y)]);
    // Left of the half circle is towards its centre.
    const [first] = bodyLine({ ...half, alignment });
    expect(first && Math.hypot(first.x - 2, first.y)).toBeCloseTo(radius, 9);
  });

  test('the offset of a place on the wall is that offset', () => {
    fc.assert(
      fc.property(
        pointArbitrary,
        pointArbitrary,
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, bulge, part) => {
          const wall = { ...half, a, b, bulge: Math.abs(bulge) < 0.01 ? 0 : bulge };
          fc.pre(Math.hypot(b.x - a.x, b.y - a.y) > 1);
          const offset = wallLength(wall) * part;
          expect(offsetOnWall(wall, placeOnWall(wall, offset).at)).toBeCloseTo(offset, 5);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  test('a point beyond an end is nearest to that end', () => {
    expect(offsetOnWall(half, { x: -1, y: 3 })).toBe(0);
    expect(offsetOnWall(half, { x: 5, y: 3 })).toBeCloseTo(2 * Math.PI, 9);
    const straight = { ...half, bulge: 0 };
    expect(offsetOnWall(straight, { x: -9, y: 3 })).toBe(0);
    expect(offsetOnWall(straight, { x: 9, y: 3 })).toBe(4);
  });

  test('an opening is pushed inside, and does not fit a wall shorter than itself', () => {
    const straight = { ...half, bulge: 0 };
    expect(fittingOffset(straight, { offset: 0, width: 1 })).toBe(0.5);
    expect(fittingOffset(straight, { offset: 3.9, width: 1 })).toBe(3.5);
    expect(fittingOffset(straight, { offset: 2, width: 4 })).toBe(2);
    expect(fittingOffset(straight, { offset: 2, width: 4.1 })).toBeNull();
  });
});

describe('shapeOf', () => {
  const wall = record('wall');
  const plan = testPlan(wall);
  const path = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];

  test('what stands on a floor has a shape, what gives structure has none', () => {
    const withShape = kinds.filter((kind) => shapeOf(record(kind), plan) !== null);
    expect(withShape).toEqual(placedKinds);
  });

  test('an opening is its part of the wall', () => {
    const opening = record('opening', { wall: wall.id, offset: 4, width: 2 });
    expect(shapeOf(opening, plan)).toEqual({
      type: 'path',
      points: [close(3, 0), close(5, 0)],
      closed: false,
      width: 0.2,
    });
    expect(shapeOf({ ...opening, wall: testId('wall', 9) }, plan)).toBeNull();
  });

  test('a gate is the way through, a single bollard a disc, an underlay its turned rectangle', () => {
    const gate = record('gate', { at: { x: 1, y: 1 }, direction: Math.PI / 2, width: 4 });
    expect(shapeOf(gate, plan)).toMatchObject({ points: [close(1, -1), close(1, 3)], width: 0 });
    const bollard = record('bollards', { path: [{ x: 3, y: 4 }] });
    expect(shapeOf(bollard, plan)).toEqual({ type: 'point', at: { x: 3, y: 4 }, radius: 0.125 });
    const underlay = record('underlay', { at: { x: 1, y: 0 }, rotation: Math.PI / 2, metresPerPixel: 0.01 });
    expect(shapeOf(underlay, plan)).toMatchObject({
      ring: [close(1, 0), close(1, 10), close(-4, 10), close(-4, 0)],
    });
  });

  test('an obstacle is its ring or its path', () => {
    expect(shapeOf(record('obstacle'), plan)).toMatchObject({ type: 'ring' });
    expect(shapeOf(record('obstacle', { ring: null, path, width: 2 }), plan)).toEqual({
      type: 'path',
      points: path,
      closed: false,
      width: 2,
    });
  });

  test('bounds take the width in', () => {
    expect(boundsOf(record('road', { path, width: 6 }), plan)).toEqual({
      minX: -3,
      minY: -3,
      maxX: 13,
      maxY: 3,
    });
    expect(boundsOf(record('floor'), plan)).toBeNull();
  });

  test('the bounds of a plan are those of all its records together', () => {
    const place = { x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }) };
    const wallArbitrary = fc.record({
      a: fc.record(place),
      b: fc.record(place),
      bulge: fc.constantFrom(0, 0, 1, -0.3),
      thickness: fc.constantFrom(0.1, 1, 3),
      alignment: fc.constantFrom('centre', 'left', 'right'),
    });
    fc.assert(
      fc.property(fc.array(wallArbitrary), fc.array(fc.record(place)), (walls, cameras) => {
        const drawn = [
          ...walls.filter(({ a, b }) => a.x !== b.x || a.y !== b.y),
          ...cameras.map((at) => ({ at })),
        ].map((fields, index) =>
          'at' in fields
            ? record('camera', { id: index + 1, ...fields })
            : record('wall', { id: index + 1, ...fields }),
        );
        const all = drawn.map(({ id }) => id);
        expect(planBounds(testPlan(...drawn))).toEqual(boundsOfRecords(testPlan(...drawn), all));
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });

  test('the bounds of a plan are those of one floor or of all', () => {
    const upstairs = testId('floor', 2);
    const tower = testPlan(
      record('floor', { id: 2 }),
      record('camera', { id: 1, at: { x: 1, y: 1 } }),
      record('camera', { id: 2, at: { x: 5, y: 7 }, floor: upstairs }),
    );
    expect(planBounds(tower)).toEqual({ minX: 1, minY: 1, maxX: 5, maxY: 7 });
    expect(planBounds(tower, siteFloor)).toEqual({ minX: 1, minY: 1, maxX: 1, maxY: 1 });
    expect(planBounds(testPlan())).toBeNull();
    expect(boundsOfRecords(tower, [testId('camera', 2), upstairs])).toEqual({
      minX: 5,
      minY: 7,
      maxX: 5,
      maxY: 7,
    });
  });
});

describe('distance, hit and snap', () => {
  const plan = testPlan(record('wall'));

  test('is measured to the body, and nothing inside a surface', () => {
    expect(distanceTo(record('wall'), plan, { x: 5, y: 1 })).toBeCloseTo(0.9, 9);
    expect(distanceTo(record('wall'), plan, { x: 5, y: 0.05 })).toBe(0);
    expect(distanceTo(record('area'), plan, { x: 5, y: 5 })).toBe(0);
    expect(distanceTo(record('area'), plan, { x: 5, y: 12 })).toBe(2);
    expect(distanceTo(record('camera'), plan, { x: 3, y: 4 })).toBe(5);
    expect(distanceTo(record('layer'), plan, { x: 3, y: 4 })).toBe(Number.POSITIVE_INFINITY);
  });

  test('a hole of a building is not the building', () => {
    const hole = [
      { x: 4, y: 4 },
      { x: 4, y: 6 },
      { x: 6, y: 6 },
      { x: 6, y: 4 },
    ];
    const building = record('building', { holes: [hole] });
    expect(isHit(building, plan, { at: { x: 5, y: 5 }, tolerance: 0.1 })).toBe(false);
    expect(isHit(building, plan, { at: { x: 5, y: 4.05 }, tolerance: 0.1 })).toBe(true);
    expect(isHit(building, plan, { at: { x: 2, y: 2 }, tolerance: 0.1 })).toBe(true);
  });

  test('a wall attracts at its ends, its middle and along the line that was drawn', () => {
    const wall = record('wall', { alignment: 'left' });
    expect(snapGeometryOf(wall, plan)).toEqual({
      centres: [],
      circles: [],
      ends: [wall.a, wall.b],
      middles: [close(5, 0)],
      edges: [[close(0, 0), close(10, 0)]],
    });
  });

  test('a closed fence attracts on its closing piece as well; a picture and a note nowhere', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 0, y: 2 },
    ];
    const snap = snapGeometryOf(record('fence', { path: triangle, closed: true }), plan);
    expect(snap.ends).toEqual(triangle);
    expect(snap.middles).toContainEqual({ x: 0, y: 1 });
    expect(snap.edges).toHaveLength(3);
    const none = { ends: [], middles: [], edges: [], centres: [], circles: [] };
    expect(snapGeometryOf(record('underlay'), plan)).toEqual(none);
    expect(snapGeometryOf(record('text'), plan)).toEqual(none);
    expect(snapGeometryOf(record('camera'), plan)).toEqual({ ...none, centres: [{ x: 0, y: 0 }] });
  });
});

describe('transformRecord', () => {
  const about = { x: 1, y: 2 };

  test('moves the bounds of every kind that has a place, and of an opening by its wall', () => {
    for (const kind of placedKinds.filter((each) => each !== 'opening')) {
      const before = record(kind);
      const after = transformRecord(before, { type: 'translate', by: { x: 3, y: -4 } });
      const box = boundsOf(before, testPlan());
      expect(boundsOf(after, testPlan())).toEqual({
        minX: expect.closeTo((box?.minX ?? 0) + 3, 6),
        minY: expect.closeTo((box?.minY ?? 0) - 4, 6),
        maxX: expect.closeTo((box?.maxX ?? 0) + 3, 6),
        maxY: expect.closeTo((box?.maxY ?? 0) - 4, 6),
      });
    }
  });

  test('four quarter turns bring every kind back', () => {
    const turn = { type: 'rotate', about, angle: Math.PI / 2 } as const;
    for (const kind of kinds) {
      const before = record(kind);
      const turned = transformRecord(before, turn);
      const after = transformRecord(transformRecord(transformRecord(turned, turn), turn), turn);
      const places = kind === 'opening' || !placedKinds.some((each) => each === kind);
      expect(turned === before).toBe(places);
      expect(after).toEqual(approximately(before));
    }
  });
});

/** The same record with angles within the step they are quantised to. */
function approximately(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 5);
  if (Array.isArray(value)) return value.map(approximately);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, approximately(inner)]));
}
