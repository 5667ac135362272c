import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { repositoriesOf } from '../../../../electron/storage/repositories.ts';
import { underneath } from '../../../../scripts/attack/stored/taken-away.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import {
  commit,
  smallDisk,
  storeCopy,
  temporaryFolder,
  testStore,
} from '../../../support/temporary-store.ts';

const wall = record('wall');
const commits = [commit('s1', [[wall, { ...wall, tag: 'W-1' }]])];

function openPlan(folder = temporaryFolder()) {
  const file = path.join(folder, 'sallyport.db');
  const tested = testStore(file);
  const { sites, plans } = granted(tested.store.repositories());
  const siteId = granted(sites.create('Harbour Street 12')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(wall), receivedFrom: null }));
  return { file, plans, sites, ...tested };
}

describe('a database that is not in its place any more', () => {
  test.each(underneath)('$name: nothing is called saved, all that was is kept beside it', ({ happen }) => {
    const { file, plans, sites } = openPlan();
    happen(file);
    const refused = {
      ok: false,
      error: { code: 'not-written', message: expect.stringContaining('nothing is saved any more') },
    };
    expect(plans.save('p1', { baseVersion: 1, commits })).toEqual(refused);
    expect(sites.create('Another')).toEqual(refused);
    // What is there can still be looked at and exported.
    expect(granted(plans.load('p1')).summary.version).toBe(1);
    const rescued = fs.readdirSync(path.dirname(file)).filter((name) => name.includes('.rescued-'));
    expect(rescued).toHaveLength(1);
  });

  test('keeps its pictures in view and deletes none', () => {
    const { file, store } = openPlan();
    const { attachments } = granted(store.repositories());
    const picture = granted(attachments.add('image/png', Buffer.from('picture')));
    fs.renameSync(file, `${file}.away`);
    expect(attachments.parts(picture)?.next()).toEqual(Buffer.from('picture'));
    expect(attachments.deleteUnplaced()).toMatchObject({ ok: false, error: { code: 'not-written' } });
    expect(attachments.has(picture)).toBe(true);
  });

  test('takes saves again once it is back', () => {
    const { file, plans } = openPlan();
    fs.renameSync(file, `${file}.away`);
    expect(plans.save('p1', { baseVersion: 1, commits }).ok).toBe(false);
    fs.renameSync(`${file}.away`, file);
    expect(granted(plans.save('p1', { baseVersion: 1, commits })).version).toBe(2);
  });

  test('is offered at the next start with what was saved', async () => {
    const { file, plans, store } = openPlan();
    granted(plans.save('p1', { baseVersion: 1, commits }));
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(file + ending);
    plans.save('p1', { baseVersion: 2, commits });
    store.close();
    const later = testStore(file).store;
    expect(later.status()).toMatchObject({
      state: 'missing',
      backups: [{ kind: 'rescued', plans: 1, lacks: '' }],
    });
    granted(await later.restoreBackup(later.status().backups[0]?.name ?? ''));
    expect(granted(granted(later.repositories()).plans.load('p1')).summary.version).toBe(2);
  });
});

