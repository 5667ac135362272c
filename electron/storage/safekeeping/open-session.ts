import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { ok } from '../../../core/result.ts';
import type { OpenDatabase } from '../database.ts';
import { attempt, FULL_DISK } from '../storage-error.ts';
import { listedIn, type SavedNote } from './acknowledged.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { asidePath } from './aside-name.ts';
import { timeInName } from './backup-name.ts';
import { FileIdentity } from './file-identity.ts';
import { pagesInLog } from './log-length.ts';
import { syncToDisk } from './make-backup.ts';
import { makePrivateFile, makePrivateFolder, removeFile } from './private-files.ts';
import { realFileOf } from './real-file.ts';
import { systemCode } from './system-error.ts';

export type SessionSetup = {
  readonly file: string;
  readonly onTrouble: (sentence: string) => void;
  /** Hears that `placeProblem` says something else now, some seconds later even if nobody asks it. */
  readonly onChange?: () => void;
  readonly now: () => Date;
  /** What the last session noted. */
  readonly earlier: SavedNote | null;
};

/** One opened database: whether it is still in its place, and what of it was acknowledged. */
export class OpenSession {
  readonly db: Database.Database;
  readonly isReadOnly: boolean;
  readonly isUnchecked: boolean;
  readonly afterUncleanEnd: boolean;
  /** Why the last session could not make its backup; null where it did. */
  readonly backupFailedBefore: string | null;
  readonly acknowledgements: Acknowledgements;
  readonly #setup: SessionSetup;
  readonly #identity: FileIdentity;
  readonly #looking: NodeJS.Timeout | null;
  /** What `placeProblem` said last. */
  #told: string | null = null;
  #problem: AppError | null = null;
  /** Never taken back: what SQLite has read of it no longer fits what is there. */
  #isOverwritten = false;
  /** What was saved lies beside the place from which the database is gone. */
  #isRescued = false;
  /** Why it could not be put there, in a few words. */
  #notRescued: string | null = null;

