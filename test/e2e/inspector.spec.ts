import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

const [first, second] = [
  { x: 10, y: 10 },
  { x: 20, y: 10 },
] as const;

test('what is typed for a record stays with it when another of its kind is selected', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  await driver.newPlan('Fields');
  await driver.key('p');
  for (const at of [first, second]) await driver.click(at);
  await driver.key('v');
  const tag = page.getByRole('textbox', { name: 'Tag', exact: true });
  const by = page.getByRole('textbox', { name: 'Recorded by', exact: true });
  const x = page.getByRole('textbox', { name: /^Position x/ });

  // A text and a number, each left by a press on the other post: neither reaches that one.
  await driver.click(first);
  await expect(tag).toHaveValue('GP-1');
  await by.fill('A. Reed');
  await driver.click(second);
  await expect(tag).toHaveValue('GP-2');
  await expect(by).toHaveValue('');
  await x.fill('24');
  await driver.click(first);
  await expect(by).toHaveValue('A. Reed');
  await expect(x).toHaveValue('10.000');

  // What was refused goes with the record it was typed for; Escape and undo bring values back.
  await x.fill('ten');
  await page.keyboard.press('Enter');
  await expect(x).toHaveAttribute('aria-invalid', 'true');
  await driver.click({ x: 24, y: 10 });
  await expect(tag).toHaveValue('GP-2');
  await expect(x).toHaveValue('24.000');
  await expect(x).not.toHaveAttribute('aria-invalid', 'true');
  await by.fill('B. Moss');
  await page.keyboard.press('Escape');
  await expect(by).toHaveValue('');
  await by.fill('B. Moss');
  await page.keyboard.press('Enter');
  await expect(by).toHaveValue('B. Moss');
  await driver.key('Control+z');
  await expect(by).toHaveValue('');

  // A paragraph is kept by Escape, which leads back to the drawing: the next letter is a tool again.
  const notes = page.getByRole('textbox', { name: 'Notes', exact: true });
  await notes.fill('Two guards by day.\nOne by night.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('application')).toBeFocused();
  await expect(notes).toHaveValue('Two guards by day.\nOne by night.');
  await driver.key('Control+z');
  await expect(notes).toHaveValue('');
  await driver.key('Control+y');
  await expect(notes).toHaveValue('Two guards by day.\nOne by night.');
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
