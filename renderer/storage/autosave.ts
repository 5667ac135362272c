import type { Bridge, Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { SentCommit } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { PageWriter } from '../../core/records/packed-change.ts';
import { err } from '../../core/result.ts';
import type { PlanChange } from '../editor/editor-topics.ts';
import { painted, Turns } from './turns.ts';

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
  /** Hears that the earliest changes are on disk, and how many characters each has there. */
  readonly onSaved?: (sizes: readonly number[]) => void;
};

const RETRY_MS = 3000;
/** Commits of one request, and about as many characters of them: the contract refuses more of either. */
const MOST_SENT = 1000;
const MOST_CHARACTERS = 32_000_000;
/** As many changes are put into pages before the edit is painted; more would keep it from being seen. */
const MOST_BEFORE_PAINT = 300;

/** A commit that waits to be sent: its diff, until that is put into pages. */
type Pending = Omit<SentCommit, 'pages'> & { diff: PlanDiff | null; pages: readonly string[] };

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
  #pending: Pending[] = [];
  #inFlight: Promise<void> | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #status: SaveStatus = { state: 'saved', at: null };
  #isClosed = false;

  constructor(setup: AutosaveSetup) {
    this.#setup = setup;
    this.#version = setup.version;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** Whether what is added now would be kept by nobody. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes a change of the plan over and sends it. */
  add({ diff, label, step, undoes }: PlanChange): void {
    const { author, now } = this.#setup;
    this.#pending.push({ label, author, at: now(), step, undoes, diff, pages: [] });
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
    this.#isClosed = true;
    this.#pending = [];
    this.#listeners.clear();
  }

  async #send(): Promise<void> {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    const commits = await this.#nextCommits();
    const answer = await this.#save(
      commits.map(({ diff, pages, ...facts }) => ({ ...facts, pages: [...pages] })),
    );
    this.#inFlight = null;
    if (answer.ok) {
      this.#written(commits, answer.value);
      return;
    }
    this.#pending = [...commits, ...this.#pending];
    this.#show({ state: 'not-saved', message: answer.error.message });
    this.#retry = setTimeout(() => void this.flush(), RETRY_MS);
  }

  #written(commits: readonly Pending[], { version, savedAt }: Value<'plans.save'>): void {
    this.#version = version;
    this.#setup.onSaved?.(commits.map(charactersOf));
    const isAll = this.#pending.length === 0;
    if (isAll) void this.#setup.bridge['window.setUnsaved']({ unsaved: false });
    this.#show(isAll ? { state: 'saved', at: savedAt } : { state: 'saving' });
  }

  /** Takes the commits that the next request holds, their changes put into pages a slice at a time. */
  async #nextCommits(): Promise<Pending[]> {
    const taken = this.#pending.splice(0, MOST_SENT);
    let characters = 0;
    for (const [index, commit] of taken.entries()) {
      if (commit.diff) commit.pages = await pagesOf(commit.diff);
      commit.diff = null;
      characters += charactersOf(commit);
      if (characters < MOST_CHARACTERS) continue;
      this.#pending.unshift(...taken.splice(index + 1));
    }
    return taken;
  }

  async #save(commits: SentCommit[]): Promise<Answer<Value<'plans.save'>>> {
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

function charactersOf({ pages }: Pending): number {
  return pages.reduce((sum, { length }) => sum + length, 0);
}

async function pagesOf(diff: PlanDiff): Promise<readonly string[]> {
  if (diff.size > MOST_BEFORE_PAINT) await painted();
  const writer = new PageWriter();
  const turns = new Turns();
  for (const change of diff.values()) {
    writer.add(change);
    const pause = turns.pause();
    if (pause) await pause;
  }
  return writer.end();
}
