import type { AppError } from '../../core/contract/method.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { JobTerms } from './job.ts';
import type { JobChild, StartJobChild } from './job-child.ts';
import type { FromJob } from './job-message.ts';

/** What hears of a job while it runs. */
export type JobHearing<Part> = {
  /** How far it is, 0 to 1, and what it is doing. */
  readonly onProgress?: (done: number, doing: string | null) => void;
  /** Takes a part of the value; an error ends the job and is its answer. */
  readonly onPart?: (part: Part) => Promise<Result<null, AppError>>;
};

// A process that only allocates gains some 100 MB between two looks.
const LOOK_EVERY_MS = 100;
const MEGABYTE = 1e6;

type Answer = Result<unknown, AppError>;

/** One run of a job, to its answer or to the sentence about why there is none. */
export class JobRun {
  readonly #terms: JobTerms;
  readonly #hearing: JobHearing<unknown>;
  readonly #child: JobChild;
  #settle: (answer: Answer) => void = () => undefined;
  #fail: (bug: unknown) => void = () => undefined;
  #isOver = false;
  /** The part that is being taken; they come one at a time. */
  #taking: Promise<void> = Promise.resolve();
  readonly answer: Promise<Answer>;

  constructor(
    start: StartJobChild,
    { name, request, terms }: { readonly name: string; readonly request: unknown; readonly terms: JobTerms },
    hearing: JobHearing<unknown>,
  ) {
    this.#terms = terms;
    this.#hearing = hearing;
    this.answer = this.#untilSettled();
    this.#child = start({ hear: (message) => this.#hear(message), ended: () => this.#broke() });
    this.#child.tell({ type: 'work', name, request });
  }

  /** Ends the process; what it had given stays with whoever took it. */
  cancel(): void {
    const { noun, afterCancel } = this.#terms;
    this.#settle(err({ code: 'cancelled', message: `The ${noun} was cancelled. ${afterCancel}` }));
  }

  async #untilSettled(): Promise<Answer> {
    const looking = setInterval(() => this.#look(), LOOK_EVERY_MS);
    const { mostMinutes } = this.#terms;
    const timing = setTimeout(
      () => this.#giveUp(`took longer than ${mostMinutes} minutes and was ended`),
      mostMinutes * 60_000,
    );
    try {
      return await new Promise<Answer>((resolve, reject) => {
        [this.#settle, this.#fail] = [resolve, reject];
      });
    } finally {
      clearInterval(looking);
      clearTimeout(timing);
      this.#isOver = true;
      this.#child.kill();
      // Whoever hears the answer may clear up after it: nothing more is taken then.
      await this.#taking;
    }
  }

  #hear(message: FromJob): void {
    // What was on its way when it was cancelled.
    if (this.#isOver) return;
    if (message.type === 'answer') this.#settle(message.answer);
    else if (message.type === 'progress') this.#hearing.onProgress?.(message.done, message.doing);
    else this.#taking = this.#take(message.part).catch(this.#fail);
  }

  async #take(part: unknown): Promise<void> {
    const taken = (await this.#hearing.onPart?.(part)) ?? ok(null);
    if (this.#isOver) return;
    if (taken.ok) this.#child.tell({ type: 'taken' });
    else this.#settle(taken);
  }

  #look(): void {
    const most = this.#terms.mostMegabytes;
    if (this.#child.residentBytes() > most * MEGABYTE)
      this.#giveUp(`needed more than ${most.toLocaleString('en-US')} MB of memory and was ended`);
  }

  #broke(): void {
    this.#giveUp('ended unexpectedly');
  }

  #giveUp(what: string): void {
    const { noun, afterEnd } = this.#terms;
    this.#settle(err({ code: 'failed', message: `The ${noun} ${what}. ${afterEnd}` }));
  }
}