describe('a database that another program has written into', () => {
  const versionIn = (file: string) => {
    const db = new Database(file, { readonly: true });
    const version = db.prepare("SELECT version FROM plan WHERE id = 'p1'").pluck().get();
    const check = db.pragma('integrity_check', { simple: true });
    db.close();
    return { version, check };
  };

  /** A plan at version 3, of which a copy was made at version 2, in a session that has written its log back. */
  function copied() {
    const opened = openPlan();
    const { file, plans, store } = opened;
    granted(plans.save('p1', { baseVersion: 1, commits }));
    // Closing makes a backup.
    store.close();
    store.open();
    const again = granted(store.repositories()).plans;
    const moved = [
      commit('s2', [
        [
          { ...wall, tag: 'W-1' },
          { ...wall, tag: 'W-2' },
        ],
      ]),
    ];
    granted(again.save('p1', { baseVersion: 2, commits: moved }));
    const folder = path.join(path.dirname(file), 'backups');
    const [backup = ''] = fs.readdirSync(folder).sort();
    const next = [commit('s3', [[{ ...wall, tag: 'W-2' }, wall]])];
    return { ...opened, plans: again, next, backup: path.join(folder, backup) };
  }

  test.each([
    ['copies a backup over it', (file: string, backup: string) => fs.copyFileSync(backup, file)],
    ['empties it', (file: string) => fs.truncateSync(file)],
    ['writes something else into it', (file: string) => fs.writeFileSync(file, 'no database'.repeat(999))],
    [
      'writes one byte of it',
      (file: string) => {
        const opened = fs.openSync(file, 'r+');
        fs.writeSync(opened, Buffer.from([1]), 0, 1, 5000);
        fs.closeSync(opened);
      },
    ],
  ])('%s: nothing more is called saved', (_, happen) => {
    const { file, plans, next, backup } = copied();
    happen(file, backup);
    const refused = {
      ok: false,
      error: {
        code: 'not-written',
        message: expect.stringContaining('Another program wrote into the database'),
      },
    };
    expect(plans.save('p1', { baseVersion: 3, commits: next })).toEqual(refused);
    expect(plans.save('p1', { baseVersion: 3, commits: next })).toEqual(refused);
  });

  test('is left as it was put there, and the next start says what it lacks', async () => {
    const { file, store, plans, next, backup, troubles } = copied();
    // The note of what was acknowledged lags behind by half a second.
    await new Promise((resolve) => setTimeout(resolve, 700));
    fs.copyFileSync(backup, file);
    const put = fs.readFileSync(file);
    expect(plans.save('p1', { baseVersion: 3, commits: next }).ok).toBe(false);
    store.close();
    expect(fs.readFileSync(file).equals(put)).toBe(true);
    expect(versionIn(file)).toEqual({ version: 2, check: 'ok' });
    expect(troubles.join()).toMatch(/The log of the database that was overwritten was kept as/);
    const folder = path.dirname(file);
    const aside = fs.readdirSync(folder).find((name) => /\.overwritten-.*\.log$/.test(name)) ?? '';
    expect(fs.statSync(path.join(folder, aside)).size).toBeGreaterThan(4096);
    const later = testStore(file).store;
    expect(later.status()).toMatchObject({
      state: 'older',
      backups: [{ kind: 'backup', lacks: '"Existing" (1 save)' }],
    });
  });

  test('takes all saves, however long the log gets, while nobody else writes', () => {
    const { file, store, plans } = openPlan();
    const { attachments } = granted(store.repositories());
    for (let save = 1; save <= 30; save += 1) granted(attachments.add('image/png', randomBytes(400_000)));
    granted(plans.save('p1', { baseVersion: 1, commits }));
    expect(fs.statSync(file).size).toBeGreaterThan(8_000_000);
    expect(fs.statSync(`${file}-wal`).size).toBeLessThan(8_000_000);
    // Once the log was long it stays a long file: what counts is what is in it.
    const writtenBack = () => fs.statSync(file, { bigint: true }).mtimeNs;
    const before = writtenBack();
    expect(fs.statSync(`${file}-wal`).size).toBeGreaterThan(4_000_000);
    for (let save = 1; save <= 20; save += 1) granted(attachments.add('image/png', randomBytes(1000)));
    expect(writtenBack()).toBe(before);
  });
});

