import type { AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';
import type { StartJobChild } from './job-child.ts';
import { type JobHearing, JobRun } from './job-run.ts';
import { type JobName, jobTable, type PartOf, type RequestOf, type ValueOf } from './job-table.ts';

/** Does long work in processes of their own, so that the window stays quick: one run of each job at a time. */
export class Jobs {
  readonly #start: StartJobChild;
  readonly #running = new Map<JobName, JobRun>();

  constructor(start: StartJobChild) {
    this.#start = start;
  }

  isRunning(name: JobName): boolean {
    return this.#running.has(name);
  }

  /** Runs a job; its end by memory, by time or by a fault is an error with a sentence, as is every refusal. */
  async run<J extends JobName>(
    name: J,
    request: RequestOf<J>,
    hearing: JobHearing<PartOf<J>> = {},
  ): Promise<Result<ValueOf<J>, AppError>> {
    const terms = jobTable[name];
    if (this.isRunning(name)) {
      const message = `Another ${terms.noun} is still running. ${terms.whileAnother}`;
      return err({ code: 'busy', message });
    }
    const run = new JobRun(this.#start, { name, request, terms }, hearing as JobHearing<unknown>);
    this.#running.set(name, run);
    try {
      return (await run.answer) as Result<ValueOf<J>, AppError>;
    } finally {
      this.#running.delete(name);
    }
  }

  /** Ends a running job, which then answers 'cancelled'. */
  cancel(name: JobName): void {
    this.#running.get(name)?.cancel();
  }

  /** Ends all that run. */
  cancelAll(): void {
    for (const run of this.#running.values()) run.cancel();
  }
}