  constructor(opened: OpenDatabase, setup: SessionSetup) {
    const { db, readOnly, isUnchecked, afterUncleanEnd } = opened;
    this.db = db;
    this.isReadOnly = readOnly;
    this.isUnchecked = isUnchecked;
    this.afterUncleanEnd = afterUncleanEnd;
    this.#setup = setup;
    this.backupFailedBefore = setup.earlier?.backupFailed ?? null;
    // The log is written back where `wrote` says so: then every other write into the database is somebody else's.
    if (!readOnly) db.pragma('wal_autocheckpoint = 0');
    this.#identity = new FileIdentity(setup.file);
    const listed = () => {
      // What would be read then is neither what was saved nor what is there.
      if (this.#identity.place() === 'overwritten') return null;
      const read = attempt(() => ok(listedIn(db)));
      return read.ok ? read.value : null;
    };
    this.acknowledgements = new Acknowledgements({ file: setup.file, listed }, setup.earlier);
    // From now on there was a database: the note proves it.
    if (!readOnly) this.acknowledgements.flush();
    this.#looking = readOnly ? null : setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** What a person has to know of it: damage that a check found. */
  get problem(): AppError | null {
    return this.#problem;
  }

  /** Why what is written now would be lost with this process; null while the database is in its place. */
  placeProblem(): AppError | null {
    const problem = this.isReadOnly ? null : this.#lookAtPlace();
    const message = problem?.message ?? null;
    if (message !== this.#told) {
      this.#told = message;
      this.#setup.onChange?.();
    }
    return problem;
  }

  #lookAtPlace(): AppError | null {
    const name = path.basename(this.#setup.file);
    const place = this.#identity.place();
    if (this.#isOverwritten || place === 'overwritten') {
      this.#isOverwritten = true;
      const found = `Another program wrote into the database ${name} while it was open, so nothing is saved any more.`;
      return { code: 'not-written', message: `${found} ${OVERWRITTEN}` };
    }
    if (place === 'held') {
      // Back in its place: what is saved from now on is in no copy.
      this.#isRescued = false;
      return null;
    }
    const kept = this.#rescue();
    const found = `The database ${name} was moved, deleted or replaced by another program, so nothing is saved any more.`;
    return { code: 'not-written', message: `${found} ${kept}` };
  }

  /** The next start checks before anything else. */
  foundDamaged(problem: AppError): void {
    this.#problem = problem;
    this.acknowledgements.keep({ isSuspect: true });
  }

  /** Something was committed and acknowledged: a long log is written back into the database. */
  wrote(): void {
    this.acknowledgements.changed();
    if (this.isReadOnly || !this.#isLogLong() || this.placeProblem()) return;
    const done = attempt(() => ok(this.db.pragma('wal_checkpoint(PASSIVE)')));
    // What it could not write stays in the log, which is as safe.
    if (!done.ok) this.#setup.onTrouble(`The log could not be written back: ${done.error.message}`);
    this.#identity.wrote();
  }

  #isLogLong(): boolean {
    // Where it cannot be told it is not written back now: what is in it is as safe there.
    const pages = attempt(() => ok(pagesInLog(this.db)));
    return pages.ok && pages.value >= LONG_LOG;
  }

  close(): void {
    // Closing itself writes into the database.
    if (this.#looking) clearInterval(this.#looking);
    const isInPlace = this.isReadOnly || this.placeProblem() === null;
    if (!this.isReadOnly && isInPlace) this.acknowledgements.flush();
    this.acknowledgements.end();
    if (this.#isOverwritten) this.#closeBeside();
    else this.db.close();
  }

  /** Costs three looks at a file: only a change does more. */
  #look(): void {
    const isInPlace = !this.#isOverwritten && this.#identity.place() === 'held';
    if (isInPlace !== (this.#told === null)) this.placeProblem();
  }

  /**
   * Leaves what somebody else has put there as it is: closing would write the log into it. The log is set aside.
   *
   * A second connection keeps the first one from writing: only the last one does.
   */
  #closeBeside(): void {
    const { file, now, onTrouble } = this.#setup;
    let other: Database.Database | null = null;
    try {
      other = new Database(file, { readonly: true });
      other.prepare('SELECT count(*) FROM sqlite_schema').get();
    } catch (error) {
      systemCode(error);
    }
    this.db.close();
    const real = realFileOf(file);
    if (fs.existsSync(`${real}-wal`)) {
      const aside = `${real}.overwritten-${timeInName(now())}.log`;
      fs.renameSync(`${real}-wal`, aside);
      onTrouble(`The log of the database that was overwritten was kept as ${path.basename(aside)}.`);
    }
    removeFile(`${real}-shm`);
    other?.close();
  }

  /** Keeps what was saved beside the place, for a deleted file is gone with its last user; says what to do. */
  #rescue(): string {
    if (!this.#isRescued) this.#tryToRescue();
    if (this.#isRescued)
      return 'Put it back, or export the plan as a plan file, close the window and start Sallyport again: it then offers what was saved.';
    const wayOut = `Put the database back${this.#notRescued === FULL ? ', or free space,' : ''} and do not close the window.`;
    return `What was saved could not be kept beside it (${this.#notRescued}). ${wayOut} ${EXPORT}`;
  }

  #tryToRescue(): void {
    const copy = nameFor(this.#setup);
    const failed = writeCopy(this.db, copy);
    // The next start shall know what is missing in what lies there then.
    this.acknowledgements.flush();
    this.#isRescued = failed === null;
    if (failed === null) this.#setup.onTrouble(`What was saved was kept as ${path.basename(copy)}.`);
    else if (failed !== this.#notRescued)
      this.#setup.onTrouble(`What was saved could not be kept beside the database (${failed}).`);
    this.#notRescued = failed;
  }
}

const FULL = 'the disk is full';
const EXPORT = 'Export the plan as a plan file, so that what the window shows is not lost.';
const OVERWRITTEN =
  'Before you close the window, export the plan as a plan file; the next start shows what is there now and what it lacks.';

/** Often enough that nobody draws for long without knowing. */
const LOOK_EVERY_MS = 3000;

/** Pages from which on the log is written back: as many as SQLite takes for that by itself. */
const LONG_LOG = 1000;

function nameFor({ file, now }: SessionSetup): string {
  let copy = asidePath(file, 'rescued', now());
  while (fs.existsSync(copy)) copy += '-again';
  return copy;
}

/** Writes a database to a file that is not there yet; why it failed, in a few words, and then leaves none. */
function writeCopy(db: Database.Database, copy: string): string | null {
  try {
    makePrivateFolder(path.dirname(copy));
    makePrivateFile(copy);
    db.prepare('VACUUM INTO ?').run(copy);
    syncToDisk(copy);
    return null;
  } catch (error) {
    const code = systemCode(error);
    removeFile(copy);
    return FULL_DISK.test(code) ? FULL : `the system says ${code}`;
  }
}
