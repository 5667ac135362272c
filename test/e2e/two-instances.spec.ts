import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder, startCommand } from '../../scripts/driver/app-driver.ts';
import { storedCounts } from '../support/stored-records.ts';

const sample = path.resolve(import.meta.dirname, '../../resources/sample-site/harbor-street.sallyport');

/** Starts the application once more on the same data; gives its exit code and how long it lived. */
function startAgain(dataFolder: string, ...files: string[]): Promise<{ code: number | null; ms: number }> {
  const { executablePath, args, cwd } = startCommand(dataFolder, ...files);
  const start = performance.now();
  const child = spawn(executablePath, args, { cwd, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, ms: performance.now() - start }));
  });
}

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

  const file = path.join(data, `Plan "Süd" – O'Brien 1.sallyport`);
  copyFileSync(sample, file);
  expect((await startAgain(data, file)).code).toBe(0);
  await expect(driver.page).toHaveTitle(/Harbor Street/);
  expect(driver.app.windows()).toHaveLength(1);
  expect(storedCounts(data)).toMatchObject({ sites: 2, plans: 2 });
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
