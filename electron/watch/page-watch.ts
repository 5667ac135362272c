/** What a page that works does: it hears, its timers run, and it paints. */
export const signs = ['message', 'timer', 'frame'] as const;
export type Sign = (typeof signs)[number];

export type PageWatchSetup = {
  /** Asks the page for a sign; settles when it comes. */
  readonly ask: (sign: Sign) => Promise<unknown>;
  /** Whether a page that works would give it now: not while it is hidden, or held by a debugger. */
  readonly isExpected: (sign: Sign) => boolean;
  /** A sign has not come for that many seconds; told again from time to time while none comes. */
  readonly onSilent: (sign: Sign, seconds: number) => void;
  /** The sign that was told to be missing came after all. */
  readonly onBack: () => void;
};

export const BEAT_MS = 2000;
/** A beat that comes later than this tells of a machine that slept, or of a busy main process, not of the page. */
const LATE_MS = 2.5 * BEAT_MS;
const SILENT_BEATS = 6;
const AGAIN_BEATS = 30;

/**
 * Watches whether the page answers. What counts is the number of beats that passed without a sign: a machine
 * that slept beats no more than once.
 */
export class PageWatch {
  readonly #setup: PageWatchSetup;
  readonly #missed = new Map<Sign, number>();
  #told: Sign | null = null;
  /** Counts the pages: an answer of an earlier one says nothing of this one. */
  #page = 0;
  #lastBeat: number | null = null;

  constructor(setup: PageWatchSetup) {
    this.#setup = setup;
  }

  /** Another page stands in the window, or none: nothing is known of it yet. */
  restart(): void {
    this.#page += 1;
    this.#missed.clear();
    this.#told = null;
    this.#lastBeat = null;
  }

  /** To be called every `BEAT_MS`, with a clock of ms that never goes back. */
  beat(now: number): void {
    const isLate = this.#lastBeat === null || now - this.#lastBeat > LATE_MS;
    this.#lastBeat = now;
    for (const sign of signs) {
      const missed = this.#missed.get(sign);
      if (missed === undefined) this.#ask(sign);
      else if (!this.#setup.isExpected(sign)) this.#missed.set(sign, 0);
      else if (!isLate) this.#miss(sign, missed + 1);
    }
  }

  #ask(sign: Sign): void {
    const page = this.#page;
    this.#missed.set(sign, 0);
    const hear = () => {
      if (page !== this.#page) return;
      this.#missed.delete(sign);
      if (this.#told !== sign) return;
      this.#told = null;
      this.#setup.onBack();
    };
    // A page that went away while it was asked has no more to say.
    this.#setup.ask(sign).then(hear, hear);
  }

  #miss(sign: Sign, missed: number): void {
    this.#missed.set(sign, missed);
    const more = missed - SILENT_BEATS;
    if (more < 0 || more % AGAIN_BEATS !== 0) return;
    // A page that hears nothing gives no other sign either: one of them is told.
    if (this.#told !== null && this.#told !== sign) return;
    this.#told = sign;
    this.#setup.onSilent(sign, (missed * BEAT_MS) / 1000);
  }
}
