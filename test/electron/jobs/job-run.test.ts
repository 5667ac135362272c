import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { err, ok } from '../../../core/result.ts';
import type { JobChild, JobEars } from '../../../electron/jobs/job-child.ts';
import type { ToJob } from '../../../electron/jobs/job-message.ts';
import { type JobHearing, JobRun } from '../../../electron/jobs/job-run.ts';
import { nodeChildren } from '../../support/node-child.ts';

const start = nodeChildren(path.resolve(import.meta.dirname, '../../support/unruly-jobs.ts'));

const terms = {
  noun: 'work',
  whileAnother: 'Wait for it.',
  afterCancel: 'Nothing came of it.',
  afterEnd: 'Nothing is lost.',
  mostMegabytes: 300,
  mostMinutes: 1,
};

function run(name: string, hearing: JobHearing<unknown> = {}, { most = terms, request = 0 } = {}): JobRun {
  return new JobRun(start, { name, request, terms: most }, hearing);
}

const failed = (message: string) => err({ code: 'failed', message });

test('parts come one at a time, each after the one before was taken', async () => {
  const heard: unknown[] = [];
  let busy = false;
  const onPart = async (part: unknown) => {
    if (busy) heard.push('two at once');
    busy = true;
    await setTimeout(5);
    busy = false;
    heard.push(part);
    return ok(null);
  };
  const onProgress = (done: number, doing: string | null) => void heard.push([done, doing]);
  expect(await run('parts', { onPart, onProgress }, { request: 2 }).answer).toEqual(ok('all given'));
  expect(heard).toEqual([0, [0.5, 'part 0'], 1, [1, 'part 1']]);
});

test('a part that is refused ends the job with that sentence', async () => {
  const full = err({ code: 'not-written', message: 'The disk is full.' } as const);
  const taken: unknown[] = [];
  const onPart = async (part: unknown) => {
    taken.push(part);
    return part === 1 ? full : ok(null);
  };
  expect(await run('parts', { onPart }, { request: 5 }).answer).toEqual(full);
  expect(taken).toEqual([0, 1]);
});

test('a bug of whoever takes the parts is thrown, not waited for', async () => {
  const onPart = async () => {
    throw new TypeError('a bug');
  };
  await expect(run('parts', { onPart }, { request: 1 }).answer).rejects.toThrow('a bug');
});

test('one that is cancelled ends at once, whatever it is doing', async () => {
  const running = run('spins');
  await setTimeout(300);
  running.cancel();
  const message = 'The work was cancelled. Nothing came of it.';
  expect(await running.answer).toEqual(err({ code: 'cancelled', message }));
});

test('one that is cancelled takes nothing after its answer, and says nothing', async () => {
  const heard: unknown[] = [];
  const ears: JobEars[] = [];
  const told: ToJob[] = [];
  // A process whose messages are still on their way when it is ended.
  const child: JobChild = {
    tell: (message) => void told.push(message),
    kill: () => void setTimeout(0).then(() => ears[0]?.ended()),
    residentBytes: () => 0,
  };
  const hearing: JobHearing<unknown> = {
    onProgress: (done) => void heard.push(done),
    onPart: async (part) => {
      heard.push(`begins ${part}`);
      await setTimeout(50);
      heard.push(`ends ${part}`);
      return ok(null);
    },
  };
  const started = (given: JobEars) => {
    ears.push(given);
    return child;
  };
  const running = new JobRun(started, { name: 'parts', request: 2, terms }, hearing);
  ears[0]?.hear({ type: 'progress', done: 0.5, doing: null });
  ears[0]?.hear({ type: 'part', part: 0 });
  running.cancel();
  expect(await running.answer).toMatchObject({ error: { code: 'cancelled' } });
  heard.push('answered');
  ears[0]?.hear({ type: 'part', part: 1 });
  ears[0]?.hear({ type: 'progress', done: 0.9, doing: null });
  await setTimeout(100);
  expect(heard).toEqual([0.5, 'begins 0', 'ends 0', 'answered']);
  expect(told).toEqual([{ type: 'work', name: 'parts', request: 2 }]);
});

test.each(['fillsHeap', 'fillsBuffers'])('one that %s is ended at its limit of memory', async (name) => {
  expect(await run(name).answer).toEqual(
    failed('The work needed more than 300 MB of memory and was ended. Nothing is lost.'),
  );
});

test('one that never ends is ended at its limit of time', async () => {
  expect(await run('spins', {}, { most: { ...terms, mostMinutes: 0.01 } }).answer).toEqual(
    failed('The work took longer than 0.01 minutes and was ended. Nothing is lost.'),
  );
});

test('one that throws or whose process ends is told of in a sentence', async () => {
  expect(await run('throws').answer).toEqual(failed('The work failed (a bug). Nothing is lost.'));
  expect(await run('ends').answer).toEqual(failed('The work ended unexpectedly. Nothing is lost.'));
});

test('its process opens no connection', async () => {
  expect(await run('fetches').answer).toEqual(
    failed('The work failed (Sallyport opens no network connections.). Nothing is lost.'),
  );
});
