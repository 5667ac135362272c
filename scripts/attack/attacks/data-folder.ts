import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Repositories } from '../../../electron/storage/repositories.ts';
import type { Store } from '../../../electron/storage/store.ts';
import { folderOfThisRun } from '../../driver/folder-of-this-run.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { folderStates, movedElsewhere } from '../stored/damaged-folders.ts';
import type { FolderState } from '../stored/folder-state.ts';
import { granted, openStore, readableIn, saveEdit, storePlan } from '../stored/plans.ts';
import { underneath } from '../stored/taken-away.ts';

const PLANS = ['one', 'two', 'three'] as const;

/** A folder of data after three sessions, each with a backup. */
function usedFolder(): string {
  const folder = folderOfThisRun('sallyport-used-');
  const file = path.join(folder, 'sallyport.db');
  for (const id of PLANS) {
    const { store } = openStore(file);
    storePlan(granted(store.repositories()), id);
    store.close();
    if (id === 'two') fs.copyFileSync(file, path.join(folder, 'older-copy'));
  }
  return folder;
}

/** What the files that have something in them hold, but for those that change with every start. */
function contentsIn(folder: string): ReadonlyMap<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter(
    (entry) => entry.isFile() && !/\.(lock|saved|log|txt|draft|kept|new)$/.test(entry.name),
  );
  return new Map(
    files.flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = fs.readFileSync(file);
      return bytes.length === 0
        ? []
        : [[path.relative(folder, file), createHash('sha256').update(bytes).digest('hex')]];
    }),
  );
}

/** The files that were there and are nowhere any more, whatever their name. */
function lostFrom(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, isOpen: boolean) {
  const kept = new Set(after.values());
  const mayChange = (name: string) =>
    isOpen && /^(elsewhere\/)?sallyport\.db(-wal|-shm|\.moved)?$/.test(name);
  return [...before].filter(([name, hash]) => !kept.has(hash) && !mayChange(name) && !name.endsWith('-shm'));
}

/** Restores what is damaged as a person would. */
async function mendAll(store: Store, damaged: readonly string[], failed: (what: string) => void) {
  for (const id of damaged) {
    const found = await store.planState(id);
    // A backup may have been hit as well.
    if (!found.ok || found.value === null) continue;
    const { from, lostPictures } = found.value;
    const restored = await store.restorePlan(id, from);
    if (!restored.ok) failed(`the plan ${id} cannot be restored: ${restored.error.message}`);
    if (lostPictures > 0) failed(`a picture of the plan ${id} is in no backup`);
  }
}

/** The names of the plans that can be read and do not have their picture. */
function withoutPicture({ sites, plans, attachments }: Repositories): readonly string[] {
  const all = sites.list().flatMap((site) => site.plans);
  return all.flatMap(({ id, name }) => {
    const loaded = plans.load(id);
    const underlays = loaded.ok ? [...loaded.value.plan.tables.underlay.values()] : [];
    return underlays.some(({ attachment }) => attachments.get(attachment) === null) ? [name] : [];
  });
}

/** A picture that is gone is said to be, with its plan. */
async function lookForPictures(store: Store, failed: (what: string) => void) {
  const gone = withoutPicture(granted(store.repositories()));
  if (gone.length === 0) return;
  await store.lookAfter();
  const said = store.status().message ?? '';
  for (const name of gone)
    if (!said.includes(`of the plan "${name}" is lost`))
      failed(`the picture of "${name}" is gone without a word`);
}

type Outcome = {
  readonly state: string;
  readonly plans: readonly string[];
  readonly damaged: readonly string[];
};

/** Starts twice without a decision, then decides as a person would: the first copy that is offered. */
async function startOn(file: string, failed: (what: string) => void): Promise<Outcome> {
  const first = openStore(file).store;
  const { state } = first.status();
  first.close();
  const { store } = openStore(file);
  try {
    const again = store.status();
    if (state !== 'ready' && again.state === 'ready')
      failed('the second start forgets what the first one said');
    if (again.state !== 'ready' && !again.message) failed('nothing is said');
    const [copy] = again.backups;
    if (again.state !== 'ready' && copy) {
      const restored = await store.restoreBackup(copy.name);
      if (!restored.ok) failed(`what is offered cannot be restored: ${restored.error.message}`);
    }
    const open = store.repositories();
    const { whole, damaged } = open.ok ? readableIn(open.value) : { whole: [], damaged: [] };
    if (open.ok) {
      await mendAll(store, damaged, failed);
      await lookForPictures(store, failed);
    }
    return { state, plans: whole, damaged };
  } finally {
    store.close();
  }
}

