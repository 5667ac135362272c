import type { AppError } from '../../../core/contract/method.ts';
import type { PlanState, StorageStatus } from '../../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { namesIn } from '../damaged-file.ts';
import { attempt } from '../storage-error.ts';
import { backupsAmong } from './backup-name.ts';
import {
  type BackupMade,
  type BackupRequest,
  isBackupBehind,
  isBackupDue,
  makeBackup,
} from './make-backup.ts';
import { backupFolderOf } from './offers.ts';
import type { OpenSession } from './open-session.ts';
import type { StorageWork } from './storage-work.ts';

export type BackupKeeperSetup = {
  readonly file: string;
  readonly work: Pick<StorageWork, 'backUp' | 'planState' | 'restorePlan'>;
  readonly now: () => Date;
  readonly onChange: () => void;
  /** Hears what went wrong beside it, one sentence each. */
  readonly onTrouble: (sentence: string) => void;
};

type Answer = Result<BackupMade, AppError>;

/** Has backups made, one at a time, knows how the last one ended, and gives a damaged plan back from one. */
export class BackupKeeper {
  readonly #setup: BackupKeeperSetup;
  #running: Promise<Answer> | null = null;
  #last: StorageStatus['backup'] = { at: null, failed: null, isRunning: false };

  constructor(setup: BackupKeeperSetup) {
    this.#setup = setup;
  }

  /** When the last good one was made, why the last attempt failed, and whether one is being made. */
  get backup(): StorageStatus['backup'] {
    return this.#last;
  }

  /** Begins with a database that was opened; says when the last session ended without a backup. */
  opened(open: OpenSession): string | null {
    const { file } = this.#setup;
    const [newest] = backupsAmong(namesIn(backupFolderOf(file)));
    const failed = open.backupFailedBefore;
    this.#last = { at: newest?.at ?? null, failed, isRunning: false };
    if (failed !== null) return `The last session ended without a backup. ${failed}`;
    // A full disk may have kept it from noting why; one that was killed had no time for a backup.
    const isBehind = attempt(() => ok(!open.afterUncleanEnd && isBackupBehind(open.db, file)));
    return isBehind.ok && isBehind.value ? 'The last session ended without a backup.' : null;
  }

  /** Waits until none is being made. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Makes one of the database as it is, after the one that is being made. */
  async backUp(open: OpenSession): Promise<Answer> {
    while (this.#running) await this.#running;
    const problem = open.placeProblem();
    if (problem) return { ok: false, error: problem };
    this.#show({ ...this.#last, isRunning: true });
    this.#running = this.#setup.work.backUp(this.#request());
    const made = await this.#running;
    this.#running = null;
    this.#ended(open, made);
    return made;
  }

  /** Makes one unless the newest holds the same and every page of it is sound; an empty database needs none yet. */
  async lookAfter(open: OpenSession): Promise<void> {
    if (backupsAmong(namesIn(backupFolderOf(this.#setup.file))).length > 0) await this.backUp(open);
    else await this.backUpIfDue(open);
  }

  /** Makes one unless the newest holds the same. */
  async backUpIfDue(open: OpenSession): Promise<void> {
    await this.settled();
    const due = attempt(() => ok(open.db.open && isBackupDue(open.db, this.#setup.file)));
    if (!due.ok || due.value) await this.backUp(open);
  }

  /** The same in this process and at once; why it failed, if it did. */
  backUpHere(open: OpenSession): string | null {
    const problem = open.placeProblem();
    if (problem) return problem.message;
    const made = makeBackup(this.#request());
    this.#ended(open, made);
    return made.ok ? null : made.error.message;
  }

  /**
   * The newest good state of a damaged plan that a backup can give; null where none has it sound.
   *
   * That backup stays, however many are made, while the plan is damaged.
   */
  planState(planId: string): Promise<Result<PlanState | null, AppError>> {
    return this.#setup.work.planState({ file: this.#setup.file, planId });
  }

  /** Restores a damaged plan alone, after a backup of all as it is: nothing that is there gets lost. */
  async restorePlan(open: OpenSession, planId: string, from: string): Promise<Result<null, AppError>> {
    const { file, now, work } = this.#setup;
    const kept = await this.backUp(open);
    if (!kept.ok) return kept;
    const restored = await work.restorePlan({ file, planId, from, at: now().toISOString() });
    if (!restored.ok) return restored;
    const problem = open.placeProblem();
    if (problem) return err(problem);
    open.wrote();
    return restored;
  }

  #request(): BackupRequest {
    const { file, now } = this.#setup;
    return { file, at: now().toISOString() };
  }

  #ended(open: OpenSession, made: Answer): void {
    const failed = made.ok ? null : made.error.message;
    const left = made.ok ? made.value.left : [];
    if (left.length > 0) this.#setup.onTrouble(`Old backups could not be removed: ${left.join(', ')}.`);
    if (open.db.open) {
      open.acknowledgements.keep({ backupFailed: failed });
      if (made.ok) keepCount(open, made.value);
    }
    this.#show({ at: made.ok ? made.value.at : this.#last.at, failed, isRunning: false });
  }

  #show(backup: StorageStatus['backup']): void {
    this.#last = backup;
    this.#setup.onChange();
  }
}

/** The database goes on from the number of its backup, also when the folder of the backups is lost. */
function keepCount({ db }: OpenSession, { number, day, at }: BackupMade): void {
  // Where it cannot be written the names in the folder tell the number.
  attempt(() => {
    db.prepare('INSERT OR REPLACE INTO backup_count VALUES (1, ?, ?, ?)').run(
      Math.max(number, 0),
      Math.max(day, 0),
      at.slice(0, 10),
    );
    return ok(null);
  });
}
