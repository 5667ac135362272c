import { copyFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { recordsOf } from '../../core/plan/plan.ts';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { planInFile } from '../support/plan-in-file.ts';

const inFolder = (data: string) => path.join(data, 'sallyport.db');

async function wall(driver: AppDriver, y: number): Promise<void> {
  await driver.key('w');
  await driver.click({ x: 2, y });
  await driver.click({ x: 8, y });
  await driver.key('Escape');
}

/** A window with a saved plan of one wall. */
async function withWall(): Promise<{ readonly data: string; readonly driver: AppDriver }> {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Depot');
  await wall(driver, 2);
  await driver.saved();
  return { data, driver };
}

type Asked = { asked?: string[] };

/** Presses a button of every question that the main process asks from now on, and keeps what it says. */
async function answerQuestions(driver: AppDriver, button: number): Promise<void> {
  await driver.app.evaluate(({ dialog }, response) => {
    const heard: string[] = [];
    (globalThis as Asked).asked = heard;
    const answer = async (...given: unknown[]) => {
      heard.push((given.at(-1) as { detail: string }).detail);
      return { response, checkboxChecked: false };
    };
    dialog.showMessageBox = answer as typeof dialog.showMessageBox;
  }, button);
}

const wallsIn = async (file: string): Promise<readonly number[]> =>
  [...recordsOf((await planInFile(file)).plan, 'wall')].map(({ a }) => a.y).sort();

const gone = 'was moved, deleted or replaced by another program, so nothing is saved any more.';

test.describe.configure({ timeout: 180_000 });

test('a database that is taken away is missed without an edit; what is drawn then is exported', async () => {
  const { data, driver } = await withWall();
  const status = driver.page.locator('[data-save]');
  renameSync(inFolder(data), `${inFolder(data)}.away`);
  await expect(status).toHaveAttribute('data-save', 'out-of-place', { timeout: 20_000 });
  await expect(status).toContainText(gone);
  await expect(driver.status).not.toContainText('Saved');
  renameSync(`${inFolder(data)}.away`, inFolder(data));
  await driver.saved(20_000);

  for (const ending of ['', '-wal', '-shm']) rmSync(inFolder(data) + ending);
  await expect(status).toHaveAttribute('data-save', 'out-of-place', { timeout: 20_000 });
  // From here on nothing waits for a look.
  await wall(driver, 4);
  await expect(status).toHaveAttribute('data-save', 'not-saved');
  expect((await driver.status.innerText()).split(gone)).toHaveLength(2);
  const file = path.join(data, 'unsaved.sallyport');
  await driver.exportTo(file, 'Plan file');
  await expect(
    driver.messages.getByText('It holds what the window shows. The plan itself is still not saved'),
  ).toBeVisible();
  expect(await wallsIn(file)).toEqual([2, 4]);
  await driver.exportTo(path.join(data, 'unsaved.pdf'), 'PDF sheet');
  expect(driver.complaints).toEqual([]);
  await answerQuestions(driver, 0);
  await driver.close();
});

test('of a database that another program wrote into nothing is exported, but what the window shows', async () => {
  const { data, driver } = await withWall();
  await driver.key('Control+k');
  await driver.page.keyboard.type('Back up now');
  await driver.page.keyboard.press('Enter');
  await expect(driver.page.getByText('The newest backup is of')).toBeVisible();
  const backups = path.join(data, 'backups');
  const [backup = ''] = readdirSync(backups).filter((name) => name.endsWith('.db'));
  await wall(driver, 6);
  await driver.saved();
  copyFileSync(path.join(backups, backup), inFolder(data));
  const file = path.join(data, 'shown.sallyport');
  await driver.exportTo(file, 'Plan file');
  // What SQLite still remembers may be as good by chance.
  await expect(
    driver.messages.getByText('shown.sallyport was written. It holds what the window shows.', {
      exact: true,
    }),
  ).toBeVisible();
  expect(await wallsIn(file)).toEqual([2, 6]);
  await expect(driver.page.locator('[data-save]')).toContainText(
    'Before you close the window, export the plan as a plan file',
    { timeout: 20_000 },
  );
  writeFileSync(inFolder(data), 'no database'.repeat(999));
  await wall(driver, 8);
  const later = path.join(data, 'later.sallyport');
  await driver.exportTo(later, 'Plan file');
  expect(await wallsIn(later)).toEqual([2, 6, 8]);
  await answerQuestions(driver, 1);
  await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const asked = () => driver.app.evaluate(() => (globalThis as Asked).asked?.join() ?? '');
  await expect.poll(asked).toContain('Keep the plan open to try again, export it as a plan file, or close');
  await answerQuestions(driver, 0);
  await driver.close();
});
