import path from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

const KILLS = 20;

/** What a database holds when it is opened after a kill: its soundness and the number of records. */
function inspected(file: string) {
  const db = new Database(file);
  const integrity = db.pragma('integrity_check', { simple: true });
  const records = db.prepare<[], number>('SELECT count(*) FROM record').pluck().get();
  db.close();
  return { integrity, records: records ?? 0 };
}

async function kill(driver: AppDriver): Promise<void> {
  const process = driver.app.process();
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;
}

test('whatever the status bar called saved survives kill -9, twenty times', async () => {
  test.setTimeout(400_000);
  const data = newDataFolder();
  const file = path.join(data, 'sallyport.db');
  const setUp = await AppDriver.launch(data);
  await setUp.newPlan('Killed');
  await setUp.close();
  let { records } = inspected(file);
  // Floors, layers and settings are not counted in the window.
  const unseen = records;
  for (let round = 0; round < KILLS; round++) {
    const driver = await AppDriver.launch(data);
    await driver.openPlan('Security layout');
    await driver.key('F9');
    await driver.key('w');
    const wall = async (row: number) => {
      // Short walls in three columns, none on another and none beneath the options of the tool.
      const x = 3 + (round % 3) * 2.5;
      const y = 2 + (2 * Math.floor(round / 3) + row) * 0.35;
      await driver.click({ x, y });
      await driver.click({ x: x + 2, y });
      await driver.key('Enter');
    };
    await wall(0);
    await expect(driver.page.locator('footer')).toContainText(`${records + 1 - unseen} record`);
    await driver.saved();
    await wall(1);
    // At another moment each time: before, while and after the last edit is written.
    await driver.page.waitForTimeout(round);
    await kill(driver);
    const found = inspected(file);
    expect(found.integrity).toBe('ok');
    expect(found.records).toBeGreaterThanOrEqual(records + 1);
    expect(found.records).toBeLessThanOrEqual(records + 2);
    records = found.records;
  }
});

test('a window whose page broke is shown again with what was told meanwhile', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  await driver.newPlan('Depot');
  await driver.app.evaluate(async ({ app, dialog, BrowserWindow }) => {
    dialog.showMessageBox = (async () => {
      app.emit('open-file', { preventDefault: () => undefined }, '/nowhere/plan.sallyport');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const again = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    await again;
  });
  // The driver's own page stays the broken one.
  const shown = () =>
    driver.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(shown).toContain('plan.sallyport cannot be read (ENOENT)');
  expect(await shown()).toContain('Security layout');
  await driver.close();
});

test('after a kill the note of it leaves by itself', async () => {
  const data = newDataFolder();
  const first = await AppDriver.launch(data);
  await first.newPlan('Killed');
  await kill(first);
  const later = await AppDriver.launch(data);
  const note = later.messages.getByText('The last session did not end properly');
  await expect(note).toBeVisible();
  await expect(note).toBeHidden({ timeout: 10_000 });
  await later.close();
});
