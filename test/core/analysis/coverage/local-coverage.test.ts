import { describe, expect, test } from 'vitest';
import type { CameraResult } from '../../../../core/analysis/coverage/camera-coverage.ts';
import type { CoverageKey } from '../../../../core/analysis/coverage/coverage-scene.ts';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import {
  camerasTouched,
  LocalCoverage,
  MOST_LOCAL,
} from '../../../../core/analysis/coverage/local-coverage.ts';
import { derive } from '../../../../core/derive/derive.ts';
import type { Point } from '../../../../core/geometry/point.ts';
import { applyDiff, edit, type PlanDiff } from '../../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { buildIndex } from '../../../../core/plan/spatial-index.ts';
import { Random } from '../../../../core/reference/random.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const key: CoverageKey = { floor: siteFloor, states: 'proposed', targetHeight: 0 };
const squareAt = ({ x, y }: Point, side: number): readonly Point[] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

/** Other triangles round otherwise: by less than this, m². */
const ROUNDING = 0.06;

const areasOf = (result: CameraResult | undefined): readonly number[] =>
  result?.ok ? result.value.levels.map(({ area }) => area ?? -1) : [];

function expectAlike(one: CameraResult | undefined, other: CameraResult | undefined): void {
  const [areas, others] = [areasOf(one), areasOf(other)];
  expect(areas).toHaveLength(4);
  for (const [rank, area] of areas.entries())
    expect(Math.abs(area - (others[rank] ?? Number.NaN))).toBeLessThan(ROUNDING);
}

/** One of the records of a plan as something else would be done to it by hand. */
function movedBy(random: Random, { tables }: Plan): PlanRecord {
  const pick = <R>(records: Iterable<R>): R => {
    const all = [...records];
    return all[random.below(all.length)] as R;
  };
  const by = () => random.between(-3, 3);
  const camera = pick(tables.camera.values());
  const wall = pick(tables.wall.values());
  const opening = pick(tables.opening.values());
  const building = pick(tables.building.values());
  const fence = pick(tables.fence.values());
  const [dx, dy] = [by(), by()];
  return pick<PlanRecord>([
    { ...camera, at: { x: camera.at.x + dx, y: camera.at.y + dy } },
    { ...camera, direction: camera.direction + dx / 4 },
    { ...wall, b: { x: wall.b.x + dx, y: wall.b.y + dy } },
    { ...opening, open: !opening.open },
    { ...building, ring: building.ring.map(({ x, y }) => ({ x: x + dx, y: y + dy })) },
    { ...fence, path: fence.path.map(({ x, y }) => ({ x: x + dx, y: y + dy })) },
  ]);
}

const edited = (plan: Plan, diff: PlanDiff = new Map()) => ({ plan, index: buildIndex(plan), diff });

describe('what is computed of single cameras from what stands in their reach', () => {
  test('is over random edits what is computed of the whole floor once the edit is made', () => {
    const random = new Random(20_261_151);
    const place = () => ({ x: random.between(-25, 25), y: random.between(-25, 25) });
    const scene = [
      ...Array.from({ length: 6 }, (_, index) =>
        record('camera', { id: index + 1, at: place(), direction: random.between(-3, 3), range: 22 }),
      ),
      ...Array.from({ length: 14 }, (_, index) =>
        record('wall', { id: index + 1, a: place(), b: place(), height: random.between(0.5, 4) }),
      ),
      record('building', { ring: squareAt(place(), 6), height: 4 }),
      record('fence', { path: [place(), place(), place()] }),
      ...[1, 2, 3].map((id) =>
        record('opening', {
          id,
          wall: testId('wall', id),
          offset: 1,
          width: 0.8,
          type: 'door',
          open: id === 1,
        }),
      ),
    ];
    let plan = testPlan(...scene);
    const local = new LocalCoverage();
    let compared = 0;
    for (let step = 0; step < 60; step++) {
      const diff = edit(plan, (draft) => draft.put(movedBy(random, plan)));
      const touched = camerasTouched(edited(plan, diff), key);
      const here = local.cover(edited(plan, diff), key, touched);
      plan = applyDiff(plan, diff);
      const whole = derive(plan, floorCoverage, key);
      for (const [id, result] of here ?? []) {
        compared += 1;
        expectAlike(result, whole.cameras.get(id));
      }
      // What was not touched is what it was.
      const others = [...whole.cameras.keys()].filter((id) => !here?.has(id));
      const again = local.cover(
        edited(plan),
        key,
        others.flatMap((id) => plan.tables.camera.get(id) ?? []),
      );
      for (const id of others) expectAlike(again?.get(id), whole.cameras.get(id));
    }
    expect(compared).toBeGreaterThan(60);
  }, 120_000);

  test('leaves alone what no edit touches', () => {
    const near = record('camera', { id: 1, range: 20 });
    const far = record('camera', { id: 2, at: { x: 200, y: 0 }, range: 20 });
    const gone = record('camera', { id: 3, state: 'removed', range: 20 });
    const wall = record('wall', { a: { x: 10, y: -5 }, b: { x: 10, y: 5 } });
    const plan = testPlan(near, far, gone, wall);
    const moved = edit(plan, (draft) => draft.put({ ...wall, b: { x: 11, y: 5 } }));
    expect(camerasTouched(edited(plan, moved), key)).toEqual([near]);
    const away = edit(plan, (draft) => draft.put({ ...wall, a: { x: 210, y: 0 }, b: { x: 210, y: 5 } }));
    expect(camerasTouched(edited(plan, away), key).map(({ id }) => id)).toEqual(
      expect.arrayContaining([near.id, far.id]),
    );
    const turned = edit(plan, (draft) => draft.put({ ...far, direction: 1 }));
    expect(camerasTouched(edited(plan, turned), key)).toEqual([
      applyDiff(plan, turned).tables.camera.get(far.id),
    ]);
  });

  test('is of no more cameras than a frame has time for, the nearest', () => {
    const cameras = Array.from({ length: 40 }, (_, index) =>
      record('camera', { id: index + 1, at: { x: index, y: 0 }, range: 90 }),
    );
    const wall = record('wall', { a: { x: 0, y: 3 }, b: { x: 1, y: 3 } });
    const plan = testPlan(...cameras, wall);
    const moved = edit(plan, (draft) => draft.put({ ...wall, b: { x: 1, y: 4 } }));
    const touched = camerasTouched(edited(plan, moved), key);
    expect(touched).toHaveLength(MOST_LOCAL);
    expect(Math.max(...touched.map(({ at }) => at.x))).toBe(MOST_LOCAL - 1);
  });

  test('is not attempted among more than there is time for', () => {
    const camera = record('camera', { range: 60 });
    const bollards = Array.from({ length: 800 }, (_, index) => {
      const [x, y] = [(index % 40) - 20, Math.floor(index / 40) - 10];
      return record('obstacle', {
        id: index + 1,
        ring: [
          { x, y },
          { x: x + 0.3, y },
          { x: x + 0.3, y: y + 0.3 },
          { x, y: y + 0.3 },
        ],
        path: null,
        width: null,
      });
    });
    const plan = testPlan(camera, ...bollards);
    expect(new LocalCoverage().cover(edited(plan), key, [camera])).toBeNull();
    expect(new LocalCoverage().cover(edited(testPlan(camera)), key, [camera])?.size).toBe(1);
  });
});
