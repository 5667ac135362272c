import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

/** What axe finds in the panel at the left. */
async function violations({ page }: AppDriver): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('[data-region=panels]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id }) => id);
}

const records = ({ status }: AppDriver) => status.getByText(/^\d+ records$/);

test('a template is placed by keyboard as one undo step', async () => {
  const first = await AppDriver.launch(newDataFolder());
  const { page } = first;
  await first.newPlan('Harbor depot');
  await first.key('Shift+B');
  await expect(page.getByRole('row', { name: 'Office floor' })).toBeVisible();
  expect(await violations(first)).toEqual([]);
  await page.getByRole('row', { name: 'Screening checkpoint' }).click();
  await first.key('ArrowRight');
  await first.key('Space');
  await first.key('Space');
  await expect(first.status).toContainText('23 selected');
  await first.key('Control+z');
  await expect(records(first)).toHaveText('0 records');
  expect(first.complaints).toEqual([]);
  await first.close();
});

test('a selection is kept as a template, renamed, and placed after a restart', async () => {
  const data = newDataFolder();
  const first = await AppDriver.launch(data);
  const { page } = first;
  await first.newPlan('Harbor depot');
  await first.key('Shift+B');
  await page.getByRole('row', { name: 'Screening checkpoint' }).click();
  await first.click({ x: 25, y: 15 });
  await first.key('v');
  await first.key('Control+k');
  await page.keyboard.type('Save selection as template');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name', { exact: true }).last().fill('Our lane');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Our lane' })).toBeVisible();
  await page.getByRole('button', { name: 'Rename template: Our lane' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Main lane');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Main lane' })).toBeVisible();
  await first.saved();
  expect(first.complaints).toEqual([]);
  await first.close();

  const second = await AppDriver.launch(data);
  await second.openPlan('Security layout');
  await second.page.getByRole('radio', { name: 'Templates' }).click();
  await second.page.getByRole('row', { name: 'Main lane' }).click();
  await second.click({ x: 27, y: 16 });
  await expect(second.status).toContainText('23 selected');
  await second.page.getByRole('button', { name: 'Remove template: Main lane' }).click();
  await expect(second.page.getByRole('row', { name: 'Main lane' })).toHaveCount(0);
  await second.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(second.page.getByRole('row', { name: 'Main lane' })).toBeVisible();
  expect(second.complaints).toEqual([]);
  await second.close();
});

test('the catalogue begins with what was used last and with favourites, also after a restart', async () => {
  const data = newDataFolder();
  const first = await AppDriver.launch(data);
  await first.newPlan('Harbor depot');
  await first.page.getByRole('row', { name: 'Boulders, embedded', exact: true }).click();
  await first.page.getByRole('row', { name: 'Trench', exact: true }).getByRole('button').click();
  expect(await violations(first)).toEqual([]);
  await first.close();
  const second = await AppDriver.launch(data);
  await second.openPlan('Security layout');
  const rows = second.page.getByRole('grid', { name: 'Catalogue' }).getByRole('row');
  await expect(rows.nth(1)).toHaveAccessibleName('Boulders, embedded, used last');
  await expect(rows.nth(3)).toHaveAccessibleName('Trench, favourite');
  expect(second.complaints).toEqual([]);
  await second.close();
});
