import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { Store } from '../../electron/storage/store.ts';
import { SmallDisk } from '../../scripts/attack/stored/small-disk.ts';
import { AppDriver, newDataFolder, startCommand } from '../../scripts/driver/app-driver.ts';
import { granted, record, testPlan } from '../support/plan-builder.ts';
import { storedRecords } from '../support/stored-records.ts';

const inFolder = (data: string) => path.join(data, 'sallyport.db');
const undo: (() => void)[] = [];

test.afterEach(() => {
  for (const take of undo.splice(0).reverse()) take();
});

function smallDisk(options: string): SmallDisk {
  const disk = new SmallDisk(options);
  undo.push(() => disk.remove());
  return disk;
}

async function wall(driver: AppDriver, y: number): Promise<void> {
  await driver.key('w');
  await driver.click({ x: 2, y });
  await driver.click({ x: 8, y });
  await driver.key('Escape');
}

/** Puts a database with a plan of one wall into a folder of data, and a backup beside it. */
function putPlan(data: string): string {
  const silent = () => undefined;
  const store = new Store({ file: inFolder(data), onSlow: silent, onNotice: silent, onTrouble: silent });
  store.open();
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  const plan = testPlan(record('wall', { a: { x: 2, y: 2 }, b: { x: 8, y: 2 } }));
  granted(plans.create({ id: 'p1', siteId, name: 'Security layout', plan, receivedFrom: null }));
  store.close();
  return data;
}

type Asked = { asked?: string[] };

/** Presses a button of every question that the main process asks from now on. */
async function answerQuestions(driver: AppDriver, button: string): Promise<void> {
  await driver.app.evaluate(({ dialog }, pressed) => {
    const heard: string[] = [];
    (globalThis as Asked).asked = heard;
    const answer = async (...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] };
      heard.push(message);
      return { response: buttons.indexOf(pressed), checkboxChecked: false };
    };
    dialog.showMessageBox = answer as typeof dialog.showMessageBox;
  }, button);
}

function questions(driver: AppDriver): Promise<readonly string[]> {
  return driver.app.evaluate(() => (globalThis as Asked).asked ?? []);
}

