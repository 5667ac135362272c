import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

const pages = (file: string) => execFileSync('pdfinfo', ['-l', '9', file], { encoding: 'utf8' });

test('sheets are made, framed on the drawing, changed, and issued one by one or all together', async () => {
  const data = newDataFolder();
  const driver = await AppDriver.launch(data);
  const { page } = driver;
  await page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await driver.settled();
  const inspector = page.locator('[data-region=inspector]');
  const title = inspector.getByRole('heading', { level: 2 });
  const centre = inspector.getByRole('textbox', { name: 'Centre x' });

  // Chosen from the top bar it is framed; its fields show while nothing is selected.
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  await page.getByRole('menuitem', { name: 'S-02 Ground floor security' }).click();
  await expect(title).toHaveText('S-02 Ground floor security');
  const label = page.getByText('S-02 · 1:100 · A2', { exact: true });
  await expect(label).toBeVisible();
  await inspector.getByRole('textbox', { name: 'Scale' }).fill('1:0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A scale lies between 1:1 and 1:1,000,000.')).toBeVisible();
  await inspector.getByRole('textbox', { name: 'Scale' }).fill('1:250');
  await page.keyboard.press('Enter');
  await inspector.getByRole('button', { name: 'A2 Paper' }).click();
  await page.getByRole('option', { name: 'A4', exact: true }).click();
  await expect(page.getByText('S-02 · 1:250 · A4', { exact: true })).toBeVisible();

  // The label moves the frame; undo brings it back.
  await expect(centre).toHaveValue('30.000');
  const box = await page.getByText('S-02 · 1:250 · A4', { exact: true }).boundingBox();
  if (!box) throw new Error('The frame has no label.');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect(centre).not.toHaveValue('30.000');
  await driver.key('Control+z');
  await expect(centre).toHaveValue('30.000');

  // So does a press anywhere in it with the tool, from click to click.
  await driver.key('Shift+F5');
  await expect(page.getByText('Drag the frame of the sheet to move it', { exact: false })).toBeVisible();
  await page.mouse.click(box.x + 60, box.y + 80);
  await page.mouse.move(box.x + 100, box.y + 80, { steps: 4 });
  await page.mouse.click(box.x + 120, box.y + 80);
  await expect(centre).not.toHaveValue('30.000');
  await driver.key('Control+z');
  await expect(centre).toHaveValue('30.000');

  await driver.exportTo(path.join(data, 'sheet.pdf'), 'PDF sheet');
  expect(pages(path.join(data, 'sheet.pdf'))).toMatch(/Page +1 size: +841\.89 x 595.2\d+ pts/);
  await driver.key('F5');
  await expect(title).toHaveText('S-03 Lighting, alarms and patrols');
  await inspector.getByRole('button', { name: 'Duplicate this sheet' }).click();
  await expect(title).toHaveText('S-04 Lighting, alarms and patrols');
  await driver.exportTo(path.join(data, 'set.pdf'), 'PDF of all 4 sheets');
  expect(pages(path.join(data, 'set.pdf'))).toMatch(/Pages: +4\n/);
  await inspector.getByRole('button', { name: 'Delete this sheet' }).click();
  await expect(inspector.getByText('Settings of the whole plan')).toBeVisible();
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});

test('the first sheet of a plan is made of what the window shows', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  await driver.newPlan('Depot');
  await page.getByRole('button', { name: 'Issue layout' }).click();
  await expect(page.getByText(/^.+, as shown here, to fit A3$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await driver.key('Control+k');
  await page.keyboard.type('new sheet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'S-01 Security layout' })).toBeVisible();
  await page.getByRole('button', { name: 'Issue layout' }).click();
  await expect(page.getByText(/^Sheet S-01, .+, 1:\d+ on A3$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await driver.key('Control+z');
  await expect(page.getByRole('button', { name: 'Sheet', exact: true })).toBeVisible();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
