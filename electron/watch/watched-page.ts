import { app, type BrowserWindow } from 'electron';
import type { Log } from '../log.ts';
import type { Dialogs } from '../windows/dialogs.ts';
import { BEAT_MS, PageWatch, type Sign } from './page-watch.ts';

export type WatchedPageSetup = {
  readonly window: () => BrowserWindow | null;
  readonly dialogs: Dialogs;
  readonly log: Log;
  /** Whether a page listens at all. */
  readonly isHeard: () => boolean;
  readonly hasUnsaved: () => boolean;
  /** The last calls of the page, on one line. */
  readonly lastCalls: () => string;
  /** Loads the page again, at the person's wish. */
  readonly loadAgain: () => void;
};

/** In a world of its own, which the page's scripts cannot reach; the number is free to choose. */
const WORLD = 1017;

const questions: Readonly<Record<Sign, string>> = {
  message: '1',
  timer: 'new Promise((resolve) => setTimeout(() => resolve(1), 0))',
  frame: 'new Promise((resolve) => requestAnimationFrame(() => resolve(1)))',
};

const silences: Readonly<Record<Sign, string>> = {
  message: 'it does not answer',
  timer: 'its timers have stopped',
  frame: 'it paints nothing any more',
};

/** Offers to load the page again once it does not answer any more, and leaves a trace of it in the log. */
export class WatchedPage {
  readonly #setup: WatchedPageSetup;
  readonly #watch: PageWatch;
  #offer: AbortController | null = null;

  constructor(setup: WatchedPageSetup) {
    this.#setup = setup;
    this.#watch = new PageWatch({
      ask: (sign) => this.#ask(sign),
      isExpected: (sign) => this.#isExpected(sign),
      onSilent: (sign, seconds) => void this.#offerToLoad(sign, seconds),
      onBack: () => this.#back(),
    });
    setInterval(() => {
      if (setup.isHeard() && setup.window()) this.#watch.beat(performance.now());
    }, BEAT_MS);
  }

  /** Another page is loaded, or the one there was is gone. */
  restart(): void {
    this.#offer?.abort();
    this.#watch.restart();
  }

  async #ask(sign: Sign): Promise<unknown> {
    const code = questions[sign];
    return this.#setup.window()?.webContents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }]);
  }

  #isExpected(sign: Sign): boolean {
    const window = this.#setup.window();
    if (!window?.isVisible() || window.isMinimized()) return false;
    const { webContents } = window;
    // A page that is held at a breakpoint is meant to stand still.
    if (webContents.isDevToolsOpened() || webContents.debugger.isAttached()) return false;
    // Where it may be covered, Chromium slows its timers down and paints nothing.
    return sign === 'message' || window.isFocused();
  }

  async #offerToLoad(sign: Sign, seconds: number): Promise<void> {
    const { log, dialogs, hasUnsaved, loadAgain } = this.#setup;
    log.error(`The window stands still: ${silences[sign]}, for ${seconds} s. ${this.#trace()}`);
    if (this.#offer) return;
    const offer = new AbortController();
    this.#offer = offer;
    const lost = hasUnsaved() ? ' The last edits are not saved yet: loading it again loses them.' : '';
    const answer = await dialogs.ask({
      message: 'The window does not answer.',
      detail: `Everything that was saved is on disk.${lost} Wait until it answers, or load it again: the plan that is open opens again.`,
      buttons: ['Load it again', 'Wait'],
      signal: offer.signal,
    });
    this.#offer = null;
    if (answer === 0 && !offer.signal.aborted) loadAgain();
  }

  #back(): void {
    this.#setup.log.info('The window answers again.');
    this.#offer?.abort();
  }

  /** Times, processes and calls: what a person can send who saw it happen. */
  #trace(): string {
    const window = this.#setup.window();
    const state = window ? `focused ${window.isFocused()}, unsaved ${this.#setup.hasUnsaved()}` : 'no window';
    const processes = app
      .getAppMetrics()
      .map(({ type, pid, cpu, memory }) => {
        const percent = cpu.percentCPUUsage.toFixed(1);
        return `${type} ${pid} ${percent} % ${Math.round(memory.workingSetSize / 1024)} MB`;
      })
      .join(', ');
    return `State: ${state}. Processes: ${processes}. Last calls: ${this.#setup.lastCalls()}.`;
  }
}
