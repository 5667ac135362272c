import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import type { PlanState } from '../../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { newestPlanState, type PlanRequest } from '../recovery/plan-recovery.ts';
import { type RestorePlanRequest, restorePlan } from '../recovery/write-recovered.ts';
import { reformatPlan } from '../reformat-plan.ts';
import { storedTroubles } from '../soundness/stored-troubles.ts';
import { storageError } from '../storage-error.ts';
import { type CountedPlans, type CountRequest, countPlans } from '../summaries/count-plans.ts';
import { isSound } from './copy-contents.ts';
import { type BackupMade, type BackupRequest, makeBackup } from './make-backup.ts';
import { type Offers, offersFor } from './offers.ts';
import { type Restored, type RestoreRequest, restoreCopy } from './restore-copy.ts';
import { systemCode } from './system-error.ts';

/** The work on databases that takes as long as they or their plans are large: where it runs is the caller's choice. */
export type StorageWork = {
  readonly check: (request: CheckRequest) => Promise<Result<readonly string[], AppError>>;
  readonly backUp: (request: BackupRequest) => Promise<Result<BackupMade, AppError>>;
  readonly planState: (request: PlanRequest) => Promise<Result<PlanState | null, AppError>>;
  readonly restorePlan: (request: RestorePlanRequest) => Promise<Result<null, AppError>>;
  readonly reformat: (request: PlanRequest) => Promise<Result<null, AppError>>;
  /** Counts plans whose figures are not known; writes nothing. */
  readonly count: (request: CountRequest) => Promise<Result<CountedPlans, AppError>>;
  /** The sound copies of a database: each is opened and checked. */
  readonly offers: (file: string) => Offers | Promise<Offers>;
  readonly restore: (request: RestoreRequest) => Promise<Result<Restored, AppError>>;
};

const DAMAGED =
  'A part of the database is damaged. Close the window and start Sallyport again: it then offers the backups.';

/** `readsPages`: where nobody has looked yet whether each page is as it should be. */
export type CheckRequest = { readonly file: string; readonly readsPages: boolean };

/**
 * Reads all of a database beside whoever has it open; gives what of it is no longer what was stored, one sentence
 * each. 'damaged' when a page is not as it should be.
 */
export function checkDatabase({ file, readsPages }: CheckRequest): Result<readonly string[], AppError> {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 3000 });
    if (readsPages && !isSound(db)) return err({ code: 'damaged', message: DAMAGED });
    return ok(storedTroubles(db, { file, looksAtPlans: false }));
  } catch (error) {
    return err(
      storageError(error) ?? {
        code: 'unreadable',
        message: `The database cannot be checked (${systemCode(error)}).`,
      },
    );
  } finally {
    db?.close();
  }
}

/** In this process: for commands and tests. */
export const workHere: StorageWork = {
  check: async (request) => checkDatabase(request),
  backUp: async (request) => makeBackup(request),
  planState: newestPlanState,
  restorePlan,
  reformat: async (request) => reformatPlan(request),
  count: async (request) => countPlans(request),
  offers: (file) => ok(offersFor(file)),
  restore: async (request) => restoreCopy(request),
};
