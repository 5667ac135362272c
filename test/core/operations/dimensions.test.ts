import { describe, expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { affectedBy, sceneOf } from '../../../core/drawing/scene.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { Anchor } from '../../../core/plan/notes/anchor-place.ts';
import { dimensionFigure } from '../../../core/plan/notes/dimension-figure.ts';
import { getRecord, type Plan } from '../../../core/plan/plan.ts';
import { buildIndex } from '../../../core/plan/spatial-index.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { granted, idSource, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const onWall = (index: number, wall = 1): Anchor => ({
  type: 'attached',
  record: testId('wall', wall),
  place: { type: 'vertex', index },
});
const jamb = (index: number): Anchor => ({
  type: 'attached',
  record: testId('opening'),
  place: { type: 'vertex', index },
});
const free = (x: number, y: number): Anchor => ({ type: 'free', at: { x, y } });

/*   a ----[ 3.5 .. 4.5 ]---- b      the wall runs from 0 to 10, its opening is 1 m wide
 *   |------|     |------------|     the chain is 1 m below it                            */
const chain = record('dimension', {
  type: 'chain',
  offset: -1,
  anchors: [onWall(0), jamb(0), jamb(1), onWall(1)],
});
const chainPlan = testPlan(record('wall'), record('opening', { offset: 4, width: 1 }), chain);

function lengthsIn(plan: Plan, number = 1): readonly number[] | null {
  const dimension = plan.tables.dimension.get(testId('dimension', number));
  const figure = dimension && dimensionFigure(dimension, (id) => getRecord(plan, id));
  if (figure?.type !== 'lengths') return null;
  return figure.points.slice(1).map(({ head }, index) => {
    const before = figure.points[index]?.head ?? head;
    return Math.round(Math.hypot(head.x - before.x, head.y - before.y) * 1000) / 1000;
  });
}

function edited(plan: Plan, diff: PlanDiff): Plan {
  const next = applyDiff(plan, diff);
  expect(checkIntegrity(next)).toEqual([]);
  expect(applyDiff(next, invertDiff(diff))).toEqual(plan);
  return next;
}

