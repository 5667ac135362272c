import path from 'node:path';
import Database from 'better-sqlite3';
import type { StoredCommit } from '../../core/contract/shapes.ts';
import { samePlan } from '../../core/plan/diff.ts';
import type { AnyId, PlanRecord } from '../../core/plan/kinds/index.ts';
import { allRecords, isPlaced, type Plan, planOf } from '../../core/plan/plan.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { repositoriesOf } from '../../electron/storage/repositories.ts';
import { shifted } from '../attack/shifted.ts';
import { AppDriver, newDataFolder } from '../driver/app-driver.ts';
import { proportionalMegabytes } from '../driver/memory.ts';
import { type BenchResult, figure, median, ratioFigure } from './result.ts';
import { openedMs } from './times.ts';

const RUNS = 7;
const EDITS = 10_000;
const MOVES = 50;
const PLAN = `campus with ${EDITS} edits and ${MOVES} whole-plan moves`;
/** As many commits are saved at a time, and undone before what was undone is waited for. */
const AT_ONCE = 200;

type Made = {
  readonly folder: string;
  readonly first: Plan;
  readonly last: Plan;
  readonly megabytesOfMoves: number;
};

/** A plan in a database of its own; edited and moved so many times. */
function made(first: Plan, edits: number, moves: number): Made {
  const folder = newDataFolder();
  const opened = openDatabase(path.join(folder, 'sallyport.db'), new Date());
  if (!opened.ok) throw new Error(opened.error.message);
  const { sites, plans } = repositoriesOf(opened.value);
  const site = sites.create('campus');
  if (!site.ok) throw new Error(site.error.message);
  plans.create({ id: 'plan', siteId: site.value.id, name: 'campus', plan: first, receivedFrom: null });
  let version = 1;
  const save = (commits: readonly StoredCommit[]) => {
    const saved = plans.save('plan', { baseVersion: version, commits });
    if (!saved.ok) throw new Error(saved.error.message);
    version = saved.value.version;
  };
  const now = new Map<AnyId, PlanRecord>();
  for (const record of allRecords(first)) now.set(record.id, record);
  const placed = [...now.values()].filter(isPlaced).map(({ id }) => id);
  for (let done = 0; done < edits; done += AT_ONCE) {
    const ids = Array.from({ length: AT_ONCE }, (_, index) => placed[(done + index) % placed.length]);
    save(ids.flatMap((id, index) => (id ? [commitOf(now, [id], `edit-${done + index}`)] : [])));
    const movesDue = Math.round(((done + AT_ONCE) / edits) * moves) - Math.round((done / edits) * moves);
    for (let move = 0; move < movesDue; move += 1) save([commitOf(now, placed, `move-${done}-${move}`)]);
  }
  const bytes = opened.value.db.prepare('SELECT max(length(packed)) FROM change').pluck().get();
  opened.value.db.close();
  return { folder, first, last: planOf(now.values()), megabytesOfMoves: Number(bytes) / 1_000_000 };
}

/** Moves records half a metre, as one commit. */
function commitOf(now: Map<AnyId, PlanRecord>, ids: readonly AnyId[], step: string): StoredCommit {
  const diff = ids.map((id) => {
    const before = now.get(id) as PlanRecord;
    const after = shifted(before);
    now.set(id, after);
    return { id, before, after };
  });
  return { label: 'edit.move', author: '', at: '2026-11-24T09:00:00.000Z', step, undoes: null, diff };
}

async function openingOf({ folder }: Made) {
  const driver = await AppDriver.launch(folder);
  const ms = await openedMs(driver, 'campus');
  await driver.page.waitForTimeout(3000);
  const megabytes = proportionalMegabytes(driver.app.process().pid ?? 0);
  await driver.close();
  return { ms, megabytes };
}

/** Takes every step back in the window; gives how long that took, and whether the plan is the first one then. */
async function undoneAll({ folder, first }: Made): Promise<{ ms: number; isExact: boolean }> {
  const driver = await AppDriver.launch(folder);
  await openedMs(driver, 'campus');
  const began = performance.now();
  for (let done = 0; done < EDITS + MOVES; done += AT_ONCE) {
    const presses = Math.min(AT_ONCE, EDITS + MOVES - done);
    await driver.page.evaluate(async (count) => {
      const key = { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true };
      for (let index = 0; index < count; index += 1) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', key));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, presses);
    await reached(folder, done + presses);
  }
  const ms = performance.now() - began;
  await driver.close();
  const db = new Database(path.join(folder, 'sallyport.db'), { readonly: true });
  const bodies = db.prepare<[], string>('SELECT body FROM record').pluck().all();
  db.close();
  return { ms, isExact: samePlan(planOf(bodies.map((body) => JSON.parse(body) as PlanRecord)), first) };
}

/** Waits until so many undos are on disk. */
async function reached(folder: string, undos: number): Promise<void> {
  const db = new Database(path.join(folder, 'sallyport.db'), { readonly: true });
  const count = db.prepare('SELECT count(*) FROM change WHERE undoes IS NOT NULL').pluck();
  const end = performance.now() + 120_000;
  while (Number(count.get()) < undos) {
    if (performance.now() > end)
      throw new Error(`Undo stopped after ${count.get()} of ${EDITS + MOVES} steps.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  db.close();
}

/** Opening a plan with a long journal beside the same plan without one, by turns; then undo through all of it. */
export async function benchOpenJournal(): Promise<readonly BenchResult[]> {
  const edited = made(referencePlan('campus', 1).plan, EDITS, MOVES);
  // The same records: walls moved off their joints are drawn otherwise than walls that meet.
  const plain = made(edited.last, 0, 0);
  const [without, withJournal]: { ms: number; megabytes: number }[][] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    without?.push(await openingOf(plain));
    withJournal?.push(await openingOf(edited));
  }
  const middle = (runs: typeof without, value: 'ms' | 'megabytes') =>
    median((runs ?? []).map((run) => run[value]));
  const { ms, isExact } = await undoneAll(edited);
  return [
    ratioFigure(
      'open, to without its journal',
      PLAN,
      { value: middle(withJournal, 'ms'), reference: middle(without, 'ms') },
      { type: 'at-most', ratio: 1.15 },
    ),
    ratioFigure(
      'memory (MB), to without its journal',
      PLAN,
      { value: middle(withJournal, 'megabytes'), reference: middle(without, 'megabytes') },
      { type: 'at-most', ratio: 1.15 },
    ),
    figure('journal of one whole-plan move', PLAN, edited.megabytesOfMoves, 'MB', 2),
    figure('steps of undo that did not lead back', PLAN, isExact ? 0 : 1, 'ms', 0),
    figure('undo through all of it, a step', PLAN, ms / (EDITS + MOVES), 'ms', 100),
  ];
}
