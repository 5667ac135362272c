import { describe, expect, test } from 'vitest';
import { bandsOf } from '../../../../core/drawing/bands.ts';
import { type OrderWay, orderRecords } from '../../../../core/operations/order/order-records.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import type { AnyId } from '../../../../core/plan/kinds/index.ts';
import { allRecords, planOf } from '../../../../core/plan/plan.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';

const square = (from: number) => [
  { x: from, y: 0 },
  { x: from + 4, y: 0 },
  { x: from + 4, y: 4 },
  { x: from, y: 4 },
];

/*   1 and 2 overlap, 2 and 3 overlap, 4 lies far away   */
const areas = [0, 3, 6, 50].map((from, index) =>
  record('area', { id: index + 1, ring: square(from), order: index }),
);
const plan = testPlan(...areas, record('building', { ring: square(0) }));
const id = (number: number) => testId('area', number);

function drawn(ids: readonly AnyId[], way: OrderWay, of = plan): readonly string[] {
  const after = applyDiff(of, granted(orderRecords(of, ids, way)));
  return bandsOf(after.tables.area.values())
    .flat()
    .map((each) => each.id.slice(-1));
}

describe('orderRecords', () => {
  test.each([
    ['front', [1], ['2', '3', '4', '1']],
    ['front', [2, 1], ['3', '4', '1', '2']],
    ['back', [4], ['4', '1', '2', '3']],
    ['back', [3, 4], ['3', '4', '1', '2']],
    ['forward', [1], ['2', '1', '3', '4']],
    ['backward', [3], ['1', '3', '2', '4']],
  ] as const)('%s of %j draws %j', (way, numbers, expected) => {
    const after = drawn(numbers.map(id), way);
    expect(after.filter((each) => expected.includes(each as never))).toEqual(expected);
  });

  test('what overlaps nothing has nothing to pass, and what is in front stays there', () => {
    expect(orderRecords(plan, [id(4)], 'forward')).toEqual({ ok: false, error: 'nothing-to-pass' });
    expect(orderRecords(plan, [id(4)], 'front')).toEqual({ ok: false, error: 'nothing-to-pass' });
    expect(orderRecords(plan, [testId('building')], 'front')).toEqual({
      ok: false,
      error: 'nothing-to-pass',
    });
  });

  test('of two of one order the one that is brought forward is drawn last', () => {
    const equal = testPlan(
      record('area', { id: 1, ring: square(0) }),
      record('area', { id: 2, ring: square(1) }),
    );
    expect(drawn([id(1)], 'forward', equal)).toEqual(['2', '1']);
    expect(drawn([id(2)], 'backward', equal)).toEqual(['2', '1']);
  });

  test('a floor may hold more records than a call takes arguments', () => {
    const [model] = areas;
    if (!model) throw new Error('There is no area.');
    const others = Array.from({ length: 200_000 }, (_, index) => ({
      ...model,
      id: testId('area', index + 2),
    }));
    const crowded = planOf([...allRecords(testPlan(model)), ...others]);
    const orderAfter = (way: OrderWay) =>
      granted(orderRecords(crowded, [model.id], way)).get(model.id)?.after;
    expect([orderAfter('front'), orderAfter('back')]).toMatchObject([{ order: 1 }, { order: -1 }]);
  });

  test('refuses what is locked', () => {
    const locked = testPlan(record('area', { id: 1, locked: true }), record('area', { id: 2 }));
    expect(orderRecords(locked, [id(1)], 'front')).toEqual({ ok: false, error: 'locked' });
  });
});
