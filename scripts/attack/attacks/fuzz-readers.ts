import { Worker } from 'node:worker_threads';
import type { Attack, AttackRun } from '../attack.ts';
import type { ReaderWork } from '../fuzz/reader-worker.ts';

const INPUTS = { short: 3000, long: 1_000_000 } as const;
const SEEDS = 1_000_000;
/** A thread that reads one input for longer does so for good. */
const HANGS_MS = 20_000;
const LOOK_MS = 500;

type Report = { readonly number?: number; readonly harm?: string };

/** Reads the inputs of one worker; gives the number to go on with, which is `to` when all were read. */
function readIn(work: ReaderWork, { failed }: AttackRun): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../fuzz/reader-worker.ts', import.meta.url), {
      workerData: work,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    let [last, since] = [-1, Date.now()];
    const end = (next: number) => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(next));
    };
    const watch = setInterval(() => {
      const number = Atomics.load(work.now, 0);
      if (number !== last) [last, since] = [number, Date.now()];
      if (Date.now() - since < HANGS_MS) return;
      failed(`input ${number} of seed ${work.seed} hangs`);
      end(number + 1);
    }, LOOK_MS);
    worker.on('message', ({ number, harm }: Report) => {
      if (harm === undefined) end(work.to);
      else failed(`input ${number} of seed ${work.seed}: ${harm}`);
    });
    // What was thrown where nobody awaited it ends the thread.
    worker.on('error', (error) => {
      const number = Atomics.load(work.now, 0);
      failed(`input ${number} of seed ${work.seed} ended its thread: ${String(error)}`);
      end(number + 1);
    });
  });
}

/** Mutated plan files, GeoJSON, pictures and copied texts: each is read or refused in a sentence. */
export const fuzzReaders: Attack = {
  name: 'fuzz-readers',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const seed = run.random.below(SEEDS);
    const to = INPUTS[run.form];
    const now = new Int32Array(new SharedArrayBuffer(4));
    for (let from = 0; from < to; ) {
      const next = await readIn({ seed, from, to, now }, run);
      run.tried(next - from);
      from = next;
    }
  },
};
