import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import { folderOfThisRun } from '../../scripts/driver/folder-of-this-run.ts';

/** Presses keys one after the other; `Tab*3` means three times. */
async function press({ page }: AppDriver, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [name = '', times = '1'] = key.split('*');
    for (let time = 0; time < Number(times); time++) await page.keyboard.press(name);
  }
}

test('a room is drawn, a camera placed, found and named, and a PDF exported without a pointer', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  // The first site: its button is reached with Tab, its dialog with Enter.
  await expect(async () => {
    await press(driver, 'Tab');
    await expect(page.locator(':focus')).toHaveText('New site', { timeout: 200 });
  }).toPass();
  await press(driver, 'Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Harbor depot');
  await press(driver, 'Enter');
  await driver.canvas.waitFor();
  await driver.settled();

  // F6 brings the focus to the drawing; the palette puts the cursor on a place.
  await press(driver, 'F6');
  await expect(driver.canvas).toBeFocused();
  await press(driver, 'w', 'Control+k');
  await page.keyboard.type('10, 10');
  await press(driver, 'Enter');
  await expect(page.locator('[data-cursor]')).toBeVisible();
  await expect(driver.canvas).toBeFocused();
  await press(driver, ' ', 'ArrowRight*6', ' ', 'ArrowUp*4', ' ', 'ArrowLeft*6', ' ', 'ArrowDown*4', ' ');
  await press(driver, 'Escape', 'c', 'ArrowRight*3', 'ArrowUp*2', 'Enter');
  await press(driver, 'Escape', 'Escape');
  await driver.saved();
  await expect(driver.status).not.toContainText('selected');

  // Tab finds the camera under the cursor and says so; then come the walls.
  await press(driver, 'Tab');
  await expect(driver.spoken('Camera C-01, here, proposed')).toBeAttached();
  await press(driver, 'Tab');
  await expect(driver.spoken(/^Wall 6\.00 m, 1\.9 m (south|north), existing$/)).toBeAttached();
  await press(driver, 'Shift+Tab');
  // The fields of the camera take the place of those of the wall; nobody is in them before.
  await expect(page.locator('[data-region=inspector]').getByRole('heading', { name: 'C-01' })).toBeVisible();
  await press(driver, 'Shift+F6', 'F6', 'F6');
  await expect(page.locator('[data-region=inspector] :focus')).toBeVisible();

  const file = path.join(folderOfThisRun('sallyport-'), 'room.pdf');
  await driver.answerDialogs({ save: file });
  await press(driver, 'Control+p');
  await expect(driver.messages.getByText('room.pdf was written.')).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  await press(driver, 'F6');
  await press(driver, 'Control+k');
  await page.keyboard.type('kind:wall');
  await press(driver, 'Enter');
  await expect(driver.status).toContainText('4 selected');
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