const isWhole = ({ plans }: Outcome) => plans.length === PLANS.length;
const isNamed = ({ plans, damaged }: Outcome) => plans.length === PLANS.length - 1 && damaged.length === 1;

/** Whether a start came to what may be expected of it. */
const verdicts: Readonly<Record<FolderState['expected'], (outcome: Outcome) => boolean>> = {
  'as-before': (outcome) => outcome.state === 'ready' && isWhole(outcome),
  'one-plan-named': (outcome) => outcome.state === 'ready' && isNamed(outcome),
  offered: (outcome) => outcome.state !== 'ready' && isWhole(outcome),
  said: (outcome) => outcome.state !== 'ready' && outcome.plans.length === 0,
  // The newest backup may be what was hit: then the one before it is the best there is.
  sound: (outcome) =>
    isWhole(outcome) || isNamed(outcome) || (outcome.state !== 'ready' && outcome.plans.length > 0),
};

async function attackState(used: string, state: FolderState, { tried, failed }: AttackRun): Promise<void> {
  const folder = folderOfThisRun('sallyport-hit-');
  fs.cpSync(used, folder, { recursive: true });
  const file = path.join(folder, 'sallyport.db');
  state.happen(file);
  const before = contentsIn(folder);
  const say = (what: string) => failed(`${state.name}: ${what}`);
  tried();
  try {
    const outcome = await startOn(file, say);
    const { plans, damaged } = outcome;
    if (!verdicts[state.expected](outcome))
      say(`${outcome.state}, ${plans.length} plans whole, ${damaged.length} named as damaged`);
    const lost = lostFrom(before, contentsIn(folder), outcome.state === 'ready');
    if (lost.length > 0) say(`${lost.map(([name]) => name).join(', ')} is gone`);
  } catch (error) {
    say(`it broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Does it while the database is open: nothing may be called saved that the next start does not have. */
async function attackOpen(used: string, { tried, failed }: AttackRun): Promise<void> {
  for (const { name, happen } of underneath) {
    const folder = folderOfThisRun('sallyport-open-');
    fs.cpSync(used, folder, { recursive: true });
    const file = path.join(folder, 'sallyport.db');
    const { store } = openStore(file);
    const open = granted(store.repositories());
    let acknowledged = granted(saveEdit(open, 'one', 1));
    happen(file);
    tried();
    const saved = saveEdit(open, 'one', 2);
    if (saved.ok) acknowledged = saved.value;
    // What a killed process leaves: the files as they are now.
    const left = folderOfThisRun('sallyport-left-');
    fs.cpSync(folder, left, { recursive: true });
    store.close();
    const there = path.join(left, 'sallyport.db');
    await startOn(there, (what) => failed(`${name} under an open window: ${what}`));
    const { store: later } = openStore(there);
    const version = later.repositories().ok ? granted(later.repositories()).plans.summary('one') : null;
    const found = version?.ok ? version.value.version : 0;
    if (found < acknowledged)
      failed(`${name} under an open window: ${acknowledged} was saved, ${found} is there`);
    later.close();
  }
}

/** The database lies elsewhere and is opened by a link: it is one database all the same. */
async function attackLink(used: string, { tried, failed }: AttackRun): Promise<void> {
  const folder = folderOfThisRun('sallyport-linked-');
  fs.cpSync(used, folder, { recursive: true });
  const file = path.join(folder, 'sallyport.db');
  const real = movedElsewhere(file);
  for (const [first, second] of [
    [file, real],
    [real, file],
  ] as const) {
    const { store } = openStore(first);
    const other = openStore(second).store;
    tried();
    if (store.status().state === 'ready' && other.status().state === 'ready')
      failed(`two windows write to one database, opened as ${path.basename(path.dirname(second))} second`);
    other.close({ backup: false });
    store.close({ backup: false });
  }
  const { store } = openStore(file);
  const open = granted(store.repositories());
  granted(saveEdit(open, 'one', 1));
  fs.rmSync(`${real}-wal`);
  tried();
  if (saveEdit(open, 'one', 2).ok) failed('the log of a linked database is deleted: an edit is called saved');
  store.close({ backup: false });
}

/** What can happen to a folder of data, and what the next start makes of it. */
export const dataFolder: Attack = {
  name: 'data-folder',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const used = usedFolder();
    for (const state of folderStates) await attackState(used, state, run);
    await attackOpen(used, run);
    await attackLink(used, run);
  },
};
