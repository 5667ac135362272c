import { describe, expect, test } from 'vitest';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import { cameraFailures } from '../../../../core/analysis/zones/failures.ts';
import { floorZones, type ZoneCheck, type ZoneResult } from '../../../../core/analysis/zones/floor-zones.ts';
import { isInRings } from '../../../../core/analysis/zones/rings-places.ts';
import type { ZonesKey } from '../../../../core/analysis/zones/zone-scene.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { distanceBetween, type Point } from '../../../../core/geometry/point.ts';
import { segmentsTouch } from '../../../../core/geometry/segment.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { Random } from '../../../../core/reference/random.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const key: ZonesKey = { floor: siteFloor, states: 'proposed', targetHeight: null };
const rectangle = (left: number, low: number, right: number, high: number) => [
  { x: left, y: low },
  { x: right, y: low },
  { x: right, y: high },
  { x: left, y: high },
];
const id = testId('coverageZone');

const resultOf = (plan: Plan, asked = key): ZoneResult => {
  const result = derive(plan, floorZones, asked).get(id);
  if (!result) throw new Error('There is no such zone.');
  return result;
};
const answerOf = (...records: readonly PlanRecord[]) => {
  const result = resultOf(testPlan(...records));
  if (!result.ok) throw new Error(result.reason);
  return result;
};
const checkOf = (...records: readonly PlanRecord[]): ZoneCheck => {
  const [check] = answerOf(...records).checks;
  if (!check) throw new Error('It was checked by no light.');
  return check;
};

/** Sees all round, as far as its range, at every level that is asked for here. */
const round = (fields: Partial<Omit<RecordOf<'camera'>, 'id'>> & { readonly id?: number }) =>
  record('camera', {
    type: 'panoramic',
    fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
    tilt: Math.PI / 2,
    widthPx: 100_000,
    range: 10,
    ...fields,
  });
const zone = (fields: Partial<Omit<RecordOf<'coverageZone'>, 'id'>> = {}) =>
  record('coverageZone', { ring: rectangle(0, 0, 10, 10), level: 'detect', ...fields });

