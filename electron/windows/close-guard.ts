export type CloseGuardSetup = {
  /** Whether something runs that closing would cut short; if so, it has told the person. */
  readonly isHeld: () => boolean;
  /** Tells the window that it is about to close, so that it writes what waits. */
  readonly announce: () => void;
  /** Asks whether to close although changes are not stored; `why` is what kept them from being. */
  readonly ask: (why: string | null) => Promise<'keep' | 'discard'>;
  /** Ends the session, then closes the window; the guard lets it pass unless there is something new to write. */
  readonly close: () => void;
  /** How long the window has to write what waits. */
  readonly waitMs: number;
};

/**
 * Holds the window until its edits are stored, or the person chose to lose them; while something is held it
 * stays open.
 *
 * A window that answers nothing and has nothing to write is closed after the wait.
 */
export class CloseGuard {
  readonly #setup: CloseGuardSetup;
  #phase: 'open' | 'waiting' | 'asking' | 'closing' = 'open';
  #unsaved = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(setup: CloseGuardSetup) {
    this.#setup = setup;
  }

  /** Whether the window may close now; if not, the handshake has begun. */
  mayClose(): boolean {
    if (this.#phase === 'waiting' || this.#phase === 'asking') return false;
    const isHeld = this.#setup.isHeld();
    if (this.isClosing && !isHeld && !this.#unsaved) return true;
    // The page stays usable while the session ends: what was begun meanwhile takes the closing back.
    this.#phase = 'open';
    if (!isHeld) this.#begin();
    return false;
  }

  /** Whether the session is being ended, after which the window closes. */
  get isClosing(): boolean {
    return this.#phase === 'closing';
  }

  /** Whether edits wait to be written. */
  get hasUnsaved(): boolean {
    return this.#unsaved;
  }

  setUnsaved(unsaved: boolean): void {
    this.#unsaved = unsaved;
  }

  /** A save failed: if the window is about to close, the person decides. */
  saveFailed(why: string): void {
    if (this.#phase === 'waiting') void this.#ask(why);
  }

  /** Everything is written, or nobody is left to write it. */
  closeNow(): void {
    if (this.isClosing) return;
    this.#stopWaiting();
    this.#phase = 'closing';
    this.#setup.close();
  }

  #begin(): void {
    this.#phase = 'waiting';
    this.#timer = setTimeout(() => this.#waited(), this.#setup.waitMs);
    this.#setup.announce();
  }

  #waited(): void {
    if (this.#unsaved) void this.#ask(null);
    else this.closeNow();
  }

  async #ask(why: string | null): Promise<void> {
    this.#stopWaiting();
    this.#phase = 'asking';
    const choice = await this.#setup.ask(why);
    // Meanwhile the retry may have succeeded and closed the window.
    if (this.#phase !== 'asking') return;
    if (choice === 'keep') this.#phase = 'open';
    else {
      // What waits is given up; what is edited from now on is not.
      this.#unsaved = false;
      this.closeNow();
    }
  }

  #stopWaiting(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
