import { describe, expect, test } from 'vitest';
import type { Advice } from '../../../../core/analysis/advice/advise.ts';
import {
  type AdviceChoice,
  adviceQuestion,
  carriesCameras,
  fieldsOfProposed,
} from '../../../../core/analysis/advice/ask-advice.ts';
import { floorZones } from '../../../../core/analysis/zones/floor-zones.ts';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import { cameraFieldsOf } from '../../../../core/catalogue/cameras/camera-fields.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { addRecord } from '../../../../core/operations/add-record.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { advised } from '../../../support/advice.ts';
import { granted, record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { at } from '../../../support/sight.ts';

const [first] = granted(bundledCameras());
if (!first) throw new Error('The catalogue has no camera.');
const lens = cameraFieldsOf(first).fields;

const zone = record('coverageZone', {
  ring: [at(4, 4), at(16, 4), at(16, 10), at(4, 10)],
  level: 'recognise',
  targetHeight: 1,
  minimumPercent: 80,
});

const corners = [at(2, 2), at(18, 2), at(18, 12), at(2, 12)];
const walls = corners.map((a, index) =>
  record('wall', { id: index + 1, a, b: corners[(index + 1) % 4] ?? a, height: 3.5 }),
);

const choice = (rest: Partial<AdviceChoice> = {}): AdviceChoice => ({
  zone: zone.id,
  lens,
  height: 3,
  on: ['wall'],
  paths: [],
  percent: 80,
  most: 12,
  ...rest,
});

const planOf = (...records: readonly PlanRecord[]): Plan => testPlan(zone, ...records);
const asked = (plan: Plan, rest: Partial<AdviceChoice> = {}) => granted(adviceQuestion(plan, choice(rest)));
const lines = (plan: Plan, rest: Partial<AdviceChoice> = {}) => asked(plan, rest).question.places.lines;

function accepted(plan: Plan, advice: Advice, rest: Partial<AdviceChoice> = {}): Plan {
  return advice.cameras.reduce((before, camera, index) => {
    const fields = fieldsOfProposed(before, choice(rest), camera);
    const layer = zone.layer;
    const added = addRecord(before, 'camera', {
      ...fields,
      layer,
      tag: null,
      id: testId('camera', 50 + index),
    });
    return applyDiff(before, granted(added));
  }, plan);
}

function percentOf(plan: Plan): number {
  const result = derive(plan, floorZones, { floor: siteFloor, states: 'proposed', targetHeight: null }).get(
    zone.id,
  );
  if (!result?.ok) throw new Error('The zone has no answer.');
  return result.percent;
}

describe('what is accepted covers what was promised', () => {
  test('on the faces of walls', { timeout: 60_000 }, () => {
    const plan = planOf(...walls);
    const advice = granted(advised(asked(plan).question).answer);
    expect(advice.isEnough).toBe(true);
    const after = accepted(plan, advice);
    expect(percentOf(after)).toBeCloseTo(advice.percent, 1);
    for (const camera of after.tables.camera.values()) {
      expect(camera.mountedOn).toMatch(/^wall:/);
      expect(camera.state).toBe('proposed');
      expect(camera.height).toBe(3);
    }
    // Those that are there count: nothing more is needed.
    const again = granted(advised(asked(after).question).answer);
    expect(again.cameras).toEqual([]);
    expect(again.percentBefore).toBeCloseTo(advice.percent, 1);
  });

  test('on the faces of a building, and of walls drawn along one of their faces', () => {
    const building = record('building', { ring: [at(2, 12), at(18, 12), at(18, 20), at(2, 20)], height: 6 });
    const aside = record('wall', { a: at(2, 2), b: at(18, 2), alignment: 'right', height: 3.5 });
    const plan = planOf(building, aside);
    const advice = granted(advised(asked(plan).question).answer);
    expect(advice.percent).toBeGreaterThan(60);
    const after = accepted(plan, advice);
    expect(percentOf(after)).toBeCloseTo(advice.percent, 1);
    const hosts = [...after.tables.camera.values()].map(({ mountedOn }) => mountedOn);
    expect(hosts).not.toContain(null);
  });

  test('on poles and along a fence', () => {
    const pole = record('light', { id: 1, at: at(10, 11.5), type: 'pole', height: 6 });
    const fence = record('fence', { path: [at(2, 3), at(18, 3)], height: 2 });
    const plan = planOf(pole, fence);
    const rest = { on: ['pole'], paths: [fence.id] } as const;
    const advice = granted(advised(asked(plan, rest).question).answer);
    const after = accepted(plan, advice, rest);
    expect(percentOf(after)).toBeCloseTo(advice.percent, 1);
    expect([...after.tables.camera.values()].every(({ mountedOn }) => mountedOn === null)).toBe(true);
  });
});

describe('where cameras may be', () => {
  test('walls that meet have faces inside and outside, and none between', () => {
    const faces = lines(planOf(...walls));
    expect(faces.map(({ on, closed, points }) => [on, closed, points.length])).toEqual([
      ['wall', true, expect.any(Number)],
      ['wall', true, expect.any(Number)],
    ]);
  });

  test('what is lower than the camera carries none, and is counted', () => {
    const low = record('wall', { a: at(2, 2), b: at(18, 2), height: 2 });
    const pole = record('light', { at: at(10, 11.5), type: 'pole', height: 2.5 });
    const { question, tooLow } = asked(planOf(low, pole), { on: ['wall', 'pole'] });
    expect(question.places.lines).toEqual([]);
    expect(tooLow).toBe(2);
    expect(asked(planOf(low, pole), { on: ['wall', 'pole'], height: 1.9 }).tooLow).toBe(0);
  });

  test('only what is asked for, on the floor of the zone, and there when all is as proposed', () => {
    const lamp = (index: number, fields: Partial<Omit<RecordOf<'light'>, 'id'>>) =>
      record('light', { id: index, at: at(10, 11), type: 'pole', height: 6, ...fields });
    const plan = planOf(
      ...walls,
      lamp(1, {}),
      lamp(2, { type: 'wall' }),
      lamp(3, { state: 'removed' }),
      lamp(4, { at: at(5000, 11) }),
    );
    expect(lines(plan, { on: ['pole'] })).toEqual([{ on: 'pole', points: [at(10, 11)], closed: false }]);
    expect(lines(plan, { on: [] })).toEqual([]);
  });

  test('paths are those of the records that are named', () => {
    const fence = record('fence', { path: [at(2, 3), at(18, 3), at(18, 9)], closed: true });
    const plan = planOf(fence);
    expect(lines(plan, { on: [], paths: [fence.id, zone.id] })).toEqual([
      { on: 'line', points: fence.path, closed: true },
    ]);
    expect([fence.id, zone.id].map((id) => carriesCameras(plan, id))).toEqual([true, false]);
  });
});

test('the question is that of the zone and of the plan', () => {
  const twice = { ...zone, minimumCameras: 2 };
  const { question } = granted(adviceQuestion(testPlan(twice, ...walls), choice()));
  expect(question).toMatchObject({
    pixelsPerMetre: 125,
    targetHeight: 1,
    atLeast: 2,
    height: 3,
    percent: 80,
  });
});

test.each([
  ['crosses-itself', { ring: [at(4, 4), at(16, 10), at(16, 4), at(4, 10)] }],
  ['no-such-level', { level: 'unheard-of' }],
  ['nothing-open', { state: 'removed' as const }],
])('a zone is refused: %s', (reason, fields) => {
  const result = adviceQuestion(testPlan({ ...zone, ...fields }, ...walls), choice());
  expect(result).toEqual({ ok: false, error: reason });
});