describe('a zone', () => {
  test('has the share that is covered of what walls and solids leave, and passes from its minimum on', () => {
    // A quarter of a disc of 8 m round a corner.
    const camera = round({ range: 8 });
    const quarter = (Math.PI * 64) / 4;
    const check = checkOf(zone({ minimumPercent: 50 }), camera);
    expect(check.percent).toBeCloseTo(quarter, 1);
    expect(check.isMet).toBe(true);
    expect(answerOf(zone({ minimumPercent: 51 }), camera).isMet).toBe(false);
    const covered = check.covered.area + check.uncovered.area;
    expect(covered).toBeCloseTo(100, 2);
    // An obstacle of 2 by 2 m that is out of reach.
    const obstacle = record('obstacle', { ring: rectangle(8, 8, 10, 10), path: null, width: null });
    const less = answerOf(zone(), camera, obstacle);
    expect(less.openArea).toBeCloseTo(96, 2);
    expect(less.percent).toBeCloseTo((100 * quarter) / 96, 1);
  });

  test('a wall takes its thickness, and hides what is behind it', () => {
    const wall = record('wall', { a: { x: 5, y: -1 }, b: { x: 5, y: 11 }, thickness: 0.4 });
    const answer = answerOf(zone(), round({ at: { x: 1, y: 5 }, range: 50 }), wall);
    expect(answer.openArea).toBeCloseTo(96, 2);
    // From the left face to the middle of the wall nothing is open.
    expect(answer.percent).toBeCloseTo(50, 1);
  });

  test('in a building it loses nothing to it; one that reaches into the building does', () => {
    const building = record('building', { ring: rectangle(-5, -5, 15, 15) });
    expect(answerOf(zone(), building).openArea).toBeCloseTo(100, 3);
    const beside = record('building', { ring: rectangle(5, -5, 15, 15) });
    expect(answerOf(zone(), beside).openArea).toBeCloseTo(50, 3);
    const over = record('obstacle', { ring: rectangle(-5, -5, 15, 15), path: null, width: null });
    expect(resultOf(testPlan(zone(), over))).toEqual({ ok: false, reason: 'nothing-open' });
  });

  test('that crosses itself, or asks for a level of another profile, has no answer', () => {
    const crossing = [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
      { x: 10, y: 0 },
      { x: 0, y: 10 },
    ];
    expect(resultOf(testPlan(zone({ ring: crossing })))).toEqual({ ok: false, reason: 'crosses-itself' });
    expect(resultOf(testPlan(zone({ level: 'perceive' })))).toEqual({ ok: false, reason: 'no-such-level' });
  });

  test('is seen at its level: what is seen more coarsely does not count', () => {
    // 100,000 pixels over a whole turn: 15,915 px a radian, 250 px/m at 63.7 m from the lens.
    const camera = round({ range: null, at: { x: -60, y: 5 }, height: 3 });
    const narrow = rectangle(0, 4.9, 10, 5.1);
    const far = checkOf(zone({ level: 'identify', ring: narrow }), camera);
    const reach = Math.sqrt((100_000 / (2 * Math.PI) / 250) ** 2 - 9) - 60;
    expect(far.percent).toBeCloseTo(10 * reach, 0);
    expect(checkOf(zone({ level: 'recognise', ring: narrow }), camera).percent).toBeCloseTo(100, 2);
  });

  test('by several cameras only where as many see', () => {
    const left = round({ id: 1, at: { x: 0, y: 5 }, range: 7 });
    const right = round({ id: 2, at: { x: 10, y: 5 }, range: 7 });
    const one = checkOf(zone(), left, right);
    const two = checkOf(zone({ minimumCameras: 2 }), left, right);
    expect(two.percent).toBeLessThan(one.percent);
    expect(two.covered.area).toBeCloseTo(one.overlap.area, 3);
    expect(checkOf(zone({ minimumCameras: 3 }), left, right).percent).toBe(0);
    const small = round({ id: 3, at: { x: 5, y: 0 }, range: 2 });
    const order = checkOf(zone(), small, left, right).cameras.map(({ percent }) => percent);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(order).toHaveLength(3);
    // Each by itself, and both less what they have together.
    const shares = one.cameras.reduce((sum, { percent }) => sum + percent, 0);
    expect(shares - (100 * one.overlap.area) / 100).toBeCloseTo(one.percent, 2);
  });

  test('names the place farthest from what is covered, else the one of least density', () => {
    const worst = checkOf(zone(), round({ range: 8 })).worst;
    expect(worst?.reason).toBe('uncovered');
    expect(distanceBetween(worst?.at ?? { x: 0, y: 0 }, { x: 10, y: 10 })).toBeLessThan(0.01);
    const ends = checkOf(zone({ ring: rectangle(-10, -1, 30, 1) }), round({ at: { x: 0, y: 0 }, range: 5 }));
    expect(ends.worst?.at.x).toBeCloseTo(30, 2);
    const all = checkOf(zone(), round({ at: { x: 1, y: 1 }, range: 50 })).worst;
    expect(all).toMatchObject({ reason: 'least-density', at: { x: 10, y: 10 } });
    // By two cameras it is the farther one that counts.
    const pair = [-1, 11].map((x, index) => round({ id: index + 1, at: { x, y: 5 }, range: 50 }));
    const strip = rectangle(0, 4.9, 10, 5.1);
    expect(checkOf(zone({ ring: strip }), ...pair).worst?.at.x).toBeCloseTo(5, 0);
    expect(
      Math.abs((checkOf(zone({ ring: strip, minimumCameras: 2 }), ...pair).worst?.at.x ?? 5) - 5),
    ).toBeCloseTo(5, 0);
    const none = checkOf(zone()).worst;
    expect(distanceBetween(none?.at ?? { x: 0, y: 0 }, { x: 5, y: 5 })).toBeLessThan(0.1);
  });

  test('is checked at its own height unless another is asked for', () => {
    const hedge = record('obstacle', {
      ring: rectangle(4, -1, 4.5, 11),
      path: null,
      width: null,
      height: 1.2,
    });
    const camera = round({ at: { x: 0, y: 5 }, range: 50, height: 1.8 });
    const [low, high] = [0, 1.7].map(
      (targetHeight) => answerOf(zone({ targetHeight }), camera, hedge).percent,
    );
    expect(low).toBeLessThan(50);
    expect(high).toBeGreaterThan(low ?? 0);
    const plan = testPlan(zone({ targetHeight: 1.7 }), camera, hedge);
    expect(resultOf(plan, { ...key, targetHeight: 0 })).toMatchObject({ percent: low });
  });

  test('without cameras is not covered, and says so', () => {
    expect(answerOf(zone())).toMatchObject({ percent: 0, isMet: false });
  });
});

