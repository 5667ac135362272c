import fs from 'node:fs';
import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { moveAside, namesIn } from '../damaged-file.ts';
import { migrate } from '../migrate.ts';
import { type Cleaned, writeCleanedCopy } from '../recovery/cleaned-copy.ts';
import { leftOutText } from '../recovery/left-out.ts';
import { countAll } from '../summaries/count-plans.ts';
import { backupsAmong } from './backup-name.ts';
import { backupCountOf, contentsOf, isSound, readDatabase } from './copy-contents.ts';
import { backupError, syncToDisk, writeCount } from './make-backup.ts';
import { backupFolderOf, placeOfOffer } from './offers.ts';
import { makePrivateFile } from './private-files.ts';
import { logOf } from './real-file.ts';

export type RestoreRequest = {
  readonly file: string;
  /** The name of an offered copy. */
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

export type Restored = {
  /** One sentence of what of the copy could not be taken over; null where all of it was. */
  readonly leftOut: string | null;
};

/**
 * Puts a sound copy in the place of a database, which nothing may have open; what is there is moved aside.
 *
 * `name` is one that `offersFor` gave; any other is refused. A failure leaves the database in place. What is
 * not ours in the copy stays behind in it.
 */
export function restoreCopy({ file, name, at }: RestoreRequest): Result<Restored, AppError> {
  const source = placeOfOffer(file, name);
  const contents = source === null ? null : contentsOf(source);
  if (source === null || contents === null) return err(notGood(name));
  let draft: string | null = draftFor(file);
  try {
    const cleaned = writeDraft({ source, draft, at }, contents.isStrange);
    if (cleaned === null) return err(notGood(name));
    writeCount(draft, countAfterAll(file, draft));
    syncToDisk(draft);
    moveAside(file, 'replaced', new Date(at));
    const finished = draft;
    // From here on it is what the next start offers when this one is cut off.
    draft = null;
    fs.renameSync(finished, file);
    const told = [leftOutText(cleaned.leftOut, name), ...cleaned.again].filter((text) => text !== null);
    return ok({ leftOut: told.join(' ') || null });
  } catch (error) {
    return err(backupError(error));
  } finally {
    if (draft !== null) fs.rmSync(draft, { force: true });
  }
}

function notGood(name: string): AppError {
  return { code: 'not-found', message: `There is no good backup named "${name}". Choose another one.` };
}

/** A name for the copy that takes the place; one that was left from before is not touched. */
function draftFor(file: string): string {
  let draft = `${file}.draft`;
  while (fs.existsSync(draft)) draft += '-again';
  return draft;
}

/**
 * Copies the source whole with its log, and brings it to today's shape; gives what had to be left out, null when
 * it is not sound.
 */
function writeDraft(
  { source, draft, at }: { readonly source: string; readonly draft: string; readonly at: string },
  isStrange: boolean,
): Cleaned | null {
  const copy = isStrange ? `${draft}.copy` : draft;
  const companions = [`${copy}-wal`, `${copy}-shm`];
  try {
    makePrivateFile(copy);
    fs.copyFileSync(source, copy, fs.constants.COPYFILE_FICLONE);
    if (fs.existsSync(logOf(source))) fs.copyFileSync(logOf(source), `${copy}-wal`);
    if (!settleCopy(copy, { mayMigrate: !isStrange })) return null;
    return isStrange ? writeCleanedCopy(copy, draft, at) : { leftOut: {}, again: [] };
  } finally {
    for (const each of isStrange ? [copy, ...companions] : companions) fs.rmSync(each, { force: true });
  }
}

/** Takes the log of a copy into it and checks every page. */
function settleCopy(copy: string, { mayMigrate }: { readonly mayMigrate: boolean }): boolean {
  const db = new Database(copy, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_mode = DELETE');
    if (!isSound(db)) return false;
    if (!mayMigrate) return true;
    migrate(db);
    // Those of an older Sallyport have no figures; no process but this one has them open.
    countAll(db);
    return true;
  } finally {
    db.close();
  }
}

/** A number above those of all backups: what is restored now is newer than they are. */
function countAfterAll(file: string, draft: string) {
  const own = readDatabase(draft, backupCountOf);
  // SQLite deletes the log of a database that has no bytes.
  const isThere = (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const replaced = isThere ? readDatabase(file, backupCountOf) : null;
  const newest = backupsAmong(namesIn(backupFolderOf(file)))[0];
  return {
    number: Math.max(0, own?.number ?? 0, replaced?.number ?? 0, newest?.number ?? 0) + 1,
    day: Math.max(0, own?.day ?? 0, replaced?.day ?? 0, newest?.day ?? 0),
    date: newest?.at.slice(0, 10) ?? '',
  };
}
