import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Attack, AttackRun } from '../attack.ts';
import { granted, openStore, saveEdit, storePlan } from '../stored/plans.ts';
import { SmallDisk } from '../stored/small-disk.ts';

/** At which moment the disk gets full. */
const MOMENTS = ['before the start', 'while edits are saved', 'before closing', 'before restoring'] as const;

type Moment = (typeof MOMENTS)[number];

/** A session on the disk: gives the version that was acknowledged last. */
function sessionUntil(file: string, moment: Moment, disk: SmallDisk, edits: number): number {
  const { store } = openStore(file);
  const open = granted(store.repositories());
  let acknowledged = granted(open.plans.summary('one')).version;
  for (let edit = 0; edit < edits; edit += 1) {
    if (moment === 'while edits are saved' && edit === edits >> 1) disk.fill();
    const saved = saveEdit(open, 'one', edit);
    if (saved.ok) acknowledged = saved.value;
  }
  if (moment === 'before closing') disk.fill();
  store.close();
  return acknowledged;
}

async function restoreOn(file: string, disk: SmallDisk): Promise<void> {
  const { store } = openStore(file);
  const [name = ''] = fs.readdirSync(path.join(path.dirname(file), 'backups')).sort();
  disk.fill();
  // Refused or done, as the disk allows: what counts is what is there afterwards.
  await store.restoreBackup(name);
  store.close();
}

function versionIn(file: string): { version: number; isSound: boolean } {
  const db = new Database(file, { readonly: true });
  const version = db.prepare<[], number>("SELECT version FROM plan WHERE id = 'one'").pluck().get() ?? 0;
  const isSound = db.pragma('integrity_check', { simple: true }) === 'ok';
  db.close();
  return { version, isSound };
}

const isFull = (disk: SmallDisk): boolean => fs.existsSync(path.join(disk.folder, 'ballast'));

/** The next start, on a disk with room again: what was told at it. */
function startAgain(file: string, moment: Moment, disk: SmallDisk): string {
  if (moment === 'before the start') disk.fill();
  else if (isFull(disk)) disk.makeRoom();
  const { store, told } = openStore(file);
  if (moment === 'before the start') {
    disk.makeRoom();
    store.open();
  }
  const { message } = store.status();
  store.close();
  return [...told, message ?? ''].join(' ');
}

async function attackAt(moment: Moment, disk: SmallDisk, { random, failed }: AttackRun): Promise<void> {
  const say = (what: string) => failed(`full ${moment}: ${what}`);
  const file = path.join(disk.folder, 'sallyport.db');
  const first = openStore(file).store;
  storePlan(granted(first.repositories()), 'one');
  first.close();
  const acknowledged = sessionUntil(file, moment, disk, 2 + random.below(6));
  if (moment === 'before restoring') await restoreOn(file, disk);
  const told = startAgain(file, moment, disk);
  if (moment === 'before closing' && !/backup/i.test(told)) say('nobody was told that no backup was made');
  const { version, isSound } = versionIn(file);
  if (!isSound) say('the database is not sound');
  if (version < acknowledged && moment !== 'before restoring')
    say(`${acknowledged} was saved, ${version} is there`);
  const names = fs.readdirSync(path.join(disk.folder, 'backups'));
  const left = names.filter((name) => name.endsWith('.draft'));
  if (left.length > 0) say(`${left.join(', ')} is left`);
}

async function attackOnDisk(moment: Moment, run: AttackRun): Promise<void> {
  const disk = new SmallDisk('size=3m');
  run.tried();
  try {
    await attackAt(moment, disk, run);
  } catch (error) {
    run.failed(`full ${moment}: it broke off: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    disk.remove();
  }
}

/** A disk that gets full at any moment of a session, and has room again at the next start. */
export const diskFull: Attack = {
  name: 'disk-full',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const rounds = run.form === 'short' ? 3 : 25;
    for (let number = 0; number < rounds; number += 1) {
      for (const moment of MOMENTS) await attackOnDisk(moment, run);
    }
  },
};
