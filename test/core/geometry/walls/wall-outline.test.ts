import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, cross, distanceBetween, type Point, polar, rotate } from '../../../../core/geometry/point.ts';
import { isInRing, isSelfCrossing, ringArea } from '../../../../core/geometry/polygon.ts';
import { distanceToSegment } from '../../../../core/geometry/segment.ts';
import { type Joint, jointOf, type WallLine } from '../../../../core/geometry/walls/wall-joint.ts';
import { wallOutline } from '../../../../core/geometry/walls/wall-outline.ts';
import { angle, between, place, settings } from '../arbitraries.ts';

const at = (x: number, y: number) => ({ x, y });
const origin = at(0, 0);

function wall(a: Point, b: Point, rest: Partial<WallLine> = {}): WallLine {
  return { a, b, bulge: 0, thickness: 0.2, alignment: 'centre', ...rest };
}

/** Walls that all start at one point, each cut against the others there. */
function outlinesAround(walls: readonly WallLine[]): readonly (readonly Point[])[] {
  return walls.map((each) => {
    const others = walls.filter((other) => other !== each).map((other) => jointOf(other, 'a'));
    return wallOutline(each, others, []) ?? [];
  });
}

const ray = (direction: number, rest: Partial<WallLine> = {}, from = origin) =>
  wall(from, add(from, polar(direction, 5)), rest);

/** Whether the outlines cover all of a disc. */
function coverDisc(rings: readonly (readonly Point[])[], centre: Point, radius: number): boolean {
  const samples = Array.from({ length: 240 }, (_, index) =>
    // An odd angle between samples, so that they do not lie on the mitres.
    add(centre, polar(index * 2.399_963, radius * Math.sqrt((index + 0.5) / 240))),
  );
  return samples.every((sample) => rings.some((ring) => isInRing(sample, ring) || isOnEdge(sample, ring)));
}

/** Two outlines share an edge only as exactly as their corners were computed. */
function isOnEdge(point: Point, ring: readonly Point[]): boolean {
  return ring.some(
    (start, index) => distanceToSegment(point, start, ring[(index + 1) % ring.length] ?? start) < 1e-9,
  );
}

const near = (ring: readonly Point[] | null, expected: readonly Point[]) => {
  const rounded = ring?.map(({ x, y }) => at(Math.round(x * 1e9) / 1e9 + 0, Math.round(y * 1e9) / 1e9 + 0));
  expect(rounded).toEqual(expected);
};

describe('a wall alone', () => {
  test('is a rectangle about its line, or beside it', () => {
    near(wallOutline(wall(origin, at(4, 0)), [], []), [at(0, -0.1), at(4, -0.1), at(4, 0.1), at(0, 0.1)]);
    near(wallOutline(wall(origin, at(4, 0), { alignment: 'left' }), [], []), [
      ...[at(0, 0), at(4, 0), at(4, 0.2), at(0, 0.2)],
    ]);
    near(wallOutline(wall(origin, at(4, 0), { alignment: 'right' }), [], []), [
      ...[at(0, -0.2), at(4, -0.2), at(4, 0), at(0, 0)],
    ]);
  });

  test('without length has no outline', () => {
    expect(wallOutline(wall(origin, origin), [], [])).toBeNull();
  });

  test('bent has the area of its ring sector', () => {
    for (const bulge of [0.3, -0.3, 1, -1]) {
      for (const alignment of ['centre', 'left', 'right'] as const) {
        const each = wall(origin, at(8, 0), { bulge, alignment, thickness: 0.4 });
        const radius = (8 * (1 + bulge ** 2)) / (4 * Math.abs(bulge));
        const outwards = { centre: 0, left: -0.2, right: 0.2 }[alignment] * Math.sign(bulge);
        const area = 4 * Math.atan(Math.abs(bulge)) * (radius + outwards) * 0.4;
        const outline = wallOutline(each, [], []) ?? [];
        expect(ringArea(outline) / area).toBeCloseTo(1, 2);
        expect(isSelfCrossing(outline)).toBe(false);
      }
    }
  });

  test('moved and turned has the moved and turned outline', () => {
    fc.assert(
      fc.property(place, place, angle, between(-1, 1), (a, b, turn, bulge) => {
        const before = wallOutline(wall(a, b, { bulge }), [], []);
        const after = wallOutline(wall(rotate(a, turn), rotate(b, turn), { bulge }), [], []);
        if (!before || !after || before.length !== after.length) {
          expect(Math.abs((before?.length ?? 0) - (after?.length ?? 0))).toBeLessThan(3);
          return;
        }
        const apart = before.map((point, index) =>
          distanceBetween(rotate(point, turn), after[index] ?? origin),
        );
        expect(Math.max(...apart)).toBeLessThan(1e-5);
      }),
      settings,
    );
  });
});

