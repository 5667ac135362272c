import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { densityAt, isInPicture } from '../../../../core/analysis/image/density.ts';
import type { DensityModel } from '../../../../core/analysis/image/density-models.ts';
import {
  edgesOnAxis,
  FAR_BOUND,
  levelRegion,
  type PlaneRegion,
  pictureOnPlane,
} from '../../../../core/analysis/image/plane-region.ts';
import type { View } from '../../../../core/analysis/image/view.ts';
import { distanceBetween, type Point } from '../../../../core/geometry/point.ts';
import { edgesOf, isInPolygon, polygonArea, ringArea } from '../../../../core/geometry/polygon.ts';
import { distanceToSegment } from '../../../../core/geometry/segment.ts';
import { fromDegrees } from '../../../../core/units.ts';
import { between, settings } from '../../geometry/arbitraries.ts';
import {
  anyView,
  around,
  frustumViews,
  models,
  panoramaViews,
  reachViews,
  sheet,
  targetOf,
  viewed,
} from './cameras.ts';

/** What a chord may lie beside its curve, and rounding. */
const MARGIN = 0.001 + 1e-6;

const fromEdge = (point: Point, { polygon }: PlaneRegion): number =>
  polygon === null
    ? Number.POSITIVE_INFINITY
    : Math.min(
        ...[polygon.ring, ...polygon.holes]
          .flatMap(edgesOf)
          .map((edge) => distanceToSegment(point, edge[0], edge[1])),
      );

const isWithin = (point: Point, { polygon }: PlaneRegion) => polygon !== null && isInPolygon(point, polygon);

/** A place well within a region, or without, must be there. */
function agree(point: Point, region: PlaneRegion, isInside: boolean): void {
  if (isWithin(point, region) !== isInside) expect(fromEdge(point, region)).toBeLessThanOrEqual(MARGIN);
}

const areaOf = ({ polygon }: PlaneRegion) => (polygon === null ? 0 : polygonArea(polygon));

/** Whether a place counts, asked of the picture and the density themselves. */
function counts(
  view: View,
  point: Point,
  ask: { target: number; range: number | null; level: number; model: DensityModel },
): boolean {
  const isSeen = isInPicture(view, { ...point, z: ask.target });
  const isNear = distanceBetween(point, view.at) <= (ask.range ?? Number.POSITIVE_INFINITY);
  return isSeen && isNear && densityAt(view, point, ask.target, ask.model) >= ask.level;
}

const asked = (views: fc.Arbitrary<View>) =>
  views.chain((view) =>
    fc.record({
      view: fc.constant(view),
      target: targetOf(view),
      range: fc.option(between(0.5, 150), { nil: null }),
      level: between(1, 5).map((exponent) => Math.exp(exponent) * 2),
      model: models,
      points: fc.array(around(view), { minLength: 20, maxLength: 20 }),
    }),
  );

describe('a place is in a region if and only if the picture has it', () => {
  test.each([
    ['of a usual lens', frustumViews],
    ['of a panorama', panoramaViews],
    ['of what can be aimed at', reachViews],
  ])('%s', (_, views) => {
    let [inside, outside] = [0, 0];
    fc.assert(
      fc.property(asked(views), ({ view, points, target, range, level, model }) => {
        const picture = pictureOnPlane(view, target, range);
        const region = levelRegion(view, level, target, model, range);
        for (const point of points) {
          const isSeen = counts(view, point, { target, range, level: 0, model });
          const isMet = counts(view, point, { target, range, level, model });
          agree(point, picture, isSeen);
          agree(point, region, isMet);
          inside += isMet ? 1 : 0;
          outside += isMet ? 0 : 1;
        }
      }),
      settings,
    );
    // Both answers must have been tried often.
    expect([inside > 300, outside > 300]).toEqual([true, true]);
  });
});

