import { describe, expect, test } from 'vitest';
import { floorStanding } from '../../../../core/analysis/scene/floor-standing.ts';
import {
  type DetectorSensing,
  FloorSensing,
  floorSensing,
  type Sensing,
} from '../../../../core/analysis/sensing/floor-sensing.ts';
import { placesOfRings } from '../../../../core/analysis/sensing/sensed-area.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { inputRecords } from '../../../../core/derive/input-records.ts';
import { polygonArea } from '../../../../core/geometry/polygon.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { IdOf, PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import { sensorTypes } from '../../../../core/plan/kinds/sensor.ts';
import { inOrder, type Plan } from '../../../../core/plan/plan.ts';
import { Random } from '../../../../core/reference/random.ts';
import { type Given, granted, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const at = (x: number, y: number) => ({ x, y });
const key = { floor: siteFloor, states: 'proposed' } as const;

/** A detector at the origin that looks along x, a quarter turn wide and ten metres far. */
const detector = (rest: Given<'sensor'> = {}) =>
  record('sensor', { at: at(0, 0), range: 10, angle: Math.PI / 2, ...rest });
const FREE = 25 * Math.PI;

const sensing = (plan: Plan, sensor: RecordOf<'sensor'>): Sensing | null =>
  derive(plan, floorSensing, key).of(sensor);

function reached(sensor: RecordOf<'sensor'>, ...records: readonly PlanRecord[]): DetectorSensing {
  const found = sensing(testPlan(...records), sensor);
  const value = found && granted(found);
  if (value?.shape !== 'area') throw new Error('No area.');
  return value;
}

/** A wall across the whole view, five metres ahead. */
const across = (rest: Given<'wall'> = {}) => record('wall', { a: at(5, -20), b: at(5, 20), ...rest });
const inIt = (rest: Given<'opening'>) =>
  record('opening', { offset: 20, width: 1, height: 2.1, sill: 0, ...rest });

describe('what a detector reaches', () => {
  test('is all of its sector where nothing stands', () => {
    const free = reached(detector());
    expect(free.free).toBeCloseTo(FREE, 4);
    expect(free.area).toBeCloseTo(FREE, 2);
    expect(free).toMatchObject({ weakened: 0, cutBy: [], weakenedBy: [] });
    expect(reached(detector({ angle: 6.283185 })).free).toBeCloseTo(100 * Math.PI, 3);
    expect(reached(detector({ angle: null })).area).toBeCloseTo(100 * Math.PI, 2);
  });

  test.each(['opaque', 'glass'] as const)('ends at a wall that is %s: glass stops warmth', (material) => {
    const cut = reached(detector(), across({ material }));
    expect(cut.area).toBeCloseTo(25, 4);
    expect(cut.free).toBeCloseTo(FREE, 4);
    expect(cut.cutBy).toEqual([testId('wall')]);
  });

  test('goes through a door that is open, and not through a closed one or a window', () => {
    // Between two rays a metre apart at the wall: a narrow sector less its triangle before the wall.
    const beyond = 100 * Math.atan(0.1) - 2.5;
    expect(reached(detector(), across(), inIt({ open: true })).area).toBeCloseTo(25 + beyond, 2);
    expect(reached(detector(), across(), inIt({ type: 'passage' })).area).toBeCloseTo(25 + beyond, 2);
    expect(reached(detector(), across(), inIt({ open: false })).area).toBeCloseTo(25, 4);
    expect(reached(detector(), across(), inIt({ type: 'window', sill: 0.9, height: 1.2 })).area).toBeCloseTo(
      25,
      4,
    );
  });

  test('of the floor ends at a lintel that is low enough', () => {
    // From 2.2 m under an edge at 1.4 m the floor is reached to 2.2 / 0.8 times as far: all of ten metres.
    const under = reached(detector(), across(), inIt({ open: true, height: 1.4 }));
    expect(under.area).toBeCloseTo(25 + 100 * Math.atan(0.1) - 2.5, 2);
    // At 0.7 m to 22 / 15 times as far: a strip of 7.33 m.
    const lower = reached(detector(), across(), inIt({ open: true, height: 0.7 }));
    expect(lower.area).toBeCloseTo(25 + ((22 / 3) ** 2 - 25) * 0.1, 4);
    expect(lower.cutBy).toEqual([testId('wall')]);
  });

  test('lies on both sides of what is lower than it, less a strip behind', () => {
    const low = reached(detector(), across({ height: 0.55 }));
    // Hidden from 5 m to 5 × 2.2 / 1.65 m.
    expect(low.area).toBeCloseTo(FREE - ((20 / 3) ** 2 - 25), 2);
    expect(low.cutBy).toEqual([testId('wall')]);
  });

  test('is weakened by mesh, not cut', () => {
    const fence = record('fence', { path: [at(5, -20), at(5, 20)], height: 3 });
    const through = reached(detector(), fence);
    expect(through.area).toBeCloseTo(FREE, 2);
    expect(through.weakened).toBeCloseTo(FREE - 25, 2);
    expect(through).toMatchObject({ cutBy: [], weakenedBy: [fence.id] });
    const areas = placesOfRings(through.rings).map((ring) => polygonArea({ ring, holes: [] }));
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(FREE, 2);
  });

  test('names what it ends at, not what is hidden by that', () => {
    const behind = record('wall', { id: 2, a: at(7, -20), b: at(7, 20) });
    const beside = record('wall', { id: 3, a: at(-1, -20), b: at(-1, 20) });
    const cut = reached(detector(), across(), behind, beside);
    expect(cut.cutBy).toEqual([testId('wall')]);
    expect(reached(detector(), behind, across({ a: at(5, 0) })).cutBy).toEqual([testId('wall'), behind.id]);
  });

  test('ends at what is high, also where what is lower hides its foot', () => {
    // The low wall hides from 3 m to 3 × 2.2 / 0.2 m: beyond the high one, which ends what comes after 10 m.
    const low = record('wall', { id: 2, a: at(3, -1), b: at(3, 1), height: 1.5 });
    const high = record('wall', { a: at(5, -2), b: at(5, 2) });
    const cut = reached(detector({ range: 20 }), low, high);
    expect(cut.cutBy).toEqual([testId('wall'), low.id]);
  });

  test('is not said to be cut by what takes less of it than is shown', () => {
    const tip = reached(detector(), record('wall', { a: at(9.99, -0.5), b: at(9.99, 0.5) }));
    expect(tip.free - tip.area).toBeGreaterThan(0.001);
    expect(tip.cutBy).toEqual([]);
  });

  test('is not known among what is no number, and so it is said', () => {
    const broken = { ...detector(), direction: Number.NaN };
    expect(sensing(testPlan(), broken)).toEqual({ ok: false, error: 'not-a-number' });
  });
});

test('of every type what it watches: a surface, a line, or nothing that could be stopped', () => {
  const shapes = sensorTypes.map((type) => {
    const path = [at(0, 0), at(10, 0)];
    const found = [detector({ type }), record('sensor', { type, at: null, path })].map((sensor) =>
      sensing(testPlan(), sensor),
    );
    return [type, ...found.map((each) => each && granted(each).shape)];
  });
  expect(shapes.filter(([, place, line]) => place !== null || line !== null)).toEqual([
    ['motion', 'area', null],
    ['curtain', 'area', null],
    ['ceiling', 'area', null],
    ['radar', 'area', null],
    ['beam', null, 'line'],
  ]);
  expect(sensing(testPlan(), detector({ range: null }))).toBeNull();
});

test('a sensor watches from its own height where that is known', () => {
  const low = record('wall', { a: at(3, -20), b: at(3, 20), height: 1.5 });
  const area = (height: number | null) => {
    const found = sensing(testPlan(low), detector({ height, at: at(0, 0), range: 8, angle: null }));
    return found?.ok && found.value.shape === 'area' ? found.value.area : 0;
  };
  expect(area(null)).toBeCloseTo(area(2.2), 6);
  expect(area(6)).toBeGreaterThan(area(2.2) + 1);
  const crossed = (height: number | null) => {
    const beam = record('sensor', { type: 'beam', at: null, path: [at(0, 0), at(10, 0)], height });
    const found = sensing(testPlan(low), beam);
    return found?.ok && found.value.shape === 'line' ? found.value.crossedBy.length : -1;
  };
  expect([crossed(null), crossed(1.4), crossed(1.6)]).toEqual([1, 1, 0]);
});

test('radar goes through glass, warmth does not', () => {
  const glass = record('wall', { a: at(3, -20), b: at(3, 20), material: 'glass' });
  const areas = (['motion', 'radar'] as const).map((type) => {
    const found = sensing(testPlan(glass), detector({ type, at: at(0, 0), range: 8, angle: null }));
    return found?.ok && found.value.shape === 'area' ? found.value.area : 0;
  });
  expect(areas[1]).toBeGreaterThan((areas[0] ?? 0) + 10);
});

/** Walls, some of them low, of glass or mesh, around a detector. */
function walls(random: Random, count: number): readonly RecordOf<'wall'>[] {
  const place = () =>
    at(Math.round(random.between(-9, 9) * 1000) / 1000, Math.round(random.between(-9, 9) * 1000) / 1000);
  return Array.from({ length: count }, (_, index) =>
    record('wall', {
      id: index + 1,
      a: place(),
      b: place(),
      height: [null, null, 0.6, 1.5, 3][random.below(5)] ?? null,
      material: (['opaque', 'opaque', 'glass', 'mesh'] as const)[random.below(4)] ?? 'opaque',
    }),
  );
}

test('over random walls no wall adds area, and what is named is all that matters', () => {
  const random = new Random(20_261_130);
  let cut = 0;
  for (let round = 0; round < 120; round++) {
    const sensor = detector({ direction: random.between(-3, 3), angle: random.between(0.2, 2 * Math.PI) });
    const all = walls(random, 2 + random.below(6));
    const [without, having] = [reached(sensor, ...all.slice(1)), reached(sensor, ...all)];
    expect(having.area).toBeLessThan(without.area + 1e-3);
    expect(having.area).toBeLessThan(having.free + 1e-2);
    const named = new Set<string>([...having.cutBy, ...having.weakenedBy]);
    const enough = reached(sensor, ...all.filter(({ id }) => named.has(id)));
    const isCut = having.cutBy.length > 0;
    expect(enough.area).toBeCloseTo(having.area, isCut ? 3 : 1);
    expect(enough.weakened).toBeCloseTo(having.weakened, isCut ? 3 : 1);
    if (isCut) cut += 1;
    else expect(having.area).toBeCloseTo(having.free, 1);
  }
  expect(cut).toBeGreaterThan(60);
}, 60_000);

describe('an edit', () => {
  const plan = testPlan(across(), record('wall', { id: 2, a: at(100, 0), b: at(110, 0) }));
  const having = (before: Plan, ...records: readonly PlanRecord[]) =>
    applyDiff(
      before,
      edit(before, (draft) => void records.map((each) => draft.put(each))),
    );

  test('out of reach leaves the very same answer; one in reach and its undo', () => {
    const sensor = detector();
    const before = sensing(plan, sensor);
    const away = having(plan, record('wall', { id: 3, a: at(90, 0), b: at(90, 9) }));
    expect(sensing(away, { ...sensor, notes: 'seen' })).toBe(before);
    const door = having(plan, inIt({ open: true }));
    expect(sensing(door, sensor)).not.toEqual(before);
    const undone = applyDiff(
      door,
      edit(door, (draft) => draft.remove(testId('opening'))),
    );
    expect(sensing(undone, sensor)).toBe(before);
    expect(sensing(plan, { ...sensor, range: 9 })).not.toEqual(before);
  });

  test('over random edits leads to what is computed from nothing', () => {
    let cut = 0;
    for (const { steps } of walksOf(20_261_132, { count: 6, length: 50 }))
      for (const { after } of steps) for (const { id } of inOrder(after, 'floor')) cut += compared(after, id);
    expect(cut).toBeGreaterThan(50);
  }, 60_000);

  /** Compares what detectors all over a floor reach; how many of them are cut. */
  function compared(after: Plan, floor: IdOf<'floor'>): number {
    const asked = { floor, states: 'proposed' } as const;
    const given = inputRecords(after, floorSensing.inputs(asked));
    const fresh = FloorSensing.of(floorStanding.compute(given, asked));
    const followed = derive(after, floorSensing, asked);
    const sensors = [0, 8, 16].map((x) => detector({ at: at(x, 4), angle: null }));
    const found = sensors.map((sensor) => areaOf(followed.of(sensor)));
    expect(found).toEqual(sensors.map((sensor) => areaOf(fresh.of(sensor))));
    return found.filter((area) => area < 100 * Math.PI - 1).length;
  }

  const areaOf = (found: Sensing | null) =>
    found?.ok && found.value.shape === 'area' ? found.value.area : -1;
});

test('among very many records is computed over the whole floor, to the same', () => {
  const crowd = Array.from({ length: 400 }, (_, index) => {
    const y = -9 + (18 * index) / 400;
    return record('wall', { id: 10 + index, a: at(-2, y), b: at(-2, y + 0.04) });
  });
  const cut = reached(detector(), across(), ...crowd);
  expect(cut.area).toBeCloseTo(25, 4);
  expect(cut.cutBy).toEqual([testId('wall')]);
});
