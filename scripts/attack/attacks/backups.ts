import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Random } from '../../../core/reference/random.ts';
import { backupsAmong } from '../../../electron/storage/safekeeping/backup-name.ts';
import { makeBackup } from '../../../electron/storage/safekeeping/make-backup.ts';
import type { Store } from '../../../electron/storage/store.ts';
import { folderOfThisRun } from '../../driver/folder-of-this-run.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { MovedClock } from '../stored/moved-clock.ts';
import { granted, openStore, saveEdit, storePlan } from '../stored/plans.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
/** More than this is no rotation. */
const MOST_FILES = 40;

/** Plans are taken out so early that whole weeks lie between that and the last two weeks. */
const TAKEN_OUT_AFTER = 0.5;
const REACH_DAYS = 14;

type Saved = { readonly plans: number; readonly saves: number };
type Kept = Saved & { readonly number: number };

/** The backups, newest first, with how much was saved in each; one that cannot be opened breaks off. */
function backupsIn(folder: string): readonly Kept[] {
  if (!fs.existsSync(folder)) return [];
  return backupsAmong(fs.readdirSync(folder)).map(({ name, number }) => {
    const db = new Database(path.join(folder, name), { readonly: true });
    const sql = 'SELECT count(*) AS plans, coalesce(sum(version), 0) AS saves FROM plan';
    const found = db.prepare<[], Saved>(sql).get() ?? { plans: 0, saves: 0 };
    db.close();
    return { number, ...found };
  });
}

/** A battery that is empty, a person who sets the time, a summer that ends: how far the clock jumps. */
function jump(random: Random): number {
  const kind = random.below(40);
  if (kind === 0) return -Math.round(random.between(1, 20) * YEAR);
  if (kind === 1) return Math.round(random.between(1, 10) * YEAR);
  if (kind < 5) return Math.round(random.between(-30, 30) * DAY);
  if (kind < 8) return (random.below(2) * 2 - 1) * HOUR;
  return 0;
}

/** Goes on with what was put there, as a person who is asked would. */
function goOn(store: Store): void {
  const isAsked = store.status().state !== 'ready';
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of the store, no hook of React
  if (isAsked) granted(store.useOlder());
}

/** One session: some edits and now and then a plan more; gives what was saved by then. */
function session(file: string, day: number, random: Random): Saved {
  const { store } = openStore(file);
  goOn(store);
  const open = granted(store.repositories());
  const plans = () => open.sites.list().flatMap((site) => site.plans);
  if (plans().length === 0 || random.below(12) === 0)
    storePlan(open, `plan-${day}-${random.below(1_000_000)}`);
  for (let edits = random.below(3); edits >= 0; edits -= 1) {
    const all = plans();
    const plan = all[random.below(all.length)];
    if (plan) granted(saveEdit(open, plan.id, day));
  }
  const saved = plans();
  store.close();
  return { plans: saved.length, saves: saved.reduce((sum, { version }) => sum + version, 0) };
}

/** Another program takes all plans but one out of the database. */
function takePlansOut(file: string): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  for (const table of ['change', 'record']) {
    db.exec(`DELETE FROM ${table} WHERE plan_id NOT IN (SELECT id FROM plan ORDER BY id LIMIT 1)`);
  }
  db.exec('DELETE FROM plan WHERE id NOT IN (SELECT id FROM plan ORDER BY id LIMIT 1)');
  db.close();
}

/** What is wrong with the backups that are kept after a session, one line each. */
function flawsOf(kept: readonly Kept[], saved: Saved, most: number): readonly string[] {
  const holdsIt = kept.some(({ plans, saves }) => plans === saved.plans && saves === saved.saves);
  const holdsMore = most === saved.plans || kept.some(({ plans }) => plans > saved.plans);
  return [
    ...(holdsIt ? [] : ['no backup holds what was saved in the session before it']),
    ...(kept.length > MOST_FILES ? [`${kept.length} backups are kept`] : []),
    ...(holdsMore ? [] : [`no backup has more plans than the ${saved.plans} of now, and there were ${most}`]),
  ];
}

function backupsOverTime(days: number, { random, tried, failed }: AttackRun): void {
  const file = path.join(folderOfThisRun('sallyport-year-'), 'sallyport.db');
  const folder = path.join(path.dirname(file), 'backups');
  const clock = new MovedClock('2026-01-05T08:00:00Z');
  const takenOut = Math.floor(days * TAKEN_OUT_AFTER);
  /** The number of the newest backup at the end of each day. */
  const numbers: number[] = [];
  let most = 0;
  try {
    for (let day = 0; day < days; day += 1) {
      if (day === takenOut) takePlansOut(file);
      clock.move(DAY + jump(random));
      const saved = session(file, day, random);
      most = Math.max(most, saved.plans);
      tried();
      const kept = backupsIn(folder);
      numbers.push(kept[0]?.number ?? 0);
      for (const flaw of flawsOf(kept, saved, most)) failed(`day ${day}: ${flaw}`);
    }
    // The one with more plans than now is kept in any case: it says nothing about how far back the others reach.
    const [after, upTo] = [numbers[takenOut - 1] ?? 0, numbers.at(-1 - REACH_DAYS) ?? 0];
    tried();
    if (!backupsIn(folder).some(({ number }) => number > after && number <= upTo))
      failed(`no backup is left from before the last ${REACH_DAYS} days of work`);
  } finally {
    clock.end();
  }
}

/** What can be damaged in a plan while nobody looks: a record, and the picture with the record that names it. */
const damages = [
  "UPDATE record SET body = body || ' ' WHERE plan_id = 'one' AND kind = 'wall'",
  "UPDATE record SET kind = 'walk' WHERE plan_id = 'one' AND kind = 'wall'",
  "UPDATE attachment SET bytes = x'00'; DELETE FROM record WHERE plan_id = 'one' AND kind = 'underlay'",
];

/** Days of work on another plan, with a backup a day by the command, beside a plan that nobody opens. */
async function damagedOverTime(days: number, { tried, failed }: AttackRun): Promise<void> {
  for (const sql of damages) {
    const file = path.join(folderOfThisRun('sallyport-damaged-'), 'sallyport.db');
    const { store } = openStore(file);
    for (const id of ['one', 'two']) storePlan(granted(store.repositories()), id);
    store.close();
    const db = new Database(file);
    db.exec(sql);
    db.close();
    for (let day = 0; day < days; day += 1) {
      store.open();
      granted(saveEdit(granted(store.repositories()), 'two', day));
      store.close({ backup: false });
      granted(makeBackup({ file, at: new Date(Date.UTC(2026, 0, 5) + day * DAY).toISOString() }));
    }
    tried();
    store.open();
    const found = await store.planState('one');
    if (!found.ok || found.value === null) failed(`a plan cannot be had any more after ${days} days: ${sql}`);
    else if (found.value.lostPictures > 0)
      failed(`a picture cannot be had any more after ${days} days: ${sql}`);
    store.close({ backup: false });
  }
}

/** What is left of the backups after a year in which the clock jumps. */
export const backups: Attack = {
  name: 'backups',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const days = run.form === 'short' ? 60 : 365;
    backupsOverTime(days, run);
    await damagedOverTime(run.form === 'short' ? 15 : days, run);
  },
};
