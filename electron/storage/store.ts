import type { AppError } from '../../core/contract/method.ts';
import type { PlanState, StorageStatus } from '../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { finishMoves, moveAside } from './damaged-file.ts';
import {
  fullMessage,
  type OpenDatabase,
  type OpenError,
  openDatabase,
  unreadableFolder,
} from './database.ts';
import { type Repositories, watchedRepositories } from './repositories.ts';
import { type MissingSaves, noteAsItIs, olderText, readSavedNote } from './safekeeping/acknowledged.ts';
import { BackupKeeper } from './safekeeping/backup-keeper.ts';
import { compareWithNoted } from './safekeeping/compare-with-noted.ts';
import type { DatabaseLock } from './safekeeping/database-lock.ts';
import { Findings } from './safekeeping/findings.ts';
import { backupError } from './safekeeping/make-backup.ts';
import { type ClosedStatus, type Closing, insteadOf, offerCopies } from './safekeeping/offer-instead.ts';
import { OpenSession } from './safekeeping/open-session.ts';
import { keepAllPrivate } from './safekeeping/private-files.ts';
import { startNotices } from './safekeeping/start-notices.ts';
import { type StorageWork, workHere } from './safekeeping/storage-work.ts';
import { takeLock } from './safekeeping/take-lock.ts';
import { wasUsedBefore } from './safekeeping/traces.ts';
import { countUncounted } from './summaries/count-uncounted.ts';
import type { SlowCallListener } from './timed.ts';

export type StoreSetup = {
  readonly file: string;
  readonly onSlow: SlowCallListener;
  /** Hears what happened that nobody asked for, one sentence each. */
  readonly onNotice: (sentence: string) => void;
  /** Hears what a person is told by `status`, with what SQLite says of it. */
  readonly onTrouble: (sentence: string) => void;
  /** Hears that `status` says something else now. */
  readonly onChange?: () => void;
  /** Where backups, checks and restoring are done; in this process unless it says otherwise. */
  readonly work?: StorageWork;
  readonly now?: () => Date;
};

type State =
  | { readonly open: OpenSession; readonly repositories: Repositories }
  | { readonly open: null; readonly status: ClosedStatus };

/** A database that is not open. */
function closed(state: StorageStatus['state'], message: string): State {
  return { open: null, status: { state, message, backups: [], isLooking: false } };
}

const RETRY_MS = 1000;
/** Short: nothing else is done while a call waits. Whoever called tries again. */
const BUSY_TIMEOUT_MS = 40;
const READ_ONLY = 'The database is read-only: plans can be looked at and exported, not changed.';

/**
 * The application's own database over the life of the program.
 *
 * A damaged one is moved aside with its log files and never deleted; one that is gone is never begun anew by
 * itself. Then nothing is stored until a copy is restored or an empty database is begun.
 */
export class Store {
  readonly #setup: StoreSetup;
  readonly #work: StorageWork;
  readonly #keeper: BackupKeeper;
  #lock: DatabaseLock | null = null;
  #state: State = closed('unavailable', 'The database is not open yet.');
  #retry: NodeJS.Timeout | null = null;
  /** Of the copy that was restored last. */
  #leftOut: string | null = null;
  readonly #findings: Findings;

