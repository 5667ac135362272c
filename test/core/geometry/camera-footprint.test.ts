import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  angleOfView,
  bandSector,
  type CameraView,
  centreReachOf,
  densityModelOf,
  fieldOfViewOf,
  footprintOf,
  levelBands,
  reachOf,
  TARGET_HEIGHT,
  visibleInterval,
} from '../../../core/geometry/camera-footprint.ts';
import { sectorArea } from '../../../core/geometry/sector.ts';
import { fromDegrees, toDegrees } from '../../../core/units.ts';
import { between, settings } from './arbitraries.ts';

/** The default camera of a plan. */
const camera: CameraView = {
  height: 3,
  tilt: fromDegrees(15),
  focalLengthMm: 2.8,
  sensorWidthMm: 5.568,
  sensorHeightMm: 3.132,
  widthPx: 1920,
  heightPx: 1080,
  fieldOfView: null,
  range: null,
};

/** Levels of EN/IEC 62676-4:2014, px/m. */
const levels = [
  { key: 'identify', pixelsPerMetre: 250 },
  { key: 'recognise', pixelsPerMetre: 125 },
  { key: 'observe', pixelsPerMetre: 62.5 },
  { key: 'detect', pixelsPerMetre: 25 },
] as const;

const seenAs = (horizontal: number, vertical: number, rest: Partial<CameraView> = {}): CameraView => ({
  ...camera,
  fieldOfView: { horizontal: fromDegrees(horizontal), vertical: fromDegrees(vertical) },
  ...rest,
});

describe('field of view', () => {
  test.each([
    ...([
      [3.2, 4, 43.6],
      [4.8, 4, 61.93],
      [6.4, 4, 77.32],
      [4.8, 6, 43.6],
      [6.4, 6, 56.14],
    ] as const),
    ...([
      [8.8, 6, 72.51],
      [4.8, 2.8, 81.2],
      [5.568, 2.8, 89.67],
      [5.568, 4, 69.68],
    ] as const),
    ...([
      [5.568, 6, 49.78],
      [5.568, 12, 26.12],
    ] as const),
  ])('of %s mm behind %s mm is %s°', (size, focal, degrees) => {
    expect(toDegrees(angleOfView(size, focal)).toFixed(2)).toBe(degrees.toFixed(2));
  });

  test('is that of the data sheet before that of lens and sensor', () => {
    const sheet = { horizontal: 1.7, vertical: 0.9 };
    expect(fieldOfViewOf({ ...camera, fieldOfView: sheet })).toBe(sheet);
    expect(toDegrees(fieldOfViewOf(camera).vertical)).toBeCloseTo(58.435, 2);
  });
});