describe('a region', () => {
  test('of a usual lens is convex, anticlockwise and without holes', () => {
    fc.assert(
      fc.property(asked(frustumViews), ({ view, target, range, level, model }) => {
        for (const { polygon } of [
          pictureOnPlane(view, target, range),
          levelRegion(view, level, target, model, range),
        ]) {
          if (!polygon) continue;
          expect(polygon.holes).toEqual([]);
          expect(ringArea(polygon.ring)).toBeGreaterThan(0);
          const turns = edgesOf(polygon.ring).map(([start, end], index, all) => {
            const next = all[(index + 1) % all.length]![1];
            const size = distanceBetween(start, end) * distanceBetween(end, next);
            return (
              ((end.x - start.x) * (next.y - end.y) - (end.y - start.y) * (next.x - end.x)) /
              Math.max(size, 1e-9)
            );
          });
          expect(Math.min(...turns)).toBeGreaterThan(-1e-6);
        }
      }),
      settings,
    );
  });

  test('of a finer level lies within that of a coarser one, and both within the picture', () => {
    fc.assert(
      fc.property(asked(anyView), ({ view, target, range, level, model }) => {
        const coarse = areaOf(levelRegion(view, level, target, model, range));
        const fine = areaOf(levelRegion(view, level * 1.5, target, model, range));
        const all = areaOf(pictureOnPlane(view, target, range));
        // Chords of another circle cut off another sliver of a millimetre.
        const sliver = 1e-6 + 0.004 * Math.sqrt(all);
        expect(fine).toBeLessThanOrEqual(coarse + sliver);
        expect(coarse).toBeLessThanOrEqual(all + sliver);
      }),
      settings,
    );
  });

  test('moves and turns with the camera', () => {
    fc.assert(
      fc.property(asked(frustumViews), between(-3, 3), ({ view, target, range, level, model }, turn) => {
        if (view.picture !== 'frustum') throw new Error('no frustum');
        const cos = Math.cos(turn);
        const sin = Math.sin(turn);
        const turned = <P extends Point>(at: P): P => ({
          ...at,
          x: at.x * cos - at.y * sin,
          y: at.x * sin + at.y * cos,
        });
        const other: View = {
          ...view,
          at: { x: 12, y: -7 },
          direction: view.direction + turn,
          right: turned(view.right),
          up: turned(view.up),
          forward: turned(view.forward),
        };
        const before = areaOf(levelRegion(view, level, target, model, range));
        const after = areaOf(levelRegion(other, level, target, model, range));
        expect(Math.abs(before - after)).toBeLessThan(1e-6 + before * 1e-6);
      }),
      settings,
    );
  });
});

/** Corners to the millimetre, from the one that comes first in reading order. */
const corners = ({ polygon }: PlaneRegion) =>
  (polygon?.ring ?? [])
    .map(({ x, y }) => [Number(x.toFixed(3)) + 0, Number(y.toFixed(3)) + 0])
    .sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);