describe('by night', () => {
  const dark = zone({ when: 'night' });
  const seeing = round({ at: { x: 5, y: 5 }, range: 50, minimumLux: 1 });

  test('a camera counts where it is light enough, or as far as its own infrared light reaches', () => {
    expect(checkOf(dark, seeing).percent).toBe(0);
    const own = round({ at: { x: 5, y: 5 }, range: 50, infraredRange: 3 });
    expect(checkOf(dark, own).percent).toBeCloseTo(Math.PI * 9, 1);
    // On the ground 4 m around it: 5 m along the beam.
    const light = record('light', { at: { x: 5, y: 5 }, height: 3, illuminanceLux: 1, range: 5 });
    expect(checkOf(dark, seeing, light).percent).toBeCloseTo(Math.PI * 16, 1);
    expect(checkOf(zone({ when: 'day' }), seeing).percent).toBeCloseTo(100, 3);
    expect(answerOf(zone({ when: 'both' }), seeing, light)).toMatchObject({
      isMet: false,
      percent: expect.closeTo(Math.PI * 16, 1),
      checks: [{ light: 'day' }, { light: 'night' }],
    });
  });

  test('a light is as bright as its distance lets it: nearer it reaches more', () => {
    const light = record('light', { at: { x: 5, y: 5 }, height: 0, illuminanceLux: 0.25, range: 8 });
    // 1 lux at half the range.
    expect(checkOf(dark, seeing, light).percent).toBeCloseTo(Math.PI * 16, 1);
    expect(checkOf(dark, round({ at: { x: 5, y: 5 }, minimumLux: 4 }), light).percent).toBeCloseTo(
      Math.PI * 4,
      1,
    );
  });

  test('lights add up where none is enough alone', () => {
    const light = (id: number, x: number) =>
      record('light', { id, at: { x, y: 5 }, height: 0, illuminanceLux: 0.5, range: 5 });
    const [one, two] = [light(1, 2), light(2, 8)];
    const sum = (place: Point) =>
      [one, two].reduce((lux, { at }) => {
        const far = distanceBetween(at, place);
        return far <= 5 ? lux + (0.5 * 25) / far ** 2 : lux;
      }, 0);
    let lit = 0;
    for (let x = 0.05; x < 10; x += 0.1)
      for (let y = 0.05; y < 10; y += 0.1) if (sum({ x, y }) >= 1) lit += 0.01;
    const check = checkOf(dark, seeing, one, two);
    expect(check.percent).toBeCloseTo(lit, 0);
    expect(check.remarks).toEqual([{ type: 'summed', side: 0.1 }]);
    const alone = checkOf(dark, seeing, one).percent;
    expect(check.percent).toBeGreaterThan(2 * alone + 1);
  });

  test('a wall stops light; wall lights and floodlights shine ahead only', () => {
    const light = record('light', { at: { x: 5, y: 5 }, height: 0, illuminanceLux: 5, range: 20 });
    const wall = record('wall', {
      a: { x: 7, y: -9 },
      b: { x: 7, y: 19 },
      material: 'glass',
      thickness: 0.01,
    });
    const solid = { ...wall, material: 'opaque' } as const;
    const near = round({ at: { x: 9, y: 5 }, range: 50, minimumLux: 1 });
    expect(checkOf(dark, near, light, wall).percent).toBeCloseTo(100, 1);
    expect(checkOf(dark, near, light, solid).percent).toBeLessThan(1);
    for (const type of ['wall', 'flood'] as const) {
      const ahead = { ...light, type, direction: Math.PI };
      expect(checkOf(dark, seeing, ahead).percent).toBeCloseTo(50, 1);
    }
  });

  test('a wall that no camera reaches counts when it stands between a light and the zone', () => {
    const light = record('light', { at: { x: 25, y: 5 }, height: 0, illuminanceLux: 5, range: 40 });
    const near = round({ at: { x: 5, y: 5 }, range: 8, minimumLux: 1 });
    const wall = record('wall', { a: { x: 18, y: -40 }, b: { x: 18, y: 50 } });
    expect(checkOf(dark, near, light).percent).toBeGreaterThan(90);
    expect(checkOf(dark, near, light, wall).percent).toBe(0);
    expect(checkOf(dark, near, light).percent).toBeGreaterThan(90);
  });

  test('what is not known counts nothing and is named', () => {
    const light = record('light', { at: { x: 5, y: 5 }, illuminanceLux: null, range: 20 });
    const blind = round({ id: 2, at: { x: 5, y: 5 }, range: 50 });
    const check = checkOf(dark, seeing, blind, light);
    expect(check.percent).toBe(0);
    expect(check.remarks).toEqual([
      { type: 'cameras-unknown', cameras: [blind.id] },
      { type: 'lights-unknown', lights: [light.id] },
    ]);
    expect(checkOf(zone(), seeing, blind, light).remarks).toEqual([]);
  });

  test('warmth needs no light, nor does a camera that needs none', () => {
    expect(checkOf(dark, round({ at: { x: 5, y: 5 }, range: 50, minimumLux: 0 })).percent).toBeCloseTo(
      100,
      3,
    );
    const thermal = record('camera', {
      type: 'thermal',
      at: { x: -5, y: 5 },
      direction: 0,
      tilt: 0,
      height: 3,
      range: 60,
      widthPx: 60_000,
      heightPx: 60_000,
      fieldOfView: { horizontal: 2.9, vertical: 2.9 },
    });
    expect(checkOf(dark, thermal).percent).toBeGreaterThan(95);
  });
});