describe('two walls that meet', () => {
  /*      │ │
   *      │ └──────        mitre from the inner to the outer corner
   *      └────────   */
  test('at a right angle share a mitre', () => {
    const [flat, upright] = outlinesAround([ray(0), ray(Math.PI / 2)]);
    near(flat ?? null, [at(-0.1, -0.1), at(5, -0.1), at(5, 0.1), at(0.1, 0.1), at(0, 0)]);
    near(upright ?? null, [at(0.1, 0.1), at(0.1, 5), at(-0.1, 5), at(-0.1, -0.1), at(0, 0)]);
  });

  test('in one line end square, also when one is thicker', () => {
    const [thick, thin] = outlinesAround([ray(0, { thickness: 0.4 }), ray(Math.PI)]);
    near(thick ?? null, [at(0, -0.2), at(5, -0.2), at(5, 0.2), at(0, 0.2), at(0, 0)]);
    near(thin ?? null, [at(0, 0.1), at(-5, 0.1), at(-5, -0.1), at(0, -0.1), at(0, 0)]);
  });

  test('nearly in one line do not run on along each other', () => {
    for (const turn of [3.05, -3.05, 3.14, -3.14]) {
      const [thick = [], thin = []] = outlinesAround([ray(0, { thickness: 0.6 }), ray(turn)]);
      for (const point of [...thick, ...thin].filter(({ x }) => Math.abs(x) < 4)) {
        expect(distanceBetween(point, origin)).toBeLessThan(0.35);
      }
      expect(coverDisc([thick, thin], origin, 0.099)).toBe(true);
    }
  });

  test('sharply have no spike', () => {
    const rings = outlinesAround([ray(0), ray(0.2)]);
    const behind = rings.flat().map(({ x }) => x);
    expect(Math.min(...behind)).toBeGreaterThan(-0.12);
    expect(coverDisc(rings, origin, 0.099)).toBe(true);
  });

  test('at both ends: a closed room has no gap at any corner and the area of its walls', () => {
    const corners = [at(0, 0), at(6, 0), at(6, 4), at(0, 4)];
    const walls = corners.map((a, index) => wall(a, corners[(index + 1) % 4] ?? a));
    const rings = walls.map((each, index) => {
      const before = walls[(index + 3) % 4] ?? each;
      const after = walls[(index + 1) % 4] ?? each;
      return wallOutline(each, [jointOf(before, 'b')], [jointOf(after, 'a')]) ?? [];
    });
    expect(rings.reduce((sum, ring) => sum + ringArea(ring), 0)).toBeCloseTo(6.2 * 4.2 - 5.8 * 3.8, 9);
    expect(corners.every((corner) => coverDisc(rings, corner, 0.099))).toBe(true);
  });

  test('shorter than their mitre overlap instead of turning inside out', () => {
    const short = wall(origin, at(0.3, 0));
    const long = ray(0.35);
    const ring = wallOutline(short, [jointOf(long, 'a')], []) ?? [];
    const other = wallOutline(long, [jointOf(short, 'a')], []) ?? [];
    expect(isSelfCrossing(ring)).toBe(false);
    expect(ringArea(ring)).toBeGreaterThan(0.05);
    expect(coverDisc([ring, other], origin, 0.099)).toBe(true);
  });

  test('one over the other are as if alone', () => {
    const [first = []] = outlinesAround([ray(0), wall(origin, at(2, 0))]);
    near(first, [at(0, -0.1), at(5, -0.1), at(5, 0.1), at(0, 0.1)]);
  });

  test('one bent: the joint has no gap and the outline is plain', () => {
    for (const bulge of [0.4, -0.4]) {
      for (const turn of [0.7, 1.6, 2.6, -0.7, -1.6, -2.6]) {
        const walls = [ray(turn), ray(0, { bulge })];
        const rings = outlinesAround(walls);
        expect(rings.map(isSelfCrossing)).toEqual([false, false]);
        expect(coverDisc(rings, origin, 0.09)).toBe(true);
      }
    }
  });
});

