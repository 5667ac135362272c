import path from 'node:path';
import { app, type BrowserWindow, dialog, protocol, session } from 'electron';
import type { Backend } from './backend.ts';
import { scriptFontsFolder } from './files/script-fonts-folder.ts';
import { answerCalls } from './ipc/handle.ts';
import { createLog } from './log.ts';
import type { NotedStarts } from './starts/noted-starts.ts';
import { WatchedPage } from './watch/watched-page.ts';
import { answerRequest } from './windows/app-protocol.ts';
import { CloseGuard } from './windows/close-guard.ts';
import { systemDialogs } from './windows/dialogs.ts';
import { firstDelivery } from './windows/first-delivery.ts';
import { openMainWindow, raiseWindow } from './windows/main-window.ts';
import { nativeMenu } from './windows/menu.ts';
import { PageEvents } from './windows/page-events.ts';

const CLOSING_WAIT_MS = 5000;
/** A backup that takes longer is told of; one that takes very long is made at the next start. */
const TELL_MS = 300;
const LONGEST_BACKUP_MS = 60_000;
const AGAIN_MS = 60_000;
const KILL_AFTER_MS = 3000;

export type ApplicationSetup = {
  /** The plan files it was started to open, by their absolute names. */
  readonly files: readonly string[];
  readonly nonce: string;
  /** Why a further start would open a second window, or null. */
  readonly lockTrouble: string | null;
};

