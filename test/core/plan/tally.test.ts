import { describe, expect, test } from 'vitest';
import type { Box } from '../../../core/geometry/box.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, type Plan, placedCount, planOf } from '../../../core/plan/plan.ts';
import { planBounds } from '../../../core/plan/shape.ts';
import {
  boxAfter,
  countedRecords,
  countsAfter,
  countsByKind,
  countsByState,
  extentOf,
  figuresOf,
  partOf,
  type Share,
  type ShareChange,
  shareOf,
  type Tally,
  tallyOf,
} from '../../../core/plan/tally.ts';
import { record, testId, testPlan } from '../../support/plan-builder.ts';
import { walksOf } from '../../support/random/walks.ts';

const at = (x: number, y: number) => ({ x, y });

describe('the figures of a plan', () => {
  test('are its records by kind and state, and the box around what is drawn', () => {
    const plan = testPlan(
      record('wall', { id: 1, a: at(0, 0), b: at(10, 0), thickness: 0.2 }),
      record('wall', { id: 2, a: at(0, 0), b: at(0, 6), thickness: 0.2, state: 'removed' }),
      record('camera', { id: 1, at: at(12, 3) }),
      record('camera', { id: 2, at: at(4, 4), state: 'deficient' }),
    );
    const { counts, extent } = figuresOf(plan);
    expect(counts).toEqual({
      settings: { none: 1 },
      floor: { none: 1 },
      layer: { none: 1 },
      wall: { existing: 1, removed: 1 },
      camera: { deficient: 1, proposed: 1 },
    });
    expect(extent).toEqual({ minX: -0.1, minY: -0.1, maxX: 12, maxY: 6.1 });
    expect(countsByKind(counts)).toEqual({ settings: 1, floor: 1, layer: 1, wall: 2, camera: 2 });
    expect(countsByState(counts)).toEqual({ existing: 1, deficient: 1, proposed: 1, removed: 1 });
    expect(countedRecords(counts)).toBe(4);
  });

  test('of a plan in which nothing is drawn have no extent', () => {
    expect(figuresOf(testPlan(record('sheet'))).extent).toBeNull();
  });

  // Each record tells its share alone: a wall that moves is one change, also where dimensions are attached to it.
  test('leave out the lines of attached dimensions, and of a door what its wall holds anyway', () => {
    const wall = record('wall', { id: 1, a: at(0, 0), b: at(10, 0), thickness: 0.2 });
    const opening = record('opening', { id: 1, wall: wall.id, offset: 5 });
    const end = (index: number) =>
      ({ type: 'attached', record: wall.id, place: { type: 'vertex', index } }) as const;
    const ends = [end(0), end(1)];
    const dimension = record('dimension', { anchors: ends, offset: 3 });
    const plan = testPlan(wall, opening, dimension);
    expect([opening, dimension].map((each) => shareOf(each).box)).toEqual([null, null]);
    expect(figuresOf(plan).extent).toEqual(planBounds(testPlan(wall)));
    expect(planBounds(plan)).not.toEqual(planBounds(testPlan(wall)));
  });
});

test('a part is what the ids of a kind begin with', () => {
  expect([partOf(testId('wall')), partOf('settings:plan'), partOf('coverageZone:Af' as AnyId)]).toEqual([
    'wall:0',
    'settings:p',
    'coverageZone:A',
  ]);
});

const sharesOf = (records: readonly PlanRecord[]): Share[] => records.map(shareOf);
const isOfPart = (part: string) => (each: PlanRecord) => partOf(each.id) === part;

/** The same text for the same figures: asked so often that the runner's own comparison would cost most of it. */
const textOf = ({ counts, boxes }: Tally) =>
  JSON.stringify([counts, [...boxes].sort(([first], [second]) => (first < second ? -1 : 1))]);

/** The figures after a step, by what it changed and those before; a part is looked at only where it must be. */
function advanced(before: Tally, diff: ReadonlyMap<AnyId, ShareChange>, after: Plan) {
  const counts = countsAfter(before.counts, diff.values());
  const boxes = new Map(before.boxes);
  let looked = 0;
  for (const part of new Set([...diff.keys()].map(partOf))) {
    const changes = [...diff].filter(([id]) => partOf(id) === part).map(([, change]) => change);
    const { box } = boxAfter(boxes.get(part) ?? null, changes);
    const all = sharesOf([...allRecords(after)].filter(isOfPart(part)));
    const whole = extentOf(all.flatMap((share) => share.box ?? []));
    if (box === 'unknown') looked += 1;
    const now: Box | null = box === 'unknown' ? whole : box;
    if (now) boxes.set(part, now);
    else boxes.delete(part);
  }
  return { tally: { counts: counts ?? {}, boxes }, looked };
}

