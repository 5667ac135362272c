import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { densityAt, FACE_WIDTH, isInPicture, pixelsAcross } from '../../../../core/analysis/image/density.ts';
import type { Mounting } from '../../../../core/analysis/image/optics.ts';
import {
  PERSON_HEIGHT,
  personInPicture,
  projectToPicture,
} from '../../../../core/analysis/image/picture-place.ts';
import { dot3, type Place, reachViewOf, viewOf } from '../../../../core/analysis/image/view.ts';
import { rotate } from '../../../../core/geometry/point.ts';
import { fromDegrees } from '../../../../core/units.ts';
import { angle, between, settings } from '../../geometry/arbitraries.ts';
import {
  anyView,
  around,
  frustumViews,
  isSound,
  models,
  mounting,
  optics,
  panoramaViews,
  sheet,
  targetOf,
  valueIn,
  viewed,
} from './cameras.ts';

/** The place at a depth of 1 m, `across` to the right and `upward`, by turning it about one axis after the other. */
function placeOfRay(across: number, upward: number, { at, height, direction, tilt, roll }: Mounting): Place {
  const seen = rotate({ x: across, y: upward }, roll);
  const down = rotate({ x: 1, y: seen.y }, -tilt);
  const flat = rotate({ x: down.x, y: -seen.x }, direction);
  return { x: at.x + flat.x, y: at.y + flat.y, z: height + down.y };
}

const mountings = fc.record({
  at: fc.record({ x: between(-50, 50), y: between(-50, 50) }),
  direction: angle,
  height: between(0, 12),
  tilt: between(-1.5, 1.5),
  roll: angle,
});

describe('where a place is in the picture', () => {
  test('is the middle on the optical axis, and the corners where both angles end', () => {
    const view = viewed({ height: 4, tilt: 0 }, { fieldOfView: sheet(90, 60) });
    expect(projectToPicture(view, { x: 7, y: 0, z: 4 })).toEqual({ left: 960, top: 540 });
    const high = 4 + Math.tan(fromDegrees(30)) * 0.999_999;
    const corner = projectToPicture(view, { x: 1, y: 0.999_999, z: high });
    expect([corner?.left.toFixed(2), corner?.top.toFixed(2)]).toEqual(['0.00', '0.00']);
    expect(projectToPicture(view, { x: 1, y: 1.001, z: 4 })).toBeNull();
    expect(projectToPicture(view, { x: -1, y: 0, z: 4 })).toBeNull();
  });

  test('is that of the ray that is turned by roll, tilt and direction, one after the other', () => {
    fc.assert(
      fc.property(
        mountings,
        between(-0.99, 0.99),
        between(-0.99, 0.99),
        between(0.1, 100),
        (mounted, across, upward, depth) => {
          const view = valueIn(viewOf(mounted, { ...optics, fieldOfView: sheet(80, 50) }));
          const [half, high] = [Math.tan(fromDegrees(40)), Math.tan(fromDegrees(25))];
          const { x, y, z } = placeOfRay(across * half, upward * high, mounted);
          const { at, height } = mounted;
          const place = {
            x: at.x + (x - at.x) * depth,
            y: at.y + (y - at.y) * depth,
            z: height + (z - height) * depth,
          };
          const seen = projectToPicture(view, place);
          expect(seen?.left).toBeCloseTo(960 * (1 + across), 6);
          expect(seen?.top).toBeCloseTo(540 * (1 - upward), 6);
        },
      ),
      settings,
    );
  });

  test('is within the picture, or nowhere', () => {
    fc.assert(
      fc.property(anyView, between(-40, 40), between(-40, 40), between(-2, 9), (view, x, y, z) => {
        const place = { x: view.at.x + x, y: view.at.y + y, z };
        const seen = projectToPicture(view, place);
        expect(seen !== null).toBe(view.picture !== 'reach' && isInPicture(view, place));
        if (!seen) return;
        expect(seen.left >= -1e-6 && seen.left <= view.widthPx + 1e-6).toBe(true);
        expect(seen.top >= -1e-6 && seen.top <= view.heightPx + 1e-6).toBe(true);
      }),
      settings,
    );
  });

  test('of a panorama goes from left to right, top to bottom by even angles', () => {
    const view = viewed({ height: 3, tilt: fromDegrees(20) }, { fieldOfView: sheet(240, 80), widthPx: 4800 });
    const middle = projectToPicture(view, { x: 3 / Math.tan(fromDegrees(20)), y: 0, z: 0 });
    expect([middle?.left, middle?.top.toFixed(6)]).toEqual([2400, '540.000000']);
    expect(projectToPicture(view, { x: 0, y: 5, z: 3 })?.left).toBeCloseTo(600, 9);
    expect(projectToPicture(view, { x: 0, y: -5, z: 3 })?.left).toBeCloseTo(4200, 9);
    // 20° above the horizontal is its upper edge.
    expect(projectToPicture(view, { x: 1, y: 0, z: 3 + Math.tan(fromDegrees(19.999)) })?.top).toBeCloseTo(
      0,
      1,
    );
    expect(projectToPicture(view, { x: -5, y: 0, z: 3 })).toBeNull();
  });

  test('of what can be aimed at is none', () => {
    const view = valueIn(reachViewOf(mounting, optics, { least: 0, most: 1 }));
    expect([
      projectToPicture(view, { x: 5, y: 0, z: 1 }),
      personInPicture(view, { x: 5, y: 0 }, 'flat'),
    ]).toEqual([null, null]);
  });
});

