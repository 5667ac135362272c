import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { arrayInGrid } from '../../../core/operations/arrays/array-records.ts';
import { placeAlong } from '../../../core/operations/arrays/place-along.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { insertFragment } from '../../../core/operations/fragment/insert-fragment.ts';
import { nextTag } from '../../../core/operations/next-tag.ts';
import { renumberHolder, renumberTags } from '../../../core/operations/tags/renumber-tags.ts';
import { tagHolder } from '../../../core/operations/tags/tag-holder.ts';
import { updateRecord, updateRecords } from '../../../core/operations/update-records.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { getRecord, recordsOf } from '../../../core/plan/plan.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import type { Result } from '../../../core/result.ts';
import { firstLayer, granted, idSource, record, testId, testPlan } from '../../support/plan-builder.ts';

const upper = testId('floor', 2);
const camera = (id: number, tag: string | null, x = 0, y = 0, more = {}) =>
  record('camera', { id, tag, at: { x, y }, ...more });

describe('a new tag', () => {
  const floors = [record('floor', { id: 2, name: 'Upper', order: 1 })];
  const plan = testPlan(...floors, camera(1, 'C-07'), camera(2, 'C-101', 0, 0, { floor: upper }));

  test('goes on after the highest of its floor', () => {
    expect(nextTag(plan, record('camera'))).toBe('C-08');
    expect(nextTag(plan, record('camera', { floor: upper }))).toBe('C-102');
  });

  test('begins at the hundred of its floor and passes over what is taken elsewhere', () => {
    expect(nextTag(plan, record('post', { floor: upper }))).toBe('GP-101');
    const full = testPlan(...floors, camera(1, 'C-100'), camera(2, 'C-101', 0, 0, { floor: upper }));
    expect(nextTag(full, record('camera'))).toBe('C-102');
  });
});

/*  Site: C-01     Upper: C-101     what is copied, repeated, placed or pasted on Upper goes on with C-102  */
describe('tags of what is copied and repeated', () => {
  const onUpper = camera(2, 'C-101', 0, 0, { floor: upper });
  const fence = record('fence', { floor: upper });
  const start = testPlan(
    record('floor', { id: 2, name: 'Upper', order: 1 }),
    camera(1, 'C-01'),
    onUpper,
    fence,
  );
  const newId = idSource();
  const run = { start: 1, spacing: 4, count: 2 };
  const prototype = { kind: 'camera' as const, fields: { floor: upper, layer: firstLayer } };
  const step = { x: 3, y: 0 };
  const toUpper = { to: null, floor: upper, layer: firstLayer, newId };
  const pasted = insertFragment(start, fragmentOf(start, [testId('camera', 1)]), toUpper);

  test.each<readonly [string, Result<PlanDiff, string>]>([
    ['duplicated', duplicateRecords(start, [onUpper.id], { by: step, newId })],
    ['repeated', arrayInGrid(start, [onUpper.id], { grid: { columns: 3, rows: 1, step }, newId })],
    ['placed along a line', placeAlong(start, fence.id, { prototype, run, facing: 'left', newId })],
    ['mirrored as a copy', mirrorRecords(start, [onUpper.id], { over: [step, { x: 3, y: 1 }], newId })],
    ['pasted', pasted.ok ? { ok: true, value: pasted.value.diff } : pasted],
  ])('go on with those of the floor: %s', (_, result) => {
    const added = [...granted(result).values()].flatMap(({ before, after }) =>
      before === null && after && 'tag' in after ? [`${after.tag}`] : [],
    );
    expect(added.every((tag) => /^C-10[234]$/.test(tag))).toBe(true);
    expect(new Set(added).size).toBe(added.length);
    expect(added).toContain('C-102');
  });
});

