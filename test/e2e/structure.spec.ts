import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('floors, layers, states and groups are worked by keys and panels', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  await driver.newPlan('Harbor depot');
  const status = page.locator('[data-region=status]');

  await driver.key('w');
  for (const x of [2, 12]) await driver.click({ x, y: 5 });
  await driver.key('Escape');
  await driver.key('c');
  for (const x of [4, 8]) await driver.click({ x, y: 9 });
  await driver.key('v');

  // The whole floor goes to a new one, which is shown then.
  await page.getByRole('tab', { name: 'Floors' }).click();
  await page.getByRole('button', { name: 'Add a floor' }).click();
  // A press on the name of a floor shows it.
  await page.locator('[data-row] input').last().click();
  await expect(status).toContainText('Floor Site');
  await driver.key('Control+a');
  await driver.key('Control+Shift+C');
  await page.getByRole('dialog').waitFor();
  // The dialog has the keys: today is not switched to behind it, and Enter takes the floor.
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  await expect(status).toContainText('Floor Floor 1');
  await expect(status).toContainText('3 selected');
  await driver.key('Control+z');
  await driver.key('PageDown');

  // What is proposed is not there today.
  await driver.key('Control+a');
  await expect(status).toContainText('3 selected');
  await driver.key('Alt+3');
  await driver.key('F2');
  await driver.key('Control+a');
  await expect(status).not.toContainText('selected');
  await driver.key('F4');

  // A group is named, entered and left.
  await driver.key('Control+a');
  await driver.key('Control+g');
  const inspector = page.locator('[data-region=inspector]');
  await inspector.getByLabel('Name').fill('Entrance');
  await page.keyboard.press('Enter');
  const at = await driver.toScreen({ x: 7, y: 5 });
  await page.mouse.dblclick(at.x, at.y);
  await expect(page.getByText('Inside Entrance')).toBeVisible();
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(page.getByText('Inside Entrance')).toBeHidden();

  // One layer alone, and from row to row by the arrow keys.
  await page.getByRole('tab', { name: 'Layers' }).click();
  await page.getByRole('button', { name: 'Add a layer' }).click();
  await driver.key('Escape');
  await driver.key('Shift+I');
  await expect(
    page.locator('[data-region=panels]').getByText('Shift I brings the others back.'),
  ).toBeVisible();
  await driver.key('Control+a');
  await expect(status).not.toContainText('selected');
  await driver.key('Shift+I');
  const names = page.getByLabel('Name of the layer');
  await names.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(names.nth(1)).toBeFocused();

  // Notes are taken on leaving the field, and undone as one edit.
  const notes = page.locator('[data-region=panels]').getByLabel('Notes');
  await notes.fill('To be confirmed by the site.');
  await driver.canvas.focus();
  await driver.saved();
  await driver.key('Control+z');
  await expect(notes).toHaveValue('');
  await driver.key('Control+y');
  await expect(notes).toHaveValue('To be confirmed by the site.');

  expect(driver.complaints).toEqual([]);
  await driver.close();
});
