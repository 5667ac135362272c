import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../../core/result.ts';
import { Jobs } from '../../../../electron/jobs/jobs.ts';
import { latestVersion, versionOf } from '../../../../electron/storage/migrate.ts';
import { backupFolderOf } from '../../../../electron/storage/safekeeping/offers.ts';
import { type StorageWork, workHere } from '../../../../electron/storage/safekeeping/storage-work.ts';
import { Store } from '../../../../electron/storage/store.ts';
import { countPlans } from '../../../../electron/storage/summaries/count-plans.ts';
import { keptFigures } from '../../../support/figures.ts';
import { goldenDatabase } from '../../../support/golden/golden-database.ts';
import { startNodeChild } from '../../../support/node-child.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const post = record('post', { at: { x: 40, y: 3 } });

function inside<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Plans of a database whose figures are not what counting them from nothing gives. */
const unfit = (file: string): readonly string[] =>
  inside(file, (db) => {
    const ids = db.prepare<[], string>('SELECT id FROM plan').pluck().all();
    return ids.filter((id) => {
      const { kept, counted } = keptFigures(db, id);
      return JSON.stringify(kept) !== JSON.stringify(counted);
    });
  });

/** A store of two plans, closed with a backup, then `sql` is done to it, and it is opened again. */
function storeAfter(sql: string, work: Partial<StorageWork> = {}) {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store: first } = testStore(file);
  const { sites, plans } = granted(first.repositories());
  const siteId = granted(sites.create('Depot')).id;
  for (const id of ['p1', 'p2'])
    granted(plans.create({ id, siteId, name: id, plan: testPlan(wall, post), receivedFrom: null }));
  granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[wall, { ...wall, tag: 'W-1' }]])] }));
  first.close();
  inside(file, (db) => {
    db.pragma('foreign_keys = OFF');
    db.exec(sql);
  });
  return opened(file, work);
}

function opened(file: string, work: Partial<StorageWork> = {}) {
  const troubles: string[] = [];
  const store = new Store({
    file,
    onSlow: () => undefined,
    onNotice: () => undefined,
    onTrouble: (sentence) => troubles.push(sentence),
    work: { ...workHere, ...work },
  });
  store.open();
  onTestFinished(() => store.close({ backup: false }));
  return { file, store, troubles };
}

const known = (store: Store, id: string) => granted(store.repositories()).summaries.known(id);

describe('a database of an earlier version', () => {
  test('opens, and nothing is known of its plans at first', () => {
    const { store } = opened(goldenDatabase(3));
    expect(store.status().state).toBe('ready');
    expect(['walk', 'whole', 'trashed'].map((id) => known(store, id))).toEqual([null, null, null]);
  });

  test('has its plans counted a while after the start, in a process of its own', async () => {
    const jobs = new Jobs(startNodeChild);
    onTestFinished(() => jobs.cancelAll());
    const { file, store, troubles } = opened(goldenDatabase(3), {
      count: (request) => jobs.run('storage.count', request),
    });
    granted(granted(store.repositories()).plans.open('whole'));
    await store.lookAfter();
    expect([troubles, granted(store.repositories()).summaries.uncounted()]).toEqual([[], []]);
    // The others are counted as what they are today, and stay in their rows as they are until they are opened.
    expect(known(store, 'walk')).toMatchObject({ format: 3 });
    expect(unfit(file)).not.toContain('whole');
    for (const id of ['walk', 'whole']) granted(granted(store.repositories()).plans.open(id));
    granted(granted(store.repositories()).plans.restore('trashed'));
    granted(granted(store.repositories()).plans.open('trashed'));
    expect(unfit(file)).toEqual([]);
  });

  test('that is put back from a backup comes with its figures', async () => {
    const { file, store } = storeAfter('');
    const [backup = ''] = fs.readdirSync(backupFolderOf(file));
    fs.copyFileSync(goldenDatabase(3), path.join(backupFolderOf(file), backup));
    granted(await store.restoreBackup(backup));
    expect(inside(file, versionOf)).toBe(latestVersion());
    expect(known(store, 'walk')).toMatchObject({ format: 3 });
    expect(unfit(file)).toEqual([]);
  });
});

describe('a plan of which only the row that listed it is lost', () => {
  test('is counted anew: nothing is believed of what was known of it', async () => {
    const lost =
      "DELETE FROM plan WHERE id = 'p1'; DELETE FROM record WHERE plan_id = 'p1' AND kind = 'post'";
    const { file, store } = storeAfter(lost);
    expect(granted(store.repositories()).plans.summary('p1').ok).toBe(true);
    expect(known(store, 'p1')).toBeNull();
    expect(inside(file, (db) => db.prepare('SELECT DISTINCT plan_id FROM plan_box').pluck().all())).toEqual([
      'p2',
    ]);
  });
});

describe('a backup', () => {
  test('holds the figures, and gives them back', async () => {
    const { file, store } = storeAfter('');
    const [backup = ''] = fs.readdirSync(backupFolderOf(file));
    expect(unfit(path.join(backupFolderOf(file), backup))).toEqual([]);
    granted(await store.restoreBackup(backup));
    expect(unfit(file)).toEqual([]);
  });
});

