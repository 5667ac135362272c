import { describe, expect, test } from 'vitest';
import { prepareSight } from '../../../../core/analysis/sight/prepare-sight.ts';
import { visibleRegion } from '../../../../core/analysis/sight/visible-region.ts';
import {
  at,
  isInside,
  percentAt,
  piecesOf,
  prepared,
  regionOf,
  ringsIn,
  room,
  view,
  wall,
} from '../../../support/sight.ts';

const areaOf = (...args: Parameters<typeof regionOf>): number => regionOf(...args).clear.area;

describe('walls', () => {
  test('a room is seen from within, corner by corner', () => {
    const { clear, dimmed } = regionOf(room(0, 0, 4, 3), view(1, 1));
    expect(dimmed).toEqual([]);
    expect(clear.area).toBeCloseTo(12, 9);
    const [ring] = ringsIn(clear.rings);
    expect(new Set(ring)).toEqual(new Set([at(0, 0), at(4, 0), at(4, 3), at(0, 3)]));
  });

  /*   4 +-------+
   *     |   |   |      From (1, 1) the wall hides what is behind it: a shadow from its end at (2, 2)
   *   2 | o '   |      to (4, 4), and all right of x = 2 above that line is seen past it.
   *     |       |
   *     +---+---+ 4                                                                              */
  test('a wall hides what is behind it', () => {
    const area = areaOf([...room(0, 0, 4, 4), wall(2, 2, 2, 4)], view(1, 1));
    expect(area).toBeCloseTo(16 - 2, 9);
  });

  test.each([
    ['in a corner', 0, 0],
    ['on an end', 2, 2],
    ['where two walls cross', 2, 1],
    ['on a side', 0, 2.5],
  ])('an eye %s of what it stands on sees past it', (_, x, y) => {
    const sides = [wall(2, 0, 2, 2), wall(1, 1, 3, 1)];
    const { clear } = regionOf([...room(0, 0, 4, 4), ...sides], view(x, y));
    expect(isInside(at(x + 0.01, y + 0.02), clear.rings)).toBe(true);
    expect(clear.area).toBeGreaterThan(1);
  });

  test('an eye on a wall sees both sides of it, what is mounted on it the one that its face looks to', () => {
    const walls = [...room(0, 0, 4, 4), wall(2, 0, 2, 4)];
    expect(areaOf(walls, view(2, 1))).toBeCloseTo(16, 9);
    expect(areaOf(walls, view(2, 1, { mount: 0 }))).toBeCloseTo(8, 9);
    expect(areaOf(walls, view(2.0007, 1, { mount: Math.PI }))).toBeCloseTo(8, 9);
    // In a corner of rooms, the face of either.
    const cross = [...room(0, 0, 4, 4), wall(2, 0, 2, 4), wall(0, 2, 4, 2)];
    expect(areaOf(cross, view(2, 2, { mount: Math.PI / 4 }))).toBeCloseTo(4, 9);
  });

  test('an eye within a millimetre of a wall stands on it, farther off it does not', () => {
    const walls = [...room(0, 0, 4, 4), wall(2, 0, 2, 4)];
    expect(areaOf(walls, view(2.0009, 1))).toBeCloseTo(16, 3);
    expect(areaOf(walls, view(2.0012, 1))).toBeCloseTo(8, 9);
  });

  test('a crack of a millimetre is none, one of two is', () => {
    const walls = (gap: number) => [...room(0, 0, 10, 10), wall(0, 5, 5 - gap, 5), wall(5, 5, 10, 5)];
    expect(areaOf(walls(0.001), view(5, 1))).toBeCloseTo(50, 9);
    expect(areaOf(walls(0.002), view(5, 1))).toBeGreaterThan(50.01);
    expect(areaOf(walls(0.001), view(5, 1), 0)).toBeGreaterThan(50.005);
    // An end that stops short of a side, an oblique one too.
    const short = [...room(0, 0, 10, 10), wall(0, 0.0007, 9.9995, 9.9998)];
    expect(areaOf(short, view(6, 3))).toBeCloseTo(50, 1);
    expect(percentAt(at(3, 6), regionOf(short, view(6, 3)))).toBe(0);
  });

  test('walls that cross, touch, overlap and coincide hide what they hide', () => {
    const plain = areaOf([...room(0, 0, 4, 4), wall(1, 2, 3, 2)], view(2, 1));
    const doubled = [
      ...[...room(0, 0, 4, 4), ...room(0, 0, 4, 4), wall(1, 2, 2.5, 2), wall(3, 2, 1.5, 2)],
      ...[wall(1, 2, 3, 2), wall(2, 2, 2, 2), wall(2, 2, 2, 2.5), wall(1.2, 1.99999, 1.2, 2.5)],
    ];
    expect(areaOf(doubled, view(2, 1))).toBeCloseTo(plain, 3);
  });

  test('an island of walls is a hole of what is seen through mesh', () => {
    const pieces = [...room(0, 0, 10, 10), ...room(4, 4, 2, 2).map((each) => ({ ...each, high: 1 }))];
    // From above, low walls hide the strip behind each, which is within the ring around them.
    const { clear } = regionOf(pieces, view(5, 5, { height: 3 }));
    const rings = ringsIn(clear.rings);
    expect(rings).toHaveLength(3);
    // The walls' images are half as far again: 3 m wide, around 2 m.
    expect(clear.area).toBeCloseTo(100 - (9 - 4), 9);
  });
});