describe('the picture and pixel density agree', () => {
  test('on a line square to the optical axis, by the flat model', () => {
    fc.assert(
      fc.property(
        frustumViews.chain((view) => fc.tuple(fc.constant(view), around(view), targetOf(view))),
        ([view, at, z]) => {
          if (view.picture !== 'frustum') throw new Error('no frustum');
          const step = 1e-3;
          const { right } = view;
          const beside = { x: at.x + right.x * step, y: at.y + right.y * step, z: z + right.z * step };
          const [first, second] = [{ ...at, z }, beside].map((place) => projectToPicture(view, place));
          if (!first || !second) return;
          const density = Math.hypot(second.left - first.left, second.top - first.top) / step;
          const said = densityAt(view, at, z, 'flat');
          expect(Math.abs(density / said - 1)).toBeLessThan(1e-5);
        },
      ),
      settings,
    );
  });

  test('along the horizontal, by the arc model; nowhere has a panorama fewer pixels across than that', () => {
    let tried = 0;
    fc.assert(
      fc.property(panoramaViews, angle, between(0.5, 50), between(-8, 8), (view, turn, metres, rise) => {
        const step = 1e-5;
        const place = (by: number, z: number) => ({
          x: view.at.x + metres * Math.cos(view.direction + turn + by),
          y: view.at.y + metres * Math.sin(view.direction + turn + by),
          z: view.height + z,
        });
        const densityOf = (z: number) => {
          const [first, second] = [place(0, z), place(step, z)].map((each) => projectToPicture(view, each));
          const gone = first && second ? Math.abs(first.left - second.left) : view.widthPx;
          // Over the seam of a full turn it goes from one side to the other.
          return gone > view.widthPx / 2 ? null : gone / (metres * step);
        };
        const level = densityOf(0);
        if (level !== null)
          expect(Math.abs(level / densityAt(view, place(0, 0), view.height, 'arc') - 1)).toBeLessThan(1e-5);
        const other = densityOf(rise);
        if (other === null) return;
        tried += 1;
        expect(other).toBeGreaterThan(
          densityAt(view, place(0, rise), view.height + rise, 'arc') * (1 - 1e-5),
        );
      }),
      settings,
    );
    expect(tried).toBeGreaterThan(50);
  });
});

