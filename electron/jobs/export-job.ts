import path from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { PlanParcel } from '../../core/codec/plan-file.ts';
import type { AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';
import type { ExportChoice, Exported } from '../files/export-plan.ts';

/** What the worker is sent, and what it answers: how far it is, at last what to write or why there are none. */
export type ExportRequest = { readonly parcel: PlanParcel; readonly choice: ExportChoice };
export type ExportAnswer = Result<Exported, AppError>;
export type ExportReport =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'answer'; readonly answer: ExportAnswer };

const busy = {
  code: 'refused',
  message: 'Another export is still running. Wait for it, or cancel it.',
} as const;
const ended = { code: 'cancelled', message: 'The export was cancelled. Nothing was written.' } as const;
const broken = {
  code: 'failed',
  message: 'The export ended unexpectedly. The plan itself is untouched.',
} as const;

/** Writes exports in a process of their own, so that the window stays quick; one at a time. */
export class ExportJob {
  readonly #onProgress: (done: number) => void;
  #worker: UtilityProcess | null = null;
  #isCancelled = false;

  /** `onProgress` hears how far the running export is, 0 to 1. */
  constructor(onProgress: (done: number) => void) {
    this.#onProgress = onProgress;
  }

  get isRunning(): boolean {
    return this.#worker !== null;
  }

  async run(parcel: PlanParcel, choice: ExportChoice): Promise<ExportAnswer> {
    if (this.#worker) return err(busy);
    const worker = utilityProcess.fork(path.join(import.meta.dirname, 'job-worker.js'));
    this.#worker = worker;
    this.#isCancelled = false;
    this.#onProgress(0);
    try {
      return await new Promise<ExportAnswer>((resolve) => {
        worker.on('message', (report: ExportReport) => {
          if (report.type === 'answer') resolve(report.answer);
          else this.#onProgress(report.done);
        });
        worker.once('exit', () => resolve(err(this.#isCancelled ? ended : broken)));
        worker.once('spawn', () => worker.postMessage({ parcel, choice } satisfies ExportRequest));
      });
    } finally {
      this.#onProgress(1);
      this.#worker = null;
      worker.kill();
    }
  }

  /** Ends the running export; nothing is written. */
  cancel(): void {
    this.#isCancelled = true;
    this.#worker?.kill();
  }
}
