import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { AppError } from '../../core/contract/method.ts';
import type { StorageStatus } from '../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { AttachmentRepository } from './attachment-repository.ts';
import { listBackups, makeBackup, restoreBackup } from './backup.ts';
import { damagedWithoutSuccessor, moveAside } from './damaged-file.ts';
import { fullMessage, type OpenDatabase, type OpenError, openDatabase } from './database.ts';
import { JournalRepository } from './journal/journal-repository.ts';
import { PlanIntake } from './plan-intake.ts';
import { PlanRepository } from './plan-repository.ts';
import { SettingRepository } from './setting-repository.ts';
import { SiteRepository } from './site-repository.ts';
import { TemplateRepository } from './template-repository.ts';
import { type SlowCallListener, timed } from './timed.ts';

/** What is stored in an open database. */
export type Repositories = {
  readonly sites: SiteRepository;
  readonly plans: PlanRepository;
  readonly journal: JournalRepository;
  readonly intake: PlanIntake;
  readonly attachments: AttachmentRepository;
  readonly settings: SettingRepository;
  readonly templates: TemplateRepository;
};

/** The repositories on an open database; `onSlow` hears of calls that take longer than a frame. */
export function repositoriesOf(
  { db }: OpenDatabase,
  onSlow: SlowCallListener = () => undefined,
): Repositories {
  const setup = { newId: () => randomUUID(), now: () => new Date().toISOString() };
  const plans = timed('plans', new PlanRepository(db, setup), onSlow);
  return {
    plans,
    journal: timed('journal', new JournalRepository(db), onSlow),
    intake: timed('intake', new PlanIntake(db, plans, setup), onSlow),
    sites: timed('sites', new SiteRepository(db, plans, setup), onSlow),
    attachments: timed('attachments', new AttachmentRepository(db), onSlow),
    settings: timed('settings', new SettingRepository(db), onSlow),
    templates: timed('templates', new TemplateRepository(db, setup), onSlow),
  };
}

/** The folder of the backups of a database. */
export function backupFolderOf(file: string): string {
  return path.join(path.dirname(file), 'backups');
}

export type StoreSetup = {
  readonly file: string;
  readonly onSlow: SlowCallListener;
  /** Hears what happened that nobody asked for, one sentence each. */
  readonly onNotice: (sentence: string) => void;
  /** Hears what a person is told by `status`, with what SQLite says of it. */
  readonly onTrouble: (sentence: string) => void;
};

type State =
  | { readonly open: OpenDatabase; readonly repositories: Repositories }
  | { readonly open: null; readonly status: StorageStatus };

/** A database that is not open, and has no backup to offer. */
function closed(state: StorageStatus['state'], message: string): State {
  return { open: null, status: { state, message, backups: [] } };
}

/**
 * The application's own database over the life of the program.
 *
 * A damaged one is moved aside with its log files and never deleted; then nothing is stored until a
 * backup is restored or an empty database is begun.
 */
export class Store {
  readonly #setup: StoreSetup;
  #state: State = closed('unavailable', 'The database is not open yet.');

  constructor(setup: StoreSetup) {
    this.#setup = setup;
  }

  /** Whether plans can be read and written; lists good backups only while they cannot. */
  status(): StorageStatus {
    const { open } = this.#state;
    if (open && !open.readOnly) return { state: 'ready', message: null, backups: [] };
    if (open) {
      const message = 'The database is read-only: plans can be looked at and exported, not changed.';
      return { state: 'read-only', message, backups: [] };
    }
    return this.#state.status;
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
    const { file } = this.#setup;
    const earlier = damagedWithoutSuccessor(file);
    const opened = earlier === null ? openDatabase(file, new Date()) : null;
    if (opened?.ok) this.#use(opened.value);
    else if (opened) this.#refuse(opened.error);
    else this.#showDamaged({ message: 'The database was damaged.', detail: null }, earlier ?? file);
  }

  /** Puts a backup in the place of the database and opens it; an open database is moved aside first. */
  restoreBackup(name: string): Result<null, AppError> {
    const { file } = this.#setup;
    this.#closeDatabase();
    const restored = restoreBackup(backupFolderOf(file), name, { file, at: new Date() });
    this.open();
    return restored;
  }

  /** Begins an empty database after a damaged one was moved aside; refused in any other state. */
  startEmpty(): Result<null, AppError> {
    if (this.#state.open || this.#state.status.state !== 'damaged') {
      return err({ code: 'refused', message: 'A new database is begun only after a damaged one.' });
    }
    const opened = openDatabase(this.#setup.file, new Date());
    if (!opened.ok) return err({ code: 'not-written', message: opened.error.message });
    this.#use(opened.value);
    return ok(null);
  }

  /** Ends the session: deletes attachments that nothing names, makes a backup, closes the database. */
  close(): void {
    const { open } = this.#state;
    if (open && !open.readOnly) {
      const cleaned = this.#state.repositories.attachments.deleteUnused();
      if (!cleaned.ok) this.#setup.onNotice(cleaned.error.message);
      const made = makeBackup(open.db, backupFolderOf(this.#setup.file), new Date());
      if (!made.ok) this.#setup.onNotice(made.error.message);
    }
    this.#closeDatabase();
  }

  #use(open: OpenDatabase): void {
    this.#state = { open, repositories: repositoriesOf(open, this.#setup.onSlow) };
    if (open.afterUncleanEnd)
      this.#setup.onNotice('The last session did not end properly; the database is sound.');
  }

  #refuse(error: OpenError): void {
    if (error.state === 'damaged') this.#setAside(error);
    else this.#stayClosed(error);
  }

  #stayClosed(error: OpenError): void {
    this.#state = closed(error.state, error.message);
    this.#setup.onTrouble(fullMessage(error));
  }

  #setAside(error: OpenError): void {
    const { file } = this.#setup;
    try {
      this.#showDamaged(error, moveAside(file, 'damaged', new Date()) ?? file);
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code === undefined || code.startsWith('ERR_')) throw failure;
      const message = `${error.message} It cannot be moved aside (${code}): allow writing to its folder, then start Sallyport again.`;
      this.#stayClosed({ state: 'unavailable', message, detail: error.detail });
    }
  }

  #showDamaged({ message, detail }: Pick<OpenError, 'message' | 'detail'>, movedTo: string): void {
    const backups = listBackups(backupFolderOf(this.#setup.file));
    const wayOut =
      backups.length > 0
        ? 'Restore the newest backup, or another one.'
        : 'There is no good backup: begin with an empty database.';
    const sentence = `${message} It was kept as ${path.basename(movedTo)}. ${wayOut}`;
    this.#state = { open: null, status: { state: 'damaged', message: sentence, backups } };
    this.#setup.onTrouble(fullMessage({ message: sentence, detail }));
  }

  #closeDatabase(): void {
    this.#state.open?.db.close();
    this.#state = closed('unavailable', 'The database is closed.');
  }
}
