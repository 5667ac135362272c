import { writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

/** A table as a spreadsheet saves it: with a mark at its start, inches, a formula, and a row that is no camera. */
const table = [
  '\ufeffmaker,model,type,resolution,focal length mm,sensor width inch,horizontal angle °,IR range ft',
  'Harbor,H-1,fixed,1920x1080,4,0.22,84,100',
  'Harbor,H-2,fixed,1920x1080,=2+2,,84,',
].join('\r\n');

const profile = {
  sallyport: 'level-profile',
  version: 1,
  id: 'gates',
  title: 'Directive 12, gates',
  source: 'Directive 12, annex B',
  levels: [{ key: 'plate', name: 'Read a plate', letter: 'P', pixels: 130, across: 0.52 }],
};

const catalogueOf = ({ page }: AppDriver) => page.getByRole('dialog', { name: 'Camera catalogue' });
const inspectorOf = ({ page }: AppDriver) => page.locator('[data-region=inspector]');
const fieldOf = ({ page }: AppDriver, name: string) => page.getByRole('textbox', { name, exact: true });

/** A varifocal model of a maker is placed at a focal length of its lens, and its angles follow that. */
async function place(driver: AppDriver): Promise<void> {
  const { page } = driver;
  const dialog = catalogueOf(driver);
  await page.getByRole('button', { name: 'Camera catalogue…' }).click();
  await dialog.getByRole('searchbox').fill('axis p3287');
  await dialog.getByRole('row', { name: 'Axis P3287-LVE' }).click();
  await expect(dialog).toContainText('data sheet');
  await dialog.getByLabel('Set to').fill('20');
  await expect(dialog).toContainText('The lens goes from 3 to 8.5 mm');
  await dialog.getByLabel('Set to').fill('6');
  const found = await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Place it' }).click();
  await driver.click({ x: 10, y: 10 });
  await driver.key('v');
  await driver.click({ x: 10, y: 10 });
  await expect(page.getByText('Axis P3287-LVE').first()).toBeVisible();
  await expect(fieldOf(driver, 'Focal length')).toHaveValue('6');
  await expect(fieldOf(driver, 'Least light')).toHaveValue('0.1');
  const across = await fieldOf(driver, 'View across').inputValue();
  await fieldOf(driver, 'Focal length').fill('8.5');
  await page.keyboard.press('Enter');
  await expect(fieldOf(driver, 'View across')).toHaveValue('34.0');
  await driver.key('Control+z');
  await expect(fieldOf(driver, 'View across')).toHaveValue(across);
}

/** Another one is taken by the record as one step, what it does not state is said; a preset counts and is one step. */
async function take(driver: AppDriver): Promise<void> {
  const { page } = driver;
  const dialog = catalogueOf(driver);
  const inspector = inspectorOf(driver);
  await inspector.getByRole('button', { name: 'Camera catalogue…' }).click();
  await dialog.getByRole('searchbox').fill('pan tilt 1a-340');
  await dialog.getByRole('row', { name: /Mx-SD1A-340-IR/ }).click();
  await expect(dialog).toContainText('not stated');
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(inspector).toContainText('Coverage counts its reach');

  await inspector.getByRole('button', { name: 'Add a preset' }).click();
  await fieldOf(driver, 'Name of preset 1').fill('Gate');
  await page.keyboard.press('Enter');
  await expect(inspector).toContainText('Coverage counts its presets (1)');
  await driver.key('Control+z');
  await expect(fieldOf(driver, 'Name of preset 1')).toHaveValue('Preset 1');
  await driver.key('Control+z');
  await expect(inspector).toContainText('Coverage counts its reach');
  await driver.key('Control+z');
  await expect(inspector).toContainText('Axis P3287-LVE');
}

/** A table comes in with what has to be said of it; one of its cameras is changed. */
async function bringIn(driver: AppDriver, file: string): Promise<void> {
  const { page } = driver;
  const dialog = catalogueOf(driver);
  await driver.answerDialogs({ open: file });
  await inspectorOf(driver).getByRole('button', { name: 'Camera catalogue…' }).click();
  await dialog.getByRole('button', { name: 'Import CSV…' }).click();
  await expect(dialog).toContainText('One camera of cameras.csv is among your own now.');
  await expect(dialog).toContainText('1 camera read; 1 row was left out.');
  await dialog.getByRole('searchbox').fill('harbor');
  await dialog.getByRole('row', { name: 'Harbor H-1' }).click();
  await expect(dialog).toContainText('30.48 m');
  await dialog.getByRole('button', { name: 'Edit…' }).click();
  const form = page.getByRole('dialog', { name: 'Edit a camera' });
  await form.getByLabel('Focal length mm', { exact: true }).fill('four');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('It cannot be kept');
  await form.getByLabel('Focal length mm', { exact: true }).fill('4.5');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('4.5 mm');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** The levels of an agency are in the plan and chosen by one step. */
async function choose(driver: AppDriver, file: string): Promise<void> {
  const inspector = inspectorOf(driver);
  await driver.key('Escape');
  await driver.answerDialogs({ open: file });
  await inspector.getByRole('button', { name: 'Import a level profile…' }).click();
  await expect(inspector.getByRole('cell', { name: 'Read a plate' })).toBeVisible();
  await expect(inspector).toContainText('Directive 12, annex B');
  await driver.key('Control+z');
  await expect(inspector.getByRole('cell', { name: 'Identify' })).toBeVisible();
}

test('cameras of the catalogue are placed, taken and brought in; levels of an agency are chosen', async () => {
  const data = newDataFolder();
  const files = { table: path.join(data, 'cameras.csv'), levels: path.join(data, 'gates.json') };
  const driver = await AppDriver.launch(data);
  writeFileSync(files.table, table);
  writeFileSync(files.levels, JSON.stringify(profile));
  await driver.newPlan('Harbor depot');
  await place(driver);
  await take(driver);
  await bringIn(driver, files.table);
  await choose(driver, files.levels);
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();

  const again = await AppDriver.launch(data);
  await again.openPlan('Security layout');
  await again.page.getByRole('searchbox').first().fill('H-1');
  await expect(again.page.getByRole('row', { name: 'H-1' })).toBeVisible();
  expect(again.complaints).toEqual([]);
  await again.close();
});
