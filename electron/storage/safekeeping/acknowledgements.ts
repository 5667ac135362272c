import type { Listed } from '../recovery/list-again.ts';
import { type SavedNote, writeSavedNote } from './acknowledged.ts';

/** Often enough to tell what is missing, and seldom enough to cost an edit nothing. */
const PAUSE_MS = 500;

export type AcknowledgementsSetup = {
  readonly file: string;
  /** The plans and sites as they are stored; null where they cannot be read. */
  readonly listed: () => Listed | null;
};

/** Keeps the note of what was acknowledged: it may lag behind, and never claims more. */
export class Acknowledgements {
  readonly #setup: AcknowledgementsSetup;
  #listed: Listed;
  #rest: Omit<SavedNote, keyof Listed>;
  #timer: NodeJS.Timeout | null = null;

  /** `earlier` is what the last session noted. */
  constructor(setup: AcknowledgementsSetup, earlier: SavedNote | null) {
    this.#setup = setup;
    this.#listed = { plans: earlier?.plans ?? {}, sites: earlier?.sites ?? {} };
    this.#rest = {
      backupFailed: earlier?.backupFailed ?? null,
      isSuspect: false,
    };
  }

  /** Something was acknowledged. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.flush(), PAUSE_MS).unref();
  }

  /** What the next start has to know; written at once, the process may end. */
  keep(rest: Partial<Omit<SavedNote, keyof Listed>>): void {
    this.#rest = { ...this.#rest, ...rest };
    this.flush();
  }

  /** Writes what is not written yet. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#listed = this.#setup.listed() ?? this.#listed;
    writeSavedNote(this.#setup.file, { ...this.#listed, ...this.#rest });
  }

  /** Writes nothing more. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
