import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('the picture of a camera shows a person, and what hides them', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  await driver.newPlan('Yard');
  await driver.key('w');
  await driver.click({ x: 16, y: 4 });
  await driver.click({ x: 16, y: 16 });
  await driver.key('Escape');
  await driver.key('c');
  await driver.drag({ x: 6, y: 10 }, { x: 12, y: 10 });
  await driver.key('v');
  await driver.click({ x: 6, y: 10 });

  const inspector = page.locator('[data-region=inspector]');
  const person = inspector.getByRole('slider', { name: 'Person in the picture' });
  const seen = inspector.getByRole('group', { name: 'Seen', exact: true });
  const distance = inspector.getByRole('textbox', { name: 'Person at', exact: true });
  await expect(person).toHaveAttribute('aria-valuetext', /10.* m away, straight ahead/);
  await distance.fill('9');
  await distance.press('Enter');
  await expect(seen).toContainText('Whole');
  await expect(inspector.getByRole('group', { name: 'Level there' })).toContainText('O Observe');

  // Ten steps up are five metres farther: behind the wall.
  await person.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(distance).toHaveValue('14.000');
  await expect(seen).toContainText(/Hidden by wall/);
  await expect(inspector.getByRole('group', { name: 'Level there' })).toContainText('the face is hidden');

  // Dragged nearer over the floor, and aside.
  const box = await person.boundingBox();
  if (!box) throw new Error('The picture is not shown.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height * 0.75, { steps: 4 });
  await page.mouse.up();
  await expect(person).toHaveAttribute('aria-valuetext', /to the left/);
  await expect(seen).toContainText('Whole');

  await inspector.getByRole('button', { name: 'Show large' }).click();
  const dialog = page.getByRole('dialog', { name: /^Picture of/ });
  await expect(dialog.getByRole('slider')).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    // Without it a window of its own is asked for, which the program does not give.
    .setLegacyMode()
    .include('[role=dialog]')
    .withTags(tags)
    .analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Identify at 20 m across 4 m: the lens is found and set in one step.
  await inspector.getByRole('button', { name: 'Choose a lens' }).click();
  await expect(inspector.getByText(/^14\.5 mm to /)).toBeVisible();
  await inspector.getByRole('button', { name: 'Set 14.5 mm' }).click();
  const focal = inspector.getByRole('textbox', { name: 'Focal length', exact: true });
  await expect(focal).toHaveValue('14.5');
  await driver.key('Control+z');
  await expect(focal).toHaveValue('2.8');
  const apply = inspector.getByRole('button', { name: /^Apply / }).first();
  const name = ((await apply.getAttribute('aria-label')) ?? '').replace('Apply ', '');
  await apply.click();
  await expect(focal).not.toHaveValue('2.8');
  await expect(inspector.locator('header')).toContainText(name);
  await driver.key('Control+z');
  await expect(focal).toHaveValue('2.8');
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
