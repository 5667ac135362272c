import type { Bridge, Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { StoredCommit, StoredDiff } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { err } from '../../core/result.ts';
import type { PlanChange } from '../editor/editor.ts';

/** What the status bar says; `saved` means that everything committed so far is on disk. */
export type SaveStatus =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'saving' }
  | { readonly state: 'not-saved'; readonly message: string };

export type AutosaveSetup = {
  readonly planId: string;
  readonly version: number;
  readonly bridge: Pick<Bridge, 'plans.save' | 'window.setUnsaved'>;
  readonly author: string;
  readonly now: () => string;
};

const RETRY_MS = 3000;
/** Commits of one request; the contract refuses more than ten thousand. */
const MOST_SENT = 1000;

/** The stored form of a diff. */
export function storedDiff(diff: PlanDiff): StoredDiff {
  return [...diff].map(([id, { before, after }]) => ({ id, before, after })) as StoredDiff;
}

/**
 * Sends every commit to the database at once and keeps it until the database has it.
 *
 * One request is in flight at a time; commits made meanwhile go together in the next one, each under
 * its own journal row. A failed request is repeated until it succeeds.
 */
export class Autosave {
  readonly #setup: AutosaveSetup;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #pending: StoredCommit[] = [];
  #inFlight: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #status: SaveStatus = { state: 'saved', at: null };

  constructor(setup: AutosaveSetup) {
    this.#setup = setup;
    this.#version = setup.version;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes a change of the plan over and sends it. */
  add({ diff, label, step, undoes }: PlanChange): void {
    const { author, now } = this.#setup;
    this.#pending.push({ label, author, at: now(), step, undoes, diff: storedDiff(diff) });
    if (this.#status.state !== 'not-saved') this.#show({ state: 'saving' });
    if (this.#pending.length === 1) void this.#setup.bridge['window.setUnsaved']({ unsaved: true });
    void this.flush();
  }

  /** Sends what is pending; resolves true when everything is on disk, false when it could not be written. */
  async flush(): Promise<boolean> {
    while (this.#pending.length > 0 || this.#inFlight) {
      this.#inFlight ??= this.#send();
      await this.#inFlight;
      if (this.#status.state === 'not-saved') return false;
    }
    return true;
  }

  /** Ends retries; what is pending is given up. */
  close(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#pending = [];
    this.#listeners.clear();
  }

  async #send(): Promise<void> {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    const commits = this.#pending.splice(0, MOST_SENT);
    const answer = await this.#save(commits);
    this.#inFlight = null;
    if (answer.ok) {
      this.#version = answer.value.version;
      if (this.#pending.length > 0) return this.#show({ state: 'saving' });
      void this.#setup.bridge['window.setUnsaved']({ unsaved: false });
      return this.#show({ state: 'saved', at: answer.value.savedAt });
    }
    this.#pending = [...commits, ...this.#pending];
    this.#show({ state: 'not-saved', message: answer.error.message });
    this.#retry = setTimeout(() => void this.flush(), RETRY_MS);
  }

  async #save(commits: StoredCommit[]): Promise<Answer<Value<'plans.save'>>> {
    const { bridge, planId } = this.#setup;
    try {
      return await bridge['plans.save']({ planId, baseVersion: this.#version, commits });
    } catch (error) {
      // A call that is lost on its way is one more failure to try again after.
      const why = error instanceof Error ? error.message : String(error);
      return err({ code: 'failed', message: `The edit did not reach the database (${why}).` });
    }
  }

  #show(status: SaveStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
