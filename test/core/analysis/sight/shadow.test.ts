import { expect, test } from 'vitest';
import { regionWithout, shadowOf } from '../../../../core/analysis/sight/shadow.ts';
import { Random } from '../../../../core/reference/random.ts';
import {
  at,
  highOf,
  isNearEdge,
  lowOf,
  type Piece,
  partsOf,
  percentAt,
  regionOf,
  room,
  view,
  wall,
} from '../../../support/sight.ts';

const NEAR = 0.002;

const full = (piece: Piece) => ({
  a: piece.a,
  b: piece.b,
  low: lowOf(piece),
  high: highOf(piece),
  through: piece.through ?? 0,
});

test('a region with the shadows of pieces is the region with the pieces, over random scenes', () => {
  const random = new Random(20_261_130);
  const coordinate = () => random.below(18_001) / 1000 - 9;
  const heights = [1, 2, Number.POSITIVE_INFINITY];
  const piece = (): Piece => ({
    a: at(coordinate(), coordinate()),
    b: at(coordinate(), coordinate()),
    low: [0, 0, 1, 2.2][random.below(4)] ?? 0,
    high: heights[random.below(3)] ?? 1,
    through: [0, 0, 0.5, 1][random.below(4)] ?? 0,
  });
  let dimmed = 0;
  for (let index = 0; index < 300; index++) {
    const standing = [...room(-10, -10, 20, 20), piece(), piece(), piece()];
    const dragged = [piece(), piece()];
    const from = view(coordinate(), coordinate(), {
      height: random.below(4),
      targetHeight: random.below(3),
      range: random.next() < 0.5 ? null : 8,
    });
    const shadows = dragged.flatMap((each) => shadowOf(full(each), from.eye, { ...from, reach: 30 }) ?? []);
    const cut = regionWithout(regionOf(standing, from), from.eye, shadows);
    const expected = regionOf([...standing, ...dragged], from);
    dimmed += cut.dimmed.length;
    for (let count = 0; count < 30; count++) {
      const point = at(coordinate(), coordinate());
      if ([...partsOf(cut), ...partsOf(expected)].some(({ rings }) => isNearEdge(point, rings, NEAR)))
        continue;
      expect(percentAt(point, cut)).toBe(percentAt(point, expected));
    }
    for (const { percent, area } of partsOf(expected)) {
      const found = partsOf(cut).find((each) => each.percent === percent)?.area ?? 0;
      expect(Math.abs(found - area)).toBeLessThan(0.01);
    }
  }
  expect(dimmed).toBeGreaterThan(100);
}, 60_000);

test('what hides nothing has no shadow', () => {
  const heights = { height: 3, targetHeight: 0, reach: 50 };
  const shadow = (piece: Piece, eye = at(0, 0)) => shadowOf(full(piece), eye, heights);
  expect(shadow(wall(5, -1, 5, 1))).not.toBeNull();
  expect(shadow(wall(5, -1, 5, 1, { through: 1 }))).toBeNull();
  expect(shadow(wall(5, -1, 5, 1, { low: 1, high: 1 }))).toBeNull();
  expect(shadow(wall(5, -1, 5, 1, { low: 3 }))).toBeNull();
  expect(shadow(wall(5, -1, 5, 1), at(5.0009, 0))).toBeNull();
  expect(shadow(wall(5, 0, 7, 0))).toBeNull();
  expect(shadow(wall(5, 1, 5, 1))).toBeNull();
});

test('a shadow runs anticlockwise, from the image where it begins to the one where it ends', () => {
  const heights = { height: 3, targetHeight: 0, reach: 50 };
  const shadow = shadowOf(full(wall(4, 1, 4, -1, { low: 1, high: 2 })), at(0, 0), heights);
  expect(shadow).toEqual({ ring: [at(6, 1.5), at(6, -1.5), at(12, -3), at(12, 3)], through: 0 });
});

test('a shadow without end goes beyond all that matters', () => {
  const heights = { height: 3, targetHeight: 0, reach: 50 };
  // Nearly half of everything is behind it.
  const { ring = [] } = shadowOf(full(wall(0.01, -40, 0.01, 40)), at(0, 0), heights) ?? {};
  for (const angle of [-1.5, -1, 0, 1, 1.5]) {
    const [x, y] = [50 * Math.cos(angle), 50 * Math.sin(angle)];
    const ends = ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner] as const);
    const isIn = ends.every(([a, b]) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) > 0);
    expect(isIn).toBe(true);
  }
});
