import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeNotes } from '../../electron/starts/start-note.ts';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { startAgain } from '../support/further-start.ts';
import { storedCounts } from '../support/stored-records.ts';

const sample = path.resolve(import.meta.dirname, '../../resources/sample-site/harbor-street.sallyport');

function copyOfSample(folder: string, name: string): string {
  const file = path.join(folder, name);
  copyFileSync(sample, file);
  return file;
}

/** What still waits in the folder of notes. */
const notes = (data: string) => readdirSync(path.join(data, 'starts'));

test('a second start on the same data hands its file to the first window and ends', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('First');
  await driver.key('w');
  await driver.click({ x: 2, y: 2 });
  await driver.click({ x: 8, y: 2 });
  await driver.key('Escape');

  const second = await startAgain(data);
  expect(second.code).toBe(0);
  expect(second.ms).toBeLessThan(10_000);
  expect(driver.app.windows()).toHaveLength(1);
  await expect(driver.page.locator('footer')).toContainText('1 record');
  expect(storedCounts(data)).toMatchObject({ sites: 1, plans: 1 });

  // A relative name is that of the second start's own folder.
  const name = `Plan "Süd" – O'Brien 図面 🗺 1.sallyport`;
  copyOfSample(data, name);
  expect((await startAgain(data, [name], data)).code).toBe(0);
  await expect(driver.page).toHaveTitle(/Harbor Street/);
  expect(driver.app.windows()).toHaveLength(1);
  expect(storedCounts(data)).toMatchObject({ sites: 2, plans: 2 });
  await expect.poll(() => notes(data)).toEqual([]);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('a second start with names that are long, many or of nothing leaves the first one as it is', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  const { code } = await startAgain(data, ['x'.repeat(30_000)]);
  expect(code).toBe(0);
  await expect(page.getByText('cannot be read (ENAMETOOLONG)')).toBeVisible();
  const missing = Array.from({ length: 150 }, (_, index) => `/nowhere/${index} ${'ü'.repeat(100)}.sallyport`);
  expect((await startAgain(data, missing)).code).toBe(0);
  await expect(page.getByText('150 of 150 files were not opened. The first: 0 ü')).toBeVisible();
  const last = copyOfSample(data, 'last.sallyport');
  expect((await startAgain(data, [...missing.slice(0, 100), last])).code).toBe(0);
  await expect(page.getByText('100 of 101 files were not opened.')).toBeVisible();
  await expect(page).toHaveTitle(/Harbor Street/);
  expect(driver.app.windows()).toHaveLength(1);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('a main process that is busy for 15 s survives a second start and opens its file afterwards', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  const { pid } = driver.app.process();
  const busy = driver.app.evaluate(() => {
    const until = Date.now() + 15_000;
    while (Date.now() < until);
  });
  const second = await startAgain(data, [copyOfSample(data, 'later.sallyport')]);
  expect(second.code).toBe(0);
  expect(second.said).toContain('Sallyport is open already and busy. It opens what was asked for as soon as');
  await busy;
  await expect(driver.page).toHaveTitle(/Harbor Street/);
  expect(driver.app.process().pid).toBe(pid);
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('many starts in one moment leave one window, which opens what they were given', async () => {
  test.setTimeout(180_000);
  const data = newDataFolder();
  const file = copyOfSample(data, 'one.sallyport');
  const first = await AppDriver.launch(data);
  const starts = await Promise.all(Array.from({ length: 8 }, () => startAgain(data, [file])));
  expect(starts.map(({ code }) => code)).toEqual(starts.map(() => 0));
  await expect(first.page).toHaveTitle(/Harbor Street/);
  await expect.poll(() => notes(data)).toEqual([]);
  expect(first.app.windows()).toHaveLength(1);
  expect(storedCounts(data)).toMatchObject({ plans: 1 });
  await first.close();
});

test('what a start left for a window that was killed is opened by the next one, hostile notes are not', async () => {
  const data = newDataFolder();
  const killed = await AppDriver.launch(data);
  const ended = once(killed.app.process(), 'exit');
  killed.app.process().kill('SIGKILL');
  await ended;
  writeNotes(data, [copyOfSample(data, 'noted.sallyport')]);
  const [noted = ''] = notes(data);
  const named = (digit: string) =>
    path.join(data, 'starts', noted.replace(/[0-9a-f]{8}\.json$/, `${digit.repeat(8)}.json`));
  writeFileSync(named('1'), '['.repeat(1024 * 1024));
  writeFileSync(named('2'), '{"format":1,"files":[7]}');
  writeFileSync(named('3'), Buffer.alloc(3 * 1024 * 1024, 0x20));
  mkdirSync(named('4'));
  writeFileSync(`${named('5')}.taken`, JSON.stringify({ format: 1, files: ['/a/begun.sallyport'] }));
  const driver = await AppDriver.launch(data);
  await expect(driver.page).toHaveTitle(/Harbor Street/);
  await expect(
    driver.page.getByText(
      'Sallyport ended before it had opened begun.sallyport. Open what is still missing.',
    ),
  ).toBeVisible();
  await expect(
    driver.page.getByText(
      'What a further start of Sallyport was to open cannot be read. Open it from the window.',
    ),
  ).toBeVisible();
  expect(storedCounts(data)).toMatchObject({ plans: 1 });
  expect(notes(data).filter((name) => !name.includes('44444444'))).toEqual([]);
  expect((await startAgain(data)).code).toBe(0);
  await driver.close();
});