describe('the picture on the ground', () => {
  /*   lens 4 m up, 45° down, 90° by 53.13°:                            far edge of the picture
   *   tan(VFOV / 2) = 1 / 2, so that near = 4 / tan(45° + 26.565°) = 4 / 3, far = 4 · 3 = 12,
   *   depth there 16 / (3 √2) and 16 / √2, and as wide to each side as it is deep.            */
  const view = viewed(
    { height: 4, tilt: Math.PI / 4 },
    { fieldOfView: { horizontal: Math.PI / 2, vertical: 2 * Math.atan(1 / 2) } },
  );

  test('is a trapezium, wider at its far edge', () => {
    const [near, far] = [16 / (3 * Math.SQRT2), 16 / Math.SQRT2];
    const rounded = (value: number) => Number(value.toFixed(3));
    expect(corners(pictureOnPlane(view, 0, null))).toEqual([
      [1.333, -rounded(near)],
      [1.333, rounded(near)],
      [12, -rounded(far)],
      [12, rounded(far)],
    ]);
    expect(pictureOnPlane(view, 0, null).isUnbounded).toBe(false);
  });

  test('ends straight across the picture where a level ends by the flat model', () => {
    // 1920 px over 2 · z metres: 125 px/m at a depth of 7.68 m, which is (x + 4) / √2.
    const x = 7.68 * Math.SQRT2 - 4;
    const region = levelRegion(view, 125, 0, 'flat', null);
    expect(corners(region).slice(2)).toEqual([
      [Number(x.toFixed(3)), -7.68],
      [Number(x.toFixed(3)), 7.68],
    ]);
    for (const y of [-7, -3, 0, 5]) expect(densityAt(view, { x, y }, 0, 'flat')).toBeCloseTo(125, 9);
  });

  test('ends on a circle around the lens by the arc model', () => {
    // 1920 / (π / 2) px a radian: 125 px/m at 9.778 m from the lens, 8.923 m from its foot.
    const radius = Math.sqrt((1920 / (Math.PI / 2) / 125) ** 2 - 16);
    const onEdge = (levelRegion(view, 125, 0, 'arc', null).polygon?.ring ?? [])
      .filter((point) => Math.abs(distanceBetween(point, view.at) - radius) < 1e-9)
      .sort((a, b) => a.y - b.y);
    expect(onEdge.length).toBeGreaterThan(50);
    const chords = onEdge.slice(1).map((point, index) => distanceBetween(point, onEdge[index]!));
    // 2 √(2 r s) for a sagitta s of 1 mm.
    expect(Math.max(...chords)).toBeLessThanOrEqual(2 * Math.sqrt(2 * 8.93 * 0.001));
  });

  test('ends at the range, along the ground', () => {
    const region = pictureOnPlane(view, 0, 8);
    const farthest = Math.max(
      ...(region.polygon?.ring ?? []).map((point) => distanceBetween(point, view.at)),
    );
    expect(farthest).toBeCloseTo(8, 9);
    expect(pictureOnPlane(view, 0, 1).polygon).toBeNull();
  });

  test('turned about its axis is cut by its own corners', () => {
    // A quarter turn swaps the angles: 53.13° across, 90° from top to bottom.
    const turned = viewed(
      { height: 4, tilt: fromDegrees(40), roll: Math.PI / 2 },
      { fieldOfView: { horizontal: Math.PI / 2, vertical: 2 * Math.atan(1 / 2) } },
    );
    expect(edgesOnAxis(turned, 0)?.near).toBeCloseTo(4 / Math.tan(fromDegrees(85)), 9);
    expect(edgesOnAxis(turned, 0)?.far).toBe(Number.POSITIVE_INFINITY);
    // Rolled anticlockwise as seen from behind the right side rises: right of the axis it sees farther.
    const rolled = viewed(
      { height: 4, tilt: fromDegrees(30), roll: fromDegrees(20) },
      { fieldOfView: sheet(50, 40) },
    );
    const ring = pictureOnPlane(rolled, 0, null).polygon?.ring ?? [];
    const farRight = Math.max(...ring.filter(({ y }) => y < 0).map(({ x }) => x));
    const farLeft = Math.max(...ring.filter(({ y }) => y > 0).map(({ x }) => x));
    expect(farRight).toBeGreaterThan(farLeft);
  });

  test('that goes on for ever is cut at the far bound and says so', () => {
    const level = viewed({ height: 3, tilt: 0 }, { fieldOfView: sheet(60, 40) });
    const region = pictureOnPlane(level, 0, null);
    expect(region.isUnbounded).toBe(true);
    expect(Math.max(...(region.polygon?.ring ?? []).map(({ x }) => x))).toBe(FAR_BOUND);
    expect(pictureOnPlane(level, 0, 50).isUnbounded).toBe(false);
    expect(levelRegion(level, 25, 0, 'flat', null).isUnbounded).toBe(false);
    const round = viewed({ tilt: 0 }, { fieldOfView: sheet(360, 40) });
    expect(pictureOnPlane(round, 0, null).isUnbounded).toBe(true);
    expect(levelRegion(round, 25, 0, 'arc', null).isUnbounded).toBe(false);
    const half = viewed({ tilt: 0 }, { fieldOfView: sheet(180, 40) });
    expect(pictureOnPlane(half, 0, null).isUnbounded).toBe(true);
    expect(pictureOnPlane(half, 0, 99).isUnbounded).toBe(false);
  });

  test('that reaches as far as the far bound or a little farther ends at its range', () => {
    const level = viewed({ height: 3, tilt: 0 }, { fieldOfView: sheet(100, 40) });
    const farthest = (region: PlaneRegion) =>
      Math.max(...(region.polygon?.ring ?? []).map((point) => distanceBetween(point, level.at)));
    expect(farthest(pictureOnPlane(level, 0, 1.2 * FAR_BOUND))).toBeLessThan(1.2 * FAR_BOUND + 1e-6);
    for (const horizontal of [100, 180, 360]) {
      const view = viewed({ height: 3, tilt: 0 }, { fieldOfView: sheet(horizontal, 40) });
      const { isUnbounded } = pictureOnPlane(view, 0, FAR_BOUND);
      expect([isUnbounded, pictureOnPlane(view, 0, 1.2 * FAR_BOUND).isUnbounded]).toEqual([false, true]);
    }
  });

  test('of a plane above the lens is the same upside down', () => {
    const up = viewed({ height: 1, tilt: fromDegrees(-30) }, { fieldOfView: sheet(60, 40) });
    const down = viewed({ height: 3, tilt: fromDegrees(30) }, { fieldOfView: sheet(60, 40) });
    expect(areaOf(pictureOnPlane(up, 3, 40))).toBeCloseTo(areaOf(pictureOnPlane(down, 1, 40)), 6);
    expect(pictureOnPlane(down, 5, 40).polygon).toBeNull();
  });

  test('of the plane of the lens itself is a wedge from its foot, or nothing', () => {
    const level = viewed({ height: 1.7, tilt: 0.1 }, { fieldOfView: sheet(90, 40) });
    const region = pictureOnPlane(level, 1.7, 10);
    expect(corners(region)[0]).toEqual([0, 0]);
    // The sides of the pyramid meet the plane through its top where |y| = tan 45° · x · cos τ.
    expect(areaOf(region)).toBeCloseTo(100 * Math.atan(Math.cos(0.1)), 1);
    expect(edgesOnAxis(level, 1.7)).toEqual({ near: 0, far: Number.POSITIVE_INFINITY });
    const steep = viewed({ height: 1.7, tilt: 0.6 }, { fieldOfView: sheet(90, 40) });
    expect([pictureOnPlane(steep, 1.7, 10).polygon, edgesOnAxis(steep, 1.7)]).toEqual([null, null]);
  });

  test('of a camera on the floor is its own plane', () => {
    const low = viewed({ height: 0, tilt: 0 });
    expect(areaOf(levelRegion(low, 25, 0, 'flat', null))).toBeCloseTo(
      (1920 / 25 / 2) * (1920 / 25 / ((2 * 5.568) / 5.6)),
      6,
    );
    expect(areaOf(pictureOnPlane(viewed({ height: 0, tilt: Math.PI / 2 }), 0, 10))).toBe(0);
  });

  test('straight down is all of a level or nothing', () => {
    const down = viewed({ height: 4, tilt: Math.PI / 2 }, { fieldOfView: sheet(90, 60) });
    const picture = areaOf(pictureOnPlane(down, 0, null));
    expect(picture).toBeCloseTo(8 * 8 * Math.tan(fromDegrees(30)), 6);
    // 1920 px over 8 m are 240 px/m everywhere.
    expect(areaOf(levelRegion(down, 239, 0, 'flat', null))).toBeCloseTo(picture, 9);
    expect(areaOf(levelRegion(down, 241, 0, 'flat', null))).toBe(0);
  });
});

