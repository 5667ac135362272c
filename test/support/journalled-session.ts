import { createEditor } from '../../renderer/editor/create-editor.ts';
import type { Editor } from '../../renderer/editor/editor.ts';
import type { UndoNews } from '../../renderer/editor/undo-steps.ts';
import { Autosave } from '../../renderer/storage/autosave.ts';
import { readPlan } from '../../renderer/storage/read-plan.ts';
import { stepReader } from '../../renderer/storage/read-steps.ts';
import { uuidSource } from './editor-driver.ts';
import { granted } from './plan-builder.ts';
import { bridgeOf, type WindowCalls } from './window-calls.ts';

export type Action = {
  readonly type: 'edit' | 'undo' | 'redo' | 'settle' | 'reopen' | 'fail';
  readonly camera: number;
  readonly x: number;
  readonly merges: boolean;
  /** Milliseconds that pass before. */
  readonly later: number;
};

/** An editor whose steps leave it as soon as they may, with what saves them; and what opens the plan again. */
export class Session {
  readonly #calls: WindowCalls;
  readonly #clock: { nowMs: number };
  readonly #newUuid: () => string;
  editor: Editor;
  #autosave: Autosave;
  isDiskFull = false;
  /** So many saves succeed before the disk is full. */
  savesLeft = Number.POSITIVE_INFINITY;
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
          this.isDiskFull || this.savesLeft-- <= 0
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
    this.savesLeft = Number.POSITIVE_INFINITY;
    while (!(await this.#autosave.flush()));
    for (let turn = 0; this.editor.history.isWaiting || turn < 3; turn += 1) await turns();
  }

  async reopen(): Promise<void> {
    await this.settle();
    this.#autosave.close();
    await this.open();
  }
}

export const turns = () => new Promise((resolve) => setTimeout(resolve, 2));
