import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';

type Offers = {
  offers?: { message: string; detail: string; withdrawn: boolean; press: (button: number) => void }[];
};

/** Has the questions of the main process wait for `press`, or for being withdrawn. */
async function holdQuestions(driver: AppDriver): Promise<void> {
  await driver.app.evaluate(({ dialog }) => {
    const offers: NonNullable<Offers['offers']> = [];
    (globalThis as Offers).offers = offers;
    const ask = (...given: unknown[]) => {
      const { message, detail, signal } = given.at(-1) as {
        message: string;
        detail: string;
        signal?: AbortSignal;
      };
      return new Promise((resolve) => {
        const press = (response: number) => resolve({ response, checkboxChecked: false });
        const offer = { message, detail, withdrawn: false, press };
        offers.push(offer);
        signal?.addEventListener('abort', () => {
          offer.withdrawn = true;
          press(1);
        });
      });
    };
    dialog.showMessageBox = ask as typeof dialog.showMessageBox;
  });
}

function offersOf({ app }: AppDriver) {
  return app.evaluate(() =>
    ((globalThis as Offers).offers ?? []).map(({ message, detail, withdrawn }) => ({
      message,
      detail,
      withdrawn,
    })),
  );
}

const offered = (driver: AppDriver) => expect.poll(() => offersOf(driver), { timeout: 60_000 });

const OFFER = {
  message: 'The window does not answer.',
  detail:
    'Everything that was saved is on disk. Wait until it answers, or load it again: the plan that is open opens again.',
};

async function pressLoadAgain({ app }: AppDriver): Promise<void> {
  await app.evaluate(() => (globalThis as Offers).offers?.at(-1)?.press(0));
}

/** What the window shows; the driver's own page stays the one that was ended, which answers nothing any more. */
const shown = (driver: AppDriver) =>
  driver.app.evaluate(({ BrowserWindow }) => {
    const text = `document.title + ' ' + document.querySelector('footer')?.textContent`;
    const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text);
    return Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve('no answer'), 1000))]);
  });

async function withWall(data: string): Promise<AppDriver> {
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Depot');
  await driver.key('w');
  await driver.click({ x: 2, y: 2 });
  await driver.click({ x: 8, y: 2 });
  await driver.key('Escape');
  await driver.saved();
  await holdQuestions(driver);
  return driver;
}

const logOf = (data: string) => readFileSync(path.join(data, 'sallyport.log'), 'utf8');

/** Stops a page for good; nobody waits for the answer, which never comes. */
const stops = {
  'that loops': (driver: AppDriver) => {
    void driver.page.evaluate('for (;;);').catch(() => undefined);
  },
  'that does nothing at all': async (driver: AppDriver) => {
    const pid = await driver.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    process.kill(pid ?? 0, 'SIGSTOP');
  },
};

for (const [what, stop] of Object.entries(stops)) {
  test(`a page ${what} is offered to be loaded again; nothing is lost and the plan opens again`, async () => {
    test.setTimeout(180_000);
    const data = newDataFolder();
    const driver = await withWall(data);
    await stop(driver);
    await offered(driver).toEqual([{ ...OFFER, withdrawn: false }]);
    expect(logOf(data)).toMatch(
      / error The window stands still: .*Processes: Browser \d+.*Last calls: .*plans\.save/,
    );
    await pressLoadAgain(driver);
    await expect.poll(() => shown(driver), { timeout: 60_000 }).toMatch(/Depot.*1 record/);
    await driver.close();
  });
}

test('timers and frames that have stopped are told, and that they run again', async () => {
  test.setTimeout(180_000);
  const data = newDataFolder();
  const driver = await withWall(data);
  const session = await driver.page.context().newCDPSession(driver.page);
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'pause' });
  await offered(driver).toEqual([{ ...OFFER, withdrawn: false }]);
  expect(logOf(data)).toMatch(/The window stands still: (its timers have stopped|it paints nothing)/);
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance' });
  await offered(driver).toEqual([{ ...OFFER, withdrawn: true }]);
  await driver.close();
});

test('the offer is withdrawn when a busy page comes back', async () => {
  test.setTimeout(180_000);
  const data = newDataFolder();
  const driver = await withWall(data);
  await driver.page.evaluate(() => {
    for (const until = Date.now() + 22_000; Date.now() < until; );
  });
  await offered(driver).toEqual([{ ...OFFER, withdrawn: true }]);
  await expect(driver.page.locator('footer')).toContainText('1 record');
  expect(logOf(data)).toContain('The window answers again.');
  await driver.close();
});
