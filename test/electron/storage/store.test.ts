import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { latestVersion } from '../../../electron/storage/migrate.ts';
import { backupFolderOf } from '../../../electron/storage/safekeeping/offers.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import {
  commit,
  smallDisk,
  storeCopy,
  temporaryFolder,
  testDatabase,
  testStore,
} from '../../support/temporary-store.ts';

const wall = record('wall');

function storedPlan() {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Harbour Street 12')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(wall), receivedFrom: null }));
  return { file, store, siteId };
}

function damage(file: string): void {
  const bytes = fs.readFileSync(file);
  bytes.fill(0x5a, 0, bytes.length / 2);
  fs.writeFileSync(file, bytes);
}

test('a folder that is a file is named', () => {
  const folder = path.join(temporaryFolder(), 'plans');
  fs.writeFileSync(folder, '');
  const { store } = testStore(path.join(folder, 'sallyport.db'));
  expect(store.status()).toMatchObject({ state: 'unavailable', message: expect.stringContaining(folder) });
});

describe('a damaged database', () => {
  function damaged() {
    const { file, store } = storedPlan();
    store.close();
    damage(file);
    const bytes = fs.readFileSync(file);
    return { file, bytes, ...testStore(file) };
  }

  test('is moved aside whole, said so, and the backup is offered', () => {
    const { file, bytes, store, troubles } = damaged();
    const [aside] = fs.readdirSync(path.dirname(file)).filter((name) => name.includes('.damaged-'));
    expect(fs.readFileSync(path.join(path.dirname(file), aside ?? '')).equals(bytes)).toBe(true);
    expect(fs.existsSync(file)).toBe(false);
    const status = store.status();
    expect(status).toMatchObject({ state: 'damaged', backups: [{ plans: 1 }] });
    expect(status.message).toBe(
      `The database sallyport.db is damaged. It was kept as ${aside}. Restore the newest state, or another one.`,
    );
    expect(troubles).toEqual([expect.stringContaining(`${status.message} (`)]);
    expect(store.repositories()).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  test('is said so where its backups cannot be looked for', () => {
    const { file, store } = storedPlan();
    store.close();
    damage(file);
    fs.rmSync(backupFolderOf(file), { recursive: true });
    fs.writeFileSync(backupFolderOf(file), '');
    expect(testStore(file).store.status()).toMatchObject({ state: 'damaged', backups: [] });
  });

  test('that cannot be moved aside is left, and said so', () => {
    const { file, store } = storedPlan();
    store.close();
    damage(file);
    const bytes = fs.readFileSync(file);
    const disk = smallDisk('size=8m');
    const there = path.join(disk.folder, 'sallyport.db');
    fs.writeFileSync(there, bytes);
    disk.makeReadOnly();
    expect(testStore(there).store.status()).toMatchObject({
      state: 'unavailable',
      message:
        'The database sallyport.db is damaged. It cannot be moved aside (EROFS): allow writing to its folder, then start Sallyport again.',
      backups: [],
    });
    expect(fs.readFileSync(there).equals(bytes)).toBe(true);
  });

  test('without a good backup leaves an empty database to begin with', () => {
    const { file, store } = storedPlan();
    store.close();
    damage(file);
    fs.rmSync(backupFolderOf(file), { recursive: true });
    const status = testStore(file).store.status();
    expect(status).toMatchObject({ state: 'damaged', backups: [] });
    expect(status.message).toMatch(/There is no good copy: begin with an empty database\.$/);
  });

  test('is moved aside with its log', () => {
    const { file, store } = storedPlan();
    store.close();
    damage(file);
    fs.writeFileSync(`${file}-wal`, 'a log that nothing can be read from'.repeat(200));
    const log = fs.readFileSync(`${file}-wal`);
    testStore(file);
    const names = fs.readdirSync(path.dirname(file)).filter((name) => name.includes('.damaged-'));
    const aside = names.find((name) => name.endsWith('-wal')) ?? '';
    expect(fs.existsSync(`${file}-wal`)).toBe(false);
    expect(fs.readFileSync(path.join(path.dirname(file), aside)).equals(log)).toBe(true);
  });

  test('is healed by its log where that holds the pages', () => {
    const { file, store } = storedPlan();
    fs.copyFileSync(`${file}-wal`, `${file}-kept`);
    store.close();
    damage(file);
    fs.renameSync(`${file}-kept`, `${file}-wal`);
    const later = testStore(file);
    expect(later.store.status().state).toBe('ready');
    expect(later.notices).toEqual(['The last session did not end properly; the database is sound.']);
  });

  test('comes back from the backup', async () => {
    const { store } = damaged();
    const [backup] = store.status().backups;
    expect(await store.restoreBackup(backup?.name ?? '')).toEqual({ ok: true, value: null });
    expect(store.status()).toMatchObject({ state: 'ready', message: null, backups: [] });
    expect(granted(granted(store.repositories()).plans.load('p1')).summary.name).toBe('Existing');
  });

  test('is still offered after a restart without a decision, and never silently replaced', () => {
    const { file, store } = damaged();
    store.close();
    const later = testStore(file);
    expect(later.store.status()).toMatchObject({ state: 'damaged', backups: [{ plans: 1 }] });
    expect(fs.existsSync(file)).toBe(false);
  });

  test('gives way to an empty one only when that is asked for', () => {
    const { store } = damaged();
    expect(store.startEmpty()).toEqual({ ok: true, value: null });
    expect(granted(store.repositories()).sites.list()).toEqual([]);
    expect(store.startEmpty()).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  test('a backup that is not there is refused and changes nothing', async () => {
    const { store } = damaged();
    for (const name of ['none', '../sallyport.db', 'sallyport-2020-01-01T00-00-00-000Z.db']) {
      expect(await store.restoreBackup(name)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
    expect(store.status().state).toBe('damaged');
  });
});

describe('a store', () => {
  test('keeps a present database when a backup is put in its place', async () => {
    const { file, store, siteId } = storedPlan();
    store.close();
    store.open();
    storeCopy(granted(store.repositories()).plans, 'p1', 'Option B');
    const [backup = ''] = fs.readdirSync(backupFolderOf(file));
    expect(await store.restoreBackup(backup)).toEqual({ ok: true, value: null });
    expect(granted(store.repositories()).plans.list(siteId)).toHaveLength(1);
    const aside = fs.readdirSync(path.dirname(file)).find((name) => /\.replaced-[^.]*Z$/.test(name));
    const kept = new Database(path.join(path.dirname(file), aside ?? ''));
    expect(kept.prepare('SELECT count(*) FROM plan').pluck().get()).toBe(2);
    kept.close();
  });

  test('says what is wrong with a newer database and leaves it', () => {
    const { file, store } = storedPlan();
    store.close();
    const db = new Database(file);
    db.exec('CREATE TABLE later (word TEXT); PRAGMA user_version = 99');
    db.close();
    const later = testStore(file);
    expect(later.store.status()).toMatchObject({ state: 'too-new', backups: [] });
    expect(later.store.repositories()).toMatchObject({ ok: false, error: { code: 'too-new' } });
    expect(fs.readdirSync(path.dirname(file)).filter((name) => /[.](damaged|replaced)-/.test(name))).toEqual(
      [],
    );
  });

  test.each([latestVersion() + 1, 99, latestVersion() + 2 ** 24])(
    'takes version %i of the tables of today for damage',
    async (version) => {
      const { file, store, siteId } = storedPlan();
      store.close();
      store.open();
      storeCopy(granted(store.repositories()).plans, 'p1', 'Option B');
      store.close({ backup: false });
      const db = new Database(file);
      db.pragma(`user_version = ${version}`);
      db.close();
      const later = testStore(file).store;
      expect(later.status()).toMatchObject({
        state: 'damaged',
        backups: [{ kind: 'cleaned', plans: 2 }, {}],
      });
      granted(await later.restoreBackup(later.status().backups[0]?.name ?? ''));
      expect(later.status()).toMatchObject({ state: 'ready', message: null });
      expect(granted(later.repositories()).plans.list(siteId)).toHaveLength(2);
    },
  );

  test('another program may have its database open; the second save on one version is a conflict', () => {
    const { file, store } = storedPlan();
    const other = testDatabase(file);
    const commits = [commit('s1', [[wall, { ...wall, tag: 'W-1' }]])];
    granted(granted(store.repositories()).plans.save('p1', { baseVersion: 1, commits }));
    const second = other.plans.save('p1', { baseVersion: 1, commits });
    expect(second).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
