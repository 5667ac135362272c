import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

/** What is said to workers comes two seconds later, as to one that is busy with a large plan. */
async function slowWorkers(driver: AppDriver): Promise<void> {
  await driver.page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function late(message: unknown) {
      setTimeout(() => post.call(this, message), 2000);
    };
  });
}

const said = (driver: AppDriver) => driver.status.locator('[data-coverage]');
const isSaid = (driver: AppDriver, state: string) =>
  expect(said(driver)).toHaveAttribute('data-coverage', state, { timeout: 30_000 });

/** The drawing as the person sees it. */
const seen = (driver: AppDriver) => driver.canvas.screenshot();

test('the coverage of the sample site follows what is edited, and says so until it does', async () => {
  test.setTimeout(180_000);
  const driver = await AppDriver.launch(newDataFolder());
  await slowWorkers(driver);
  await driver.page.getByRole('button', { name: 'Open the sample site' }).click();
  await driver.canvas.waitFor();
  await isSaid(driver, 'computing');
  await expect(said(driver)).toHaveText('Coverage: computing…');
  await isSaid(driver, 'current');

  // A camera is moved: its own view goes with it, the field follows.
  await driver.page.getByRole('tab', { name: 'Outline' }).click();
  await driver.page.getByRole('searchbox').fill('C-02');
  await driver.page.locator('tr[data-id^="camera:"]').first().click();
  await isSaid(driver, 'current');
  await driver.canvas.focus();
  await driver.key('ArrowRight');
  await isSaid(driver, 'computing');
  await isSaid(driver, 'current');

  // Undone, what was known is known again.
  await driver.key('Control+z');
  await isSaid(driver, 'current');
  await driver.key('Escape');

  // It lies on the drawing, and is there again at once when it was turned off.
  await driver.settled();
  const covered = await seen(driver);
  await driver.key('F10');
  await expect(said(driver)).toHaveCount(0);
  await driver.settled();
  expect((await seen(driver)).equals(covered)).toBe(false);
  await driver.key('F10');
  await isSaid(driver, 'current');
  await driver.saved();
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
