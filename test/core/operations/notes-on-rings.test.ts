import { describe, expect, test } from 'vitest';
import { addRecord } from '../../../core/operations/add-record.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { type Anchor, anchorPoint } from '../../../core/plan/notes/anchor-place.ts';
import { getRecord, type Plan } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../support/plan-builder.ts';

/*  3 (0,3) ---- 2 (4,3)        hole  4 (1,1)  5 (1,2)  6 (2,1)
 *  |            |
 *  0 (0,0) ---- 1 (4,0)  */
const ring = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 3 },
  { x: 0, y: 3 },
];
const holes = [
  [
    { x: 1, y: 1 },
    { x: 1, y: 2 },
    { x: 2, y: 1 },
  ],
];
const building = record('building', { ring, holes });
const on = (place: Extract<Anchor, { type: 'attached' }>['place']): Anchor => ({
  type: 'attached',
  record: building.id,
  place,
});
const anchors = [
  on({ type: 'vertex', index: 1 }),
  on({ type: 'vertex', index: 5 }),
  on({ type: 'edge', index: 0, share: 0.25 }),
  on({ type: 'edge', index: 3, share: 0.25 }),
  on({ type: 'edge', index: 6, share: 0.5 }),
];
const chain = record('dimension', { type: 'chain', anchors });
const plan = testPlan(building, chain);
const yAxis = [
  { x: 0, y: 0 },
  { x: 0, y: 1 },
] as const;

function pointsOf(after: Plan, id = chain.id) {
  return (getRecord(after, id)?.anchors ?? []).map((anchor) =>
    anchorPoint(anchor, (other) => getRecord(after, other)),
  );
}
const done = (result: Result<PlanDiff, string>): Plan => applyDiff(plan, granted(result));
const mirrored = pointsOf(plan).map((point) => point && { x: 0 - point.x, y: point.y });

describe('notes on the corners and edges of an outline', () => {
  test('stay on them when it is mirrored, and the rings run as they did', () => {
    const after = done(mirrorRecords(plan, [building.id], { over: yAxis, newId: null }));
    expect(after.tables.building.get(building.id)?.ring).toEqual([
      { x: 0, y: 3 },
      { x: -4, y: 3 },
      { x: -4, y: 0 },
      { x: 0, y: 0 },
    ]);
    expect(pointsOf(after)).toEqual(mirrored);
  });

  test('are on the same ones of a mirrored copy', () => {
    const newId = idSource();
    const after = done(mirrorRecords(plan, [chain.id, building.id], { over: yAxis, newId }));
    const copy = [...after.tables.dimension.keys()].find((id) => id !== chain.id);
    expect(pointsOf(after, copy)).toEqual(mirrored);
    expect(pointsOf(after)).toEqual(pointsOf(plan));
  });

  test('stay on them when a corner is drawn across the outline, which runs anticlockwise again', () => {
    const crossed = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 2, y: -9 },
    ];
    const triangle = record('area', { ring: crossed.with(2, { x: 2, y: 9 }) });
    const at: Anchor = { type: 'attached', record: triangle.id, place: { type: 'vertex', index: 2 } };
    const note = record('callout', { anchor: at });
    const before = testPlan(triangle, note);
    const after = applyDiff(before, granted(updateRecord(before, triangle.id, { ring: crossed })));
    expect(after.tables.area.get(triangle.id)?.ring).toEqual(crossed.toReversed());
    const anchor = after.tables.callout.get(note.id)?.anchor ?? at;
    expect(anchorPoint(anchor, (id) => getRecord(after, id))).toEqual({ x: 2, y: -9 });
  });
});

test('an outline that is given clockwise is kept anticlockwise, its holes clockwise', () => {
  const given = { ring: ring.toReversed(), holes: holes.map((hole) => hole.toReversed()) };
  const place = { floor: siteFloor, layer: firstLayer };
  const after = done(addRecord(plan, 'area', { id: testId('area', 9), ...place, ...given }));
  expect(after.tables.area.get(testId('area', 9))).toMatchObject({ ring, holes });
});
