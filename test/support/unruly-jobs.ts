import { setTimeout } from 'node:timers/promises';
import { ok } from '../../core/result.ts';
import { type JobTerms, job, type Work } from '../../electron/jobs/job.ts';
import { serveJobs } from '../../electron/jobs/serve-jobs.ts';

const terms: JobTerms = {
  noun: 'work',
  whileAnother: 'Wait for it.',
  afterCancel: 'Nothing came of it.',
  afterEnd: 'Nothing is lost.',
  mostMegabytes: 0,
  mostMinutes: 0,
};

const works: Readonly<Record<string, Work<number, unknown, number>>> = {
  /** Gives so many parts one after the other. */
  parts: async (count, { give, progress }) => {
    for (let part = 0; part < count; part += 1) {
      await give(part);
      progress((part + 1) / count, `part ${part}`);
    }
    return ok('all given');
  },
  throws: async () => {
    throw new Error('a bug');
  },
  ends: async () => process.exit(3),
  /** Hears nothing any more. */
  spins: async () => {
    for (;;);
  },
  fillsHeap: async () => {
    const kept: unknown[] = [];
    for (;;) kept.push({ x: Math.random(), y: [1, 2, 3] });
  },
  fillsBuffers: async () => {
    const kept: unknown[] = [];
    for (;;) {
      kept.push(new Uint8Array(16e6).fill(1));
      await setTimeout(5);
    }
  },
  fetches: async () => ok(await fetch('http://127.0.0.1:9')),
};

serveJobs(
  Object.fromEntries(Object.entries(works).map(([name, work]) => [name, job(terms, async () => work)])),
);