describe('a panorama', () => {
  test('of half a turn is a sector of a ring', () => {
    const view = viewed({ height: 3, tilt: fromDegrees(15) }, { fieldOfView: sheet(180, 80), widthPx: 4096 });
    const region = levelRegion(view, 250, 0, 'arc', null);
    // 4096 / π px a radian: 250 px/m at 5.215 m from the lens, 4.266 m from its foot; dead zone 3 / tan 55°.
    const [far, near] = [Math.sqrt((4096 / Math.PI / 250) ** 2 - 9), 3 / Math.tan(fromDegrees(55))];
    expect(areaOf(region)).toBeCloseTo((Math.PI * (far ** 2 - near ** 2)) / 2, 1);
    expect(region.polygon?.holes).toEqual([]);
    expect(areaOf(levelRegion(view, 250, 0, 'flat', null))).toBe(areaOf(region));
  });

  test('of a full turn is a ring, or a disc where it has no dead zone', () => {
    const ring = levelRegion(viewed({ tilt: 0 }, { fieldOfView: sheet(360, 60) }), 25, 0, 'arc', 10);
    expect(ring.polygon?.holes).toHaveLength(1);
    expect(ringArea(ring.polygon?.holes[0] ?? [])).toBeLessThan(0);
    expect(areaOf(ring)).toBeCloseTo(Math.PI * (100 - (3 / Math.tan(fromDegrees(30))) ** 2), 0);
    const disc = levelRegion(viewed({ tilt: 0 }, { fieldOfView: sheet(360, 180) }), 25, 0, 'arc', 10);
    expect(disc.polygon?.holes).toEqual([]);
    expect(areaOf(disc)).toBeCloseTo(Math.PI * 100, 0);
  });

  test('under a ceiling sees all round', () => {
    // A fisheye of 185° that looks straight down, as Dahua EBW5641-AS: 2560 px, 31.7 m by the arc model.
    const view = viewed(
      { height: 3, tilt: Math.PI / 2 },
      { fieldOfView: sheet(185, 185), widthPx: 2560, heightPx: 2560 },
    );
    const radius = Math.sqrt((2560 / fromDegrees(185) / 25) ** 2 - 9);
    expect(areaOf(levelRegion(view, 25, 0, 'arc', null))).toBeCloseTo(Math.PI * radius ** 2, -1);
    expect(isInPicture(view, { x: -5, y: 0.1, z: 0 })).toBe(true);
  });

  test('that leans over the point beneath it sees a little behind itself', () => {
    // 60° down and 180° from top to bottom: behind it down to 30° below the horizontal, 3 / tan 30° from its foot.
    const view = viewed({ height: 3, tilt: fromDegrees(60) }, { fieldOfView: sheet(180, 180) });
    const region = pictureOnPlane(view, 0, 20);
    const behind = 3 / Math.tan(fromDegrees(30));
    expect(areaOf(region)).toBeCloseTo((Math.PI * (400 + behind ** 2)) / 2, 0);
    expect([-5, -5.3].map((x) => isWithin({ x, y: 0 }, region))).toEqual([true, false]);
  });

  test('of a full turn both ways sees everything', () => {
    const all = viewed({ height: 3, tilt: 0.3 }, { fieldOfView: sheet(180, 360) });
    for (const target of [0, 3, 4])
      expect(areaOf(pictureOnPlane(all, target, 20))).toBeCloseTo(Math.PI * 400, 0);
  });

  test('that goes on over its head ends at the horizon behind it', () => {
    const view = viewed({ height: 3, tilt: -1 }, { fieldOfView: sheet(200, 286) });
    for (const [target, isSeen] of [
      [2.9, false],
      [8, true],
    ] as const) {
      expect(isInPicture(view, { x: -10, y: 0, z: target })).toBe(isSeen);
      expect(isWithin({ x: -10, y: 0 }, pictureOnPlane(view, target, 20))).toBe(isSeen);
    }
  });

  test('that looks over its head looks the other way', () => {
    const over = viewed({ tilt: fromDegrees(165) }, { fieldOfView: sheet(200, 60) });
    const back = viewed({ direction: Math.PI, tilt: fromDegrees(15) }, { fieldOfView: sheet(200, 60) });
    expect(areaOf(pictureOnPlane(over, 0, 30))).toBeCloseTo(areaOf(pictureOnPlane(back, 0, 30)), 6);
    expect(isWithin({ x: -10, y: 0 }, pictureOnPlane(over, 0, 30))).toBe(true);
  });
});

test.each([
  ['a target height', () => pictureOnPlane(viewed({}), Number.NaN, null)],
  ['a range', () => pictureOnPlane(viewed({}), 0, Number.NaN)],
  ['a level of nothing', () => levelRegion(viewed({}), 0, 0, 'flat', null)],
  ['a place', () => densityAt(viewed({}), { x: Number.NaN, y: 0 }, 0, 'flat')],
])('%s that was not checked is a bug, and no region of NaN', (_, act) => {
  expect(act).toThrow('was not checked before use');
});
