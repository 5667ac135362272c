import { readFileSync } from 'node:fs';
import highsLoader from 'highs';
import { expect, test } from 'vitest';
import { visibleRegion } from '../../core/analysis/sight/visible-region.ts';
import type { Point } from '../../core/geometry/point.ts';
import { ringArea } from '../../core/geometry/polygon.ts';
import { advised, flatRings, guardsFor, wallsAround } from '../support/advice.ts';
import { granted } from '../support/plan-builder.ts';
import { sample } from '../support/samples.ts';
import { at, isInside, prepared, view } from '../support/sight.ts';

/** Of the 31 valid polygons the 20 with the fewest corners: 10 to 109. */
const names = [
  ...['issue45', 'touching2', 'issue17', 'issue16', 'touching-holes2', 'building', 'issue119', 'touching4'],
  ...['touching3', 'filtered-bridge-jhl', 'self-tangent-1', 'self-tangent-2', 'issue29', 'boxy', 'eberly-3'],
  ...['hole-touching-outer', 'dude', 'issue52', 'touching-holes3', 'touching-holes4'],
];

type Rings = readonly (readonly Point[])[];

/** A polygon 100 m long, outer ring anticlockwise, holes clockwise. */
function polygonOf(name: string): Rings {
  const file = sample('polygons', 'triangulation', 'earcut_fixtures', `${name}.json`);
  const rings = JSON.parse(readFileSync(file, 'utf8')) as readonly (readonly (readonly [number, number])[])[];
  const all = rings.flat();
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [bottom, top] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const unit = Math.max(right - left, top - bottom) / 100;
  return rings.map((ring, index) => {
    const points = ring
      .map(([x, y]) => at((x - left) / unit, (y - bottom) / unit))
      .filter(({ x, y }, number, kept) => {
        const before = kept.at(number - 1);
        return x !== before?.x || y !== before.y;
      });
    return ringArea(points) > 0 === (index === 0) ? points : points.reverse();
  });
}

/** About so many points in the middles of the cells of a grid. */
function gridIn(rings: Rings, count: number): readonly Point[] {
  const flat = flatRings(rings);
  const area = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  const step = Math.sqrt(area / count);
  const points: Point[] = [];
  for (let y = step / 2; y < 100; y += step)
    for (let x = step / 2; x < 100; x += step) if (isInside(at(x, y), flat)) points.push(at(x, y));
  return points;
}

/** Of each place the points that are seen from it, a bit each. */
function seenFrom(rings: Rings, places: readonly Point[], points: readonly Point[]): readonly bigint[] {
  const sight = prepared(wallsAround(rings));
  return places.map(({ x, y }) => {
    const { clear } = granted(visibleRegion(sight, view(x, y)));
    return bits(points, (point) => isInside(point, clear.rings));
  });
}

const bits = <T>(all: readonly T[], is: (one: T) => boolean): bigint =>
  BigInt(`0b0${all.map((one) => (is(one) ? '1' : '0')).join('')}`);

/** The numbers of those that none of the kept ones makes needless, each of several equal ones once. */
function needed(
  sets: readonly bigint[],
  isNeedless: (set: bigint, by: bigint) => boolean,
): readonly number[] {
  return [...sets.keys()].filter((number) => {
    const set = sets[number] ?? 0n;
    return !sets.some(
      (by, other) => other !== number && isNeedless(set, by) && (set !== by || other < number),
    );
  });
}

/** The fewest of the places from which each of the points is seen that is seen from any, by an integer program. */
async function fewestGuards(seen: readonly bigint[], points: number): Promise<number> {
  // A place that sees less than another one is never needed, nor a point that is seen from wherever another one is.
  const places = needed(seen, (set, by) => (set & ~by) === 0n);
  const isSeen = (place: number, point: number) =>
    (((seen[place] ?? 0n) >> BigInt(points - 1 - point)) & 1n) === 1n;
  const seenBy = Array.from({ length: points }, (_, point) => bits(places, (place) => isSeen(place, point)));
  const rows = needed(seenBy, (set, by) => by !== 0n && (by & ~set) === 0n).filter(
    (point) => seenBy[point] !== 0n,
  );
  const seeing = new Map(rows.map((point) => [point, places.filter((place) => isSeen(place, point))]));
  const used = [...new Set([...seeing.values()].flat())];
  const sum = (list: Iterable<number>) => Array.from(list, (place) => `x${place}`).join(' + ');
  const program = [
    ...['Minimize', ` all: ${sum(used)}`, 'Subject To'],
    ...[...seeing].map(([point, by]) => ` p${point}: ${sum(by)} >= 1`),
    ...['Binary', ` ${used.map((place) => `x${place}`).join(' ')}`, 'End'],
  ].join('\n');
  const highs = await highsLoader();
  const solution = highs.solve(program, { output_flag: false });
  expect(solution.Status).toBe('Optimal');
  return Math.round(solution.ObjectiveValue);
}

test.each(names)('guards for %s see all of it, and are few', { timeout: 60_000 }, async (name) => {
  const rings = polygonOf(name);
  const advice = granted(advised(guardsFor(rings)).answer);
  expect(advice.percent).toBeGreaterThanOrEqual(99.99);
  const points = gridIn(rings, 700);
  const guards = advice.cameras.map(({ place }) => place.at);
  const together = seenFrom(rings, guards, points).reduce((all, seen) => all | seen, 0n);
  expect(together).toBe(bits(points, () => true));
  const fewest = await fewestGuards(seenFrom(rings, gridIn(rings, 400), points), points.length);
  expect(guards.length).toBeLessThanOrEqual(1.35 * fewest);
});