/** The application with its window: what main.ts starts unless a command was given. */
export class Application {
  readonly #folder = app.getPath('userData');
  readonly #nonce: string;
  readonly #logFile = path.join(this.#folder, 'sallyport.log');
  readonly #log = createLog(this.#logFile);
  readonly #dialogs = systemDialogs(() => this.#window);
  readonly #guard: CloseGuard;
  readonly #events = new PageEvents((event, payload) => this.#window?.webContents.send(event, payload));
  readonly #showMenu = nativeMenu((id) => this.#events.announce('command.run', { id }));
  /** Settled soon after `start`: see there. */
  readonly #backend: Promise<Backend>;
  readonly #loadBackend: () => void;
  #loaded: Backend | null = null;
  #window: BrowserWindow | null = null;
  readonly #page = new WatchedPage({
    window: () => this.#window,
    dialogs: this.#dialogs,
    log: this.#log,
    isHeard: () => this.#events.isHeard,
    hasUnsaved: () => this.#guard.hasUnsaved,
    lastCalls: () => this.#loaded?.lastCalls() ?? 'none',
    loadAgain: () => this.#loadAgain(),
  });
  /** When the page was ended to be loaded again, or null while it was not. */
  #endedAt: number | null = null;
  #isEnded = false;
  /** How often the session was begun to be ended. */
  #closings = 0;
  #starts: NotedStarts | null = null;
  /** The plan files that were given so far are stored. */
  #filesStored: Promise<void> = Promise.resolve();

  constructor({ files, nonce, lockTrouble }: ApplicationSetup) {
    this.#nonce = nonce;
    if (lockTrouble !== null) this.#log.warn(`A further start would open a second window: ${lockTrouble}`);
    this.#guard = new CloseGuard({
      isHeld: () => this.#loaded?.refusesToClose() ?? false,
      announce: () => this.#events.announce('window.closing', {}),
      ask: (why) => this.#askWhetherToClose(why),
      close: () => void this.#finish(),
      waitMs: CLOSING_WAIT_MS,
    });
    let load = () => {};
    this.#backend = new Promise<void>((resolve) => {
      load = resolve;
    }).then(() => this.#makeBackend());
    this.#loadBackend = load;
    this.#listen();
    void this.#openFiles(files);
  }

  /**
   * Opens the window; Electron must be ready.
   *
   * Its page goes out first: the database and all that answers calls are loaded while the page's scripts
   * are read.
   */
  start(): void {
    protocol.handle('app', (request) => this.#serve(request));
    answerCalls(this.#backend.then((backend) => (call) => backend.answer(call)));
    // In place of Electron's own menu, which can reload the page; the window sends its commands later.
    this.#showMenu([]);
    const { window, showAt } = openMainWindow({
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      devTools: !app.isPackaged,
      mayClose: () => this.#mayClose(),
      onClose: (state) => this.#loaded?.keepWindowState(state),
      onCrash: (reason) => void this.#recover(reason),
    });
    this.#window = window;
    window.once('closed', () => {
      this.#window = null;
      this.#starts?.end();
    });
    // Not a moment earlier: loading holds up all else that this process does, and the page waits for that.
    void firstDelivery(session.defaultSession.webRequest, window.webContents).then(this.#loadBackend);
    void this.#backend.then(
      (backend) => {
        showAt(backend.windowState());
        void this.#hearOfStarts();
      },
      (error: unknown) => this.#giveUp(error),
    );
    // Node makes its web classes at the first use, for 50 ms: now, while Chromium looks for the page.
    void new Headers();
  }

  #mayClose(): boolean {
    // A page that never listened, or broke, writes nothing any more.
    const mayClose = !this.#events.isHeard || this.#guard.mayClose();
    // It may have been closing until now.
    if (!mayClose) void this.#starts?.begin();
    return mayClose;
  }

  /**
   * Closes the window once the backup is made; closing it again meanwhile leaves without, unless there is
   * something new to write: then the closing begins anew.
   */
  async #finish(): Promise<void> {
    this.#closings += 1;
    const closing = this.#closings;
    // A further start from now on waits for the end of this one, and then opens its files itself.
    this.#starts?.end();
    const message = 'The backup is being made. The window closes by itself; close it again to leave without.';
    const telling = setTimeout(
      () => this.#events.announce('app.message', { message, tone: 'normal' }),
      TELL_MS,
    );
    const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_BACKUP_MS).unref());
    try {
      await Promise.race([this.#loaded?.finish(), patience]);
    } catch (error) {
      this.#log.error('Ending the session failed:', error);
    }
    clearTimeout(telling);
    const isStillWanted = this.#guard.isClosing && closing === this.#closings;
    if (isStillWanted && this.#window?.isDestroyed() === false) this.#window.close();
  }

  #serve(request: Request): Promise<Response> {
    return answerRequest(request, {
      root: path.join(import.meta.dirname, '../renderer'),
      fonts: scriptFontsFolder,
      nonce: this.#nonce,
      attachment: async (sha256) => (await this.#backend).attachment(sha256),
    });
  }

  async #makeBackend(): Promise<Backend> {
    const { Backend } = await import('./backend.ts');
    this.#loaded = new Backend({
      folder: this.#folder,
      log: this.#log,
      dialogs: this.#dialogs,
      guard: this.#guard,
      announce: this.#events.announce,
      showMenu: this.#showMenu,
      window: () => this.#window,
      takeOpenPlanId: () => this.#events.pageListens(),
    });
    return this.#loaded;
  }

  #listen(): void {
    // Electron would stop everything behind a dialog; the bug is in the log and the plan is on disk.
    process.on('uncaughtException', (error) => this.#log.error('Uncaught:', error));
    process.on('unhandledRejection', (reason) => this.#log.error('Unhandled:', reason));
    app.on('open-file', (event, file) => {
      event.preventDefault();
      void this.#openFiles([file]);
    });
    app.on('window-all-closed', () => app.quit());
    app.on('will-quit', () => this.#loaded?.close());
  }

  /** Ends the application, whose window would never show: what answers it cannot be loaded. */
  #giveUp(error: unknown): void {
    this.#log.error('The application cannot start:', error);
    dialog.showErrorBox(
      'Sallyport',
      `Sallyport cannot start: a part of it is missing or broken. Install it again. What happened is in ${this.#logFile}.`,
    );
    app.exit(1);
  }

  async #recover(reason: string): Promise<void> {
    this.#page.restart();
    this.#events.pageBroke();
    this.#guard.setUnsaved(false);
    if (this.#isEnded) {
      this.#isEnded = false;
      this.#window?.webContents.reload();
      return;
    }
    this.#log.error(`The window stopped working: ${reason}`);
    const answer = await this.#dialogs.ask({
      message: 'The window stopped working.',
      detail: 'Everything that was saved is on disk.',
      buttons: ['Show it again', 'Close'],
    });
    if (answer !== 0) return this.#guard.closeNow();
    this.#window?.webContents.reload();
  }

  /** Ends the page, which may hear nothing any more, and loads it anew with the plan that was open. */
  #loadAgain(): void {
    this.#log.info('The window is loaded again.');
    // A plan with which it stood still twice in a row is not shown a third time by itself.
    const isFirst = this.#endedAt === null || performance.now() - this.#endedAt > AGAIN_MS;
    const planId = this.#loaded?.openPlanId ?? null;
    this.#endedAt = performance.now();
    this.#isEnded = true;
    this.#events.pageBroke();
    if (isFirst && planId !== null) this.#events.showPlan({ planId, remarks: [] });
    const contents = this.#window?.webContents;
    const pid = contents?.getOSProcessId() ?? 0;
    contents?.forcefullyCrashRenderer();
    // A process that does nothing at all does not end itself either.
    setTimeout(() => this.#isEnded && pid > 0 && process.kill(pid, 'SIGKILL'), KILL_AFTER_MS);
  }

  async #askWhetherToClose(why: string | null): Promise<'keep' | 'discard'> {
    // A window that does not answer exports nothing either.
    const other = why === null ? '' : ', export it as a plan file';
    const answer = await this.#dialogs.ask({
      message: 'Some edits are not on disk.',
      detail: `${why ?? 'The window did not answer.'} Keep the plan open to try again${other}, or close and lose them.`,
      buttons: ['Close and lose them', 'Keep open'],
    });
    return answer === 0 ? 'discard' : 'keep';
  }

  /** Hears of further starts on the same data, those included that came before anyone listened. */
  async #hearOfStarts(): Promise<void> {
    const { NotedStarts } = await import('./starts/noted-starts.ts');
    const starts = new NotedStarts({
      dataFolder: this.#folder,
      onStart: (files) => {
        if (this.#window) raiseWindow(this.#window);
        return this.#openFiles(files);
      },
      onLost: (message) => this.#events.announce('app.message', { message, tone: 'fail' }),
      warn: this.#log.warn,
    });
    this.#starts = starts;
    if (!this.#guard.isClosing) await starts.begin();
  }

  /** Stores plan files, after those that were given before, and shows the last. */
  #openFiles(files: readonly string[]): Promise<void> {
    this.#filesStored = this.#filesStored.then(async () => {
      const { openFiles } = await import('./starts/open-files.ts');
      const backend = await this.#backend;
      await openFiles(files, {
        receive: (file) => backend.receive(file),
        show: (plan) => this.#events.showPlan(plan),
        tell: (message) => this.#events.announce('app.message', { message, tone: 'fail' }),
      });
    });
    return this.#filesStored;
  }
}
