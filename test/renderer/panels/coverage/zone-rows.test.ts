import { describe, expect, test } from 'vitest';
import { type FloorZones, floorZones } from '../../../../core/analysis/zones/floor-zones.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import type { FloorAnswer, ZonesStatus } from '../../../../renderer/editor/zones-watch.ts';
import { answerText } from '../../../../renderer/panels/coverage/Answer.tsx';
import { failureRows, weakestSentence } from '../../../../renderer/panels/coverage/failure-rows.ts';
import { sharesText, zoneColumns } from '../../../../renderer/panels/coverage/zone-columns.tsx';
import { isFailing, zoneCounts, zoneRow, zoneRows } from '../../../../renderer/panels/coverage/zone-rows.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

type Fields<K extends 'camera' | 'coverageZone'> = Partial<Omit<RecordOf<K>, 'id'>> & {
  readonly id?: number;
};

const square = (left: number) => [
  { x: left, y: 0 },
  { x: left + 10, y: 0 },
  { x: left + 10, y: 10 },
  { x: left, y: 10 },
];
const zone = (fields: Fields<'coverageZone'> = {}) =>
  record('coverageZone', { tag: `Z-${fields.id ?? 1}`, ring: square(0), level: 'detect', ...fields });
/** Sees all round, as far as its range. */
const camera = (fields: Fields<'camera'> = {}) =>
  record('camera', {
    tag: `C-${fields.id ?? 1}`,
    type: 'panoramic',
    fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
    tilt: Math.PI / 2,
    widthPx: 100_000,
    range: 30,
    ...fields,
  });

const key = { floor: siteFloor, states: 'proposed', targetHeight: null } as const;
const zonesOf = (plan: Plan): FloorZones => derive(plan, floorZones, key);
const statusOf = (plan: Plan, state: FloorAnswer['state'] = 'current'): ZonesStatus => ({
  states: 'proposed',
  floors: new Map([[siteFloor, { state, zones: zonesOf(plan), message: 'Out of memory.' } as FloorAnswer]]),
});
const rowsOf = (...records: readonly PlanRecord[]) => {
  const plan = testPlan(...records);
  return zoneRows(plan, statusOf(plan), siteFloor);
};

describe('the rows of zones', () => {
  test('hold zones by their tags, with what there is to say of each', () => {
    const { rows, leftOut } = rowsOf(
      camera({ minimumLux: null, infraredRange: null }),
      zone({ id: 2, order: 2, name: 'Gate', when: 'night' }),
      zone({ id: 1, order: 1, tag: null, ring: square(0) }),
      zone({ id: 3, order: 3, state: 'removed' }),
      zone({ id: 4, order: 4, floor: testId('floor', 9), state: 'existing' }),
    );
    expect(leftOut).toBe(1);
    expect(rows.map(({ title }) => title)).toEqual(['Z-2 Gate', '100 m²']);
    expect(rows.map(isFailing)).toEqual([true, false]);
    expect(rows.map(answerText)).toEqual(['0 % of 95 % by night', '100 % of 95 %']);
    expect(rows[0]?.remarks).toEqual([
      'By night without C-1: neither the least light nor the range of its own infrared light is known.',
    ]);
  });

  test('say why there is no answer, which is no pass', () => {
    const crossing = [
      { x: 0, y: 0 },
      { x: 10, y: 10 },
      { x: 10, y: 0 },
      { x: 0, y: 10 },
    ];
    const { rows } = rowsOf(camera(), zone({ ring: crossing }), zone({ id: 2, level: 'frisk' }));
    expect(rows.map(answerText)).toEqual([
      'The outline of the zone crosses itself.',
      'The level profile of the plan has no such level.',
    ]);
    expect(rows.map(isFailing)).toEqual([true, true]);
    expect(rows.map(({ level }) => level)).toEqual(['Detect', 'frisk']);
  });

  test('name the cameras with their shares, and the light that decides', () => {
    const { rows } = rowsOf(
      camera({ infraredRange: 5 }),
      camera({ id: 2, at: { x: 10, y: 10 }, range: 5, minimumLux: 0 }),
      zone({ when: 'both', minimumPercent: 50 }),
    );
    const [row] = rows;
    const plan = testPlan(camera(), camera({ id: 2 }));
    expect(row && answerText(row)).toMatch(/^39\.\d % of 50 % by night$/);
    expect(row && sharesText(plan, row)).toMatch(/^C-[12] 19\.6 %, C-[12] 19\.6 %$/);
    const [blind] = rowsOf(zone()).rows;
    expect(blind && sharesText(plan, blind)).toBe('none');
  });

  test('sort by figures, what fails first', () => {
    const { rows } = rowsOf(
      camera({ range: 5 }),
      zone({ id: 1, minimumPercent: 10 }),
      zone({ id: 2, minimumPercent: 90 }),
      zone({ id: 3, level: 'frisk' }),
      zone({ id: 4, ring: square(200), minimumPercent: 20 }),
      zone({ id: 5, minimumPercent: 19 }),
    );
    const answer = zoneColumns(testPlan(), 'm').find(({ id }) => id === 'answer');
    const sorted = rows.toSorted((one, other) => answer?.compare?.(one, other) ?? 0);
    expect(sorted.map(({ title }) => title)).toEqual(['Z-3', 'Z-2', 'Z-4', 'Z-5', 'Z-1']);
  });

  test('are counted once all are those of the plan', () => {
    const plan = testPlan(camera(), zone(), zone({ id: 2, ring: square(200) }));
    expect(zoneCounts(statusOf(plan))).toEqual({ all: 2, failing: 1 });
    expect(zoneCounts(statusOf(plan, 'computing'))).toBeNull();
    expect(zoneCounts(statusOf(plan, 'failed'))).toBeNull();
    expect(zoneRow(plan, statusOf(plan, 'computing'), zone())?.state).toBe('computing');
  });
});

