import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInPicture } from '../../../../core/analysis/image/density.ts';
import { edgesOnAxis } from '../../../../core/analysis/image/plane-region.ts';
import type { View } from '../../../../core/analysis/image/view.ts';
import { visibleInterval } from '../../../../core/geometry/camera-footprint.ts';
import { polar } from '../../../../core/geometry/point.ts';
import { fromDegrees } from '../../../../core/units.ts';
import { between, settings } from '../../geometry/arbitraries.ts';
import { frustumViews, optics, sheet, targetOf, viewed } from './cameras.ts';

const seen = frustumViews.chain((view) => fc.tuple(fc.constant(view), targetOf(view)));

describe('dead zone and far edge on the axis', () => {
  const infinite = Number.POSITIVE_INFINITY;
  test.each([
    [3, 15, 55, [3.27, infinite], [1.42, infinite]],
    [4, 20, 31, [5.61, 50.82], [3.22, 29.22]],
    [5, 30, 45, [3.84, 37.98], [2.53, 25.07]],
    [6, 10, 20, [16.48, infinite], [11.81, infinite]],
  ] as const)('%s m high, %s° down, %s° from top to bottom', (height, tilt, vertical, ground, head) => {
    const aimed = (horizontal: number) =>
      viewed(
        { height, tilt: fromDegrees(tilt), direction: 2.1 },
        { fieldOfView: sheet(horizontal, vertical) },
      );
    const rounded = (view: View, target: number) => {
      const seen = edgesOnAxis(view, target);
      return [seen?.near, seen?.far].map((metres) => Number((metres ?? -1).toFixed(2)));
    };
    for (const view of [aimed(90), aimed(200)])
      expect([rounded(view, 0), rounded(view, 1.7)]).toEqual([ground, head]);
  });

  test('are what they always were for a camera that is not rolled', () => {
    fc.assert(
      fc.property(
        fc.record({
          height: between(0.5, 12),
          tilt: between(-1.5, 1.5),
          horizontal: between(0.1, 3),
          vertical: between(0.1, 2.5),
          target: between(0, 12),
        }),
        ({ height, tilt, horizontal, vertical, target }) => {
          if (Math.abs(height - target) < 1e-6) return;
          const fieldOfView = { horizontal, vertical };
          const before = visibleInterval({ ...optics, height, tilt, fieldOfView, range: null }, target);
          const now = edgesOnAxis(viewed({ height, tilt }, { fieldOfView }), target);
          const grazing = [tilt - vertical / 2, tilt + vertical / 2].some((each) => Math.abs(each) < 1e-6);
          if (grazing) return;
          expect(now === null).toBe(before === null);
          if (!now || !before) return;
          expect(Math.abs(now.near - before.near)).toBeLessThan(1e-6 * (1 + before.near));
          expect(now.far === before.far || Math.abs(now.far / before.far - 1) < 1e-6).toBe(true);
        },
      ),
      settings,
    );
  });

  // The tangent and the sine of the same angle leave noise: a side that is level must be all or nothing.
  test.each([10, 20, 30, 35])('with the upper side of the picture level, %s° down', (degrees) => {
    const view = viewed({ tilt: fromDegrees(degrees) }, { fieldOfView: sheet(60, 2 * degrees) });
    expect(edgesOnAxis(view, view.height + 1)).toBeNull();
    const below = edgesOnAxis(view, view.height - 1);
    expect(below?.near).toBeCloseTo(1 / Math.tan(fromDegrees(2 * degrees)), 9);
    expect(below?.far).toBe(infinite);
  });

  test('of a rolled one are where the picture begins and ends under its axis', () => {
    fc.assert(
      fc.property(seen, ([view, target]) => {
        const edges = edgesOnAxis(view, target);
        for (const metres of [0.05, 0.3, 1, 3, 10, 30, 100]) {
          const at = polar(view.direction, metres);
          const place = { x: view.at.x + at.x, y: view.at.y + at.y, z: target };
          const isInside = edges !== null && metres > edges.near && metres < edges.far;
          const isClose =
            edges !== null &&
            Math.min(Math.abs(metres - edges.near), Math.abs(metres - edges.far)) < 1e-6 * (1 + metres);
          if (!isClose && Math.abs(target - view.height) > 1e-9)
            expect(isInside).toBe(isInPicture(view, place));
        }
      }),
      settings,
    );
  });
});