describe('an attached dimension', () => {
  test('measures what it is attached to now', () => {
    expect(lengthsIn(chainPlan)).toEqual([3.5, 1, 5.5]);
    const moved = edited(chainPlan, granted(updateRecord(chainPlan, testId('opening'), { offset: 6 })));
    expect(lengthsIn(moved)).toEqual([5.5, 1, 3.5]);
    expect(moved.tables.dimension.get(chain.id)).toBe(chain);
  });

  test('is painted anew, and found where it is, when its wall or the wall of its opening moves', () => {
    const diff = granted(moveRecords(chainPlan, [testId('wall')], { x: 0, y: 50 }));
    const next = edited(chainPlan, diff);
    expect(affectedBy(diff, { before: sceneOf(chainPlan), after: sceneOf(next) })).toContain(chain.id);
    const box = { minX: 4, minY: 48.9, maxX: 4.2, maxY: 49.1 };
    expect(buildIndex(chainPlan).update(next, diff).query(box, siteFloor)).toContain(chain.id);
    expect(buildIndex(chainPlan).query(box, siteFloor)).toEqual([]);
  });

  test('stays as free points where it was when what it is attached to goes', () => {
    const next = edited(chainPlan, granted(deleteRecords(chainPlan, [testId('wall')])));
    expect(next.tables.dimension.get(chain.id)?.anchors).toEqual([
      free(0, 0),
      free(3.5, 0),
      free(4.5, 0),
      free(10, 0),
    ]);
    expect(lengthsIn(next)).toEqual([3.5, 1, 5.5]);
  });

  test('that measures a surface keeps its corners when the surface goes', () => {
    const area = record('dimension', {
      type: 'area',
      anchors: [{ type: 'attached', record: testId('area'), place: { type: 'centre' } }],
    });
    const plan = testPlan(record('area'), area);
    const next = edited(plan, granted(deleteRecords(plan, [testId('area')])));
    const kept = next.tables.dimension.get(area.id);
    expect(kept?.anchors).toEqual([free(0, 0), free(10, 0), free(10, 10), free(0, 10)]);
    const figure = kept && dimensionFigure(kept, (id) => getRecord(next, id));
    expect(figure).toMatchObject({ type: 'area', squareMetres: 100 });
  });

  test('keeps its corner when a corner is put in before it', () => {
    const on: Anchor = { type: 'attached', record: testId('road'), place: { type: 'vertex', index: 1 } };
    const plan = testPlan(record('road'), record('dimension', { anchors: [free(0, 5), on] }));
    const path = [
      { x: 0, y: 0 },
      { x: 5, y: 1 },
      { x: 10, y: 0 },
    ];
    const next = edited(plan, granted(updateRecord(plan, testId('road'), { path })));
    expect(next.tables.dimension.get(testId('dimension'))?.anchors[1]).toMatchObject({
      place: { type: 'vertex', index: 2 },
    });
  });

  test('slides its line when it is moved without what it is attached to', () => {
    const next = edited(chainPlan, granted(moveRecords(chainPlan, [chain.id], { x: 3, y: -2 })));
    expect(next.tables.dimension.get(chain.id)).toEqual({ ...chain, offset: -3 });
  });

  test('moves with what it is attached to and keeps its distance', () => {
    const both = [testId('wall'), chain.id];
    const next = edited(chainPlan, granted(moveRecords(chainPlan, both, { x: 3, y: -2 })));
    expect(next.tables.dimension.get(chain.id)).toEqual(chain);
  });

  test('that is copied with its wall is on the copy, else it lets go', () => {
    const by = { x: 0, y: 20 };
    const both = [testId('wall'), chain.id];
    const whole = edited(chainPlan, granted(duplicateRecords(chainPlan, both, { by, newId: idSource() })));
    const [, copy] = [...whole.tables.dimension.values()];
    const [, copiedWall] = [...whole.tables.wall.values()];
    expect(copy?.anchors[0]).toEqual({ ...onWall(0), record: copiedWall?.id });
    const alone = edited(
      chainPlan,
      granted(duplicateRecords(chainPlan, [chain.id], { by, newId: idSource() })),
    );
    const [, released] = [...alone.tables.dimension.values()];
    expect(released?.anchors.map(({ type }) => type)).toEqual(['free', 'free', 'free', 'free']);
  });

  test('has nothing to measure on a bent wall that was made straight', () => {
    const anchors: Anchor[] = [
      { type: 'attached', record: testId('wall'), place: { type: 'centre' } },
      { type: 'attached', record: testId('wall'), place: { type: 'edge', index: 0, share: 0.5 } },
    ];
    const radius = record('dimension', { type: 'radius', anchors });
    const bent = testPlan(record('wall', { bulge: 1 }), radius);
    const figureIn = (plan: Plan) => dimensionFigure(radius, (id) => getRecord(plan, id));
    expect(figureIn(bent)).toMatchObject({ type: 'radius', centre: { x: 5, y: 0 } });
    const straight = edited(bent, granted(updateRecord(bent, testId('wall'), { bulge: 0 })));
    expect(figureIn(straight)).toBeNull();
    expect(writeGeojson(straight)).toContain('"radius"');
  });
});

describe('what a dimension cannot be', () => {
  test.each([
    ['linear', 1],
    ['aligned', 3],
    ['angle', 2],
    ['area', 1],
    ['radius', 1],
    ['coordinate', 2],
  ] as const)('%s of %i points', (type, count) => {
    const anchors = Array.from({ length: count }, (_, index) => free(index, 0));
    expect(checkIntegrity(testPlan(record('dimension', { type, anchors })))).toMatchObject([
      { field: 'anchors', reason: 'wrong-anchors' },
    ]);
  });
});