test('a camera that can be no camera is named in the zones it may see', () => {
  const none = record('camera', {
    at: { x: 5, y: 5 },
    fieldOfView: { horizontal: 6, vertical: 0.001 },
    tilt: 3,
  });
  const check = checkOf(zone(), none);
  const named = check.remarks.flatMap((remark) => (remark.type === 'cameras-refused' ? remark.cameras : []));
  const isRefused =
    derive(testPlan(zone(), none), floorCoverage, { ...key, targetHeight: 0 }).cameras.get(none.id)?.ok ===
    false;
  expect(named).toEqual(isRefused ? [none.id] : []);
});

describe('one camera fails', () => {
  const left = round({ id: 1, at: { x: 0, y: 5 }, range: 7 });
  const right = round({ id: 2, at: { x: 10, y: 5 }, range: 7 });
  const spare = round({ id: 3, at: { x: 10, y: 5 }, range: 2 });
  const failures = (minimumPercent: number, ...cameras: readonly PlanRecord[]) =>
    cameraFailures(
      derive(testPlan(zone({ minimumPercent }), ...cameras), floorZones, key),
      () => minimumPercent,
    );

  test('what is left is what the others cover', () => {
    const alone = checkOf(zone(), left).percent;
    const [first, second] = failures(80, left, right);
    for (const failure of [first, second]) expect(failure?.zones[0]?.percent).toBeCloseTo(alone, 2);
    expect(first?.zones[0]?.fails).toBe(true);
    expect(failures(10, left, right)[0]?.zones[0]?.fails).toBe(false);
  });

  test('the weakest comes first; one that nothing is lost without comes last', () => {
    const order = failures(80, left, right, spare);
    expect(order.map(({ camera }) => camera).at(-1)).toBe(spare.id);
    expect(order.at(-1)?.zones).toEqual([]);
  });

  test('a zone that fails anyway does not fail by a camera', () => {
    expect(failures(100, left)[0]?.zones[0]).toMatchObject({ percent: 0, fails: false });
  });
});