async function askToClose(driver: AppDriver): Promise<void> {
  await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('a damaged database is kept, and the newest backup brings the plan back', async () => {
  const data = putPlan(newDataFolder());
  const records = storedRecords(data);
  const damaged = readFileSync(inFolder(data)).fill(0x5a, 4096);
  writeFileSync(inFolder(data), damaged);
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  await expect(page.getByText('The database sallyport.db is damaged. It was kept as')).toBeVisible();
  const [aside = ''] = readdirSync(data).filter((name) => name.startsWith('sallyport.db.damaged-'));
  await expect(page.getByText(aside)).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click();
  await driver.openPlan('Security layout');
  await expect(page.locator('footer')).toContainText('1 record');
  expect(driver.complaints).toEqual([]);
  await driver.close();
  expect(storedRecords(data)).toEqual(records);
  expect(readFileSync(path.join(data, aside)).equals(damaged)).toBe(true);
});

test('a newer database is refused and left as it is', async () => {
  const data = putPlan(newDataFolder());
  const newer = new Database(inFolder(data));
  newer.exec('CREATE TABLE later (word TEXT); PRAGMA user_version = 99');
  newer.close();
  const bytes = readFileSync(inFolder(data));
  const driver = await AppDriver.launch(data);
  await expect(
    driver.page.getByText('The database sallyport.db was written by a newer Sallyport. Use that one'),
  ).toBeVisible();
  await expect(driver.page.getByRole('button', { name: /Restore|empty database/ })).toHaveCount(0);
  expect(driver.complaints).toEqual([]);
  await driver.close();
  expect(readFileSync(inFolder(data)).equals(bytes)).toBe(true);
});

test('a read-only database opens; an edit is called not saved, and closing asks', async () => {
  const data = putPlan(newDataFolder());
  const file = inFolder(data);
  const records = storedRecords(data);
  execFileSync('mount', ['--bind', file, file]);
  undo.push(() => void execFileSync('umount', ['-l', file]));
  execFileSync('mount', ['-o', 'remount,ro,bind', file]);
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  await expect(
    page.getByText('The database is read-only: plans can be looked at and exported'),
  ).toBeVisible();
  await driver.openPlan('Security layout');
  await driver.exportTo(path.join(data, 'still.sallyport'), 'Plan file');
  await wall(driver, 4);
  const status = page.locator('[data-save]');
  await expect(status).toContainText('Not saved: The database is read-only, so nothing was written. Allow');
  await answerQuestions(driver, 'Keep open');
  await askToClose(driver);
  await expect.poll(() => questions(driver)).toEqual(['Some edits are not on disk.']);
  await expect(page.locator('footer')).toContainText('2 records');
  await answerQuestions(driver, 'Close and lose them');
  await driver.close();
  expect(storedRecords(data)).toEqual(records);
});

test('on a full disk every edit waits, is tried again, and is saved once there is room', async () => {
  const disk = smallDisk('size=48m');
  const driver = await AppDriver.launch(putPlan(disk.folder));
  await driver.openPlan('Security layout');
  const saved = storedRecords(disk.folder);
  disk.fill();
  await wall(driver, 4);
  const status = driver.page.locator('[data-save]');
  const refused = 'Not saved: The disk is full, so nothing was written. Free some space on it.';
  await expect(status).toContainText(refused);
  await wall(driver, 6);
  // Longer than one pause between two attempts.
  await driver.page.waitForTimeout(4000);
  await expect(status).toContainText(refused);
  expect(storedRecords(disk.folder)).toEqual(saved);

  await answerQuestions(driver, 'Keep open');
  await askToClose(driver);
  await expect.poll(() => questions(driver)).toEqual(['Some edits are not on disk.']);
  await expect(driver.page.locator('footer')).toContainText('3 records');

  disk.makeRoom();
  await driver.saved();
  const [stored = {}] = Object.values(storedRecords(disk.folder));
  expect(Object.keys(stored)).toHaveLength(6);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('a disk that is full at the start is named, and nothing is lost', async () => {
  const disk = smallDisk('size=48m');
  const elsewhere = putPlan(newDataFolder());
  copyFileSync(inFolder(elsewhere), inFolder(disk.folder));
  disk.fill();
  const driver = await AppDriver.launch(disk.folder);
  await expect(
    driver.page.getByText(
      'The database sallyport.db cannot be opened: the disk is full. Free some space on it',
    ),
  ).toBeVisible();
  await driver.close();
  disk.makeRoom();
  expect(storedRecords(disk.folder)).toEqual(storedRecords(elsewhere));
});

test('a folder that cannot be written is named', async () => {
  const disk = smallDisk('size=8m');
  disk.makeReadOnly();
  const driver = await AppDriver.launch(disk.folder);
  await expect(
    driver.page.getByText(`The folder ${disk.folder} cannot be written (EROFS): allow writing to it, then`),
  ).toBeVisible();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('a file where the folder should be ends the start with a sentence', () => {
  const file = path.join(newDataFolder(), 'a file');
  writeFileSync(file, '');
  const { executablePath, args, cwd } = startCommand(file);
  const { status, stderr } = spawnSync(executablePath, args, { cwd, encoding: 'utf8', timeout: 30_000 });
  expect(status).toBe(1);
  expect(stderr).toContain(`The folder ${file} cannot hold the data: it is not a folder, or cannot be made.`);
});

/** Starts the application where no native module loads; gives how it ended and the file of what its error box said. */
function startWithoutNativeModules(data: string, ...words: string[]) {
  const [script, said] = [path.join(data, 'before.cjs'), path.join(data, 'said')];
  writeFileSync(
    script,
    `process.dlopen = () => { throw new Error('no native modules here'); };
     require('electron').dialog.showErrorBox = (_, text) => require('node:fs').writeFileSync(${JSON.stringify(said)}, text);`,
  );
  const { executablePath, args, cwd } = startCommand(data, ...words);
  const ended = spawnSync(executablePath, ['-r', script, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { ...ended, said };
}

test('an application that cannot load its database engine says so and ends', () => {
  const data = newDataFolder();
  const { status, said } = startWithoutNativeModules(data);
  expect(status).toBe(1);
  const log = path.join(data, 'sallyport.log');
  expect(readFileSync(said, 'utf8')).toBe(
    `Sallyport cannot start: a part of it is missing or broken. Install it again. What happened is in ${log}.`,
  );
  expect(readFileSync(log, 'utf8')).toContain('no native modules here');
});

test('a command that meets a bug prints it and ends', () => {
  const data = newDataFolder();
  const database = path.join(data, 'some.db');
  writeFileSync(database, 'something');
  const { status, stderr } = startWithoutNativeModules(data, 'db', 'check', '--db', database);
  expect(status).toBe(1);
  expect(stderr).toContain('Error: no native modules here');
});

test('a database that is gone is missed, and the newest state brings the plan back', async () => {
  const data = putPlan(newDataFolder());
  const records = storedRecords(data);
  rmSync(inFolder(data));
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  await expect(page.getByRole('heading', { name: 'The plans that were here are gone' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click();
  await driver.openPlan('Security layout');
  expect(driver.complaints).toEqual([]);
  await driver.close();
  expect(storedRecords(data)).toEqual(records);
});

test('a database that is taken away under the window is missed at the next edit, and offered at the next start', async () => {
  test.setTimeout(180_000);
  const data = putPlan(newDataFolder());
  const driver = await AppDriver.launch(data);
  await driver.openPlan('Security layout');
  await wall(driver, 4);
  await driver.saved();
  for (const ending of ['', '-wal', '-shm']) rmSync(inFolder(data) + ending);
  await wall(driver, 6);
  const status = driver.page.locator('[data-save]');
  await expect(status).toContainText('Not saved: The database sallyport.db was moved, deleted or replaced');
  await answerQuestions(driver, 'Close and lose them');
  await driver.close();
  const later = await AppDriver.launch(data);
  await later.page.getByRole('button', { name: /^Restore the rescued state of/ }).click();
  await later.openPlan('Security layout');
  await expect(later.page.locator('footer')).toContainText('2 records');
  await later.close();
});

/** The longest time in which main did nothing else, milliseconds, while something is done. */
async function longestPause(driver: AppDriver, work: () => Promise<void>): Promise<number> {
  await driver.app.evaluate(() => {
    const watch = globalThis as { longest?: number };
    watch.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest ?? 0, now - last);
      last = now;
    }, 5);
  });
  await work();
  return driver.app.evaluate(() => (globalThis as { longest?: number }).longest ?? 0);
}

test('while another program holds the database edits wait, main goes on, and the status bar says so', async () => {
  const data = putPlan(newDataFolder());
  const driver = await AppDriver.launch(data);
  await driver.openPlan('Security layout');
  const other = new Database(inFolder(data));
  undo.push(() => void other.close());
  const status = driver.page.locator('[data-save]');
  const held = await longestPause(driver, async () => {
    other.exec('BEGIN IMMEDIATE');
    await wall(driver, 4);
    await expect(status).toContainText('Not saved: Another program is using the database');
    await driver.page.waitForTimeout(4000);
  });
  // It was 3 s of every 6; a busy machine alone makes pauses of some tenths.
  expect(held).toBeLessThan(1000);
  other.exec('ROLLBACK');
  await driver.saved();
  await driver.close();
  expect(Object.keys(Object.values(storedRecords(data))[0] ?? {})).toHaveLength(5);
});

test('a plan that lost its settings is named and takes them from the backup', async () => {
  const data = putPlan(newDataFolder());
  const db = new Database(inFolder(data));
  db.exec("DELETE FROM record WHERE kind = 'settings'");
  db.close();
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  await page.getByRole('button', { name: 'Security layout', exact: true }).click();
  await expect(page.getByText('it has lost its settings')).toBeVisible();
  await page.getByRole('button', { name: 'Take it from there' }).click();
  await driver.canvas.waitFor();
  await expect(page.locator('footer')).toContainText('1 record');
  await driver.close();
});

test('a backup is made by command and told; at the end the window waits for it', async () => {
  const data = putPlan(newDataFolder());
  const backups = () => readdirSync(path.join(data, 'backups')).filter((name) => name.endsWith('.db'));
  expect(backups()).toHaveLength(1);
  const driver = await AppDriver.launch(data);
  await driver.openPlan('Security layout');
  await wall(driver, 4);
  await driver.saved();
  await driver.key('Control+k');
  await driver.page.keyboard.type('Back up now');
  await driver.page.keyboard.press('Enter');
  await expect(driver.page.getByText('The newest backup is of')).toBeVisible();
  expect(backups()).toHaveLength(2);
  await expect(driver.page.locator('[data-backup=made]')).toBeVisible();
  await wall(driver, 6);
  await driver.saved();
  await driver.close();
  expect(backups()).toHaveLength(3);
});

test('nobody else may read what is stored', async () => {
  const data = putPlan(newDataFolder());
  const modeOf = (name: string) => (statSync(path.join(data, name)).mode & 0o777).toString(8);
  for (const name of ['', 'backups']) chmodSync(path.join(data, name), 0o755);
  for (const name of [
    'sallyport.db',
    ...readdirSync(path.join(data, 'backups')).map((each) => `backups/${each}`),
  ])
    chmodSync(path.join(data, name), 0o644);
  const driver = await AppDriver.launch(data);
  await driver.openPlan('Security layout');
  await wall(driver, 4);
  await driver.saved();
  const own = readdirSync(data).filter((name) => name.startsWith('sallyport'));
  expect(own).toContain('sallyport.db-wal');
  expect([...new Set(own.map(modeOf))]).toEqual(['600']);
  expect([modeOf(''), modeOf('backups')]).toEqual(['700', '700']);
  await driver.close();
  const kept = readdirSync(path.join(data, 'backups')).map((name) => modeOf(`backups/${name}`));
  expect([...new Set(kept)]).toEqual(['600']);
});