describe('what was saved in a database that is gone', () => {
  const rescuedIn = (folder: string) => fs.readdirSync(folder).filter((name) => name.includes('.rescued-'));
  const all = ['', '-wal', '-shm'];
  const refusedWith = (message: string) => ({
    ok: false,
    error: { code: 'not-written', message: expect.stringContaining(message) },
  });

  test('is not called kept on a full disk, and is kept as soon as there is room', () => {
    const disk = smallDisk('size=2m');
    const { file, plans, troubles } = openPlan(disk.folder);
    granted(plans.save('p1', { baseVersion: 1, commits }));
    disk.fill();
    for (const ending of all) fs.rmSync(file + ending);
    const notKept = refusedWith(
      'could not be kept beside it (the disk is full). Put the database back, or free space, and do not close',
    );
    expect(plans.save('p1', { baseVersion: 2, commits })).toEqual(notKept);
    expect(plans.save('p1', { baseVersion: 2, commits })).toEqual(notKept);
    expect(rescuedIn(disk.folder)).toEqual([]);
    expect(troubles).toHaveLength(1);
    disk.makeRoom();
    expect(plans.save('p1', { baseVersion: 2, commits })).toEqual(
      refusedWith('it then offers what was saved'),
    );
    const [rescued = '', ...others] = rescuedIn(disk.folder);
    expect(others).toEqual([]);
    const db = new Database(path.join(disk.folder, rescued), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT version FROM plan').pluck().all()).toEqual([2]);
    db.close();
  });

  test('is kept where its folder was, when that was moved away', async () => {
    const folder = path.join(temporaryFolder(), 'data');
    fs.mkdirSync(folder);
    const { file, plans, store } = openPlan(folder);
    fs.renameSync(folder, `${folder}-elsewhere`);
    expect(plans.save('p1', { baseVersion: 1, commits })).toEqual(
      refusedWith('it then offers what was saved'),
    );
    expect(rescuedIn(folder)).toHaveLength(1);
    store.close();
    expect(testStore(file).store.status()).toMatchObject({
      state: 'missing',
      backups: [{ kind: 'rescued' }],
    });
  });

  test('is said not to be kept where nothing can be put there', () => {
    const folder = path.join(temporaryFolder(), 'data');
    fs.mkdirSync(folder);
    const { plans } = openPlan(folder);
    fs.renameSync(folder, `${folder}-elsewhere`);
    fs.writeFileSync(folder, 'a file');
    expect(plans.save('p1', { baseVersion: 1, commits })).toEqual(
      refusedWith(
        '(the system says EEXIST). Put the database back and do not close the window. Export the plan as a plan file',
      ),
    );
  });

  test('is kept again when the database was back meanwhile and took more', () => {
    const { file, plans } = openPlan();
    const away = () => fs.renameSync(file, `${file}.away`);
    away();
    plans.save('p1', { baseVersion: 1, commits });
    fs.renameSync(`${file}.away`, file);
    granted(plans.save('p1', { baseVersion: 1, commits }));
    away();
    plans.save('p1', { baseVersion: 2, commits });
    expect(rescuedIn(path.dirname(file))).toHaveLength(2);
  });
});

describe('a database that is older than what was saved', () => {
  function older() {
    const { file, store } = openPlan();
    store.close();
    fs.copyFileSync(file, `${file}-copy`);
    store.open();
    const again = granted(store.repositories());
    granted(again.plans.save('p1', { baseVersion: 1, commits }));
    storeCopy(again.plans, 'p1', 'Option B');
    store.close();
    fs.copyFileSync(`${file}-copy`, file);
    return { file, ...testStore(file) };
  }

  test('is said with what is missing, and the newer state offered', async () => {
    const { store } = older();
    expect(store.status()).toMatchObject({
      state: 'older',
      message: expect.stringMatching(
        /it lacks ("Existing" \(1 save\) and "Option B"|"Option B") \(the whole plan\)/,
      ),
      backups: [{ kind: 'backup', plans: 2 }, {}],
    });
    granted(await store.restoreBackup(store.status().backups[0]?.name ?? ''));
    expect(granted(granted(store.repositories()).plans.summary('p1')).version).toBe(2);
  });

  test('is used when that is wanted, and then not spoken of again', () => {
    const { file, store } = older();
    granted(store.useOlder());
    expect(store.status().state).toBe('ready');
    expect(store.useOlder()).toMatchObject({ ok: false, error: { code: 'refused' } });
    store.close();
    expect(testStore(file).store.status().state).toBe('ready');
  });

  test('is none that lacks a plan which never came to its end', () => {
    const { file, store } = openPlan();
    granted(
      granted(store.repositories()).intake.begin(
        { id: 'p2', name: 'Coming', records: 1, receivedFrom: null },
        { siteName: 'Depot' },
      ),
    );
    store.close({ backup: false });
    // As a session does that ends before it notes anything.
    const db = new Database(file);
    const { intake } = repositoriesOf({ db });
    while (granted(intake.clearSome()));
    db.close();
    expect(testStore(file).store.status()).toMatchObject({ state: 'ready' });
  });
});
