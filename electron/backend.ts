import path from 'node:path';
import { app, type BrowserWindow, clipboard } from 'electron';
import type { Args, Handlers } from '../core/contract/contract.ts';
import { shownJobs } from '../core/contract/shown-jobs.ts';
import { ok } from '../core/result.ts';
import { answer, type Call, withoutThrowing } from './ipc/answer.ts';
import { appHandlers } from './ipc/handlers/app.ts';
import { catalogueHandlers } from './ipc/handlers/catalogue.ts';
import { clipboardHandlers } from './ipc/handlers/clipboard.ts';
import { fileHandlers } from './ipc/handlers/files.ts';
import { importHandlers } from './ipc/handlers/import.ts';
import { jobHandlers } from './ipc/handlers/jobs.ts';
import { planHandlers } from './ipc/handlers/plans.ts';
import { siteHandlers } from './ipc/handlers/sites.ts';
import { storageHandlers } from './ipc/handlers/storage.ts';
import { templateHandlers } from './ipc/handlers/templates.ts';
import { type WindowControl, windowHandlers } from './ipc/handlers/window.ts';
import { BringingIn } from './jobs/bringing-in.ts';
import { FileReading } from './jobs/file-reading.ts';
import { Jobs } from './jobs/jobs.ts';
import { ShownPictures } from './jobs/shown-pictures.ts';
import { startUtilityChild } from './jobs/utility-child.ts';
import type { Log } from './log.ts';
import type { Repositories } from './storage/repositories.ts';
import type { Offers } from './storage/safekeeping/offers.ts';
import { attempt } from './storage/storage-error.ts';
import { Store } from './storage/store.ts';
import { CallTrace } from './watch/call-trace.ts';
import type { CloseGuard } from './windows/close-guard.ts';
import type { Dialogs } from './windows/dialogs.ts';
import type { Announce } from './windows/main-window.ts';
import { parseWindowState, WINDOW_STATE_KEY } from './windows/stored-window-state.ts';
import type { WindowState } from './windows/window-state.ts';

export type BackendSetup = {
  readonly folder: string;
  readonly log: Log;
  readonly dialogs: Dialogs;
  readonly guard: CloseGuard;
  readonly announce: Announce;
  readonly showMenu: WindowControl['showMenu'];
  readonly window: () => BrowserWindow | null;
  /** The plan that the application was started to open, told to the page once it listens. */
  readonly takeOpenPlanId: () => string | null;
};

const LOOK_AFTER_MS = 5000;
const DATABASE = 'sallyport.db';

/** What answers the window: the database, and the handlers of the page's calls. */
export class Backend {
  readonly #setup: BackendSetup;
  readonly #store: Store;
  readonly #jobs = new Jobs(startUtilityChild);
  readonly #reading: FileReading;
  readonly #bringing: BringingIn;
  readonly #pictures: ShownPictures;
  readonly #handlers: Handlers;
  #lookingAfter: NodeJS.Timeout | null = null;
  readonly #calls = new CallTrace();
  #openPlanId: string | null = null;
  #looking: Promise<unknown> = Promise.resolve();

