import { randomUUID } from 'node:crypto';
import type { Args, JobProgress, Value } from '../../core/contract/contract.ts';
import type { Answer, AppError } from '../../core/contract/method.ts';
import type { Survey } from '../../core/mapping/survey.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { shownName } from '../files/shown-name.ts';
import { notUnderstood } from './file-reading.ts';
import { jobTable } from './job-table.ts';
import type { Jobs } from './jobs.ts';
import { namedRefusal } from './named-refusal.ts';

export type BringingInSetup = {
  readonly jobs: Pick<Jobs, 'run' | 'cancel'>;
  readonly onProgress: (progress: JobProgress) => void;
};

type Chosen = { readonly id: string; readonly name: string; readonly file: string };
type Foreign = { readonly id: string; readonly name: string; readonly survey: Survey };
type Ready = { readonly id: string; readonly name: string; readonly pages: readonly string[] };

/** About so many characters of pages make a message. */
const MESSAGE_CHARACTERS = 4_000_000;
/** How far it is once the edit is made, before its pages are handed over. */
const MADE = 0.9;

const cancelled = err({
  code: 'cancelled',
  message: `The ${jobTable['import.bringIn'].noun} was cancelled. ${jobTable['import.bringIn'].afterCancel}`,
} as const);

/**
 * Brings a file into the plan that the window has open: reads it in a process of its own, and keeps the pages of the
 * edit until the window has fetched them. Nothing is stored; one file at a time.
 */
export class BringingIn {
  readonly #setup: BringingInSetup;
  #chosen: Chosen | null = null;
  #ready: Ready | null = null;
  #foreign: Foreign | null = null;

  constructor(setup: BringingInSetup) {
    this.#setup = setup;
  }

  /** Keeps a file that a person chose; the id stands for it from now on, and for none that was chosen before. */
  choose(file: string): Value<'import.choose'> {
    const chosen = { id: randomUUID(), name: shownName(file), file };
    this.#chosen = chosen;
    return { id: chosen.id, name: chosen.name };
  }

  /** Reads the chosen file and makes the edit. @param plan pages of the plan that it comes into */
  async begin(
    { id, floorId, layerId, middle, mapping }: Omit<Args<'import.begin'>, 'held'>,
    plan: readonly string[],
  ): Promise<Answer<Value<'import.begin'>>> {
    const chosen = this.#chosen;
    if (chosen?.id !== id)
      return err({ code: 'not-found', message: 'That file is no longer chosen. Choose it again.' });
    this.#chosen = null;
    this.#ready = null;
    const { file, name } = chosen;
    const pages: string[] = [];
    const read = await this.#setup.jobs.run(
      'import.bringIn',
      { file, pages: plan, floorId, layerId, middle, mapping },
      {
        onProgress: (done, doing) => this.#tell(name, done * MADE, doing),
        onPart: async (page): Promise<Result<null, AppError>> => {
          pages.push(page);
          return ok(null);
        },
      },
    );
    if (read.ok && read.value.survey) {
      this.#tell(name, 1);
      // Unless another one was chosen meanwhile.
      this.#chosen ??= chosen;
      this.#foreign = { id, name, survey: read.value.survey };
      return notUnderstood(name);
    }
    if (read.ok && read.value.refusal === null) this.#ready = { id, name, pages };
    else this.#tell(name, 1);
    if (!read.ok) return namedRefusal(read, name);
    const { refusal, report } = read.value;
    return ok({ refusal, report });
  }

  /** The last file of which nothing was made, since a person has to say what its features are. */
  get foreign(): Foreign | null {
    return this.#foreign;
  }

  /** Pages of the edit from one of them on; none is kept after the last. */
  changes({ id, from }: Args<'import.changes'>): Answer<Value<'import.changes'>> {
    const ready = this.#ready;
    if (ready?.id !== id) return cancelled;
    const pages: string[] = [];
    let characters = 0;
    for (const page of ready.pages.slice(from)) {
      if (characters > MESSAGE_CHARACTERS) break;
      pages.push(page);
      characters += page.length;
    }
    const next = from + pages.length;
    const isEnd = next >= ready.pages.length;
    if (isEnd) this.#ready = null;
    this.#tell(ready.name, isEnd ? 1 : MADE + ((1 - MADE) * next) / ready.pages.length);
    return ok({ pages, next: isEnd ? null : next });
  }

  /** Ends what runs; whoever waits for it is answered 'cancelled'. */
  cancel(): void {
    this.#setup.jobs.cancel('import.bringIn');
    if (this.#ready) this.#tell(this.#ready.name, 1);
    this.#ready = null;
  }

  #tell(name: string, done: number, doing: string | null = null): void {
    this.#setup.onProgress({ job: 'import.bringIn', name, done, doing });
  }
}
