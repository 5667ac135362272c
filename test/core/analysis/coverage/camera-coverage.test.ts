import { describe, expect, test } from 'vitest';
import type { CameraCoverage, Surface } from '../../../../core/analysis/coverage/camera-coverage.ts';
import { mountedPlace, opticsOf } from '../../../../core/analysis/coverage/camera-mounting.ts';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import { countedViews } from '../../../../core/analysis/image/counted-views.ts';
import { densityAt, isInPicture } from '../../../../core/analysis/image/density.ts';
import { levelRegion, pictureOnPlane } from '../../../../core/analysis/image/plane-region.ts';
import { floorStanding } from '../../../../core/analysis/scene/floor-standing.ts';
import type { StandingPiece } from '../../../../core/analysis/scene/standing-pieces.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { Point } from '../../../../core/geometry/point.ts';
import { isInRing, polygonArea } from '../../../../core/geometry/polygon.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { Random } from '../../../../core/reference/random.ts';
import { granted, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

type Camera = RecordOf<'camera'>;

const at = { x: 0, y: 0 };
const camera = record('camera', { at, height: 3, range: 40, tilt: 0.2618, state: 'existing' });

function coverageIn(plan: Plan, targetHeight: number, id = testId('camera')): CameraCoverage {
  const result = derive(plan, floorCoverage, {
    floor: siteFloor,
    states: 'proposed',
    targetHeight,
  }).cameras.get(id);
  if (!result) throw new Error('The camera is not among the cameras.');
  return granted(result);
}

const coverage = (targetHeight: number, ...records: readonly PlanRecord[]) =>
  coverageIn(testPlan(camera, ...records), targetHeight);

function ringsOf({ rings: { coordinates, ends } }: Surface): readonly (readonly Point[])[] {
  let start = 0;
  return Array.from(ends, (end) => {
    const ring: Point[] = [];
    for (let index = start; index < end; index += 2)
      ring.push({ x: coordinates[index] ?? NaN, y: coordinates[index + 1] ?? NaN });
    start = end;
    return ring;
  });
}

/** Rings of a surface do not cross: a place is on it when it is in an odd number of them. */
const isOn = (surface: Surface, place: Point): boolean =>
  ringsOf(surface).filter((ring) => isInRing(place, ring)).length % 2 === 1;

const levelOf = ({ levels }: CameraCoverage, key: string): Surface => {
  const found = levels.find((level) => level.key === key);
  if (!found) throw new Error(`There is no level ${key}.`);
  return found;
};

const viewsOf = (given: Camera) => granted(countedViews(opticsOf(given, given.at)));

describe('on open ground', () => {
  test('a camera sees its picture, and each level as far as its density reaches', () => {
    for (const targetHeight of [0, 1.7]) {
      const [view] = viewsOf(camera).views;
      if (!view) throw new Error('A camera without a view.');
      const seen = coverage(targetHeight);
      const picture = pictureOnPlane(view.view, targetHeight, 40).polygon;
      expect(seen.visible.area).toBeCloseTo(picture ? polygonArea(picture) : 0, 1);
      for (const [key, pixels] of [
        ['identify', 250],
        ['recognise', 125],
        ['observe', 62.5],
        ['detect', 25],
      ] as const) {
        const region = levelRegion(view.view, pixels, targetHeight, 'flat', 40).polygon;
        expect(levelOf(seen, key).area).toBeCloseTo(region ? polygonArea(region) : 0, 1);
      }
    }
  });

  test('it knows its dead zone and its far edge, and its model', () => {
    const { near, far, model, countedAs } = coverage(0);
    const vertical = 2 * Math.atan(3.132 / 5.6);
    expect(near).toBeCloseTo(3 / Math.tan(0.2618 + vertical / 2), 3);
    expect(far).toBeNull();
    expect({ model, countedAs }).toEqual({ model: 'flat', countedAs: 'picture' });
    const steep = coverageIn(testPlan({ ...camera, tilt: 0.8 }), 0);
    expect(steep.far).toBeCloseTo(3 / Math.tan(0.8 - vertical / 2), 3);
  });

  test('without a range what is seen goes on, what has a level does not', () => {
    const seen = coverageIn(testPlan({ ...camera, range: null }), 0);
    expect(seen.visible.area).toBeNull();
    for (const { area } of seen.levels) expect(area).not.toBeNull();
  });

  test('with a range beyond what is followed it goes on as well, also at a level that reaches so far', () => {
    const long = { ...camera, focalLengthMm: 200, tilt: 0 };
    for (const range of [null, 5000]) {
      const seen = coverageIn(testPlan({ ...long, range }), 1.7);
      expect([seen.visible.area, levelOf(seen, 'detect').area]).toEqual([null, null]);
      expect(levelOf(seen, 'observe').area).toBeGreaterThan(1000);
    }
    expect(coverageIn(testPlan({ ...long, range: 2000 }), 1.7).visible.area).toBeGreaterThan(1000);
  });

  test('one without any ground in its picture covers nothing', () => {
    const seen = coverageIn(testPlan({ ...camera, tilt: -1 }), 0);
    expect(seen.visible.area).toBe(0);
    expect(seen.levels.map(({ area }) => area)).toEqual([0, 0, 0, 0]);
    expect(seen.near).toBeNull();
  });
});

test('a camera with figures that none can have says which', () => {
  const plan = testPlan({ ...camera, fieldOfView: { horizontal: 1, vertical: 3.2 } });
  const result = derive(plan, floorCoverage, {
    floor: siteFloor,
    states: 'proposed',
    targetHeight: 0,
  }).cameras.get(camera.id);
  expect(result).toMatchObject({
    ok: false,
    error: { reason: 'flaw', flaw: { field: 'fieldOfView.vertical' } },
  });
});

/** Whether a line of sight meets a piece, by arithmetic of its own. */
function isHiddenBy(
  { a, b, low, high }: StandingPiece,
  from: Point & { z: number },
  to: Point & { z: number },
): boolean {
  const [dx, dy, ex, ey] = [to.x - from.x, to.y - from.y, b.x - a.x, b.y - a.y];
  const turn = dx * ey - dy * ex;
  if (turn === 0) return false;
  const along = ((a.x - from.x) * ey - (a.y - from.y) * ex) / turn;
  const beside = ((a.x - from.x) * dy - (a.y - from.y) * dx) / turn;
  if (along <= 0 || along >= 1 || beside < 0 || beside > 1) return false;
  const height = from.z + along * (to.z - from.z);
  return height > low && height < high;
}

const upTo = (most: number, random: () => number) => random() * most;

/** Walls, windows, fences and bodies around a camera in the middle. */
function randomScene(random: () => number): readonly PlanRecord[] {
  const place = () => ({ x: upTo(60, random) - 30, y: upTo(60, random) - 30 });
  const records: PlanRecord[] = [];
  for (let id = 1; id <= 5; id++) {
    records.push(
      record('wall', { id, a: place(), b: place(), height: random() < 0.4 ? null : 0.5 + upTo(4, random) }),
    );
    const type = (['window', 'passage', 'door'] as const)[Math.floor(upTo(3, random))] ?? 'door';
    records.push(
      record('opening', {
        id,
        wall: testId('wall', id),
        type,
        offset: 1 + upTo(2, random),
        width: 1,
        sill: upTo(1, random),
        height: 1 + random(),
      }),
    );
  }
  for (let id = 1; id <= 2; id++) {
    const type = id === 1 ? 'chain-link' : 'solid';
    records.push(
      record('fence', { id, type, height: 1 + upTo(2, random), path: [place(), place(), place()] }),
    );
    const corner = place();
    const side = 1 + upTo(4, random);
    const ring = [corner, { x: corner.x + side, y: corner.y }, { x: corner.x + side, y: corner.y + side }];
    records.push(record('obstacle', { id, ring, height: 0.5 + upTo(3, random) }));
  }
  return records;
}

type Judged = { readonly isFree: boolean; readonly density: number; readonly share: number };

/** What a line of sight from a camera says of places of a plane. */
function judgeOf(plan: Plan, looking: Camera, targetHeight: number): (place: Point) => Judged {
  const standing = [...derive(plan, floorStanding, { floor: siteFloor, states: 'proposed' }).values()];
  const pieces = standing.flatMap((each) => each.pieces);
  const solids = standing.flatMap(({ solid }) => solid ?? []);
  const [counted] = viewsOf(looking).views;
  if (!counted) throw new Error('A camera without a view.');
  const { view } = counted;
  const eye = { ...looking.at, z: looking.height };
  const bodies = solids.filter(({ height }) => height > targetHeight).map(({ rings: [ring = []] }) => ring);
  return (place) => {
    const target = { ...place, z: targetHeight };
    const isPictured = Math.hypot(place.x, place.y) <= 40 && isInPicture(view, target);
    const isOutside = bodies.every((ring) => !isInRing(place, ring));
    const between = pieces.filter((piece) => isHiddenBy(piece, eye, target));
    const isFree = isPictured && isOutside && between.every(({ substance }) => substance !== 'solid');
    const share = 0.7 ** between.filter(({ substance }) => substance === 'mesh').length;
    return { isFree, density: isFree ? share * densityAt(view, place, targetHeight, 'flat') : 0, share };
  };
}

/** What is so near to an edge that not all around it is judged alike is left to the millimetre. */
function isSettled(
  judge: (place: Point) => Judged,
  { x, y }: Point,
  is: (judged: Judged) => boolean,
): boolean {
  const corners = [0, 1, 2, 3].map((turn) => ({
    x: x + 0.003 * Math.cos(turn * 1.57),
    y: y + 0.003 * Math.sin(turn * 1.57),
  }));
  return corners.every((corner) => is(judge(corner)) === is(judge({ x, y })));
}

/** Compares a scene's coverage with lines of sight at 60 places; how many were seen, hidden and seen through mesh. */
function compared(scene: number, source: Random): { seen: number; hidden: number; dimmed: number } {
  const targetHeight = [0, 1, 1.7][scene % 3] ?? 0;
  const [height, tilt, direction] = [source.between(1, 6), source.between(0, 0.8), source.between(-3, 3)];
  const looking = { ...camera, height, tilt, direction, roll: scene % 4 === 0 ? 0.3 : 0 };
  const plan = testPlan(looking, ...randomScene(() => source.next()));
  const result = coverageIn(plan, targetHeight);
  const judge = judgeOf(plan, looking, targetHeight);
  const places = Array.from({ length: 60 }, () => ({
    x: source.between(-40, 40),
    y: source.between(-40, 40),
  }));
  const settled = places.filter((place) => isSettled(judge, place, ({ isFree }) => isFree));
  for (const place of settled)
    expect(isOn(result.visible, place), `scene ${scene} at ${place.x}, ${place.y}`).toBe(judge(place).isFree);
  for (const [key, pixels] of [
    ['recognise', 125],
    ['detect', 25],
  ] as const) {
    const isMet = ({ density }: Judged): boolean => density >= pixels;
    for (const place of settled.filter((each) => isSettled(judge, each, isMet)))
      expect(isOn(levelOf(result, key), place), `scene ${scene} at ${place.x}, ${place.y}, ${key}`).toBe(
        isMet(judge(place)),
      );
  }
  const free = settled.map(judge).filter(({ isFree }) => isFree);
  return {
    seen: free.length,
    hidden: settled.length - free.length,
    dimmed: free.filter(({ share }) => share < 1).length,
  };
}

describe('among walls, fences and bodies', () => {
  test('a place is covered exactly when a line of sight says so, at 100 random scenes', () => {
    const source = new Random(20_261_130);
    const counts = Array.from({ length: 100 }, (_, scene) => compared(scene, source));
    const sum = (of: 'seen' | 'hidden' | 'dimmed') => counts.reduce((all, each) => all + each[of], 0);
    expect(Math.min(sum('seen'), sum('hidden'))).toBeGreaterThan(300);
    expect(sum('dimmed')).toBeGreaterThan(30);
  });

  test('a body lower than the camera is not ground that is seen', () => {
    const ring = [
      { x: 5, y: -2 },
      { x: 9, y: -2 },
      { x: 9, y: 2 },
      { x: 5, y: 2 },
    ];
    const low = record('obstacle', { ring, height: 0.5 });
    const place = { x: 8.9, y: 0 };
    expect(isOn(coverage(0).visible, place)).toBe(true);
    expect(isOn(coverage(0, low).visible, place)).toBe(false);
    // What is higher than the body is seen over it.
    expect(isOn(coverage(1, low).visible, place)).toBe(true);
  });

  test('the yard of a low building is ground that is seen, in whatever direction its rings run', () => {
    const square = (half: number) => [
      { x: 10 - half, y: -half },
      { x: 10 + half, y: -half },
      { x: 10 + half, y: half },
      { x: 10 - half, y: half },
    ];
    for (const turned of [false, true]) {
      const [ring, yard] = [square(6), square(3)].map((each) => (turned ? each.toReversed() : each));
      const building = record('building', { ring: ring ?? [], holes: [yard ?? []], height: 0.5 });
      const { visible } = coverage(0, building);
      expect(isOn(visible, { x: 12.5, y: 0 })).toBe(true);
      expect(isOn(visible, { x: 14, y: 0 })).toBe(false);
    }
  });

  test('opening a door never takes from what is seen, a further wall never adds', () => {
    const wall = record('wall', { a: { x: 6, y: -8 }, b: { x: 6, y: 8 } });
    const door = record('opening', { offset: 8, width: 1 });
    const [none, shut, open] = [
      coverage(0, wall).visible.area ?? 0,
      coverage(0, wall, door).visible.area ?? 0,
      coverage(0, wall, { ...door, open: true }).visible.area ?? 0,
    ];
    expect(shut).toBe(none);
    expect(open).toBeGreaterThan(shut + 10);
    expect(coverage(0).visible.area).toBeGreaterThan(open);
  });

  test('what is to be removed hides nothing in the proposal', () => {
    const wall = record('wall', { a: { x: 6, y: -8 }, b: { x: 6, y: 8 }, state: 'removed' });
    const plan = testPlan(camera, wall);
    const area = (states: 'today' | 'proposed') =>
      granted(
        derive(plan, floorCoverage, { floor: siteFloor, states, targetHeight: 0 }).cameras.get(camera.id) ?? {
          ok: false,
          error: 'none',
        },
      ).visible.area ?? 0;
    expect(area('proposed')).toBeCloseTo(coverage(0).visible.area ?? 0, 6);
    expect(area('today')).toBeLessThan(area('proposed') / 2);
  });
});

describe('a camera that is mounted', () => {
  const wall = record('wall', { a: { x: 0, y: -10 }, b: { x: 0, y: 10 }, thickness: 0.3 });
  const on = (fields: Partial<Camera>): Camera => ({ ...camera, mountedOn: wall.id, ...fields });

  test('on a wall looks from its face on the side that it looks to', () => {
    for (const x of [0, -0.15]) {
      expect(mountedPlace(on({ at: { x, y: 2 } }), wall)).toEqual({ at: { x: 0, y: 2 }, mount: 0 });
      const area = coverageIn(testPlan(wall, on({ at: { x, y: 0 } })), 0).visible.area ?? 0;
      expect(area).toBeCloseTo(coverage(0).visible.area ?? 0, 0);
    }
    expect(mountedPlace(on({ at: { x: 0.1, y: 2 } }), wall)).toEqual({ at: { x: 0.1, y: 2 }, mount: null });
    const back = on({ at: { x: 0.1, y: 2 }, direction: Math.PI });
    expect(mountedPlace(back, wall).at).toEqual({ x: 0, y: 2 });
    expect(Math.abs(mountedPlace(back, wall).mount ?? 0)).toBeCloseTo(Math.PI, 9);
  });

  test('on a wall that it looks along stays on its side', () => {
    const along = { direction: 1.570796 };
    expect(mountedPlace(on({ at: { x: -0.1, y: 0 }, ...along }), wall)).toEqual({
      at: { x: -0.1, y: 0 },
      mount: null,
    });
    expect(mountedPlace(on({ at: { x: 0, y: 0 }, ...along }), wall).mount).not.toBeNull();
  });

  test('on a wall that is gone looks from its place', () => {
    const gone = { ...wall, state: 'removed' as const };
    const seen = coverageIn(testPlan(gone, on({ at: { x: -0.15, y: 0 } })), 0);
    const [first] = ringsOf(seen.visible);
    const left = Math.min(...(first ?? []).map(({ x }) => x));
    const beside = ringsOf(coverage(0).visible)[0] ?? [];
    expect(left).toBeCloseTo(Math.min(...beside.map(({ x }) => x)) - 0.15, 3);
  });

  test('on an arm far from its host looks from where it is, and so does one that names none', () => {
    expect(mountedPlace(on({ at: { x: -0.6, y: 2 } }), wall)).toEqual({ at: { x: -0.6, y: 2 }, mount: null });
    expect(mountedPlace(on({ at: { x: 0, y: 2 } }), undefined)).toEqual({ at: { x: 0, y: 2 }, mount: null });
  });

  test('on a building looks out of it', () => {
    const ring = [
      { x: -20, y: -5 },
      { x: 0, y: -5 },
      { x: 0, y: 5 },
      { x: -20, y: 5 },
    ];
    const building = record('building', { ring });
    const mounted = on({ at: { x: -0.05, y: 0 }, mountedOn: building.id });
    expect(mountedPlace(mounted, building)).toEqual({ at: { x: 0, y: 0 }, mount: 0 });
    const seen = coverageIn(testPlan(building, mounted), 0);
    expect(seen.visible.area).toBeCloseTo(coverage(0).visible.area ?? 0, 0);
    // In the middle of the building there is nothing to be seen of the yard.
    const inside = coverageIn(testPlan(building, on({ at: { x: -10, y: 0 }, mountedOn: building.id })), 0);
    expect(isOn(inside.visible, { x: 5, y: 0 })).toBe(false);
  });
});