describe('pixel density', () => {
  test('is constant over a plane square to the optical axis by the flat model, and not by the arc', () => {
    const view = viewed({ height: 3, tilt: 0 }, { fieldOfView: sheet(90, 60) });
    // 1920 px over 2 · 10 m.
    for (const y of [-9, -4, 0, 6]) expect(densityAt(view, { x: 10, y }, 1.7, 'flat')).toBeCloseTo(96, 9);
    expect(densityAt(view, { x: 10, y: 0 }, 3, 'arc')).toBeCloseTo(1920 / (Math.PI / 2) / 10, 9);
    expect(densityAt(view, { x: 10, y: 9 }, 3, 'arc')).toBeLessThan(95);
    // By the pixel pitch of 2.9 µm and 2.8 mm.
    expect(densityAt(view, { x: 10, y: 5 }, 1.7, 'centre')).toBeCloseTo(2.8 / 0.0029 / 10, 9);
  });

  test('follows the depth along a tilted axis: z = x cos τ + (h − t) sin τ', () => {
    const tilt = fromDegrees(20);
    const view = viewed({ height: 4, tilt }, { fieldOfView: sheet(54.7, 31) });
    const depth = 15 * Math.cos(tilt) + (4 - 1.7) * Math.sin(tilt);
    expect(densityAt(view, { x: 15, y: 2 }, 1.7, 'flat')).toBeCloseTo(
      1920 / (2 * Math.tan(fromDegrees(27.35)) * depth),
      9,
    );
  });

  test('is nothing behind the camera and infinite in the lens', () => {
    const view = viewed({ tilt: 0 });
    for (const model of ['flat', 'arc', 'centre'] as const) {
      expect(densityAt(view, { x: -5, y: 0 }, 3, model)).toBe(0);
      expect(densityAt(view, { x: 0, y: 0 }, 3, model)).toBe(Number.POSITIVE_INFINITY);
    }
  });

  test('of the flat model is the lowest straight ahead, below half a turn', () => {
    fc.assert(
      fc.property(between(0.05, 3.1), between(0.5, 200), (horizontal, metres) => {
        const view = viewed({ tilt: 0 }, { fieldOfView: { horizontal, vertical: 1 } });
        const at = { x: metres, y: 0 };
        expect(densityAt(view, at, 3, 'flat')).toBeLessThan(densityAt(view, at, 3, 'arc'));
      }),
      settings,
    );
  });

  test('of a camera that is aimed is that of its middle as far as its tilts go', () => {
    const view = valueIn(
      reachViewOf(
        { ...mounting, height: 5 },
        { ...optics, fieldOfView: sheet(60, 40) },
        { least: 0.2, most: 0.6 },
      ),
    );
    const focal = 1920 / (2 * Math.tan(fromDegrees(30)));
    const ahead = 5 / Math.tan(0.4);
    expect(densityAt(view, { x: 0, y: ahead }, 0, 'flat')).toBeCloseTo(focal / Math.hypot(5, ahead), 9);
    const near = 5 / Math.tan(0.8);
    const depth = Math.hypot(5, near) * Math.cos(0.2);
    expect(densityAt(view, { x: -near, y: 0 }, 0, 'flat')).toBeCloseTo(focal / depth, 9);
    const far = 5 / Math.tan(0.1);
    expect(densityAt(view, { x: far, y: 0 }, 0, 'flat')).toBeCloseTo(
      focal / (Math.hypot(5, far) * Math.cos(0.1)),
      9,
    );
    expect(densityAt(view, { x: far, y: 0 }, 0, 'arc')).toBeCloseTo(
      1920 / fromDegrees(60) / Math.hypot(5, far),
      9,
    );
  });

  test('is never NaN', () => {
    fc.assert(
      fc.property(
        anyView.chain((view) => fc.tuple(fc.constant(view), around(view), targetOf(view))),
        models,
        ([view, at, target], model) => {
          expect(densityAt(view, at, target, model)).toBeGreaterThanOrEqual(0);
          expect(isSound(personInPicture(view, at, model))).toBe(true);
        },
      ),
      settings,
    );
  });

  test('over a width is the pixels across it', () => {
    const view = viewed({ height: 1.7, tilt: 0 }, { fieldOfView: sheet(90, 60) });
    // A licence plate of 520 mm at 10 m.
    expect(pixelsAcross(view, { at: { x: 10, y: 0 }, targetHeight: 0.5, metres: 0.52 }, 'flat')).toBeCloseTo(
      49.92,
      9,
    );
    expect(FACE_WIDTH * 250).toBe(40);
  });
});

