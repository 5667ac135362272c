import path from 'node:path';
import { app, type BrowserWindow, clipboard, protocol } from 'electron';
import type { Handlers, Value } from '../core/contract/contract.ts';
import { answerCalls } from './ipc/handle.ts';
import { appHandlers } from './ipc/handlers/app.ts';
import { clipboardHandlers } from './ipc/handlers/clipboard.ts';
import { fileHandlers, receivePath } from './ipc/handlers/files.ts';
import { planHandlers } from './ipc/handlers/plans.ts';
import { siteHandlers } from './ipc/handlers/sites.ts';
import { storageHandlers } from './ipc/handlers/storage.ts';
import { templateHandlers } from './ipc/handlers/templates.ts';
import { windowHandlers } from './ipc/handlers/window.ts';
import { ExportJob } from './jobs/export-job.ts';
import { createLog, type Log } from './log.ts';
import { type Repositories, Store } from './storage/store.ts';
import { answerRequest } from './windows/app-protocol.ts';
import { CloseGuard } from './windows/close-guard.ts';
import { systemDialogs } from './windows/dialogs.ts';
import { filesOfOtherInstance } from './windows/launch.ts';
import { type Announce, openMainWindow, placeWindow, raiseWindow } from './windows/main-window.ts';
import { nativeMenu } from './windows/menu.ts';
import { parseWindowState, WINDOW_STATE_KEY } from './windows/window-state.ts';

const CLOSING_WAIT_MS = 5000;

/** The application with its window: what main.ts starts unless a command was given. */
export class Application {
  readonly #files: string[];
  readonly #nonce: string;
  readonly #log: Log;
  readonly #store: Store;
  readonly #dialogs = systemDialogs(() => this.#window);
  readonly #guard: CloseGuard;
  readonly #job = new ExportJob((done) => this.#announce('export.progressed', { done }));
  readonly #showMenu = nativeMenu((id) => this.#announce('command.run', { id }));
  #window: BrowserWindow | null = null;
  #openPlanId: string | null = null;
  /** Events for a page that does not listen yet; null once it does. */
  #waiting: (() => void)[] | null = [];

