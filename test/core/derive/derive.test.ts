import { describe, expect, test } from 'vitest';
import type { Derivation, InputChanges, Inputs } from '../../../core/derive/derivation.ts';
import { derive, known, learn } from '../../../core/derive/derive.ts';
import { inputChanges, inputRecords, inputTables } from '../../../core/derive/input-records.ts';
import { applyDiff, edit, type PlanDiff } from '../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const all: Inputs = { kinds: ['wall'], floor: null, box: null, ids: null };
const upper = record('floor', { id: 2, name: 'Floor 1', order: 1 });

/** Counts how often it is computed, and is the sorted ids of its inputs. */
function listing(
  name: string,
  inputs: readonly Inputs[],
  follow: Derivation<string, string>['follow'] = null,
) {
  const computed = { times: 0 };
  const derivation: Derivation<string, string> = {
    name,
    keyText: (key) => key,
    inputs: () => inputs,
    compute: (given) => {
      computed.times += 1;
      const ids = inputs.flatMap(({ kinds }) => kinds.flatMap((kind) => given.of(kind).map(({ id }) => id)));
      return ids.toSorted().join();
    },
    follow,
  };
  return { derivation, computed };
}

const put =
  (...records: readonly PlanRecord[]) =>
  (plan: Plan) =>
    edit(plan, (draft) => {
      for (const each of records) draft.put(each);
    });

const wall = (id: number, fields = {}) => record('wall', { id, ...fields });

describe('a derived value', () => {
  test('may be made of another one, which is computed once for both', () => {
    const inner = listing('inner', [all]);
    const outer: Derivation<string, string> = {
      name: 'outer',
      keyText: (key) => key,
      inputs: () => [{ kinds: ['wall', 'camera'], floor: null, box: null, ids: null }],
      compute: (given, key) => `${given.from(inner.derivation, key)}+${given.of('camera').length}`,
      follow: (_, changes, { key, given }) => `${given.from(inner.derivation, key)} after ${changes.size}`,
    };
    const plan = testPlan(wall(1), record('camera'));
    expect(derive(plan, outer, 'k')).toBe(`${testId('wall', 1)}+1`);
    expect(derive(plan, inner.derivation, 'k')).toBe(testId('wall', 1));
    expect(inner.computed.times).toBe(1);
    const moved = applyDiff(plan, put(record('camera', { at: { x: 1, y: 1 } }))(plan));
    expect(derive(moved, outer, 'k')).toBe(`${testId('wall', 1)} after 1`);
    expect(inner.computed.times).toBe(1);
  });

  test('is not made of another one whose inputs were not declared', () => {
    const { derivation } = listing('undeclared', [all]);
    const plan = testPlan(wall(1));
    const declared = (inputs: Partial<Inputs>) => inputRecords(plan, [{ ...all, ...inputs }]);
    expect(declared({ kinds: ['camera', 'wall'] }).from(derivation, 'k')).toBe(testId('wall', 1));
    for (const less of [
      { kinds: ['camera'] as const },
      { floor: siteFloor },
      { ids: [testId('wall', 1)] },
      { box: { minX: -99, minY: -99, maxX: 99, maxY: 99 } },
    ])
      expect(() => declared(less).from(derivation, 'k')).toThrow(/undeclared/);
  });

  test('is computed once while its inputs are the same records, whatever else is edited', () => {
    const { derivation, computed } = listing('once', [all]);
    const plan = testPlan(wall(1), record('camera'));
    const value = derive(plan, derivation, 'k');
    const edited = applyDiff(plan, put(record('camera', { at: { x: 9, y: 9 } }))(plan));
    expect(derive(edited, derivation, 'k')).toBe(value);
    expect(computed.times).toBe(1);
    derive(applyDiff(plan, put(wall(2))(plan)), derivation, 'k');
    expect(computed.times).toBe(2);
  });

  test('is found again after undo, also of a record that was deleted and is last in its table now', () => {
    const { derivation, computed } = listing('undo', [all]);
    let plan = testPlan(wall(1), wall(2), wall(3));
    derive(plan, derivation, 'k');
    const diffs = [
      edit(plan, (draft) => draft.remove(testId('wall', 1))),
      put(wall(4))(
        applyDiff(
          plan,
          edit(plan, (draft) => draft.remove(testId('wall', 1))),
        ),
      ),
    ];
    for (const diff of diffs) {
      plan = applyDiff(plan, diff);
      derive(plan, derivation, 'k');
    }
    expect(computed.times).toBe(3);
    for (const diff of diffs.toReversed()) {
      plan = applyDiff(plan, invertDiff(diff));
      derive(plan, derivation, 'k');
    }
    expect([...plan.tables.wall.keys()]).toEqual([2, 3, 1].map((id) => testId('wall', id)));
    expect(computed.times).toBe(3);
    expect(derive(plan, derivation, 'k')).toBe([1, 2, 3].map((id) => testId('wall', id)).join());
  });

  test('is another one for each state of the same record', () => {
    const { derivation } = listing('states', [all]);
    const states = [1, 2, 3, 2, 1].map((thickness) => testPlan(wall(1, { thickness: thickness / 10 })));
    const values = states.map((plan) =>
      derive(plan, { ...derivation, compute: (given) => JSON.stringify(given.of('wall')) }, 'k'),
    );
    expect(values.map((value) => JSON.parse(value)[0].thickness)).toEqual([0.1, 0.2, 0.3, 0.2, 0.1]);
  });

  test('is that of its key', () => {
    const onFloor: Derivation<typeof siteFloor, number> = {
      name: 'counted',
      keyText: (floor) => floor,
      inputs: (floor) => [{ kinds: ['wall'], floor, box: null, ids: null }],
      compute: (given) => given.of('wall').length,
      follow: null,
    };
    const plan = testPlan(upper, wall(1), wall(2, { floor: upper.id }), wall(3, { floor: upper.id }));
    expect([siteFloor, upper.id].map((floor) => derive(plan, onFloor, floor))).toEqual([1, 2]);
  });

  test('follows the changes since the newest value, unless it says that this is no less work', () => {
    const seen: InputChanges[] = [];
    const { derivation, computed } = listing('followed', [all], (value, changes) => {
      seen.push(changes);
      return changes.size > 1 ? null : `${value}+${[...changes.keys()].join()}`;
    });
    const plan = testPlan(wall(1));
    derive(plan, derivation, 'k');
    const one = applyDiff(plan, put(wall(2))(plan));
    expect(derive(one, derivation, 'k')).toBe(`${testId('wall', 1)}+${testId('wall', 2)}`);
    expect(computed.times).toBe(1);
    expect(seen[0]?.get(testId('wall', 2))).toEqual({ before: null, after: wall(2) });
    derive(applyDiff(one, put(wall(3), wall(4))(one)), derivation, 'k');
    expect(computed.times).toBe(2);
  });

  test('that was computed elsewhere is known from then on', () => {
    const { derivation, computed } = listing('learnt', [all]);
    const plan = testPlan(wall(1));
    expect(known(plan, derivation, 'k')).toBeNull();
    learn(plan, { derivation, key: 'k', value: 'elsewhere' });
    expect(known(plan, derivation, 'k')).toEqual({ found: 'elsewhere' });
    expect(derive(plan, derivation, 'k')).toBe('elsewhere');
    expect(computed.times).toBe(0);
  });

  test('is forgotten when it is long ago, and computed again', () => {
    const { derivation, computed } = listing('bounded', [all]);
    const first = testPlan(wall(1));
    let plan = first;
    for (let id = 2; id <= 12; id++) {
      derive(plan, derivation, 'k');
      plan = applyDiff(plan, put(wall(id))(plan));
    }
    expect(computed.times).toBe(11);
    derive(first, derivation, 'k');
    expect(computed.times).toBe(12);
    for (let key = 0; key < 40; key++) derive(first, derivation, String(key));
    expect(computed.times).toBe(52);
    derive(first, derivation, '39');
    derive(first, derivation, 'k');
    expect(computed.times).toBe(53);
  });
});

