import { statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Bridge } from '../../../core/contract/contract.ts';
import { allRecords, getRecord, kindOf, type Plan, recordCount } from '../../../core/plan/plan.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import { AppDriver, newDataFolder } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { longestTasks, watchTasks } from '../hostile/longest-tasks.ts';
import { made, many, onGround } from '../hostile/named-plans.ts';
import { writePlanFile } from '../hostile/plan-window.ts';
import { planIn } from '../stored/plan-in.ts';

const LONG_MS = 300_000;
/** Records of every plan besides those that it is made for: its settings, a floor and a layer. */
const GROUND = 3;
const FENCE = 20_000;
/** Longest task of main while it does what takes the whole plan. */
const MOST_MAIN_MS = 50;

/** A post can still be placed in each; one record more would be refused. */
const largest = [
  {
    name: 'as many records as a plan may have',
    make: () =>
      onGround(
        many(planLimits.records - GROUND - 1, (index) =>
          made('post', index + 1, {
            at: { x: (index % 600) * 3, y: Math.floor(index / 600) * 3 },
            tag: `GP-${index}`,
          }),
        ),
      ),
  },
  {
    name: 'as many corners as a plan may have',
    make: () =>
      onGround(
        many(planLimits.corners / FENCE - 1, (index) =>
          made('fence', index + 1, {
            path: Array.from({ length: FENCE }, (_, corner) => ({
              x: corner * 0.117,
              y: index * 5 + (corner % 7) * 0.333,
            })),
          }),
        ),
      ),
  },
];

/** The first record of a plan that another one has not as it is, but for its settings, which hold its name. */
function differingIn(plan: Plan, other: Plan): string | null {
  for (const record of allRecords(plan)) {
    if (kindOf(record.id) === 'settings') continue;
    if (!isDeepStrictEqual(getRecord(other, record.id), record)) return record.id;
  }
  return null;
}

/** Reads the file of a plan in the window and waits until it is drawn. */
async function receive(driver: AppDriver, file: string): Promise<void> {
  await driver.answerDialogs({ open: file });
  await driver.page.getByRole('button', { name: 'Import a plan file' }).click();
  await driver.page.locator('[role=application][data-scale]').waitFor({ timeout: LONG_MS });
  await driver.settled();
}

/** What takes the whole plan is asked for while the tasks of main are watched. */
async function holdsNobodyUp(driver: AppDriver, { tried, failed }: Pick<AttackRun, 'tried' | 'failed'>) {
  await watchTasks(driver);
  for (const method of ['plans.rename', 'plans.duplicate'] as const) {
    await longestTasks(driver);
    const problem = await driver.page.evaluate(async (asked) => {
      const { sallyport } = window as unknown as { readonly sallyport: Bridge };
      const sites = await sallyport['sites.list']({});
      const plan = sites.ok ? sites.value[0]?.plans[0] : undefined;
      if (!plan) return 'no plan is listed';
      const answer = await sallyport[asked]({ planId: plan.id, name: plan.name });
      return answer.ok ? null : answer.error.message;
    }, method);
    tried();
    if (problem !== null) failed(`${method}: ${problem}`);
    const { main } = await longestTasks(driver);
    if (main > MOST_MAIN_MS) failed(`${method} held main for ${Math.round(main)} ms`);
  }
}

async function goRound(plan: Plan, name: string, { tried, failed }: AttackRun): Promise<void> {
  const data = newDataFolder();
  const file = await writePlanFile(data, plan, name);
  const driver = await AppDriver.launch(data);
  driver.page.setDefaultTimeout(LONG_MS);
  await receive(driver, file);
  tried();
  await driver.key('p');
  const box = await driver.canvas.boundingBox();
  if (box) await driver.page.mouse.click(box.x + 60, box.y + 60);
  await driver.key('Escape');
  await driver.saved(LONG_MS);
  tried();
  await holdsNobodyUp(driver, { tried, failed: (what) => failed(`${name}: ${what}`) });
  const out = path.join(data, 'out.sallyport');
  await longestTasks(driver);
  await driver.answerDialogs({ save: out });
  await driver.page.getByRole('button', { name: 'Issue layout' }).click();
  await driver.page.getByRole('menuitem', { name: 'Plan file' }).click();
  await driver.messages.getByText('out.sallyport was written.').waitFor({ timeout: LONG_MS });
  const { main } = await longestTasks(driver);
  if (main > MOST_MAIN_MS) failed(`${name}: its export held main for ${Math.round(main)} ms`);
  tried();
  const written = await planIn(out);
  const differing = differingIn(plan, written);
  if (differing !== null) failed(`${name}: ${differing} is not what it was in the exported file`);
  const more = recordCount(written) - recordCount(plan);
  if (more !== 1) failed(`${name}: the exported file has ${more} records more, 1 was placed`);
  for (const complaint of driver.complaints) failed(`${name}: ${complaint.slice(0, 200)}`);
  await driver.close();
  const other = newDataFolder();
  const again = await AppDriver.launch(other);
  again.page.setDefaultTimeout(LONG_MS);
  await receive(again, out);
  tried();
  const status = (await again.status.innerText()).replaceAll(',', '');
  const shown = Number(/(\d+) records?\b/.exec(status)?.[1]);
  const placed = recordCount(plan) + 1 - GROUND;
  if (shown !== placed) failed(`${name}: ${placed} records went out, ${shown} came back`);
  if (statSync(out).size > 200 * 1024 * 1024) failed(`${name}: its file is larger than one that is read`);
  await again.close();
}

/** Plans as large as they may be are read, changed, saved, exported and read again. */
export const largestPlans: Attack = {
  name: 'largest-plans',
  forms: ['long'],
  failedOn: null,
  run: async (run) => {
    for (const { name, make } of largest) await goRound(make(), name, run);
  },
};
