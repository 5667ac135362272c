import { inspect } from 'node:util';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { readInput } from './reader-inputs.ts';

/** What a worker is given: the inputs from one number to another, and where it says which one it reads. */
export type ReaderWork = {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** The number that is read now. */
  readonly now: Int32Array;
};

const LONGEST_MS = 2000;

const { seed, from, to, now } = workerData as ReaderWork;

async function main(): Promise<void> {
  for (let number = from; number < to; number += 1) {
    Atomics.store(now, 0, number);
    // Of this thread alone: on a busy machine a clock says nothing.
    const began = process.threadCpuUsage();
    let harm: string | null;
    try {
      harm = await readInput(seed, number);
    } catch (error) {
      harm = `it threw ${inspect(error).split('\n').slice(0, 3).join(' ')}`;
    }
    const { user, system } = process.threadCpuUsage(began);
    if ((user + system) / 1000 > LONGEST_MS) harm = `it took ${Math.round((user + system) / 1000)} ms`;
    if (harm !== null) parentPort?.postMessage({ number, harm });
  }
  parentPort?.postMessage({ done: threadId });
}

void main();
