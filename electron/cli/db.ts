import path from 'node:path';
import { fullMessage, isWritable, openDatabase } from '../storage/database.ts';
import { latestVersion, versionOf } from '../storage/migrate.ts';
import { noteAsItIs } from '../storage/safekeeping/acknowledged.ts';
import { countPlans } from '../storage/safekeeping/copy-contents.ts';
import { lockDatabase, lockRefusalText } from '../storage/safekeeping/database-lock.ts';
import { isTooNew, strangePartsOf } from '../storage/safekeeping/expected-schema.ts';
import { makeBackup } from '../storage/safekeeping/make-backup.ts';
import { backupFolderOf, offersFor } from '../storage/safekeeping/offers.ts';
import { restoreCopy } from '../storage/safekeeping/restore-copy.ts';
import { storedTroubles } from '../storage/soundness/stored-troubles.ts';
import { checkFigures, type FiguresFound } from '../storage/summaries/check-figures.ts';
import { countAll } from '../storage/summaries/count-plans.ts';
import { CliRefusal, type Command, report, usage } from './cli-io.ts';
import { damagedBy, existing, reading, TOO_NEW } from './read-database.ts';

const WINDOW_HAS_IT =
  'Sallyport has this database open: its window, or another command. Close that, then try again.';

function check(file: string) {
  const found = reading(file, (db) => {
    const problems = db.pragma('integrity_check', { simple: true });
    if (isTooNew(db)) throw new CliRefusal(TOO_NEW);
    if (problems !== 'ok') throw new CliRefusal(damagedBy(String(problems)));
    const strange = strangePartsOf(db);
    if (strange.length > 0) throw new CliRefusal(damagedBy(`it has ${strange.slice(0, 3).join(', ')}`));
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const counts = { plans: countPlans(db), records: count('record'), edits: count('change') };
    const isOfToday = versionOf(db) === latestVersion();
    const troubles = isOfToday ? storedTroubles(db, { file, looksAtPlans: true }) : [];
    return { troubles, counts, figures: isOfToday ? checkFigures(db) : null };
  });
  const { troubles, counts, figures } = found;
  const { plans, records, edits } = counts;
  return {
    database: file,
    integrity: troubles.length === 0 ? 'ok' : 'damaged',
    ...(troubles.length > 0 && { damage: troubles }),
    readOnly: !isWritable(file),
    plans,
    records,
    edits,
    figures: figures && {
      fit: figures.fit,
      wrong: figures.wrong.length,
      notKnown: figures.unknown.length + figures.damaged.length,
    },
    remarks: figures ? countedAnew(file, figures) : [EARLIER],
  };
}

const DAMAGED =
  'Something in the database is damaged. Open it in the window: that offers what the backups have.';
const EARLIER = 'The database is of an earlier version: Sallyport brings it up to date at its next start.';

const counted = (ids: readonly string[]): string => (ids.length === 1 ? '1 plan' : `${ids.length} plans`);

/**
 * Counts plans anew whose figures do not fit them or are not known, unless another has the database open or nothing
 * can be written there; says so in sentences. The plans themselves are as they are in any case.
 */
function countedAnew(file: string, { wrong, unknown }: FiguresFound): readonly string[] {
  const what = [
    ...(wrong.length > 0
      ? [`What lists show of ${counted(wrong)} did not fit; the plans themselves are sound.`]
      : []),
    ...(unknown.length > 0 ? [`What lists show of ${counted(unknown)} was not known yet.`] : []),
  ];
  if (what.length === 0) return [];
  const lock = isWritable(file) ? lockDatabase(file) : null;
  if (lock === null || lock === 'held' || 'code' in lock)
    return [...what, 'It is counted anew by a check while nothing else has the database open.'];
  try {
    const opened = openDatabase(file, new Date(), { mayBegin: false });
    if (!opened.ok) throw new CliRefusal(fullMessage(opened.error));
    countAll(opened.value.db, [...wrong, ...unknown]);
    opened.value.db.close();
    return [...what, 'It was counted anew.'];
  } finally {
    lock.release();
  }
}

/** Runs work that changes the database, which then nothing else may. */
function alone<T>(file: string, work: () => T): T {
  const lock = lockDatabase(file);
  if (lock === 'held') throw new CliRefusal(WINDOW_HAS_IT);
  if (lock && 'code' in lock) throw new CliRefusal(lockRefusalText(file, lock));
  try {
    return work();
  } finally {
    lock?.release();
  }
}

/** Brings a database of an older Sallyport up to date, unless its window has done so. */
function bringUpToDate(file: string): void {
  const lock = lockDatabase(file);
  if (lock === 'held') return;
  if (lock && 'code' in lock) throw new CliRefusal(lockRefusalText(file, lock));
  const opened = openDatabase(file, new Date(), { mayBegin: false });
  if (opened.ok) opened.value.db.close();
  lock?.release();
  if (opened.ok) return;
  const wayOut = opened.error.state === 'missing' ? ' Restore a backup with "db restore".' : '';
  throw new CliRefusal(fullMessage(opened.error) + wayOut);
}

function backup(file: string) {
  bringUpToDate(existing(file));
  const made = makeBackup({ file, at: new Date().toISOString() });
  if (!made.ok) throw new CliRefusal(made.error.message);
  const backups = offersFor(file).filter(({ kind }) => kind === 'backup');
  const { name, isNew } = made.value;
  // Where nothing has changed since, the newest one is as good as another.
  return { database: file, backup: name, isNew, backups };
}

function restore(file: string, wanted: string | undefined) {
  const name = wanted ?? offersFor(file)[0]?.name;
  if (name === undefined) throw new CliRefusal(`There is no good backup in ${backupFolderOf(file)}.`);
  const request = { file, name: path.basename(name), at: new Date().toISOString() };
  const restored = alone(file, () => {
    const done = restoreCopy(request);
    if (done.ok) noteAsItIs(file);
    return done;
  });
  if (!restored.ok) throw new CliRefusal(restored.error.message);
  const { leftOut } = restored.value;
  return { database: file, restored: name, leftOut: leftOut === null ? [] : [leftOut] };
}

/** Checks a database, makes a verified backup beside it, or puts a backup in its place. */
export const runDb: Command = async (args, io) => {
  const [action, name] = args.positionals;
  const file = path.resolve(args.values.db ?? io.defaultDatabase());
  if (action === 'check') {
    const checked = check(file);
    report(checked, args, io);
    // What it is stands in the result.
    if (checked.integrity !== 'ok') throw new CliRefusal(DAMAGED);
  } else if (action === 'backup') report(backup(file), args, io);
  else if (action === 'restore') report(restore(file, name), args, io);
  else throw usage('Say what to do with the database: db check, db backup or db restore');
};
