import { allRecords } from '../../../core/plan/plan.ts';
import { openReference } from '../../bench/open-plan.ts';
import type { Attack } from '../attack.ts';
import { busyMs, keyToPaint, pageProcess, plainPass } from './whole-plan/in-window.ts';

const RUNS = 3;
/** How many times as long as a plain pass over all records an edit of them may keep the window before it is seen. */
const MOST_PASSES = 6;

const keys = { 'an arrow key': { key: 'ArrowRight' }, undo: { key: 'z', ctrlKey: true } } as const;

const middle = (times: readonly number[]) =>
  times.toSorted((first, second) => first - second)[Math.floor(times.length / 2)] ?? Number.NaN;

/**
 * Moves all of a campus plan at once and takes it back: what the window works until that is painted, against
 * a pass that copies and shifts every record.
 */
export const wholePlan: Attack = {
  name: 'whole-plan',
  forms: ['long'],
  failedOn: null,
  run: async ({ tried, failed }) => {
    const { driver, plan } = await openReference('campus');
    const { page } = driver;
    const main = await pageProcess(driver);
    const busy = async (work: () => Promise<unknown>): Promise<number> => {
      const before = busyMs(main);
      await work();
      return busyMs(main) - before;
    };
    await page.evaluate((records) => Object.assign(globalThis, { plainRecords: records }), [
      ...allRecords(plan),
    ] as unknown[]);
    await driver.key('Control+a');
    await driver.settled();
    const passes: number[] = [];
    const taken = { 'an arrow key': [] as number[], undo: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      for (const name of ['an arrow key', 'undo'] as const) {
        passes.push(await busy(() => page.evaluate(plainPass)));
        taken[name].push(await busy(() => page.evaluate(keyToPaint, keys[name])));
        await page.waitForFunction(() => document.querySelector('[data-save=saved]'), null, {
          timeout: 120_000,
        });
        // Two nudges within a second are one step.
        await page.waitForTimeout(1100);
      }
    }
    for (const [name, times] of Object.entries(taken)) {
      tried();
      const ratio = middle(times) / middle(passes);
      if (ratio > MOST_PASSES)
        failed(`${name} on all of the campus plan is seen after ${ratio.toFixed(1)} plain passes`);
    }
    await driver.close();
  },
};
