import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../../../electron/cli/run.ts';
import { openDatabase } from '../../../../electron/storage/database.ts';
import { lockFileOf } from '../../../../electron/storage/safekeeping/database-lock.ts';
import { realFileOf } from '../../../../electron/storage/safekeeping/real-file.ts';
import { asOther, giveAway, shut } from '../../../support/other-person.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const commits = [commit('s1', [[wall, { ...wall, tag: 'W-1' }]])];

/** A database with a plan in one folder, and a link to it in another. */
function linked() {
  const folder = temporaryFolder();
  const [real, link] = [path.join(folder, 'real', 'plans.db'), path.join(folder, 'data', 'sallyport.db')];
  for (const file of [real, link]) fs.mkdirSync(path.dirname(file));
  const { store } = testStore(real);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(wall), receivedFrom: null }));
  store.close();
  fs.symlinkSync(real, link);
  return { folder, real, link };
}

async function restore(file: string) {
  let error = '';
  const io = { out: () => undefined, version: '', defaultDatabase: () => 'none' };
  const code = await runCli(['db', 'restore', '--db', file], {
    ...io,
    error: (text) => {
      error += text;
    },
  });
  return { code, error };
}

describe('a database that is a link', () => {
  test('has one lock with what it leads to', async () => {
    const { real, link } = linked();
    for (const [first, second] of [
      [link, real],
      [real, link],
    ] as const) {
      const { store } = testStore(first);
      expect(store.status().state).toBe('ready');
      expect(testStore(second).store.status()).toMatchObject({
        state: 'unavailable',
        message: expect.stringMatching(/^Another Sallyport is working on the database/),
      });
      expect(await restore(second)).toEqual({
        code: 1,
        error:
          'Sallyport has this database open: its window, or another command. Close that, then try again.\n',
      });
      store.close();
    }
  });

  test('is checked when its last session did not end properly, and that session’s log is kept for it', () => {
    const { folder, real, link } = linked();
    const db = new Database(real);
    db.exec("INSERT INTO setting VALUES ('theme', 'dark')");
    const killed = path.join(folder, 'killed');
    fs.mkdirSync(killed);
    for (const ending of ['', '-wal']) fs.copyFileSync(real + ending, path.join(killed, `plans.db${ending}`));
    db.close();
    fs.rmSync(link);
    fs.symlinkSync(path.join(killed, 'plans.db'), link);
    const opened = granted(openDatabase(link, new Date()));
    expect(opened.afterUncleanEnd).toBe(true);
    expect(opened.db.prepare('SELECT value FROM setting').pluck().all()).toEqual(['dark']);
    opened.db.close();
  });

  test('whose log is deleted takes no saves any more', () => {
    const { real, link } = linked();
    const { store } = testStore(link);
    const { plans } = granted(store.repositories());
    granted(plans.save('p1', { baseVersion: 1, commits }));
    fs.rmSync(`${real}-wal`);
    const again = [commit('s2', [[{ ...wall, tag: 'W-1' }, wall]])];
    expect(plans.save('p1', { baseVersion: 2, commits: again })).toMatchObject({
      ok: false,
      error: { code: 'not-written' },
    });
    expect(store.status().state).toBe('out-of-place');
  });

  test('to another one is another database: nothing is saved any more', () => {
    const { folder, real, link } = linked();
    const { store } = testStore(link);
    fs.copyFileSync(real, path.join(folder, 'copy.db'));
    fs.rmSync(link);
    fs.symlinkSync(path.join(folder, 'copy.db'), link);
    expect(store.status().state).toBe('out-of-place');
  });

  test('is resolved also where its file is not there, as far as its folder is', () => {
    const { folder, link } = linked();
    const leadTo = (target: string) => {
      fs.rmSync(link, { force: true });
      fs.symlinkSync(target, link);
      return realFileOf(link);
    };
    expect(leadTo('../real/gone.db')).toBe(path.join(folder, 'real', 'gone.db'));
    expect(leadTo('/no/such/disk/plans.db')).toBe(link);
    expect(leadTo('sallyport.db')).toBe(link);
  });
});

test('a database with a second name on its disk says so, and goes on', () => {
  const { folder, real } = linked();
  fs.linkSync(real, path.join(folder, 'second-name.db'));
  const { store, notices } = testStore(real);
  expect(store.status().state).toBe('ready');
  expect(notices).toEqual([expect.stringMatching(/another name on this disk \(a hard link\)/)]);
});

const storeProgram = [
  `import { Store } from './electron/storage/store.ts';`,
  `import { runCli } from './electron/cli/run.ts';`,
];
const opening = (file: string) => [
  `const tell = () => undefined;`,
  `const store = new Store({ file: ${JSON.stringify(file)}, onSlow: tell, onNotice: tell, onTrouble: tell });`,
  `store.open();`,
  `const { state, message } = store.status();`,
];

describe('what may not be read', () => {
  test('a lock that cannot be had keeps a database shut, for the window and for commands that write', () => {
    const { folder, real } = linked();
    giveAway(folder);
    shut(lockFileOf(real));
    const before = fs.readdirSync(path.dirname(real));
    const told = asOther(storeProgram, [
      ...opening(real),
      `let error = '';`,
      `const io = { out: tell, error: (text) => { error += text; }, version: '', defaultDatabase: () => '' };`,
      `const restored = await runCli(['db', 'restore', '--db', ${JSON.stringify(real)}], io);`,
      `console.log(JSON.stringify({ state, message, restored, error }));`,
    ]);
    const sentence =
      'The database plans.db is not opened, because its lock plans.db.lock cannot be had (SQLITE_CANTOPEN): another program could write at the same time. Allow reading and writing it, then start Sallyport again.';
    expect(told).toEqual({ state: 'unavailable', message: sentence, restored: 1, error: `${sentence}\n` });
    expect(fs.readdirSync(path.dirname(real))).toEqual(before);
  });

  test.each([
    ['its folder', (real: string) => path.dirname(real)],
    ['what its folder lies in', (real: string) => path.dirname(path.dirname(real))],
  ])('%s: one sentence, and nothing is begun', (_what, shutAt) => {
    const { folder, real } = linked();
    giveAway(folder);
    shut(shutAt(real));
    const told = asOther(storeProgram, [
      ...opening(real),
      `console.log(JSON.stringify({ state, message }));`,
    ]);
    fs.chmodSync(shutAt(real), 0o700);
    const sentence = `The folder ${path.dirname(real)} cannot be read (EACCES): allow reading and writing it, then start Sallyport again.`;
    expect(told).toEqual({ state: 'unavailable', message: sentence });
  });
});
