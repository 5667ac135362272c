import path from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { PlanParcel } from '../../core/codec/plan-file.ts';
import type { AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';
import type { ExportChoice } from '../files/export-plan.ts';

/** What the worker is sent, and what it answers. */
export type ExportRequest = { readonly parcel: PlanParcel; readonly choice: ExportChoice };
export type ExportAnswer = Result<Uint8Array, AppError>;

/** Writes exports in a process of their own, so that the window stays quick; one at a time. */
export class ExportJob {
  #worker: UtilityProcess | null = null;

  async run(parcel: PlanParcel, choice: ExportChoice): Promise<ExportAnswer> {
    if (this.#worker)
      return err({ code: 'refused', message: 'Another export is still running. Wait for it, or cancel it.' });
    const worker = utilityProcess.fork(path.join(import.meta.dirname, 'job-worker.js'));
    this.#worker = worker;
    try {
      return await new Promise<ExportAnswer>((resolve) => {
        worker.once('message', (answer: ExportAnswer) => resolve(answer));
        worker.once('exit', () =>
          resolve(err({ code: 'cancelled', message: 'The export was ended before it was complete.' })),
        );
        worker.once('spawn', () => worker.postMessage({ parcel, choice } satisfies ExportRequest));
      });
    } finally {
      this.#worker = null;
      worker.kill();
    }
  }

  /** Ends the running export; nothing is written. */
  cancel(): void {
    this.#worker?.kill();
  }
}
