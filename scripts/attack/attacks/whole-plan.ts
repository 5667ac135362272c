import { MOST_PASSES, massTimes } from '../../bench/mass.ts';
import { openReference } from '../../bench/open-plan.ts';
import { median } from '../../bench/result.ts';
import type { AppDriver } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { longestTask, noiseOfPage, watchTasks } from '../hostile/in-page.ts';

const RUNS = 3;
/** What no edit of everything may keep the window from answering for. */
const HANG_MS = 2000;

const edits: Readonly<Record<string, (driver: AppDriver) => Promise<void>>> = {
  'the state of all': (driver) => driver.key('Alt+2'),
  'the notes of all': async (driver) => {
    await driver.page.getByRole('textbox', { name: 'Notes' }).fill('Seen.');
    await driver.canvas.focus();
  },
  'the layer of all': async ({ page }) => {
    await page.getByRole('button', { name: 'Layer', exact: false }).last().click();
    await page.getByRole('option').last().click();
  },
  'a copy of all': (driver) => driver.key('Control+d'),
  'deleting all': async (driver) => {
    await driver.key('Control+a');
    await driver.key('Delete');
  },
};

/**
 * Moves all of a campus plan at once, and takes it back and forth: how long each takes until it is seen,
 * against a pass that copies and shifts every record. Then changes, copies and deletes all of it.
 */
export const wholePlan: Attack = {
  name: 'whole-plan',
  forms: ['long'],
  failedOn: '59a65ef',
  run: async (attack) => {
    const { tried, failed } = attack;
    const opened = await openReference('campus');
    const { pass, ...edits } = await massTimes(opened, RUNS);
    for (const [name, times] of Object.entries(edits)) {
      tried(times.length);
      const ratio = median(times) / median(pass);
      if (ratio > MOST_PASSES)
        failed(`${name} on all of the campus plan is seen after ${ratio.toFixed(1)} plain passes`);
    }
    await editAll(opened.driver, attack);
    if (opened.driver.complaints.length > 0) failed(`the window complained: ${opened.driver.complaints[0]}`);
    await opened.driver.close();
  },
};

/** Each edit of everything that is selected, by its longest task. */
async function editAll(driver: AppDriver, { tried, failed }: AttackRun): Promise<void> {
  const { page } = driver;
  await page.evaluate(watchTasks);
  await driver.key('Control+a');
  await driver.saved(60_000);
  for (const [name, edit] of Object.entries(edits)) {
    tried();
    const noise = await page.evaluate(noiseOfPage);
    await page.evaluate(longestTask);
    await edit(driver);
    await driver.settled();
    await driver.saved(60_000);
    const longestMs = await page.evaluate(longestTask);
    if (longestMs > HANG_MS * noise)
      failed(
        `${name} of the campus plan: ${longestMs} ms at a stretch, on a machine ${noise.toFixed(1)} times slower`,
      );
  }
}
