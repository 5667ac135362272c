import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

const room = [
  { x: 5, y: 5 },
  { x: 25, y: 5 },
  { x: 25, y: 20 },
  { x: 5, y: 20 },
  { x: 5, y: 5 },
];

async function wallThrough(driver: AppDriver, points: readonly { x: number; y: number }[]): Promise<void> {
  await driver.key('w');
  for (const point of points) await driver.click(point);
  await driver.key('Enter');
  await driver.key('v');
}

test('distances are typed during a drag, after a nudge and with Alt; corners come and go; a path is measured', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  await driver.newPlan('Exact');
  await wallThrough(driver, room);
  await wallThrough(driver, [
    { x: 12, y: 5 },
    { x: 12, y: 20 },
  ]);
  const start = page.getByRole('textbox', { name: /^Start/ }).first();

  // Tab in the middle of a drag leads into the figure; Enter ends the drag there.
  await driver.move({ x: 12, y: 14 });
  await page.mouse.down();
  await driver.move({ x: 13, y: 14 });
  await driver.move({ x: 14, y: 14 });
  await expect(page.locator('[data-distance]')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await page.keyboard.type('380cm');
  await page.keyboard.press('Enter');
  await page.mouse.up();
  await expect(start).toHaveValue('8.800');
  await expect(driver.canvas).toBeFocused();

  // Arrow keys show the same figures; a click on one types it, and Escape lets go of it.
  await page.keyboard.press('ArrowRight');
  await expect(driver.spoken('Distance to the left 3.900 m, Distance to the right 16.100 m')).toBeAttached();
  await page.getByRole('button', { name: 'Distance to the right, 16.100 m' }).click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(start).toHaveValue('15.000');

  // Alt over another record shows the way to it; what is typed stays when the key is let go.
  await page.keyboard.press('Escape');
  await driver.move({ x: 25, y: 10 });
  await page.keyboard.down('Alt');
  await page.getByRole('button', { name: 'Distance to the right, 10.000 m' }).click();
  await page.keyboard.up('Alt');
  await page.keyboard.type('26\'3"');
  await page.keyboard.press('Enter');
  await expect(start).toHaveValue('16.999');

  // A double click on a side makes a corner; Delete takes it away, and its record stays.
  await page.keyboard.press('Escape');
  await driver.key('a');
  for (const [x, y] of [
    [6, 7],
    [11, 7],
    [11, 12],
    [6, 12],
  ] as const)
    await driver.click({ x, y });
  await driver.key('Enter');
  await driver.key('v');
  const side = await driver.toScreen({ x: 9, y: 12 });
  await page.mouse.dblclick(side.x, side.y);
  await expect(driver.spoken(/^Corner \d of 5, 9\.000 m, 12\.000 m$/)).toBeAttached();
  await driver.key('Delete');
  await expect(driver.spoken(/^Corner \d of 4, /)).toBeAttached();
  await driver.key('.');
  await driver.key('Insert');
  await expect(driver.spoken(/^Corner \d of 5, /)).toBeAttached();
  await driver.key('Escape');

  // M twice measures a path, and Ctrl C copies its figure.
  await driver.key('m');
  await driver.key('m');
  for (const point of room.slice(0, 3)) await driver.click(point);
  await driver.key('Enter');
  await expect(driver.spoken('Length 35.000 m · 2 parts')).toBeAttached();
  await driver.key('Control+c');
  await expect(driver.messages.getByText('35.000 m is on the clipboard.')).toBeVisible();
  expect(driver.complaints).toEqual([]);
  await driver.app.close();
});
