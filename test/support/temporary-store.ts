import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoredCommit } from '../../core/contract/shapes.ts';
import type { PlanRecord } from '../../core/plan/records/index.ts';
import { type OpenDatabase, openDatabase } from '../../electron/storage/database.ts';
import { type Repositories, repositoriesOf, Store } from '../../electron/storage/store.ts';
import { granted } from './plan-builder.ts';

/** A folder of the test's own, deleted when it ends. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sallyport-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A small file system of the test's own, mounted with the given options.
 *
 * Needs root on Linux, which the tests run as; the test fails where mounting is not permitted.
 */
export function mountedFolder(options: string): string {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`This test mounts a small file system and has to run as root on Linux: ${error}`);
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
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

/** One commit of the changes given as [before, after]. */
export function commit(
  step: string,
  changes: readonly (readonly [before: PlanRecord | null, after: PlanRecord | null])[],
  undoes: string | null = null,
): StoredCommit {
  const diff = changes.map(([before, after]) => ({ id: (after ?? before)?.id ?? '', before, after }));
  return {
    label: `label of ${step}`,
    author: 'A. Planner',
    at: '2026-11-24T09:00:00.000Z',
    step,
    undoes,
    diff,
  };
}
