import { expect, test } from 'vitest';
import type { SightView } from '../../../../core/analysis/sight/visible-region.ts';
import { angleOf, distanceBetween, lerp, type Point } from '../../../../core/geometry/point.ts';
import { distanceToSegment } from '../../../../core/geometry/segment.ts';
import { Random } from '../../../../core/reference/random.ts';
import { normaliseAngle } from '../../../../core/units.ts';
import {
  at,
  highOf,
  isNearEdge,
  lowOf,
  type Piece,
  partsOf,
  percentAt,
  regionOf,
  view,
} from '../../../support/sight.ts';

const SCENES = 5000;
const POINTS = 24;
const NO_EDGE = 0.001;

/** What is seen of a place by one line of sight: each piece is looked at by itself. */
function percentByRay(point: Point, pieces: readonly Piece[], from: SightView): number {
  const { eye, range, sector } = from;
  if (range !== null && distanceBetween(eye, point) > range) return 0;
  const aside = sector ? Math.abs(normaliseAngle(angleOf(eye, point) - sector.direction)) : 0;
  if (sector && aside > sector.width / 2) return 0;
  const share = pieces.reduce(
    (product, piece) => (stops(piece, point, from) ? product * (piece.through ?? 0) : product),
    1,
  );
  return share < 0.05 - 1e-12 ? 0 : Math.round(100 * share);
}

function stops(piece: Piece, point: Point, { eye, height, targetHeight }: SightView): boolean {
  const [dx, dy] = [point.x - eye.x, point.y - eye.y];
  const [ex, ey] = [piece.b.x - piece.a.x, piece.b.y - piece.a.y];
  const turn = dx * ey - dy * ex;
  if (turn === 0 || highOf(piece) <= lowOf(piece)) return false;
  if (distanceToSegment(eye, piece.a, piece.b) <= 0.001) return false;
  const [fx, fy] = [piece.a.x - eye.x, piece.a.y - eye.y];
  const along = (fx * ey - fy * ex) / turn;
  const across = (fx * dy - fy * dx) / turn;
  if (along <= 0 || along >= 1 || across < 0 || across > 1) return false;
  const passes = height + (targetHeight - height) * along;
  return passes >= lowOf(piece) && passes <= highOf(piece);
}

const LOWS = [Number.NEGATIVE_INFINITY, 0, 0, 0, 1, 2.1];
const HIGHS = [1, 1.2, 2, 3, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
const SHARES = [0, 0, 0, 0, 0.8, 0.5, 0.3, 1];

const oneOf = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)] as T;

/** On a grid of a metre, where much touches, overlaps and lies on one line, or anywhere to the millimetre. */
function scene(random: Random): { readonly pieces: readonly Piece[]; readonly from: SightView } {
  const isGrid = random.next() < 0.5;
  const place = () =>
    isGrid
      ? at(random.below(11), random.below(11))
      : at(random.below(10_001) / 1000, random.below(10_001) / 1000);
  const pieces = Array.from({ length: 1 + random.below(12) }, (): Piece => {
    const isWall = random.next() < 0.3;
    const heights = isWall ? {} : { low: oneOf(random, LOWS), high: oneOf(random, HIGHS) };
    return { a: place(), b: place(), through: oneOf(random, SHARES), ...heights };
  });
  const first = pieces[0] ?? { a: place(), b: place() };
  const eye = oneOf(random, [place(), place(), first.a, lerp(first.a, first.b, 0.5)]);
  const from = view(eye.x, eye.y, {
    height: oneOf(random, [0, 1, 1.7, 3, 4.5]),
    targetHeight: oneOf(random, [0, 0, 1, 1.7, 5]),
    range: oneOf(random, [null, 3, 6, 20]),
    sector: oneOf(random, [
      null,
      null,
      { direction: random.between(-4, 4), width: random.between(0.1, 3) },
      { direction: random.between(-4, 4), width: random.between(3, 6.2) },
    ]),
  });
  return { pieces, from };
}

test('what is seen is what rays see, over random scenes with heights and mesh', () => {
  const random = new Random(20_261_130);
  const wrong: unknown[] = [];
  const seen = new Map<number, number>();
  let compared = 0;
  for (let index = 0; index < SCENES; index++) {
    const { pieces, from } = scene(random);
    const region = regionOf(pieces, from);
    for (let count = 0; count < POINTS; count++) {
      const point = at(random.between(-3, 13), random.between(-3, 13));
      if (partsOf(region).some(({ rings }) => isNearEdge(point, rings, NO_EDGE))) continue;
      const expected = percentByRay(point, pieces, from);
      const percent = percentAt(point, region);
      compared += 1;
      seen.set(expected, (seen.get(expected) ?? 0) + 1);
      if (percent !== expected) wrong.push({ index, point, percent, expected, from, pieces });
    }
  }
  expect(wrong.slice(0, 1)).toEqual([]);
  // The scenes are of all sorts: seen, hidden, and seen through one mesh or several.
  expect(compared).toBeGreaterThan(0.98 * SCENES * POINTS);
  for (const percent of [0, 100, 80, 50, 30, 40, 24]) expect(seen.get(percent)).toBeGreaterThan(100);
}, 120_000);
