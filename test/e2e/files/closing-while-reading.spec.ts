import { expect, test } from '@playwright/test';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { writePlanFile } from '../../../scripts/attack/hostile/plan-window.ts';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';

test('the window stays open while a file is read, and closes once that is cancelled', async () => {
  const data = newDataFolder();
  const file = await writePlanFile(data, referencePlan('stress', 1).plan, 'Large');
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  await driver.answerDialogs({ open: file });
  await page.getByRole('button', { name: 'Import a plan file' }).click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.waitFor();
  await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(driver.messages.getByText('A file is still being read.')).toBeVisible();
  await cancel.click();
  await expect(cancel).toBeHidden();
  await driver.close();
});