describe('without walls', () => {
  test('the range bounds what is seen, and its area is that of the circle', () => {
    const { clear } = regionOf([], view(1, 2, { range: 60 }));
    expect(clear.area).toBeCloseTo(Math.PI * 3600, 6);
    const radii = ringsIn(clear.rings).flatMap((ring) => ring.map(({ x, y }) => Math.hypot(x - 1, y - 2)));
    expect(radii.length).toBeGreaterThan(400);
    expect(Math.max(...radii.map((radius) => Math.abs(radius - 60)))).toBeLessThan(0.001);
    expect(areaOf([], view(0, 0, { range: 0.0001 }))).toBeCloseTo(Math.PI * 1e-8, 12);
    expect(areaOf([], view(0, 0, { range: 0 }))).toBe(0);
  });

  test('the sector bounds it, anticlockwise from its right side', () => {
    for (const width of [0.2, 1, Math.PI - 1e-9, Math.PI, 4, 6, 6.28]) {
      for (const direction of [-9, -1, 0, Math.PI / 4, 2, 3.1]) {
        const from = view(7, -3, { range: 30, sector: { direction, width } });
        const { clear } = regionOf([], from);
        expect(clear.area).toBeCloseTo(450 * width, 1);
        const ahead = at(7 + 20 * Math.cos(direction), -3 + 20 * Math.sin(direction));
        const behind = at(7 - 20 * Math.cos(direction), -3 - 20 * Math.sin(direction));
        expect(isInside(ahead, clear.rings)).toBe(true);
        expect(isInside(behind, clear.rings)).toBe(false);
      }
    }
    expect(areaOf([], view(0, 0, { range: 30, sector: { direction: 0, width: 7 } }))).toBeCloseTo(
      900 * Math.PI,
      6,
    );
    expect(areaOf([], view(0, 0, { range: 30, sector: { direction: 0, width: 0 } }))).toBe(0);
  });

  test('what reaches the frame has no finite area; what is closed off from it has one', () => {
    expect(areaOf([wall(1, 1, 1, 2)], view(0, 0))).toBe(Number.POSITIVE_INFINITY);
    expect(areaOf(room(-1, -1, 2, 2), view(0, 0))).toBeCloseTo(4, 9);
    // Seen over a low wall from below: hidden for ever behind it.
    const low = room(-1, -1, 2, 2).map((each) => ({ ...each, low: 0, high: 1 }));
    expect(areaOf(low, view(0, 0, { height: 0.5, targetHeight: 0 }))).toBeCloseTo(4, 9);
    expect(areaOf(low, view(0, 0, { height: 1.5, targetHeight: 0 }))).toBe(Number.POSITIVE_INFINITY);
    // Far away from everything, and at the end of what a plan may hold.
    expect(areaOf(room(0, 0, 1, 1), view(1e6, -1e6, { range: 10 }))).toBeCloseTo(100 * Math.PI, 6);
    expect(areaOf(room(999_990, 999_990, 10, 10), view(999_995, 999_999))).toBeCloseTo(100, 6);
  });

  test('a wall that goes through the range hides beyond it what is within the range', () => {
    const { clear } = regionOf([wall(-100, 30, 100, 30)], view(0, 0, { range: 60 }));
    // A segment of the circle beyond 30 m is missing.
    const segment = 3600 * (Math.PI / 3 - Math.sin((2 * Math.PI) / 3) / 2);
    expect(clear.area).toBeCloseTo(3600 * Math.PI - segment, 2);
    const touching = regionOf([wall(-100, 59.9999, 100, 59.9999)], view(0, 0, { range: 60 }));
    expect(touching.clear.area).toBeCloseTo(3600 * Math.PI, 1);
  });
});

