import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('cameras are suggested for a zone, shown, accepted one by one and taken back', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  const command = async (words: string) => {
    await driver.key('Control+k');
    const palette = page.getByRole('dialog', { name: 'Run a command…' });
    await expect(palette).toBeVisible();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
  };
  await driver.newPlan('Yard');
  await driver.key('w');
  for (const [x, y] of [
    [2, 2],
    [22, 2],
    [22, 14],
    [2, 14],
    [2, 2],
  ] as const)
    await driver.click({ x, y });
  await driver.key('Escape');
  await driver.key('z');
  for (const [x, y] of [
    [4, 4],
    [20, 4],
    [20, 12],
    [4, 12],
  ] as const)
    await driver.click({ x, y });
  await driver.key('Enter');
  await driver.key('v');
  await driver.click({ x: 12, y: 4 });
  await expect(driver.status).toContainText('1 selected');

  await command('Suggest cameras');
  const form = page.getByRole('dialog', { name: 'Suggest cameras' });
  await form.getByRole('button', { name: 'Suggest', exact: true }).click();
  const panel = page.getByRole('region', { name: /^Suggested cameras for/ });
  const accept = panel.getByRole('button', { name: 'Accept camera 1' });
  await expect(accept).toBeEnabled({ timeout: 60_000 });
  await expect(panel).toContainText('% of the zone is covered');
  await expect(panel).toContainText('Doors and windows are not left out of walls.');
  await accept.click();
  await expect(accept).toBeDisabled();
  await expect(panel).not.toContainText('has been changed since');
  await driver.saved();
  // One step of its own.
  await driver.key('Control+z');
  await expect(panel).toContainText('has been changed since');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();

  // The way out of the search.
  await driver.click({ x: 12, y: 4 });
  await command('Suggest cameras');
  await form.getByRole('button', { name: 'Suggest', exact: true }).click();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel).toBeHidden();
  await expect(driver.messages).toContainText('No cameras were suggested: cancelled.');
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
