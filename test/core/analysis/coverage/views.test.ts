import { describe, expect, test } from 'vitest';
import type { CoverageKey } from '../../../../core/analysis/coverage/coverage-scene.ts';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import type { FloorCoverage } from '../../../../core/analysis/coverage/scene-coverage.ts';
import { distanceToEdges, edgesOfRings, isInRings } from '../../../../core/analysis/zones/rings-places.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { Point } from '../../../../core/geometry/point.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { Random } from '../../../../core/reference/random.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const key: CoverageKey = { floor: siteFloor, states: 'proposed', targetHeight: 0 };
const square = (from: number, to: number) => [
  { x: from, y: from },
  { x: to, y: from },
  { x: to, y: to },
  { x: from, y: to },
];
const bandsAt = ({ field }: FloorCoverage, place: Point) =>
  field.flatMap((group) => group.filter(({ rings }) => isInRings(place, rings)).map((band) => band.key));
const isNearEdge = ({ field, cameras }: FloorCoverage, place: Point) =>
  [...cameras.values()].some(
    (result) =>
      result.ok && distanceToEdges(place, edgesOfRings(result.value.levels.at(-1)?.rings ?? nothing)) < 0.002,
  ) || field.flat().some(({ rings }) => distanceToEdges(place, edgesOfRings(rings)) < 0.002);
const nothing = { coordinates: new Float64Array(), ends: new Uint32Array() };
const countAt = ({ cameras }: FloorCoverage, place: Point) =>
  [...cameras.values()].filter(
    (result) => result.ok && isInRings(place, result.value.levels.at(-1)?.rings ?? nothing),
  ).length;

const fisheye = {
  type: 'panoramic',
  fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
  tilt: Math.PI / 2,
  widthPx: 100_000,
  range: 10,
} as const;

function scene(seed: number): Plan {
  const random = new Random(seed);
  const place = () => ({ x: random.between(-20, 20), y: random.between(-20, 20) });
  const walls = Array.from({ length: 4 }, (_, index) =>
    record('wall', { id: index + 1, a: place(), b: place() }),
  );
  const cameras = Array.from({ length: 7 }, (_, index) =>
    record('camera', {
      id: index + 1,
      at: place(),
      direction: random.between(-3, 3),
      range: random.between(8, 40),
    }),
  );
  return testPlan(...walls, ...cameras, record('propertyLine', { ring: square(-15, 15) }));
}

const places = Array.from({ length: 400 }, (_, index) => ({
  x: -19.7 + (index % 20) * 2.01,
  y: -19.6 + Math.floor(index / 20) * 2.03,
}));

describe('views of the coverage of a floor', () => {
  test.each([1, 2, 3])('overlap is by how many cameras a place is seen (%i)', (seed) => {
    const coverage = derive(scene(seed), floorCoverage, { ...key, view: 'overlap' });
    const counts = new Set<number>();
    for (const place of places.filter((each) => !isNearEdge(coverage, each))) {
      const count = countAt(coverage, place);
      counts.add(Math.min(count, 3));
      expect(bandsAt(coverage, place)).toEqual(count === 0 ? [] : [String(Math.min(count, 3))]);
    }
    expect(counts.size).toBeGreaterThan(2);
    expect(coverage.bands.map(({ letter }) => letter)).toEqual(['3+', '2', '1']);
  });

  test.each([1, 2, 3])('blind spots are what no camera sees within the property line (%i)', (seed) => {
    const coverage = derive(scene(seed), floorCoverage, { ...key, view: 'blind-spots' });
    expect(coverage.over).toBe('property-line');
    for (const place of places.filter((each) => !isNearEdge(coverage, each))) {
      const isWithin = Math.abs(place.x) < 15 && Math.abs(place.y) < 15;
      expect(bandsAt(coverage, place)).toEqual(isWithin && countAt(coverage, place) === 0 ? ['blind'] : []);
    }
  });

  const blind = (...records: readonly PlanRecord[]) =>
    derive(testPlan(...records), floorCoverage, { ...key, view: 'blind-spots' });
  const areaOf = ({ field }: FloorCoverage) => field.flat().reduce((sum, { area }) => sum + area, 0);

  test('without a property line they are looked for in the zones, else around what stands; nothing is none', () => {
    const zone = record('coverageZone', { ring: square(0, 10) });
    const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 20, y: 5 } });
    expect(blind(zone, wall)).toMatchObject({ over: 'zones' });
    expect(areaOf(blind(zone, wall))).toBeCloseTo(100, 3);
    expect(blind(wall)).toMatchObject({ over: 'all-around' });
    expect(areaOf(blind(wall))).toBeCloseTo(100, 3);
    expect(areaOf(blind())).toBe(0);
  });

  test('what a building takes is no blind spot', () => {
    const line = record('propertyLine', { ring: square(0, 20) });
    const building = record('building', { ring: square(5, 10) });
    expect(areaOf(blind(line, building))).toBeCloseTo(400 - 25, 3);
  });

  test('rooms are: of a building whose outer walls are drawn nothing is taken', () => {
    const line = record('propertyLine', { ring: square(0, 20) });
    const ring = square(5, 10);
    const building = record('building', { ring });
    const walls = ring.map((a, index) => record('wall', { id: index + 1, a, b: ring[(index + 1) % 4] ?? a }));
    expect(areaOf(blind(line, building, ...walls))).toBeCloseTo(400, 3);
    expect(areaOf(blind(line, building, ...walls.slice(0, 1)))).toBeCloseTo(400 - 25, 3);
  });

  test('a camera in the line of a wall looks out of it on one side, through mesh and over it on both', () => {
    const round = record('camera', {
      ...fisheye,
      at: { x: 0, y: 0 },
    });
    const seen = (...walls: readonly PlanRecord[]) => {
      const result = derive(testPlan(round, ...walls), floorCoverage, key).cameras.get(round.id);
      return result?.ok ? (result.value.visible.area ?? 0) : 0;
    };
    const wall = record('wall', { a: { x: 0, y: -30 }, b: { x: 0, y: 30 }, thickness: 1 });
    const free = seen();
    expect(free).toBeCloseTo(Math.PI * 100, 0);
    expect(seen(wall)).toBeCloseTo(free / 2, 0);
    expect(seen({ ...wall, material: 'mesh' })).toBeCloseTo(free, 0);
    expect(seen({ ...wall, material: 'glass' })).toBeCloseTo(free, 0);
    // Lower than the lens, it hides what lies in its shadow alone, which is nothing straight beneath it.
    expect(seen({ ...wall, height: 2.5 })).toBeCloseTo(free, 0);
    expect(seen({ ...wall, height: 3.5 })).toBeCloseTo(free / 2, 0);
  });

  test('one camera alone counts alone', () => {
    const plan = scene(1);
    const only = testId('camera', 2);
    const { cameras } = derive(plan, floorCoverage, { ...key, only });
    expect([...cameras.keys()]).toEqual([only]);
    expect(derive(plan, floorCoverage, key).cameras.size).toBe(7);
  });
});
