import { expect, test } from 'vitest';
import { readClipboard, writeClipboard } from '../../../core/codec/clipboard.ts';
import { writeSchedule } from '../../../core/codec/csv.ts';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { decodePlan, encodePlan } from '../../../core/codec/plan-file.ts';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { insertFragment } from '../../../core/operations/fragment/insert-fragment.ts';
import { applyDiff, samePlan, sameRecord } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { allRecords, getRecord, isPlaced, kinds, type Plan } from '../../../core/plan/plan.ts';
import { boundsOf } from '../../../core/plan/shape.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { firstLayer, granted, idSource, siteFloor, testPlan } from '../../support/plan-builder.ts';
import { walksOf } from '../../support/random/walks.ts';

const plans = walksOf(20_261_126, { count: 25, length: 160 }).map(({ end }) => end);
const newId = () => '00000000-0000-4000-8000-0000000000ff';

test('the random plans have every kind of record', () => {
  expect(kinds.filter((kind) => plans.every(({ tables }) => tables[kind].size === 0))).toEqual([]);
});

test('every plan comes back equal from its file', () => {
  for (const plan of plans) {
    const parcel = {
      planId: 'p',
      planName: 'Plan',
      siteId: 's',
      siteName: 'Site',
      plan,
      attachments: new Map(),
    };
    expect(samePlan(granted(decodePlan(encodePlan(parcel, '0.1.0'))).plan, plan)).toBe(true);
  }
});

test('every plan comes back equal from its GeoJSON', () => {
  for (const plan of plans) {
    const { plan: read, remarks } = granted(planOfGeojson(writeGeojson(plan), { name: 'Test', newId }));
    expect(remarks).toEqual([]);
    const changed = [...allRecords(plan)].filter(
      (record) => !sameRecord(record, getRecord(read, record.id) ?? null),
    );
    expect(changed.map((record) => [record, getRecord(read, record.id)])).toEqual([]);
    expect(samePlan(read, plan)).toBe(true);
  }
});

test('each floor of a plan goes through the clipboard into another one, as one sound step', () => {
  for (const [plan, floor] of plans.flatMap((each) =>
    [...each.tables.floor.keys()].map((id) => [each, id] as const),
  )) {
    const onFloor = placedIn(plan).filter((record) => record.floor === floor);
    if (onFloor.length === 0) continue;
    const fragment = fragmentOf(
      plan,
      onFloor.map(({ id }) => id),
    );
    const read = granted(readClipboard(granted(writeClipboard(fragment))));
    expect(read).toEqual(fragment);
    const start = testPlan();
    const place = { floor: siteFloor, layer: firstLayer, to: null, newId: idSource(100_001) };
    const inserted = insertFragment(start, read, place);
    // Pictures travel only where they are known.
    if (!inserted.ok && inserted.error === 'pictures-stay') continue;
    const { diff, ids, leftOut } = granted(inserted);
    expect(ids.length + leftOut.pictures).toBe(fragment.records.length);
    expect(checkIntegrity(applyDiff(start, diff))).toEqual([]);
  }
});

test('every record is drawn, bounded, snapped to and listed in finite numbers', () => {
  for (const plan of plans) {
    const scene = sceneOf(plan);
    for (const record of placedIn(plan)) {
      const shown = {
        items: drawRecord(record, scene),
        box: boundsOf(record, plan),
        snaps: snapGeometryOf(record, plan),
      };
      expect(infinitiesIn(shown), record.id).toEqual([]);
    }
    expect(writeSchedule(plan)).not.toMatch(/NaN|Infinity|undefined/);
  }
});

const placedIn = (plan: Plan) => [...allRecords(plan)].filter(isPlaced);

/** Where numbers that are none are, however deep. */
function infinitiesIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => infinitiesIn(inner, `${path}.${key}`));
}
