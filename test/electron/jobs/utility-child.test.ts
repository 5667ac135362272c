import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { JobRun } from '../../../electron/jobs/job-run.ts';
import { startUtilityChild } from '../../../electron/jobs/utility-child.ts';

/** A process as Electron gives it: without a number, deaf and not to be ended until it is up. */
class FakeProcess extends EventEmitter {
  pid: number | undefined;
  readonly posted: unknown[] = [];
  isEnded = false;

  postMessage(message: unknown): void {
    this.posted.push(message);
  }

  kill(): boolean {
    if (this.pid === undefined) return false;
    this.isEnded = true;
    this.pid = undefined;
    this.emit('exit', 0);
    return true;
  }

  async isUp(): Promise<void> {
    this.pid = 7;
    this.emit('spawn');
    await Promise.resolve();
  }
}

const forked = vi.hoisted((): unknown[] => []);

// The process boundary: Electron itself is not there under plain Node.
vi.mock('electron', () => ({
  app: { getAppMetrics: () => [] },
  utilityProcess: {
    fork: () => {
      const child = new FakeProcess();
      forked.push(child);
      return child;
    },
  },
}));

afterEach(() => void forked.splice(0));

const terms = {
  noun: 'work',
  whileAnother: '',
  afterCancel: '',
  afterEnd: '',
  mostMegabytes: 100,
  mostMinutes: 1,
};

function started() {
  const run = new JobRun(startUtilityChild, { name: 'export.write', request: 1, terms }, {});
  return { run, child: forked[0] as FakeProcess };
}

test('a process that is cancelled before it is up is ended once it is, and never given its work', async () => {
  const { run, child } = started();
  run.cancel();
  expect(await run.answer).toMatchObject({ error: { code: 'cancelled' } });
  expect(child.isEnded).toBe(false);
  await child.isUp();
  expect(child).toMatchObject({ isEnded: true, posted: [] });
});

test('one that is up is given its work, and ended when that is done', async () => {
  const { run, child } = started();
  await child.isUp();
  expect(child.posted).toEqual([{ type: 'work', name: 'export.write', request: 1 }]);
  child.emit('message', { type: 'answer', answer: { ok: true, value: 2 } });
  expect(await run.answer).toEqual({ ok: true, value: 2 });
  expect(child.isEnded).toBe(true);
});