describe('bad input', () => {
  const refusalOf = (change: Partial<ReturnType<typeof piecesOf>>) => {
    const pieces = { ...piecesOf([wall(0, 0, 1, 0)]), ...change };
    const result = prepareSight(pieces);
    return result.ok ? null : result.error;
  };

  test('pieces are refused by name', () => {
    expect(refusalOf({})).toBeNull();
    expect(refusalOf({ segments: Float64Array.of(0, 0, Number.NaN, 0) })).toBe('not-a-number');
    expect(refusalOf({ segments: Float64Array.of(0, 0, Number.POSITIVE_INFINITY, 0) })).toBe('not-a-number');
    expect(refusalOf({ segments: Float64Array.of(0, 0, 1) })).toBe('not-a-number');
    expect(refusalOf({ segments: Float64Array.of(0, 0, 0, 1.1e6) })).toBe('too-far');
    expect(refusalOf({ heights: Float64Array.of(0, Number.NaN) })).toBe('not-a-number');
    expect(refusalOf({ heights: Float64Array.of(0) })).toBe('not-a-number');
    expect(refusalOf({ through: Float64Array.of(1.01) })).toBe('not-a-number');
    expect(refusalOf({ through: Float64Array.of(-0.1) })).toBe('not-a-number');
    expect(refusalOf({ through: Float64Array.of(Number.NaN) })).toBe('not-a-number');
    expect(refusalOf({ through: new Float64Array(400_001) })).toBe('too-many-pieces');
  });

  test('views are refused by name', () => {
    const sight = prepared([wall(0, 0, 1, 0)]);
    const refusal = (change: Parameters<typeof view>[2]) => {
      const result = visibleRegion(sight, view(3, 3, change));
      return result.ok ? null : result.error;
    };
    expect(refusal({})).toBeNull();
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refusal({ height: bad })).toBe('not-a-number');
      expect(refusal({ targetHeight: bad })).toBe('not-a-number');
      expect(refusal({ mount: bad })).toBe('not-a-number');
      expect(refusal({ range: bad })).toBe('not-a-number');
      expect(refusal({ eye: at(bad, 0) })).toBe('not-a-number');
      expect(refusal({ sector: { direction: bad, width: 1 } })).toBe('not-a-number');
      expect(refusal({ sector: { direction: 0, width: bad } })).toBe('not-a-number');
    }
    expect(refusal({ range: -1 })).toBe('not-a-number');
    expect(refusal({ sector: { direction: 0, width: -1 } })).toBe('not-a-number');
    expect(refusal({ eye: at(0, -1.1e6) })).toBe('too-far');
  });

  test('pieces without length, without height and of clear glass are none', () => {
    const nothing = [
      wall(2, 2, 2, 2),
      wall(2, 2, 2.0000001, 2),
      wall(2, 0, 2, 4, { low: 1, high: 1 }),
      wall(2, 0, 2, 4, { low: 2, high: 1 }),
      wall(2, 0, 2, 4, { through: 1 }),
    ];
    const region = regionOf([...room(0, 0, 4, 4), ...nothing], view(1, 1, { height: 1, targetHeight: 1 }));
    expect(region.clear.area).toBeCloseTo(16, 9);
    expect(region.dimmed).toEqual([]);
  });

  test('very many pieces that cross in one place are refused within seconds', () => {
    const star = Array.from({ length: 10_000 }, (_, index) => {
      const angle = (index * Math.PI) / 10_000;
      return wall(-50 * Math.cos(angle), -50 * Math.sin(angle), 50 * Math.cos(angle), 50 * Math.sin(angle));
    });
    const result = prepareSight(piecesOf(star));
    expect(result).toEqual({ ok: false, error: 'too-many-crossings' });
    const some = prepared(star.filter((_, index) => index % 100 === 0));
    expect(some.x.length).toBeGreaterThan(200);
  }, 60_000);

  test('a hundred thousand walls are prepared, and seen', () => {
    const walls = Array.from({ length: 100_000 }, (_, index) => {
      const [x, y] = [5 * (index % 400), 5 * Math.trunc(index / 400)];
      return index % 2 === 0 ? wall(x, y, x + 4, y) : wall(x, y, x, y + 4);
    });
    const region = visibleRegion(prepared(walls), view(1001, 601));
    expect(region.ok && region.value.clear.area > 100).toBe(true);
  }, 60_000);
});
