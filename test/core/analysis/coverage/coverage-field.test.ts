import { describe, expect, test } from 'vitest';
import { coverageField } from '../../../../core/analysis/coverage/coverage-field.ts';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import type { Rings } from '../../../../core/analysis/sight/rings.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { Point } from '../../../../core/geometry/point.ts';
import { isInRing } from '../../../../core/geometry/polygon.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { Random } from '../../../../core/reference/random.ts';
import { record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

type Camera = RecordOf<'camera'>;

const coverageOf = (...cameras: readonly Camera[]) =>
  derive(testPlan(...cameras, wall), floorCoverage, {
    floor: siteFloor,
    states: 'proposed',
    targetHeight: 0,
  });

const wall = record('wall', { a: { x: 8, y: -30 }, b: { x: 8, y: 12 } });

function ringsOf({ coordinates, ends }: Rings): readonly (readonly Point[])[] {
  let start = 0;
  return Array.from(ends, (end) => {
    const ring: Point[] = [];
    for (let at = start; at < end; at += 2)
      ring.push({ x: coordinates[at] ?? NaN, y: coordinates[at + 1] ?? NaN });
    start = end;
    return ring;
  });
}

const isOn = (rings: Rings, place: Point): boolean =>
  ringsOf(rings).filter((ring) => isInRing(place, ring)).length % 2 === 1;

describe('the field of all cameras', () => {
  test('has at each place the best level that any camera meets there', () => {
    const random = new Random(20_261_133);
    const cameras = Array.from({ length: 12 }, (_, index) =>
      record('camera', {
        id: index + 1,
        at: { x: random.between(-20, 30), y: random.between(-20, 20) },
        direction: random.between(-3, 3),
        focalLengthMm: random.between(2.8, 8),
        range: 25,
      }),
    );
    const coverage = coverageOf(...cameras);
    const field = coverageField(coverage);
    expect(field.map(({ key }) => key)).toEqual(['identify', 'recognise', 'observe', 'detect']);
    const counts = new Map<string | null, number>();
    for (let sample = 0; sample < 4000; sample++) {
      const place = { x: random.between(-40, 50), y: random.between(-40, 40) };
      const best = field.find(({ key }) =>
        [...coverage.cameras.values()].some(
          (each) =>
            each.ok && each.value.levels.some((level) => level.key === key && isOn(level.rings, place)),
        ),
      );
      const here = field.filter(({ rings }) => isOn(rings, place)).map(({ key }) => key);
      expect(here).toEqual(best ? [best.key] : []);
      counts.set(best?.key ?? null, (counts.get(best?.key ?? null) ?? 0) + 1);
    }
    for (const key of ['recognise', 'observe', 'detect', null]) expect(counts.get(key)).toBeGreaterThan(40);
  });

  test('has the areas of its cameras where these do not overlap, however far apart they are', () => {
    const here = record('camera', { id: 1, range: 20, direction: Math.PI });
    const there = record('camera', { id: 2, range: 20, at: { x: 900_000, y: -900_000 } });
    const coverage = coverageOf(here, there);
    const field = coverageField(coverage);
    const values = [...coverage.cameras.values()].flatMap((each) => (each.ok ? [each.value] : []));
    let finer = 0;
    for (const [rank, { area }] of field.entries()) {
      const all = values.reduce((sum, { levels }) => sum + (levels[rank]?.area ?? 0), 0);
      expect(area).toBeCloseTo(all - finer, 1);
      finer = all;
    }
    expect(finer).toBeGreaterThan(100);
  });

  test('of no camera, or of none that sees anything, is empty', () => {
    expect(coverageField(coverageOf())).toEqual([]);
    const up = record('camera', { tilt: -1 });
    expect(coverageField(coverageOf(up)).map(({ area }) => area)).toEqual([0, 0, 0, 0]);
  });
});