describe('inputs', () => {
  const far = { x: 500, y: 0 };
  const plan = testPlan(
    upper,
    wall(1),
    wall(2, { a: far, b: { x: 510, y: 0 } }),
    wall(3, { floor: upper.id }),
    record('opening', { wall: testId('wall', 2) }),
  );
  const idsOf = (inputs: Inputs) =>
    inputs.kinds.flatMap((kind) =>
      inputRecords(plan, [inputs])
        .of(kind)
        .map(({ id }) => id),
    );
  const box = { minX: -1, minY: -1, maxX: 20, maxY: 1 };

  test('are the records of the kinds within every limit', () => {
    const wallIds = (...ids: number[]) => ids.map((id) => testId('wall', id));
    expect(idsOf(all)).toEqual(wallIds(1, 2, 3));
    expect(idsOf({ ...all, floor: siteFloor })).toEqual(wallIds(1, 2));
    expect(idsOf({ ...all, floor: siteFloor, box })).toEqual(wallIds(1));
    expect(idsOf({ ...all, ids: wallIds(3, 1, 9) })).toEqual(wallIds(3, 1));
    expect(idsOf({ ...all, ids: wallIds(3, 1), floor: siteFloor })).toEqual(wallIds(1));
    expect(idsOf({ ...all, kinds: ['settings'], floor: siteFloor, box })).toEqual([testId('settings')]);
  });

  test('what lies by others is an input wherever it is: its place changes without it', () => {
    expect(idsOf({ ...all, kinds: ['opening'], box })).toEqual([testId('opening')]);
  });

  test('what was not declared is refused', () => {
    expect(() => inputRecords(plan, [all]).of('camera')).toThrow(/camera/);
  });

  const changesOf = (diff: PlanDiff, inputs: Inputs) =>
    inputChanges({ before: inputTables(plan, [inputs]), after: applyDiff(plan, diff) }, [inputs]);

  test('a change is one for those that it touches', () => {
    const near = { ...all, floor: siteFloor, box };
    expect(changesOf(put(wall(2, { a: far, b: { x: 520, y: 0 } }))(plan), near).size).toBe(0);
    expect(changesOf(put(wall(3, { floor: upper.id, b: { x: 9, y: 0 } }))(plan), near).size).toBe(0);
    const left = changesOf(put(wall(1, { a: far, b: { x: 520, y: 9 } }))(plan), near);
    expect(left).toEqual(new Map([[testId('wall', 1), { before: wall(1), after: null }]]));
    const come = changesOf(put(wall(3))(plan), near);
    expect(come).toEqual(new Map([[testId('wall', 3), { before: null, after: wall(3) }]]));
    const gone = changesOf(
      edit(plan, (draft) => draft.remove(testId('wall', 1))),
      near,
    );
    expect(gone).toEqual(new Map([[testId('wall', 1), { before: wall(1), after: null }]]));
  });
});
