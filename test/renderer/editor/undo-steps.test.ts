import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, type PlanDiff } from '../../../core/plan/diff.ts';
import { allRecords } from '../../../core/plan/plan.ts';
import { samePlan } from '../../../core/plan/plan-json.ts';
import { Autosave } from '../../../renderer/storage/autosave.ts';
import { createEditor } from '../../../renderer/editor/create-editor.ts';
import type { Editor } from '../../../renderer/editor/editor.ts';
import type { UndoNews } from '../../../renderer/editor/undo-steps.ts';
import { readPlan } from '../../../renderer/storage/read-plan.ts';
import { stepReader } from '../../../renderer/storage/read-steps.ts';
import { uuidSource } from '../../support/editor-driver.ts';
import { granted, record, testId, testPlan } from '../../support/plan-builder.ts';
import { bridgeOf, type WindowCalls, windowCalls } from '../../support/window-calls.ts';

type Action = {
  readonly type: 'edit' | 'undo' | 'redo' | 'settle' | 'reopen' | 'fail';
  readonly camera: number;
  readonly x: number;
  readonly merges: boolean;
  /** Milliseconds that pass before. */
  readonly later: number;
};

/** An editor whose steps leave it as soon as they may, with what saves them; and what opens the plan again. */
class Session {
  readonly #calls: WindowCalls;
  readonly #clock: { nowMs: number };
  readonly #newUuid: () => string;
  editor: Editor;
  #autosave: Autosave;
  isDiskFull = false;
  readonly news: UndoNews[] = [];

  private constructor(calls: WindowCalls, clock: { nowMs: number }) {
    this.#calls = calls;
    this.#clock = clock;
    this.#newUuid = uuidSource(500_000);
    this.editor = null as unknown as Editor;
    this.#autosave = null as unknown as Autosave;
  }

  static async of(calls: WindowCalls, clock: { nowMs: number }): Promise<Session> {
    const session = new Session(calls, clock);
    await session.open();
    return session;
  }

  async open(): Promise<void> {
    const bridge = bridgeOf(this.#calls);
    const read = granted(await readPlan(bridge, 'p1'));
    const editor = createEditor({
      plan: read.records,
      history: { done: [], undone: [], deeper: read.steps },
      readSteps: stepReader(bridge, 'p1'),
      undoBudget: 1,
      newUuid: this.#newUuid,
      now: () => this.#clock.nowMs,
    });
    this.#autosave = new Autosave({
      planId: 'p1',
      version: read.version,
      author: '',
      now: () => '2026-11-24T09:00:00.000Z',
      bridge: {
        ...bridge,
        'plans.save': async (args) =>
          this.isDiskFull
            ? { ok: false, error: { code: 'not-written', message: 'The disk is full.' } }
            : bridge['plans.save'](args),
      },
      onSaved: (sizes) => editor.history.saved(sizes),
    });
    editor.subscribe('plan', (change) => this.#autosave.add(change));
    editor.subscribe('undo', (news) => this.news.push(news));
    this.editor = editor;
  }

  /** Waits until everything is on disk and nothing is on its way. */
  async settle(): Promise<void> {
    this.isDiskFull = false;
    while (!(await this.#autosave.flush()));
    for (let turn = 0; this.editor.history.isWaiting || turn < 3; turn += 1) await turns();
  }

  async reopen(): Promise<void> {
    await this.settle();
    this.#autosave.close();
    await this.open();
  }
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 2));

function randomEdit(editor: Editor, { camera, x }: Action): PlanDiff {
  return edit(editor.plan, (draft) => {
    const id = testId('camera', camera);
    const before = draft.get(id);
    if (before && x === 0) draft.remove(id);
    else draft.put(before ? { ...before, at: { x, y: 0 } } : record('camera', { id: camera, at: { x, y: 0 } }));
  });
}

const actions = fc.array(
  fc.record({
    type: fc.constantFrom<Action['type']>(
      ...(['edit', 'edit', 'edit', 'undo', 'undo', 'redo', 'settle', 'reopen', 'fail'] as const),
    ),
    camera: fc.integer({ min: 1, max: 3 }),
    x: fc.integer({ min: 0, max: 5 }),
    merges: fc.boolean(),
    later: fc.constantFrom(0, 300, 1500),
  }),
  { maxLength: 30 },
);

async function withPlan() {
  const calls = windowCalls();
  const { sites, plans } = granted(calls.store.repositories());
  const siteId = granted(sites.create('Site')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(), receivedFrom: null }));
  return calls;
}

test('with every step fetched from the journal the plan is what it is with all of them at hand', async () => {
  const property = fc.asyncProperty(actions, async (list) => {
    const clock = { nowMs: 0 };
    const session = await Session.of(await withPlan(), clock);
    let whole = createEditor({ plan: testPlan(), newUuid: uuidSource(900_000), now: () => clock.nowMs });
    for (const action of list) {
      clock.nowMs += action.later;
      if (action.type === 'settle') await session.settle();
      else if (action.type === 'fail') session.isDiskFull = true;
      else if (action.type === 'reopen') {
        await session.reopen();
        // What is open anew knows neither what was selected nor what a nudge belonged to.
        const { done, undone } = whole.history;
        const forgotten = (entries: typeof done) =>
          entries.map((entry) => ({ ...entry, selectionBefore: new Set<never>(), mergeKey: null }));
        whole = createEditor({
          plan: whole.plan,
          history: { done: forgotten(done), undone: forgotten(undone) },
          newUuid: uuidSource(clock.nowMs + 1_000_000),
          now: () => clock.nowMs,
        });
      } else {
        for (const editor of [session.editor, whole]) {
          if (action.type !== 'edit') editor.travel(action.type);
          else {
            editor.commit({
              label: 'label',
              diff: randomEdit(editor, action),
              ...(action.merges ? { mergeKey: 'nudge' } : {}),
            });
            editor.select([testId('camera', action.camera)]);
          }
        }
        if (session.editor.history.isWaiting) await session.settle();
      }
      expect([...allRecords(session.editor.plan)]).toEqual([...allRecords(whole.plan)]);
      expect([...session.editor.selection]).toEqual([...whole.selection]);
      const depths = (['done', 'undone'] as const).map(
        (stack) => session.editor.history[stack].length + session.editor.history.deeper[stack],
      );
      expect(depths).toEqual([whole.history.done.length, whole.history.undone.length]);
    }
    await session.reopen();
    expect(samePlan(session.editor.plan, whole.plan)).toBe(true);
    while (whole.travel('undo')) {
      expect(session.editor.travel('undo')).toBe(true);
      await session.settle();
      expect(samePlan(session.editor.plan, whole.plan)).toBe(true);
    }
    expect(session.editor.travel('undo')).toBe(false);
    expect(session.news.filter(({ said }) => said !== null)).toEqual([]);
  });
  await fc.assert(property, { seed: 20261129, numRuns: 60 });
}, 240_000);
