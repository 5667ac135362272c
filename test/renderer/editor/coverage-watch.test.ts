import { describe, expect, test } from 'vitest';
import { floorCoverage } from '../../../core/analysis/coverage/floor-coverage.ts';
import { workerDerivations } from '../../../core/analysis/worker-derivations.ts';
import { derive } from '../../../core/derive/derive.ts';
import { Answering } from '../../../core/derive/worker/answering.ts';
import { DerivationClient } from '../../../core/derive/worker/client.ts';
import type { FromWorker, ToWorker } from '../../../core/derive/worker/messages.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import { levelsByDay } from '../../../core/picture/lens.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { CoverageWatch } from '../../../renderer/editor/coverage-watch.ts';
import { driver, type EditorDriver } from '../../support/editor-driver.ts';
import { granted, record } from '../../support/plan-builder.ts';

/** A worker that answers two seconds after it was asked; time passes by hand. */
function slowWorker() {
  const answering = new Answering(workerDerivations);
  let nowMs = 0;
  const due: { readonly atMs: number; readonly work: () => void }[] = [];
  let broken = false;
  const client = new DerivationClient({
    later: (work) => work(),
    open: (answer) => ({
      post: (message: ToWorker) => {
        const sent = structuredClone(message);
        due.push({
          atMs: nowMs + 2000,
          work: () => {
            const answered: FromWorker | null = broken
              ? { type: 'failed', number: 'number' in sent ? sent.number : 0, message: 'Out of memory.' }
              : answering.take(sent);
            if (answered) answer(structuredClone(answered));
          },
        });
      },
      close: () => undefined,
    }),
  });
  /** Lets time pass, and all that was promised then. */
  const pass = async (ms: number): Promise<void> => {
    const until = nowMs + ms;
    for (;;) {
      const index = due.findIndex(({ atMs }) => atMs <= until);
      const [next] = index < 0 ? [] : due.splice(index, 1);
      if (!next) break;
      nowMs = Math.max(nowMs, next.atMs);
      next.work();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
    nowMs = until;
  };
  return { client, pass, breakDown: () => (broken = true) };
}

const camera = record('camera', { range: 20 });
let farther = 1000;

/** A watch over a plan that nobody asked about before. */
function watched(...records: readonly PlanRecord[]) {
  farther += 10;
  const own = { ...camera, at: { x: 0, y: farther } };
  const hand = driver('select', [own, ...records]);
  const worker = slowWorker();
  const watch = new CoverageWatch(hand.editor, {
    ask: (plan, derivation, key) => worker.client.ask(plan, derivation, key),
    later: (work) => {
      work();
      return () => undefined;
    },
  });
  return { hand, watch, ...worker };
}

function turn({ editor }: EditorDriver, direction: number): void {
  editor.commit({ label: 'turn', diff: granted(updateRecord(editor.plan, camera.id, { direction })) });
}

/** Whether what is called current is what is computed in line from the plan as it is now. */
function isTrue({ editor }: EditorDriver, { status }: CoverageWatch): boolean {
  return (
    status.state !== 'current' ||
    derive(editor.plan, floorCoverage, status.shown.key) === status.shown.coverage
  );
}

describe('with a worker that takes two seconds', () => {
  test('nothing is current until it is that of the plan', async () => {
    const { hand, watch, pass } = watched();
    expect(watch.status).toEqual({ state: 'computing', shown: null });
    await pass(1999);
    expect(watch.status.state).toBe('computing');
    await pass(2);
    expect(watch.status.state).toBe('current');
    expect(isTrue(hand, watch)).toBe(true);
    const { shown } = watch.status;

    turn(hand, 1);
    expect(watch.status).toEqual({ state: 'computing', shown });
    await pass(1000);
    // While it is computed the plan becomes another one again.
    turn(hand, 2);
    await pass(1500);
    expect(watch.status.state).toBe('computing');
    await pass(2000);
    expect(watch.status.state).toBe('current');
    expect(isTrue(hand, watch)).toBe(true);
    expect(watch.status.shown).not.toBe(shown);
  });

  test('at no moment of many edits and undos is anything called current that is not', async () => {
    const { hand, watch, pass } = watched(record('wall', { a: { x: 4, y: 900 }, b: { x: 4, y: 1200 } }));
    let said = 0;
    watch.subscribe(() => {
      said += 1;
      expect(isTrue(hand, watch)).toBe(true);
    });
    for (let step = 0; step < 30; step++) {
      if (step % 4 === 3) hand.editor.travel('undo');
      else turn(hand, step / 10);
      expect(isTrue(hand, watch)).toBe(true);
      await pass(step % 3 === 0 ? 2500 : 400);
      expect(isTrue(hand, watch)).toBe(true);
    }
    await pass(10_000);
    expect(watch.status.state).toBe('current');
    expect(said).toBeGreaterThan(10);
  });

  test('what is undone is known at once', async () => {
    const { hand, watch, pass } = watched();
    await pass(2001);
    const { shown } = watch.status;
    turn(hand, 1);
    expect(watch.status.state).toBe('computing');
    hand.editor.travel('undo');
    expect(watch.status.state).toBe('current');
    expect(watch.status.shown?.coverage).toBe(shown?.coverage);
  });

  test('a failure is said until the plan is another one', async () => {
    const { hand, watch, pass, breakDown } = watched();
    await pass(2001);
    breakDown();
    turn(hand, 1);
    await pass(2001);
    expect(watch.status).toMatchObject({ state: 'failed', message: 'Out of memory.' });
    expect(watch.status.shown).not.toBeNull();
    turn(hand, 2);
    expect(watch.status.state).toBe('computing');
    hand.editor.travel('undo');
    hand.editor.travel('undo');
    expect(watch.status.state).toBe('current');
  });

  test('what was on another floor, or of another height, does not stay', async () => {
    const { hand, watch, pass } = watched(record('floor', { id: 2, name: 'Upper', order: 1, elevation: 3 }));
    await pass(2001);
    hand.editor.show({ lens: { coverage: { ...levelsByDay, targetHeight: 1.7 } } });
    expect(watch.status).toEqual({ state: 'computing', shown: null });
    await pass(2001);
    expect(watch.status.shown?.key.targetHeight).toBe(1.7);
    hand.editor.show({ lens: { floor: record('floor', { id: 2 }).id } });
    expect(watch.status.shown).toBeNull();
    hand.editor.show({ lens: { coverage: null } });
    expect(watch.status.state).toBe('none');
  });

  test('of cameras whose layers are not shown there is none', async () => {
    const { hand, watch, pass } = watched();
    await pass(2001);
    const layer = hand.editor.plan.tables.layer.get(camera.layer);
    if (!layer) throw new Error('The layer of the camera is missing.');
    hand.editor.commit({
      label: 'hide',
      diff: granted(updateRecord(hand.editor.plan, layer.id, { visible: false })),
    });
    await pass(2001);
    expect(watch.status.shown?.coverage.cameras.size).toBe(0);
  });

  test('closed, it says and asks nothing any more', async () => {
    const { hand, watch, pass } = watched();
    let said = 0;
    watch.subscribe(() => (said += 1));
    watch.close();
    turn(hand, 1);
    await pass(5000);
    expect(said).toBe(0);
  });
});
