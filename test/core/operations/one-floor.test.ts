import { describe, expect, test } from 'vitest';
import { updateRecord, updateRecords } from '../../../core/operations/update-records.ts';
import { applyDiff } from '../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, getRecord, isPlacedKind, type Plan } from '../../../core/plan/plan.ts';
import { crossingsOf, isTie, type RelationRow, relationRows } from '../../../core/plan/relations.ts';
import { record, testId, testPlan } from '../../support/plan-builder.ts';

const upper = record('floor', { id: 2, name: 'Upper', order: 1 });
const onUpper = { floor: upper.id };

/** A plan in which a record names one by a field, either of them on another floor. */
function tied(
  { from, field, holds, to }: RelationRow,
  where: { readonly host?: object; readonly namer?: object },
): { readonly plan: Plan; readonly namer: PlanRecord; readonly host: PlanRecord } {
  const [kind = 'wall'] = to;
  const anchor = { type: 'attached', record: testId(kind), place: { type: 'vertex', index: 0 } };
  const free = { type: 'free', at: { x: 9, y: 9 } };
  const value = holds === 'name' ? testId(kind) : from === 'dimension' ? [anchor, free] : anchor;
  const host = record(kind, where.host as never);
  const namer = record(from, { ...where.namer, [field]: value } as never);
  const wall = kind === 'opening' ? [record('wall')] : [];
  return { plan: testPlan(upper, ...wall, host, namer), namer, host };
}

const crossingsIn = (plan: Plan) =>
  [...allRecords(plan)].flatMap((each) => crossingsOf(each, (id) => getRecord(plan, id)));

const ties = relationRows.filter((row) => isTie(row) && isPlacedKind(row.from));
const refused = { ok: false, error: 'broken-record' };

test('there are relations of every way to hold them', () => {
  expect(new Set(ties.map(({ holds }) => holds))).toEqual(new Set(['name', 'points']));
});

describe.each(ties.map((row) => [`${row.from}.${row.field}`, row] as const))('%s', (_, row) => {
  test('is known to cross floors', () => {
    const { plan, namer, host } = tied(row, { namer: onUpper });
    expect(crossingsOf(namer, (id) => getRecord(plan, id))).toEqual([{ field: row.field, id: host.id }]);
    const same = tied(row, {});
    expect(crossingsOf(same.namer, (id) => getRecord(same.plan, id))).toEqual([]);
  });

  test('does not cross them by a new floor of either', () => {
    const { plan, namer, host } = tied(row, {});
    for (const { id } of [namer, host]) {
      const result = updateRecord(plan, id, onUpper);
      // What stands in a wall or fence is where that is, whatever floor it is given, and goes where that goes.
      if (result.ok) expect(crossingsIn(applyDiff(plan, result.value))).toEqual([]);
      else expect(result).toEqual(refused);
    }
    expect(updateRecords(plan, [namer.id, host.id], { notes: 'Seen.' }).ok).toBe(true);
  });

  test('may stay as it came from an earlier version, whatever else is changed', () => {
    const { plan, namer, host } = tied(row, { namer: onUpper });
    for (const { id } of [namer, host]) expect(updateRecord(plan, id, { notes: 'Seen.' }).ok).toBe(true);
    expect(updateRecord(plan, namer.id, { [row.field]: namer[row.field as keyof PlanRecord] }).ok).toBe(true);
  });
});

test('a host on another floor cannot be named', () => {
  const wall = record('wall', onUpper);
  const plan = testPlan(upper, wall, record('camera'));
  expect(updateRecord(plan, testId('camera'), { mountedOn: wall.id })).toEqual(refused);
});

test('what stands by what stands in a host is looked at as well', () => {
  const gate = record('gate', { at: { x: 5, y: 0 }, fence: testId('fence') });
  const plan = testPlan(upper, record('fence'), gate, record('barrier', { gate: gate.id }));
  expect(updateRecord(plan, testId('fence'), onUpper)).toEqual(refused);
});