describe('a person in the picture', () => {
  const view = viewed({ height: 1.7, tilt: 0 }, { fieldOfView: sheet(90, 53.130_102_354) });

  test('has a face of 0.16 m and stands 1.75 m high', () => {
    // At 10 m 96 px/m across, and 1080 px over 10 m from top to bottom.
    const person = personInPicture(view, { x: 10, y: 0 }, 'flat');
    expect(person?.facePx).toBeCloseTo(0.16 * 96, 9);
    expect(person?.heightPx).toBeCloseTo(1.75 * 108, 6);
    expect(person?.feet?.top).toBeCloseTo(540 + 1.7 * 108, 6);
    expect(person?.head?.top).toBeCloseTo(540 - 0.05 * 108, 6);
    expect(personInPicture(view, { x: 10, y: 0 }, 'centre')?.facePx).toBeCloseTo(
      (0.16 * 2.8) / 0.0029 / 10,
      6,
    );
  });

  test('is as high where the picture ends at the knees, and is not there behind the camera', () => {
    const close = personInPicture(view, { x: 2, y: 0 }, 'flat');
    expect([close?.feet, close?.head !== null]).toEqual([null, true]);
    expect(close?.heightPx).toBeCloseTo((1.75 * 1080) / 2, 6);
    expect(personInPicture(view, { x: -2, y: 0 }, 'flat')).toBeNull();
  });

  test('lies across the picture of a camera that is turned about its axis', () => {
    const rolled = viewed({ height: 1.7, tilt: 0, roll: Math.PI / 2 }, { fieldOfView: sheet(60, 60) });
    const person = personInPicture(rolled, { x: 10, y: 0 }, 'flat');
    expect(person?.head?.top).toBeCloseTo(person?.feet?.top ?? 0, 6);
    // The right side of the camera is up: the head lies right of the feet.
    expect(person?.head?.left).toBeGreaterThan(person?.feet?.left ?? 0);
    expect(person?.heightPx).toBeCloseTo((1.75 * 1920) / (20 * Math.tan(fromDegrees(30))), 6);
  });

  test('of a panorama is as high as the angle between feet and head', () => {
    const round = viewed({ height: 3, tilt: 0 }, { fieldOfView: sheet(360, 120), heightPx: 1200 });
    const degrees = ((Math.atan2(3, 6) - Math.atan2(3 - PERSON_HEIGHT, 6)) * 180) / Math.PI;
    expect(personInPicture(round, { x: 0, y: 6 }, 'arc')?.heightPx).toBeCloseTo(degrees * 10, 6);
    expect(personInPicture(round, { x: 0, y: 0.5 }, 'arc')).toMatchObject({ heightPx: null, feet: null });
  });
});

test('the frame of a camera is three unit vectors square to each other, right-handed', () => {
  fc.assert(
    fc.property(frustumViews, (view) => {
      if (view.picture !== 'frustum') throw new Error('no frustum');
      const { right, up, forward } = view;
      for (const each of [right, up, forward]) expect(dot3(each, each)).toBeCloseTo(1, 12);
      for (const product of [dot3(right, up), dot3(up, forward), dot3(forward, right)])
        expect(product).toBeCloseTo(0, 12);
      expect(right.y * up.z - right.z * up.y).toBeCloseTo(-forward.x, 12);
    }),
    settings,
  );
});
