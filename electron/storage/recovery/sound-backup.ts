import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { namesIn } from '../damaged-file.ts';
import { latestVersion, migrate, versionOf } from '../migrate.ts';
import { type BackupName, backupsAmong } from '../safekeeping/backup-name.ts';
import { readDatabase } from '../safekeeping/copy-contents.ts';
import { backupFolderOf } from '../safekeeping/offers.ts';
import { makePrivateFile } from '../safekeeping/private-files.ts';
import { systemCode } from '../safekeeping/system-error.ts';
import { FULL_DISK } from '../storage-error.ts';
import { type SoundPlan, soundPlan } from './stored-plan-rows.ts';

export type SoundBackup = { readonly from: BackupName; readonly found: SoundPlan };

const NO_ROOM: AppError = {
  code: 'not-written',
  message: 'An older backup is read by way of a copy, and the disk is full. Free some space on it.',
};

/**
 * Reads a backup in today's shape; an older one by way of a copy, which is removed again. Null where it cannot
 * be read: another backup may be. An error where the disk has no room for the copy.
 */
function readInTodaysShape<T>(
  backup: string,
  copy: string,
  work: (db: Database.Database) => T,
): Result<T | null, AppError> {
  const version = readDatabase(backup, versionOf) ?? 0;
  if (version === latestVersion()) return ok(readDatabase(backup, work));
  if (version < 1 || version > latestVersion()) return ok(null);
  try {
    makePrivateFile(copy);
    fs.copyFileSync(backup, copy, fs.constants.COPYFILE_FICLONE);
    bringUpToDate(copy);
    return ok(readDatabase(copy, work));
  } catch (error) {
    return FULL_DISK.test(systemCode(error)) ? err(NO_ROOM) : ok(null);
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) fs.rmSync(copy + ending, { force: true });
  }
}

function bringUpToDate(copy: string): void {
  const db = new Database(copy);
  try {
    migrate(db);
  } finally {
    db.close();
  }
}

/**
 * The newest backup in which nothing of a plan is damaged or missing, or the one of the name that is `wanted`; null
 * where none has it sound.
 *
 * `copy` is the file that an older backup is read by way of; one that was left is written over. An error where the
 * disk has no room for it.
 */
export function soundBackup(
  { file, planId, copy }: { readonly file: string; readonly planId: string; readonly copy: string },
  wanted: string | null = null,
): Result<SoundBackup | null, AppError> {
  const folder = backupFolderOf(file);
  for (const from of backupsAmong(namesIn(folder))) {
    if (wanted !== null && from.name !== wanted) continue;
    const found = readInTodaysShape(path.join(folder, from.name), copy, (db) => soundPlan(db, planId));
    if (!found.ok) return found;
    if (found.value !== null) return ok({ from, found: found.value });
  }
  return ok(null);
}
