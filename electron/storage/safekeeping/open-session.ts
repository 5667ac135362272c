import path from 'node:path';
import type Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { ok } from '../../../core/result.ts';
import type { OpenDatabase } from '../database.ts';
import { attempt } from '../storage-error.ts';
import { type SavedNote, versionsIn } from './acknowledged.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { timeInName } from './backup-name.ts';
import { FileIdentity } from './file-identity.ts';
import { makePrivateFile } from './private-files.ts';

export type SessionSetup = {
  readonly file: string;
  readonly onTrouble: (sentence: string) => void;
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
  #problem: AppError | null = null;
  #isRescued = false;

  constructor(opened: OpenDatabase, setup: SessionSetup) {
    const { db, readOnly, isUnchecked, afterUncleanEnd } = opened;
    this.db = db;
    this.isReadOnly = readOnly;
    this.isUnchecked = isUnchecked;
    this.afterUncleanEnd = afterUncleanEnd;
    this.#setup = setup;
    this.backupFailedBefore = setup.earlier?.backupFailed ?? null;
    this.#identity = new FileIdentity(setup.file);
    const versions = () => {
      const read = attempt(() => ok(versionsIn(db)));
      return read.ok ? read.value : null;
    };
    this.acknowledgements = new Acknowledgements({ file: setup.file, versions }, setup.earlier);
    // From now on there was a database: the note proves it.
    if (!readOnly) this.acknowledgements.flush();
  }

  /** What a person has to know of it: damage that a check found. */
  get problem(): AppError | null {
    return this.#problem;
  }

  /** Why what is written now would be lost with this process; null while the database is in its place. */
  placeProblem(): AppError | null {
    if (this.isReadOnly || this.#identity.holds()) return null;
    const kept = this.#rescue();
    const name = path.basename(this.#setup.file);
    const found = `The database ${name} was moved, deleted or replaced by another program, so nothing is saved any more.`;
    return { code: 'not-written', message: `${found} ${kept}` };
  }

  /** The next start checks before anything else. */
  foundDamaged(problem: AppError): void {
    this.#problem = problem;
    this.acknowledgements.keep({ isSuspect: true });
  }

  close(): void {
    if (!this.isReadOnly && this.#identity.holds()) this.acknowledgements.flush();
    this.acknowledgements.end();
    this.db.close();
  }

  /** Writes all that was saved beside the place, once: a deleted file is gone with its last user. */
  #rescue(): string {
    const back = 'Put it back, or close the window and start Sallyport again: it then offers what was saved.';
    if (this.#isRescued) return back;
    this.#isRescued = true;
    // The next start shall know what is missing in what lies there then.
    this.acknowledgements.flush();
    const copy = `${this.#setup.file}.rescued-${timeInName(this.#setup.now())}`;
    const written = attempt(() => {
      makePrivateFile(copy);
      this.db.prepare('VACUUM INTO ?').run(copy);
      return ok(null);
    });
    this.#setup.onTrouble(
      written.ok ? `What was saved was kept as ${path.basename(copy)}.` : written.error.message,
    );
    return back;
  }
}