describe('a cleaned copy', () => {
  test('believes no figure: all are counted', async () => {
    const { file, store } = storeAfter(
      `CREATE TABLE foreign_one (x);
       DELETE FROM record WHERE plan_id = 'p2' AND kind = 'post';
       UPDATE plan SET records = 4 WHERE id = 'p2';
       UPDATE plan_box SET max_x = 1000; DELETE FROM plan_summary WHERE plan_id = 'p1'`,
    );
    const [offer] = store.status().backups;
    expect(offer).toMatchObject({ kind: 'cleaned' });
    granted(await store.restoreBackup(offer?.name ?? ''));
    expect(store.status()).toMatchObject({ state: 'ready', message: null });
    expect(unfit(file)).toEqual([]);
    expect(known(store, 'p2')?.counts.post).toBeUndefined();
  });
});

describe('a plan that is restored from a backup alone', () => {
  test.each([
    ['a lost record', "DELETE FROM record WHERE plan_id = 'p1' AND kind = 'post'"],
    ['a damaged record', "UPDATE record SET body = '~' WHERE plan_id = 'p1' AND kind = 'post'"],
    ['its settings lost', "DELETE FROM record WHERE plan_id = 'p1' AND kind = 'settings'"],
    [
      'one that no backup has',
      "INSERT INTO record (plan_id, id, kind, body, checksum) VALUES ('p1', 'post:x', 'post', '~', 0)",
    ],
  ])('with %s has the figures of what it is then', async (_, sql) => {
    const { file, store } = storeAfter(sql);
    const state = granted(await store.planState('p1'));
    granted(await store.restorePlan('p1', state?.from ?? ''));
    expect(granted(granted(store.repositories()).plans.load('p1')).summary.version).toBe(3);
    expect(unfit(file)).toEqual([]);
  });
});

describe('plans that are not counted', () => {
  const uncounted = 'DELETE FROM plan_summary; DELETE FROM plan_box';

  test('are counted after the start, and once only', async () => {
    let runs = 0;
    const count: StorageWork['count'] = async (request) => {
      runs += 1;
      return countPlans(request);
    };
    const { file, store } = storeAfter(uncounted, { count });
    await store.lookAfter();
    await store.lookAfter();
    expect([unfit(file), runs]).toEqual([[], 1]);
  });

  test('and are saved meanwhile are counted again', async () => {
    let runs = 0;
    const count: StorageWork['count'] = async (request) => {
      const found = countPlans(request);
      runs += 1;
      const { plans } = granted(tested.store.repositories());
      if (runs === 1) granted(plans.rename('p2', 'Another name', 'edit.rename-plan'));
      return found;
    };
    const tested = storeAfter(uncounted, { count });
    await tested.store.lookAfter();
    expect([unfit(tested.file), runs]).toEqual([[], 2]);
  });

  test('and are saved every time wait for the next start', async () => {
    let runs = 0;
    const count: StorageWork['count'] = async (request) => {
      const found = countPlans(request);
      runs += 1;
      granted(granted(tested.store.repositories()).plans.rename('p2', `Name ${runs}`, 'edit.rename-plan'));
      return found;
    };
    const tested = storeAfter(uncounted, { count });
    await tested.store.lookAfter();
    expect([known(tested.store, 'p2'), unfit(tested.file), runs]).toEqual([null, ['p2'], 3]);
    tested.store.close({ backup: false });
    await opened(tested.file).store.lookAfter();
    expect(unfit(tested.file)).toEqual([]);
  });

  test('and cannot be read stay so, and keep no other from being counted', async () => {
    const damage = "UPDATE record SET body = '~' WHERE plan_id = 'p1' AND kind = 'wall'";
    let runs = 0;
    const count: StorageWork['count'] = async (request) => {
      runs += 1;
      return countPlans(request);
    };
    const { store, troubles } = storeAfter(`${uncounted}; ${damage}`, { count });
    await store.lookAfter();
    expect([known(store, 'p1'), known(store, 'p2')?.counts.wall]).toEqual([null, { existing: 1 }]);
    // It is told once, by the check of what is stored.
    expect([troubles, runs]).toEqual([[expect.stringContaining('is damaged in the database')], 1]);
  });

  test('are left alone where the database was closed meanwhile', async () => {
    const { file, store } = storeAfter(uncounted, {
      count: async (request) => {
        const found = countPlans(request);
        store.close({ backup: false });
        return found;
      },
    });
    await store.lookAfter();
    expect(unfit(file)).toEqual(['p1', 'p2']);
  });

  test('and the process that counts them failing is told, nothing else', async () => {
    const { store, troubles } = storeAfter(uncounted, {
      count: async () => ({ ok: false, error: { code: 'failed', message: 'The counting failed.' } }),
    });
    await store.lookAfter();
    expect([troubles, store.status().state]).toEqual([['The counting failed.'], 'ready']);
  });

  test('are not asked for again where nothing was found', async () => {
    let runs = 0;
    const { store } = storeAfter(uncounted, {
      count: async () => {
        runs += 1;
        return ok({ counted: [], failed: [] });
      },
    });
    await store.lookAfter();
    expect(runs).toBe(1);
  });
});
