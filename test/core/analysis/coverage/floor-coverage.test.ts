import { describe, expect, test } from 'vitest';
import type { CameraCoverage } from '../../../../core/analysis/coverage/camera-coverage.ts';
import {
  type CoverageKey,
  coverageInputs,
  coverageScene,
} from '../../../../core/analysis/coverage/coverage-scene.ts';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import { CoverageKeeper, type FloorCoverage } from '../../../../core/analysis/coverage/scene-coverage.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { inputRecords } from '../../../../core/derive/input-records.ts';
import { Answering } from '../../../../core/derive/worker/answering.ts';
import { DerivationClient } from '../../../../core/derive/worker/client.ts';
import type { ToWorker } from '../../../../core/derive/worker/messages.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { inOrder, type Plan } from '../../../../core/plan/plan.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const key: CoverageKey = { floor: siteFloor, states: 'proposed', targetHeight: 0 };

/** By a keeper that keeps nothing yet. */
const fromNothing = (plan: Plan, asked: CoverageKey): FloorCoverage =>
  new CoverageKeeper().cover(coverageScene(inputRecords(plan, coverageInputs()), asked));

/** Areas in square metres to a hundredth: other triangles round otherwise. */
function areasOf({ visible, levels, near, far, model, countedAs }: CameraCoverage) {
  const areas = [visible, ...levels].map(({ area }) => (area === null ? 'open' : Math.round(area * 20) / 20));
  return { areas, near, far, model, countedAs };
}

function expectSame(one: FloorCoverage, other: FloorCoverage): void {
  expect([...one.cameras.keys()]).toEqual([...other.cameras.keys()]);
  for (const [id, result] of one.cameras) {
    const twin = other.cameras.get(id);
    expect(result.ok).toBe(twin?.ok);
    if (!result.ok || !twin?.ok) expect(result).toEqual(twin);
    else {
      const [a, b] = [areasOf(result.value), areasOf(twin.value)];
      for (const [index, area] of a.areas.entries()) {
        const beside = b.areas[index];
        if (typeof area === 'number' && typeof beside === 'number')
          expect(Math.abs(area - beside)).toBeLessThan(0.06);
        else expect(area).toBe(beside);
      }
      expect({ ...a, areas: null }).toEqual({ ...b, areas: null });
    }
  }
}

const having = (plan: Plan, ...records: readonly PlanRecord[]): Plan =>
  applyDiff(
    plan,
    edit(plan, (draft) => {
      for (const each of records) draft.put(each);
    }),
  );

const near = record('camera', { id: 1, range: 20 });
const far = record('camera', { id: 2, at: { x: 200, y: 0 }, range: 20 });
const plan = testPlan(near, far);

describe('the coverage of a floor', () => {
  test('over random edits is the one that is computed from nothing', () => {
    let seen = 0;
    for (const { steps } of walksOf(20_261_131, { count: 8, length: 60 }))
      for (const { after } of steps)
        for (const { id: floor } of inOrder(after, 'floor')) {
          const asked = { ...key, floor };
          const kept = derive(after, floorCoverage, asked);
          expectSame(kept, fromNothing(after, asked));
          seen += kept.cameras.size;
        }
    expect(seen).toBeGreaterThan(200);
  }, 120_000);

  test('is computed for what an edit touches, and found again after undo', () => {
    const before = derive(plan, floorCoverage, key);
    const after = having(plan, record('wall', { a: { x: 5, y: -5 }, b: { x: 5, y: 5 } }));
    const now = derive(after, floorCoverage, key);
    expect(now.cameras.get(far.id)).toBe(before.cameras.get(far.id));
    expect(now.cameras.get(near.id)).not.toEqual(before.cameras.get(near.id));
    expect(derive(having(after, { ...near, notes: 'seen' }), floorCoverage, key).cameras.get(far.id)).toBe(
      before.cameras.get(far.id),
    );
    const undone = applyDiff(
      after,
      edit(after, (draft) => draft.remove(testId('wall'))),
    );
    expect(derive(undone, floorCoverage, key)).toBe(before);
  });

  test('follows the profile of levels, the state that is looked at and the height of the target', () => {
    const settings = plan.tables.settings.get('settings:plan');
    if (!settings) throw new Error('The plan has no settings.');
    const other = derive(having(plan, { ...settings, levelProfile: 'iec-62676-4-2025' }), floorCoverage, key);
    expect(other.profile).not.toBe(derive(plan, floorCoverage, key).profile);
    const result = other.cameras.get(near.id);
    expect(result?.ok && result.value.levels.map((level) => level.key)).toContain('validate');
    const states = testPlan({ ...near, state: 'removed' }, { ...far, state: 'proposed' });
    expect([...derive(states, floorCoverage, key).cameras.keys()]).toEqual([far.id]);
    expect([...derive(states, floorCoverage, { ...key, states: 'today' }).cameras.keys()]).toEqual([near.id]);
    const [ground, head] = [0, 1.7].map((targetHeight) => {
      const at = derive(plan, floorCoverage, { ...key, targetHeight }).cameras.get(near.id);
      return at?.ok ? (at.value.levels[0]?.area ?? 0) : 0;
    });
    expect(head).toBeGreaterThan((ground ?? 0) + 1);
  });

  test('can be handed over by a worker', () => {
    const value = derive(plan, floorCoverage, key);
    expect(structuredClone(value)).toEqual(value);
  });

  test('over what cannot be looked over says so for each camera', () => {
    const scene = coverageScene(inputRecords(plan, coverageInputs()), key);
    const pieces = {
      segments: Float64Array.of(0, 0, 2e6, 0),
      heights: Float64Array.of(0, 3),
      through: Float64Array.of(0),
    };
    const { cameras } = new CoverageKeeper().cover({ ...scene, pieces, owners: Float64Array.of(1) });
    expect([...cameras.values()]).toEqual(
      [near, far].map(() => ({ ok: false, error: { reason: 'sight', refusal: 'too-far' } })),
    );
  });

  test('is computed by a worker from numbers, without records, as in line', async () => {
    const walled = having(
      plan,
      record('wall', { a: { x: 5, y: -5 }, b: { x: 5, y: 5 } }),
      record('building', { ring: body }),
    );
    const sent: ToWorker[] = [];
    const answering = new Answering([floorCoverage]);
    const client = new DerivationClient({
      later: (work) => work(),
      open: (answer) => ({
        post: (message) => {
          sent.push(structuredClone(message));
          const answered = answering.take(structuredClone(message));
          if (answered) queueMicrotask(() => answer(structuredClone(answered)));
        },
        close: () => undefined,
      }),
    });
    const asked = { ...key, targetHeight: 1.2345 };
    const derived = await client.ask(walled, floorCoverage, asked);
    expect(sent.map(({ type }) => type)).toEqual(['compute']);
    if (!derived.ok) throw new Error(derived.error.reason);
    expectSame(derived.value, fromNothing(walled, asked));
    // From now on it is known here.
    expect(derive(walled, floorCoverage, asked)).toBe(derived.value);
  });
});

const body = [
  { x: 10, y: -3 },
  { x: 14, y: -3 },
  { x: 14, y: 3 },
];
