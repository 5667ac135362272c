import { describe, expect, test } from 'vitest';
import { areasByCount, cameraCounts } from '../../../../core/analysis/coverage/camera-counts.ts';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import { isInRings } from '../../../../core/analysis/zones/rings-places.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const key = { floor: siteFloor, states: 'proposed', targetHeight: 0 } as const;

function scene(seed: number) {
  const random = new Random(seed);
  const place = () => ({ x: random.between(-20, 20), y: random.between(-20, 20) });
  const walls = Array.from({ length: 4 }, (_, index) =>
    record('wall', { id: index + 1, a: place(), b: place() }),
  );
  const cameras = Array.from({ length: 5 }, (_, index) =>
    record('camera', {
      id: index + 1,
      at: place(),
      direction: random.between(-3, 3),
      range: random.between(5, 30),
    }),
  );
  return derive(testPlan(...walls, ...cameras), floorCoverage, key).cameras;
}

const box = { minX: -20.03, minY: -20.07, maxX: 20, maxY: 20 };

describe('how many cameras see a cell', () => {
  test.each([null, 'detect', 'recognise'])('is counted at its middle (%s)', (level) => {
    const cameras = scene(20_261_130);
    const { counts, columns, rows, cell, minX, minY } = granted(
      cameraCounts(cameras.values(), { box, cell: 0.5, level }),
    );
    expect([columns, rows]).toEqual([81, 81]);
    let seen = 0;
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const middle = { x: minX + (column + 0.5) * cell, y: minY + (row + 0.5) * cell };
        const count = [...cameras.values()].filter((result) => {
          if (!result.ok) return false;
          const { visible, levels } = result.value;
          const rings = level === null ? visible.rings : levels.find(({ key: own }) => own === level)?.rings;
          return rings !== undefined && isInRings(middle, rings);
        }).length;
        expect(counts[row * columns + column]).toBe(count);
        seen = Math.max(seen, count);
      }
    expect(seen).toBeGreaterThan(1);
  });

  test('gives areas by how many see: one or more, two or more', () => {
    const grid = { minX: 0, minY: 0, cell: 0.5, columns: 4, rows: 1, counts: Uint16Array.from([0, 1, 2, 5]) };
    expect(areasByCount(grid, 3)).toEqual([0.75, 0.5, 0.25]);
  });

  test('is refused of more cells than can be held, and of nothing is nothing', () => {
    expect(cameraCounts([], { box: { ...box, maxX: 1e7 }, cell: 0.25, level: null })).toEqual({
      ok: false,
      error: 'too-many-cells',
    });
    const { counts } = granted(
      cameraCounts([], { box: { minX: 0, minY: 0, maxX: 0, maxY: 0 }, cell: 1, level: null }),
    );
    expect(counts).toHaveLength(0);
  });
});
