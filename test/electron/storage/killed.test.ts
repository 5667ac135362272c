import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder, testStore } from '../../support/temporary-store.ts';

const source = (file: string) => JSON.stringify(path.resolve(import.meta.dirname, '../../..', file));
const post = record('post');

/** A program of its own that saves without end and says each version once it is stored. */
const saving = (file: string) => `
  import { openDatabase } from ${source('electron/storage/database.ts')};
  import { repositoriesOf } from ${source('electron/storage/repositories.ts')};
  const { plans } = repositoriesOf(openDatabase(${JSON.stringify(file)}, new Date()).value);
  let before = [...plans.load('p1').value.plan.tables.post.values()][0];
  let { version } = plans.summary('p1').value;
  for (;;) {
    const after = { ...before, staff: version };
    const diff = [{ id: before.id, before, after }];
    const commits = [{ label: 'l', author: '', at: '', step: 's' + version, undoes: null, diff }];
    const saved = plans.save('p1', { baseVersion: version, commits });
    if (!saved.ok) throw new Error(saved.error.message);
    ({ version } = saved.value);
    before = after;
    process.stdout.write(version + '\\n');
  }`;

/** Runs it, kills it after a time once it has saved, and gives the last version it called stored. */
async function killWhileSaving(file: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', saving(file)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    output += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return Number(output.trim().split('\n').at(-1));
}

test('a program killed while it saves leaves a sound database with everything it called stored', async () => {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const first = testStore(file).store;
  const { sites, plans } = granted(first.repositories());
  const siteId = granted(sites.create('Harbour Street 12')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(post), receivedFrom: null }));
  first.close();
  for (const afterMs of [3, 17, 40, 71]) {
    const stored = await killWhileSaving(file, afterMs);
    const { store, notices } = testStore(file);
    expect(store.status().state).toBe('ready');
    expect(notices).toEqual(['The last session did not end properly; the database is sound.']);
    const { plans: reopened, journal } = granted(store.repositories());
    const { version } = granted(reopened.load('p1')).summary;
    expect(version).toBeGreaterThanOrEqual(stored);
    // One step for each save: nothing is half written.
    expect(granted(journal.depths('p1'))).toEqual({ done: version - 1, undone: 0 });
    store.close();
  }
});
