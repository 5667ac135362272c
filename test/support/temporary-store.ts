import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { StoredCommit } from '../../core/contract/shapes.ts';
import type { AnyId, PlanRecord } from '../../core/plan/kinds/index.ts';
import { type OpenDatabase, openDatabase } from '../../electron/storage/database.ts';
import { type Repositories, repositoriesOf } from '../../electron/storage/repositories.ts';
import { Store } from '../../electron/storage/store.ts';
import { SmallDisk } from '../../scripts/attack/stored/small-disk.ts';
import { granted } from './plan-builder.ts';

/** A folder of the test's own, deleted when it ends. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sallyport-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The folder of a small file system of the test's own, mounted with the given options. */
export function mountedFolder(options: string): string {
  return smallDisk(options).folder;
}

/** The same, to be filled or made read-only while the test runs. */
export function smallDisk(options: string): SmallDisk {
  const disk = new SmallDisk(options);
  onTestFinished(() => disk.remove());
  return disk;
}

export type TestDatabase = Repositories & OpenDatabase & { readonly file: string; readonly siteId: string };

/** A database file of the test's own with one site. */
export function testDatabase(file = path.join(temporaryFolder(), 'sallyport.db')): TestDatabase {
  const opened = granted(openDatabase(file, new Date()));
  onTestFinished(() => void opened.db.close());
  const repositories = repositoriesOf(opened);
  const siteId = granted(repositories.sites.create('Harbour Street 12')).id;
  return { ...opened, ...repositories, file, siteId };
}

/** A store on a file, opened, with what it had to tell. */
export function testStore(file: string): { store: Store; notices: string[]; troubles: string[] } {
  const notices: string[] = [];
  const troubles: string[] = [];
  const store = new Store({
    file,
    onSlow: () => undefined,
    onNotice: (sentence) => notices.push(sentence),
    onTrouble: (sentence) => troubles.push(sentence),
  });
  store.open();
  onTestFinished(() => store.close());
  return { store, notices, troubles };
}

/** Overwrites the first page of the records in a closed database. */
export function overwriteRecords(file: string): void {
  const db = new Database(file);
  const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'record'").pluck().get());
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  fs.writeFileSync(file, fs.readFileSync(file).fill(0x5a, (page - 1) * size, page * size));
}

/** Stores a copy of a plan in its site. */
export function storeCopy(plans: Repositories['plans'], id: string, name: string): void {
  const { plan, summary } = granted(plans.load(id));
  granted(plans.create({ id: randomUUID(), siteId: summary.siteId, name, plan, receivedFrom: null }));
}

/** One commit of the changes given as [before, after]. */
export function commit(
  step: string,
  changes: readonly (readonly [before: PlanRecord | null, after: PlanRecord | null])[],
  undoes: string | null = null,
): StoredCommit {
  const diff = changes.map(([before, after]) => ({ id: (after ?? before)?.id as AnyId, before, after }));
  return {
    label: `label of ${step}`,
    author: 'A. Planner',
    at: '2026-11-24T09:00:00.000Z',
    step,
    undoes,
    diff,
  };
}
