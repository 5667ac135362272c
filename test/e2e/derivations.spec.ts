import { expect, test } from '@playwright/test';
import { framesWhileDeriving, openTangle } from '../../scripts/bench/derivations.ts';

// On a busy machine frames are late by themselves; what holds the window up is late by all that it takes.
test('what takes seconds is derived in a worker: the window goes on painting', async () => {
  test.setTimeout(180_000);
  const driver = await openTangle();
  const { frames, tookMs } = await framesWhileDeriving(driver);
  expect(tookMs).toBeGreaterThan(1000);
  expect(Math.max(...frames)).toBeLessThan(tookMs / 3);
  expect(frames.length).toBeGreaterThan(20);
  await expect(driver.messages).toContainText('No walls on this floor enclose a room.');
  // No script was refused by the page's policy.
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
