import type { PlanState, StoredCopy } from '../../core/contract/shapes.ts';
import { ok } from '../../core/result.ts';
import { newestPlanState, type PlanRequest } from '../storage/recovery/plan-recovery.ts';
import { type RestorePlanRequest, restorePlan } from '../storage/recovery/write-recovered.ts';
import { reformatPlan } from '../storage/reformat-plan.ts';
import { type BackupMade, type BackupRequest, makeBackup } from '../storage/safekeeping/make-backup.ts';
import { offersFor } from '../storage/safekeeping/offers.ts';
import { type Restored, type RestoreRequest, restoreCopy } from '../storage/safekeeping/restore-copy.ts';
import { type CheckRequest, checkDatabase } from '../storage/safekeeping/storage-work.ts';
import { type CountedPlans, type CountRequest, countPlans } from '../storage/summaries/count-plans.ts';
import type { Work } from './job.ts';

/** Copies the database beside it, verified. */
export const backupJob: Work<BackupRequest, BackupMade> = async (request) => makeBackup(request);

/** Reads all of the database, and says what of it is no longer what was stored. */
export const checkJob: Work<CheckRequest, readonly string[]> = async (request) => checkDatabase(request);

/** Looks for the newest good state of a damaged plan in the backups. */
export const planStateJob: Work<PlanRequest, PlanState | null> = newestPlanState;

/** Restores what of a damaged plan a backup gives back. */
export const restorePlanJob: Work<RestorePlanRequest, null> = restorePlan;

/** Brings all records of a plan to today's plan format. */
export const reformatJob: Work<PlanRequest, null> = async (request) => reformatPlan(request);

/** Counts plans whose figures are not known. */
export const countJob: Work<CountRequest, CountedPlans> = async (request) => countPlans(request);

/** Opens and checks the copies of a database that can be offered. */
export const offersJob: Work<{ readonly file: string }, readonly StoredCopy[]> = async ({ file }) =>
  ok(offersFor(file));

/** Puts a copy in the place of the database, which nothing has open. */
export const restoreJob: Work<RestoreRequest, Restored> = async (request) => restoreCopy(request);