  constructor({ files, nonce }: { readonly files: readonly string[]; readonly nonce: string }) {
    const folder = app.getPath('userData');
    this.#files = [...files];
    this.#nonce = nonce;
    this.#log = createLog(path.join(folder, 'sallyport.log'));
    this.#store = new Store({
      file: path.join(folder, 'sallyport.db'),
      onSlow: (name, ms) => this.#log.warn(`${name} took ${Math.round(ms)} ms`),
      onNotice: (sentence) => {
        this.#log.info(sentence);
        this.#announce('app.message', { message: sentence });
      },
      onTrouble: (sentence) => this.#log.error(sentence),
    });
    this.#guard = new CloseGuard({
      announce: () => this.#announce('window.closing', {}),
      ask: (why) => this.#askWhetherToClose(why),
      close: () => this.#window?.close(),
      waitMs: CLOSING_WAIT_MS,
    });
    this.#listen();
  }

  /** Opens the window, then the database behind it; Electron must be ready. */
  start(): void {
    const root = path.join(import.meta.dirname, '../renderer');
    const attachment = (sha256: string) => this.#repositories()?.attachments.get(sha256) ?? null;
    protocol.handle('app', (request) => answerRequest(request, { root, nonce: this.#nonce, attachment }));
    answerCalls(this.#handlers(), this.#log);
    // In place of Electron's own menu, which can reload the page; the window sends its commands later.
    this.#showMenu([]);
    this.#window = openMainWindow({
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      devTools: !app.isPackaged,
      // A page that never listened has nothing to write.
      mayClose: () => this.#waiting !== null || this.#guard.mayClose(),
      onClose: (state) => void this.#repositories()?.settings.set(WINDOW_STATE_KEY, JSON.stringify(state)),
      onCrash: (reason) => void this.#recover(reason),
    });
    this.#window.once('closed', () => {
      this.#window = null;
    });
    this.#store.open();
    placeWindow(this.#window, parseWindowState(this.#repositories()?.settings.get(WINDOW_STATE_KEY) ?? null));
    void this.#openFiles(this.#files);
  }

  #listen(): void {
    // Electron would stop everything behind a dialog; the bug is in the log and the plan is on disk.
    process.on('uncaughtException', (error) => this.#log.error('Uncaught:', error));
    process.on('unhandledRejection', (reason) => this.#log.error('Unhandled:', reason));
    app.on('second-instance', (_event, _argv, _folder, given) => {
      if (this.#window) raiseWindow(this.#window);
      void this.#openFiles(filesOfOtherInstance(given));
    });
    app.on('open-file', (event, file) => {
      event.preventDefault();
      if (this.#window) void this.#openFiles([file]);
      else this.#files.push(file);
    });
    app.on('window-all-closed', () => app.quit());
    app.on('will-quit', () => this.#store.close());
  }

  readonly #announce: Announce = (event, payload) => {
    const send = () => this.#window?.webContents.send(event, payload);
    if (this.#waiting) this.#waiting.push(send);
    else send();
  };

  #repositories(): Repositories | null {
    const repositories = this.#store.repositories();
    return repositories.ok ? repositories.value : null;
  }

  #handlers(): Handlers {
    const store = this.#store;
    const version = app.getVersion();
    return {
      ...appHandlers({
        store,
        version,
        takeOpenPlanId: () => this.#pageListens(),
        quit: () => app.quit(),
      }),
      ...siteHandlers(store),
      ...planHandlers({ store, onSaveFailed: (message) => this.#guard.saveFailed(message) }),
      ...fileHandlers({ store, dialogs: this.#dialogs, version, job: this.#job }),
      ...storageHandlers(store),
      ...templateHandlers(store),
      ...clipboardHandlers({
        readText: () => clipboard.readText(),
        writeText: (text) => clipboard.writeText(text),
      }),
      ...windowHandlers({
        showMenu: this.#showMenu,
        setUnsaved: (unsaved) => this.#guard.setUnsaved(unsaved),
        setZoom: (percent) => this.#window?.webContents.setZoomFactor(percent / 100),
        closeNow: () => this.#guard.closeNow(),
      }),
    };
  }

  #pageListens(): string | null {
    const taken = this.#openPlanId;
    this.#openPlanId = null;
    for (const send of this.#waiting ?? []) send();
    this.#waiting = null;
    return taken;
  }

  async #recover(reason: string): Promise<void> {
    this.#log.error(`The window stopped working: ${reason}`);
    const answer = await this.#dialogs.ask({
      message: 'The window stopped working.',
      detail: 'Everything that was saved is on disk.',
      buttons: ['Show it again', 'Close'],
    });
    if (answer !== 0) return this.#guard.closeNow();
    this.#guard.setUnsaved(false);
    this.#waiting = [];
    this.#window?.webContents.reload();
  }

  async #askWhetherToClose(why: string | null): Promise<'keep' | 'discard'> {
    const answer = await this.#dialogs.ask({
      message: 'Some edits are not on disk.',
      detail: `${why ?? 'The window did not answer.'} Keep the plan open to try again, or close and lose them.`,
      buttons: ['Close and lose them', 'Keep open'],
    });
    return answer === 0 ? 'discard' : 'keep';
  }

  async #openFiles(paths: readonly string[]): Promise<void> {
    for (const file of paths) {
      const received = await receivePath(this.#store, file);
      if (!received.ok) this.#announce('app.message', { message: received.error.message });
      else this.#showReceived(received.value);
    }
  }

  #showReceived({ planId, remarks }: Value<'files.import'>): void {
    if (this.#waiting === null) {
      this.#announce('plan.openRequested', { planId, remarks });
      return;
    }
    this.#openPlanId = planId;
    for (const message of remarks) this.#announce('app.message', { message });
  }
}
