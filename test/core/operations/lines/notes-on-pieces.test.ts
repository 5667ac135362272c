import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../../core/geometry/point.ts';
import { joinRecords } from '../../../../core/operations/lines/join-records.ts';
import { splitRecord } from '../../../../core/operations/lines/split-record.ts';
import { extendRecord, trimRecord } from '../../../../core/operations/lines/trim-record.ts';
import { applyDiff, type PlanDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { AnyId } from '../../../../core/plan/kinds/index.ts';
import { type Anchor, anchorPoint } from '../../../../core/plan/notes/anchor-place.ts';
import { getRecord, type Plan, recordsOf } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { granted, idSource, record, testId, testPlan } from '../../../support/plan-builder.ts';

const wallId = testId('wall', 1);
const at = (x: number, y = 0): Point => ({ x, y });
const end = (index: number, id: AnyId = wallId) => ({
  type: 'attached' as const,
  record: id as typeof wallId,
  place: { type: 'vertex' as const, index },
});
const share = (part: number, id: AnyId = wallId, index = 0): Anchor => ({
  type: 'attached',
  record: id as typeof wallId,
  place: { type: 'edge', index, share: part },
});
const noted = (...anchors: readonly Anchor[]) => record('dimension', { type: 'chain', anchors });

function edited(plan: Plan, diff: PlanDiff): Plan {
  const next = applyDiff(plan, diff);
  expect(checkIntegrity(next)).toEqual([]);
  expect(applyDiff(next, invertDiff(diff))).toEqual(plan);
  return next;
}

const anchorsIn = (plan: Plan) => plan.tables.dimension.get(testId('dimension', 1))?.anchors ?? [];
const pointsIn = (plan: Plan) =>
  anchorsIn(plan).map((anchor) => anchorPoint(anchor, (id) => getRecord(plan, id)));
const hostsIn = (plan: Plan) => anchorsIn(plan).map((anchor) => anchor.type === 'attached' && anchor.record);
const ids = () => idSource();

describe('a dimension on a wall that is split', () => {
  test('stays with the piece that has its points', () => {
    const plan = testPlan(record('wall'), noted(share(0.7), end(1)));
    const split = edited(plan, granted(splitRecord(plan, wallId, { at: at(4), newId: ids() })));
    expect(hostsIn(split)).toEqual([testId('wall', 1001), testId('wall', 1001)]);
    expect(pointsIn(split)).toEqual([at(7), at(10)]);
  });

  test('over both pieces has one point on each, so that it measures the same', () => {
    const plan = testPlan(record('wall'), noted(end(0), end(1)));
    const split = edited(plan, granted(splitRecord(plan, wallId, { at: at(4), newId: ids() })));
    expect(hostsIn(split)).toEqual([wallId, testId('wall', 1001)]);
    expect(pointsIn(split)).toEqual([at(0), at(10)]);
  });

  test('a callout on a fence goes with its corner', () => {
    const fence = record('fence', { path: [at(0), at(10), at(10, 10)] });
    const note = record('callout', { anchor: end(2, fence.id) });
    const plan = testPlan(fence, note);
    const split = edited(plan, granted(splitRecord(plan, fence.id, { at: at(4), newId: ids() })));
    expect(split.tables.callout.get(note.id)?.anchor).toEqual(end(2, testId('fence', 1001)));
  });

  test('its points do not move, wherever the cut is', () => {
    const part = fc.integer({ min: 0, max: 1000 });
    const wall = fc.record({
      b: fc.record({ x: fc.integer({ min: 3000, max: 30_000 }), y: fc.integer({ min: -9000, max: 9000 }) }),
      bulge: fc.constantFrom(0, 0, 0.4, -0.8),
    });
    fc.assert(
      fc.property(wall, fc.array(part, { minLength: 2, maxLength: 5 }), part, ({ b, bulge }, parts, cut) => {
        const bent = record('wall', { b: at(b.x / 1000, b.y / 1000), bulge });
        const plan = testPlan(bent, noted(end(0), end(1), ...parts.map((each) => share(each / 1000))));
        const lookup = (id: AnyId) => getRecord(plan, id);
        const place = anchorPoint(share(cut / 1000), lookup) ?? at(0);
        const result = splitRecord(plan, wallId, { at: place, newId: ids() });
        if (!result.ok) return;
        const split = edited(plan, result.value);
        const before = pointsIn(plan);
        for (const [index, point] of pointsIn(split).entries()) {
          const was = before[index];
          // A cut is on whole millimetres: a point beside it may go to the new end.
          expect(point && was ? Math.hypot(point.x - was.x, point.y - was.y) : 1).toBeLessThan(0.005);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

test('what measures to a trimmed end goes with the end; a lengthened wall takes it along', () => {
  const across = record('wall', { id: 2, a: at(6, -5), b: at(6, 5) });
  const plan = testPlan(record('wall'), across, noted(end(0), end(1)));
  const trimmed = edited(plan, granted(trimRecord(plan, wallId, { at: at(9), near: null, newId: ids() })));
  expect(pointsIn(trimmed)).toEqual([at(0), at(6)]);
  const ahead = testPlan(record('wall', { b: at(4) }), across, noted(end(0), end(1), share(0.5)));
  const extended = edited(ahead, granted(extendRecord(ahead, wallId, { at: at(4), near: null })));
  expect(pointsIn(extended).map((point) => point && { x: Number(point.x.toFixed(3)), y: point.y })).toEqual([
    at(0),
    at(6),
    at(2),
  ]);
});

test('what was attached to two walls is on the one that they are joined to', () => {
  const second = record('wall', { id: 2, a: at(15), b: at(10) });
  const plan = testPlan(
    record('wall'),
    second,
    noted(end(0), end(1), end(0, second.id), share(0.2, second.id)),
  );
  const joined = edited(plan, granted(joinRecords(plan, [wallId, second.id])));
  expect([...recordsOf(joined, 'wall')]).toHaveLength(1);
  expect(new Set(hostsIn(joined))).toEqual(new Set([wallId]));
  expect(pointsIn(joined).map((point) => Math.round((point?.x ?? 0) * 1000) / 1000)).toEqual([0, 10, 15, 14]);
});
