import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';

test('the window refuses navigation, new windows, the network and code from text', async () => {
  const driver = await AppDriver.launch(newDataFolder());
  const { page } = driver;
  const refused = await page.evaluate(async () => {
    const failed = async (work: () => unknown) => {
      try {
        const value = await work();
        return value === null;
      } catch {
        // Refusal is what is asked for.
        return true;
      }
    };
    const socketFails = () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket('wss://example.org');
        socket.onerror = () => reject(new Error('refused'));
        socket.onopen = () => resolve(socket);
      });
    return {
      fetch: await failed(() => fetch('https://example.org')),
      socket: await failed(socketFails),
      // biome-ignore lint/security/noGlobalEval: that it does not run is what is tested
      eval: await failed(() => globalThis.eval('1 + 1')),
      open: await failed(() => window.open('https://example.org')),
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
    };
  });
  expect(refused).toEqual({
    fetch: true,
    socket: true,
    eval: true,
    open: true,
    require: 'undefined',
    process: 'undefined',
  });
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await driver.settled();
  expect(page.url()).toBe('app://main/index.html');
  expect(driver.app.windows()).toHaveLength(1);
  await driver.close();
});