describe('over random walks of all edits', () => {
  const walks = walksOf(20_261_201, { count: 6, length: 120 });

  test('the figures brought along with each step are those counted from nothing', () => {
    let [parts, looked] = [0, 0];
    for (const { start, steps } of walks) {
      let tally = tallyOf(allRecords(start));
      for (const { diff, after, edit } of steps) {
        const changes = new Map<AnyId, ShareChange>();
        for (const [id, change] of diff) {
          const { before: was, after: is } = change;
          changes.set(id, { was: was && shareOf(was), is: is && shareOf(is) });
        }
        const next = advanced(tally, changes, after);
        const wanted = tallyOf(allRecords(after));
        if (textOf(next.tally) !== textOf(wanted))
          throw new Error(`the figures are wrong after ${edit.name}`);
        tally = next.tally;
        parts += new Set([...diff.keys()].map(partOf)).size;
        looked += next.looked;
      }
    }
    // Else the short way is none.
    expect(looked).toBeGreaterThan(20);
    expect(looked).toBeLessThan(parts / 2);
  });

  test('the extent is the box around everything, where there are no dimensions', () => {
    for (const { end } of walks) {
      const plan = planOf([...allRecords(end)].filter(({ id }) => !id.startsWith('dimension:')));
      expect(figuresOf(plan).extent).toEqual(planBounds(plan));
      expect(countedRecords(figuresOf(end).counts)).toBe(placedCount(end));
    }
  });
});

describe('the box around a part after changes', () => {
  const box = (minX: number, minY: number, maxX: number, maxY: number): Box => ({ minX, minY, maxX, maxY });
  const share = (of: Box | null): Share => ({ kind: 'camera', state: 'existing', box: of });
  const change = (was: Box | null, is: Box | null): ShareChange => ({
    was: was && share(was),
    is: is && share(is),
  });
  const whole = box(0, 0, 10, 10);
  const changed = (...changes: ShareChange[]) => boxAfter(whole, changes).box;

  test('grows by what comes', () => {
    expect(changed(change(null, box(12, 5, 13, 5)))).toEqual(box(0, 0, 13, 10));
    expect(boxAfter(null, [change(null, whole)]).box).toEqual(whole);
  });

  test('stays where what goes does not reach its border', () => {
    expect(changed(change(box(1, 1, 9, 9), null))).toEqual(whole);
    expect(changed(change(box(0, 0, 10, 10), box(0, 0, 10, 10)))).toEqual(whole);
  });

  test.each([
    ['west', box(0, 5, 5, 5)],
    ['south', box(5, 0, 5, 5)],
    ['east', box(5, 5, 10, 5)],
    ['north', box(5, 5, 5, 10)],
  ])('is told by all records alone where what reached its border in the %s goes', (_, gone) => {
    expect(changed(change(gone, null))).toBe('unknown');
    expect(changed(change(gone, box(5, 5, 6, 6)))).toBe('unknown');
    // Something else that comes reaches as far, or further.
    expect(changed(change(gone, null), change(null, whole))).toEqual(whole);
    expect(changed(change(gone, null), change(null, box(-1, -1, 11, 11)))).toEqual(box(-1, -1, 11, 11));
  });

  test('is not told of a part that had none', () => {
    expect(boxAfter(null, [change(whole, box(1, 1, 2, 2))]).box).toBe('unknown');
  });

  test('comes with what is left of the changed, which is all where they are all', () => {
    const changes = [
      change(whole, box(1, 1, 2, 2)),
      change(box(3, 3, 4, 4), null),
      change(null, box(5, 5, 6, 6)),
    ];
    expect(boxAfter(whole, changes)).toEqual({ box: 'unknown', come: box(1, 1, 6, 6), left: 2 });
  });
});

test('counts from which more would go than there are are those of another plan', () => {
  const wall = shareOf(record('wall'));
  expect(countsAfter({}, [{ was: wall, is: null }])).toBeNull();
  expect(countsAfter({ wall: { existing: 1 } }, [{ was: wall, is: null }])).toEqual({});
});
