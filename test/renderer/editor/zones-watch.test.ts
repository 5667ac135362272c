import { describe, expect, test, vi } from 'vitest';
import { workerDerivations } from '../../../core/analysis/worker-derivations.ts';
import { floorZones } from '../../../core/analysis/zones/floor-zones.ts';
import { derive } from '../../../core/derive/derive.ts';
import { inputRecords } from '../../../core/derive/input-records.ts';
import { Answering } from '../../../core/derive/worker/answering.ts';
import { DerivationClient } from '../../../core/derive/worker/client.ts';
import { edit } from '../../../core/plan/diff.ts';
import type { PlanRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import type { Editor } from '../../../renderer/editor/editor.ts';
import { followWorst } from '../../../renderer/editor/follow-worst.ts';
import { answerOf, ZonesWatch } from '../../../renderer/editor/zones-watch.ts';
import { EditorDriver } from '../../support/editor-driver.ts';
import { record, siteFloor, testId } from '../../support/plan-builder.ts';

const SLOW_MS = 2000;
const id = testId('coverageZone');

/** Plans that differ from those of other tests, so that nothing of them is known beforehand. */
let shift = 0;
const zone = (fields: Partial<Omit<RecordOf<'coverageZone'>, 'id'>> & { readonly id?: number } = {}) => {
  shift += 1;
  const [left, right] = [shift * 1e-3, 10 + shift * 1e-3];
  const ring = [
    { x: left, y: 0 },
    { x: right, y: 0 },
    { x: right, y: 10 },
    { x: left, y: 10 },
  ];
  return record('coverageZone', { ring, level: 'detect', ...fields });
};
const camera = (fields: Partial<Omit<RecordOf<'camera'>, 'id'>> & { readonly id?: number } = {}) =>
  record('camera', {
    type: 'panoramic',
    fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
    tilt: Math.PI / 2,
    widthPx: 100_000,
    range: 8,
    ...fields,
  });

type Worker = { readonly client: DerivationClient; isBroken: boolean; asked: number };

/** A worker that takes two seconds for each answer, over a channel that copies what it carries. */
function slowWorker(): Worker {
  const answering = new Answering(workerDerivations);
  const worker: Worker = {
    isBroken: false,
    asked: 0,
    client: new DerivationClient({
      later: (work) => void setTimeout(work),
      open: (answer) => ({
        post: (message) => {
          const sent = structuredClone(message);
          if (sent.type === 'compute') worker.asked += 1;
          setTimeout(() => {
            if (worker.isBroken) answer({ type: 'broken', message: 'Out of memory.' });
            else answer(structuredClone(answering.take(sent)) as never);
          }, SLOW_MS);
        },
        close: () => undefined,
      }),
    }),
  };
  return worker;
}

function watched(...records: readonly PlanRecord[]) {
  vi.useFakeTimers();
  const { editor } = new EditorDriver({ records });
  const worker = slowWorker();
  const watch = new ZonesWatch(editor, {
    ask: (plan, derivation, key) => worker.client.ask(plan, derivation, key),
    later: (work) => {
      const pause = setTimeout(work, 30);
      return () => clearTimeout(pause);
    },
  });
  followWorst(editor, watch);
  const heard: string[] = [];
  const look = () => {
    expectTruth(editor, watch);
    heard.push(stateOf(watch));
  };
  watch.subscribe(look);
  return { editor, worker, watch, heard, states: () => heard.splice(0) };
}

const stateOf = ({ status }: ZonesWatch): string =>
  [...status.floors.values()].map(({ state }) => state).join() || 'none';

/** Whatever is called current is what comes out when it is computed here and now. */
function expectTruth(editor: Editor, { status }: ZonesWatch): void {
  const { plan, view } = editor;
  expect(status.states).toBe(view.lens.states === 'today' ? 'today' : 'proposed');
  for (const [floor, answer] of status.floors) {
    if (answer.state !== 'current') continue;
    const key = { floor, states: status.states, targetHeight: null };
    const truth = floorZones.compute(inputRecords(plan, floorZones.inputs(key), derive), key);
    const percents = (zones: typeof truth) =>
      [...zones].map(([each, result]) => [each, result.ok ? result.percent : result.reason]);
    expect(percents(answer.zones)).toEqual(percents(truth));
  }
}

const put = (editor: Editor, ...records: readonly PlanRecord[]) =>
  editor.commit({
    label: 'edit.move',
    diff: edit(editor.plan, (draft) => {
      for (const each of records) draft.put(each);
    }),
  });

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe('the answers for zones', () => {
  test('a worker slowed by two seconds never has a figure of another plan called current', async () => {
    const { editor, watch, states } = watched(zone(), camera());
    expect(stateOf(watch)).toBe('computing');
    await seconds(2.1);
    expect(states()).toEqual(['current']);
    // One edit after the other, faster than they can be answered for; at each moment what is said is true.
    for (const range of [7, 6, 5, 4, 3]) {
      put(editor, camera({ range }));
      expect(stateOf(watch)).toBe('computing');
      await seconds(0.7);
      expectTruth(editor, watch);
    }
    expect(new Set(states())).toEqual(new Set(['computing']));
    await seconds(4.5);
    expect(states()).toEqual(['current']);
    const answer = answerOf(watch.status, zone());
    expect(answer?.state).toBe('current');
  });

  test('the last figures stay beside the word that they are being computed', async () => {
    const { editor, watch } = watched(zone(), camera());
    await seconds(2.1);
    const before = answerOf(watch.status, zone());
    put(editor, camera({ range: 2 }));
    expect(answerOf(watch.status, zone())).toEqual({ state: 'computing', result: before?.result });
  });

  test('an undo has its answer at once, without the worker', async () => {
    const { editor, watch, worker } = watched(zone({ minimumPercent: 80 }), camera());
    await seconds(2.1);
    put(editor, camera({ id: 2, at: { x: 10, y: 10 } }));
    await seconds(2.1);
    const { asked } = worker;
    editor.travel('undo');
    expect(stateOf(watch)).toBe('current');
    expectTruth(editor, watch);
    expect(worker.asked).toBe(asked);
  });

  test('what no zone follows from leaves them as they are', async () => {
    const { editor, watch, states } = watched(zone(), camera());
    await seconds(2.1);
    states();
    const { status } = watch;
    put(editor, record('text', { at: { x: 1, y: 1 }, text: 'Yard' }));
    expect(watch.status).toBe(status);
    expect(states()).toEqual([]);
  });

  test('of another state of the plan nothing is taken over', async () => {
    const { editor, watch } = watched(zone(), camera({ state: 'proposed' }));
    await seconds(2.1);
    editor.show({ lens: { states: 'today' } });
    expect(answerOf(watch.status, zone())).toEqual({ state: 'computing', result: null });
    await seconds(2.1);
    expect(answerOf(watch.status, zone())).toMatchObject({ state: 'current', result: { percent: 0 } });
    editor.show({ lens: { states: 'both' } });
    expect(answerOf(watch.status, zone())).toMatchObject({ state: 'current' });
    expect(answerOf(watch.status, zone({ state: 'removed' }))).toBeNull();
  });

  test('a worker that breaks is said, and asked again after the next edit', async () => {
    const { editor, watch, worker, states } = watched(zone(), camera());
    worker.isBroken = true;
    await seconds(10);
    expect(states()).toEqual(['failed']);
    expect([...watch.status.floors.values()]).toEqual([
      { state: 'failed', zones: null, message: 'Out of memory.' },
    ]);
    // The same plan is not asked about again and again.
    expect(worker.asked).toBe(1);
    worker.isBroken = false;
    put(editor, camera({ range: 5 }));
    await seconds(2.1);
    expect(states()).toEqual(['computing', 'current']);
  });

  test('floors are asked about one after the other, the one that is shown first; those without zones are not', async () => {
    const upper = record('floor', { id: 2, name: 'Upper', order: 2 });
    const third = record('floor', { id: 3, name: 'Third', order: 3 });
    const { editor, watch } = watched(upper, third, zone(), zone({ id: 2, floor: upper.id }));
    editor.show({ lens: { floor: upper.id } });
    expect([...watch.status.floors.keys()]).toEqual([siteFloor, upper.id]);
    await seconds(2.1);
    expect(stateOf(watch)).toBe('computing,current');
    await seconds(2.1);
    expect(stateOf(watch)).toBe('current,current');
  });

  test('nothing is asked where no zone is, nor after it is closed', async () => {
    const { editor, watch, worker } = watched(camera());
    await seconds(3);
    expect([worker.asked, stateOf(watch)]).toEqual([0, 'none']);
    watch.close();
    put(editor, zone());
    await seconds(3);
    expect(worker.asked).toBe(0);
  });

  test('what is known of many floors is kept', async () => {
    const floors = Array.from({ length: 40 }, (_, index) =>
      record('floor', { id: index + 2, name: `Floor ${index + 2}`, order: index + 2 }),
    );
    const zones = floors.map(({ id: floor }, index) => zone({ id: index + 2, floor }));
    const { watch, worker } = watched(...floors, ...zones);
    await seconds(100);
    expect(stateOf(watch)).toBe(Array(40).fill('current').join());
    expect(worker.asked).toBe(40);
  });
});

describe('the mark of a worst place', () => {
  test('follows the plan, is away while that is computed, and goes with the choice of its zone', async () => {
    const { editor, watch } = watched(zone(), camera());
    await seconds(2.1);
    const place = watch.worstOf(id);
    expect(place?.reason).toBe('uncovered');
    editor.select([id]);
    editor.show({ lens: { worst: { zone: id, place } } });
    put(editor, camera({ at: { x: 10, y: 10 } }));
    expect(editor.view.lens.worst).toEqual({ zone: id, place: null });
    await seconds(2.1);
    const other = editor.view.lens.worst?.place;
    expect(other).toEqual(watch.worstOf(id));
    expect(other).not.toEqual(place);
    editor.select([testId('camera')]);
    expect(editor.view.lens.worst).toBeNull();
  });

  test('goes with its zone', async () => {
    const { editor, watch } = watched(zone(), camera());
    await seconds(2.1);
    editor.select([id]);
    editor.show({ lens: { worst: { zone: id, place: watch.worstOf(id) } } });
    const diff = edit(editor.plan, (draft) => draft.remove(id));
    editor.commit({ label: 'edit.delete', diff });
    expect(editor.view.lens.worst).toBeNull();
    expect(
      derive(editor.plan, floorZones, { floor: siteFloor, states: 'proposed', targetHeight: null }).size,
    ).toBe(0);
  });
});
