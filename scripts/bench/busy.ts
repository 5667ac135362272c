import type { Page } from '@playwright/test';

/** What a work gives, and how long the window's main thread was busy in all while it ran, milliseconds. */
export async function whileBusy<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ value: T; busyMs: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(session);
  const value = await work();
  const busyMs = ((await taskSeconds(session)) - before) * 1000;
  await session.detach();
  return { value, busyMs };
}

type Session = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>;

async function taskSeconds(session: Session): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'TaskDuration');
  if (!found) throw new Error('The window does not tell how long its tasks took.');
  return found.value;
}