describe('joints', () => {
  const thickness = between(0.05, 0.6);
  const turn = between((20 * Math.PI) / 180, Math.PI);

  test('of two walls have no gap, at any angle, of any thickness', () => {
    fc.assert(
      fc.property(
        angle,
        turn,
        fc.boolean(),
        thickness,
        thickness,
        (start, by, isClockwise, first, second) => {
          const rings = outlinesAround([
            ray(start, { thickness: first }),
            ray(start + (isClockwise ? -by : by), { thickness: second }),
          ]);
          expect(coverDisc(rings, origin, Math.min(first, second) * 0.499)).toBe(true);
          expect(rings.map(isSelfCrossing)).toEqual([false, false]);
          expect(rings.every((ring) => ringArea(ring) > 0)).toBe(true);
        },
      ),
      settings,
    );
  });

  test('of several walls have no gap, and no outline leaves its wall by more than a mitre', () => {
    // A degree apart at least: walls over each other are refused before.
    const wallsAround = fc.uniqueArray(fc.tuple(angle, thickness), {
      minLength: 2,
      maxLength: 6,
      comparator: ([first], [second]) => Math.abs(Math.sin((first - second) / 2)) < Math.PI / 360,
    });
    fc.assert(
      fc.property(wallsAround, place, (each, from) => {
        const rings = outlinesAround(
          each.map(([direction, thick]) => ray(direction, { thickness: thick }, from)),
        );
        const thicknesses = each.map(([, thick]) => thick);
        expect(coverDisc(rings, from, Math.min(...thicknesses) * 0.49)).toBe(true);
        for (const [index, ring] of rings.entries()) {
          const end = add(from, polar(each[index]?.[0] ?? 0, 5));
          const away = Math.max(...ring.map((point) => distanceToSegment(point, from, end)));
          expect(away).toBeLessThan(4 * (Math.max(...thicknesses) / 2) + 1e-6);
        }
      }),
      settings,
    );
  });

  test('of two walls beside their lines have no gap where both bodies are', () => {
    const body = fc.record({ thickness, alignment: fc.constantFrom('left', 'right', 'centre') });
    fc.assert(
      fc.property(angle, turn, body, body, (start, by, first, second) => {
        const walls = [ray(start, first), ray(start + by, second)] as const;
        const rings = outlinesAround(walls);
        const [one, other] = [jointOf(walls[0], 'a'), jointOf(walls[1], 'a')];
        const kept = [
          ...bodyPoints(one).filter((point) => !isBehind(point, other, by)),
          ...bodyPoints(other).filter((point) => !isBehind(point, one, -by)),
        ];
        expect(kept.filter((point) => !rings.some((ring) => isInRing(point, ring)))).toEqual([]);
      }),
      settings,
    );
  });

  /** Places up to 30 cm along a wall, across all of its thickness. */
  function bodyPoints({ direction, left, right }: Joint): readonly Point[] {
    const across = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => -right + (left + right) * part);
    return [0.001, 0.1, 0.3].flatMap((along) =>
      across.map((aside) => add(polar(direction, along), polar(direction + Math.PI / 2, aside))),
    );
  }

  /** Whether a place of one wall is behind the far face of the other, where the mitre cuts it. */
  function isBehind(point: Point, { direction, left, right }: Joint, turn: number): boolean {
    const toTheLeft = cross(polar(direction, 1), point);
    return turn > 0 ? toTheLeft > left : -toTheLeft > right;
  }

  test('seen from either end look along the wall', () => {
    const bent = wall(origin, at(2, 0), { bulge: 1, alignment: 'left' });
    // Half a circle below the line: it leaves downwards at both ends.
    expect(jointOf(bent, 'a')).toEqual({ direction: -Math.PI / 2, left: 0.2, right: 0 });
    expect(jointOf(bent, 'b')).toEqual({ direction: Math.PI / 2 + Math.PI, left: 0, right: 0.2 });
  });
});