function placesIn(from: number, to: number, step: number): readonly Point[] {
  const along = Array.from(
    { length: Math.round((to - from) / step) },
    (_, index) => from + (index + 0.5) * step,
  );
  return along.flatMap((x) => along.map((y) => ({ x, y })));
}

describe('random scenes', () => {
  /** Walls without end upwards, cameras and lights in the plane: what is between two places is a matter of lines. */
  function scene(random: Random) {
    const place = () => ({ x: random.between(0, 30), y: random.between(0, 30) });
    const walls = Array.from({ length: 5 }, (_, index) =>
      record('wall', { id: index + 1, a: place(), b: place(), thickness: 0.001 }),
    );
    const cameras = Array.from({ length: 4 }, (_, index) =>
      round({
        id: index + 1,
        at: place(),
        range: random.between(5, 25),
        minimumLux: random.between(0.5, 3),
        height: 0.01,
      }),
    );
    const lights = Array.from({ length: 3 }, (_, index) =>
      record('light', {
        id: index + 1,
        at: place(),
        height: 0,
        range: random.between(5, 20),
        illuminanceLux: random.between(0.2, 2),
      }),
    );
    return { walls, cameras, lights };
  }

  test.each(Array.from({ length: 30 }, (_, index) => index))(
    '%i: shares by day and night are those of many places',
    (seed) => {
      const random = new Random(20_261_130 + seed);
      const { walls, cameras, lights } = scene(random);
      const minimumCameras = 1 + (seed % 2);
      const ring = rectangle(5, 5, 25, 25);
      const asked = zone({ ring, when: 'both', minimumCameras, targetHeight: 0 });
      const [day, night] = answerOf(asked, ...walls, ...cameras, ...lights).checks;
      const isClear = (from: Point, to: Point) =>
        !walls.some(({ a, b }) => segmentsTouch([from, to], [a, b]));
      const seen = (place: Point) =>
        cameras.filter(({ at, range }) => distanceBetween(at, place) <= (range ?? 0) && isClear(at, place));
      const luxAt = (place: Point) =>
        lights
          .filter(({ at, range }) => distanceBetween(at, place) <= (range ?? 0) && isClear(at, place))
          .reduce((sum, { at, range, illuminanceLux }) => {
            const far = distanceBetween(at, place);
            return sum + (illuminanceLux ?? 0) * ((range ?? 0) / far) ** 2;
          }, 0);
      const places = placesIn(5, 25, 0.2);
      const shareOf = (isIn: (place: Point) => boolean) => (100 * places.filter(isIn).length) / places.length;
      const byDay = shareOf((place) => seen(place).length >= minimumCameras);
      const byNight = shareOf((place) => {
        const lux = luxAt(place);
        return seen(place).filter(({ minimumLux }) => lux >= (minimumLux ?? 0)).length >= minimumCameras;
      });
      expect(Math.abs((day?.percent ?? 0) - byDay)).toBeLessThan(0.8);
      expect(Math.abs((night?.percent ?? 0) - byNight)).toBeLessThan(0.8);
      const worst = day?.worst;
      if (worst?.reason === 'uncovered')
        expect(
          isInRings(
            worst.at,
            day?.uncovered.rings ?? { coordinates: new Float64Array(), ends: new Uint32Array() },
          ),
        ).toBe(true);
    },
  );

  test('a camera or a light more never takes from a share, a camera more that is asked for never adds', () => {
    for (let seed = 0; seed < 5; seed++) {
      const { walls, cameras, lights } = scene(new Random(20_271_000 + seed));
      const shares = (fewer: number, lit: number, minimumCameras: number) => {
        const asked = zone({ ring: rectangle(5, 5, 25, 25), when: 'both', minimumCameras });
        return answerOf(asked, ...walls, ...cameras.slice(fewer), ...lights.slice(lit)).checks;
      };
      const all = shares(0, 0, 1);
      for (const less of [shares(1, 0, 1), shares(0, 1, 1), shares(0, 0, 2)])
        for (const [index, check] of less.entries())
          expect(check.percent).toBeLessThanOrEqual((all[index]?.percent ?? 0) + 0.001);
    }
  });
});
