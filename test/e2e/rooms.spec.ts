import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('rooms follow their walls, and the window says which no longer do', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  await driver.newPlan('Annex');
  await driver.key('w');
  for (const [x, y] of [
    [2, 2],
    [12, 2],
    [12, 8],
    [2, 8],
    [2, 2],
  ] as const)
    await driver.click({ x, y });
  await driver.key('Escape');
  await driver.key('w');
  for (const y of [2, 8]) await driver.click({ x: 6, y });
  await driver.key('Escape');
  await driver.key('v');
  await driver.key('Shift+U');
  await expect(driver.status).toContainText('2 selected');

  // The wall between them goes; both keep what they had, and that is said.
  await driver.key('Escape');
  await driver.click({ x: 6, y: 4 });
  await expect(driver.status).toContainText('1 selected');
  await driver.key('Delete');
  await expect(driver.messages).toContainText('2 areas keep their outlines and no longer follow their walls');
  await driver.click({ x: 4, y: 6 });
  await expect(driver.status).toContainText('1 selected');
  const outline = driver.page.getByText(/^(Follows its walls|As drawn)$/);
  await expect(outline).toHaveText('As drawn');
  await driver.key('Control+z');
  await driver.key('Escape');
  await driver.click({ x: 4, y: 6 });
  await expect(outline).toHaveText('Follows its walls');
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
