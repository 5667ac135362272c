import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addVertex } from '../../../../core/operations/vertices/add-vertex.ts';
import { removeVertex } from '../../../../core/operations/vertices/remove-vertex.ts';
import { applyDiff, type PlanDiff } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import { type Anchor, anchorPoint } from '../../../../core/plan/notes/anchor-place.ts';
import { vertexLinesOf } from '../../../../core/plan/parts/vertices.ts';
import { getRecord, type Plan } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';
import { pointArbitrary } from '../../../support/random/choice.ts';

const at = (x: number, y = 0) => ({ x, y });

function edited(plan: Plan, diff: PlanDiff): Plan {
  const next = applyDiff(plan, diff);
  expect(checkIntegrity(next)).toEqual([]);
  expect(applyDiff(next, invertDiff(diff))).toEqual(plan);
  return next;
}

/*  corners 0 (0,0), 1 (10,0), 2 (10,10), 3 (0,10); a gate at (8,0), a note on corner 2, one on side 1  */
const fence = record('fence', { path: [at(0), at(10), at(10, 10), at(0, 10)], closed: true });
const onFence = (place: Extract<Anchor, { type: 'attached' }>['place']): Anchor => ({
  type: 'attached',
  record: fence.id,
  place,
});
const gate = record('gate', { at: at(8), width: 1, fence: fence.id });
const note = record('dimension', {
  anchors: [onFence({ type: 'vertex', index: 2 }), onFence({ type: 'edge', index: 1, share: 0.3 })],
});
const plan = testPlan(fence, gate, note);
const measured = (of: Plan) =>
  of.tables.dimension
    .get(note.id)
    ?.anchors.map((anchor) => anchorPoint(anchor, (id) => getRecord(of, id)))
    .map((point) => point && at(Math.round(point.x * 1000) / 1000, Math.round(point.y * 1000) / 1000));

describe('a new corner', () => {
  test('lies between two others; gates and notes keep their place', () => {
    const longer = edited(
      plan,
      granted(addVertex(plan, fence.id, { after: { list: 'path', index: 0 }, at: at(8) })),
    );
    expect(longer.tables.fence.get(fence.id)?.path).toEqual([at(0), at(8), at(10), at(10, 10), at(0, 10)]);
    expect(longer.tables.gate.get(gate.id)).toEqual(gate);
    expect(measured(longer)).toEqual([at(10, 10), at(10, 3)]);
  });

  test('closes a ring between its last corner and the first', () => {
    const area = record('area');
    const ground = testPlan(area);
    const wider = edited(
      ground,
      granted(addVertex(ground, area.id, { after: { list: 'ring', index: 3 }, at: at(-1, 5) })),
    );
    expect(wider.tables.area.get(area.id)?.ring.at(-1)).toEqual(at(-1, 5));
  });

  test('is refused on a corner, and where there is no such side', () => {
    const add = (index: number, x: number) =>
      addVertex(plan, fence.id, { after: { list: 'path', index }, at: at(x) });
    expect(add(0, 10)).toEqual({ ok: false, error: 'corner-here' });
    expect(add(0, 0.0001)).toEqual({ ok: false, error: 'corner-here' });
    expect(add(9, 4)).toEqual({ ok: false, error: 'not-found' });
    const wall = testPlan(record('wall'));
    expect(addVertex(wall, testId('wall'), { after: { list: 'path', index: 0 }, at: at(4) }).ok).toBe(false);
  });
});

describe('a corner that is removed', () => {
  test('leaves its neighbours; gates and notes go to the nearest place', () => {
    const shorter = edited(plan, granted(removeVertex(plan, fence.id, { list: 'path', index: 0 })));
    expect(shorter.tables.fence.get(fence.id)?.path).toEqual([at(10), at(10, 10), at(0, 10)]);
    expect(shorter.tables.gate.get(gate.id)?.at).toEqual(at(9, 1));
    expect(measured(shorter)).toEqual([at(10, 10), at(10, 3)]);
  });

  test('is refused when too few would remain, and on a locked record', () => {
    const remove = (kind: 'fence' | 'area' | 'bollards', more: object = {}) => {
      const only = record(kind, more);
      const list = kind === 'area' ? ('ring' as const) : ('path' as const);
      return removeVertex(testPlan(only), only.id, { list, index: 1 });
    };
    const triangle = [at(0), at(4), at(4, 4)];
    expect(remove('fence')).toEqual({ ok: false, error: 'last-points' });
    expect(remove('fence', { path: triangle, closed: true })).toEqual({ ok: false, error: 'last-corners' });
    expect(remove('area', { ring: triangle })).toEqual({ ok: false, error: 'last-corners' });
    expect(remove('bollards').ok).toBe(true);
    expect(remove('area', { locked: true })).toEqual({ ok: false, error: 'locked' });
  });
});

type Happening = {
  readonly add: boolean;
  readonly index: number;
  readonly at: { readonly x: number; readonly y: number };
  readonly hole: boolean;
};

function happen(now: Plan, { add, index, at, hole }: Happening): Plan {
  const host = getRecord(now, index % 2 === 0 ? testId('fence') : testId('building'));
  const line = host && vertexLinesOf(host).at(hole ? -1 : 0);
  if (!host || !line) throw new Error('Both are there and have corners.');
  const vertex = { list: line.list, index: index % line.points.length };
  const result = add ? addVertex(now, host.id, { after: vertex, at }) : removeVertex(now, host.id, vertex);
  return result.ok ? edited(now, result.value) : now;
}

test('whatever corner comes or goes: the plan stays sound, and undo brings it back', () => {
  const shape = fc.array(pointArbitrary, { minLength: 3, maxLength: 7 });
  const happening = fc.record({
    add: fc.boolean(),
    index: fc.nat(6),
    at: pointArbitrary,
    hole: fc.boolean(),
  });
  fc.assert(
    fc.property(shape, shape, fc.array(happening, { maxLength: 6 }), (path, ring, happenings) => {
      const records = [
        record('fence', { path }),
        record('building', { ring, holes: [ring] }),
        record('gate', { at: path[0] ?? at(0), fence: testId('fence') }),
        record('dimension', { ...note, id: 1 }),
      ];
      const begun = testPlan(...records);
      if (checkIntegrity(begun).length === 0) happenings.reduce(happen, begun);
    }),
    { seed: 4, numRuns: 200 },
  );
});
