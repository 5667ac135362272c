import { statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Random } from '../../../core/reference/random.ts';
import { openReference } from '../../bench/open-plan.ts';
import type { AppDriver } from '../../driver/app-driver.ts';
import { proportionalMegabytes } from '../../driver/memory.ts';
import type { Attack } from '../attack.ts';

const LENGTH_MS = { short: 20_000, long: 600_000 } as const;
const WARM_UP_MS = { short: 5000, long: 60_000 } as const;
const MOST_GROWN_MB = 60;
/** Of the database for five minutes of work, and of its log at any time. */
const MOST_DATABASE_MB = 20;
const MOST_LOG_MB = 64;
const LONGEST_TASK_MS = 2000;

const keys = [
  ...['Control+z', 'Control+z', 'Control+y', 'ArrowRight', 'ArrowUp', 'Control+a', 'Control+c', 'Control+v'],
  ...['Delete', 'Escape', 'Control+d', 'Control+0', 'Control+Shift+A'],
] as const;

const pick = <T>(random: Random, all: readonly T[]): T => all[random.below(all.length)] as T;

/** One thing that a person might do next. */
async function work(driver: AppDriver, random: Random): Promise<void> {
  const { page } = driver;
  const box = await driver.canvas.boundingBox();
  if (!box) throw new Error('The drawing is not on the screen.');
  const place = () => ({
    x: box.x + random.between(40, box.width - 40),
    y: box.y + random.between(40, box.height - 40),
  });
  const [from, to] = [place(), place()];
  await page.mouse.move(from.x, from.y);
  const what = random.below(6);
  if (what === 0) await page.mouse.wheel(0, random.between(-600, 600));
  else if (what === 1) {
    // A camera, a post or a barrier, and back to selecting.
    await driver.key(pick(random, ['c', 'p', 'k']));
    await page.mouse.click(from.x, from.y);
    await driver.key('Escape');
    await driver.key('Escape');
  } else if (what === 2) {
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  } else if (what === 3) await page.mouse.click(from.x, from.y);
  else if (what === 4) {
    const tabs = page.getByRole('tab');
    const count = await tabs.count();
    if (count > 0) await tabs.nth(random.below(count)).click();
  } else await driver.key(pick(random, keys));
}

/** Megabytes that the application takes once it has let go of what it can. */
async function megabytes(driver: AppDriver): Promise<number> {
  const session = await driver.page.context().newCDPSession(driver.page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  await driver.page.waitForTimeout(1000);
  return proportionalMegabytes(driver.app.process().pid ?? 0);
}

/** Megabytes of the database and of its log. */
function databaseMegabytes(file: string) {
  const sizeOf = (name: string) => (statSync(name, { throwIfNoEntry: false })?.size ?? 0) / 1024 / 1024;
  return { main: sizeOf(file), log: sizeOf(`${file}-wal`) };
}

/** What has a place on the drawing. */
const placed = `select count(*) as count from record
  where kind not in ('settings', 'floor', 'layer', 'phase', 'group', 'sheet')`;

function storedRecords(file: string): number {
  const database = new Database(file, { readonly: true });
  const { count } = database.prepare(placed).get() as { count: number };
  database.close();
  return count;
}

async function workFor(driver: AppDriver, random: Random, lengthMs: number): Promise<number> {
  const end = performance.now() + lengthMs;
  let done = 0;
  for (; performance.now() < end; done++) await work(driver, random);
  return done;
}

/** Random work on a campus plan: it never stops for long, and leaves neither memory nor disk behind it. */
export const soak: Attack = {
  name: 'soak',
  forms: ['long'],
  failedOn: null,
  run: async ({ form, random, tried, failed }) => {
    const { driver, data } = await openReference('campus');
    const file = path.join(data, 'sallyport.db');
    await driver.page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask', buffered: false });
    });
    tried(await workFor(driver, random, WARM_UP_MS[form]));
    await driver.key('Escape');
    const [memory, disk] = [await megabytes(driver), databaseMegabytes(file)];
    tried(await workFor(driver, random, LENGTH_MS[form]));
    await driver.key('Escape');
    await driver.page.waitForFunction(() => document.querySelector('[data-save=saved]'), null, {
      timeout: 60_000,
    });
    const grown = (await megabytes(driver)) - memory;
    if (grown > MOST_GROWN_MB) failed(`memory has grown by ${grown.toFixed(0)} MB`);
    const longest = await driver.page.evaluate(() =>
      Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks),
    );
    if (longest > LONGEST_TASK_MS) failed(`the window stood still for ${longest.toFixed(0)} ms`);
    for (const complaint of driver.complaints) failed(`the console says: ${complaint}`);
    const status = (await driver.page.locator('[data-region=status]').innerText()).replaceAll(',', '');
    const shown = Number(/(\d+) records?\b/.exec(status)?.[1]);
    const { log } = databaseMegabytes(file);
    if (log > MOST_LOG_MB) failed(`the log of the database takes ${log.toFixed(0)} MB`);
    await driver.close();
    const { main } = databaseMegabytes(file);
    const mostMegabytes = Math.max(LENGTH_MS[form] / 300_000, 1) * MOST_DATABASE_MB;
    if (main - disk.main - disk.log > mostMegabytes)
      failed(`the database has grown by ${(main - disk.main - disk.log).toFixed(0)} MB`);
    const stored = storedRecords(file);
    if (stored !== shown) failed(`${shown} records are shown, ${stored} are stored`);
  },
};
