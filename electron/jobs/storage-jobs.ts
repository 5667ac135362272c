import { type BackupMade, type BackupRequest, makeBackup } from '../storage/safekeeping/make-backup.ts';
import { type Restored, type RestoreRequest, restoreCopy } from '../storage/safekeeping/restore-copy.ts';
import { checkDatabase } from '../storage/safekeeping/storage-work.ts';
import type { Work } from './job.ts';

/** Copies the database beside it, verified. */
export const backupJob: Work<BackupRequest, BackupMade> = async (request) => makeBackup(request);

/** Reads every page of the database. */
export const checkJob: Work<{ readonly file: string }, null> = async ({ file }) => checkDatabase(file);

/** Puts a copy in the place of the database, which nothing has open. */
export const restoreJob: Work<RestoreRequest, Restored> = async (request) => restoreCopy(request);
