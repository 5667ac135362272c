import { Clipper, FillRule, type Path64 } from 'clipper2-ts';
import { angleOf, distanceBetween, type Point, polar } from '../../geometry/point.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import { percentOf, type Reach, reachOf, type SightHeights } from './hidden-strips.ts';
import type { Rings } from './rings.ts';
import { LEAST_SHARE, STANDS_ON } from './sight-pieces.ts';
import type { SeenPart, VisibleRegion } from './visible-region.ts';

/** One piece that hides sight; see `SightPieces`. */
export type SightPiece = {
  readonly a: Point;
  readonly b: Point;
  readonly low: number;
  readonly high: number;
  readonly through: number;
};

/** What one piece hides: a ring, anticlockwise, and the share of detail that remains in it. */
export type Shadow = { readonly ring: readonly Point[]; readonly through: number };

/**
 * What a piece hides from an eye on the plane of the target; null for nothing.
 *
 * @param reach metres from the eye to the farthest place that matters: a shadow without end is cut off behind it
 */
export function shadowOf(
  piece: SightPiece,
  eye: Point,
  { height, targetHeight, reach }: SightHeights & { readonly reach: number },
): Shadow | null {
  const hidden = reachOf(piece, { height, targetHeight });
  if (!hidden || piece.high <= piece.low || piece.through === 1) return null;
  if (distanceToSegment(eye, piece.a, piece.b) <= STANDS_ON) return null;
  const [right, left] = isLeft(eye, piece.a, piece.b) ? [piece.a, piece.b] : [piece.b, piece.a];
  const turn = turnBetween(eye, right, left);
  if (turn <= 0) return null;
  return { ring: ringOf({ eye, right, left, turn }, hidden, reach), through: piece.through };
}

/** Whether the way from `a` to `b` goes anticlockwise around the eye. */
const isLeft = (eye: Point, a: Point, b: Point): boolean =>
  (a.x - eye.x) * (b.y - eye.y) - (a.y - eye.y) * (b.x - eye.x) > 0;

function turnBetween(eye: Point, right: Point, left: Point): number {
  const [rx, ry, lx, ly] = [right.x - eye.x, right.y - eye.y, left.x - eye.x, left.y - eye.y];
  return Math.atan2(rx * ly - ry * lx, rx * lx + ry * ly);
}

type Cone = { readonly eye: Point; readonly right: Point; readonly left: Point; readonly turn: number };

const timesAway = (eye: Point, { x, y }: Point, times: number): Point => ({
  x: eye.x + (x - eye.x) * times,
  y: eye.y + (y - eye.y) * times,
});

/*  From the piece, or its image where the shadow begins, to its image where that ends; or to three chords around
 *  everything that matters, the middles of which are no nearer than it: an image may be anywhere.  */
function ringOf({ eye, right, left, turn }: Cone, { start, end }: Reach, reach: number): readonly Point[] {
  const near = [timesAway(eye, left, start), timesAway(eye, right, start)];
  const isCut = end * Math.min(distanceBetween(eye, right), distanceBetween(eye, left)) > 2 * reach;
  if (!isCut) return [...near, timesAway(eye, right, end), timesAway(eye, left, end)];
  const begin = angleOf(eye, right);
  const farthest = Math.max(2 * reach, ...near.map((place) => 2 * distanceBetween(eye, place)));
  const far = [0, 1, 2, 3].map((part) => {
    const { x, y } = polar(begin + (turn * part) / 3, farthest);
    return { x: eye.x + x, y: eye.y + y };
  });
  return [...near, ...far];
}

/** Whole steps that a metre has in the arithmetic of whole numbers: hundredths of a millimetre. */
const STEPS = 100_000;

/**
 * A region with shadows over it, as if the pieces had stood there when it was computed: for a piece that is being
 * dragged. Exact to some hundredths of a millimetre. The region must be bounded.
 */
export function regionWithout(region: VisibleRegion, eye: Point, shadows: readonly Shadow[]): VisibleRegion {
  const toSteps = ({ x, y }: Point) => ({
    x: Math.round((x - eye.x) * STEPS),
    y: Math.round((y - eye.y) * STEPS),
  });
  let parts = [region.clear, ...region.dimmed].map(({ percent, rings }) => ({
    percent,
    paths: pathsOf(rings, toSteps),
  }));
  for (const { ring, through } of shadows) {
    const shadow = [ring.map(toSteps)];
    parts = parts.flatMap(({ percent, paths }) => {
      const behind = through < LEAST_SHARE ? 0 : percentOf(Math.log((percent / 100) * through));
      const outside = { percent, paths: Clipper.difference(paths, shadow, FillRule.NonZero) };
      if (behind === 0) return [outside];
      return [outside, { percent: behind, paths: Clipper.intersect(paths, shadow, FillRule.NonZero) }];
    });
  }
  const merged = new Map<number, Path64[]>();
  for (const { percent, paths } of parts) merged.set(percent, [...(merged.get(percent) ?? []), ...paths]);
  const seen = [...merged].map(([percent, paths]) => partOf(percent, paths, eye));
  return {
    clear: seen.find(({ percent }) => percent === 100) ?? region.clear,
    dimmed: seen
      .filter(({ percent, area }) => percent < 100 && area > 0)
      .sort((one, other) => other.percent - one.percent),
  };
}

function pathsOf({ coordinates, ends }: Rings, toSteps: (point: Point) => Point): Path64[] {
  let begin = 0;
  return [...ends].map((end) => {
    const path: Path64 = [];
    for (; begin < end; begin += 2)
      path.push(toSteps({ x: coordinates[begin] ?? 0, y: coordinates[begin + 1] ?? 0 }));
    return path;
  });
}

function partOf(percent: number, paths: readonly Path64[], eye: Point): SeenPart {
  const united = Clipper.union([...paths], FillRule.NonZero);
  const coordinates = united.flatMap((path) =>
    path.flatMap(({ x, y }) => [x / STEPS + eye.x, y / STEPS + eye.y]),
  );
  let end = 0;
  const ends = united.map((path) => {
    end += 2 * path.length;
    return end;
  });
  const area = united.reduce((sum, path) => sum + Clipper.area(path), 0) / STEPS ** 2;
  return {
    percent,
    rings: { coordinates: Float64Array.from(coordinates), ends: Uint32Array.from(ends) },
    area,
  };
}
