import type { CoverageKey } from '../../core/analysis/coverage/coverage-scene.ts';
import { floorCoverage } from '../../core/analysis/coverage/floor-coverage.ts';
import { known } from '../../core/derive/derive.ts';
import type { DerivationClient } from '../../core/derive/worker/client.ts';
import { coverageKeyOf, type ShownCoverage } from '../../core/drawing/coverage/shown-coverage.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Editor } from './editor.ts';
import { lensOfWindow } from './window-lens.ts';

/**
 * What is known of the coverage that the window shows: `none` where none is, `current` while it is that of the plan as
 * it is, `computing` while that is on its way, `failed` where it never comes.
 *
 * Unless `current`, `shown` is that of an earlier plan, or null: it may stay on the drawing, and no figure of it is true.
 */
export type CoverageStatus =
  | { readonly state: 'none'; readonly shown: null }
  | { readonly state: 'current'; readonly shown: ShownCoverage }
  | { readonly state: 'computing'; readonly shown: ShownCoverage | null }
  | { readonly state: 'failed'; readonly shown: ShownCoverage | null; readonly message: string };

const none: CoverageStatus = { state: 'none', shown: null };

export type WatchSetup = {
  readonly ask: DerivationClient['ask'];
  /** Does something a little later, so that edits that come together are asked about once; the returned function calls it off. */
  readonly later: (work: () => void) => () => void;
};

/** Keeps up with the coverage of the floor that the window shows; it is computed in a worker. */
export class CoverageWatch {
  readonly #editor: Editor;
  readonly #setup: WatchSetup;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: readonly (() => void)[];
  #status: CoverageStatus = none;
  #callOff: () => void = () => undefined;
  /** The plan of which it was asked for last, and as what it is looked at, until that is answered. */
  #asked: { readonly plan: Plan; readonly key: string } | null = null;
  /** The plan that could not be computed. */
  #failed: { readonly plan: Plan; readonly key: string; readonly message: string } | null = null;
  #isClosed = false;

  constructor(editor: Editor, setup: WatchSetup) {
    this.#editor = editor;
    this.#setup = setup;
    const look = () => this.#look();
    this.#unsubscribe = [editor.subscribe('plan', look), editor.subscribe('lens', look)];
    this.#look();
  }

  /** The same value until something else is known. */
  get status(): CoverageStatus {
    return this.#status;
  }

  /** Calls the listener after each change of the status; the returned function ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Asks for nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#callOff();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #look(): void {
    if (this.#isClosed) return;
    const { plan } = this.#editor;
    const key = coverageKeyOf(plan, lensOfWindow(this.#editor));
    const there = key && known(plan, floorCoverage, key);
    if (!key) this.#become(none);
    else if (there) this.#becomeCurrent({ key, coverage: there.found });
    else this.#wait(plan, key);
  }

  #becomeCurrent(shown: ShownCoverage): void {
    const before = this.#status;
    if (before.state === 'current' && before.shown.coverage === shown.coverage) return;
    this.#become({ state: 'current', shown });
  }

  #wait(plan: Plan, key: CoverageKey): void {
    const before = this.#status.shown;
    const shown = before && isSamePlace(before.key, key) ? before : null;
    const { keyText } = floorCoverage;
    if (this.#failed?.plan === plan && this.#failed.key === keyText(key)) {
      this.#become({ state: 'failed', shown, message: this.#failed.message });
      return;
    }
    if (this.#status.state !== 'computing' || this.#status.shown !== shown)
      this.#become({ state: 'computing', shown });
    if (this.#asked?.plan === plan && this.#asked.key === keyText(key)) return;
    this.#callOff();
    this.#callOff = this.#setup.later(() => void this.#ask(plan, key));
  }

  async #ask(plan: Plan, key: CoverageKey): Promise<void> {
    const asked = { plan, key: floorCoverage.keyText(key) };
    this.#asked = asked;
    const derived = await this.#setup.ask(plan, floorCoverage, key);
    if (this.#asked === asked) this.#asked = null;
    if (!derived.ok && derived.error.reason === 'failed')
      this.#failed = { ...asked, message: derived.error.message };
    // What was asked since is on its way; of the plan as it is now the answer is known by now, or will never be.
    if (derived.ok || derived.error.reason === 'failed') this.#look();
  }

  #become(status: CoverageStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether what was known of one may stay on the drawing of the other: what was edited since is a part of it. */
function isSamePlace(one: CoverageKey, other: CoverageKey): boolean {
  return one.floor === other.floor && one.states === other.states && one.targetHeight === other.targetHeight;
}
