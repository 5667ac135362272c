import type { AppDriver } from '../../driver/app-driver.ts';

/** The longest task since the last look, milliseconds: of the main process, and of the window. */
export type LongestTasks = { readonly main: number; readonly window: number };

declare global {
  /** The watch of the longest task, in the main process and in the page. */
  var longestTask: number | undefined;
}

const TICK_MS = 5;

/**
 * Watches from now on. A gap between two ticks of main counts for no more than the processor time that its
 * process took meanwhile: waiting for the disk, or for another program's turn, is no task of its own.
 */
export async function watchTasks({ app, page }: AppDriver): Promise<void> {
  await app.evaluate((_electron, tick) => {
    let [at, cpu] = [performance.now(), process.cpuUsage()];
    globalThis.longestTask = 0;
    setInterval(() => {
      const now = performance.now();
      const { user, system } = process.cpuUsage(cpu);
      const took = Math.min(now - at - tick, (user + system) / 1000);
      globalThis.longestTask = Math.max(globalThis.longestTask ?? 0, took);
      [at, cpu] = [performance.now(), process.cpuUsage()];
    }, tick);
  }, TICK_MS);
  await page.evaluate(() => {
    globalThis.longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.longestTask = Math.max(globalThis.longestTask ?? 0, duration);
    });
    observer.observe({ type: 'longtask' });
  });
}

/** The longest tasks since the last look; looking begins anew. */
export async function longestTasks({ app, page }: AppDriver): Promise<LongestTasks> {
  const main = await app.evaluate(() => {
    const longest = globalThis.longestTask ?? 0;
    globalThis.longestTask = 0;
    return longest;
  });
  const window = await page.evaluate(async () => {
    // A task is told of a moment after it has ended.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const longest = globalThis.longestTask ?? 0;
    globalThis.longestTask = 0;
    return longest;
  });
  return { main, window };
}