  /** Opens the database. */
  constructor(setup: BackendSetup) {
    const { folder, log, announce } = setup;
    this.#setup = setup;
    const database = path.join(folder, DATABASE);
    this.#store = new Store({
      file: database,
      onSlow: (name, ms) => log.warn(`${name} took ${Math.round(ms)} ms`),
      onNotice: (sentence) => {
        log.info(sentence);
        announce('app.message', { message: sentence, tone: 'normal' });
      },
      onTrouble: (sentence) => log.error(sentence),
      onChange: () => announce('storage.changed', {}),
      work: {
        check: (request) => this.#jobs.run('storage.check', request),
        backUp: (request) => this.#jobs.run('storage.backUp', request),
        planState: (request) => this.#jobs.run('storage.planState', request),
        restorePlan: (request) => this.#jobs.run('storage.restorePlan', request),
        reformat: (request) => this.#jobs.run('storage.bringUpToDate', request),
        count: (request) => this.#jobs.run('storage.count', request),
        offers: (file) => this.#offers(file),
        restore: (request) => this.#jobs.run('storage.restoreBackup', request),
      },
    });
    this.#store.open();
    this.#reading = new FileReading({
      store: this.#store,
      jobs: this.#jobs,
      database,
      onProgress: (progress) => announce('job.progressed', progress),
    });
    this.#bringing = new BringingIn({
      jobs: this.#jobs,
      onProgress: (progress) => announce('job.progressed', progress),
    });
    this.#pictures = new ShownPictures({
      store: this.#store,
      jobs: this.#jobs,
      database,
      openPlanId: () => this.#openPlanId,
      tell: (message) => announce('app.message', { message, tone: 'fail' }),
    });
    this.#lookAfterLater();
    this.#handlers = this.#makeHandlers();
  }

  /** Answers one call of the page. */
  async answer(call: Call): Promise<Awaited<ReturnType<typeof answer>>> {
    const { name, args } = call;
    const answered = await this.#calls.during(name, () => answer(this.#handlers, call, this.#setup.log));
    if (name === 'plans.open' && answered.ok) this.#openPlanId = (args as Args<'plans.open'>).planId;
    // What the first screen asks.
    else if (name === 'sites.list') this.#openPlanId = null;
    return answered;
  }

  /** The plan that the page shows, as far as its calls tell. */
  get openPlanId(): string | null {
    return this.#openPlanId;
  }

  /** The last calls of the page, on one line. */
  lastCalls(): string {
    return this.#calls.text();
  }

  /** Stores the plan of a file, from the disk. */
  receive(file: string): ReturnType<FileReading['plan']> {
    const work = () => this.#reading.plan(file, null);
    return withoutThrowing(work, { what: 'Opening a plan file', log: this.#setup.log });
  }

  /** A picture as it is shown; null when it is not stored, or cannot be. */
  attachment(sha256: string): ReturnType<ShownPictures['picture']> {
    return this.#pictures.picture(sha256);
  }

  /** Where the window was last time; null as well where that cannot be read, which the page then tells. */
  windowState(): WindowState | null {
    const text = attempt(() => ok(this.#repositories()?.settings.get(WINDOW_STATE_KEY) ?? null));
    return text.ok ? parseWindowState(text.value) : null;
  }

  keepWindowState(state: WindowState): void {
    this.#repositories()?.settings.set(WINDOW_STATE_KEY, JSON.stringify(state));
  }

  /** Tells the person that the window stays open while something runs that would end with it. */
  refusesToClose(): boolean {
    const running = shownJobs.find((name) => this.#jobs.isRunning(name));
    if (!running) return false;
    const what =
      running === 'export.write' ? 'An export is still being written' : 'A file is still being read';
    const message = `${what}. Wait for it or cancel it, then close the window.`;
    this.#setup.announce('app.message', { message, tone: 'fail' });
    return true;
  }

  /** Ends the session except for closing: makes the backup that is due. */
  finish(): Promise<void> {
    if (this.#lookingAfter) clearTimeout(this.#lookingAfter);
    return this.#store.finish();
  }

  close(): void {
    if (this.#lookingAfter) clearTimeout(this.#lookingAfter);
    this.#jobs.cancelAll();
    this.#store.close({ backup: false });
  }

  /** Not while the window begins: whoever opens a plan at once shall not wait for it. */
  #lookAfterLater(): void {
    const { log } = this.#setup;
    this.#lookingAfter = setTimeout(() => {
      this.#store
        .lookAfter()
        .catch((error: unknown) => log.error('Looking after the database failed:', error));
    }, LOOK_AFTER_MS);
  }

  /** One look at the copies after the other: an attempt to open may follow while an earlier one still looks. */
  #offers(file: string): Promise<Offers> {
    const offers = this.#looking.then(() => this.#jobs.run('storage.offers', { file }));
    // The next one does not care how this one ended.
    this.#looking = offers.then(
      () => undefined,
      () => undefined,
    );
    return offers;
  }

  #repositories(): Repositories | null {
    const repositories = this.#store.repositories();
    return repositories.ok ? repositories.value : null;
  }

  #makeHandlers(): Handlers {
    const { announce, dialogs, guard, showMenu, window, takeOpenPlanId } = this.#setup;
    const store = this.#store;
    const version = app.getVersion();
    return {
      ...appHandlers({ store, version, takeOpenPlanId, quit: () => app.quit() }),
      ...siteHandlers(store),
      ...planHandlers({ store, onSaveFailed: (message) => guard.saveFailed(message) }),
      ...fileHandlers({
        store,
        database: path.join(this.#setup.folder, DATABASE),
        dialogs,
        version,
        jobs: this.#jobs,
        reading: this.#reading,
        onProgress: (progress) => announce('job.progressed', progress),
      }),
      ...importHandlers({ dialogs, reading: this.#reading, bringing: this.#bringing }),
      ...jobHandlers({ jobs: this.#jobs, reading: this.#reading, bringing: this.#bringing }),
      ...storageHandlers(store),
      ...templateHandlers(store, this.#jobs),
      ...catalogueHandlers({ store, jobs: this.#jobs, dialogs }),
      ...clipboardHandlers({
        readText: () => clipboard.readText(),
        writeText: (text) => clipboard.writeText(text),
        jobs: this.#jobs,
      }),
      ...windowHandlers({
        showMenu,
        setUnsaved: (unsaved) => guard.setUnsaved(unsaved),
        setZoom: (percent) => window()?.webContents.setZoomFactor(percent / 100),
        closeNow: () => guard.closeNow(),
      }),
    };
  }
}