describe('reach', () => {
  test('falls with the pictured width: 9 ft at 54.7° is 8.70 ft away', () => {
    // Atlona and Panduit manuals; 900 px over 9 ft are 100 px/ft.
    expect(reachOf(seenAs(54.7, 30, { widthPx: 900 }), 100)).toBeCloseTo(8.7, 2);
  });

  test('is that for which a lens is chosen: 250 px/m at 20 m', () => {
    expect(reachOf({ ...camera, widthPx: 2688, sensorWidthMm: 5.376, focalLengthMm: 10 }, 250)).toBeCloseTo(
      20,
      9,
    );
    expect(reachOf({ ...camera, focalLengthMm: 14.5 }, 250)).toBeCloseTo(20, 9);
  });

  test('from the published field of view is the published one for long lenses', () => {
    // Axis P3287-LVE tele, 34°, 2592 px: published 170 / 67 / 34 / 17 m, Observe at 63 px/m.
    const axis = seenAs(34, 26, { widthPx: 2592 });
    const published = [
      [25, 170],
      [63, 67],
      [125, 34],
      [250, 17],
    ] as const;
    for (const [density, metres] of published)
      expect(Math.abs(reachOf(axis, density) - metres)).toBeLessThan(1);
    // Dahua HFW2441T-ZS tele, 29°, 2688 px: published 210 / 84 / 42 / 21 m.
    const dahua = seenAs(29, 16, { widthPx: 2688 });
    for (const [density, metres] of [
      [25, 210],
      [62.5, 84],
      [125, 42],
      [250, 21],
    ] as const) {
      expect(Math.abs(reachOf(dahua, density) / metres - 1)).toBeLessThan(0.015);
    }
  });

  test.each([
    ...([
      [102, 1920, 31.1, 43.1],
      [84, 1920, 42.6, 52.4],
      [95, 2688, 49.3, 64.8],
      [78, 2688, 66.4, 79],
    ] as const),
    ...([
      [107, 1920, 28.4, 41.1],
      [90, 2560, 51.2, 65.2],
      [29, 2688, 207.9, 212.4],
    ] as const),
    ...([
      [108, 3840, 55.8, 81.5],
      [34, 2592, 169.6, 174.7],
    ] as const),
  ])('at %s° and %s px is %s m flat, %s m on an arc', (degrees, widthPx, flat, arc) => {
    const view = seenAs(degrees, 50, { widthPx });
    expect(reachOf(view, 25).toFixed(1)).toBe(flat.toFixed(1));
    expect(reachOf(view, 25, 'arc').toFixed(1)).toBe(arc.toFixed(1));
  });

  test('from half a turn on only the arc has one', () => {
    // Dahua EBW5641-AS fisheye, 185°, 2560 px.
    const fisheye = seenAs(185, 185, { widthPx: 2560 });
    expect(densityModelOf(fieldOfViewOf(fisheye))).toBe('arc');
    expect(reachOf(fisheye, 25)).toBeCloseTo(31.7, 1);
    expect(densityModelOf({ horizontal: Math.PI, vertical: 1 })).toBe('arc');
    expect(densityModelOf({ horizontal: fromDegrees(179.9), vertical: 1 })).toBe('flat');
  });

  test('in the middle of the picture is the published one where makers quote that', () => {
    // Dahua IPC-HFW1230S-S5, pitch 2.9 µm: 2.8 mm and 3.6 mm; EBW5641-AS, 2.0 µm, 1.68 mm.
    const rows = [
      [2.8, 0.0029, [38.62, 15.45, 7.72, 3.86]],
      [3.6, 0.0029, [49.66, 19.86, 9.93, 4.97]],
      [1.68, 0.002, [33.6, 13.44, 6.72, 3.36]],
    ] as const;
    for (const [focalLengthMm, pitchMm, metres] of rows) {
      const view = { ...camera, focalLengthMm, sensorWidthMm: pitchMm * camera.widthPx };
      const reaches = [25, 62.5, 125, 250].map((density) => centreReachOf(view, density));
      for (const [index, reach] of reaches.entries())
        expect(Math.abs(reach - (metres[index] ?? 0))).toBeLessThan(0.01);
    }
  });
});

describe('dead zone and far edge', () => {
  const infinite = Number.POSITIVE_INFINITY;
  test.each([
    [3, 15, 55, [3.27, infinite], [1.42, infinite]],
    [4, 20, 31, [5.61, 50.82], [3.22, 29.22]],
    [5, 30, 45, [3.84, 37.98], [2.53, 25.07]],
    [6, 10, 20, [16.48, infinite], [11.81, infinite]],
  ] as const)('%s m high, %s° down, %s° from top to bottom', (height, tilt, vertical, ground, head) => {
    const view = seenAs(90, vertical, { height, tilt: fromDegrees(tilt) });
    const rounded = (target: number) => {
      const seen = visibleInterval(view, target);
      return [seen?.near, seen?.far].map((metres) => Number((metres ?? -1).toFixed(2)));
    };
    expect([rounded(0), rounded(1.7)]).toEqual([ground, head]);
  });

  test('looking straight down there is no dead zone', () => {
    const down = seenAs(90, 50, { tilt: Math.PI / 2, height: 4 });
    expect(visibleInterval(down, 0)).toEqual({ near: 0, far: 4 / Math.tan(fromDegrees(65)) });
  });

  test('a target above the camera is seen from where it comes into the picture', () => {
    const low = seenAs(90, 40, { height: 1, tilt: 0 });
    expect(visibleInterval(low, 2)?.near).toBeCloseTo(1 / Math.tan(fromDegrees(20)), 9);
    expect(visibleInterval(low, 2)?.far).toBe(infinite);
    expect(visibleInterval(low, 1)).toEqual({ near: 0, far: infinite });
  });

  test('what is never in the picture has no interval', () => {
    expect(visibleInterval(seenAs(90, 20, { tilt: fromDegrees(30), height: 1 }), 1.7)).toBeNull();
    expect(visibleInterval(seenAs(90, 20, { tilt: fromDegrees(-30), height: 3 }), 1.7)).toBeNull();
    expect(visibleInterval(seenAs(90, 20, { tilt: fromDegrees(30), height: 1.7 }), 1.7)).toBeNull();
    expect(visibleInterval(seenAs(90, 20, { tilt: fromDegrees(170), height: 3 }), 0)).toBeNull();
  });

  test('both ends are on the edge of the picture', () => {
    fc.assert(
      fc.property(
        between(0, 10),
        between(-1.5, 1.5),
        between(0.1, 2),
        between(0, 10),
        (height, tilt, vertical, target) => {
          const seen = visibleInterval(
            { ...camera, height, tilt, fieldOfView: { horizontal: 1, vertical } },
            target,
          );
          const isSeen = (metres: number) =>
            Math.abs(Math.atan2(height - target, metres) - tilt) < vertical / 2;
          if (Math.abs(height - target) < 1e-6) return;
          for (const metres of [0.01, 0.1, 1, 3, 10, 30, 100, 1000]) {
            const inside = seen !== null && metres > seen.near && metres < seen.far;
            const beside =
              seen !== null && Math.min(Math.abs(metres - seen.near), Math.abs(metres - seen.far)) < 1e-6;
            if (!beside) expect(inside).toBe(isSeen(metres));
          }
        },
      ),
      settings,
    );
  });
});