  constructor(setup: StoreSetup) {
    this.#setup = setup;
    this.#work = setup.work ?? workHere;
    this.#findings = new Findings({ onTrouble: setup.onTrouble, onChange: () => setup.onChange?.() });
    this.#keeper = new BackupKeeper({
      file: setup.file,
      work: this.#work,
      now: () => this.#now(),
      onChange: () => setup.onChange?.(),
      onTrouble: setup.onTrouble,
    });
  }

  /** Whether plans can be read and written; lists copies to restore only while they cannot. */
  status(): StorageStatus {
    const { open } = this.#state;
    const { backup } = this.#keeper;
    if (!open) return { ...this.#state.status, backup };
    const { problem, isReadOnly } = open;
    const lost = open.placeProblem();
    const rest = { backups: [], isLooking: false, backup };
    if (lost) return { state: 'out-of-place', message: lost.message, ...rest };
    if (problem) return { state: 'ready', message: problem.message, ...rest };
    const leftOut = backup.failed === null ? this.#leftOut : null;
    const told = [...(leftOut === null ? [] : [leftOut]), ...this.#findings.told];
    if (!isReadOnly) return { state: 'ready', message: told.join(' ') || null, ...rest };
    return { state: 'read-only', message: [READ_ONLY, ...this.#findings.again].join(' '), ...rest };
  }

  /** The repositories, or why there are none. */
  repositories(): Result<Repositories, AppError> {
    if (this.#state.open) return ok(this.#state.repositories);
    const { state, message } = this.#state.status;
    const code = state === 'damaged' || state === 'too-new' ? state : 'unreadable';
    return err({ code, message: message ?? '' });
  }

  /** Opens the database; what is wrong with it is in `status`. */
  open(): void {
    this.#openWith({ mayBegin: false, mayBeOlder: false });
  }

  /** Puts an offered copy in the place of the database and opens it; what is there is moved aside first. */
  async restoreBackup(name: string): Promise<Result<null, AppError>> {
    const { file } = this.#setup;
    await this.#keeper.settled();
    this.#closeDatabase();
    const held = this.#takeLock();
    if (held) return err({ code: held.isBusy ? 'busy' : 'not-written', message: held.message });
    const restored = await this.#work.restore({ file, name, at: this.#now().toISOString() });
    if (restored.ok) noteAsItIs(file);
    this.#leftOut = restored.ok ? restored.value.leftOut : null;
    this.open();
    if (this.#leftOut !== null) this.#setup.onTrouble(this.#leftOut);
    return restored.ok ? ok(null) : restored;
  }

  /** Begins an empty database after one was damaged or is gone; refused in any other state. */
  startEmpty(): Result<null, AppError> {
    const state = this.#state.open ? null : this.#state.status.state;
    if (state !== 'damaged' && state !== 'missing') {
      return err({ code: 'refused', message: 'A new database is begun only after a damaged one.' });
    }
    try {
      this.#moveAside('replaced');
    } catch (error) {
      return err(backupError(error));
    }
    this.#openWith({ mayBegin: true, mayBeOlder: true });
    if (this.#state.open) return ok(null);
    return err({ code: 'not-written', message: this.#state.status.message ?? '' });
  }

  /** Goes on with a database that is older than what was saved, as `status` said; refused in any other state. */
  useOlder(): Result<null, AppError> {
    if (this.#state.open || this.#state.status.state !== 'older') {
      return err({ code: 'refused', message: 'The database is not older than what was saved.' });
    }
    this.#openWith({ mayBegin: false, mayBeOlder: true });
    return ok(null);
  }

  /**
   * Checks what is stored, the pages as well where they were too many to be checked at the start, and the newest
   * backup; makes one that is due; counts plans whose figures are not known.
   */
  async lookAfter(): Promise<void> {
    const { open } = this.#state;
    if (!open || open.isReadOnly) return;
    if (!(await this.#check(open, open.isUnchecked))) return;
    await this.#keeper.lookAfter(open);
    await this.#countPlans(open);
  }

  /** Looks again at what was found not to be as it was stored: some of it may have come again. */
  async lookAgain(): Promise<void> {
    const { open } = this.#state;
    if (open && this.#findings.areThere) await this.#check(open, false);
  }

  /** Checks what is stored, and keeps what was found for `status`; false where the database cannot be used further. */
  async #check(open: OpenSession, readsPages: boolean): Promise<boolean> {
    const checked = await this.#work.check({ file: this.#setup.file, readsPages });
    if (this.#state.open !== open) return false;
    const failed = this.#findings.take(checked);
    if (!failed) return true;
    if (failed.code === 'damaged') open.foundDamaged(failed);
    this.#setup.onChange?.();
    return false;
  }

  /**
   * Brings a plan of an earlier plan format to today's, so that it can be opened and changed; does nothing with any
   * other, and where nothing can be written.
   */
  async bringUpToDate(planId: string): Promise<Result<null, AppError>> {
    const { open } = this.#state;
    if (!open || open.isReadOnly) return ok(null);
    const facts = this.#state.repositories.parts.facts(planId);
    if (!facts.ok || !facts.value.isFormer) return ok(null);
    return open.placeProblem() === null ? this.#work.reformat({ file: this.#setup.file, planId }) : ok(null);
  }

  /** Makes a backup now; says so as well when the newest one holds the same already. */
  async backUpNow(): Promise<Result<{ readonly at: string }, AppError>> {
    const { open } = this.#state;
    return open
      ? this.#keeper.backUp(open)
      : err({ code: 'unreadable', message: 'There is no database to make a backup of.' });
  }

  /** Ends the session except for closing: deletes pictures that no plan has named, makes a backup. */
  async finish(): Promise<void> {
    const { open } = this.#state;
    if (!open || open.isReadOnly) return;
    this.#cleanUp();
    await this.#keeper.backUpIfDue(open);
  }

  /** Closes the database; without `finish` before, the backup is made here unless it is left out. */
  close({ backup = true }: { readonly backup?: boolean } = {}): void {
    const { open } = this.#state;
    if (backup && open && !open.isReadOnly) {
      this.#cleanUp();
      const failed = this.#keeper.backUpHere(open);
      if (failed) this.#setup.onNotice(failed);
    }
    this.#closeDatabase();
    this.#lock?.release();
    this.#lock = null;
  }

  /** The newest good state of a damaged plan that a backup can give; null where none has it sound. */
  async planState(planId: string): Promise<Result<PlanState | null, AppError>> {
    const { open } = this.#state;
    return open
      ? this.#keeper.planState(planId)
      : err({ code: 'unreadable', message: 'The database is not open.' });
  }

  /** Restores a damaged plan alone, after a backup of all as it is: nothing that is there gets lost. */
  async restorePlan(planId: string, from: string): Promise<Result<null, AppError>> {
    const { open } = this.#state;
    if (!open || open.isReadOnly)
      return err({ code: 'not-written', message: 'The database cannot be written.' });
    const restored = await this.#keeper.restorePlan(open, planId, from);
    await this.lookAgain();
    return restored;
  }

  #openWith({ mayBegin, mayBeOlder }: { readonly mayBegin: boolean; readonly mayBeOlder: boolean }): void {
    const { file } = this.#setup;
    this.#stopRetrying();
    const shut = unreadableFolder(file) ?? this.#takeLock();
    if (shut) {
      this.#refuse(shut);
      return;
    }
    const earlier = readSavedNote(file);
    const opened = this.#opened(mayBegin, earlier?.isSuspect ?? false);
    if (!opened.ok) {
      this.#refuse(opened.error);
      return;
    }
    const { db, readOnly } = opened.value;
    // Where its folder was made only now there was none to take.
    const refused = readOnly ? null : this.#takeLock();
    if (refused) {
      db.close();
      this.#refuse(refused);
      return;
    }
    const compared = compareWithNoted(opened.value, {
      file,
      at: this.#now().toISOString(),
      earlier,
      mayBeOlder,
    });
    if (!compared.ok) {
      db.close();
      this.#refuse(compared.error);
      return;
    }
    const { missing, again } = compared.value;
    this.#findings.begin(again);
    if (missing.length > 0) this.#showOlder(opened.value, missing);
    else this.#use(new OpenSession(opened.value, { ...this.#setup, now: () => this.#now(), earlier }));
  }

  #opened(mayBegin: boolean, checksAll: boolean): Result<OpenDatabase, OpenError> {
    const { file } = this.#setup;
    finishMoves(file);
    const opened = openDatabase(file, this.#now(), {
      busyTimeoutMs: BUSY_TIMEOUT_MS,
      mayBegin: mayBegin || !wasUsedBefore(file),
      checksAll,
    });
    keepAllPrivate(file);
    return opened;
  }

  /** Takes the lock unless this store has it; why not, if another has. */
  #takeLock(): OpenError | null {
    if (this.#lock) return null;
    const taken = takeLock(this.#setup.file);
    if (!taken.ok) return taken.error;
    this.#lock = taken.value;
    return null;
  }

  #use(open: OpenSession): void {
    const { onSlow, onNotice } = this.#setup;
    const repositories = watchedRepositories(open, onSlow);
    this.#state = { open, repositories };
    const ofBackup = this.#keeper.opened(open);
    for (const sentence of startNotices(this.#setup.file, open, ofBackup)) onNotice(sentence);
  }

  #refuse(error: OpenError): void {
    if (error.state === 'damaged' || error.state === 'missing') this.#standIn(error);
    else if (error.isBusy) this.#waitFor(error);
    else this.#stayClosed(error);
  }

  #stayClosed(error: OpenError): void {
    if (error.isLasting) {
      this.#offer({ ...error, wayOut: () => '' });
      return;
    }
    this.#state = closed(error.state, error.message);
    this.#setup.onTrouble(fullMessage(error));
  }

  /** Tries again until the other program lets the database go. */
  #waitFor(error: OpenError): void {
    if (this.#state.open !== null || this.#state.status.message !== error.message) this.#stayClosed(error);
    this.#retry = setTimeout(() => {
      this.open();
      if (this.#retry === null) this.#setup.onChange?.();
    }, RETRY_MS).unref();
  }

  #stopRetrying(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
  }

  #moveAside(word: 'damaged' | 'replaced'): string | null {
    return moveAside(this.#setup.file, word, this.#now());
  }

  /** Keeps a damaged database under another name, and offers what stands in for one that is gone. */
  #standIn(error: OpenError): void {
    const instead = insteadOf(this.#setup.file, error, () => this.#moveAside('damaged'));
    if (instead.ok) this.#offer(instead.value);
    else this.#stayClosed(instead.error);
  }

  /** Stays closed with the copies that can be had; while they are looked at elsewhere, with that. */
  #offer(closing: Closing): void {
    const { file, onTrouble, onChange } = this.#setup;
    const show = (status: ClosedStatus, said: string) => {
      const state: State = { open: null, status };
      this.#state = state;
      onTrouble(said);
      return () => this.#state === state;
    };
    offerCopies(this.#work.offers(file), closing, { show, onLater: () => onChange?.() });
  }

  #showOlder({ db }: OpenDatabase, missing: readonly MissingSaves[]): void {
    db.close();
    const message = olderText(this.#setup.file, missing);
    this.#offer({ state: 'older', message, detail: null, wayOut: () => '' });
  }

  async #countPlans(open: OpenSession): Promise<void> {
    const isOpen = () => this.#state.open === open;
    if (!this.#state.open || !isOpen()) return;
    const { summaries } = this.#state.repositories;
    const { file, onTrouble } = this.#setup;
    const counted = await countUncounted({ file, count: this.#work.count, summaries, isOpen });
    if (!counted.ok) onTrouble(counted.error.message);
  }

  #cleanUp(): void {
    if (!this.#state.open || this.#state.open.placeProblem()) return;
    const cleaned = this.#state.repositories.attachments.deleteUnplaced();
    if (!cleaned.ok) this.#setup.onNotice(cleaned.error.message);
  }

  #closeDatabase(): void {
    this.#stopRetrying();
    this.#state.open?.close();
    this.#state = closed('unavailable', 'The database is closed.');
  }

  #now(): Date {
    return this.#setup.now?.() ?? new Date();
  }
}
