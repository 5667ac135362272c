import { describe, expect, test } from 'vitest';
import { edgesOnAxis, levelRegion, pictureOnPlane } from '../../../../core/analysis/image/plane-region.ts';
import { reachViewOf, type View } from '../../../../core/analysis/image/view.ts';
import { distanceBetween } from '../../../../core/geometry/point.ts';
import { polygonArea } from '../../../../core/geometry/polygon.ts';
import { fromDegrees } from '../../../../core/units.ts';
import { mounting, optics, sheet, valueIn } from './cameras.ts';

describe('what can be aimed at', () => {
  const reach = (least: number, most: number, height = 5) =>
    valueIn(
      reachViewOf(
        { ...mounting, height },
        { ...optics, fieldOfView: sheet(60, 40) },
        { least: fromDegrees(least), most: fromDegrees(most) },
      ),
    );

  test('is a disc around a camera that tilts down to its own foot', () => {
    const region = levelRegion(reach(0, 90), 125, 0, 'flat', null);
    const distance = 1920 / (2 * Math.tan(fromDegrees(30)) * 125);
    expect(polygonArea(region.polygon ?? { ring: [], holes: [] })).toBeCloseTo(
      Math.PI * (distance ** 2 - 25),
      0,
    );
    expect(region.polygon?.holes).toEqual([]);
  });

  test('is a ring around one that does not', () => {
    const { polygon } = pictureOnPlane(reach(10, 30), 0, 20);
    const near = 5 / Math.tan(fromDegrees(50));
    expect(polygon?.holes).toHaveLength(1);
    for (const point of polygon?.holes[0] ?? [])
      expect(distanceBetween(point, { x: 0, y: 0 })).toBeCloseTo(near, 9);
    expect(edgesOnAxis(reach(10, 30), 0)?.near).toBeCloseTo(near, 9);
    expect(edgesOnAxis(reach(30, 40), 0)?.far).toBeCloseTo(5 / Math.tan(fromDegrees(10)), 9);
  });
});

describe('how far a level of what can be aimed at reaches', () => {
  const aimed = (least: number, most: number, vertical: number) =>
    valueIn(
      reachViewOf(
        { ...mounting, height: 5 },
        { ...optics, fieldOfView: { horizontal: fromDegrees(60), vertical } },
        { least, most },
      ),
    );
  const farthest = (view: View, depth: number) => {
    const { ring = [] } = levelRegion(view, view.focalPx.flat / depth, 0, 'flat', null).polygon ?? {};
    return Math.max(...ring.map((point) => distanceBetween(point, view.at)));
  };

  test('is the distance where the camera can be turned to the place', () => {
    expect(farthest(aimed(0.1, 0.6, 0.7), 20)).toBeCloseTo(Math.sqrt(400 - 25), 9);
  });

  test('is the depth along its steepest axis where it cannot look down to it', () => {
    // Tilts to 0.6, the picture to 0.95: between 3.6 m and 7.3 m from its foot.
    const expected = (7 - 5 * Math.sin(0.6)) / Math.cos(0.6);
    expect(farthest(aimed(0.2, 0.6, 0.7), 7)).toBeCloseTo(expected, 9);
    expect(Math.abs(expected - Math.sqrt(49 - 25))).toBeGreaterThan(0.1);
  });

  test('is the depth along its flattest axis where it cannot look up to it', () => {
    const expected = (12 - 5 * Math.sin(0.8)) / Math.cos(0.8);
    expect(farthest(aimed(0.8, 1, 1.5), 12)).toBeCloseTo(expected, 9);
    expect(Math.abs(expected - Math.sqrt(144 - 25))).toBeGreaterThan(1);
  });
});