describe('level bands', () => {
  test('reach from the dead zone to where the level ends', () => {
    const bands = levelBands(camera, levels);
    expect(bands.map(({ level }) => level.key)).toEqual(['identify', 'recognise', 'observe', 'detect']);
    const near = (3 - TARGET_HEIGHT) / Math.tan(fromDegrees(15) + angleOfView(3.132, 2.8) / 2);
    const reaches = [250, 125, 62.5, 25].map((density) => 1920 / (2 * density * (5.568 / 5.6)));
    for (const [index, band] of bands.entries()) {
      expect(band.reach).toBeCloseTo(reaches[index] ?? 0, 9);
      expect(band.interval?.near).toBeCloseTo(near, 9);
      expect(band.interval?.far).toBe(band.reach);
    }
    expect(footprintOf(camera).visible?.far).toBe(Number.POSITIVE_INFINITY);
  });

  test('are held within range and far edge', () => {
    const [, , , inRange] = levelBands({ ...camera, range: 20 }, levels);
    expect([inRange?.interval?.far, inRange?.reach.toFixed(1)]).toEqual([20, '38.6']);
    expect(footprintOf({ ...camera, range: 20 }).visible?.far).toBe(20);
    const [, , , byEdge] = levelBands(seenAs(30, 31, { height: 4, tilt: fromDegrees(20) }), levels);
    expect(byEdge?.interval?.far).toBeCloseTo(29.22, 2);
  });

  test('are nowhere when the level ends within the dead zone, or nothing is seen', () => {
    const steep = levelBands(seenAs(100, 20, { height: 13, tilt: fromDegrees(30) }), levels);
    expect(steep.map(({ interval }) => interval !== null)).toEqual([false, false, false, true]);
    const up = levelBands(seenAs(90, 20, { tilt: fromDegrees(-30) }), levels);
    expect(up.every(({ interval }) => interval === null)).toBe(true);
    expect(levelBands({ ...camera, range: 1 }, levels)[0]?.interval).toBeNull();
  });

  test('are sectors around the camera on the plan', () => {
    // The field of view and pixels of the drawn example: Identify 4.9 m.
    const view = seenAs(95, 52, { widthPx: 2688 });
    const [identify] = levelBands(view, levels);
    const sector = bandSector({ at: { x: 1, y: 2 }, direction: 0.5 }, fieldOfViewOf(view), {
      near: 0,
      far: identify?.reach ?? 0,
    });
    expect(sector).toMatchObject({ centre: { x: 1, y: 2 }, direction: 0.5, width: fromDegrees(95), near: 0 });
    expect([sector.far.toFixed(1), sectorArea(sector).toFixed(1)]).toEqual(['4.9', '20.1']);
  });

  test('of a finer level are never wider', () => {
    fc.assert(
      fc.property(
        between(0.1, 6.2),
        between(0.1, 2),
        between(0, 1.5),
        between(1, 12),
        (horizontal, vertical, tilt, height) => {
          const view = { ...camera, tilt, height, fieldOfView: { horizontal, vertical } };
          const far = levelBands(view, levels).map(({ interval }) => interval?.far ?? 0);
          expect(far).toEqual(far.toSorted((a, b) => a - b));
        },
      ),
      settings,
    );
  });
});
