import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { runCli } from '../../../../electron/cli/run.ts';
import { lockDatabase } from '../../../../electron/storage/safekeeping/database-lock.ts';
import { granted, testPlan } from '../../../support/plan-builder.ts';
import { mountedFolder, storeCopy, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const source = path.resolve(import.meta.dirname, '../../../../electron/storage/safekeeping/database-lock.ts');

/** A process of its own that holds the lock of a database until it is killed. */
async function holder(file: string) {
  const program = `
    import { lockDatabase } from ${JSON.stringify(source)};
    globalThis.lock = lockDatabase(${JSON.stringify(file)});
    process.stdout.write(typeof globalThis.lock);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  };
}

async function run(...argv: string[]) {
  let [out, error] = ['', ''];
  const code = await runCli(argv, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    version: '0.1.0',
    defaultDatabase: () => 'none',
  });
  return { code, out, error };
}

function usedStore() {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const tested = testStore(file);
  const { sites, plans } = granted(tested.store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(), receivedFrom: null }));
  return { file, ...tested };
}

test('the system takes the lock back from a process that was killed', async () => {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const kill = await holder(file);
  expect(lockDatabase(file)).toBe('held');
  await kill();
  const mine = lockDatabase(file);
  expect(mine).toEqual({ release: expect.any(Function) });
  expect(lockDatabase(file)).toBe('held');
  if (mine && mine !== 'held' && 'release' in mine) mine.release();
  expect(lockDatabase(file)).not.toBe('held');
});

test('a command that writes is refused beside the window; those that read are not', async () => {
  const { file, store } = usedStore();
  store.close();
  store.open();
  const refused = await run('db', 'restore', '--db', file);
  expect(refused).toEqual({
    code: 1,
    out: '',
    error: 'Sallyport has this database open: its window, or another command. Close that, then try again.\n',
  });
  const checked = await run('db', 'check', '--db', file, '--json');
  expect(JSON.parse(checked.out)).toMatchObject({ integrity: 'ok', plans: 1 });
  const first = await run('db', 'backup', '--json', '--db', file);
  const second = await run('db', 'backup', '--json', '--db', file);
  const { backup } = JSON.parse(first.out) as { backup: string };
  expect(JSON.parse(second.out)).toMatchObject({ backup, isNew: false });
  // The window goes on as before.
  const again = granted(store.repositories()).plans;
  storeCopy(again, 'p1', 'Option B');
  store.close();
  expect((await run('db', 'restore', '--db', file)).code).toBe(0);
});

test('a window that begins while a command works opens by itself once that has ended', async () => {
  const { file, store } = usedStore();
  store.close();
  const kill = await holder(file);
  store.open();
  expect(store.status()).toMatchObject({
    state: 'unavailable',
    message: expect.stringContaining('Another Sallyport is working on the database'),
  });
  await kill();
  await expect.poll(() => store.status().state, { timeout: 5000 }).toBe('ready');
});

test.each([
  ['a text', Buffer.from('something that another program wrote into it')],
  ['a broken database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 0x5a)])],
])('a lock whose file holds %s is one all the same', async (_, bytes) => {
  const { file, store } = usedStore();
  store.close();
  fs.writeFileSync(`${file}.lock`, bytes);
  store.open();
  expect(lockDatabase(file)).toBe('held');
  expect((await run('db', 'restore', '--db', file)).code).toBe(1);
  store.close();
});

test('a command begins no database in place of one that was lost', async () => {
  const { file, store } = usedStore();
  store.close();
  fs.rmSync(file);
  const db = new Database(file);
  db.pragma('user_version = 1');
  db.pragma('user_version = 0');
  db.close();
  const before = fs.readFileSync(file);
  expect(await run('db', 'backup', '--db', file)).toEqual({
    code: 1,
    out: '',
    error: 'The database sallyport.db is empty, and it was not before. Restore a backup with "db restore".\n',
  });
  expect(fs.readFileSync(file).equals(before)).toBe(true);
  expect(testStore(file).store.status().state).toBe('missing');
});

test('where nothing can be written there is no lock, and none is needed', () => {
  expect(lockDatabase(path.join(mountedFolder('size=1m,ro'), 'sallyport.db'))).toBe(null);
});

test('a lock that cannot be had where the database can be written is refused', () => {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  fs.mkdirSync(`${file}.lock`);
  expect(lockDatabase(file)).toEqual({ code: expect.stringMatching(/^SQLITE_CANTOPEN/) });
});
