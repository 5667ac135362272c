import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('what cannot be done now says why: by its key, in the palette, on its button', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page, messages } = driver;
  await driver.newPlan('Harbor depot');

  // A key says it once, however long it is held; the next one takes its place.
  await driver.key('Delete');
  await expect(messages.getByText('Nothing is selected.')).toBeVisible();
  await driver.key('PageUp');
  await expect(messages.getByText('The plan has only one floor.')).toBeVisible();
  await expect(messages.getByText('Nothing is selected.')).toBeHidden();

  // A press on the words of a message is one on the drawing beneath them.
  const box = await messages.getByText('The plan has only one floor.').boundingBox();
  const isOnDrawing = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y)?.closest('[role=status]') === null,
    [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const,
  );
  expect([box !== null, isOnDrawing]).toEqual([true, true]);

  // In the palette it stays listed with its reason; choosing it says so and closes nothing.
  await driver.key('Control+k');
  const palette = page.getByRole('dialog', { name: 'Run a command…' });
  await page.keyboard.type('cut');
  const cut = palette.getByRole('option', { name: /Cut/ });
  await expect(cut).toHaveAttribute('aria-disabled', 'true');
  await expect(cut).toContainText('Nothing is selected.');
  await expect(palette.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(palette.getByRole('alert')).toHaveText('▲ Nothing is selected.');
  await page.keyboard.type('s');
  await expect(palette.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');

  // A button of the tool bar keeps its place among the others, and is described by the reason.
  const calibrate = page.getByRole('button', { name: 'Calibrate a picture' });
  await expect(calibrate).toHaveAccessibleDescription('This floor has no picture.');
  // What was pressed last were keys: the pointer counts once it moves.
  await page.mouse.move(300, 300);
  await calibrate.hover();
  await expect(page.getByRole('tooltip')).toContainText('This floor has no picture.');
  await calibrate.click({ force: true });
  await expect(calibrate).toHaveAttribute('aria-pressed', 'false');
  const move = page.getByRole('button', { name: 'Move the selection to the active layer' });
  await page.getByRole('tab', { name: 'Layers' }).click();
  await expect(move).toHaveAccessibleDescription('Nothing is selected.');
  await driver.key('p');
  await driver.click({ x: 3, y: 3 });
  await driver.status.getByText('1 selected', { exact: true }).waitFor();
  await expect(move).toHaveAccessibleDescription('');
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
