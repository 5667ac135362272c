import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Args, JobProgress, Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { Survey } from '../../core/mapping/survey.ts';
import { err, ok } from '../../core/result.ts';
import { lookAtSource } from '../files/read-source.ts';
import { shownName } from '../files/shown-name.ts';
import type { Repositories } from '../storage/repositories.ts';
import { attempt } from '../storage/storage-error.ts';
import type { Store } from '../storage/store.ts';
import { FileIntake } from './file-intake.ts';
import type { Jobs } from './jobs.ts';
import { namedRefusal } from './named-refusal.ts';
import type { ReadFileRequest } from './read-file-job.ts';

export type Received = Value<'files.takeDropped'>;
export type ReceivedPlan = Value<'files.import'>;
export type ReceivedPicture = Value<'files.choosePicture'>;

/** A map of which a person has to say what its features are. */
export type ForeignFile = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly siteId: string | null;
  readonly survey: Survey;
};

export type FileReadingSetup = {
  readonly store: Store;
  readonly jobs: Pick<Jobs, 'run' | 'cancel'>;
  /** The file of the database. */
  readonly database: string;
  readonly onProgress: (progress: JobProgress) => void;
};

/**
 * Reads files that a person gave, one after the other, in a process of their own; stores what they hold.
 *
 * Main never has more of a file in hand than one part, and never stores for longer than a few milliseconds
 * at a time. What did not come to its end is cleared before the next file, or at the next start.
 */
export class FileReading {
  readonly #setup: FileReadingSetup;
  #before: Promise<unknown>;
  #foreign: ForeignFile | null = null;

  constructor(setup: FileReadingSetup) {
    this.#setup = setup;
    this.#before = this.#clear();
  }

  /** Stores the plan in a file, or finds it stored; features of a map that are not understood are left out, and said. */
  plan(file: string, siteId: string | null): Promise<Answer<ReceivedPlan>> {
    return this.#plan({ file, wants: 'plan' }, siteId);
  }

  /** The same, but where features are not understood nothing is stored, and `foreign` is the file. */
  askingPlan(file: string, siteId: string | null): Promise<Answer<ReceivedPlan>> {
    return this.#plan({ file, wants: 'plan', mapping: 'unsaid' }, siteId);
  }

  /** Stores the file of `foreign` with what a person says its features are. */
  async mappedPlan({ id, mapping }: Args<'import.asPlan'>): Promise<Answer<ReceivedPlan>> {
    const foreign = this.#foreign;
    if (foreign?.id !== id) return noForeign;
    const { file, siteId } = foreign;
    return this.#plan({ file, wants: 'plan', mapping }, siteId);
  }

  /** The last file of which nothing was stored, since a person has to say what its features are. */
  get foreign(): ForeignFile | null {
    return this.#foreign;
  }

  async #plan(
    asked: Omit<ReadFileRequest, 'database'>,
    siteId: string | null,
  ): Promise<Answer<ReceivedPlan>> {
    const received = await this.#inTurn(asked, siteId);
    return received.ok && received.value.plan ? ok(received.value.plan) : notWanted(received);
  }

  /** Stores the picture in a file. */
  async picture(file: string): Promise<Answer<ReceivedPicture>> {
    const received = await this.#inTurn({ file, wants: 'picture' }, null);
    return received.ok && received.value.picture ? ok(received.value.picture) : notWanted(received);
  }

  /** Stores what a file holds, by its content. */
  either(file: string): Promise<Answer<Received>> {
    return this.#inTurn({ file, wants: 'either', mapping: 'unsaid' }, null);
  }

  /** Ends the reading that runs; those that wait for it go on. */
  cancel(): void {
    this.#setup.jobs.cancel('import.read');
  }

  #inTurn(asked: Omit<ReadFileRequest, 'database'>, siteId: string | null): Promise<Answer<Received>> {
    const work = this.#before.then(() => this.#read(asked, siteId));
    // The next one does not care how this one ended.
    this.#before = work.then(
      () => undefined,
      () => undefined,
    );
    return work;
  }

  async #read(asked: Omit<ReadFileRequest, 'database'>, siteId: string | null): Promise<Answer<Received>> {
    const { store, jobs, database } = this.#setup;
    const repositories = store.repositories();
    if (!repositories.ok) return repositories;
    // What is not there costs no process of its own: a start may name very many such files.
    const looked = await lookAtSource(asked.file);
    if (!looked.ok) return looked;
    // A plan that only lacked its last step would be taken for a stored one, and then be cleared.
    const cleared = await clearIntake(repositories.value);
    if (!cleared.ok) return cleared;
    const name = shownName(asked.file);
    const tell = (done: number, doing: string | null) =>
      this.#setup.onProgress({ job: 'import.read', name, done, doing });
    const intake = new FileIntake(repositories.value, siteId);
    try {
      const read = await jobs.run(
        'import.read',
        { ...asked, database },
        {
          onProgress: (done, doing) => tell(Math.min(done, 0.99), doing),
          onPart: (part) => intake.take(part),
        },
      );
      if (read.ok && read.value.type === 'foreign') {
        const { survey } = read.value;
        this.#foreign = { id: randomUUID(), name, file: asked.file, siteId, survey };
        return notUnderstood(name);
      }
      const received = intake.end(read, name);
      // It may have brought a picture that was damaged here.
      if (received.ok) void store.lookAgain();
      return received.ok ? received : namedRefusal(received, name);
    } finally {
      await clearIntake(repositories.value).finally(() => tell(1, null));
    }
  }

  /** What an earlier session left unfinished. */
  async #clear(): Promise<void> {
    const repositories = this.#setup.store.repositories();
    if (repositories.ok) await clearIntake(repositories.value);
  }
}

export const noForeign = err({
  code: 'not-found',
  message: 'That file is no longer waited for. Choose it again.',
} as const);

/** That a person has to say what features are; the window asks, and tells this to nobody. */
export function notUnderstood(name: string): Answer<never> {
  const message = `${name} has features that are not understood. Say what they are, and read it again.`;
  return err({ code: 'not-understood', message });
}

function notWanted(received: Answer<Received>): Answer<never> {
  if (!received.ok) return received;
  throw new Error('A file was read as something else than was asked for.');
}

/** Removes by small steps what never came to its end; what the disk refuses is tried again before the next file. */
async function clearIntake({ intake }: Repositories): Promise<Answer<null>> {
  for (;;) {
    const cleared = attempt(() => intake.clearSome());
    if (!cleared.ok) return cleared;
    if (!cleared.value) return ok(null);
    await setImmediate();
  }
}
