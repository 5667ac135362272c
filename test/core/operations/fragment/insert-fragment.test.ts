import { describe, expect, test } from 'vitest';
import { type Inserting, insertFragment } from '../../../../core/operations/fragment/insert-fragment.ts';
import { applyDiff, type PlanDiff, samePlan } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import { type Fragment, fragmentOf } from '../../../../core/plan/parts/fragment.ts';
import { kindOf, type Plan } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../../support/plan-builder.ts';

const wall = record('wall');
const door = record('opening');
const camera = record('camera', { tag: 'C-01', mountedOn: wall.id, locked: true });
const fence = record('fence');
const gate = record('gate', { at: { x: 5, y: 0 }, fence: fence.id, tag: 'G-1' });
const source = testPlan(wall, door, camera, fence, gate);

const here = { floor: siteFloor, layer: firstLayer, to: null };
const insert = (plan: Plan, fragment: Fragment, more: Partial<Inserting> = {}) =>
  insertFragment(plan, fragment, { ...here, newId: idSource(50), ...more });
const added = (plan: Plan, fragment: Fragment, more: Partial<Inserting> = {}) => {
  const { diff, ids } = granted(insert(plan, fragment, more));
  return ids.map((id) => diff.get(id)?.after);
};

describe('insertFragment', () => {
  test('what names what is inserted names the new one; copies are not locked', () => {
    const fragment = fragmentOf(source, [wall.id, camera.id, fence.id, gate.id]);
    const records = added(testPlan(), fragment);
    expect(records).toEqual([
      { ...wall, id: testId('wall', 50) },
      { ...camera, id: testId('camera', 51), mountedOn: testId('wall', 50), locked: false },
      { ...fence, id: testId('fence', 52) },
      { ...gate, id: testId('gate', 53), fence: testId('fence', 52) },
      { ...door, id: testId('opening', 54), wall: testId('wall', 50) },
    ]);
  });

  test('the middle goes where it is told, turned about it', () => {
    const [turned] = added(testPlan(), fragmentOf(source, [fence.id]), {
      to: { at: { x: 100, y: 50 }, angle: Math.PI / 2 },
    });
    expect(turned).toMatchObject({
      path: [
        { x: 100, y: 45 },
        { x: 100, y: 55 },
      ],
    });
  });

  test('what names something else is on its own, and counted', () => {
    const result = granted(insert(testPlan(), fragmentOf(source, [camera.id, gate.id])));
    expect(result.released).toBe(2);
    expect([...result.diff.values()].map(({ after }) => after)).toMatchObject([
      { mountedOn: null },
      { fence: null },
    ]);
  });

  test('openings without their walls and unknown pictures are left out, or refused when that is all', () => {
    const picture = record('underlay');
    const plan = testPlan(wall, door, picture);
    expect(insert(testPlan(), fragmentOf(plan, [door.id]))).toMatchObject({ error: 'openings-need-walls' });
    expect(insert(testPlan(), fragmentOf(plan, [picture.id]))).toMatchObject({ error: 'pictures-stay' });
    expect(insert(testPlan(), fragmentOf(plan, []))).toMatchObject({ error: 'nothing-to-insert' });
    const fragment = { ...fragmentOf(plan, [picture.id, door.id]), ground: [], groups: [] };
    const result = granted(insert(testPlan(), { ...fragment, records: [...fragment.records, camera] }));
    expect(result.leftOut).toEqual({ openings: 1, pictures: 1, notes: 0 });
    expect(granted(insert(plan, fragmentOf(plan, [picture.id]))).leftOut.pictures).toBe(0);
  });

  test('a note on what is not there, or says nowhere where it is, is left out and counted', () => {
    const on = (id: typeof door.id | typeof camera.id) =>
      ({ type: 'attached', record: id, place: { type: 'centre' } }) as const;
    const lone = record('callout', { id: 1, anchor: on(door.id) });
    const half = record('dimension', { anchors: [on(camera.id), on(door.id)] });
    const sound = record('callout', { id: 2, anchor: on(camera.id) });
    const fragment = (...records: Fragment['records']): Fragment => ({ records, ground: [], groups: [] });
    // The door says where it is by its wall alone.
    const result = granted(insert(testPlan(), fragment(camera, door, lone, half, sound)));
    expect(result.leftOut).toEqual({ openings: 1, pictures: 0, notes: 2 });
    expect([...result.diff.values()].map(({ after }) => after?.id)).toEqual([
      testId('camera', 50),
      testId('callout', 51),
    ]);
    expect(granted(insert(testPlan(), fragment(wall, door, camera, lone, half))).leftOut.notes).toBe(0);
    expect(insert(testPlan(), fragment(lone))).toMatchObject({ error: 'nothing-to-insert' });
  });

  test('a group of which nothing comes does not come either, nor do those around it alone', () => {
    const [outer, inner, full] = [
      record('group', { id: 1 }),
      record('group', { id: 2, parent: testId('group', 1) }),
      record('group', { id: 3 }),
    ];
    const lost = { ...door, group: inner.id };
    const fragment = (...records: Fragment['records']): Fragment => ({
      records,
      ground: [],
      groups: [outer, inner, full],
    });
    const kindsOf = ({ diff }: { readonly diff: PlanDiff }) => [...diff.keys()].map(kindOf).sort();
    const kept = granted(insert(testPlan(), fragment(lost, { ...camera, mountedOn: null, group: full.id })));
    expect(kindsOf(kept)).toEqual(['camera', 'group']);
    const nested = { ...camera, mountedOn: null, group: inner.id };
    expect(kindsOf(granted(insert(testPlan(), fragment(nested))))).toEqual(['camera', 'group', 'group']);
  });

  test('tags that are taken go on in their series, free ones stay', () => {
    const cameras = ['C-01', 'C-05', 'Roof'].map((tag, index) => record('camera', { id: index + 1, tag }));
    const names = cameras.map(({ id }) => id);
    const tagsOn = (plan: Plan) =>
      added(plan, fragmentOf(testPlan(...cameras), names)).map((one) => one && 'tag' in one && one.tag);
    expect(tagsOn(testPlan())).toEqual(['C-01', 'C-05', 'Roof']);
    expect(tagsOn(testPlan(...cameras))).toEqual(['C-06', 'C-07', 'C-08']);
    expect(tagsOn(testPlan(record('camera', { id: 9, tag: 'C-01' })))).toEqual(['C-02', 'C-05', 'Roof']);
    // One that is free is not given away to one that is not.
    expect(
      tagsOn(testPlan(record('camera', { id: 9, tag: 'C-01' }), record('camera', { id: 8, tag: 'C-04' }))),
    ).toEqual(['C-06', 'C-05', 'Roof']);
  });

  test('layers and phases are found by name; one floor goes to the floor that is worked on', () => {
    const ground = [
      record('floor', { id: 7, name: 'Site' }),
      record('layer', { id: 7, name: 'Security' }),
      record('layer', { id: 8, name: 'Elsewhere' }),
      record('phase', { id: 7, name: 'Phase 1' }),
      record('phase', { id: 8, name: 'Never' }),
    ];
    const place = { floor: testId('floor', 7), layer: testId('layer', 7), phase: testId('phase', 7) };
    const records = [
      record('post', { id: 1, ...place }),
      record('post', { id: 2, ...place, layer: testId('layer', 8), phase: testId('phase', 8) }),
    ];
    const plan = testPlan(
      record('floor', { id: 2, name: 'First' }),
      record('layer', { id: 2, name: 'Security', order: 1 }),
      record('layer', { id: 3, name: 'Elsewhere', order: 2, locked: true }),
      record('phase', { id: 3, name: 'Phase 1' }),
    );
    const first = testId('floor', 2);
    expect(added(plan, { records, ground, groups: [] }, { floor: first })).toMatchObject([
      { floor: first, layer: testId('layer', 2), phase: testId('phase', 3) },
      { floor: first, layer: firstLayer, phase: null },
    ]);
    const upstairs = record('post', { id: 3, floor: testId('floor', 9) });
    const both = { records: [records[0] ?? upstairs, upstairs], ground, groups: [] };
    expect(added(plan, both, { floor: first })).toMatchObject([{ floor: siteFloor }, { floor: first }]);
  });

  test('a layer that is hidden or locked takes nothing', () => {
    const fragment = fragmentOf(source, [fence.id]);
    const on = (fields: object) => testPlan(record('layer', { id: 2, order: 1, ...fields }));
    const layer = testId('layer', 2);
    expect(insert(on({ locked: true }), fragment, { layer })).toMatchObject({ error: 'layer-locked' });
    expect(insert(on({ visible: false }), fragment, { layer })).toMatchObject({ error: 'layer-hidden' });
  });

  test('what breaks a rule or leaves the plan is refused as a whole', () => {
    const broken = { records: [fence, record('opening', { width: 30 }), wall], ground: [], groups: [] };
    expect(insert(testPlan(), broken)).toMatchObject({ ok: true });
    const flat = { ...fence, id: testId('fence', 3), path: [wall.a, wall.a] };
    expect(insert(testPlan(), { records: [wall, flat], ground: [], groups: [] })).toMatchObject({
      error: 'broken-record',
    });
    const far = { at: { x: 999_999, y: 0 }, angle: 0 };
    expect(insert(testPlan(), fragmentOf(source, [fence.id]), { to: far })).toMatchObject({
      error: 'outside-plan',
    });
  });

  test('5,000 tagged records are one sound step, undone exactly, in a moment', () => {
    const records = Array.from({ length: 5000 }, (_, index) =>
      record('camera', { id: index + 1, tag: `C-${index}`, at: { x: index, y: 0 } }),
    );
    const plan = testPlan(...records);
    const before = performance.now();
    const { diff } = granted(
      insert(
        plan,
        { records, ground: [], groups: [] },
        { to: { at: { x: 0, y: 9 }, angle: 1 }, newId: idSource(20_000) },
      ),
    );
    expect(performance.now() - before).toBeLessThan(10_000);
    const after = applyDiff(plan, diff);
    expect(after.tables.camera.size).toBe(10_000);
    expect(new Set([...after.tables.camera.values()].map(({ tag }) => tag)).size).toBe(10_000);
    expect(checkIntegrity(after)).toEqual([]);
    expect(samePlan(applyDiff(after, invertDiff(diff)), plan)).toBe(true);
  });
});
