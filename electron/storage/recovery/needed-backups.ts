import path from 'node:path';
import type Database from 'better-sqlite3';
import { jsonOf } from '../../../core/records/packed-change.ts';
import { backupFolderOf } from '../safekeeping/offers.ts';
import { damageOf, plansIn } from '../soundness/damaged-plans.ts';
import { lostPictures, picturesIn } from './lost-pictures.ts';
import { soundBackup } from './sound-backup.ts';

const UNDERLAYS = "SELECT body FROM record WHERE kind = 'underlay'";

/**
 * The names of the backups that something damaged or lost in a database can be had from: for each damaged plan and
 * each picture that is not as it was stored, the newest backup that has it sound. Null where that cannot be told now.
 *
 * Reads every record and every picture.
 */
export function neededBackups(db: Database.Database, file: string): ReadonlySet<string> | null {
  // All that is read is of one moment.
  return db.transaction(() => neededNow(db, file))();
}

function neededNow(db: Database.Database, file: string): ReadonlySet<string> | null {
  const needed = new Set<string>();
  const named = new Set(namedIn(db));
  for (const plan of plansIn(db)) {
    if (damageOf(db, plan) === null) continue;
    const backup = soundBackup({ file, planId: plan.id, copy: `${file}.reading-kept` });
    if (!backup.ok) return null;
    if (backup.value === null) continue;
    needed.add(backup.value.from.name);
    for (const sha256 of picturesIn(backup.value.found.plan)) named.add(sha256);
  }
  for (const { backup } of lostPictures(db, named, backupFolderOf(file)))
    if (backup !== null) needed.add(path.basename(backup));
  return needed;
}

/** The pictures that underlays name, and those that are there: the row that named one may be lost. */
function* namedIn(db: Database.Database): Iterable<string> {
  yield* db.prepare<[], string>('SELECT sha256 FROM attachment').pluck().iterate();
  for (const body of db.prepare<[], string>(UNDERLAYS).pluck().iterate()) {
    const { attachment } = (jsonOf(body) ?? {}) as { readonly attachment?: unknown };
    if (typeof attachment === 'string') yield attachment;
  }
}