describe('one camera fails', () => {
  const sentenceOf = (...records: readonly PlanRecord[]) => {
    const plan = testPlan(...records);
    return weakestSentence(plan, zonesOf(plan));
  };

  test('each camera has what is left of each zone without it, the weakest first', () => {
    const plan = testPlan(
      camera({ id: 1, range: 5 }),
      camera({ id: 2, at: { x: 200, y: 0 } }),
      camera({ id: 3, at: { x: 500, y: 5 }, range: 5 }),
      zone({ id: 1, minimumPercent: 90 }),
      zone({ id: 2, ring: square(200) }),
      zone({ id: 3, ring: square(500), minimumPercent: 10 }),
      camera({ id: 4, at: { x: 500, y: 5 }, range: 5 }),
    );
    const rows = failureRows(plan, zonesOf(plan));
    expect(rows.map(({ cameraTitle, zoneTitle, effect }) => [cameraTitle, zoneTitle, effect])).toEqual([
      ['C-2', 'Z-2', 'fails'],
      ['C-1', 'Z-1', 'fails-anyway'],
      ['C-3', '', 'nothing'],
      ['C-4', '', 'nothing'],
    ]);
    expect(rows[0]?.figures).toEqual({ minimum: 95, all: 100, without: 0 });
    expect(rows[0]?.lost).toBeCloseTo(100, 3);
    expect(rows[2]?.figures).toBeNull();
  });

  test('a zone that keeps what it asks for still passes', () => {
    const plan = testPlan(
      camera({ range: 5 }),
      camera({ id: 2, at: { x: 10, y: 10 }, range: 9 }),
      zone({ minimumPercent: 20 }),
    );
    expect(failureRows(plan, zonesOf(plan)).map(({ cameraTitle, effect }) => [cameraTitle, effect])).toEqual([
      ['C-2', 'fails'],
      ['C-1', 'holds'],
    ]);
  });

  test('cameras that are no longer in the plan are left out', () => {
    const plan = testPlan(camera(), zone());
    expect(failureRows(testPlan(zone()), zonesOf(plan))).toEqual([]);
    expect(failureRows(testPlan(camera()), zonesOf(plan))).toEqual([]);
  });

  test('the weakest is named in a sentence', () => {
    expect(sentenceOf(camera())).toBeNull();
    expect(sentenceOf(zone())).toBe('No camera covers any part of a zone as it asks.');
    expect(sentenceOf(camera(), zone())).toBe(
      'Weakest single failure: without C-1 a zone that passes fails: Z-1 keeps 0 % of 95 %.',
    );
    expect(sentenceOf(camera(), zone(), zone({ id: 2 }))).toBe(
      'Weakest single failure: without C-1 2 zones that pass fail: Z-1 keeps 0 % of 95 %, Z-2 keeps 0 % of 95 %.',
    );
    expect(sentenceOf(camera(), camera({ id: 2 }), zone())).toBe(
      'Whichever single camera fails, no zone that passes fails. No zone loses anything.',
    );
    expect(sentenceOf(camera({ range: 5 }), zone())).toMatch(
      /^No zone passes even with all cameras\. Weakest single failure: without C-1, by which 19\.6 m² are lost: Z-1 keeps 0 % of 95 %\.$/,
    );
    expect(sentenceOf(camera(), zone(), record('floor', { id: 2, name: 'Upper', order: 2 }))).toContain(
      'without C-1 on Site a zone',
    );
  });
});