describe('a taken tag', () => {
  const plan = testPlan(camera(1, 'C-01'), camera(2, 'C-02'), record('post', { tag: 'GP-1' }));

  test('is refused whatever its kind and capitals, and its holder is named', () => {
    expect(updateRecord(plan, testId('camera', 2), { tag: 'c-01' })).toEqual({
      ok: false,
      error: 'tag-taken',
    });
    expect(updateRecord(plan, testId('camera', 2), { tag: 'GP-1' })).toEqual({
      ok: false,
      error: 'tag-taken',
    });
    expect(tagHolder(plan, ' c-01 ')?.id).toBe(testId('camera', 1));
    expect(tagHolder(plan, 'C-01', testId('camera', 1))).toBeNull();
  });

  test('is not given to two records at once', () => {
    const both = [testId('camera', 1), testId('camera', 2)];
    expect(updateRecords(plan, both, { tag: 'C-09' })).toEqual({ ok: false, error: 'tag-taken' });
    expect(granted(updateRecords(plan, both, { tag: null })).size).toBe(2);
  });

  test('a record keeps and rewrites its own', () => {
    expect(granted(updateRecord(plan, testId('camera', 1), { tag: 'c-01' })).size).toBe(1);
    const twins = testPlan(camera(1, 'C-01'), camera(2, 'C-01'));
    expect(granted(updateRecord(twins, testId('camera', 2), { tag: 'C-01', height: 4 })).size).toBe(1);
  });
});

/*   1     2
 *  4       3    rows: the upper two first   */
describe('renumberTags', () => {
  const fence = record('fence', {
    path: [
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ],
  });
  const plan = testPlan(
    fence,
    camera(3, 'C-03', 10, 0),
    camera(1, 'C-04', 1, 10),
    camera(2, null, 8, 10.2),
    camera(4, 'X', 0, 0.3),
  );
  const ids = [3, 1, 2, 4].map((id) => testId('camera', id));
  const numbering = { prefix: 'C', start: 5, digits: 2, along: null };
  const tags = (result: ReturnType<typeof renumberTags>) =>
    [...recordsOf(applyDiff(plan, granted(result)), 'camera')]
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ tag }) => tag);

  test('goes by rows from the top and in each from the left', () => {
    expect(tags(renumberTags(plan, ids, numbering))).toEqual(['C-05', 'C-06', 'C-08', 'C-07']);
  });

  test('goes along a line from its start', () => {
    const along = renumberTags(plan, [...ids, fence.id], { ...numbering, start: 1, along: fence.id });
    expect(tags(along)).toEqual(['C-03', 'C-02', 'C-01', 'C-04']);
  });

  test('refuses what another record keeps, what is locked, and a line that is none', () => {
    const some = ids.slice(1);
    expect(renumberTags(plan, some, { ...numbering, start: 1 })).toEqual({ ok: false, error: 'tag-taken' });
    expect(renumberHolder(plan, new Set(some), ['C-01', 'C-02', 'C-03'])?.id).toBe(ids[0]);
    expect(renumberTags(plan, some, { ...numbering, prefix: ' c', start: 1 })).toEqual({
      ok: false,
      error: 'tag-taken',
    });
    const locked = testPlan(camera(1, 'C-01', 0, 0, { locked: true }));
    expect(renumberTags(locked, ids, numbering)).toEqual({ ok: false, error: 'locked' });
    expect(renumberTags(plan, ids, { ...numbering, along: ids[0] ?? null })).toEqual({
      ok: false,
      error: 'no-path',
    });
    expect(renumberTags(plan, [], numbering)).toEqual({ ok: false, error: 'nothing-to-number' });
  });

  test('gives every record a tag of its own, keeps the plan sound and is undone exactly', () => {
    const point = fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.integer({ min: -99, max: 99 }) });
    const property = fc.property(
      fc.array(point, { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      (points, isAlong) => {
        const many = testPlan(
          fence,
          ...points.map(({ x, y }, index) => camera(index + 1, `C-${index}`, x, y)),
        );
        const all = points.map((_, index) => testId('camera', index + 1));
        const diff = granted(renumberTags(many, all, { ...numbering, along: isAlong ? fence.id : null }));
        const after = applyDiff(many, diff);
        expect(new Set(all.map((id) => getRecord(after, id)?.tag)).size).toBe(all.length);
        expect(checkIntegrity(after)).toEqual(checkIntegrity(many));
        expect(applyDiff(after, invertDiff(diff))).toEqual(many);
      },
    );
    fc.assert(property, { seed: 4110, numRuns: 100 });
  });
});
