import { handOver } from './hand-over.ts';
import { takeWindowLock } from './window-lock.ts';

/** How long a second start waits for the first one to take its note. */
const WAIT_MS = 10_000;

/** How a start without a command goes on: with the window, or it ends because another process has that. */
export type BegunStart =
  | {
      readonly type: 'window';
      /** The files that are still to be opened; what was noted meanwhile is found in its note. */
      readonly files: readonly string[];
      /** Why a further start would open a second window, or null. */
      readonly lockTrouble: string | null;
    }
  | { readonly type: 'end'; readonly exitCode: number; readonly message: string | null };

/** Makes the window this process's own, or hands the files to the process that has it. */
export function beginWindow(dataFolder: string, files: readonly string[]): BegunStart {
  const lock = takeWindowLock(dataFolder);
  if (lock.type !== 'other') {
    return { type: 'window', files, lockTrouble: lock.type === 'none' ? lock.why : null };
  }
  const handed = handOver({ dataFolder, files, waitMs: WAIT_MS });
  switch (handed.type) {
    case 'window':
      return { type: 'window', files: [], lockTrouble: handed.lock.type === 'none' ? handed.lock.why : null };
    case 'taken':
      return { type: 'end', exitCode: 0, message: null };
    case 'waiting':
      return { type: 'end', exitCode: 0, message: handed.message };
    case 'failed':
      return { type: 'end', exitCode: 1, message: handed.message };
  }
}
